"""How near two values are: one number, one that admits the other, or of one size.

Units of one family and currencies of one parity are brought to one measure first.
"""

from dataclasses import dataclass

from crosscheck.matching.sides import printed, side
from crosscheck.measures import families
from crosscheck.models import Claim
from crosscheck.values import Interval, Period, Value

ROUNDED = 0.99
"""Ratio from which two numbers in two measures are one: conversions are rounded."""
NARROW = 1.3
"""High end of a band over its low end, up to which it tells one number."""
BOUND_REACH, SMALL = 5, 20
"""How many times its number a bound still speaks of, for numbers that are not small."""
HEDGED = 0.15
"""What a number near a hedged one tells beyond the digits of the rounder."""
SAME_NUMBER = 0.75
"""What one number under two hedges counts against one value."""


def _measured(one: Claim, other: Claim) -> tuple[Interval, Interval] | None:
    """Two numbers in one measure; as they are printed where they are of two kinds (« 65 ans »,
    « 65e »), ranks (« la 41e minute » lasts none), or of one money that one of them leaves unsaid.
    """
    if not isinstance(one.value, Interval) or not isinstance(other.value, Interval):
        return None
    if one.kind != other.kind or one.kind == "ordinal" or _unsaid(one.value, other.value):
        return one.value, other.value
    mine, theirs = side(one).measure, side(other).measure
    assert isinstance(mine, Interval)
    assert isinstance(theirs, Interval)
    return mine, theirs


def _unsaid(one: Interval, other: Interval) -> bool:
    """« 715 francs », of which only one article says that they are CFA francs."""
    return one.unit == other.unit and (one.currency is None) != (other.currency is None)


def admits(one: Claim, other: Claim) -> bool:
    """Whether both values can be true, units and fixed parities brought to one measure."""
    numbers = _measured(one, other)
    if numbers is None:
        return one.value.meet(other.value) is not None
    if _far_bound(*numbers):
        return False
    if _touch(*numbers):
        return True
    return _other_unit(one, other) and size_ratio(one, other) >= ROUNDED


def _touch(one: Interval, other: Interval) -> bool:
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


def _far_bound(one: Interval, other: Interval) -> bool:
    """« plus de 100 » does not speak of 240 000, though it admits it."""
    if not (_open(one) or _open(other)):
        return False
    if not (one.stated.is_finite() and other.stated.is_finite()):
        return False
    low, high = sorted((one.stated, other.stated))
    spans = one.unit == other.unit and one.unit in families() and families()[one.unit][0] == "time"
    return (high > SMALL or spans) and high > low * BOUND_REACH


def _open(value: Interval) -> bool:
    """Whether it has no upper end, and is more than « plusieurs »."""
    return not value.high.is_finite() and (not value.vague or value.low > SMALL)


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
    admitted = admits(one, other)
    alike = admitted and _one_number(one, other)
    shared = 1.0 if same_value(one, other) else SAME_NUMBER if alike else 0.0
    telling = _telling(one.value, other.value) if alike else 0.0
    return Near(admitted, shared, telling, 1.0 if admitted else _ratio_over_half(one, other))


def _one_number(one: Claim, other: Claim) -> bool:
    """Whether both print the same number, whatever their hedges, of two values that admit each
    other. An hour is the same with and without its day.
    """
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        return one.value.clock == other.value.clock != ""
    numbers = _measured(one, other)
    if numbers is None:
        return False
    mine, theirs = numbers
    return (
        mine.stated == theirs.stated
        or (theirs.exact and _narrow(mine))
        or (mine.exact and _narrow(theirs))
    )


def _narrow(value: Interval) -> bool:
    """« environ 78 millions »: a band so narrow that the number in it is the one meant."""
    ends = value.low.is_finite() and value.high.is_finite() and value.low > 0
    return ends and not value.exact and float(value.high / value.low) <= NARROW


def _telling(one: Value, other: Value) -> float:
    """How particular the one number of both is, by its digits.

    « 37,7 % » in « quatre sur dix environ » is as likely as any number there: the rounder tells.
    """
    if not (isinstance(one, Interval) and isinstance(other, Interval)):
        return 0.0
    numbers = printed(one), printed(other)
    told = [n.normalize().as_tuple().digits for n in numbers if n is not None and n.is_finite()]
    if len(told) < len(numbers):
        return 0.0
    hedged = not (one.exact and other.exact)
    return min(1.0, (len(min(told, key=len)) - 1) / 2 + HEDGED * hedged)


def _ratio_over_half(one: Claim, other: Claim) -> float:
    """The smaller number over the larger where it is over a half, or a half and they are one apart;
    else nothing.
    """
    if not isinstance(one.value, Interval) or not isinstance(other.value, Interval):
        return 0.0
    ratio = size_ratio(one, other)
    return ratio if ratio > 0.5 or (ratio == 0.5 and _next(one.value, other.value)) else 0.0


def _next(one: Interval, other: Interval) -> bool:
    """Whether two stated numbers are one apart."""
    return abs(one.stated - other.stated) == 1


def size_ratio(one: Claim, other: Claim) -> float:
    """The smaller of two stated numbers over the larger, in one measure; 0 when there is none."""
    numbers = _measured(one, other)
    if numbers is None:
        return 0.0
    mine, theirs = numbers
    a, b = mine.stated, theirs.stated
    if not (a.is_finite() and b.is_finite() and a > 0 and b > 0):
        return 0.0
    if not mine.commensurable(theirs):
        return float(a == b)  # the same number of another money: a slip
    return float(min(a, b) / max(a, b))
