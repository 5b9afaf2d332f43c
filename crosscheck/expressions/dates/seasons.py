"""Seasons: « au printemps 2026 », « cet été », « l'hiver dernier », « l'hiver 2024-2025 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> season_at(tokenise("au printemps 2026"), 1, None, almanac()).value.edtf
'2026-21'
"""

from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac, Season
from crosscheck.expressions.dates.directions import direction
from crosscheck.expressions.dates.periods import periods
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["season_at", "tokenise"]

_BEFORE = frozenset(["au", "cet", "ce", "l'", "le", "en", "à", "du", "un", "printemps", "dès",
                     "fin", "d'", "début", "mi", "-"])  # fmt: skip
SOON = 92
"""A season that begins within so many days is the one meant, where no word tells the time."""
_TURN, _LENGTH = 21, 111
"""Days from the first of our wide seasons to that of the calendar, and to its last."""
_SPRING_IS_OVER = 6
"""Before this month, « cet hiver » is the one that began in December."""


def season_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """The season at token `i`, where the words around make a date of it."""
    which = words.seasons[tokens.word(i)]
    before = tokens.word(i - 1)
    if before not in _BEFORE or _of_life(tokens, i + 1):
        return None
    first = i - 1 if before in ("cet", "ce") else i
    year = year_number(tokens, i + 1)
    if year is not None:
        return Candidate("date", first, _after_year(tokens, i + 2, year), cal.season(year, which))
    side = periods().shifts.get(tokens.word(i + 1), 0)
    if not side and not _dated(tokens, i):
        return None
    last = i + 1 + (side != 0)
    if published is None:
        return Candidate("date", first, last, Period(""))
    if first < i:
        number = _this(tokens, (first, last), which, published, words)
    else:
        told = side or direction(tokens, i, last, words)
        number = _near(which, published, told, said=side != 0)
    return Candidate("date", first, last, cal.season(number, which))


def _of_life(tokens: Tokens, k: int) -> bool:
    """« à l'automne de sa vie »: no season."""
    return tokens.words[k + 1 : k + 3] in (("sa", "vie"), ("leur", "vie"), ("la", "vie"))


def _after_year(tokens: Tokens, k: int, year: int) -> int:
    """The token after the second year of « hiver 2024-2025 »."""
    if tokens.word(k) not in ("-", "–", "/") or not tokens.glued(k) or not tokens.glued(k + 1):
        return k
    second = tokens.word(k + 1)
    told = tokens.is_figures(k + 1) and second in (str(year + 1), f"{(year + 1) % 100:02}")
    return k + 2 if told else k


def _dated(tokens: Tokens, i: int) -> bool:
    """« au printemps », « à l'été », « fin de l'hiver »; « il a été » and « l'été » are none."""
    before, ahead = tokens.word(i - 1), tokens.word(i - 2)
    if tokens.word(i) == "été" and before == "en" and ahead in ("a", "ont", "avait"):
        return False
    if before in ("au", "cet", "ce", "en"):
        return True
    edged = ahead in ("de", "d'") and tokens.word(i - 3) in ("fin", "début", "milieu", "cœur")
    if before == "l'":
        return ahead in ("à", "dès", "cours") or edged
    edged = tokens.word(i - 2) in ("fin", "début", "milieu", "cours")
    return before == "du" and (edged or tokens.word(i + 1) in (".", ",", ":", ";", ")"))


def _this(
    tokens: Tokens, span: tuple[int, int], which: Season, published: date, words: Almanac
) -> int:
    """« cet hiver »: the one under way or, from the summer on, the next."""
    if which.last >= which.first:
        return published.year
    over = published.month > which.last
    if published.month >= _SPRING_IS_OVER or (over and direction(tokens, *span, words) > 0):
        return published.year
    return published.year - 1


def _near(which: Season, published: date, side: int, *, said: bool) -> int:
    """The year in which a season begins: the last one, unless a word says that it is to come.

    Where no word tells, one that is about to begin is meant too. With `said` the word is
    « dernier » or « prochain », which leaves out the season under way.
    """
    begun = [date(published.year + k, which.first, 1) for k in (-2, -1, 0, 1) if _has(published, k)]
    past = [day for day in begun if day <= published]
    coming = [day for day in begun if day > published]
    since = (published - past[-1]).days if past else SOON
    if side > 0 and coming:
        # Our seasons are wide: « l'automne prochain » may be said in the first days of September.
        under_way = since < (_TURN if said else SOON)
        return past[-1].year if past and under_way else coming[0].year
    if side == 0 and coming and (coming[0] - published).days <= SOON:
        return coming[0].year
    over = since > _LENGTH
    return past[-1 if over or not said else -2].year if len(past) > 1 else published.year


def _has(published: date, away: int) -> bool:
    return date.min.year <= published.year + away <= date.max.year
