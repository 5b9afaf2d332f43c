"""Which conflicts are told first: those in which one side looks like a slip of the other."""

import pytest

from crosscheck.judging import judge
from crosscheck.judging.sureness import looks_slipped, sure
from crosscheck.values import Name, Period, Role, Value

from .records import article, claim, day, group, number

ARTICLES = {name: article(name) for name in "ab"}


@pytest.mark.parametrize(
    ("left", "right", "slipped"),
    [
        (number(84), number(48), True),
        (number(2480, unit="m"), number(2840, unit="m"), True),
        (number(350000), number(35000), True),
        (number(12, unit="MWh"), number(12, unit="kWh"), True),
        (number(12), number(14), False),
        (number(400), number(600), False),
        (number(360, 440, vague=True, grain=100), number(360000), False),
        (day("1934-03-14"), day("1935-03-14"), True),
        (day("2005"), day("2007"), False),
        (day("2025-06-05", 2), day("2025-06-04"), True),  # the 5th is a Thursday
        (day("2025-06-05"), day("2025-06-04"), False),
        (Role("Ibrahim Tuo", "capitaine"), Role("Ibrahim Tuo", "lieutenant"), True),
        (Name("Alliance", "AES", "allian"), Name("Confédération", "AES", "confed"), True),
    ],
)
def test_looks_slipped(left: Value, right: Value, slipped: bool) -> None:
    one, other = claim("c1", "a", left), claim("c2", "b", right)
    assert looks_slipped([one, other]) is slipped
    assert looks_slipped([other, one]) is slipped
    assert looks_slipped([one]) is False


def test_the_surest_of_equals_come_first() -> None:
    """Within one gravity; what is graver comes before it."""
    groups = [
        group(claim("c1", "a", number(400)), claim("c2", "b", number(600))),
        group(claim("c3", "a", number(84)), claim("c4", "b", number(48))),
        group(
            claim("c5", "a", number(21), head="route"), claim("c6", "b", number(23), head="route")
        ),
        group(claim("c7", "a", number(21), head="pont"), claim("c8", "b", number(12), head="pont")),
    ]
    found = judge(groups, ARTICLES)
    assert [f.group.claims[0].id for f in found] == ["c3", "c7", "c1", "c5"]
    assert [(f.severity, sure(f)) for f in found] == [
        ("high", True),
        ("high", True),
        ("high", False),
        ("medium", False),
    ]


def test_what_agrees_is_no_slip() -> None:
    found = judge([group(claim("c1", "a", number(84)), claim("c2", "b", number(84)))], ARTICLES)
    assert not sure(found[0])


def test_a_period_and_a_number_are_not_compared() -> None:
    assert not looks_slipped([claim("c1", "a", Period("2025")), claim("c2", "b", number(2025))])
