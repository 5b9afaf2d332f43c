"""Numbers that count nothing: « de deux choses l'une », « France 24 », « un deux-roues ».

>>> saying(tokenise("Il voit trente-six chandelles"), 2, lexicon()).hidden
True
"""

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.number import Numeral
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Interval

__all__ = ["hide", "in_name", "lexicon", "named", "saying", "tokenise"]

_THERE = frozenset(["là", "ci"])


def hide(first: int, last: int) -> Candidate:
    """Holds tokens `first` to `last` against other readings and is no mention."""
    return Candidate("count", first, last, Interval.exactly(0), (first, last), hidden=True)


def saying(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """The saying or the name that begins with the number at token `i`."""
    found = lex.idioms.starts_at(tokens, i) or lex.names.starts_at(tokens, i)
    if found is None or tokens.word(found[0]) in ("%", "million", "millions", "milliards"):
        return None
    if alone(tokens, i, found[0]):
        return None  # « mille et un »
    return hide(i, found[0])


def named(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> bool:
    """Whether a name or a saying ends with the number: « France 24 », « se mettre en quatre »."""
    last = numeral.last
    if lex.names.ends_at(tokens, last) is not None:
        return True
    if numeral.figures or alone(tokens, numeral.first, last):
        return False
    return lex.idioms.ends_at(tokens, last) is not None


def in_name(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> bool:
    """Whether the number is the first part of a name: « la rue des Trois-Fontaines », « un
    deux-roues », « les Deux Alpes »."""
    k, first = numeral.last, numeral.first
    if tokens.word(k) == "-" and tokens.glued(k) and tokens.glued(k + 1):
        after = tokens.word(k + 1)
        if tokens.capital(k + 1):
            return True
        compound = after.isalpha() and after not in _THERE and after not in lex.cardinals
        return compound and not numeral.figures and not numeral.ordinal
    if numeral.figures or not tokens.capital(first) or not tokens.capital(k):
        return False
    inside = tokens.word(first - 1).rstrip("'").isalpha()
    return inside and not (tokens.raw(k).isupper() and len(tokens.raw(k)) > 1)
