"""Days told from a feast or a date: « la veille de Noël », « trois semaines après Pâques ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> eve_at(tokenise("la veille de Noël 2024"), 1, None, almanac()).value.edtf
'2024-12-24'
"""

from datetime import date, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.days import day_at
from crosscheck.expressions.dates.feastdays import feast_words
from crosscheck.expressions.dates.feasts import feast_named, feast_value, place_named_after
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.units import read_unit
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["counted_from_at", "eve_at", "tokenise"]

_DE = ("de", "d'", "du")
_ARTICLES = ("la", "le", "l'", "les")
_SIDES = {"avant": -1, "après": 1}
_LONGEST = 400
_REACH = 24
"""« avant » and « après » stand no more words behind the number's first: its unit is in between."""


def eve_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« la veille de Noël », « le lendemain du 13 février », « l'avant-veille du 14-Juillet »."""
    found = feast_words().eves.starts_at(tokens, i)
    if found is None or tokens.word(found[0]) not in _DE:
        return None
    base = _day_told(tokens, found[0] + 1, published, words)
    if base is None:
        return None
    first = i - (tokens.word(i - 1) in _ARTICLES)
    return Candidate("date", first, base[1], _shifted(base[0], found[1]))


def counted_from_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« trois semaines avant Noël », « deux jours après le 13 mai 1999 »."""
    if _SIDES.keys().isdisjoint(tokens.around[i + 1 : i + _REACH]):
        return None
    numeral = read_numeral(tokens, i, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal or numeral.uncounted:
        return None
    unit = read_unit(tokens, numeral, numeral.last, words.lexicon)
    if unit is None or unit.kind != "duration" or unit.added:
        return None
    side = _SIDES.get(tokens.word(unit.last))
    number = numeral.low * unit.times
    if side is None or number != number.to_integral_value() or number > _LONGEST:
        return None
    if words.lexicon.hedges_before.ends_at(tokens, i):
        return None
    base = _day_told(tokens, unit.last + 1, published, words)
    value = _away(base[0], int(number) * side, unit.unit) if base else None
    if base is None or value is None:
        return None
    return Candidate("date", i, base[1], value, (numeral.first, numeral.last))


def _away(day: Period, number: int, unit: str) -> Period | None:
    """So many days or weeks from a day; of months and years, the month or the year alone."""
    if unit in ("jour", "semaine"):
        return _shifted(day, number * (7 if unit == "semaine" else 1))
    if unit not in ("mois", "an"):
        return None
    if day.first is None:
        return Period("")
    when = cal.shifted(day.first, months_away=number * (12 if unit == "an" else 1))
    if when is None:
        return Period("")
    return cal.year(when.year) if unit == "an" else cal.month(when.year, when.month)


def _day_told(
    tokens: Tokens, k: int, published: date | None, words: Almanac
) -> tuple[Period, int] | None:
    """The one day named at token `k`, and the token after it; an article may go before."""
    k += tokens.word(k) in _ARTICLES
    named = feast_named(tokens, k, words)
    if named is not None:
        return feast_value(tokens, named, published, words), named.last
    if tokens.is_figures(k):
        name = place_named_after(tokens, k, published, words)
        if name is not None and isinstance(name.value, Period):
            return None if name.hidden else (name.value, name.last)
    found = day_at(tokens, k, published, words)
    if found is None or not isinstance(found.value, Period) or "/" in found.value.edtf:
        return None
    return found.value, found.last


def _shifted(told: Period, away: int) -> Period:
    """The day so many days from another, which may have no year: « XXXX-12-24 »."""
    if told.first is not None:
        when = cal.shifted(told.first, days_away=away)
        return cal.day(when) if when else Period("")
    if not told.edtf:
        return told
    month, number = int(told.edtf[5:7]), int(told.edtf[8:10])
    # Where the end of February lies between the two, the day hangs on the year.
    years = (cal.make_day(year, month, number) for year in (2001, 2004))
    reached = {f"XXXX-{day + timedelta(days=away):%m-%d}" for day in years if day is not None}
    return Period(reached.pop() if len(reached) == 1 else "")
