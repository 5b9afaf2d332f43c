"""Dates by columns: which of many pairs are one day, may be, or are days apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from crosscheck.matching.columns.arrays import Bools, Ints, bools, coded, ints, picked
from crosscheck.matching.columns.numbers import Near
from crosscheck.matching.nearness import SAME_NUMBER
from crosscheck.matching.sides import Side
from crosscheck.matching.slips import plain_date
from crosscheck.values import Period

UNTOLD = 0
"""The ordinal of a day that nobody tells; the first day of all is 1."""
_NO_DAYS = (None, None)


@dataclass(frozen=True, slots=True)
class Span:
    """Runs of days by their ordinals, or `UNTOLD`."""

    first: Ints
    last: Ints

    @classmethod
    def of(cls, days: Sequence[tuple[date | None, date | None] | None]) -> "Span":
        """`Span.of([None, (monday, tuesday)])`."""
        told = [_NO_DAYS if pair is None else pair for pair in days]
        return cls(
            ints([UNTOLD if day is None else day.toordinal() for day, _ in told]),
            ints([UNTOLD if day is None else day.toordinal() for _, day in told]),
        )

    @property
    def told(self) -> Bools:
        """Whether both ends are known."""
        found: Bools = (self.first != UNTOLD) & (self.last != UNTOLD)
        return found


def gap(one: Span, i: Ints, other: Span, j: Ints) -> Ints:
    """Days between runs of days; 0 where they touch, or where one is not told."""
    apart = np.maximum(other.first[j] - one.last[i], one.first[i] - other.last[j])
    return np.where(one.told[i] & other.told[j], np.maximum(apart, 0), 0)


@dataclass(frozen=True, slots=True)
class Days:
    """The dates of claims; numbers among them are told no day."""

    span: Span
    clock: Ints
    """0 where there is none."""
    edtf: Ints
    day: Ints
    """Month and day, or whatever ends the text."""
    year: Bools
    """Whether a year is told and nothing else."""
    parts: Ints
    """How many parts a plain date has: year, month, day; 0 for what is none."""
    last: Ints
    """The last of them."""
    weekday: Bools
    """Whether one is printed beside it."""
    period: Ints
    """Equal periods by equal numbers."""
    values: tuple[Period | None, ...]
    """The period of each number."""

    @classmethod
    def of(cls, sides: Sequence[Side]) -> "Days":
        """`Days.of(sides).clock` tells the hours; each period is taken apart once."""
        periods = [side.value if isinstance(side.value, Period) else None for side in sides]
        period, told = coded(periods, first=None), dict.fromkeys((None, *periods))
        texts = ["" if p is None else p.edtf for p in told]
        span = Span.of([None if p is None else (p.first, p.last) for p in told])
        return cls(
            picked(span, period),
            coded(["" if p is None else p.clock for p in told])[period],
            coded(texts)[period],
            coded([text[-5:] for text in texts])[period],
            bools([len(text) == len("2008") for text in texts])[period],
            ints([1 + t.count("-") if plain_date(t) else 0 for t in texts])[period],
            coded([text[-2:] for text in texts])[period],
            bools([p is not None and p.weekday is not None for p in told])[period],
            period,
            tuple(told),
        )

    def may_slip(self, i: Ints, j: Ints) -> Bools:
        """Whether one date of each pair may be a slip of the other, without `slips.one_part` being
        asked of its words: another, and of one form that ends alike, or beside a weekday.
        """
        parts, last = self.parts, self.last
        one_form = (parts[i] == parts[j]) & ((parts[i] == 1) | (last[i] == last[j]))
        told = (one_form & (parts[i] > 0)) | self.weekday[i] | self.weekday[j]
        found: Bools = told & (self.period[i] != self.period[j])
        return found


def near_days(days: Days, i: Ints, j: Ints) -> Near:
    """How near the dates of pairs are."""
    span, clocks = days.span, days.clock
    one_clock = clocks[i] == clocks[j]
    open_first = (span.first[i] == UNTOLD) | (span.first[j] == UNTOLD)
    same_text = (days.edtf[i] == days.edtf[j]) & (days.edtf[i] != 0)
    ends = (span.first[i] == span.first[j]) & (span.last[i] == span.last[j])
    same = np.where(open_first, same_text, ends & one_clock)
    admitted = one_clock | (clocks[i] == 0) | (clocks[j] == 0)
    touch = np.maximum(span.first[i], span.first[j]) <= np.minimum(span.last[i], span.last[j])
    known = span.told[i] & span.told[j]
    masked = np.flatnonzero(admitted & ~known)
    admitted = admitted & touch
    for row in masked:  # few, and each a story of its own
        admitted[row] = _meet(*(days.values[days.period[place]] for place in (i[row], j[row])))
    alike = admitted & one_clock & (clocks[i] != 0)
    shared = np.where(same, 1.0, np.where(alike, SAME_NUMBER, 0.0))
    ratio = admitted.astype(float)
    nought = np.zeros(len(i))
    return Near(admitted, same, shared, nought, ratio, nought)


def _meet(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and one.meet(other) is not None
