"""Numbers as French prints and spells them: « 10 000 », « 1,2 million », « dix-neuf (19) ».

>>> tokens = tokenise("deux mille trois cents habitants")
>>> read_numeral(tokens, 0, lexicon()).value
Decimal('2300')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.figures import read_figures
from crosscheck.expressions.numbers.number import Numeral, tidy
from crosscheck.expressions.numbers.rough import read_rough
from crosscheck.expressions.numbers.scales import half_scale, short_scale
from crosscheck.expressions.numbers.spelled import decimal_part, hyphen, read_spelled
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["Numeral", "lexicon", "read_numeral", "tokenise"]


_SHORT = 3
"""Letters of the longest word that is taken for no noun."""
MILLION = 1_000_000
LAST_DIGIT = 9


def read_numeral(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """The number that begins at token `i`, as long as it goes; `None` where there is none.

    A number told twice, « dix-neuf (19) », is one.
    """
    known = tokens.numerals
    if i not in known:
        known[i] = _read(tokens, i, lex)
    return known[i]


def _read(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    if tokens.word(i) == "-" and tokens.glued(i + 1) and tokens.is_figures(i + 1):
        i += 1
    if tokens.is_figures(i):
        numeral = read_figures(tokens, i)
    elif tokens.word(i) not in lex.number_words:
        return None
    else:
        numeral = (
            read_rough(tokens, i, lex) or half_scale(tokens, i, lex) or read_spelled(tokens, i, lex)
        )
    if numeral is None or numeral.ordinal or numeral.uncounted:
        return numeral
    if numeral.figures and tokens.raw(numeral.last) in lex.short_scales:
        numeral = short_scale(tokens, numeral, lex)
    if numeral.attached or tokens.word(numeral.last) not in lex.number_links:
        return numeral
    numeral = _and_half(tokens, decimal_part(tokens, numeral, lex))
    return _told_twice(tokens, _scale(tokens, numeral, lex), lex)


def _and_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """« un et demi », « deux et demie »: the number with its half."""
    k = numeral.last
    if tokens.word(k) != "et" or tokens.word(k + 1) not in ("demi", "demie") or numeral.vague:
        return numeral
    if tokens.word(k + 2) == "-":
        return numeral  # « un et demi-litre »
    value, grain = numeral.low + Decimal("0.5"), Decimal("0.1")
    return replace(numeral, last=k + 2, low=value, high=value, grain=grain, bare_one=False)


def _scale(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« 1,2 million », « 12 mille », « deux millions trois cent mille », « un million et demi »."""
    k = hyphen(tokens, numeral.last)
    word = tokens.word(k)
    thousand = (word == "mille" and numeral.figures) or _misspelt(tokens, numeral, k, lex)
    scale = 1000 if thousand else lex.scales.get(word)
    if scale is None or numeral.vague:
        return numeral
    factor = Decimal(scale)
    value, grain = numeral.low * factor, numeral.grain * factor
    k += 1
    if tokens.word(k) == "et" and tokens.word(k + 1) in ("demi", "demie"):
        value, grain, k = value + factor / 2, tidy(factor / 10), k + 2
    else:
        rest = _rest(tokens, hyphen(tokens, k), scale, figures=numeral.figures, lex=lex)
        if rest is not None and _spoken(tokens, rest, scale):
            tenth = tidy(factor / 10)
            value, grain, k = value + rest.low * tenth, tenth, rest.last
        elif rest is not None:
            value, grain, k = value + rest.low, min(grain, rest.grain), rest.last
    value = tidy(value)
    return replace(
        numeral, last=k, low=value, high=value, grain=tidy(grain), scaled=True, bare_one=False
    )


def _spoken(tokens: Tokens, rest: Numeral, scale: int) -> bool:
    """« deux milliards neuf », as one says 2,9 milliards: nobody counts nine beyond them.

    A noun right behind would: « un million deux arbres », not « un million deux d'arbres ».
    """
    after = tokens.word(rest.last)
    counts = after.isalpha() and len(after) > _SHORT
    return scale >= MILLION and not rest.figures and rest.low <= LAST_DIGIT and not counts


def _misspelt(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> bool:
    """« cinq milles euros », « 5 milles » alone: a thousand, where no length is told of.

    « 5 milles marins », « à 5 milles de la côte » are lengths.
    """
    if tokens.word(k) != "milles" or numeral.scaled:
        return False
    after = tokens.word(k + 1)
    if alone(tokens, numeral.first, k + 1) or lex.currency_signs.starts_at(tokens, k + 1):
        return True
    return len(after) > _SHORT and after[-1] in "sx" and after not in lex.after_miles


def _rest(tokens: Tokens, k: int, scale: int, *, figures: bool, lex: Lexicon) -> Numeral | None:
    """What follows « deux millions » of the same number: « trois cent mille »."""
    if tokens.is_figures(k) is not figures or (figures and not tokens.spaced(k)):
        return None
    rest = read_figures(tokens, k) if figures else read_spelled(tokens, k, lex)
    if rest is None or rest.ordinal or rest.attached:
        return None
    smaller = lex.scales.get(tokens.word(hyphen(tokens, rest.last)), 0)
    if smaller >= scale or (rest.bare_one and not smaller):
        return None
    rest = _scale(tokens, rest, lex) if smaller else rest
    if not 0 < rest.low < scale or (figures and rest.low < scale / 1000):
        return None
    return rest


def _told_twice(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« dix-neuf (19) » and « 19 (dix-neuf) » as one number, when both say the same."""
    k = numeral.last
    if tokens.word(k) != "(" or numeral.vague:
        return numeral
    inner: Numeral | None
    if tokens.is_figures(k + 1):
        inner = read_figures(tokens, k + 1)
    else:
        inner = read_spelled(tokens, k + 1, lex)
    if inner is None or inner.ordinal or inner.attached or numeral.figures is inner.figures:
        return numeral
    inner = _scale(tokens, inner, lex)
    if tokens.word(inner.last) != ")" or inner.low != numeral.low:
        return numeral
    return replace(numeral, last=inner.last + 1, figures=True, bare_one=False)
