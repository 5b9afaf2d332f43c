"""Years, runs of years, decades and centuries.

>>> from crosscheck.expressions.dates.almanac import almanac
>>> year_at(tokenise("de 1998 à 2006"), 1, None, almanac()).value.edtf
'1998/2006'
"""

import re
from datetime import date

from crosscheck.expressions.alone import alone
from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.periods import periods
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.ordinals import century, ordinal, roman
from crosscheck.expressions.numbers.ranges import figures_at
from crosscheck.expressions.numbers.units import read_unit
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Interval, Period

__all__ = [
    "century_named",
    "counted_next",
    "decade_at",
    "decade_named",
    "figured_month",
    "spelled_year_at",
    "tokenise",
    "year_at",
]

FIRST_DECADE, LATEST = 1800, 2100
_DASHES = ("-", "–", "/", "~")
_COMPARISONS = frozenset("=<>≤≥")
_ROMAN = re.compile(r"([IVX]{1,6})(?:e|ème)")
_BEGINNINGS = ("", "\n", ".", ":", "?", "!", "(")
_ENDS = ("", "\n", ".", ",", ";", ":", "?", "!")


def decade_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« les années 1990 », « les années quatre-vingt-dix »: two figures are of the last century."""
    found = decade_named(tokens, i, words)
    if found is None:
        return None
    value, last = found
    if tokens.word(last) in ("et", "-", "à") and tokens.is_figures(last + 1):
        second = _decade(tokens, last + 1, words)
        if second is not None and value.last is not None and second[0].first == _next_day(value):
            edtf = f"{value.edtf}/{second[0].edtf}"
            value = Period(edtf, value.first, second[0].last)
            last = second[1]
    return Candidate("date", i, last, value, (i + 1, last))


def _next_day(value: Period) -> date | None:
    return date(value.last.year + 1, 1, 1) if value.last is not None else None


def decade_named(tokens: Tokens, i: int, words: Almanac) -> tuple[Period, int] | None:
    """The decade at token `i`, and the token after it."""
    return _decade(tokens, i + 1, words) if tokens.word(i) == "années" else None


def _decade(tokens: Tokens, k: int, words: Almanac) -> tuple[Period, int] | None:
    """« 1990 », « 90 », « quatre-vingt-dix » after « années »."""
    numeral = figures_at(tokens, k) or read_numeral(tokens, k, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal:
        return None
    number = int(numeral.low) if numeral.low < LATEST else 0
    number += 1900 if 20 <= number < 100 else 0
    if number % 10 or not FIRST_DECADE <= number < LATEST:
        return None
    value = Period(f"{number // 10}X", date(number, 1, 1), date(number + 9, 12, 31))
    return value, numeral.last


def century_named(tokens: Tokens, i: int, words: Almanac) -> tuple[Period, int] | None:
    """The century at token `i`, « XXe siècle » or « dix-neuvième siècle », and the token after."""
    place: Candidate | None = None
    match = _ROMAN.fullmatch(tokens.raw(i))
    if match is not None:
        value = Interval.exactly(roman(match[1]))
        place = century(tokens, Candidate("ordinal", i, i + 1, value, (i, i + 1)))
    else:
        numeral = read_numeral(tokens, i, words.lexicon)
        if numeral is not None and (numeral.ordinal or numeral.attached):
            place = ordinal(tokens, numeral, words.lexicon)
    if place is None or not isinstance(place.value, Period):
        return None
    return place.value, place.last


def year_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« en 2025 », « de 1998 à 2006 », « (2014) », « 2024-2025 », « de 2014 à mai 2018 »."""
    year = year_number(tokens, i)
    if (
        year is None
        or not 1700 <= year <= 2199
        or (tokens.glued(i) and tokens.word(i - 1) not in "(«-/~=<>≤≥")
    ):
        return None
    span = _span(tokens, i, year, words) or _season(tokens, i, year, words)
    if span is not None:
        return span
    if not _dated(tokens, i, words):
        return None
    return Candidate("date", i, i + 1, cal.year(year), (i, i + 1))


def _span(tokens: Tokens, i: int, year: int, words: Almanac) -> Candidate | None:
    """« 1998 à 2006 », « entre 2016 et 2019 », « 2024-2025 », « 2014 à mai 2018 »."""
    link = tokens.word(i + 1)
    before = tokens.word(i - 1)
    opened = before in ("de", "d'", "(")
    end = year_number(tokens, i + 2)
    if end is None:
        return _to_month(tokens, i, year, words) if link in ("à", "et") else None
    if end <= year:
        return None
    ranged = (link == "à" and (opened or not counted_next(tokens, i + 3, words))) or (
        link == "et" and before == "entre"
    )
    dashed = link in _DASHES and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not ranged and not dashed:
        return None
    return Candidate("date", i, i + 3, cal.years(year, end), (i, i + 3))


def _to_month(tokens: Tokens, i: int, year: int, words: Almanac) -> Candidate | None:
    """« de 2014 à mai 2018 », « entre 2014 et mai 2018 »."""
    month = words.months.get(tokens.word(i + 2))
    end = year_number(tokens, i + 3)
    opened = (tokens.word(i - 1), tokens.word(i + 1)) in (("de", "à"), ("entre", "et"))
    if month is None or end is None or end < year or not opened:
        return None
    first, last = cal.year(year), cal.month(end, month)
    if first.first is None or last.last is None:
        return None
    value = Period(f"{first.edtf}/{last.edtf}", first.first, last.last)
    return Candidate("date", i, i + 4, value, (i, i + 4))


def _season(tokens: Tokens, i: int, year: int, words: Almanac) -> Candidate | None:
    """« saison 2011-12 », « l'exercice 2023/24 »: a year and the next."""
    second = tokens.word(i + 2)
    joined = tokens.word(i + 1) in _DASHES and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not joined or not tokens.is_figures(i + 2) or second != f"{(year + 1) % 100:02}":
        return None
    after = tokens.word(i + 3)
    goes_on = tokens.glued(i + 3) and (after in _DASHES or after[:1].isalnum())
    if goes_on or not words.openers.ends_at(tokens, i) or counted_next(tokens, i + 3, words):
        return None
    return Candidate("date", i, i + 3, cal.years(year, year + 1), (i, i + 3))


def counted_next(tokens: Tokens, k: int, words: Almanac) -> bool:
    """Whether a plural noun stands at token `k`: what comes before it is a count."""
    word = tokens.word(k)
    short = word in words.lexicon.after_share or len(word) < 4
    return word.isalpha() and word[-1] in "sx" and not short and not tokens.capital(k)


def _dated(tokens: Tokens, i: int, words: Almanac) -> bool:
    """Whether the words around four figures make a year of them."""
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    if before == "en" or (_kind_of_year(before) and tokens.word(i - 2) == "année"):
        return True
    if counted_next(tokens, i + 1, words) or after in ("%", "€", "$", "m", "km", "millions", "h"):
        return False
    if before in _COMPARISONS:
        return alone(tokens, i - 1 - (before == "=" and tokens.word(i - 2) in "<>"), i + 1)
    if before == "(":
        return after in (")", ",", "-", "–", ":", ";")
    if before in ("et", "ou", ","):
        # « en 1983 et 1989 », « 2012, 2016 et 2020 »
        return year_number(tokens, i - 2) is not None
    if after.isalpha() and before in ("à", "au", "pour", "de", "d'", "contre", "du"):
        article = tokens.word(i - 2)
        if before in ("à", "pour") and article.isalpha() and after not in words.lexicon.after_share:
            return len(after) < 4
    return words.openers.ends_at(tokens, i) is not None


def _kind_of_year(word: str) -> bool:
    """« l'année civile 2024 », « l'année scolaire 2024-2025 »."""
    lists = periods()
    return word in lists.calendar_years or plain(word) in lists.other_years


def spelled_year_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« né en mille neuf cent quarante-deux »: a year in words, after « en » or « l'an »."""
    if tokens.word(i - 1) not in ("en", "an", "année"):
        return None
    numeral = read_numeral(tokens, i, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal or numeral.figures or numeral.scaled:
        return None
    number = int(numeral.low)
    k = numeral.last
    if not 1100 <= number <= cal.LAST_YEAR or counted_next(tokens, k, words):
        return None
    if tokens.word(k) in ("pour", "de", "d'") or read_unit(tokens, numeral, k, words.lexicon):
        return None
    return Candidate("date", i, k, cal.year(number), (i, k))


def figured_month(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« 12-2015 » and « 2015-12 », where nothing else is meant: « 2011-12 » is two years."""
    mark, second = tokens.word(i + 1), tokens.word(i + 2)
    if mark not in ("-", "/") or not tokens.is_figures(i + 2):
        return None
    if tokens.glued(i) or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    lengths = len(tokens.word(i)), len(second)
    if lengths == (2, 4):
        month, year = int(tokens.word(i)), int(second)
    elif lengths == (4, 2) and mark == "-" and second != f"{(int(tokens.word(i)) + 1) % 100:02}":
        year, month = int(tokens.word(i)), int(second)
    else:
        return None
    if not (1 <= month <= 12 and 1900 <= year <= LATEST) or not _alone(tokens, i, i + 3):
        return None
    return Candidate("date", i, i + 3, cal.month(year, month), (i, i + 3))


def _alone(tokens: Tokens, i: int, last: int) -> bool:
    """Whether figures are no number of a law or a file: « en 12/2015 », « (12-2015) »."""
    before, after = tokens.word(i - 1), tokens.word(last)
    if before in ("en", "depuis", "dès"):
        return not tokens.glued(last) or after in _ENDS
    return before in _BEGINNINGS and (after in _ENDS or after == ")")
