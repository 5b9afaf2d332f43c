"""A day of the month as it is written, with what is missing: « mardi 3 mars 2015 », « le 15 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> written(tokenise("mardi 3 mars"), 0, almanac()).month
3
"""

from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = [
    "DAY_SUFFIXES",
    "Written",
    "full_year",
    "tokenise",
    "written",
    "year_after",
    "year_number",
    "year_told",
]

PIVOT = 20
"""« 74 » is 1974: two figures are of this century up to so many years after publication."""
TODAY = 2025
"""The year that the pivot is counted from where nobody knows when the text was published."""
DAY_SUFFIXES = ("e", "er", "eme", "ème")
"""« le 1er », « les 2e et 3e jours »."""


_MARKS = ("-", "/")
_CLOSING = frozenset([".", ",", ";", ":", ")", "!", "?", "»", "\n", ""])


@record
class Written:
    """A day as written, up to token `last` (excluded)."""

    last: int
    day: int
    month: int | None
    year: int | None
    weekday: int | None
    away: int | None = None
    """How many years from publication, where that is told: « de l'an dernier »."""


def written(tokens: Tokens, i: int, words: Almanac) -> Written | None:
    """The day that begins at token `i`, with its weekday, month and year as far as they stand."""
    named = _weekday(tokens, i, words)
    weekday, k = named if named else (None, i)
    if weekday is not None and tokens.word(k) in (",", "le"):
        k += 1
    number = _day_number(tokens, k, words)
    if number is None:
        return None
    value, k = number
    mark = tokens.word(k) if tokens.word(k) in _MARKS and tokens.glued(k) else ""
    if mark and (tokens.word(k + 1) in words.months or tokens.word(k + 1) in words.short_months):
        if tokens.word(k + 2) == mark and year_number(tokens, k + 3) and tokens.glued(k + 3):
            return _marked(tokens, k, value, weekday, words)
        k += 1 if mark == "-" and tokens.word(k + 1) in words.months else 0
    month = words.months.get(tokens.word(k))
    if month is None:
        figures = tokens.is_figures(k - 1) or tokens.is_figures(k - 2)  # « 1er oct. 2018 »
        month = words.short_months.get(tokens.word(k)) if figures else None
        if month is None:
            return Written(k, value, None, None, weekday)
        k += tokens.word(k + 1) == "." and (tokens.is_figures(k + 2) or not tokens.capital(k + 2))
    year, last = year_after(tokens, k + 1, words)
    told = year_told(tokens, last, words) if year is None else None
    if told is not None:
        return Written(told[1], value, month, None, weekday, told[0])
    return Written(last, value, month, year, weekday)


def _marked(tokens: Tokens, k: int, day: int, weekday: int | None, words: Almanac) -> Written:
    """« 01/août/2019 », « 23-sept-2020 »: the month in letters between two marks."""
    name = tokens.word(k + 1)
    month = words.months.get(name) or words.short_months.get(name)
    return Written(k + 4, day, month, year_number(tokens, k + 3), weekday)


def year_told(tokens: Tokens, k: int, words: Almanac) -> tuple[int, int] | None:
    """« de l'an dernier »: how many years from publication, and the token after.

    >>> from crosscheck.expressions.dates.almanac import almanac
    >>> year_told(tokenise("juin de l'an dernier"), 1, almanac())
    (-1, 5)
    """
    if tokens.word(k) not in ("de", "d'"):
        return None
    found = words.relative_periods.starts_at(tokens, k + 1)
    if found is None or found[1][0] != "an":
        return None
    return found[1][1], found[0]


def _weekday(tokens: Tokens, i: int, words: Almanac) -> tuple[int, int] | None:
    """The weekday at token `i` and the token after it; a short one only beside a day number."""
    word = tokens.word(i)
    if word in words.weekdays:
        return words.weekdays[word], i + 1
    short = words.short_weekdays.get(word)
    if short is None:
        return None
    k = i + 1 + (tokens.word(i + 1) == ".")
    return (short, k) if tokens.is_figures(k) and len(tokens.word(k)) <= 2 else None


def _day_number(tokens: Tokens, k: int, words: Almanac) -> tuple[int, int] | None:
    """A number from 1 to 31, « 1er » and « premier » too, and the token after it."""
    word = tokens.word(k)
    if word == "premier":
        return 1, k + 1
    if tokens.is_figures(k):
        return _day_figures(tokens, k, words)
    numeral = read_numeral(tokens, k, words.lexicon) if word.isalpha() else None
    if numeral is None or numeral.vague or numeral.ordinal or numeral.scaled:
        return None
    if numeral.bare_one or not 1 <= numeral.low <= 31:
        return None
    return int(numeral.low), numeral.last


def _day_figures(tokens: Tokens, k: int, words: Almanac) -> tuple[int, int] | None:
    word, after = tokens.word(k), tokens.word(k + 1)
    if len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    if not (tokens.glued(k + 1) and after[:1].isalpha()):
        return int(word), k + 1
    if after == "er" and int(word) == 1:
        return 1, k + 2
    if after in words.months or after in words.short_months:
        return int(word), k + 1
    dated = tokens.word(k + 2) in words.months or tokens.word(k + 2) == "au"
    return (int(word), k + 2) if after in DAY_SUFFIXES and dated else None


def year_after(tokens: Tokens, k: int, words: Almanac) -> tuple[int | None, int]:
    """The year that follows a month, and the token after it: « 2015 », « deux mille treize »."""
    at = k + (tokens.word(k) == "de")
    year = year_number(tokens, at)
    if year is not None:
        return year, at + 1
    if tokens.word(k) == "," and year_number(tokens, k + 1) and _closed(tokens, k + 2):
        return year_number(tokens, k + 1), k + 2
    if tokens.word(k + 1) == ":":
        return _year_after_clock(tokens, k), k
    if tokens.is_figures(k):
        return _short_year(tokens, k)
    if tokens.word(k) in ("mille", "mil", "deux", "dix"):
        numeral = read_numeral(tokens, k, words.lexicon)
        if numeral is not None and not numeral.vague and 1100 <= numeral.low <= cal.LAST_YEAR:
            # « le 3 mars deux mille personnes »
            counted = tokens.word(numeral.last)[:1].isalpha() and not numeral.low % 100
            return (None, k) if counted else (int(numeral.low), numeral.last)
    return None, k


def _closed(tokens: Tokens, k: int) -> bool:
    """Whether nothing that could be counted stands at token `k`: « le 4 juillet, 1995. »."""
    return tokens.word(k) in _CLOSING


def _year_after_clock(tokens: Tokens, k: int) -> int | None:
    """« mer. 26 octobre 15:50:06 2016 », as logs have it: the year stands after the hour."""
    at = k
    while at < k + 4 and tokens.word(at + 1) == ":" and tokens.glued(at + 1):
        at += 2
    year = year_number(tokens, at + 1) if at > k and tokens.is_figures(at) else None
    return year if tokens.gaps[at + 1] else None


def _short_year(tokens: Tokens, k: int) -> tuple[int | None, int]:
    """« 31 octobre 74 »: two figures that no day or count could be, with nothing after."""
    word, after = tokens.word(k), tokens.word(k + 1)
    # « en juillet 98,5 % », « en avril 60 000 personnes »
    goes_on = tokens.is_figures(k + 1) or (after == "," and tokens.glued(k + 2))
    if goes_on or len(word) != 2:
        return None, k
    if int(word) > 31 and not after[:1].isalpha() and after not in ("%", "€"):
        return 1900 + int(word), k + 1
    return None, k


def full_year(figures: str, published: date | None) -> int:
    """« 24 » and « 2024 » as years: `full_year("74", None)` is 1974."""
    if len(figures) != 2:
        return int(figures)
    latest = (published.year if published else TODAY) + PIVOT
    year = latest // 100 * 100 + int(figures)
    return year if year <= latest else year - 100


def year_number(tokens: Tokens, k: int) -> int | None:
    """Four figures at token `k` that can be a year."""
    word = tokens.word(k)
    if not tokens.is_figures(k) or len(word) != 4:
        return None
    after = tokens.word(k + 1)
    if tokens.glued(k + 1) and (after[:1].isalpha() or after in ("'", "%")):
        return None
    return int(word) if cal.FIRST_YEAR <= int(word) <= cal.LAST_YEAR else None
