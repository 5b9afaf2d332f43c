"""Months, seasons, quarters and years.

>>> from crosscheck.expressions.almanac import almanac
>>> year_at(tokenise("de 1998 à 2006"), 1, None, almanac()).value.edtf
'1998/2006'
"""

from datetime import date

from crosscheck.expressions import almanac as cal
from crosscheck.expressions.almanac import Almanac
from crosscheck.expressions.days import year_number
from crosscheck.expressions.directions import direction
from crosscheck.expressions.numerals import read_numeral
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = [
    "decade_at",
    "month_at",
    "month_span_at",
    "part_of_year_at",
    "season_at",
    "tokenise",
    "year_at",
]

FIRST_DECADE, LATEST = 1800, 2100
_QUARTERS = {"premier": 1, "1er": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4}


def month_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« juin 2025 », « en août », « fin mars 2026 », « mi-juin », « avril dernier »."""
    word = tokens.word(i)
    short = word in words.short_months and word not in words.months
    number = words.short_months[word] if short else words.months[word]
    k = i + 1 + (short and tokens.word(i + 1) == ".")
    year = year_number(tokens, k)
    if year is not None:
        edge = _edge(tokens, i, words)
        return Candidate("date", edge, k + 1, cal.month(year, number))
    if short:
        return None
    edge = _edge(tokens, i, words)
    if tokens.word(k) in ("dernier", "prochain", "passé"):
        k += 1
    elif edge == i and not words.openers.ends_at(tokens, i):
        return None
    if tokens.capital(i) and tokens.word(i) in ("mars", "avril", "mai") and edge == i:
        return None
    if published is None:
        return Candidate("date", edge, k, Period(f"XXXX-{number:02}"))
    said = tokens.word(k - 1)
    side = -1 if said in ("dernier", "passé") else 1 if said == "prochain" else 0
    side = side or direction(tokens, edge, k, words, strict=True)
    if number == published.month and not said.startswith(("dernier", "prochain")):
        return Candidate("date", edge, k, cal.month(published.year, number))
    near = cal.nearest_year(number, 15, published, side)
    return Candidate("date", edge, k, cal.month(near, number))


def month_span_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« janvier à mars 2017 », « d'avril 2016 à juin 2017 »."""
    first = words.months.get(tokens.word(i))
    opening = year_number(tokens, i + 1)
    k = i + 1 + (opening is not None)
    last = words.months.get(tokens.word(k + 1))
    if first is None or last is None or tokens.word(k) not in ("à", "-", "–"):
        return None
    closing = year_number(tokens, k + 2)
    end = k + 2 + (closing is not None)
    if closing is None and published is not None:
        closing = cal.nearest_year(last, 15, published)
    if closing is None:
        return Candidate("date", i, end, Period(f"XXXX-{first:02}/XXXX-{last:02}"))
    opening = opening or (closing if first <= last else closing - 1)
    return Candidate("date", i, end, cal.run_of_months((opening, first), (closing, last)))


def decade_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« les années 1990 », « les années quatre-vingt-dix »: two figures are of the last century."""
    numeral = read_numeral(tokens, i + 1, words.lexicon)
    if tokens.word(i) != "années" or numeral is None or numeral.vague or numeral.ordinal:
        return None
    number = int(numeral.low) if numeral.low < LATEST else 0
    number += 1900 if 20 <= number < 100 else 0
    if number % 10 or not FIRST_DECADE <= number < LATEST:
        return None
    value = Period(f"{number // 10}X", date(number, 1, 1), date(number + 9, 12, 31))
    return Candidate("date", i, numeral.last, value, (numeral.first, numeral.last))


def _edge(tokens: Tokens, i: int, words: Almanac) -> int:
    """The token where « fin », « début de », « mi- » before `i` begins; `i` where there is none."""
    at = i - 1 if tokens.word(i - 1) == "-" and tokens.word(i - 2) == "mi" else i
    found = words.edges.ends_at(tokens, at)
    return found[0] if found else i


def season_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« au printemps 2026 », « cet été », « l'automne dernier »."""
    which = words.seasons[tokens.word(i)]
    before = tokens.word(i - 1)
    if before not in (
        "au",
        "cet",
        "ce",
        "l'",
        "le",
        "en",
        "à",
        "du",
        "un",
        "printemps",
        "dès",
        "fin",
        "d'",
    ):
        return None
    first = i - 1 if before in ("cet", "ce") else i
    year = year_number(tokens, i + 1)
    if year is not None:
        return Candidate("date", first, i + 2, cal.season(year, which))
    after = tokens.word(i + 1)
    if after in ("dernier", "prochain", "passé"):
        side = 1 if after == "prochain" else -1
        last = i + 2
    elif (
        before in ("au", "cet", "ce", "en")
        or (before == "l'" and tokens.word(i - 2) in ("à", "dès", "cours"))
        or (before == "du" and tokens.word(i + 1) in (".", ",", ":", ";", ")"))
    ):
        side, last = 0, i + 1
    else:
        return None
    if tokens.word(i) == "été" and before == "en" and tokens.word(i - 2) in ("a", "ont", "avait"):
        return None
    if published is None:
        return Candidate("date", first, last, Period(""))
    if first < i:
        return Candidate("date", first, last, cal.season(published.year, which))
    side = side or direction(tokens, i, last, words)
    near = cal.nearest_year((which.first % 12) + 1, 15, published, side)
    return Candidate("date", first, last, cal.season(near, which))


def part_of_year_at(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« premier trimestre 2027 », « second semestre »."""
    number = _QUARTERS.get(tokens.word(i))
    length = {"trimestre": 3, "semestre": 6}.get(tokens.word(i + 1))
    if number is None or length is None or number * length > 12:
        return None
    k = i + 2
    k += tokens.word(k) in ("de", "d'") and year_number(tokens, k + 1) is not None
    year = year_number(tokens, k)
    last = k + 1 if year is not None else i + 2
    if year is None and published is not None:
        year = cal.nearest_year((number - 1) * length + (length + 1) // 2, 15, published)
    if year is None:
        return Candidate("date", i, last, Period(""))
    value = cal.run_of_months((year, (number - 1) * length + 1), (year, number * length))
    return Candidate("date", i, last, value)


def year_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« en 2025 », « de 1998 à 2006 », « (2014) », « fin 2024 », « 2024-2025 »."""
    year = year_number(tokens, i)
    if (
        year is None
        or not 1700 <= year <= 2199
        or (tokens.glued(i) and tokens.word(i - 1) not in "(«-/")
    ):
        return None
    span = _span(tokens, i, year, words)
    if span is not None:
        return span
    edge = _edge(tokens, i, words)
    if edge == i and not _dated(tokens, i, words):
        return None
    return Candidate("date", edge, i + 1, cal.year(year), (i, i + 1))


def _span(tokens: Tokens, i: int, year: int, words: Almanac) -> Candidate | None:
    """« 1998 à 2006 », « entre 2016 et 2019 », « 2024-2025 »."""
    link = tokens.word(i + 1)
    end = year_number(tokens, i + 2)
    before = tokens.word(i - 1)
    if end is None or end <= year:
        return None
    ranged = (
        link == "à" and (before in ("de", "d'", "(") or not _plural(tokens, i + 3, words))
    ) or (link == "et" and before == "entre")
    dashed = link in ("-", "–", "/") and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not ranged and not dashed:
        return None
    return Candidate("date", i, i + 3, cal.years(year, end), (i, i + 3))


def _plural(tokens: Tokens, k: int, words: Almanac) -> bool:
    """Whether a plural noun stands at token `k`: what comes before it is a count."""
    word = tokens.word(k)
    short = word in words.lexicon.after_share or len(word) < 4
    return word.isalpha() and word[-1] in "sx" and not short and not tokens.capital(k)


def _dated(tokens: Tokens, i: int, words: Almanac) -> bool:
    """Whether the words around four figures make a year of them."""
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    if before == "en":
        return True
    if _plural(tokens, i + 1, words) or after in ("%", "€", "$", "m", "km", "millions", "h"):
        return False
    if before == "(":
        return after in (")", ",", "-", "–", ":", ";")
    if before in ("et", "ou", ","):
        # « en 1983 et 1989 », « 2012, 2016 et 2020 »
        return year_number(tokens, i - 2) is not None and not _plural(tokens, i + 1, words)
    if after.isalpha() and before in ("à", "au", "pour", "de", "d'", "contre", "du"):
        article = tokens.word(i - 2)
        if before in ("à", "pour") and article.isalpha() and after not in words.lexicon.after_share:
            return len(after) < 4
    return words.openers.ends_at(tokens, i) is not None
