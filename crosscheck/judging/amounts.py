"""Two numbers compared: bounds, bands, roundings, currencies, units.

>>> compare_amounts(Interval.exactly(24, "mois"), Interval.exactly(2, "an")).kind
'same'
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.judging.relation import (
    ADMITS,
    APART,
    BOUND,
    CLASH,
    ROUNDED,
    SAME,
    Relation,
)
from crosscheck.measures import families, parities, scaled
from crosscheck.rules import remembered, table
from crosscheck.values import Interval

ONE = Decimal(1)
RATES = frozenset({"%", "point"})
ROUNDING = Decimal("0.05")
"""How far, of itself, a number printed round may lie from the one that it rounds."""
CONVERTED = Decimal("0.01")
"""How far two sums may lie apart after conversion at a fixed rate and still be one sum."""
CALENDAR = Decimal("0.02")
"""How far two spans told in different units may lie apart: « un mois », « trente jours »."""
OTHER_SCALE = Decimal(50)
"""Durations in two units that lie so far apart are of two things: a quarter of an hour, a week."""
BOUNDS_APART = Decimal("1.2")
"""Two « plus de » at this ratio are at odds: who can write « plus de 15 000 » does not write
« plus de 10 000 » of the same people."""
REACH = {True: Decimal(2), False: Decimal(3)}
"""How many times its number « plus de » (strict) and « au moins » still speak of."""
SMALL = Decimal(10)
"""Below this, a bound may be exceeded by any factor: « au moins un mort »."""
ROUND_FROM = Decimal(1000)
"""From here, whole numbers may be roundings of each other; « 10 » and « 12 » never are."""


def compare_amounts(left: Interval, right: Interval, *, loose: bool = False) -> Relation:
    """How two numbers stand to each other.

    `loose` widens both by 5 %: for shares told as fractions, « un tiers » against 32,8 %.
    """
    if not left.commensurable(right):
        return _compare_currencies(left, right)
    if left.unit == right.unit:
        return _compare_numbers(left, right, loose=loose)
    if left.unit in RATES and right.unit in RATES:
        alike = left.exact and (left.low, left.high) == (right.low, right.high)
        return Relation("clash", "conflict-unit") if alike else APART
    if _idiom(left, right):
        return SAME
    ratio = _ratio(right.unit, left.unit)
    if ratio is None:
        return APART
    if ratio != 1:
        return _compare_scaled(left, right, ratio)
    return _compare_numbers(left, right, loose=loose)


def _compare_currencies(left: Interval, right: Interval) -> Relation:
    """Two currencies: by the fixed rate if there is one, else only the same number is odd."""
    rates = parities()
    mine, theirs = rates.get(left.currency or ""), rates.get(right.currency or "")
    if mine is None or theirs is None:
        if left.exact and right.exact and left.low == right.low:
            return Relation("clash", "conflict-currency")
        return Relation("apart", "compatible-currency")
    other = replace(scaled(right, mine / theirs), currency=left.currency)
    low, high = max(left.low, other.low), min(left.high, other.high)
    two_sided = _two_sided(left) and _two_sided(other)
    # « environ 534 000 euros » tells 350 millions of francs, no less exactly than it can be told.
    if two_sided and (low <= high or _near(low, high, CONVERTED)):
        return Relation("same", "compatible-converted")
    found = _compare_numbers(left, other)
    return Relation("admits", "compatible-converted") if found is ROUNDED else found


def _compare_scaled(left: Interval, right: Interval, ratio: Decimal) -> Relation:
    """Two units of one family; a month is no whole number of days, so two per cent are nothing."""
    other = scaled(right, ratio)
    if left.exact and other.exact and _near(left.low, other.low, CALENDAR):
        exact = _near(left.low, other.low, Decimal("0.0000001"))
        return SAME if exact else ROUNDED
    least, most = sorted((abs(left.stated), abs(other.stated)))
    return APART if _lasting(left) and most > least * OTHER_SCALE else _compare_numbers(left, other)


def _compare_numbers(left: Interval, right: Interval, *, loose: bool = False) -> Relation:
    """Two numbers of one unit."""
    if (left.low, left.high, left.strict) == (right.low, right.high, right.strict):
        return SAME
    if _open_above(left) and _open_above(right):
        return _compare_bounds(left, right)
    for bound, other in ((left, right), (right, left)):
        if _open_above(bound) and other.low > bound.low * REACH[bound.strict] >= SMALL * 2:
            return Relation("clash", "conflict-far-bound")
    low, high = max(left.low, right.low), min(left.high, right.high)
    if low <= high:
        return _at_edge(left, right) if low == high else ADMITS
    if rounding(left, right) or (loose and _near(left.stated, right.stated, ROUNDING)):
        return ROUNDED
    if (left.vague or right.vague) and _near(low, high, ROUNDING) and low >= SMALL:
        return ADMITS
    return CLASH


def _at_edge(left: Interval, right: Interval) -> Relation:
    """One number is left: it may be the very one that « plus de » leaves out."""
    for bound, other in ((left, right), (right, left)):
        ends = (other.low, other.high)
        if bound.strict and not bound.exact and _two_sided(other) and bound.stated in ends:
            return BOUND
    both_open = not (_two_sided(left) or _two_sided(right))
    return CLASH if both_open and (left.strict or right.strict) else ADMITS


def _compare_bounds(left: Interval, right: Interval) -> Relation:
    """« plus de 15 000 » against « plus de 10 000 »; « plus d'une semaine » is a way of saying that
    it was long.
    """
    if left.vague or right.vague or left.low == right.low:
        return ADMITS
    low, high = sorted((left.low, right.low))
    if _lasting(left) and low == 1:
        return ADMITS
    if low > 0 and high / low >= BOUNDS_APART:
        return Relation("clash", "conflict-bounds")
    return ADMITS


def rounding(left: Interval, right: Interval) -> bool:
    """Whether one number, printed round, may be the rounding of the other.

    `rounding` of 12,5 millions and 12 486 300 holds; of 20 and 22 it does not. Of « entre 12 et
    12,4 millions », the end that lies nearer is asked.
    """
    coarse, fine = sorted((left, right), key=lambda one: one.grain, reverse=True)
    if not (_two_sided(left) and _two_sided(right)) or coarse.grain <= fine.grain:
        return False
    ends = max(left.low, right.low), min(left.high, right.high)
    if fine.grain >= 1 and min(abs(end) for end in ends) < ROUND_FROM * Decimal("0.95"):
        return False
    return abs(ends[0] - ends[1]) * 2 <= coarse.grain and _near(*ends, ROUNDING)


def _near(one: Decimal, other: Decimal, share: Decimal) -> bool:
    """Whether two numbers lie within `share` of the larger."""
    if not (one.is_finite() and other.is_finite()):
        return False
    return abs(one - other) <= share * max(abs(one), abs(other))


def _lasting(value: Interval) -> bool:
    return value.unit in families() and families()[value.unit][0] == "time"


def _open_above(value: Interval) -> bool:
    return value.low.is_finite() and not value.high.is_finite() and not value.vague


def _two_sided(value: Interval) -> bool:
    return value.low.is_finite() and value.high.is_finite()


def _ratio(unit: str, wanted: str) -> Decimal | None:
    """How many of `wanted` one of `unit` is; `None` when they measure different things.

    A unit that is no measure (a counted noun, the noun of an ordinal) is taken to fit any.
    """
    mine, theirs = families().get(unit), families().get(wanted)
    if mine and theirs:
        return mine[1] / theirs[1] if mine[0] == theirs[0] else None
    measures = _measures()
    return None if unit in measures and wanted in measures else ONE


@remembered
def _measures() -> frozenset[str]:
    return frozenset({*families(), *table("units", "units").values(), *RATES})


def _idiom(left: Interval, right: Interval) -> bool:
    """« quinze jours » and « deux semaines »."""
    known = left.exact and right.exact
    return known and {(left.low, left.unit), (right.low, right.unit)} in _idioms()


@remembered
def _idioms() -> frozenset[frozenset[tuple[Decimal, str]]]:
    pairs = table("judging", "idioms").values()
    return frozenset(frozenset((Decimal(n), unit) for n, unit in pair) for pair in pairs)
