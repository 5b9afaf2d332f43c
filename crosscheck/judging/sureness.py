"""Which conflicts are the surest: those in which one side looks like a slip of the other.

The same digits in another order, a nought or a unit more or less, a wrong weekday, two ranks of one
person, two meanings of one acronym: of 41 such conflicts of the labelled stories and of forty
folders of the press none is false, of the 39 others one in four. (Who wrote the stories planted
slips in them; the press alone has few.)
"""

from collections.abc import Sequence
from itertools import combinations

from crosscheck.judging.days import wrong_weekday
from crosscheck.matching.sides import side
from crosscheck.matching.slips import one_number, one_part, same_digits
from crosscheck.models import Claim, Finding, Kind
from crosscheck.values import Interval, Period

KEYED: frozenset[Kind] = frozenset({"role", "name"})
"""Kinds put together by a person or an acronym, and not by likeness."""

YEAR = 4
"""Digits of a bare year: two of them are too easily two years."""


def sure(finding: Finding) -> bool:
    """Whether a conflict has more to show than two values: « 84 millions », « 48 millions »."""
    if finding.verdict != "conflict":
        return False
    return looks_slipped([c for c in finding.group.claims if c.id in finding.witnesses])


def looks_slipped(claims: Sequence[Claim]) -> bool:
    """Whether one of these claims looks like a slip of another."""
    return any(_slipped(one, other) for one, other in combinations(claims, 2))


def _slipped(one: Claim, other: Claim) -> bool:
    if one.kind in KEYED:
        return True
    if isinstance(one.value, Interval) and isinstance(other.value, Interval):
        sides = side(one), side(other)
        return same_digits(*sides) or one_number(*sides)
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        weekday = wrong_weekday(one.value) or wrong_weekday(other.value)
        years = len(one.value.edtf) == len(other.value.edtf) == YEAR
        return weekday or (one_part(one, other) and not years)
    return False
