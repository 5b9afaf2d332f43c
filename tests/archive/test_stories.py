"""How links become stories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.archive.stories import Link, stories


@pytest.mark.parametrize(
    ("links", "most", "groups", "cut"),
    [
        pytest.param([], 40, (), 0, id="nothing"),
        pytest.param([(0, 1, 9)], 40, ((0, 1),), 0, id="two"),
        pytest.param([(0, 1, 9), (1, 2, 9), (5, 6, 9)], 40, ((0, 1, 2), (5, 6)), 0, id="chains"),
        pytest.param([(0, 1, 5), (1, 2, 9)], 2, ((1, 2),), 1, id="the strongest first"),
        pytest.param([(0, 1, 9), (2, 3, 9), (1, 2, 5)], 3, ((0, 1), (2, 3)), 1, id="no larger"),
        pytest.param([(0, 1, 9), (1, 2, 8), (0, 2, 7)], 2, ((0, 1),), 2, id="all cut are told"),
        pytest.param([(0, 1, 9), (1, 2, 8), (0, 2, 7)], 3, ((0, 1, 2),), 0, id="a ring"),
    ],
)
def test_stories(
    links: list[tuple[int, int, int]], most: int, groups: tuple[tuple[int, ...], ...], cut: int
) -> None:
    told = stories([Link(*row, 1) for row in links], most)
    assert (told.groups, told.cut) == (groups, cut)


LINKS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 5)).filter(
        lambda row: row[0] < row[1]
    ),
    unique_by=lambda row: row[:2],
)


@given(LINKS, st.integers(2, 8), st.randoms())
def test_the_order_of_links_changes_nothing_and_no_story_is_too_large(
    rows: list[tuple[int, int, int]], most: int, random: "object"
) -> None:
    links = [Link(*row, 1) for row in rows]
    told = stories(links, most)
    random.shuffle(links)  # type: ignore[attr-defined]
    assert stories(links, most) == told
    assert all(2 <= len(group) <= most for group in told.groups)
    members = [article for group in told.groups for article in group]
    assert len(members) == len(set(members))
