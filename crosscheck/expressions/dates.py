"""Days, months, years and hours as French writes them.

>>> dates(tokenise("vendredi 14 mars 2025"), None)[0].value.edtf
'2025-03-14'
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from crosscheck.expressions import almanac as cal
from crosscheck.expressions.almanac import Almanac, almanac
from crosscheck.expressions.clock import clock_at
from crosscheck.expressions.days import dashed_date, day_at, slashed_day, weekday_at
from crosscheck.expressions.months import (
    decade_at,
    month_at,
    month_span_at,
    part_of_year_at,
    season_at,
    year_at,
)
from crosscheck.expressions.relative import ago_at, relative_at
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Period

__all__ = ["dates", "settle", "tokenise"]

Reader = Callable[[Tokens, int, date | None, Almanac], Candidate | None]

READERS: dict[str, tuple[Reader, ...]] = {
    "figures": (dashed_date, slashed_day, day_at, year_at, clock_at),
    "weekday": (day_at, weekday_at),
    "month": (month_span_at, month_at),
    "decade": (decade_at,),
    "season": (season_at,),
    "number": (day_at, clock_at, part_of_year_at),
    "relative": (relative_at, ago_at),
    "part": (part_of_year_at,),
    "hour": (clock_at,),
}
"""Which readings are tried on a token of which kind."""


def dates(tokens: Tokens, published: date | None) -> list[Candidate]:
    """Every date of the text, in order of place; readings may overlap."""
    words = almanac()
    classes = _classes(words)
    found = []
    for i, word in enumerate(tokens.words):
        group = "figures" if tokens.figures[i] else classes.get(word)
        if group is None:
            continue
        for reader in READERS[group]:
            candidate = reader(tokens, i, published, words)
            if candidate is not None:
                found.append(candidate)
    return found


def _classes(words: Almanac) -> dict[str, str]:
    """What kind of date a word may begin."""
    groups: dict[str, str] = {}
    relative = (words.relative_days, words.following_days, words.relative_periods,
                words.following_years, words.feasts)  # fmt: skip
    for phrases in relative:
        groups |= dict.fromkeys(phrases.first_words(), "relative")
    groups |= dict.fromkeys(("il", "voilà", "voici", "dans"), "relative")
    numbers = (
        "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
    )
    numbers += " seize vingt trente premier"
    groups |= dict.fromkeys(numbers.split(), "number")
    groups |= dict.fromkeys(("première", "deuxième", "second", "troisième", "quatrième"), "part")
    groups |= dict.fromkeys(("deuxième", "troisième", "quatrième", "dernier"), "part")
    groups["années"] = "decade"
    groups |= dict.fromkeys(("midi", "minuit"), "hour")
    groups |= dict.fromkeys(words.weekdays, "weekday")
    groups |= dict.fromkeys((*words.months, *words.short_months), "month")
    groups |= dict.fromkeys(words.seasons, "season")
    return groups


def settle(
    tokens: Tokens, candidates: Iterable[Candidate], published: date | None
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
