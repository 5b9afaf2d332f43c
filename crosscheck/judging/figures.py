"""The sentences of an article as figures and what stands between them.

>>> one = sentences("Dix-neuf décès, soit 12 hommes et 7 femmes.")[0]
>>> [int(f.value) for f in one.figures], one.gaps[1]
([19, 12, 7], ' deces, soit ')
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from crosscheck.expressions.numbers.numerals import Numeral, lexicon, read_numeral
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.judging.folding import fold
from crosscheck.rules import remembered, table, words

_BREAK = re.compile(r"(?<=[.!?…])[»”\"]?\s+(?=[^\W\d_a-zà-ÿ]|[«“\"—–-]|\d)|\n+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it stands in the article."""

    start: int
    end: int
    text: str
    value: Decimal
    grain: Decimal
    unit: str
    """« percent », « money », « time », « measure », or empty for what is counted."""
    hedged: bool
    """After « environ », or a band by itself: not to be reckoned with exactly."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of text, its figures, and the folded text before, between and after them."""

    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]
    gaps: tuple[str, ...]


def names(part: str, key: str = "") -> tuple[str, ...]:
    """A list of words of the rules file `inner`, folded: `names("sums", "total")`."""
    found = table("inner", part, dict)[key] if key else table("inner", part, list)
    return tuple(fold(word) for word in found)


@remembered
def any_of(part: str, key: str = "") -> str:
    """The same as a pattern, the longest word first: `any_of("weekdays")`."""
    found = sorted(names(part, key), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in found) + ")"


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, line by line."""
    tokens = tokenise(text)
    found = _figures(tokens, text)
    return tuple(
        _sentence(text, start, end, tuple(f for f in found if start <= f.start < end))
        for start, end in _bounds(text)
    )


def _bounds(text: str) -> list[tuple[int, int]]:
    """Where sentences start and end; « M. » and « Mme. » end none."""
    short = re.compile(rf"(?:\b[A-Z]|\b(?:{'|'.join(words('inner')['abbreviations'])}))\.$")
    bounds, start = [], 0
    for found in _BREAK.finditer(text):
        if short.search(text[start : found.start()]) and "\n" not in found[0]:
            continue
        bounds.append((start, found.start()))
        start = found.end()
    bounds.append((start, len(text)))
    return [(a, b) for a, b in bounds if text[a:b].strip()]


def _sentence(text: str, start: int, end: int, figures: tuple[Figure, ...]) -> Sentence:
    edges = [start, *(edge for f in figures for edge in (f.start, f.end)), end]
    gaps = [_between(text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return Sentence(start, end, text[start:end], figures, tuple(gaps))


def _between(text: str) -> str:
    """Folded, with one space for many, those at the ends kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{fold(text)}{after}"


def _figures(tokens: Tokens, text: str) -> list[Figure]:
    """The numbers of a text that count: no dates, no ranks, no « un » that is an article."""
    lex, i, found = lexicon(), 0, []
    while i < len(tokens.words):
        numeral = read_numeral(tokens, i, lex)
        if numeral is None:
            i += 1
            continue
        if not (numeral.ordinal or numeral.bare_one or numeral.attached):
            figure = _figure(tokens, numeral, text)
            found += [figure] if figure else []
        i = numeral.last
    return found


def _figure(tokens: Tokens, numeral: Numeral, text: str) -> Figure | None:
    start, end = tokens.starts[numeral.first], tokens.ends[numeral.last - 1]
    before, after = fold(text[max(0, start - 24) : start]), fold(text[end : end + 24])
    if _is_date(numeral, before, after, text[start:end]):
        return None
    hedged = bool(_hedge().search(before)) or numeral.low != numeral.high
    grain = numeral.grain if numeral.scaled or numeral.grain < 1 else _plain_grain(numeral)
    return Figure(start, end, text[start:end], numeral.low, grain, _unit(after), hedged)


def _plain_grain(numeral: Numeral) -> Decimal:
    """Trailing zeros are a rounding in the thousands and above only."""
    return numeral.grain if numeral.low >= 10000 else Decimal(1)


def _is_date(numeral: Numeral, before: str, after: str, printed: str) -> bool:
    """Whether a number is a year, a day of a month, an hour."""
    if _month_or_hour().match(after):
        return True
    plain = printed.isdigit() and len(printed) == 4 and 1800 <= numeral.low <= 2100
    if plain and (_dating().search(before) or not _NOUN.match(after)):
        return True
    return bool(_weekday().search(before))


_NOUN = re.compile(r"\s[a-z]{4,}")


@remembered
def _hedge() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W){any_of('hedges')}$")


@remembered
def _month_or_hour() -> re.Pattern[str]:
    return re.compile(rf"(?:er)?\s*{any_of('months')}\b|\s?(?:h|heures?)\b")


@remembered
def _dating() -> re.Pattern[str]:
    words = r"\ben|\bdepuis|\bde|\bfin|\bdebut|\bl'an|\ba|\bet"
    return re.compile(rf"(?:{any_of('months')}|{words})\s*$")


@remembered
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('weekdays')}\s*$")


def _unit(after: str) -> str:
    """The sort of thing that a figure counts, from the words after it."""
    if re.match(r"\s?(?:%|pour cent)", after):
        return "percent"
    return next((sort for sort, pattern in _units().items() if pattern.match(after)), "")


@remembered
def _units() -> dict[str, re.Pattern[str]]:
    return {
        sort: re.compile(rf"\s?(?:d'|de )?{any_of('units', sort)}(?![a-z])")
        for sort in ("money", "time", "measure")
    }
