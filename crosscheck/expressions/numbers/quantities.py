"""Numbers with their hedges, ranges and units: counts, percentages, money, measures, durations.

>>> [c.kind for c in quantities(tokenise("de 10 à 15 km"), lexicon())]
['measure']
"""

from dataclasses import replace
from itertools import compress
from operator import or_

from crosscheck.expressions.lexicon import Lexicon, Unit, lexicon
from crosscheck.expressions.numbers.ages import age_or_duration, listed_age
from crosscheck.expressions.numbers.counts import count_at, leading_zero, score_at
from crosscheck.expressions.numbers.figures import blocked_figures
from crosscheck.expressions.numbers.hedging import hedged
from crosscheck.expressions.numbers.joining import joined_bounds
from crosscheck.expressions.numbers.number import Numeral, grain_of, tidy
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.ordinals import ordinal
from crosscheck.expressions.numbers.primes import PRIMES, primed
from crosscheck.expressions.numbers.ranges import Amount, amount_at
from crosscheck.expressions.numbers.sayings import in_name, saying
from crosscheck.expressions.numbers.shares import share
from crosscheck.expressions.numbers.signs import DEGREES, below_zero, bullet, minus
from crosscheck.expressions.numbers.units import Measured
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.models import Kind
from crosscheck.values import Interval

__all__ = ["lexicon", "quantities", "tokenise"]

NOTHING = Interval.exactly(0)
"""The value of what holds its place and is no mention."""


def quantities(tokens: Tokens, lex: Lexicon) -> list[Candidate]:
    """Everything that a number says in the text, in order; readings may overlap."""
    found: list[Candidate] = []
    blocked = blocked_figures(tokens, lex)
    counted = read = -9
    begins = map(or_, tokens.figures, map(lex.triggers.__contains__, tokens.words))
    for i in compress(range(len(tokens.words)), begins):
        if i < read:
            continue
        if i in blocked:
            first = i - (tokens.word(i - 1) == "le")  # « composer le 17 » is no day
            found.append(Candidate("count", first, i + 1, NOTHING, hidden=True))
            continue
        candidate = _read_at(tokens, i, counted, lex)
        if candidate is None:
            continue
        joined = joined_bounds(tokens, found[-1], candidate) if found else None
        found[-1:] = [joined] if joined else [*found[-1:], candidate]
        read = candidate.number[1] or i + 1
        if candidate.kind == "count" and not candidate.hidden:
            counted = read
    return found


def _read_at(tokens: Tokens, i: int, counted: int, lex: Lexicon) -> Candidate | None:
    """What the number says that begins at token `i`; `counted` is where the last count ended."""
    if not tokens.figures[i] and tokens.glued(i) and tokens.is_figures(i - 1):
        return None  # « 15SEPT »
    said = saying(tokens, i, lex)
    if said is not None:
        return said
    numeral = read_numeral(tokens, i, lex)
    part = share(tokens, i, numeral, lex)
    if part is not None:
        return part if part.hidden else _stretched(tokens, part, lex, fraction=True)
    if numeral is None or in_name(tokens, numeral, lex):
        return None
    marked = primed(tokens, numeral) if tokens.word(numeral.last) in PRIMES else None
    if marked is not None:
        return marked
    place = ordinal(tokens, numeral, lex) if numeral.ordinal or numeral.attached else None
    if place is None and not numeral.ordinal:
        place = score_at(tokens, numeral, lex)
    if place is not None or numeral.ordinal:
        return place
    return _quantity(tokens, numeral, counted, lex)


def _quantity(tokens: Tokens, numeral: Numeral, counted: int, lex: Lexicon) -> Candidate | None:
    amount = amount_at(tokens, numeral, lex)
    sign = _sign_before(tokens, numeral, lex) if amount.measured is None else None
    candidate: Candidate | None
    if sign is not None:
        candidate = _sign_first(amount, sign)
    elif amount.measured is None and _magnitude(tokens, amount.first, lex):
        quake = Measured("measure", "magnitude", amount.last)
        candidate = _with_unit(tokens, amount, quake, lex)
    elif amount.measured is None and below_zero(tokens, amount.last, lex):
        under = Measured("measure", "degré", amount.last)
        candidate = _with_unit(tokens, amount, under, lex)
    elif amount.measured is None and listed_age(tokens, amount.first, amount.last, lex):
        age = Interval.exactly(amount.low, "an")
        candidate = Candidate("age", amount.first, amount.last, age, amount.number)
    elif amount.measured is None:
        signed = _signed(tokens, amount, "", amount.last)
        candidate = count_at(tokens, signed, counted, lex)
    else:
        candidate = _with_unit(tokens, amount, amount.measured, lex)
    if candidate is not None:
        return _stretched(tokens, candidate, lex)
    if not numeral.figures:
        return None
    span = (numeral.first, numeral.last)
    return Candidate("count", *span, NOTHING, span, sure=False, hidden=True)


def _magnitude(tokens: Tokens, first: int, lex: Lexicon) -> bool:
    """« un séisme de magnitude 6,1 », « d'une magnitude de 6,1 », « un séisme de 6,1 »."""
    of = tokens.word(first - 1) == "de"
    before = tokens.word(first - 1 - of)
    return before == "magnitude" or (of and before in lex.quakes)


def _sign_before(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> tuple[int, Unit] | None:
    """The sign or code of a currency that stands before the number: « $10 », « EUR29,99 »."""
    if not numeral.figures:
        return None
    sign = lex.currency_signs.ends_at(tokens, numeral.first)
    if sign is None or tokens.glued(sign[0]) or numeral.low < sign[1].least:
        return None
    return sign if not tokens.word(sign[0]).isalpha() or not numeral.attached else None


def _sign_first(amount: Amount, sign: tuple[int, Unit]) -> Candidate:
    """« $10 », « EUR 20 »: the sign before the number."""
    first, unit = sign
    value = Interval(
        tidy(amount.low * unit.times),
        tidy(amount.high * unit.times),
        unit.unit,
        unit.currency,
        tidy(amount.grain * unit.times),
    )
    return Candidate("money", first, amount.last, value, amount.number)


def _signed(tokens: Tokens, amount: Amount, unit: str, last: int) -> Amount:
    """The amount with the minus before it, or without the dash that only opens an item."""
    if amount.low < 0:
        if amount.low == amount.high and bullet(tokens, amount.first, last, unit):
            first, end = amount.number
            return replace(
                amount, first=first + 1, number=(first + 1, end), low=-amount.low, high=-amount.low
            )
        return amount
    sign = minus(tokens, amount.first, last, unit)
    if sign is None or amount.vague:
        return amount
    number = (sign, amount.number[1])
    return replace(amount, first=sign, number=number, low=-amount.high, high=-amount.low)


def _with_unit(tokens: Tokens, amount: Amount, unit: Measured, lex: Lexicon) -> Candidate | None:
    """A number of something: the value scaled to the unit, money with its currency."""
    if leading_zero(tokens, amount) and unit.kind != "percentage":
        return None
    kind: Kind = unit.kind
    last = unit.last
    if unit.kind == "duration":
        kind, last = age_or_duration(tokens, amount.number[0], unit, lex)
    under = below_zero(tokens, last, lex) if unit.unit in DEGREES else 0
    if under:
        amount, last = replace(amount, low=-amount.high, high=-amount.low), under
    elif unit.kind != "duration":
        amount = _signed(tokens, amount, unit.unit, last)
    value = Interval(
        tidy(amount.low * unit.times + unit.added),
        tidy(amount.high * unit.times + unit.added),
        unit.unit,
        unit.currency,
        tidy(amount.grain * unit.times) if not unit.added else grain_of(tidy(unit.added)),
        vague=amount.vague,
    )
    return Candidate(kind, amount.first, max(last, amount.last), value, amount.number)


def _stretched(
    tokens: Tokens, candidate: Candidate, lex: Lexicon, *, fraction: bool = False
) -> Candidate:
    """The candidate with the hedge before or after it."""
    assert isinstance(candidate.value, Interval)
    return hedged(tokens, candidate, candidate.value, lex, fraction=fraction)
