"""How links become stories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.archive.stories import Link, Stories, stories


@pytest.mark.parametrize(
    ("links", "most", "groups", "large", "weak"),
    [
        pytest.param([], 40, (), 0, 0, id="nothing"),
        pytest.param([(0, 1, 150)], 40, ((0, 1),), 0, 0, id="two"),
        pytest.param([(0, 1, 24)], 40, (), 0, 1, id="too little"),
        pytest.param(
            [(0, 1, 90), (1, 2, 90), (5, 6, 90)], 40, ((0, 1, 2), (5, 6)), 0, 0, id="chains"
        ),
        pytest.param([(0, 1, 150), (1, 2, 190)], 2, ((1, 2),), 1, 0, id="the strongest first"),
        pytest.param([(0, 1, 190), (2, 3, 190), (1, 2, 150)], 3, ((0, 1), (2, 3)), 1, 0, id="full"),
        pytest.param([(0, 1, 90), (1, 2, 80), (0, 2, 70)], 2, ((0, 1),), 2, 0, id="all are told"),
        pytest.param([(0, 1, 90), (1, 2, 80), (0, 2, 70)], 3, ((0, 1, 2),), 0, 0, id="a ring"),
        # Two events of three articles each, one of which shares names with one of the other event.
        pytest.param(
            [(*pair, 200) for pair in ((0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5))]
            + [(2, 3, 180)],
            40,
            ((0, 1, 2), (3, 4, 5)),
            0,
            1,
            id="one link between two events",
        ),
        pytest.param(
            [(*pair, 200) for pair in ((0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5))]
            + [(2, 3, 180), (1, 4, 130)],
            40,
            ((0, 1, 2, 3, 4, 5),),
            0,
            0,
            id="two links between two halves of one",
        ),
    ],
)
def test_stories(
    links: list[tuple[int, int, int]],
    most: int,
    groups: tuple[tuple[int, ...], ...],
    large: int,
    weak: int,
) -> None:
    assert stories([Link(*row, 1) for row in links], most) == Stories(groups, large, weak)


LINKS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 200)).filter(
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


@given(LINKS, st.integers(2, 8))
def test_what_is_whole_at_once_is_what_joining_gives(
    rows: list[tuple[int, int, int]], most: int
) -> None:
    links = [Link(*row, 1) for row in rows]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crosscheck.archive.stories._whole", lambda bits, most: [])
        joined = stories(links, most)
    assert stories(links, most) == joined
