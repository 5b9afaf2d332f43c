"""Minutes and seconds told by marks: « en 12'45" », « 3'34"12 », « dans 2' ».

>>> primed(tokens := tokenise("en 12'45\\""), read_numeral(tokens, 1, lexicon())).value.low
Decimal('765')
"""

from decimal import Decimal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import lexicon
from crosscheck.expressions.numbers.number import Numeral, grain_of, tidy
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.sayings import hide
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Interval

__all__ = ["PRIMES", "lexicon", "primed", "read_numeral", "tokenise"]

_MINUTE, _SECOND = PRIMES = ("'", '"')
_LENGTH = frozenset(["en", "dans", "pendant", "durant", "chrono", "temps"])
"""After these, a mark tells a length; elsewhere « 81' » is a minute of play, « 5'11\" » feet."""
_SIXTY = 60


def primed(tokens: Tokens, numeral: Numeral) -> Candidate | None:
    """The length of time that begins with a number and its mark; `None` for a minute of play."""
    k, first = numeral.last, numeral.first
    if not numeral.figures or not tokens.glued(k) or tokens.word(k) not in PRIMES:
        return None
    minutes = numeral.low if tokens.word(k) == _MINUTE else None
    unit, amount, last = "minute", numeral.low, k + 1
    if minutes is None or _sixtieths(tokens, k + 1):
        at = k if minutes is None else k + 2
        seconds = numeral.low if minutes is None else Decimal(tokens.word(k + 1))
        found = _seconds(tokens, at, seconds, told=minutes is not None)
        if found is not None:
            unit, (amount, last) = "seconde", found
            amount += _SIXTY * (minutes or 0)
    if tokens.word(first - 1) not in _LENGTH and not alone(tokens, first, last):
        # Feet and inches, or a place on the globe: held against other readings.
        return hide(first, last) if minutes is not None and last > k + 1 else None
    if minutes is None and _quoted(tokens, first):
        return None
    value = Interval.exactly(tidy(amount), unit, grain=grain_of(tidy(amount)))
    return Candidate("duration", first, last, value, (first, numeral.last))


def _sixtieths(tokens: Tokens, k: int) -> bool:
    """Whether seconds may stand at token `k`: « 12' 45" », « 3'05 »."""
    return tokens.is_figures(k) and len(tokens.word(k)) <= 2 and int(tokens.word(k)) < _SIXTY


def _seconds(tokens: Tokens, k: int, seconds: Decimal, *, told: bool) -> tuple[Decimal, int] | None:
    """The seconds whose mark is at token `k`, with their hundredths, and the token after.

    After minutes « 05 » needs no mark of its own.
    """
    last = k + 1 if tokens.word(k) == _SECOND and tokens.glued(k) else 0
    if not last and tokens.words[k : k + 2] == (_MINUTE, _MINUTE) and tokens.glued(k):
        last = k + 2
    if not last:
        two = told and tokens.glued(k - 1) and len(tokens.word(k - 1)) == 2
        return (seconds, k) if two else None
    if tokens.is_figures(last) and tokens.glued(last) and len(tokens.word(last)) <= 2:
        more = Decimal(tokens.word(last)).scaleb(-len(tokens.word(last)))
        return seconds + more, last + 1
    return seconds, last


def _quoted(tokens: Tokens, first: int) -> bool:
    """Whether the mark closes a quotation: « "né en 45" »."""
    return _SECOND in tokens.words[max(first - 40, 0) : first]
