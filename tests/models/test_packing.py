"""Many records as words and numbers, and back: nothing is lost, whatever they hold."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.models import Article, Claim, Place, Selector, Subject
from crosscheck.models.packing import packed
from crosscheck.models.unpacking import unpacked
from crosscheck.values import Interval
from tests.models.test_codec import VALUES, exactly

COUNT = st.integers(0, 1 << 31)
"""Places in a text, lines, distances: none is negative."""
SPAN = st.tuples(COUNT, COUNT)
SUBJECT = st.builds(
    Subject,
    near=st.lists(st.tuples(st.text(max_size=5), COUNT), max_size=3).map(tuple),
    scope=...,
    context=...,
    time=...,
    era=...,
)
CLAIM = st.builds(
    Claim,
    start=COUNT,
    end=COUNT,
    sentence=SPAN,
    value=st.sampled_from(VALUES),
    subject=SUBJECT,
    place=st.none() | st.builds(Place, number=COUNT, column=COUNT),
    selector=st.none() | st.builds(Selector),
    derivation=...,
)


@given(st.lists(CLAIM, max_size=4))
def test_claims_come_back_as_they_were(claims: list[Claim]) -> None:
    again = unpacked(Claim, *packed(Claim, claims))
    assert again == tuple(claims)
    assert [exactly(c.value) for c in again] == [exactly(c.value) for c in claims]


@given(st.lists(CLAIM, max_size=4))
def test_the_same_claims_have_the_same_words_and_numbers(claims: list[Claim]) -> None:
    """Sets have no order; what is written of them has."""
    again = unpacked(Claim, *packed(Claim, claims))
    assert packed(Claim, again) == packed(Claim, claims)


@pytest.mark.parametrize("grain", ["1", "1.0", "1E+0", "0.1"])
def test_a_number_keeps_its_noughts(grain: str) -> None:
    """1 is the default of the field, and 1.0 is equal to it."""
    value = Interval(Decimal(3), Decimal("3.00"), grain=Decimal(grain))
    (again,) = unpacked(Interval, *packed(Interval, [value]))
    assert exactly(again) == exactly(value)


def test_a_record_without_anything_but_defaults() -> None:
    @dataclass(frozen=True, slots=True)
    class Plain:
        words: int = 0

    assert unpacked(Plain, *packed(Plain, [Plain(), Plain()])) == (Plain(), Plain())
    assert unpacked(Plain, *packed(Plain, [])) == ()


def test_a_field_that_came_later_has_its_default() -> None:
    """What a release before this one has written can be read."""
    words, numbers = packed(Article, [Article("a", "Bonjour.")])
    assert words == ["id", "a", "text", "Bonjour."]
    assert unpacked(Article, words, numbers) == (Article("a", "Bonjour."),)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ([], []),
        (["id"], [0, 0, 1, 1, 0, 0]),
        (["id", "a"], [0, 0, 1, 1, 0, 1]),
        (["other", "a"], [0, 0, 1, 1, 0, 1]),
        (["id", "a", "text", "b"], [0, 0, 1, 2, 0, 1, 2]),
        (["id", "a", "text", "b"], [0, 0, 2, 2, 0, 1, 1, 2, 3]),
    ],
)
def test_what_is_no_record_is_told(words: list[str], numbers: list[int]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        unpacked(Article, words, numbers)
