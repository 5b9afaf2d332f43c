"""What a number counts: percentages, money, lengths of time, measures.

>>> tokens = tokenise("12 millions d'euros")
>>> read_unit(tokens, read_numeral(tokens, 0, lexicon()), 2, lexicon()).unit
'euro'
"""

from decimal import Decimal
from typing import Literal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon, Unit, lexicon
from crosscheck.expressions.numbers.numerals import Numeral, read_numeral
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["Measured", "lexicon", "read_unit", "tokenise"]

DE = frozenset({"de", "d'"})
_SMALLER = {"an": ("mois", 12), "jour": ("heure", 24), "heure": ("minute", 60),
            "minute": ("seconde", 60)}  # fmt: skip
_SIXTY = 60
_INDEX = 100
"""From so many points on, a decimal is that of an index: « 7 650,12 points »."""
_CODE = 3
"""Letters of a currency code: « dix mille DKK »."""
_SURE_SIGN = 3
"""Signs of so many letters are no other words: « deux min », but « un an et trois s »."""
_CLOSED = frozenset([".", ",", ")", BREAK, ""])
_PRICED = frozenset(["le", "la", "l'", "par", "pour"])
"""« 3 € 50 le kilo »."""
_PREPOSITIONS = frozenset(
    ["en", "pendant", "durant", "après", "depuis", "dans", "d'", "de", "pour", "sur", "sous",
     "avant", "toutes", "tous"]
)  # fmt: skip


@record
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
    return tokens.plains[k] in lex.durations


def _after_uncounted(tokens: Tokens, k: int, lex: Lexicon) -> Measured | None:
    found = lex.units.starts_at(tokens, k)
    return Measured("measure", found[1].unit, found[0]) if found else None


def _read(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    if tokens.plains[k] not in lex.unit_words and tokens.raws[k] not in lex.unit_signs:
        return None
    readers = (_percentage, _money, _duration, _measure)
    for reader in readers:
        found = reader(tokens, numeral, k, lex)
        if found is None:
            continue
        if not (numeral.bare_one and _article(tokens, numeral, found, lex)):
            return found
    return None


def _article(tokens: Tokens, numeral: Numeral, found: Measured, lex: Lexicon) -> bool:
    """Whether « un » before a unit is rather an article: « un jour, … », « une fois »."""
    if alone(tokens, numeral.first, found.last):
        return False
    if found.kind == "money":
        return found.unit == "centime" or found.unit in lex.noun_currencies
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
        if tokens.word(last) in DE and tokens.word(last + 1) in lex.point_places:
            return None
        # « 3 points » is a score unless a decimal or « du PIB » tells a share of something.
        decimal = numeral.low != numeral.low.to_integral_value() and numeral.high < _INDEX
        share = decimal or tokens.word(last + 1) == "pib"
        return Measured("percentage" if share else "measure", "point", last)
    return Measured("percentage", unit.unit, last)


def _money(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    found = lex.currencies.starts_at(tokens, k)
    if found is not None and numeral.figures is False and tokens.word(k) == "cfa":
        found = None
    code = numeral.figures or numeral.scaled or numeral.vague or len(tokens.raw(k)) >= _CODE
    if found is None and code:
        found = lex.currency_signs.starts_at(tokens, k)
    if found is None:
        hundredth = lex.hundredths.get(tokens.plains[k])
        if hundredth is None or numeral.scaled or (hundredth.noun and not numeral.figures):
            return None
        return Measured("money", hundredth.unit, k + 1, hundredth.times, hundredth.currency)
    last, unit = found
    if _compound(tokens, last):
        return None  # « deux francs-tireurs »
    if 0 < numeral.low < unit.least and numeral.low == numeral.low.to_integral_value():
        return None
    added, last = _hundredths(tokens, numeral, last, lex)
    return Measured("money", unit.unit, last, unit.times, unit.currency, added)


def _hundredths(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> tuple[Decimal, int]:
    """« 1 euro et 20 centimes », « 5 euros 50 », « deux dollars vingt »: what the hundredths add,
    and the token after."""
    joined = tokens.word(k) == "et"
    more = read_numeral(tokens, k + 1 if joined else k, lex)
    if more is None or more.vague or more.ordinal or more.attached or not 0 < more.low < 100:
        return Decimal(0), k
    after = tokens.word(more.last)
    if tokens.plains[more.last] in lex.hundredths:
        return more.low / 100, more.last + 1
    if more.figures:
        closed = _two_figures(tokens, more) and (after in _CLOSED or after in _PRICED)
        closed = closed and not joined
    else:
        closed = after in _CLOSED and not numeral.figures
    return (more.low / 100, more.last) if closed else (Decimal(0), k)


def _duration(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    at = k
    while tokens.word(at) in lex.between and at < k + 2:
        at += 1
    unit = lex.durations.get(tokens.plains[at])
    if unit is None and tokens.word(at + 1) == "-" and tokens.word(at) == "week":
        at += 2
        unit = lex.durations.get(f"week-{tokens.plains[at]}")
    if unit is None and tokens.word(k) in lex.duration_signs:
        plain_word = len(tokens.word(k)) < _SURE_SIGN or tokens.word(k) == "sec"
        if not numeral.figures and plain_word and not alone(tokens, numeral.first, k + 1):
            return None
        unit = Unit(lex.duration_signs[tokens.word(k)])
        at = k
        if tokens.word(k) == "s" and tokens.word(k + 1) == "'":
            return None
    if unit is None or tokens.word(at + 1) == "/" or _compound(tokens, at + 1):
        return None
    return _more_time(tokens, numeral, unit, at + 1, lex)


def _compound(tokens: Tokens, k: int) -> bool:
    """Whether a hyphen carries the unit of time on: « années-lumière »."""
    return tokens.word(k) == "-" and tokens.glued(k) and tokens.glued(k + 1)


def _more_time(tokens: Tokens, numeral: Numeral, unit: Unit, k: int, lex: Lexicon) -> Measured:
    """« et demi », « et quart », « 30 minutes », « 15 »: what stands after the unit of time."""
    plain_unit = Measured("duration", unit.unit, k, unit.times)
    joined = tokens.word(k) == "et"
    after = tokens.word(k + 1)
    if joined and after == "un" and tokens.word(k + 2) == "quart" and not numeral.vague:
        if tokens.word(k + 3) == "d'" and tokens.word(k + 4) == "heure":
            return plain_unit
        part = Decimal("0.25")
        return Measured("duration", unit.unit, k + 3, unit.times, None, part * unit.times)
    if joined and after in ("demi", "demie", "quart"):
        part = Decimal("0.25") if after == "quart" else Decimal("0.5")
        return Measured("duration", unit.unit, k + 2, unit.times, None, part * unit.times)
    smaller = _SMALLER.get(unit.unit)
    if numeral.figures and unit.unit == "seconde" and _centimetres(tokens, k):
        added = Decimal(tokens.word(k)) / 100  # « 9 s 58 »
        return Measured("duration", "seconde", k + 1, unit.times, None, added)
    if smaller is None or unit.times != 1 or numeral.vague:
        return plain_unit
    if tokens.is_figures(k) and tokens.glued(k) and len(tokens.word(k)) == 2:
        return _glued_minutes(tokens, plain_unit, k, lex)
    more = read_numeral(tokens, k + 1 if joined else k, lex)
    if more is None or more.vague or more.ordinal or more.low >= smaller[1]:
        return plain_unit
    name, factor = smaller
    word = tokens.word(more.last)
    named = lex.durations.get(tokens.plains[more.last])
    if (named is None or named.unit != name) and lex.duration_signs.get(word) != name:
        if unit.unit != "heure" or joined or not _two_figures(tokens, more):
            return plain_unit
        return Measured("duration", name, more.last, Decimal(factor), None, more.low)
    found = Measured("duration", name, more.last + 1, Decimal(factor), None, more.low)
    return _and_seconds(tokens, found, lex) if name == "minute" else found


def _and_seconds(tokens: Tokens, hours: Measured, lex: Lexicon) -> Measured:
    """« 2 h 01 min 09 s »: hours and minutes with the seconds after them, in seconds."""
    last = hours.last
    if tokens.is_figures(last) and tokens.glued(last) and len(tokens.word(last)) == 2:
        ended = tokens.word(last + 1)
        if lex.duration_signs.get(ended) != "seconde" and ended != '"':
            return hours
        added = hours.added * _SIXTY + int(tokens.word(last))
        return Measured("duration", "seconde", last + 2, hours.times * _SIXTY, None, added)
    seconds = read_numeral(tokens, last + (tokens.word(last) == "et"), lex)
    if seconds is None or not seconds.figures or not 0 <= seconds.low < _SIXTY:
        return hours
    word = tokens.word(seconds.last)
    if lex.duration_signs.get(word) != "seconde" and tokens.plains[seconds.last] != "seconde":
        return hours
    added = hours.added * _SIXTY + seconds.low
    return Measured("duration", "seconde", seconds.last + 1, hours.times * _SIXTY, None, added)


def _glued_minutes(tokens: Tokens, hours: Measured, k: int, lex: Lexicon) -> Measured:
    """« 2h15 » as minutes."""
    minutes = int(tokens.word(k))
    if hours.unit != "heure" or minutes >= 60:
        return hours
    sign = tokens.word(k + 1)
    named = lex.duration_signs.get(sign) == "minute" or (sign == "'" and tokens.is_figures(k + 2))
    found = Measured("duration", "minute", k + 1 + named, Decimal(60), None, Decimal(minutes))
    return _and_seconds(tokens, found, lex) if named else found


def _two_figures(tokens: Tokens, numeral: Numeral) -> bool:
    return tokens.is_figures(numeral.first) and len(tokens.word(numeral.first)) == 2


def _measure(tokens: Tokens, numeral: Numeral, k: int, lex: Lexicon) -> Measured | None:
    found = lex.units.starts_at(tokens, k)
    if numeral.figures:
        signs = lex.symbols.starts_at(tokens, k)
        if signs is not None and (found is None or signs[0] > found[0]):
            found = signs
    if found is None and _celsius(tokens, numeral, k):
        return Measured("measure", "°C", k + 1)
    if found is None:
        return None
    least = lex.least.get(found[1].unit)
    if least and numeral.high < least and numeral.low == numeral.low.to_integral_value():
        return None
    if found[1].unit == "fois" and tokens.word(found[0]) in ("plus", "moins"):
        return Measured("measure", "fois", found[0] + (tokens.word(found[0] + 1) not in DE))
    last, unit = found[0], found[1].unit
    if unit == "m" and _centimetres(tokens, last):
        return Measured("measure", unit, last + 1, added=Decimal(tokens.word(last)) / 100)
    half = tokens.word(last) == "et" and tokens.word(last + 1) in ("demi", "demie")
    if half and unit != "fois" and not numeral.vague and tokens.word(last + 2) != "-":
        return Measured("measure", unit, last + 2, added=Decimal("0.5"))
    return Measured("measure", unit, last)


def _celsius(tokens: Tokens, numeral: Numeral, k: int) -> bool:
    """« -27C »: below zero, the degree sign may be left out."""
    goes_on = tokens.glued(k + 1) and tokens.word(k + 1)[:1].isalnum()
    return numeral.low < 0 and numeral.attached and tokens.raw(k) == "C" and not goes_on


def _centimetres(tokens: Tokens, k: int) -> bool:
    """« 1 m 80 », « 1m50 »: the height of a person."""
    if not tokens.is_figures(k) or len(tokens.word(k)) != 2:
        return False
    after = tokens.word(k + 1)
    return tokens.glued(k) or not after.isalpha() or after in ("et", "ou", "pour", "contre", "à")
