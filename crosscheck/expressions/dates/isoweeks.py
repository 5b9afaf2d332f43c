"""Weeks told by their number: « en semaine 42 », « la semaine 7 de 2024 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> numbered_week(tokenise("en semaine 7 de 2024"), 1, None, almanac()).value.edtf
'2024-02-12/2024-02-18'
"""

from datetime import date, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import direction
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.dates.years import counted_next
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Period

__all__ = ["numbered_week", "tokenise"]

_LAST_WEEK = 53
_OF = ("de", "d'")
_HEADS = ("", BREAK)
_BEFORE = frozenset(["en", "la", "de", *_HEADS])
_NOT_AFTER = frozenset([":", "-", "–", "/", "%", "h", ")"])
"""« Semaine 2 : échauffement » is an item of a list."""


def numbered_week(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """The week of ISO 8601 whose number follows token `i`; without a year, the last such week."""
    number = tokens.word(i + 1)
    if not tokens.is_figures(i + 1) or len(number) > 2 or not 1 <= int(number) <= _LAST_WEEK:
        return None
    before, after = tokens.word(i - 1), tokens.word(i + 2)
    item = after in _NOT_AFTER or (before in _HEADS and after == ".")
    if item and before in _HEADS:
        return Candidate("date", i, i + 2, Period(""), hidden=True)
    if before not in _BEFORE or item or counted_next(tokens, i + 2, words):
        return None
    first, last = i - (before == "la"), i + 2
    year = year_number(tokens, last + (after in (*_OF, "(")))
    if year is not None and after != "(":
        last += 1 + (after in _OF)
    if year is not None:
        monday = _monday(year, int(number))
    elif published is not None:
        side = direction(tokens, first, last, words)
        monday = _near(published, int(number), side)
    else:
        return Candidate("date", first, last, Period(""), (i + 1, i + 2))
    if monday is None:
        return None
    value = cal.days(monday, monday + timedelta(days=6))
    return Candidate("date", first, last, value, (i + 1, i + 2))


def _near(published: date, number: int, side: int) -> date | None:
    """The Monday of the last week of that number, or of the next where `side` is 1."""
    mondays = [_monday(published.year + away, number) for away in (-1, 0, 1)]
    if side > 0:
        return min((day for day in mondays if day and day >= published), default=None)
    return max((day for day in mondays if day and day <= published), default=None)


def _monday(year: int, number: int) -> date | None:
    """The Monday of a week; `None` for a week 53 that a year has not."""
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
