"""How near two values are: one number, one that admits the other, or of one size.

Units of one family and currencies of one parity are brought to one measure first.
"""

from dataclasses import dataclass
from math import inf, isfinite

from crosscheck.matching.sides import SMALL, Number, side
from crosscheck.measures import families
from crosscheck.models import Claim
from crosscheck.values import Interval, Period, Value

ROUNDED = 0.99
"""Ratio from which two numbers in two measures are one: conversions are rounded."""
BOUND_REACH = 5
"""How many times its number a bound still speaks of, for numbers that are not small."""
HEDGED = 0.15
"""What a number near a hedged one tells beyond the digits of the rounder."""
SAME_NUMBER = 0.75
"""What one number under two hedges counts against one value."""


def _measured(one: Claim, other: Claim) -> tuple[Number, Number] | None:
    """Two numbers in one measure; as they are printed where they are of two kinds (« 65 ans »,
    « 65e »), ranks (« la 41e minute » lasts none), or of one money that one of them leaves unsaid.
    """
    if not isinstance(one.value, Interval) or not isinstance(other.value, Interval):
        return None
    mine, theirs = side(one), side(other)
    if one.kind != other.kind or one.kind == "ordinal" or _unsaid(mine.told, theirs.told):
        return mine.told, theirs.told
    return mine.measure, theirs.measure


def _unsaid(one: Number, other: Number) -> bool:
    """« 715 francs », of which only one article says that they are CFA francs."""
    return (one.currency is None) != (other.currency is None) and one.unit == other.unit


def admits(one: Claim, other: Claim) -> bool:
    """Whether both values can be true, units and fixed parities brought to one measure."""
    numbers = _measured(one, other)
    if numbers is None:
        return one.value.meet(other.value) is not None
    return _admitted(one, other, numbers)


def _admitted(one: Claim, other: Claim, numbers: tuple[Number, Number]) -> bool:
    """Whether both numbers can be true; `numbers` are theirs in one measure."""
    if _far_bound(*numbers):
        return False
    if _touch(*numbers):
        return True
    return _other_unit(one, other) and _ratio(*numbers) >= ROUNDED


def _touch(one: Number, other: Number) -> bool:
    """Whether some number is in both: what `meet` asks, without making what is left."""
    if not one.commensurable(other):
        return False
    return max(one.low, other.low) <= min(one.high, other.high)


def _other_unit(one: Claim, other: Claim) -> bool:
    """Whether the two print one quantity in two units or currencies."""
    a, b = one.value, other.value
    assert isinstance(a, Interval)
    assert isinstance(b, Interval)
    return (a.unit, a.currency) != (b.unit, b.currency)


def _far_bound(one: Number, other: Number) -> bool:
    """« plus de 100 » does not speak of 240 000, though it admits it."""
    if not (one.open or other.open):
        return False
    low, high = sorted((one.stated, other.stated))
    if low == -inf or high == inf:
        return False
    spans = one.unit == other.unit and lasts(one.unit)
    return (high > SMALL or spans) and high > low * BOUND_REACH


def lasts(unit: str) -> bool:
    """Whether time is measured in it."""
    return unit in families() and families()[unit][0] == "time"


def same_value(one: Claim, other: Claim) -> bool:
    """Whether both say one value: « deux ans » and « 24 mois » do."""
    numbers = _measured(one, other)
    return one.value.same(other.value) if numbers is None else numbers[0].same(numbers[1])


@dataclass(frozen=True, slots=True)
class Near:
    """How near two values are: `nearness(one, other)`."""

    admitted: bool
    """Whether both can be true."""
    shared: float
    """1 for one value, less for one number with another hedge (« 65 ans », « plus de 65 ans »)."""
    telling: float
    """1 for one number of three digits or more that is not round: chance seldom repeats it."""
    ratio: float
    """1 when both can be true; else the smaller number over the larger, over a half, or from a half
    on where they are one apart: « un mort », « deux morts »."""


def nearness(one: Claim, other: Claim) -> Near:
    """All that the values of a pair tell."""
    numbers = _measured(one, other)
    if numbers is None:
        return _near_days(one.value, other.value)
    same = numbers[0].same(numbers[1])
    admitted = _admitted(one, other, numbers)
    if not admitted:
        ratio = 0.0 if _far(*numbers) else _ratio(*numbers)
        near = ratio > 0.5 or (ratio == 0.5 and _next(one, other))
        return Near(False, float(same), 0.0, ratio if near else 0.0)
    alike = _one_number(*numbers)
    shared = 1.0 if same else SAME_NUMBER if alike else 0.0
    return Near(True, shared, _telling(one, other) if alike else 0.0, 1.0)


def _near_days(one: Value, other: Value) -> Near:
    """Of two dates, or of a date and a number. An hour is the same with and without its day."""
    same, admitted = one.same(other), one.meet(other) is not None
    alike = False
    if admitted and isinstance(one, Period) and isinstance(other, Period):
        alike = one.clock == other.clock != ""
    shared = 1.0 if same else SAME_NUMBER if alike else 0.0
    return Near(admitted, shared, 0.0, float(admitted))


def _one_number(mine: Number, theirs: Number) -> bool:
    """Whether two numbers that admit each other are printed as the same, whatever their hedges."""
    return (
        mine.stated == theirs.stated
        or (theirs.exact and mine.narrow)
        or (mine.exact and theirs.narrow)
    )


def _telling(one: Claim, other: Claim) -> float:
    """How particular the one number of both is, by its digits.

    « 37,7 % » in « quatre sur dix environ » is as likely as any number there: the rounder tells.
    """
    mine, theirs = side(one), side(other)
    digits = min(mine.length, theirs.length)
    if not digits:
        return 0.0
    hedged = not (mine.told.exact and theirs.told.exact)
    return min(1.0, (digits - 1) / 2 + HEDGED * hedged)


def _far(one: Number, other: Number) -> bool:
    """Whether one number is more than twice the other: no need to divide them."""
    low, high = sorted((one.stated, other.stated))
    return isfinite(low) and low + low < high


def _next(one: Claim, other: Claim) -> bool:
    """Whether two stated numbers are one apart: « un mort », « deux morts »."""
    return abs(side(one).told.stated - side(other).told.stated) == 1


def size_ratio(one: Claim, other: Claim) -> float:
    """The smaller of two stated numbers over the larger, in one measure; 0 when there is none."""
    numbers = _measured(one, other)
    return 0.0 if numbers is None else _ratio(*numbers)


def _ratio(mine: Number, theirs: Number) -> float:
    low, high = sorted((mine.stated, theirs.stated))
    if not 0 < low <= high < inf:
        return 0.0
    if not mine.commensurable(theirs):
        return float(low == high)  # the same number of another money: a slip
    return low / high
