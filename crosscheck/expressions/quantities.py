"""Numbers with their hedges, ranges and units: counts, percentages, money, measures, durations.

>>> [c.kind for c in quantities(tokenise("de 10 à 15 km"), lexicon())]
['measure']
"""

from collections.abc import Iterator
from dataclasses import replace

from crosscheck.expressions.ages import age_or_duration
from crosscheck.expressions.counts import count_at, leading_zero, score_at
from crosscheck.expressions.figures import blocked_figures
from crosscheck.expressions.hedging import hedged
from crosscheck.expressions.lexicon import Lexicon, Unit, lexicon
from crosscheck.expressions.number import Numeral, grain_of, tidy
from crosscheck.expressions.numerals import read_numeral
from crosscheck.expressions.ordinals import ordinal
from crosscheck.expressions.ranges import Amount, amount_at
from crosscheck.expressions.shares import share
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.expressions.units import Measured
from crosscheck.models import Kind
from crosscheck.values import Interval

__all__ = ["lexicon", "quantities", "tokenise"]


def quantities(tokens: Tokens, lex: Lexicon) -> list[Candidate]:
    """Everything that a number says in the text, in order; readings may overlap."""
    found: list[Candidate] = []
    blocked = blocked_figures(tokens)
    triggers = _triggers(lex)
    i, count = 0, len(tokens.words)
    counted = -9
    while i < count:
        word = tokens.words[i]
        if not tokens.figures[i] and word not in triggers:
            i += 1
            continue
        if i in blocked:
            found.append(Candidate("count", i, i + 1, Interval.exactly(0), hidden=True))
            i += 1
            continue
        candidates = list(_read_at(tokens, i, counted, lex))
        found += candidates
        after = max((c.number[1] for c in candidates if c.number[1]), default=i + 1)
        if any(c.kind == "count" and not c.hidden for c in candidates):
            counted = after
        i = max(after, i + 1)
    return found


def _triggers(lex: Lexicon) -> frozenset[str]:
    words = {*lex.cardinals, *lex.ordinals, *lex.uncounted, *lex.fractions, *lex.multiples}
    return frozenset(words | {"des", "demi", "demie"} | set(lex.adjectives))


def _read_at(tokens: Tokens, i: int, counted: int, lex: Lexicon) -> Iterator[Candidate]:
    """The readings of the number that begins at token `i`; `counted` is where the last ended."""
    part = share(tokens, i, lex)
    if part is not None:
        yield _stretched(tokens, part, lex, fraction=True)
        return
    numeral = read_numeral(tokens, i, lex)
    if numeral is None or _in_name(tokens, numeral.last):
        return
    place = ordinal(tokens, numeral, lex) if numeral.ordinal or numeral.attached else None
    if place is None and not numeral.ordinal:
        place = score_at(tokens, numeral, lex)
    if place is not None:
        yield place
    elif not numeral.ordinal:
        yield from _quantity(tokens, numeral, counted, lex)


def _in_name(tokens: Tokens, k: int) -> bool:
    """Whether the number is the first part of a name: « la rue des Trois-Fontaines »."""
    return tokens.word(k) == "-" and tokens.glued(k) and tokens.capital(k + 1)


def _quantity(tokens: Tokens, numeral: Numeral, counted: int, lex: Lexicon) -> Iterator[Candidate]:
    amount = amount_at(tokens, numeral, lex)
    sign = lex.currency_signs.ends_at(tokens, numeral.first) if numeral.figures else None
    candidate: Candidate | None
    if amount.measured is None and sign is not None and not tokens.glued(sign[0]):
        candidate = _sign_first(amount, sign)
    elif amount.measured is None:
        candidate = count_at(tokens, amount, counted, lex)
    else:
        candidate = _with_unit(tokens, amount, amount.measured, lex)
    if candidate is not None:
        yield _stretched(tokens, candidate, lex)
    elif numeral.figures:
        span = (numeral.first, numeral.last)
        yield Candidate("count", *span, Interval.exactly(0), span, sure=False, hidden=True)


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


def _below_zero(tokens: Tokens, first: int, unit: Measured) -> bool:
    """« moins 5 degrés », « moins 12 °C »; not « au moins 30 degrés »."""
    if unit.unit not in ("degré", "°C", "°F") or tokens.word(first - 1) != "moins":
        return False
    return tokens.word(first - 2) not in ("au", "de", "du", "le")


def _with_unit(tokens: Tokens, amount: Amount, unit: Measured, lex: Lexicon) -> Candidate | None:
    """A number of something: the value scaled to the unit, money with its currency."""
    if leading_zero(tokens, amount) and unit.kind != "percentage":
        return None
    kind: Kind = unit.kind
    last = unit.last
    if unit.kind == "duration":
        kind, last = age_or_duration(tokens, amount.number[0], unit, lex)
    if _below_zero(tokens, amount.first, unit):
        amount = replace(amount, first=amount.first - 1, low=-amount.high, high=-amount.low)
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
