"""A number with its unit, or two numbers that share one: « entre 61 et 65 % », « 10-15 km ».

>>> tokens = tokenise("60 à 80 millimètres")
>>> amount_at(tokens, read_numeral(tokens, 0, lexicon()), lexicon()).high
Decimal('80')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.number import Numeral, tidy
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.numbers.units import DE, Measured, read_unit
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["Amount", "amount_at", "dashed", "figures_at", "lexicon", "read_numeral", "tokenise"]


MORNING = 5
"""From this hour on, hours and minutes told twice are times of day."""
LARGEST_STEP = 4
"""How many times the first of « 10 à 15 000 » the second may be, to share its thousands."""


@record
class Amount:
    """One number or a range of two, and the unit that both share."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    grain: Decimal
    vague: bool
    numeral: Numeral
    """The number, or the second of the two."""
    number: tuple[int, int]
    measured: Measured | None


def figures_at(tokens: Tokens, k: int) -> Numeral | None:
    """Figures alone at token `k`, whatever stands before them."""
    if not tokens.is_figures(k) or len(tokens.word(k)) > 15:
        return None
    value = Decimal(tokens.word(k))
    return Numeral(k, k + 1, value, value, Decimal(1), figures=True)


def dashed(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> tuple[Numeral, Measured] | None:
    """« 10-15 % »: the second number and the unit, which alone makes the dash a range."""
    if tokens.word(numeral.last) not in ("-", "–"):
        return None
    second = figures_at(tokens, numeral.last + 1)
    if second is None or second.low <= numeral.low:
        return None
    measured = read_unit(tokens, second, second.last, lex)
    return (second, measured) if measured else None


def amount_at(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Amount:
    """The number with its unit, or with the second end of its range."""
    measured = read_unit(tokens, numeral, numeral.last, lex)
    if numeral.attached and (measured is None or not tokens.glued(numeral.last)):
        measured = None
    both = dashed(tokens, numeral, lex)
    if both:
        return _range(numeral, both[0], both[1], numeral.first)
    if not numeral.vague and not numeral.attached:
        ranged = _ranged(tokens, numeral, measured, lex)
        if ranged is not None:
            return ranged
    last = measured.last if measured else numeral.last
    span = (numeral.first, numeral.last)
    return Amount(numeral.first, last, numeral.low, numeral.high, numeral.grain, numeral.vague,
                  numeral, span, measured)  # fmt: skip


def _range(first: Numeral, second: Numeral, measured: Measured | None, start: int) -> Amount:
    last = measured.last if measured else second.last
    grain = min(first.grain, second.grain)
    return Amount(start, last, first.low, second.low, grain, False, second,
                  (first.first, second.last), measured)  # fmt: skip


def _ranged(
    tokens: Tokens, numeral: Numeral, measured: Measured | None, lex: Lexicon
) -> Amount | None:
    """« entre 61 et 65 % », « 60 à 80 mm », « de 3 % à 5 % », « deux ou trois »."""
    k = measured.last if measured else numeral.last
    before, link = tokens.word(numeral.first - 1), tokens.word(k)
    between = before == "entre" and link == "et"
    if not between and (link not in ("à", "ou") or (link == "ou" and measured)):
        return None
    second = read_numeral(tokens, k + 1, lex)
    if second is None or second.vague or second.ordinal or second.attached or second.bare_one:
        return None
    unit = read_unit(tokens, second, second.last, lex)
    numeral = _same_scale(tokens, numeral, second, lex)
    if link == "à" and not measured:
        numeral = _same_round(numeral, second)
    if link == "à" and before in DE and _change(tokens, numeral.first - 1, lex):
        alone = unit is None and not second.scaled
        return None if measured or alone else _borrowed(numeral, unit)
    if measured and (not _alike(measured, unit) or _clock(tokens, numeral, unit)):
        return None
    if between and second.low < numeral.low < 0 and not numeral.scaled:
        below = _range(numeral, second, unit, numeral.first - 1)
        return replace(below, low=second.low, high=numeral.low)
    if numeral.low >= second.low or (link == "ou" and second.low > 2 * numeral.low + 1):
        return None
    opened = between or (before in DE and link == "à" and not _needs_de(tokens, numeral.first - 1))
    return _range(numeral, second, unit, numeral.first - opened)


def _alike(one: Measured, other: Measured | None) -> bool:
    """Whether both ends are told in one unit; hours told twice are two times of day."""
    if other is None or one.unit == "heure":
        return False
    return (one.unit, one.kind) == (other.unit, other.kind)


def _clock(tokens: Tokens, first: Numeral, last: Measured | None) -> bool:
    """« de 6 h 30 à 20 h 30 »: times of day, unless it is told what lasts so long."""
    hours = tokens.word(first.last) in ("h", "heure", "heures") and first.low >= MORNING
    return hours and last is not None and tokens.word(last.last) not in DE


def _borrowed(numeral: Numeral, unit: Measured | None) -> Amount:
    """« passer de 600 à 715 francs »: two values; the first borrows the unit of the second."""
    span = (numeral.first, numeral.last)
    borrowed = replace(unit, last=numeral.last) if unit else None
    return Amount(*span, numeral.low, numeral.high, numeral.grain, False, numeral, span, borrowed)


def _needs_de(tokens: Tokens, k: int) -> bool:
    """Whether « de » belongs to the noun before it: « une hausse de 10 à 15 % »."""
    before = tokens.word(k - 1)
    return before.isalpha() and before not in ("prendra", "prend", "va", "vont", "compte")


def _same_scale(tokens: Tokens, first: Numeral, second: Numeral, lex: Lexicon) -> Numeral:
    """« deux à trois millions »: the first number takes the scale of the second."""
    scale = lex.scales.get(tokens.word(second.last - 1))
    if scale is None or first.scaled or first.low >= 1000:
        return first
    value = tidy(first.low * scale)
    return replace(first, low=value, high=value, grain=tidy(first.grain * scale))


def _same_round(first: Numeral, second: Numeral) -> Numeral:
    """The first number with the hundreds or thousands that it leaves to the second."""
    scale = _round(first, second)
    if scale is None:
        return first
    value = first.low * scale
    return replace(first, low=value, high=value, grain=first.grain * scale)


def _round(first: Numeral, second: Numeral) -> int | None:
    """« trois à quatre cents », « 10 à 15 000 »: the hundreds or thousands that both share."""
    scale = 1000 if second.low % 1000 == 0 else 100
    if second.low % scale or first.figures is not second.figures or first.scaled:
        return None
    if first.figures and scale == 100:
        return None
    top = second.low / scale
    return scale if first.low < top <= LARGEST_STEP * first.low and first.low < scale else None


def _change(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """Whether a verb of change stands shortly before token `k`."""
    for at in range(k - 1, max(k - 7, -1), -1):
        word = tokens.word(at)
        if word in (BREAK, ".", ";"):
            return False
        if word.startswith(lex.change):
            return True
    return False
