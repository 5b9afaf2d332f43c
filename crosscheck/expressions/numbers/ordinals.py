"""Places in a row: « 65e », « deuxième », « XXIe », « 90e+4 ».

>>> tokens = tokenise("le 65e anniversaire")
>>> ordinal(tokens, read_numeral(tokens, 1, lexicon()), lexicon()).value.low
Decimal('65')
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import compress

from crosscheck.expressions.alone import alone
from crosscheck.expressions.dates.almanac import years
from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.numerals import Numeral, read_numeral
from crosscheck.expressions.numbers.sayings import hide
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.expressions.words import Remembered
from crosscheck.values import Interval

__all__ = ["lexicon", "ordinal", "read_numeral", "roman_ordinals", "tokenise"]

SUFFIXES = frozenset(["e", "er", "re", "ère", "ere", "è", "nd", "nde", "es"])
SUFFIXES |= {"ème", "eme", "ième", "ieme", "èmes", "emes", "ièmes", "iemes"}
_ROMAN = re.compile(r"([IVX]{1,6})(?:e|er|ère|ème)'?")
_SIGNS = {"I": 1, "V": 5, "X": 10}


def ordinal(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Candidate | None:
    """The place that a number tells; `None` for « 12km » and for « Premier ministre »."""
    first, last, value = numeral.first, numeral.last, numeral.low
    if numeral.attached:
        if tokens.word(last) not in SUFFIXES:
            return None
        last += 1
        if _class(tokens, last):
            return hide(first, last + 1)
    elif not _place(tokens, first, last):
        return None
    if tokens.word(first - 1) in lex.labels:
        return None
    extra = last + 1
    if tokens.word(last) == "+" and tokens.is_figures(extra):
        # Minutes of a match that stand after the regular time are counted on.
        value, last = value + Decimal(tokens.word(extra)[:9]), extra + 1
    place = Candidate("ordinal", first, last, Interval.exactly(value), (first, last))
    return century(tokens, place) or place


def _class(tokens: Tokens, k: int) -> bool:
    """« élève de 3e B »: one capital after the figures names a class."""
    name = tokens.raw(k)
    return len(name) == 1 and name in "ABCDEFGH" and not tokens.word(k + 1).startswith("'")


def _place(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a place in words is one: « les vingt-troisièmes Rencontres », « Premier, deuxième »;
    not « huitièmes de finale », « les premiers jours », « Premier ministre »."""
    if alone(tokens, first, last):
        return True
    word, after = tokens.word(last - 1), tokens.word(last)
    if word in ("premier", "première", "second"):
        listed = after == "," and tokens.word(last + 1) in ("deuxième", "second", "seconde")
        return listed or not _title(tokens, first, last)
    if word[-1] != "s":
        return True
    if word in ("premiers", "premières") or not after.isalpha() or after in ("de", "et", "ou"):
        return False
    return tokens.word(first - 1) in ("les", "des", "aux", "ces")


def _title(tokens: Tokens, first: int, last: int) -> bool:
    """« Premier ministre », « en premier »: no place in a row."""
    after = tokens.word(last)
    if after in ("ministre", "ministres", "secours", "-", "adjoint", "adjointe"):
        return True
    return tokens.word(first - 1) in ("en", "-", "vice") or not after.isalpha()


def century(tokens: Tokens, place: Candidate) -> Candidate | None:
    """« le XXe siècle » is a date: from the first year of the century to the last."""
    number = place.value.low if isinstance(place.value, Interval) else Decimal(0)
    if tokens.word(place.last) not in ("siècle", "siècles") or not 11 <= number <= 21:
        return None
    last = int(number) * 100
    span = years(last - 99, last)
    # EDTF writes a century by its hundreds; its years are counted from one.
    value = replace(span, edtf=f"{last // 100 - 1}XX", of=span)
    return replace(place, kind="date", last=place.last + 1, value=value)


def roman(text: str) -> int:
    """The value of Roman figures: `roman("XXI")` is 21."""
    total, top = 0, 0
    for sign in reversed(text):
        value = _SIGNS[sign]
        total += value if value >= top else -value
        top = max(top, value)
    return total


def _roman_place(printed: str) -> int:
    """« XXIe » as 21; 0 for any other word."""
    match = _ROMAN.fullmatch(printed) if printed[:1] in _SIGNS else None
    return roman(match[1]) if match else 0


_ROMANS = Remembered(_roman_place)


def roman_ordinals(tokens: Tokens) -> list[Candidate]:
    """« XXIe », « Ier » wherever they stand in the text."""
    found = []
    for i in compress(range(len(tokens.words)), map(_ROMANS.__getitem__, tokens.raws)):
        if not tokens.glued(i) and not tokens.glued(i + 1):
            value = Interval.exactly(_ROMANS[tokens.raw(i)])
            place = Candidate("ordinal", i, i + 1, value, (i, i + 1))
            found.append(century(tokens, place) or place)
    return found
