"""Days, months, years and hours as French writes them.

>>> dates(tokenise("vendredi 14 mars 2025"), None)[0].value.edtf
'2025-03-14'
"""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import compress

from crosscheck.expressions.dates.almanac import Almanac, almanac
from crosscheck.expressions.dates.clock import clock_at
from crosscheck.expressions.dates.dayparts import part_at, with_part
from crosscheck.expressions.dates.days import day_at
from crosscheck.expressions.dates.edges import edged_at
from crosscheck.expressions.dates.eves import counted_from_at, eve_at
from crosscheck.expressions.dates.feastdays import feast_words
from crosscheck.expressions.dates.feasts import feast_at, place_named_after
from crosscheck.expressions.dates.isoweeks import numbered_week
from crosscheck.expressions.dates.months import month_at, month_day_at, month_span_at
from crosscheck.expressions.dates.nth import day_of_month, nth_at, week_of_day
from crosscheck.expressions.dates.numeric import numeric_date
from crosscheck.expressions.dates.openings import opened
from crosscheck.expressions.dates.periods import periods
from crosscheck.expressions.dates.quarters import (
    coded_part,
    part_of_year_at,
    part_over_at,
    this_part_at,
    year_and_part,
)
from crosscheck.expressions.dates.relative import ago_at, relative_at
from crosscheck.expressions.dates.seasons import season_at
from crosscheck.expressions.dates.weekdays import weekday_at
from crosscheck.expressions.dates.windows import window_at
from crosscheck.expressions.dates.years import decade_at, figured_month, spelled_year_at, year_at
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.expressions.words import Remembered
from crosscheck.rules import remembered

__all__ = ["dates", "tokenise"]

Reader = Callable[[Tokens, int, date | None, Almanac], Candidate | None]

READERS: dict[str, tuple[Reader, ...]] = {
    "figures": (
        place_named_after,
        numeric_date,
        day_at,
        window_at,
        day_of_month,
        nth_at,
        part_of_year_at,
        year_and_part,
        figured_month,
        year_at,
        counted_from_at,
        clock_at,
    ),
    "day": (day_at, weekday_at),
    "weekday": (day_at, weekday_at),
    "month": (month_span_at, month_day_at, month_at),
    "decade": (decade_at,),
    "season": (season_at,),
    "number": (day_at, window_at, clock_at, spelled_year_at, counted_from_at),
    "relative": (relative_at,),
    "ago": (ago_at,),
    "edge": (edged_at,),
    "rank": (nth_at, part_of_year_at),
    "this": (this_part_at,),
    "part": (part_over_at,),
    "code": (coded_part,),
    "week": (week_of_day, numbered_week),
    "feast": (feast_at,),
    "eve": (eve_at,),
    "hour": (clock_at,),
    "part of day": (part_at,),
}
"""Which readings are tried on a token of which kind; of two that are as long, the first stands."""

FIGURES: dict[Reader, tuple[int, ...]] = {
    **dict.fromkeys((place_named_after, day_at, day_of_month, nth_at, part_of_year_at), (1, 2)),
    numeric_date: (1, 2, 4),
    figured_month: (2, 4),
    **dict.fromkeys((year_at, year_and_part), (4,)),
}
"""How many figures a token has that such a reading may begin with; any, where nothing is said."""


def dates(tokens: Tokens, published: date | None) -> list[Candidate]:
    """Every date of the text, in order of place; readings may overlap."""
    words = almanac()
    found = []
    readers = [*map(_readers().__getitem__, tokens.words)]
    for i in compress(range(len(readers)), readers):
        for reader in readers[i]:
            candidate = reader(tokens, i, published, words)
            if candidate is None:
                continue
            part = with_part(tokens, candidate, words)
            if part is not None:
                found.append(part)
            if part is None or part.last - part.first > candidate.last - candidate.first:
                found.append(opened(tokens, candidate, words))
    return found


@remembered
def _readers() -> Remembered[tuple[Reader, ...]]:
    """The readings tried on each word, none on most: figures are told by how many they are."""
    classes = _classes()

    def tried(word: str) -> tuple[Reader, ...]:
        if not (word.isascii() and word.isdigit()):
            return classes.get(word, ())
        return tuple(r for r in READERS["figures"] if len(word) in FIGURES.get(r, (len(word),)))

    return Remembered(tried)


def _classes() -> dict[str, tuple[Reader, ...]]:
    """The readings of each word that may begin a date; some words may begin several kinds."""
    words, lists, feasts = almanac(), periods(), feast_words()
    numbers = (
        "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
        " seize vingt trente premier mille mil"
    )
    groups: dict[str, Iterable[str]] = {
        "relative": words.relative.first_words(),
        "ago": ("il", "voilà", "voici", "dans"),
        "number": numbers.split(),
        "decade": ("années",),
        "part of day": words.hours.ends,
        "hour": ("midi", "minuit"),
        "day": words.short_weekdays,
        "weekday": words.weekdays,
        "month": {*words.months, *words.short_months},
        "season": words.seasons,
        "edge": lists.opening.first_words(),
        "rank": lists.ranks,
        "this": ("ce", *lists.shifts),
        "part": lists.lengths,
        "code": lists.codes,
        "week": ("semaine",),
        "feast": feasts.names.first_words(),
        "eve": feasts.eves.first_words(),
    }
    found: dict[str, tuple[Reader, ...]] = {}
    for group, firsts in groups.items():
        for word in dict.fromkeys(firsts):
            found[word] = found.get(word, ()) + READERS[group]
    return found
