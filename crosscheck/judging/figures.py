"""The sentences of an article as figures and what stands between them.

>>> one = sentences("Dix-neuf décès, soit 12 hommes et 7 femmes.")[0]
>>> [int(f.value) for f in one.figures], one.gaps[1]
([19, 12, 7], ' deces, soit ')
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.expressions.lexicon import Lexicon
from crosscheck.expressions.numbers.numerals import Numeral, lexicon, read_numeral
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.judging.cues import cues_in
from crosscheck.judging.folding import fold, fold_once
from crosscheck.rules import remembered, remembered_lately, table, words

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
    folded: str
    cues: int
    """What words it may hold (`cues`)."""


@remembered
def names(part: str, key: str = "") -> tuple[str, ...]:
    """A list of words of the rules file `inner`, folded: `names("sums", "total")`."""
    found = table("inner", part, dict)[key] if key else table("inner", part, list)
    return tuple(fold(word) for word in found)


@remembered
def any_of(part: str, key: str = "") -> str:
    """The same as a pattern, the longest word first: `any_of("weekdays")`."""
    found = sorted(names(part, key), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in found) + ")"


def plain(text: str) -> str:
    """A text with plain apostrophes, spaces and hyphens, one character for one."""
    return _tokens(text).text


@remembered_lately(4)
def _tokens(text: str) -> Tokens:
    return tokenise(text)


@remembered_lately(64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, line by line."""
    found, first = _figures(_tokens(text), text), 0
    told = []
    for start, end in _bounds(text):
        while first < len(found) and found[first].start < start:
            first += 1
        last = first
        while last < len(found) and found[last].start < end:
            last += 1
        told.append(_sentence(text, start, end, tuple(found[first:last])))
        first = last
    return tuple(told)


def _bounds(text: str) -> list[tuple[int, int]]:
    """Where sentences start and end; « M. » and « Mme. » end none."""
    short, longest = _short()
    bounds, start = [], 0
    for found in _BREAK.finditer(text):
        end = found.start()
        stop = text[end - 1 : end] == "." and "\n" not in found[0]
        if stop and short.search(text[max(start, end - longest) : end]):
            continue
        bounds.append((start, end))
        start = found.end()
    bounds.append((start, len(text)))
    return [(a, b) for a, b in bounds if text[a:b].strip()]


@remembered
def _short() -> tuple[re.Pattern[str], int]:
    """What ends in a full stop and goes on, and how many characters tell that."""
    listed = words("inner")["abbreviations"]
    pattern = re.compile(rf"(?:\b[A-Z]|\b(?:{'|'.join(listed)}))\.$")
    return pattern, max(map(len, listed), default=1) + 3


def _sentence(text: str, start: int, end: int, figures: tuple[Figure, ...]) -> Sentence:
    whole = text[start:end]
    folded = fold_once(whole)
    if not figures:
        gaps = [_spaced(whole, folded)]
        return Sentence(start, end, whole, (), tuple(gaps), folded, cues_in(folded))
    edges = [start, *(edge for f in figures for edge in (f.start, f.end)), end]
    gaps = [_between(text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    # « douze € » is « douze EUR »: glued to a figure, a gap has words that the whole has not.
    glued = any(gap[:1].isalpha() for gap in gaps[1:]) or any(g[-1:].isalpha() for g in gaps[:-1])
    cues = cues_in(folded, *gaps) if glued else cues_in(folded)
    return Sentence(start, end, whole, figures, tuple(gaps), folded, cues)


def _between(text: str) -> str:
    """Folded, with one space for many, those at the ends kept."""
    return _spaced(text, fold_once(text))


def _spaced(text: str, folded: str) -> str:
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{folded}{after}"


def _figures(tokens: Tokens, text: str) -> list[Figure]:
    """The numbers of a text that count: no dates, no ranks, no « un » that is an article."""
    lex, after, found = lexicon(), 0, []
    for i in number_starts(tokens, lex):
        numeral = read_numeral(tokens, i, lex) if i >= after else None
        if numeral is None:
            continue
        if not (numeral.ordinal or numeral.bare_one or numeral.attached):
            figure = _figure(tokens, numeral, text)
            found += [figure] if figure else []
        after = numeral.last
    return found


def number_starts(tokens: Tokens, lex: Lexicon) -> Iterator[int]:
    """The tokens at which `read_numeral` may find a number; it finds none at the others."""
    begins = lex.number_words
    for i, word in enumerate(tokens.words):
        if word in begins or tokens.figures[i] or word == "-":
            yield i


def _figure(tokens: Tokens, numeral: Numeral, text: str) -> Figure | None:
    start, end = tokens.starts[numeral.first], tokens.ends[numeral.last - 1]
    before, after = fold_once(text[max(0, start - 24) : start]), fold_once(text[end : end + 24])
    if _is_date(numeral, before, after, text[start:end]):
        return None
    hedged = numeral.low != numeral.high or (
        before.endswith(names("hedges")) and bool(_hedge().search(before))
    )
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
    return before.endswith(names("weekdays")) and bool(_weekday().search(before))


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
    found = _units().match(after)
    return (found.lastgroup or "") if found else ""


@remembered
def _units() -> re.Pattern[str]:
    sorts = (
        rf"(?P<{sort}>\s?(?:d'|de )?{any_of('units', sort)}(?![a-z]))"
        for sort in ("money", "time", "measure")
    )
    return re.compile(rf"(?P<percent>\s?(?:%|pour cent))|{'|'.join(sorts)}")
