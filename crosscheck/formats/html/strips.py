"""A strip: what each source says of one question, drawn on one axis.

A point is one value, a bar a range or a vague one, an arrow what is open to one side. Places are in
per cent, so that a drawing fits any width without a script and its words are never scaled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from crosscheck.formats.html.moments import ends, hours
from crosscheck.formats.html.scale import Scale, day_scale, number_scale
from crosscheck.formats.messages import phrase
from crosscheck.formats.view import View
from crosscheck.formats.wording import say_answer
from crosscheck.models import Claim, Finding
from crosscheck.values import Interval, Period

Shape = Literal["point", "bar", "after", "before"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One value as drawn."""

    shape: Shape
    at: float
    """Where it begins, in per cent; the open end of an arrow is the edge of the drawing."""
    to: float
    firm: bool = True
    """Whether the article tells it as its own; hollow otherwise (denied, conditional, planned)."""
    vague: bool = False
    """Whether the ends are our reading of words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One source on a strip."""

    article: str
    answer: str
    """What the source says, in words; several values parted by a bar."""
    marks: tuple[Mark, ...]
    """Empty where no value of the source can be drawn."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The lanes of one finding on their axis."""

    scale: Scale
    lanes: tuple[Lane, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, for the small drawing of the overview; each once."""
        return tuple(dict.fromkeys(mark for lane in self.lanes for mark in lane.marks))


def strip(view: View, finding: Finding) -> Strip | None:
    """The strip of a finding; `None` for words, values without a common measure, or one
    value alone."""
    claims = view.ordered(finding.group.claims)
    scale = _number_axis(claims) or _time_axis(claims)
    if scale is None:
        return None
    lanes = []
    for article in dict.fromkeys(claim.article for claim in claims):
        own = [claim for claim in claims if claim.article == article]
        marks = dict.fromkeys(mark for c in own if (mark := _mark(scale, c)) is not None)
        answer = phrase("join.values").join(dict.fromkeys(map(say_answer, own)))
        lanes.append(Lane(article, answer, tuple(marks)))
    drawn = Strip(scale, tuple(lanes))
    return drawn if len(drawn.marks) > 1 else None


def _number_axis(claims: Sequence[Claim]) -> Scale | None:
    """The axis of numbers of one measure."""
    values = [claim.value for claim in claims]
    intervals = [value for value in values if isinstance(value, Interval)]
    measures = {v.currency or v.unit for v in intervals} - {""}
    kinds = {claim.kind for claim in claims}
    if (
        len(intervals) < len(values)
        or len(kinds) > 1
        or (len(measures) > 1 and "count" not in kinds)
    ):
        return None
    finite = [x for v in intervals for x in (v.low, v.high) if x.is_finite()]
    return number_scale(finite) if finite else None


def _time_axis(claims: Sequence[Claim]) -> Scale | None:
    """The axis of days, or of hours where all are of one day."""
    values = [claim.value for claim in claims]
    periods = [value for value in values if isinstance(value, Period)]
    if len(periods) < len(values):
        return None
    known = [x for p in periods for x in _closed(p)]
    by_hour = all(hours(period) for period in periods)
    return day_scale(min(known), max(known), by_hour=by_hour) if known else None


def _closed(period: Period) -> list[float]:
    """The ends of a period that are known, as places in time; a day at its noon if alone."""
    found = ends(period)
    if found is None:
        return []
    if hours(period) is None and period.first == period.last:
        return [found[0] + 0.5] if period.first else []
    return [x for x, open_ in zip(found, (date.min, date.max), strict=True) if x != _edge(open_)]


def _edge(day: date) -> float:
    return float(day.toordinal() + (day == date.max))


def _mark(scale: Scale, claim: Claim) -> Mark | None:
    firm = claim.polarity == "asserted"
    if isinstance(claim.value, Interval):
        return _number_mark(scale, claim.value, firm)
    if isinstance(claim.value, Period):
        return _time_mark(scale, claim.value, firm)
    return None


def _number_mark(scale: Scale, value: Interval, firm: bool) -> Mark | None:
    low, high = value.low, value.high
    if not low.is_finite() and not high.is_finite():
        return None
    if not high.is_finite():
        return Mark("after", scale.at(float(low)), 100, firm, value.vague)
    if not low.is_finite() or (low == 0 < high and scale.low >= 0 and value.strict):
        return Mark("before", 0, scale.at(float(high)), firm, value.vague)
    at, to = scale.at(float(low)), scale.at(float(high))
    shape: Shape = "point" if low == high else "bar"
    return Mark(shape, at, to, firm, value.vague)


def _time_mark(scale: Scale, value: Period, firm: bool) -> Mark | None:
    found = ends(value)
    if found is None or value.first is None:
        return None
    if value.last == date.max:
        return Mark("after", scale.at(found[0]), 100, firm)
    if value.first == date.min:
        return Mark("before", 0, scale.at(found[1]), firm)
    clock = hours(value)
    if clock is not None and clock[0] == clock[1]:
        return Mark("point", scale.at(found[0]), scale.at(found[0]), firm)
    if clock is None and value.first == value.last:
        noon = scale.at(found[0] + 0.5)
        return Mark("point", noon, noon, firm)
    return Mark("bar", scale.at(found[0]), scale.at(found[1]), firm)
