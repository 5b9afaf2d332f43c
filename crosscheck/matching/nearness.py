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
    mine, theirs = one.value, other.value
    if not isinstance(mine, Interval) or not isinstance(theirs, Interval):
        return None
    if one.kind != other.kind or one.kind == "ordinal" or _unsaid(mine, theirs):
        return mine, theirs
    return side(one).measure, side(other).measure


def _unsaid(one: Interval, other: Interval) -> bool:
    """« 715 francs », of which only one article says that they are CFA francs."""
    return (one.currency is None) != (other.currency is None) and one.unit == other.unit


def admits(one: Claim, other: Claim) -> bool:
    """Whether both values can be true, units and fixed parities brought to one measure."""
    numbers = _measured(one, other)
    if numbers is None:
        return one.value.meet(other.value) is not None
    return _admitted(one, other, numbers)


def _admitted(one: Claim, other: Claim, numbers: tuple[Interval, Interval]) -> bool:
    """Whether both numbers can be true; `numbers` are theirs in one measure."""
    if _far_bound(*numbers):
        return False
    if _touch(*numbers):
        return True
    return _other_unit(one, other) and _ratio(*numbers) >= ROUNDED


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
    numbers = _measured(one, other)
    if numbers is None:
        return _near_days(one.value, other.value)
    same = numbers[0].same(numbers[1])
    admitted = _admitted(one, other, numbers)
    if not admitted:
        ratio = 0.0 if _far(*numbers) else _ratio(*numbers)
        near = ratio > 0.5 or (ratio == 0.5 and _next(one.value, other.value))
        return Near(False, float(same), 0.0, ratio if near else 0.0)
    alike = _one_number(*numbers)
    shared = 1.0 if same else SAME_NUMBER if alike else 0.0
    return Near(True, shared, _telling(one.value, other.value) if alike else 0.0, 1.0)


def _near_days(one: Value, other: Value) -> Near:
    """Of two dates, or of a date and a number. An hour is the same with and without its day."""
    same, admitted = one.same(other), one.meet(other) is not None
    alike = False
    if admitted and isinstance(one, Period) and isinstance(other, Period):
        alike = one.clock == other.clock != ""
    shared = 1.0 if same else SAME_NUMBER if alike else 0.0
    return Near(admitted, shared, 0.0, float(admitted))


def _one_number(mine: Interval, theirs: Interval) -> bool:
    """Whether two numbers that admit each other are printed as the same, whatever their hedges."""
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


def _far(one: Interval, other: Interval) -> bool:
    """Whether one number is more than twice the other: no need to divide them."""
    low, high = sorted((one.stated, other.stated))
    return low.is_finite() and low + low < high


def _next(one: Value, other: Value) -> bool:
    """Whether two stated numbers are one apart: « un mort », « deux morts »."""
    assert isinstance(one, Interval)
    assert isinstance(other, Interval)
    return abs(one.stated - other.stated) == 1


def size_ratio(one: Claim, other: Claim) -> float:
    """The smaller of two stated numbers over the larger, in one measure; 0 when there is none."""
    numbers = _measured(one, other)
    return 0.0 if numbers is None else _ratio(*numbers)


def _ratio(mine: Interval, theirs: Interval) -> float:
    a, b = mine.stated, theirs.stated
    if not (a.is_finite() and b.is_finite() and a > 0 and b > 0):
        return 0.0
    if not mine.commensurable(theirs):
        return float(a == b)  # the same number of another money: a slip
    return float(min(a, b) / max(a, b))
