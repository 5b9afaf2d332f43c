"""Fractions: « 1/3 des voix », « un quart de litre », « 4 1/3 », « deux neuvièmes ».

A part of a whole that is named is a percentage; with nothing around it, it is a number.

>>> slashed(tokenise("1/3 des voix"), 0, lexicon()).value.unit
'%'
"""

from decimal import Decimal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.sayings import hide
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.models import Kind
from crosscheck.values import Interval

__all__ = ["lexicon", "number", "part", "part_of", "percentage", "slashed", "tokenise"]

_WHOLES = frozenset(["2", "3", "4", "5", "6", "8", "10", "100"])
_WHOLE_NAMED = frozenset(
    ["la", "l'", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"]
)
_NINE_PLACES = Decimal("1e-9")


def percentage(first: int, last: int, share: Decimal, span: tuple[int, int]) -> Candidate:
    """Two thirds as « 66.67 % »: what a share is compared by."""
    per_cent = (100 * share).quantize(Decimal("0.01"))
    grain = Decimal(1) if per_cent == per_cent.to_integral_value() else Decimal("0.01")
    per_cent = per_cent.normalize() + 0
    return Candidate(
        "percentage", first, last, Interval(per_cent, per_cent, "%", None, grain), span
    )


def number(first: int, last: int, value: Decimal) -> Candidate:
    """A fraction of nothing: « deux neuvièmes » is 0.222222222."""
    value = value.quantize(_NINE_PLACES).normalize() + 0
    grain = Decimal("0.01")
    return Candidate("count", first, last, Interval(value, value, grain=grain), (first, last))


def part_of(tokens: Tokens, k: int, share: Decimal, lex: Lexicon) -> tuple[int, Interval] | None:
    """« heure » after « un quart d' » is 15 minutes, « siècle » 25 years, « litre » 0.25 litre."""
    word = tokens.word(k)
    unit = lex.durations.get(plain(word))
    if unit is not None:
        if unit.unit == "heure":
            return k + 1, _exact(share * 60, "minute")
        return k + 1, _exact(share * unit.times, unit.unit)
    if word == "point":
        return k + 1, _exact(share, "point")
    measured = lex.units.starts_at(tokens, k)
    if measured is None or measured[1].unit == "fois" or word[-1:] == "s":
        return None
    return measured[0], _exact(share, measured[1].unit)


def _exact(value: Decimal, unit: str) -> Interval:
    if value != value.quantize(_NINE_PLACES):
        value = value.quantize(_NINE_PLACES)
    value = value.normalize() + 0
    return Interval(value, value, unit)


def part(first: int, found: tuple[int, Interval], lex: Lexicon) -> Candidate:
    """The candidate of `part_of`: a length of time or a measure."""
    last, value = found
    timed = any(value.unit == unit.unit for unit in lex.durations.values())
    kind: Kind = "duration" if timed else "percentage" if value.unit == "point" else "measure"
    return Candidate(kind, first, last, value, (first, last))


def slashed(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """« 1/3 des voix », « 1/4 d'heure »; « 1/2 » and « 4 1/3 » only where they stand alone."""
    if tokens.word(i + 1) == "/":
        share = _slash(tokens, i)
        return _read(tokens, i, share, lex) if share else None
    if not (tokens.is_figures(i + 1) and tokens.word(i + 2) == "/" and tokens.spaced(i + 1)):
        return None
    share = _slash(tokens, i + 1)
    if not share or len(tokens.word(i)) > 3:
        return None
    negative = tokens.glued(i) and tokens.word(i - 1) == "-"
    if not alone(tokens, i - negative, i + 4):
        return None
    value = int(tokens.word(i)) + share
    return number(i - negative, i + 4, -value if negative else value)


def _slash(tokens: Tokens, i: int) -> Decimal | None:
    """The fraction of the figures at token `i`, a slash and more figures; `None` if it is none."""
    above, below = tokens.word(i), tokens.word(i + 2)
    if not all(tokens.glued(i + k) for k in (1, 2)) or not tokens.is_figures(i + 2):
        return None
    if len(above) > 2 or len(below) > 3 or above[0] == "0" or below[0] == "0":
        return None
    stuck = tokens.glued(i + 3) and tokens.word(i + 3) not in ".,;)"
    if int(above) >= int(below) or stuck:
        return None
    return Decimal(above) / Decimal(below)


def _read(tokens: Tokens, i: int, share: Decimal, lex: Lexicon) -> Candidate | None:
    last = i + 3
    final = last + (tokens.word(last) == "de")
    if tokens.word(final).startswith(("finale", "arrière")):
        return hide(i, final + 1)
    if alone(tokens, i, last):
        return number(i, last, share)
    after, then = tokens.word(last), tokens.word(last + 1)
    if tokens.word(i + 2) not in _WHOLES or after not in ("de", "d'", "des", "du"):
        return None
    if after in ("de", "d'"):
        found = part_of(tokens, last + 1, share, lex)
        if found is not None:
            return part(i, found, lex)
        if then not in _WHOLE_NAMED:
            return None
    first = i - 1 if tokens.word(i - 1) == "les" else i
    return percentage(first, last, share, (i, last))
