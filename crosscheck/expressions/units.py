"""What a number counts: percentages, money, lengths of time, measures.

>>> tokens = tokenise("12 millions d'euros")
>>> read_unit(tokens, read_numeral(tokens, 0, lexicon()), 2, lexicon()).unit
'euro'
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from crosscheck.expressions.lexicon import Lexicon, Unit, lexicon
from crosscheck.expressions.numerals import Numeral, read_numeral
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["Measured", "lexicon", "read_unit", "tokenise"]

DE = frozenset({"de", "d'"})
_SMALLER = {"an": ("mois", 12), "jour": ("heure", 24), "heure": ("minute", 60),
            "minute": ("seconde", 60)}  # fmt: skip
_PREPOSITIONS = frozenset(
    [
        "en",
        "pendant",
        "durant",
        "après",
        "depuis",
        "dans",
        "d'",
        "de",
        "pour",
        "sur",
        "sous",
        "avant",
        "toutes",
        "tous",
    ]
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The unit of a number: its kind, and the token after it."""

    kind: Literal["percentage", "money", "duration", "measure"]
    unit: str
    last: int
    times: Decimal = Decimal(1)
    currency: str | None = None
    added: Decimal = Decimal(0)
    """What « et demi » or « 30 minutes » adds, in `unit` after `times`."""


def read_unit(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    """The unit that stands at token `k`, after the number; `None` where there is none."""
    if numeral.uncounted and tokens.word(k) not in ("fois",) and not _unit_of_time(tokens, k, lex):
        return _after_uncounted(tokens, k, lex)
    # « 350 000 000 de francs » is said as « 350 millions de francs ».
    governs = numeral.scaled or numeral.vague or numeral.low >= 1_000_000
    if tokens.word(k) in DE and governs:
        return _read(tokens, numeral, k + 1, lex)
    return _read(tokens, numeral, k, lex)


def _unit_of_time(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    return plain(tokens.word(k)) in lex.durations


def _after_uncounted(tokens: Tokens, k: int, lex: Lexicon) -> Measured | None:
    found = lex.units.starts_at(tokens, k)
    return Measured("measure", found[1].unit, found[0]) if found else None


def _read(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    readers = (_percentage, _money, _duration, _measure)
    for reader in readers:
        found = reader(tokens, numeral, k, lex)
        if found is not None and not (numeral.bare_one and _article(tokens, numeral, found)):
            return found
    return None


def _article(tokens: Tokens, numeral: Numeral, found: Measured) -> bool:
    """Whether « un » before a unit is rather an article: « un jour, … », « une fois »."""
    if found.kind == "measure":
        return found.unit in ("fois", "degré", "magnitude", "pixel", "a", "point de base")
    if found.kind == "percentage":
        return found.unit == "point"
    word = tokens.word(found.last - 1)
    if found.kind != "duration" or word in ("an", "mois", "semaine", "heure") or found.added:
        return False
    return tokens.word(numeral.first - 1) not in _PREPOSITIONS


def _percentage(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    found = lex.percentages.starts_at(tokens, k)
    if found is None:
        return None
    last, unit = found
    longer = lex.units.starts_at(tokens, k)
    if longer is not None and longer[0] > last:
        return None
    if unit.unit == "point" and last == k + 1:
        # « 3 points » is a score unless a decimal or « du PIB » tells a share of something.
        share = numeral.low != numeral.low.to_integral_value() or tokens.word(last + 1) == "pib"
        return Measured("percentage" if share else "measure", "point", last)
    return Measured("percentage", unit.unit, last)


def _money(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    found = lex.currencies.starts_at(tokens, k)
    if found is not None and numeral.figures is False and tokens.word(k) == "cfa":
        found = None
    if found is None and (numeral.figures or numeral.scaled or numeral.vague):
        found = lex.currency_signs.starts_at(tokens, k)
    if found is None:
        return None
    last, unit = found
    added, last = _hundredths(tokens, last, lex)
    return Measured("money", unit.unit, last, unit.times, unit.currency, added)


def _hundredths(tokens: Tokens, k: int, lex: Lexicon) -> tuple[Decimal, int]:
    """« 1 euro et 20 centimes », « 5 euros 50 »: what the hundredths add, the token after."""
    joined = tokens.word(k) == "et"
    more = read_numeral(tokens, k + 1 if joined else k, lex)
    if more is None or more.vague or more.ordinal or more.attached or not 0 < more.low < 100:
        return Decimal(0), k
    if plain(tokens.word(more.last)) in lex.hundredths:
        return more.low / 100, more.last + 1
    closed = _two_figures(tokens, more) and tokens.word(more.last) in (".", ",", ")", BREAK, "")
    return (more.low / 100, more.last) if closed and not joined else (Decimal(0), k)


def _duration(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    at = k
    while tokens.word(at) in lex.between and at < k + 2:
        at += 1
    unit = lex.durations.get(plain(tokens.word(at)))
    if unit is None and numeral.figures and tokens.word(k) in lex.duration_signs:
        unit = Unit(lex.duration_signs[tokens.word(k)])
        at = k
        if tokens.word(k) == "s" and tokens.word(k + 1) == "'":
            return None
    if unit is None or tokens.word(at + 1) == "/":
        return None
    return _more_time(tokens, numeral, unit, at + 1, lex)


def _more_time(tokens: Tokens, numeral: Numeral, unit: Unit, k: int, lex: Lexicon) -> Measured:
    """« et demi », « et quart », « 30 minutes », « 15 »: what stands after the unit of time."""
    plain_unit = Measured("duration", unit.unit, k, unit.times)
    joined = tokens.word(k) == "et"
    after = tokens.word(k + 1)
    if joined and after in ("demi", "demie", "quart"):
        part = Decimal("0.25") if after == "quart" else Decimal("0.5")
        return Measured("duration", unit.unit, k + 2, unit.times, None, part * unit.times)
    smaller = _SMALLER.get(unit.unit)
    if smaller is None or unit.times != 1 or numeral.vague:
        return plain_unit
    more = read_numeral(tokens, k + 1 if joined else k, lex)
    if more is None or more.vague or more.ordinal or more.low >= smaller[1]:
        return plain_unit
    name, factor = smaller
    word = tokens.word(more.last)
    named = lex.durations.get(plain(word))
    if (named is None or named.unit != name) and lex.duration_signs.get(word) != name:
        if unit.unit != "heure" or joined or not _two_figures(tokens, more):
            return plain_unit
        return Measured("duration", name, more.last, Decimal(factor), None, more.low)
    return Measured("duration", name, more.last + 1, Decimal(factor), None, more.low)


def _two_figures(tokens: Tokens, numeral: Numeral) -> bool:
    return tokens.is_figures(numeral.first) and len(tokens.word(numeral.first)) == 2


def _measure(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    found = lex.units.starts_at(tokens, k)
    if numeral.figures and not (tokens.word(k) == "m" and tokens.word(k + 1) == "."):
        signs = lex.symbols.starts_at(tokens, k)
        if signs is not None and (found is None or signs[0] > found[0]):
            found = signs
    if found is None:
        return None
    if found[1].unit == "fois" and tokens.word(found[0]) in ("plus", "moins"):
        return Measured("measure", "fois", found[0] + (tokens.word(found[0] + 1) not in DE))
    last, unit = found[0], found[1].unit
    if unit == "m" and _centimetres(tokens, last):
        return Measured("measure", unit, last + 1, added=Decimal(tokens.word(last)) / 100)
    return Measured("measure", unit, last)


def _centimetres(tokens: Tokens, k: int) -> bool:
    """« 1 m 80 », « 1m50 »: the height of a person."""
    if not tokens.is_figures(k) or len(tokens.word(k)) != 2:
        return False
    after = tokens.word(k + 1)
    return tokens.glued(k) or not after.isalpha() or after in ("et", "ou", "pour", "contre", "à")
