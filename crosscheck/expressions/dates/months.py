"""Months: « juin 2025 », « en août », « avril dernier », « de janvier à mars 2017 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> month_at(tokenise("juin 2025"), 0, None, almanac()).value.edtf
'2025-06'
"""

from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.days import span_value
from crosscheck.expressions.dates.directions import direction, entry, verb_before
from crosscheck.expressions.dates.periods import periods
from crosscheck.expressions.dates.written import Written, year_after, year_number, year_told
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Period

__all__ = [
    "NamedMonth",
    "month_at",
    "month_day_at",
    "month_span_at",
    "named_month",
    "near_year",
    "tokenise",
]

_ENDS = frozenset([",", ".", ";", ")", BREAK])
_ALSO_NAMES = ("mars", "avril", "mai")
"""With a capital, these may be the planet or a person."""
_LEADS = ("en", "début", "fin", "courant", "mi")
_PARTICIPLE = 4
"""Letters of the shortest participle that tells a time: « voté »."""


@record
class NamedMonth:
    """A month as written, up to token `last` (excluded)."""

    number: int
    year: int | None
    said: int
    """-1 for « dernier », 1 for « prochain »."""
    last: int
    short: bool = False
    away: int | None = None
    """How many years from publication, where that is told: « de l'an dernier »."""


def named_month(tokens: Tokens, i: int, words: Almanac) -> NamedMonth | None:
    """The month at token `i`, with its year or « dernier » after it; « mois de » may go before.

    >>> from crosscheck.expressions.dates.almanac import almanac
    >>> named_month(tokenise("mois de mai 2024"), 0, almanac()).year
    2024
    """
    if tokens.word(i) == "mois" and tokens.word(i + 1) in ("de", "d'"):
        i += 2
    word = tokens.word(i)
    short = word in words.short_months and word not in words.months
    number = words.short_months[word] if short else words.months.get(word)
    if number is None:
        return None
    k = i + 1 + (short and tokens.word(i + 1) == ".")
    year, last = year_after(tokens, k, words)
    if short and not tokens.is_figures(k):
        year = None  # « sept mille cent » is a number
    if year is not None:
        return NamedMonth(number, year, 0, last, short)
    told = year_told(tokens, k, words)
    if told is not None:
        return NamedMonth(number, None, 0, told[1], short, told[0])
    said = periods().shifts.get(tokens.word(k), 0)
    return NamedMonth(number, None, said, k + (said != 0), short)


def month_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« juin 2025 », « en août », « juillet 98 », « avril dernier »; alone, « mars » is a name."""
    found = named_month(tokens, i, words)
    if found is None or (found.short and found.year is None):
        return None
    if found.year is not None:
        return Candidate("date", i, found.last, cal.month(found.year, found.number))
    if not found.said and not words.openers.ends_at(tokens, i) and not entry(tokens, words):
        return None
    if _is_a_name(tokens, i):
        return None
    if published is None or _of_another_year(tokens, found.last, words):
        return Candidate("date", i, found.last, Period(f"XXXX-{found.number:02}"))
    year = near_year(tokens, i, found, published, words)
    return Candidate("date", i, found.last, cal.month(year, found.number))


def _of_another_year(tokens: Tokens, k: int, words: Almanac) -> bool:
    """« en mai de l'année suivante »: the year hangs on one told before."""
    found = words.following.starts_at(tokens, k + 1) if tokens.word(k) == "de" else None
    return found is not None and found[1][0] == "year"


def near_year(tokens: Tokens, i: int, month: NamedMonth, published: date, words: Almanac) -> int:
    """The year of a month written without one, where what is told begins at token `i`."""
    if month.away is not None:
        return published.year + month.away
    side = month.said or direction(tokens, i, month.last, words, strict=True)
    if month.number == published.month and not month.said:
        return published.year
    side = side or verb_before(tokens, i, words) or -_happened(tokens, i, words)
    side = side or int(entry(tokens, words))
    return cal.nearest_year(month.number, 15, published, side)


def _happened(tokens: Tokens, i: int, words: Almanac) -> bool:
    """« le budget, voté en janvier »: a participle that no verb « être » leads stands before."""
    k = i - 1 - (tokens.word(i - 1) in _LEADS)
    done = tokens.word(k).endswith(("é", "ée", "és", "ées")) and len(tokens.word(k)) >= _PARTICIPLE
    before = tokens.word(k - 1)
    return done and before not in words.to_be and before not in words.no_participle


def month_span_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« janvier à mars 2017 », « d'avril 2016 à juin 2017 »."""
    first = words.months.get(tokens.word(i))
    opening = year_number(tokens, i + 1)
    k = i + 1 + (opening is not None)
    last = words.months.get(tokens.word(k + 1))
    if first is not None and opening is not None and tokens.word(k) == "à":
        whole = year_number(tokens, k + 1)
        if whole is not None and tokens.word(i - 1) in ("de", "d'"):
            return Candidate("date", i, k + 2, _to_year(opening, first, whole))
    joined = tokens.word(k) in ("à", "-", "–")
    between = tokens.word(k) == "et" and tokens.word(i - 1) == "entre"
    if first is None or last is None or not (joined or between):
        return None
    closing = year_number(tokens, k + 2)
    end = k + 2 + (closing is not None)
    if closing is None and published is not None:
        closing = cal.nearest_year(last, 15, published)
    if closing is None:
        return Candidate("date", i, end, Period(f"XXXX-{first:02}/XXXX-{last:02}"))
    opening = opening or (closing if first <= last else closing - 1)
    return Candidate("date", i, end, cal.run_of_months((opening, first), (closing, last)))


def _to_year(year: int, month: int, last: int) -> Period:
    """« de mars 2014 à 2018 »: to the end of that year."""
    run = cal.run_of_months((year, month), (last, 12))
    return Period(f"{year:04}-{month:02}/{last:04}", run.first, run.last) if run.first else run


def month_day_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« mars 3, 2019 », « juin 12 » at the head of a line: in the order of English.

    Elsewhere the number counts what follows: « en mars 3 personnes ».
    """
    number, month = tokens.word(i + 1), words.months.get(tokens.word(i))
    if month is None or not tokens.is_figures(i + 1) or len(number) > 2:
        return None
    k = i + 2
    year = year_number(tokens, k + 1) if tokens.word(k) == "," else None
    if year is None:
        opens = tokens.word(i - 1) in ("", BREAK) and not _is_a_name(tokens, i)
        ends = tokens.word(k) in (*_ENDS, "") or words.relative.starts_at(tokens, k) is not None
        if not (opens and ends) or (tokens.word(k) == "," and tokens.glued(k + 1)):
            return None
    elif tokens.word(i - 1) in ("en", "de", "d'"):
        return None
    told = Written(k, int(number), month, year, None)
    side = int(entry(tokens, words))
    value = span_value(told, told, published, side)
    if not value.edtf:
        return None
    return Candidate("date", i, k if year is None else k + 2, value, (i + 1, i + 2))


def _is_a_name(tokens: Tokens, i: int) -> bool:
    """« Mars 3 »: a probe."""
    return tokens.capital(i) and tokens.word(i) in _ALSO_NAMES
