"""Days and periods told from another: « hier soir », « l'an dernier », « il y a dix ans ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> relative_at(tokenise("hier soir"), 0, date(2025, 6, 25), almanac()).value.edtf
'2025-06-24'
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.units import read_unit
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["ago_at", "relative_at", "tokenise"]

_EMPTY = Period("")
_TO_THE_MONTH = 9
"""« il y a deux ans » is said to the month, « il y a trente ans » to the year."""
_LENGTHS = ("an", "mois", "semaine", "jour")
"""What « il y a trois … » can be counted in and name a day or more."""


def relative_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« hier », « le lendemain », « l'an dernier »."""
    if words.relative.starts_at(tokens, i) is None:
        return None
    period = words.relative_periods.starts_at(tokens, i)
    if period is not None:
        last, (unit, away) = period
        return Candidate("date", i, last, _period(unit, away, published))
    following = words.following.starts_at(tokens, i)
    if following is not None:
        return _hanging(tokens, i, following[0], Anchor(*following[1]))
    return _present(tokens, i, published, words) or _day(tokens, i, published, words)


def _present(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« à ce jour », « en ce moment »: the day of publication, of which nothing is claimed."""
    last = words.present.starts_at(tokens, i)
    if last is None or tokens.word(last[0]) in ("de", "d'", "du", "où"):
        return None
    value = cal.day(published) if published else _EMPTY
    return Candidate("date", i, last[0], value, hanging=True)


def _day(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    found = words.relative_days.starts_at(tokens, i)
    if found is None:
        return None
    last, away = found
    if tokens.words[i : i + 2] == ("ce", "jour") and (
        tokens.word(last) == "-" or tokens.word(i - 1) in ("à", "de")
    ):
        return None
    if tokens.word(i) == "la" and tokens.word(last) in ("de", "d'", "du", "des"):
        # « la veille du scrutin » hangs on the day of the poll.
        return None
    while tokens.word(last) in words.parts or tokens.word(last) in words.weekdays:
        last += 1
    if published is None:
        return Candidate("date", i, last, _EMPTY)
    when = cal.shifted(published, days_away=away)
    return Candidate("date", i, last, cal.day(when) if when else _EMPTY)


def _hanging(tokens: Tokens, i: int, last: int, anchor: Anchor) -> Candidate | None:
    if tokens.word(last) in ("de", "d'", "du", "des", "où"):
        return None
    return Candidate("date", i, last, _EMPTY, anchor=anchor)


def _period(unit: str, away: int, published: date | None) -> Period:
    """The year, month, week or week-end so many away from publication; empty without it."""
    if published is None:
        return _EMPTY
    if unit == "an":
        return cal.year(published.year + away)
    if unit == "mois":
        when = cal.shifted(published, months_away=away)
        return cal.month(when.year, when.month) if when else _EMPTY
    if unit == "week-end" and away == 0 and published.weekday() == 0:
        # On a Monday, « ce week-end » is the one that is just over.
        away = -1
    monday = cal.shifted(published, days_away=7 * away - published.weekday())
    if monday is None or monday > date.max - timedelta(days=7):
        return _EMPTY
    if unit == "week-end":
        return cal.weekend(monday + timedelta(days=5))
    return cal.days(monday, monday + timedelta(days=6))


def ago_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« il y a dix ans », « voilà huit ans », « dans trois jours »."""
    word = tokens.word(i)
    if word == "il":
        if tokens.words[i + 1 : i + 3] != ("y", "a") and tokens.word(i + 1) != "ya":
            return None
        at, sign = i + 2 + (tokens.word(i + 1) == "y"), -1
    elif word in ("voilà", "voici"):
        at, sign = i + 1, -1
    elif word == "dans":
        at, sign = i + 1, 1
    else:
        return None
    filler = words.fillers.starts_at(tokens, at)
    at = filler[0] if filler else at
    hedge = words.lexicon.hedges_before.starts_at(tokens, at)
    within = word == "dans" and hedge is not None and tokens.word(at) == "moins"
    numeral = read_numeral(tokens, hedge[0] if hedge else at, words.lexicon)
    if numeral is None or numeral.ordinal or numeral.uncounted:
        return None
    unit = read_unit(tokens, numeral, numeral.last, words.lexicon)
    if unit is None or unit.kind != "duration" or unit.added or unit.unit not in _LENGTHS:
        return None
    if word in ("voilà", "voici") and tokens.word(unit.last) in ("que", "qu'"):
        return None
    if within:
        value = _away(numeral.low * unit.times, unit.unit, published, rough=False)
        return Candidate("date", i, unit.last, _up_to(value), (numeral.first, numeral.last))
    if word == "dans" and (tokens.word(unit.last) in ("de", "d'") or hedge is not None):
        return None
    rough = numeral.vague or hedge is not None
    value = _away(numeral.low * unit.times * sign, unit.unit, published, rough=rough)
    return Candidate("date", i, unit.last, value, (numeral.first, numeral.last))


def _up_to(value: Period) -> Period:
    """« dans moins de trois semaines »: at the latest on that day."""
    if value.last is None:
        return value
    return Period(f"../{value.last.isoformat()}", date.min, value.last)


def _away(number: Decimal, unit: str, published: date | None, *, rough: bool) -> Period:
    """The day so far from publication; of it, the month or year that its unit really tells.

    « il y a trois mois » is the same day three months before, and claims no more than the month.
    """
    if published is None or abs(number) > 5000 or number != number.to_integral_value():
        return _EMPTY
    count = int(number)
    if unit in ("an", "mois"):
        when = cal.shifted(published, months_away=count * (12 if unit == "an" else 1))
        return _EMPTY if when is None else _part_of(when, unit, count, rough=rough)
    if rough:
        return _EMPTY
    length = 7 if unit == "semaine" else 1
    when = cal.shifted(published, days_away=count * length)
    return cal.day(when) if when else _EMPTY


def _part_of(when: date, unit: str, count: int, *, rough: bool) -> Period:
    """« il y a deux mois » as a day of its month, « il y a deux ans » as a month of its year.

    « Il y a un an » claims its month, « il y a environ deux ans » no more than the year.
    """
    month = cal.month(when.year, when.month)
    if not month.edtf:
        return _EMPTY
    if unit == "an":
        if abs(count) == 1:
            return month
        year = cal.year(when.year)
        return year if rough or abs(count) > _TO_THE_MONTH else replace(month, of=year)
    return month if rough else replace(cal.day(when), of=month)
