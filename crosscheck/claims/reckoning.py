"""The arithmetic of derived values, with what rounding leaves open, and how it is shown.

>>> before_difference(Interval.exactly(112, "salarié"), Interval.exactly(12), less=False).shown
'112 − 12 = 100'

A number that the press rounds stands for all that round to it; « le double » for what is nearly so.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from crosscheck.rules import table
from crosscheck.values import Interval

HUNDRED = Decimal(100)
TIMES = Decimal("0.1")
"""« Le double » is told of what is 1.8 or 2.2 times as much."""
FRACTION = Decimal("0.05")
"""« Un tiers », « la moitié » are told of what lies within a twentieth of them."""
POINT = Decimal(1)
"""Within a point of it a share may be told as « 36 % » or « un tiers »."""
ROUND_FROM = Decimal(1000)
"""From here whole numbers may be rounded (`judging.amounts`)."""
DIGITS = 4
"""Significant digits that a quotient is shown with."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A value and the sum that gives it: `Reckoned(…, "24 ÷ 2 = 12")`."""

    value: Interval
    shown: str


def before_times(base: Interval, step: Interval, *, less: bool, plus: bool) -> Reckoned:
    """What is so many times less, or more, than `base`: 24 is the double of 12.

    `plus`: « trois fois plus », which some write of four times as much.
    """
    low, high = step.low * (1 - TIMES), step.low * (1 + TIMES) + (1 if plus else 0)
    slack = _slack(base)
    if less:
        band, shown = ((base.low - slack) * low, (base.low + slack) * high), "×"
    else:
        band, shown = ((base.low - slack) / high, (base.low + slack) / low), "÷"
    middle = base.low * step.low if less else base.low / step.low
    return _within(base, band, f"{figure(base.low)} {shown} {figure(step.low)}", middle)


def before_difference(base: Interval, step: Interval, *, less: bool) -> Reckoned:
    """What `base` is so much more, or less, than: 112 is twelve more than 100."""
    value = base.low + step.low if less else base.low - step.low
    sign = "+" if less else "−"
    grain = max(base.grain, step.grain)
    shown = f"{figure(base.low)} {sign} {figure(step.low)} = {figure(value)}"
    return Reckoned(replace(base, low=value, high=value, grain=grain), shown)


def before_change(base: Interval, rate: Interval, *, less: bool) -> Reckoned:
    """What `base` is so many per cent more, or less, than."""
    half, slack = min(rate.grain, Decimal(1)) / 2, _slack(base)
    sign = -1 if less else 1
    ends = [1 + sign * (rate.low + gap) / HUNDRED for gap in (-half, half)]
    factor = 1 + sign * rate.low / HUNDRED
    band = (base.low - slack) / max(ends), (base.low + slack) / min(ends)
    return _within(base, band, f"{figure(base.low)} ÷ {figure(factor)}", base.low / factor)


def part_of(share: Interval, whole: Interval, *, loose: bool) -> Reckoned:
    """So many per cent of a whole; `loose` for shares told in words."""
    gap = share.low * FRACTION if loose else min(share.grain, Decimal(1)) / 2
    slack = _slack(whole)
    band = (
        (share.low - gap) * (whole.low - slack) / HUNDRED,
        (share.low + gap) * (whole.low + slack) / HUNDRED,
    )
    shown = f"{figure(share.low)} % × {figure(whole.low)}"
    return _within(whole, band, shown, share.low * whole.low / HUNDRED)


def share_of(part: Interval, whole: Interval) -> Reckoned:
    """So many of so many, in per cent, as it may be rounded."""
    share = part.low / whole.low * HUNDRED
    low, high = (round_(share + gap, Decimal("0.1")) for gap in (-POINT, POINT))
    value = Interval(low, high, "%", grain=Decimal("0.1"), vague=True)
    sign = "=" if share == round_(share, Decimal("0.1")) else "≈"
    return Reckoned(value, f"{figure(part.low)} ÷ {figure(whole.low)} {sign} {figure(share)} %")


def whole_of(part: Interval, share: Interval, unit: str) -> Reckoned:
    """What so many are so many per cent of."""
    half = min(share.grain, Decimal(1)) / 2
    band = part.low * HUNDRED / (share.low + half), part.low * HUNDRED / (share.low - half)
    model = replace(part, unit=unit)
    shown = f"{figure(part.low)} ÷ {figure(share.low)} %"
    return _within(model, band, shown, part.low * HUNDRED / share.low)


def span_of_days(first: date, last: date) -> Reckoned:
    """From one day to another: nights or days; « huit jours » are a week, « quinze » two."""
    nights = (last - first).days
    days = nights + 1
    most = days + (days in (7, 14))
    shown = table("derived", "messages")["lasting"].format(nights=nights, days=days)
    return Reckoned(Interval(Decimal(nights), Decimal(most), "jour"), shown)


def figure(number: Decimal) -> str:
    """A number as French prints it, to four digits at least: « 10 000 000 », « 35,71 »."""
    exponent = number.adjusted() - DIGITS + 1
    if exponent < 0:
        number = number.quantize(Decimal(1).scaleb(exponent)).normalize()
    else:
        number = number.quantize(Decimal(1), ROUND_HALF_EVEN)
    return f"{number:,f}".replace(",", " ").replace(".", ",")


def round_(number: Decimal, to: Decimal, how: str = ROUND_HALF_EVEN) -> Decimal:
    """A number rounded to a multiple of a power of ten."""
    return number.quantize(to, how)


def _slack(value: Interval) -> Decimal:
    """Half a unit of the last digit that was printed, where that may be a rounding."""
    rounded = value.grain < 1 or (value.low >= ROUND_FROM and value.grain > 1)
    return value.grain / 2 if rounded else Decimal(0)


def _within(
    model: Interval, band: tuple[Decimal, Decimal], shown: str, middle: Decimal
) -> Reckoned:
    """A band in the unit of `model`, to a tenth or to a whole number."""
    step = Decimal(1) if middle >= HUNDRED else Decimal("0.1")
    low, high = round_(band[0], step), round_(band[1], step)
    sign = "=" if middle == round_(middle, Decimal("0.1")) else "≈"
    value = replace(model, low=low, high=high, grain=step, vague=True)
    return Reckoned(value, f"{shown} {sign} {figure(middle)}")


def whole(value: Interval) -> Interval:
    """The whole numbers of a band, for what is counted; the band itself where it holds none."""
    low, high = (
        round_(value.low, Decimal(1), ROUND_CEILING),
        round_(value.high, Decimal(1), ROUND_FLOOR),
    )
    return replace(value, low=low, high=high) if low <= high else value
