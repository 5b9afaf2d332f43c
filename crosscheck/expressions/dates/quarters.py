"""Quarters and halves of a year: « premier trimestre 2027 », « ce semestre », « T1 2019 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> part_of_year_at(tokenise("premier trimestre 2027"), 0, None, almanac()).value.edtf
'2027-01/2027-03'
"""

from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import direction
from crosscheck.expressions.dates.periods import Periods, periods, rank_at
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["coded_part", "part_of_year_at", "part_over_at", "this_part_at", "tokenise"]

_DASHES = ("-", "/")
_DE = ("de", "d'")


def part_of_year_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« premier trimestre 2027 », « 2e semestre de 2024 », « dernier trimestre de l'année »."""
    lists = periods()
    rank = rank_at(tokens, i, lists)
    if rank is None:
        return None
    number, k = rank
    length = lists.lengths.get(tokens.word(k))
    if length is None or number * length > 12 or tokens.word(k + 1) in lists.hanging:
        return None
    year, last = _year_of(tokens, k + 1, published, lists)
    if last == k + 1 and tokens.word(last) in (*_DE, "du", "consécutif", "consécutive"):
        # Of a school year, a pregnancy, a company's year.
        return None
    if number < 0 and last == k + 1:
        return _this(tokens, (i, last), length, -1, published)
    number = number if number > 0 else 12 // length
    if last == k + 1 and published is not None:
        year = _near(tokens, (i, last), (number, length), published, words)
    return Candidate("date", i, last, _value(year, number, length))


def _value(year: int | None, number: int, length: int) -> Period:
    """The months of so many a part of a year: the first `number` of `length` months."""
    if year is None:
        return Period("")
    return cal.run_of_months((year, (number - 1) * length + 1), (year, number * length))


def _year_of(
    tokens: Tokens, k: int, published: date | None, lists: Periods
) -> tuple[int | None, int]:
    """The year that follows at token `k`, and the token after it: « de l'année », « de 2024 »."""
    at = k + (tokens.word(k) in _DE)
    year = year_number(tokens, at)
    if year is not None:
        return year, at + 1
    if at == k or tokens.word(at) not in ("l'", "cette"):
        return None, k
    if tokens.word(at + 1) not in ("année", "an", "exercice"):
        return None, k
    year, after = year_number(tokens, at + 2), tokens.word(at + 2)
    if year is not None:
        return year, at + 3
    away = lists.shifts.get(after)
    other = tokens.word(at + 1) == "exercice" or plain(after) in lists.other_years
    if other or after in lists.hanging:
        return None, k
    last = at + 2 + (away is not None)
    return (published.year + (away or 0) if published else None), last


def _near(
    tokens: Tokens, span: tuple[int, int], part: tuple[int, int], published: date, words: Almanac
) -> int:
    """The year of a part written without one: the nearest, on the side that the words tell."""
    number, length = part
    first = date(published.year, (number - 1) * length + 1, 1)
    last = date(published.year, number * length, 28)
    if first <= published <= last:
        return published.year
    # After a comma, the verb before is that of another clause.
    apart = "," in (tokens.word(span[0] - 1), tokens.word(span[0] - 2))
    side = 0 if apart else direction(tokens, *span, words)
    return cal.nearest_year((number - 1) * length + (length + 1) // 2, 15, published, side)


def this_part_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« ce trimestre », « prochain semestre »: counted from the one of publication."""
    lists = periods()
    length = lists.lengths.get(tokens.word(i + 1))
    away = 0 if tokens.word(i) == "ce" else lists.shifts.get(tokens.word(i))
    if length is None or away is None:
        return None
    if _year_of(tokens, i + 2, published, lists)[1] != i + 2:
        return None
    return _this(tokens, (i, i + 2), length, away, published)


def part_over_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« trimestre en cours », « semestre à venir », « trimestre précédent »."""
    lists = periods()
    length = lists.lengths.get(tokens.word(i))
    if length is None:
        return None
    after, following = tokens.word(i + 1), tokens.word(i + 2)
    if after in lists.hanging:
        # It is counted from the one last named, which is not looked for.
        return Candidate("date", i, i + 2, Period(""))
    pair = {("en", "cours"): 0, ("à", "venir"): 1}.get((after, following))
    away = pair if pair is not None else lists.shifts.get(after)
    if away is None:
        return None
    return _this(tokens, (i, i + 2 + (pair is not None)), length, away, published)


def _this(
    tokens: Tokens, span: tuple[int, int], length: int, away: int, published: date | None
) -> Candidate:
    first, last = span
    if published is None:
        return Candidate("date", first, last, Period(""))
    place = published.year * (12 // length) + (published.month - 1) // length + away
    year, number = divmod(place, 12 // length)
    return Candidate("date", first, last, _value(year, number + 1, length))


def coded_part(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« T1 2019 », « S2 2024 », « T3-2024 »: letters, a number and a year."""
    lists = periods()
    part = _coded(tokens, i, lists)
    at = i + 2 + (tokens.word(i + 2) in _DASHES or tokens.word(i + 2) == "de")
    year = year_number(tokens, at)
    if part is None or year is None or tokens.glued(i):
        return None
    if tokens.capital(i - 1) and len(tokens.word(i - 1)) > 2:
        # « Audi Q3 2024 »
        return None
    return Candidate("date", i, at + 1, _value(year, *part))


def year_and_part(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« 2019-T1 », « 2019 S2 »."""
    lists = periods()
    year = year_number(tokens, i)
    at = i + 1 + (tokens.word(i + 1) in _DASHES)
    part = _coded(tokens, at, lists) if year is not None else None
    if part is None or tokens.glued(i):
        return None
    return Candidate("date", i, at + 2, _value(year, *part))


def _coded(tokens: Tokens, i: int, lists: Periods) -> tuple[int, int] | None:
    """« T1 » as its number and its length in months."""
    length = lists.codes.get(tokens.word(i))
    if length is None or not tokens.is_figures(i + 1):
        return None
    after = tokens.word(i + 2)
    if not tokens.glued(i + 1) or (tokens.glued(i + 2) and after[:1].isalnum()):
        return None
    number = int(tokens.word(i + 1)) if len(tokens.word(i + 1)) == 1 else 0
    return (number, length) if 1 <= number <= 12 // length else None
