"""Numbers below zero: « moins 5 degrés », « -1,2 », « 10 degrés au-dessous de zéro ».

>>> tokens = tokenise("il fait moins 5 degrés")
>>> minus(tokens, 3, 5, "degré")
2
"""

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["below_zero", "bullet", "lexicon", "minus", "tokenise"]

DEGREES = frozenset(["degré", "°C", "°F"])
_SIGNED = DEGREES | {"%", "point"}
_COMPARED = frozenset(["au", "de", "d'", "du", "le", "la", "les", "en", "pas", "plus", "ou", "ni"])
_COMPARED |= {"peu", "bien", "beaucoup", "encore", "fois", "nettement", "que", "%", "ans", "jours"}
_COMPARED |= {"heure", "heures", "h", "midi", "minuit", "euros"}
"""After these « moins » compares: « au moins », « plus ou moins », « deux heures moins dix »."""
_OPENERS = frozenset(["", BREAK, ":", "(", "«", "entre"])
_BEFORE_DASH = frozenset(["de", "à", "entre", "et", "(", "jusqu'à"])


def minus(tokens: Tokens, first: int, last: int, unit: str) -> int | None:
    """The token of the minus before a number at `first`; `None` where it has none.

    `unit` is what the number counts, empty for a bare number.
    """
    sign, before = tokens.word(first - 1), tokens.word(first - 2)
    if sign == "moins":
        if before in _COMPARED or before.isdigit():
            return None
        return first - 1 if unit in _SIGNED or before in _OPENERS else None
    if sign == "-":
        if alone(tokens, first - 1, last) and tokens.word(first - 2) == "":
            return first - 1 if tokens.word(last) == "" else None
        # « affichant - 10 °C », but « Lille - 10 °C » in a list.
        worded = unit in DEGREES and before.isalpha() and not tokens.capital(first - 2)
        return first - 1 if worded or (unit in _SIGNED and before in _BEFORE_DASH) else None
    dashed = sign == "–" and not tokens.glued(first - 1) and tokens.glued(first)
    return first - 1 if dashed and unit in _SIGNED else None


def bullet(tokens: Tokens, first: int, last: int, unit: str) -> bool:
    """Whether the « - » stuck to a number opens an item of a list: « -12 morts » on a line."""
    if tokens.word(first - 1) not in ("", BREAK) or unit in _SIGNED:
        return False
    return not alone(tokens, first, last)


def below_zero(tokens: Tokens, k: int, lex: Lexicon) -> int:
    """The token after « au-dessous de zéro » at token `k`; 0 where it does not stand there."""
    found = lex.below_zero.starts_at(tokens, k)
    return found[0] if found else 0
