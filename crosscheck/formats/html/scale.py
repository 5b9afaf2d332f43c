"""Where a value stands on an axis, in per cent of its width, and the ticks under it.

>>> scale = number_scale([Decimal(48), Decimal(56)])
>>> [label for _, label in scale.ticks]
['45', '50', '55', '60']
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from crosscheck.formats.dates import say_hour
from crosscheck.formats.messages import catalogue, phrase
from crosscheck.formats.wording import say_number

EDGE = 5.0
"""Per cent left free on each side, so that no mark is cut."""
DECADES = 30
"""A highest value this many times the lowest asks for a logarithmic axis."""
LEAST_SPAN = Decimal("0.2")
"""An axis spans at least this part of its highest value: a hundredth apart must look close."""
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 6
_YEAR = 365.25
_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`: `scale.at(50)` is a place between 0 and 100."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    """Place in per cent, and what is written there."""
    log: bool = False
    caption: str = ""
    """What the ticks leave unsaid: the year, that the axis is logarithmic."""

    def at(self, value: float) -> float:
        """The place of a value, held inside the axis."""
        low, high, value = (self._bent(x) for x in (self.low, self.high, value))
        share = (value - low) / (high - low) if high > low else 0.5
        return round(EDGE + (100 - 2 * EDGE) * min(max(share, 0.0), 1.0), 2)

    def _bent(self, value: float) -> float:
        return math.log10(max(value, 1e-12)) if self.log else value


def number_scale(numbers: Sequence[Decimal]) -> Scale:
    """An axis for some numbers: linear, or logarithmic where they span decades."""
    low, high = min(numbers), max(numbers)
    if low > 0 and high / low >= DECADES:
        return _log_scale(low, high)
    lacking = max(abs(low), abs(high)) * LEAST_SPAN - (high - low)
    if lacking > 0 or low == high:
        margin = max(lacking / 2, Decimal(1) if low == high else Decimal(0))
        low, high = (max(low - margin, Decimal(0)) if low >= 0 else low - margin), high + margin
    step = _nice_step((high - low) / (_MOST_TICKS - 2))
    if all(number == number.to_integral_value() for number in numbers):
        step = max(step, Decimal(1))
    first = (low / step).to_integral_value("ROUND_FLOOR") * step
    if first == low and low > 0:
        first -= step
    last = (high / step).to_integral_value("ROUND_CEILING") * step
    if last == high:
        last += step
    marks = [first + step * i for i in range(int((last - first) / step) + 1)]
    scale = Scale(float(first), float(last))
    return Scale(
        scale.low, scale.high, tuple((scale.at(float(m)), say_number(m)) for m in _thinned(marks))
    )


def _nice_step(step: Decimal) -> Decimal:
    """The least of 1, 2, 2.5, 5 and 10 times a power of ten that is no less than `step`."""
    power = Decimal(10) ** step.adjusted()
    return next(nice * power for nice in _STEPS if nice * power >= step)


def _thinned(marks: Sequence[Decimal]) -> Sequence[Decimal]:
    """Every second or third of the ticks, where there are too many."""
    every = -(-len(marks) // (_MOST_TICKS + 1))
    return marks[::every]


def _log_scale(low: Decimal, high: Decimal) -> Scale:
    first, last = low.adjusted(), high.adjusted() + (high != Decimal(10) ** high.adjusted())
    bare = Scale(float(Decimal(10) ** first), float(Decimal(10) ** last), log=True)
    powers = _thinned([Decimal(10) ** i for i in range(first, last + 1)])
    ticks = tuple((bare.at(float(p)), say_number(p)) for p in powers)
    return Scale(bare.low, bare.high, ticks, True, phrase("page.log_scale"))


def day_scale(first: float, last: float, *, by_hour: bool = False) -> Scale:
    """An axis of time; days are ordinals, an hour is a part of one (`by_hour`: those of one day).

    >>> start = date(2025, 6, 23).toordinal()
    >>> [label for _, label in day_scale(start, start + 1).ticks]
    ['22 juin', '23 juin', '24 juin', '25 juin']
    """
    if by_hour and int(first) == int(last):
        return _hours(first, last)
    span = last - first
    if span <= 4 * _MOST_TICKS:
        return _days(math.floor(first), math.floor(last))
    if span <= 2.5 * _YEAR:
        return _months(first, last)
    return _years(first, last)


def _hours(first: float, last: float) -> Scale:
    """Some hours of one day."""
    day, low, high = int(first), first % 1 * 24, last % 1 * 24
    step = next((s for s in (1, 2, 3, 6) if (high - low) / s <= _MOST_TICKS - 2), 6)
    begin = max(math.floor(low / step) * step - step, 0)
    end = min(math.ceil(high / step) * step + step, 24)
    scale = Scale(day + begin / 24, day + end / 24, caption=_day_label(day, year=True))
    ticks = tuple(
        (scale.at(day + hour / 24), say_hour(hour)) for hour in range(begin, end + 1, step)
    )
    return Scale(scale.low, scale.high, ticks, caption=scale.caption)


def _days(first: int, last: int) -> Scale:
    """Whole days, each named in its middle."""
    first, last = max(first - 1, 1), min(last + 1, date.max.toordinal())
    every = -(-(last - first + 1) // _MOST_TICKS)
    scale = Scale(first, last + 1)
    ticks = tuple((scale.at(d + 0.5), _day_label(d)) for d in range(first, last + 1, every))
    years = {date.fromordinal(first + 1).year, date.fromordinal(last - 1).year}
    caption = "–".join(map(str, sorted(years)))
    return Scale(scale.low, scale.high, ticks, caption=caption)


def _months(first: float, last: float) -> Scale:
    begin = date.fromordinal(int(first)).replace(day=1)
    until = date.fromordinal(int(last)) + timedelta(days=31)
    months = (until.year - begin.year) * 12 + until.month - begin.month
    step = next(s for s in (1, 2, 3, 6, 12) if months / s <= _MOST_TICKS)
    marks = [_later(begin, i) for i in range(0, months + 1, step)]
    scale = Scale(begin.toordinal(), max(marks[-1].toordinal(), last))
    names = catalogue("dates")["months_short"]
    ticks = tuple((scale.at(m.toordinal()), f"{names[m.month - 1]} {m.year}") for m in marks)
    return Scale(scale.low, scale.high, ticks)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    return date(day.year + year, month + 1, 1)


def _years(first: float, last: float) -> Scale:
    low, high = date.fromordinal(int(first)).year, date.fromordinal(int(last)).year + 1
    step = int(_nice_step(Decimal(max(high - low, 1)) / (_MOST_TICKS - 1)).to_integral_value())
    begin = low // step * step
    marks = [y for y in range(begin, high + step, step) if 1 <= y <= date.max.year]
    scale = Scale(date(marks[0], 1, 1).toordinal(), date(marks[-1], 1, 1).toordinal())
    return Scale(
        scale.low,
        scale.high,
        tuple((scale.at(date(y, 1, 1).toordinal()), str(y)) for y in marks),
    )


def _day_label(ordinal: int, *, year: bool = False) -> str:
    """« 23 juin », « 1er juil. »."""
    day = date.fromordinal(ordinal)
    number = phrase("dates.first_day") if day.day == 1 else str(day.day)
    said = f"{number} {catalogue('dates')['months_short'][day.month - 1]}"
    return f"{said} {day.year}" if year else said
