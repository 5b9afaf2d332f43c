"""Minutes and seconds told by marks: « en 12'45" », « 3'34"12 », « dans 2' ».

>>> primed(tokens := tokenise("en 12'45\\""), read_numeral(tokens, 1, lexicon())).value.low
Decimal('765')
"""

from decimal import Decimal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import lexicon
from crosscheck.expressions.numbers.number import Numeral, grain_of, tidy
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.numbers.sayings import hide
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Interval

__all__ = ["PRIMES", "lexicon", "primed", "read_numeral", "tokenise"]

_MINUTE, _SECOND = PRIMES = ("'", '"')
_LENGTH = frozenset(["en", "dans", "pendant", "durant", "chrono", "temps"])
"""After these, a mark tells a length; elsewhere « 81' » is a minute of play, « 5'11\" » feet."""
_SIXTY, _INCHES = 60, 12


@record
class _Time:
    """What the marks say, the token after them, and whether they can say nothing else."""

    last: int
    unit: str
    amount: Decimal
    sure: bool


def primed(tokens: Tokens, numeral: Numeral) -> Candidate | None:
    """The length of time that begins with a number and its mark; `None` for a minute of play."""
    k, first = numeral.last, numeral.first
    if not numeral.figures or not tokens.glued(k) or tokens.word(k) not in PRIMES:
        return None
    found = _told(tokens, k, numeral.low)
    if tokens.word(first - 1) in ("°", "º"):
        return hide(first, found.last)  # « 48°51'23\" N »
    sure = found.sure or tokens.word(first - 1) in _LENGTH
    if not sure and not alone(tokens, first, found.last):
        # Feet and inches are held against other readings.
        return hide(first, found.last) if found.last > k + 1 else None
    if tokens.word(k) == _SECOND and not found.sure and _quoted(tokens, first):
        return None
    value = Interval.exactly(tidy(found.amount), found.unit, grain=grain_of(tidy(found.amount)))
    return Candidate("duration", first, found.last, value, (first, numeral.last))


def _told(tokens: Tokens, k: int, number: Decimal) -> _Time:
    """The time whose first mark is at token `k`, after a number."""
    seconds = _seconds(tokens, k, number, told=False)
    if seconds is not None:
        amount, last = seconds
        return _Time(last, "seconde", amount, sure=tokens.is_figures(last - 1))
    printed = tokens.word(k + 1)
    if tokens.is_figures(k + 1) and len(printed) <= 2 and int(printed) < _SIXTY:
        seconds = _seconds(tokens, k + 2, Decimal(printed), told=True)
        if seconds is not None:
            amount, last = seconds
            sure = int(printed) >= _INCHES or (printed[0] == "0" and len(printed) == 2)
            return _Time(last, "seconde", number * _SIXTY + amount, sure)
    return _Time(k + 1, "minute", number, sure=False)


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
