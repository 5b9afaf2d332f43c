"""Dates that hang on another one: « le lendemain », « l'année suivante », « à 18 heures ».

>>> from crosscheck.expressions import mentions
>>> [m.value.edtf for m in mentions("Le 3 mars 2025, à 18 heures")]
['2025-03-03', '2025-03-03T18:00']
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from crosscheck.expressions import almanac as cal
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens
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
    # In a text that names no day at all, an hour can only be of the day of publication.
    dated = any(isinstance(c.value, Period) and c.anchor is None for c in kept)
    fallback = None if dated else published
    for place, candidate in enumerate(kept):
        value = candidate.value
        if candidate.anchor is not None and isinstance(value, Period):
            value = _anchored(tokens, kept, place, last, fallback)
            candidate = replace(candidate, value=value, anchor=None)
            kept[place] = candidate
        if (
            candidate.kind == "date"
            and isinstance(value, Period)
            and value.first
            and not value.clock
        ):
            last = value
        yield candidate


def _anchored(
    tokens: Tokens,
    kept: list[Candidate],
    place: int,
    last: Period | None,
    fallback: date | None,
) -> Period:
    anchor = kept[place].anchor
    assert anchor is not None
    if anchor.of == "clock":
        near = _day_of_sentence(tokens, kept, place) or fallback
        if near is None:
            return Period(f"T{anchor.clock}")
        return Period(f"{near.isoformat()}T{anchor.clock}", near, near)
    if last is None or last.first is None or last.last is None:
        return Period("")
    if anchor.of == "year":
        number = last.first.year + anchor.away
        return cal.year(number) if cal.FIRST_YEAR <= number <= cal.LAST_YEAR else Period("")
    if (last.last - last.first) > timedelta(days=3):
        return Period("")
    when = cal.shifted(last.last if anchor.away > 0 else last.first, days_away=anchor.away)
    return cal.day(when) if when else Period("")


def _day_of_sentence(tokens: Tokens, kept: list[Candidate], place: int) -> date | None:
    """The one day that the sentence of an hour names, the nearest before it or else after it."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(kept) and _same_sentence(tokens, kept[at], kept[place]):
            value = kept[at].value
            if isinstance(value, Period) and value.first and value.first == value.last:
                return value.first
            at += step
    return None


def _same_sentence(tokens: Tokens, one: Candidate, other: Candidate) -> bool:
    first, last = sorted((one, other), key=lambda c: c.first)
    if last.first - first.last > 40:
        return False
    between = range(first.last, last.first)
    return not any(
        tokens.words[k] == BREAK or (tokens.words[k] in ".!?" and not tokens.glued(k + 1))
        for k in between
    )
