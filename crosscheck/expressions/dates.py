"""Days, months, years and hours as French writes them.

>>> dates(tokenise("vendredi 14 mars 2025"), None)[0].value.edtf
'2025-03-14'
"""

from collections.abc import Callable
from datetime import date

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
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["dates", "tokenise"]

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
