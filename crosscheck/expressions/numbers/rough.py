"""Rough numbers: « une bonne vingtaine », « des milliers », « plusieurs », « quelques ».

>>> from crosscheck.expressions.lexicon import lexicon
>>> read_rough(tokenise("une vingtaine"), 0, lexicon()).high
Decimal('25')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.lexicon import Band, Lexicon
from crosscheck.expressions.numbers.number import Numeral, tidy
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["read_rough", "tokenise"]

MOST_ADJECTIVES = 4
"""Words between « une » and « dizaine », so that a row of them is not read anew from each."""


def read_rough(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """« une bonne vingtaine », « deux douzaines », « des milliers », « plusieurs centaines »."""
    word = tokens.word(i)
    many = lex.uncounted.get(word)
    k = i + 1
    while tokens.word(k) in lex.rough_adjectives and k <= i + MOST_ADJECTIVES:
        k += 1
    noun = tokens.word(k)
    singular = noun.removesuffix("s")
    if many is not None and (noun == singular or singular not in {*lex.approximate, *lex.scales}):
        return Numeral(i, i + 1, many.low, many.high, Decimal(1), vague=True, uncounted=True)
    if not _announced(word, noun, singular, lex):
        return None
    band = lex.approximate.get(singular) or _as_band(lex.scales[singular])
    half = Decimal("0.5") if "demi" in tokens.words[i + 1 : k] else Decimal(1)
    low, high = _stretch(band, word, lex)
    numeral = Numeral(i, k + 1, tidy(low * half), tidy(high * half), band.value, vague=True)
    return _times_scale(tokens, numeral, lex)


def _announced(word: str, noun: str, singular: str, lex: Lexicon) -> bool:
    """Whether the words are « une dizaine », « deux dizaines », « des millions »."""
    if word in ("un", "une"):
        return noun == singular and noun in lex.approximate
    if noun == singular:
        return False
    if word == "des" or word in lex.uncounted:
        return singular in lex.approximate or singular in lex.scales
    return lex.cardinals.get(word, 0) > 1 and singular in lex.approximate and noun not in lex.scales


def _as_band(value: int) -> Band:
    return Band(Decimal(value), Decimal(value), Decimal(value))


def _stretch(band: Band, word: str, lex: Lexicon) -> tuple[Decimal, Decimal]:
    """Ends of « une … », « deux … », « plusieurs … », « des … » before a rough number."""
    if word == "des":
        return band.value * 2, Decimal("Infinity")
    many = lex.uncounted.get(word)
    if many is not None:
        return band.value * many.low, band.value * many.high
    count = lex.cardinals.get(word, 1)
    return band.low * count, band.high * count


def _times_scale(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« des centaines de milliers »: the rough number times the one it governs."""
    k = numeral.last
    noun = tokens.word(k + 1).removesuffix("s")
    scale = lex.scales.get(tokens.word(k + 1)) or (
        lex.approximate[noun].value if noun in lex.approximate else None
    )
    if tokens.word(k) not in ("de", "d'") or scale is None:
        return numeral
    factor = Decimal(scale)
    return replace(
        numeral,
        last=k + 2,
        low=numeral.low * factor,
        high=numeral.high * factor,
        grain=numeral.grain * factor,
        scaled=True,
    )
