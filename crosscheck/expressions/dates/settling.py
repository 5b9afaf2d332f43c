"""Dates that hang on another one: « le lendemain », « l'année suivante », « à 18 heures ».

>>> from crosscheck.expressions import mentions
>>> [m.value.edtf for m in mentions("Le 3 mars 2025, à 18 heures")]
['2025-03-03', '2025-03-03T18:00']
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import almanac
from crosscheck.expressions.dates.dayparts import part_of
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.dates.hanging import Surroundings, hour_of_day, part_of_day
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import Tokens
from crosscheck.values import Period

__all__ = ["settle"]


def settle(
    tokens: Tokens,
    candidates: Iterable[Candidate],
    published: date | None,
    moment: datetime | None = None,
) -> Iterator[Candidate]:
    """The candidates, those that hang on another date now with their value.

    « le lendemain » follows the day last named, « l'année suivante » the year last named, and an
    hour is of the day named in its sentence; elsewhere an hour has no day.
    """
    kept = list(candidates)
    last: Period | None = None
    if published is not None and entry(tokens, almanac()):
        # A diary counts from the day on which it is written.
        last = cal.day(published)
    # In a text that names no day at all, an hour can only be of the day of publication.
    dated = any(isinstance(c.value, Period) and c.anchor is None for c in kept)
    around = Surroundings(tokens, kept, None if dated else published, moment)
    for place, candidate in enumerate(kept):
        value = candidate.value
        if candidate.anchor is not None and isinstance(value, Period):
            value = _anchored(candidate.anchor, place, last, around)
            candidate = replace(candidate, value=value, anchor=None)
            kept[place] = candidate
        if (
            candidate.kind == "date"
            and isinstance(value, Period)
            and (value.of or value).first
            and not (value.of or value).clock
        ):
            last = value.of or value
        yield candidate


def _anchored(anchor: Anchor, place: int, last: Period | None, around: Surroundings) -> Period:
    if anchor.of == "clock":
        return hour_of_day(place, around)
    if anchor.of == "part":
        return part_of_day(place, around)
    if last is None or last.first is None or last.last is None:
        found = Period("")
    else:
        found = _following(anchor, last)
    return part_of(found, anchor.clock) if anchor.clock else found


def _following(anchor: Anchor, last: Period) -> Period:
    """The day, week, month or year so many away from the period last named."""
    assert last.first is not None and last.last is not None
    if anchor.of == "year":
        number = last.first.year + anchor.away
        return cal.year(number) if cal.FIRST_YEAR <= number <= cal.LAST_YEAR else Period("")
    if anchor.of == "month":
        when = cal.shifted(last.first, months_away=anchor.away)
        return cal.month(when.year, when.month) if when else Period("")
    if (last.last - last.first) > timedelta(days=6 if anchor.of == "week" else 3):
        return Period("")
    edge = last.last if anchor.away > 0 or anchor.of == "weekday" else last.first
    if anchor.of == "week":
        when = cal.shifted(edge, days_away=7 * anchor.away - edge.weekday())
        end = cal.shifted(when, days_away=6) if when else None
        return cal.days(when, end) if when and end else Period("")
    ahead = (anchor.away - edge.weekday()) % 7 or 7
    when = cal.shifted(edge, days_away=ahead if anchor.of == "weekday" else anchor.away)
    return cal.day(when) if when else Period("")
