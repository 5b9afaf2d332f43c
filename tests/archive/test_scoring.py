"""What speaks for one question in two claims, by their columns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.archive.scoring import ENOUGH, points
from crosscheck.archive.slots import COLUMNS, bit_of, signature

PLAIN = {"kind": 1, "unit": 5, "head": 6, "value": 7, "telling": 0, "action": 8}
ROLE = {"kind": 5, "unit": 0, "head": 9, "value": 7, "telling": 0, "action": 0}


def scored(one: dict[str, int], other: dict[str, int], words: tuple[str, str] = ("", "")) -> int:
    """The points of one pair."""
    sides = [{name: np.array([row.get(name, 0)]) for name in COLUMNS} for row in (one, other)]
    texts = [np.array([word], dtype=object) for word in words]
    return int(points(sides[0], sides[1], texts[0], texts[1])[0])


@pytest.mark.parametrize(
    ("one", "other", "words", "expected"),
    [
        pytest.param(PLAIN, PLAIN, ("", ""), 5, id="value, unit, head, action"),
        pytest.param(PLAIN, PLAIN | {"value": 99}, ("", ""), 3, id="another value of one question"),
        pytest.param(
            PLAIN | {"telling": 1}, PLAIN | {"telling": 1}, ("", ""), 7, id="a particular value"
        ),
        pytest.param(
            {"kind": 1, "unit": 5}, {"kind": 1, "unit": 6}, ("", ""), 0, id="nothing in common"
        ),
        pytest.param({"kind": 1}, {"kind": 1}, ("", ""), 0, id="what is not told is not shared"),
        pytest.param(ROLE, ROLE, ("asimi goita", "asimi goita"), 5, id="one person"),
        pytest.param(ROLE, ROLE, ("asimi goita", "vladimir putin"), 3, id="another person"),
        pytest.param(
            ROLE | {"value": 1, "head": 2}, ROLE, ("asimi goita", "asimi goita"), 0,
            id="words are compared only where columns leave it open",
        ),
    ],
)  # fmt: skip
def test_points(
    one: dict[str, int], other: dict[str, int], words: tuple[str, str], expected: int
) -> None:
    assert scored(one, other, words) == expected


def test_words_in_common_count_beyond_what_chance_gives() -> None:
    words = ["epidemie", "choler", "provin", "zone", "sante", "gouver"]
    row = dict(zip(COLUMNS[-4:], signature(words), strict=True))
    assert scored({"kind": 1} | row, {"kind": 1} | row) >= ENOUGH


WORDS = st.frozensets(st.text("abcdefgh", min_size=1, max_size=4), max_size=12)


@given(WORDS, WORDS)
def test_two_claims_that_share_a_word_share_a_bit(
    one: frozenset[str], other: frozenset[str]
) -> None:
    """So nothing that matching would propose by a word is held to share none."""
    lanes = zip(signature(one), signature(other), strict=True)
    shared = sum((mine & theirs).bit_count() for mine, theirs in lanes)
    assert shared >= len({bit_of(word) for word in one & other})


SLOT = st.integers(0, 3)


@given(st.lists(st.tuples(SLOT, SLOT, SLOT, SLOT, SLOT), min_size=2, max_size=2))
def test_points_are_the_same_from_either_side(rows: list[tuple[int, ...]]) -> None:
    names = ("unit", "head", "value", "telling", "lane0")
    one, other = ({"kind": 1} | dict(zip(names, row, strict=True)) for row in rows)
    assert scored(one, other) == scored(other, one)
