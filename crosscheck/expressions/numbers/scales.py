"""Scales in short, after figures: « 15 Mds d'euros », « 1,2M », « 100K abonnés ».

>>> short_scale(tokens := tokenise("3M de vues"), read_figures(tokens, 0), lexicon()).value
Decimal('3000000')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.figures import read_figures
from crosscheck.expressions.numbers.number import Numeral, exactly, tidy
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["lexicon", "read_figures", "short_scale", "tokenise"]

_LETTERS = 1
_BEFORE_MONEY = frozenset("kKMG")
_PLURAL = 4
"""Letters of the shortest noun whose plural is trusted."""


def short_scale(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """The number with the short scale after it, or as it was where that may be something else.

    « Md » says a milliard wherever it stands; « K » and « M » are also names and lengths.
    """
    k = numeral.last
    name = tokens.raw(k)
    if lex.currency_signs.starts_at(tokens, k) or not _is_scale(tokens, numeral, name, lex):
        return numeral
    factor = lex.short_scales[name]
    value, grain = tidy(numeral.low * factor), tidy(numeral.grain * factor)
    return replace(
        numeral, last=k + 1, low=value, high=value, grain=grain, scaled=True, attached=False
    )


def half_scale(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """« un demi-million », « un demi milliard »."""
    if tokens.word(i + 1) != "demi" or tokens.word(i) not in ("un", "le", "ce"):
        return None
    k = i + 2 + (tokens.word(i + 2) == "-")
    scale = lex.scales.get(tokens.word(k))
    return replace(exactly(i, k + 1, Decimal(scale) / 2), scaled=True) if scale else None


def _money_next(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """« 1,2 M EUR »: a code or a sign of money at token `k`, which is no other word."""
    return lex.currency_signs.starts_at(tokens, k) is not None and not tokens.raw(k).islower()


def _is_scale(tokens: Tokens, numeral: Numeral, name: str, lex: Lexicon) -> bool:
    k = numeral.last + 1
    after = tokens.word(k)
    if after in ("de", "d'"):
        return len(name) > _LETTERS or numeral.attached or after == "d'"
    if len(name) > _LETTERS or (name in _BEFORE_MONEY and _money_next(tokens, k, lex)):
        return True
    if not numeral.attached:
        return False
    if tokens.word(numeral.first - 1) in ("$", "€", "£"):
        return True
    decimal = numeral.low != numeral.low.to_integral_value()
    closed = after in ("", BREAK)
    if name == "G" and not (closed and decimal):
        return False  # « la 5G », « accélérer de 1,5G »
    if closed and tokens.word(numeral.first - 1) in ("", BREAK):
        return True
    if after.isalpha() and not tokens.capital(k) and len(after) >= _PLURAL and after[-1] in "sx":
        return decimal or numeral.low >= 10
    # « 1,2M » is no length in figures, « un mur de 1,2M » in capitals may be.
    return decimal and name == "M" and not tokens.raw(numeral.first - 1).isupper()
