"""Days, weeks and week-ends told by their place in a month: « le premier lundi de mars ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> nth_at(tokenise("le premier lundi de mars 2025"), 1, None, almanac()).value.edtf
'2025-03-03'
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.days import day_at
from crosscheck.expressions.dates.edges import month_part
from crosscheck.expressions.dates.months import named_month, near_year
from crosscheck.expressions.dates.periods import Band, periods, rank_at
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["day_of_month", "nth_at", "tokenise", "week_of_day"]

_DE = ("de", "d'")
_WEEK = 7
_LAST_WEEK = 53
_FIRST_YEAR = 1700


@dataclass(frozen=True, slots=True)
class _Month:
    """The month that a place is in, up to token `last`; no number where nobody knows it."""

    year: int | None
    number: int | None
    last: int


def nth_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« premier lundi de mars », « 3e jour d'octobre », « dernière semaine de mai »."""
    lists = periods()
    rank = rank_at(tokens, i, lists)
    if rank is None:
        return None
    number, k = rank
    word = tokens.word(k)
    if (word, tokens.word(k + 1), tokens.word(k + 2)) == ("week", "-", "end"):
        word, k = "week-end", k + 2
    if word not in words.weekdays and word not in (*_UNITS, *lists.portions):
        return None
    month = _month(tokens, i, k + 1, published, words)
    if month is None and word == "semaine" and tokens.word(k + 1) in _DE:
        return _week_of_year(tokens, i, k + 2, number)
    if month is None:
        return _habit(tokens, i, k) if word in words.weekdays else None
    if month.number is None:
        return Candidate("date", i, month.last, Period(""))
    if word in words.weekdays:
        value = _weekday(month, words.weekdays[word], number)
    elif word in lists.portions:
        value = _portion(month, lists.portions[word], number)
    else:
        value = _UNITS[word](month, number)
    return Candidate("date", i, month.last, value) if value is not None else None


def _habit(tokens: Tokens, i: int, k: int) -> Candidate | None:
    """« le premier mercredi du mois », « le dernier samedi de chaque mois »: no one day."""
    if tokens.word(k + 1) not in (*_DE, "du", "des"):
        return None
    return Candidate("date", i, k + 1, Period(""), hidden=True)


def _month(tokens: Tokens, i: int, k: int, published: date | None, words: Almanac) -> _Month | None:
    """« de mars », « du mois de mars », « du mois prochain »; a place in any month is none."""
    if tokens.word(k) not in (*_DE, "du"):
        return None
    named = named_month(tokens, k + 1, words)
    if named is not None and not (named.short and named.year is None):
        if tokens.word(k) == "du" and tokens.word(k + 1) != "mois":
            return None
        year = named.year
        if year is None and published is not None:
            year = near_year(tokens, i, named, published, words)
        return _Month(year, named.number, named.last)
    away = periods().shifts.get(tokens.word(k + 2))
    if tokens.word(k + 1) != "mois" or away is None:
        return None
    when = cal.shifted(published, months_away=away) if published else None
    return _Month(when.year, when.month, k + 3) if when else _Month(None, None, k + 3)


def _week_of_year(tokens: Tokens, i: int, k: int, number: int) -> Candidate | None:
    """« la première semaine de 2015 », « la dernière de l'année 2016 »: by ISO 8601."""
    k += 2 * (tokens.words[k : k + 2] == ("l'", "année"))
    year = year_number(tokens, k)
    if year is None or year < _FIRST_YEAR or not 0 < abs(number) <= _LAST_WEEK:
        return None
    last = date(year, 12, 28)  # always in the last week of its year
    monday = last - timedelta(days=last.weekday())
    if 0 < number < last.isocalendar().week:
        monday = date.fromisocalendar(year, number, 1)
    value = cal.days(monday, monday + timedelta(days=6))
    return Candidate("date", i, k + 1, replace(value, of=cal.year(year)))


def _place(number: int, count: int) -> int | None:
    """So many places from the first, counted from the end for « dernier »; `None` beyond."""
    at = number - 1 if number > 0 else count + number
    return at if 0 <= at < count else None


def _known(month: _Month) -> tuple[int, int, int] | None:
    """Year, month and its length."""
    if month.year is None or month.number is None or not cal.month(month.year, month.number).first:
        return None
    return month.year, month.number, calendar.monthrange(month.year, month.number)[1]


def _day(month: _Month, number: int) -> Period | None:
    """The day of that number; the last day of a month of no known year is unknown in February."""
    known = _known(month)
    length = known[2] if known else calendar.monthrange(2023, month.number or 1)[1]
    if number < 0 and known is None and month.number == 2:
        return Period("")
    at = _place(number, length)
    if at is None:
        return None
    if known is None:
        return Period(f"XXXX-{month.number:02}-{at + 1:02}")
    return cal.day(date(*known[:2], at + 1))


def _weekday(month: _Month, weekday: int, number: int) -> Period | None:
    days = _all_of(month, weekday)
    at = _place(number, len(days)) if days else None
    if not days:
        return Period("")
    return cal.day(days[at]) if at is not None else None


def _portion(month: _Month, parts: tuple[Band, ...], number: int) -> Period | None:
    """« première quinzaine »; the month stays as `of`."""
    at = _place(number, len(parts))
    if at is None or month.number is None:
        return None
    return month_part(month.year, month.number, parts[at])


def _all_of(month: _Month, weekday: int) -> list[date]:
    """Every such weekday of a month; empty where its year is not known."""
    known = _known(month)
    if known is None:
        return []
    made = [date(*known[:2], day) for day in range(1, known[2] + 1)]
    return [day for day in made if day.weekday() == weekday]


def _week(month: _Month, number: int) -> Period | None:
    """A week from Monday to Sunday that lies wholly in the month, which stays as `of`.

    Some count the days before the first Monday as a week, so nothing is compared by it.
    """
    mondays = _all_of(month, calendar.MONDAY)
    if not mondays:
        return Period("")
    whole = [day for day in mondays if (day + timedelta(days=6)).month == day.month]
    at = _place(number, len(mondays if number > 0 else whole))
    if at is None:
        return None
    first = mondays[at]
    assert month.year is not None and month.number is not None
    days = cal.days(first, first + timedelta(days=6))
    return Period(days.edtf, days.first, days.last, of=cal.month(month.year, month.number))


def _weekend(month: _Month, number: int) -> Period | None:
    """Saturday and Sunday; where one of the two is of another month, the count is uncertain."""
    saturdays = _all_of(month, calendar.SATURDAY)
    if not saturdays:
        return Period("")
    at = _place(number, len(saturdays))
    if at is None:
        return None
    days = cal.weekend(saturdays[at])
    split = (saturdays[-1] + timedelta(days=1)).month != month.number
    if not (saturdays[0].day == _WEEK if number > 0 else split):
        return days
    assert month.year is not None and month.number is not None
    return Period(days.edtf, days.first, days.last, of=cal.month(month.year, month.number))


_UNITS = {"jour": _day, "semaine": _week, "week-end": _weekend}


def day_of_month(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« le 31 du mois », « le 6 du mois d'avril », « le 15 du mois prochain »."""
    number = tokens.word(i)
    if len(number) > 2 or not 1 <= int(number) <= 31 or tokens.word(i + 1) != "du":
        return None
    if tokens.word(i + 2) != "mois" or tokens.word(i - 1) not in ("le", "du", "au", "prochain"):
        return None
    month = _month(tokens, i, i + 1, published, words)
    if month is None:
        after = tokens.word(i + 3)
        if after in (*_DE, *periods().hanging):
            return None
        year, here = (published.year, published.month) if published else (None, None)
        month = _Month(year, here, i + 3)
    if month.number is None:
        return Candidate("date", i, month.last, Period(""), (i, i + 1))
    value = _day(month, int(number))
    return Candidate("date", i, month.last, value or Period(""), (i, i + 1))


def week_of_day(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« la semaine du 6 octobre »: the one that holds it; a Sunday begins the next."""
    if tokens.word(i) != "semaine" or tokens.word(i + 1) != "du":
        return None
    found = day_at(tokens, i + 2, published, words)
    if found is None or not isinstance(found.value, Period):
        return None
    day = found.value.first
    if day is None or found.value.first != found.value.last or not date.min < day < date.max:
        known = found.value.edtf.startswith("XXXX-") and "/" not in found.value.edtf
        return Candidate("date", i, found.last, Period("")) if known else None
    away = -day.weekday() if day.weekday() < calendar.SUNDAY else 1
    monday = cal.shifted(day, days_away=away)
    sunday = cal.shifted(monday, days_away=6) if monday else None
    if monday is None or sunday is None:
        return None
    first = i - (tokens.word(i - 1) == "la")
    return Candidate("date", first, found.last, cal.days(monday, sunday))
