"""What claims tell, and how two tellings stand to each other."""

import re
from dataclasses import dataclass

from crosscheck.judging.amounts import compare_amounts
from crosscheck.judging.days import compare_days
from crosscheck.judging.folding import fold
from crosscheck.judging.moving import moving
from crosscheck.judging.relation import ADMITS, APART, Relation
from crosscheck.judging.wordings import compare_names, compare_quotes, compare_roles
from crosscheck.making import quickly_made
from crosscheck.models import Claim, Kind
from crosscheck.values import Interval, Name, Period, Quote, Role, Value

SPANS: frozenset[Kind] = frozenset({"duration", "age", "ordinal"})
"""Kinds that tell one span of time: « 65 ans », « 65e anniversaire »."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Telling:
    """One value, and the claims that tell it."""

    kind: Kind
    value: Value
    loose: bool
    """The words round off what they tell: « un tiers », « vers 5 h »."""
    claims: tuple[Claim, ...]


def stand(left: Telling, right: Telling) -> Relation:
    """How two tellings of a group stand to each other.

    Who could write « au moins 14 morts » may have written « au moins 10 » an hour before: bounds of
    a count under way are true one after the other.
    """
    found = compare(left, right)
    under_way = found.reason == "conflict-bounds" and moving((*left.claims, *right.claims))
    return ADMITS if under_way else found


def compare(left: Telling, right: Telling) -> Relation:
    """How two tellings stand to each other; different sorts of values stand apart."""
    match left.value, right.value:
        case Interval() as a, Interval() as b:
            loose = left.loose or right.loose
            return compare_amounts(a, b, loose=loose) if _one_sort(left, right) else APART
        case Period() as a, Period() as b:
            ranges = _told_as_range(left) and _told_as_range(right)
            return compare_days(a, b, about=left.loose or right.loose, ranges=ranges)
        case Role() as a, Role() as b:
            return compare_roles(a, b)
        case Name() as a, Name() as b:
            return compare_names(a, b)
        case Quote() as a, Quote() as b:
            return compare_quotes(a, b)
        case _:
            return APART


_RANGE = re.compile(r"\w\s*(?:\b(?:au|a|et|jusqu'au|jusqu'en)\b|[-/–—])\s*\w")


def _told_as_range(telling: Telling) -> bool:
    """Whether both ends of a period stand in its words: « du 12 au 13 août », « 2016-2019 »."""
    value = telling.value
    ranged = isinstance(value, Period) and "/" in value.edtf
    return ranged and all(_RANGE.search(fold(c.text)) for c in telling.claims)


def _one_sort(left: Telling, right: Telling) -> bool:
    """Whether two numbers are of kinds that can be held against each other."""
    kinds = {left.kind, right.kind}
    if len(kinds) == 1 or kinds <= SPANS:
        return True
    return not kinds & {"money", "percentage", "age", "duration"}
