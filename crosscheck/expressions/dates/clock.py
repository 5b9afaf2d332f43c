"""Hours of the day: « vers 5 h 30 », « à 18 heures », « midi et quart », « 13 h-15 h ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> clock_at(tokenise("vers 5 h 30"), 1, None, almanac()).anchor.clock
'05:30'
"""

from dataclasses import replace
from datetime import date

from crosscheck.expressions.alone import alone
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.dates.halves import half_at
from crosscheck.expressions.dates.minutes import minutes_at
from crosscheck.expressions.dates.printed import (
    DASHES,
    DAY,
    Read,
    colon,
    dotted,
    hyphened,
    plus,
    printed,
    stopwatch,
)
from crosscheck.expressions.dates.timeofday import is_length, is_time
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Period

__all__ = ["clock_at", "tokenise"]

_NOON = {"midi": 12, "minuit": 0}
_LINKED = (("entre", "et"), ("de", "à"))
_MARKS = frozenset({"h", "heure", ":", "am", "pm", "m"})
_REACH = 12
"""Every hour has one of the marks among so many words: « vingt et une (21) heures »."""
_MORNING, _EVENING = 7, 18
_BETWEEN_NOON = ("entre", "midi", "et")
_TWO, _NOUN = 2, 5


def clock_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """The hour or the range of hours that begins at token `i`; a length (« en 2 h 15 ») is none."""
    near = tokens.plains[i + 1 : i + _REACH]
    if tokens.word(i) not in _NOON and tokens.has(i + 1) and _MARKS.isdisjoint(near):
        return None
    noon = tokens.word(i) in _NOON
    found = _noon_to(tokens, i, words) if noon else _range(tokens, i, words)
    if found is not None:
        return found
    if stopwatch(tokens, i):
        return Candidate("date", i, i + 5, Period(""), hidden=True)
    read = _noon(tokens, i, words) if noon else colon(tokens, i)
    if read is not None and _verse(tokens, i) and not is_time(tokens, i, read, words):
        return None
    read = read or (hyphened(tokens, i) if tokens.word(i - 1) == "-" else None)
    read = read or _spoken(tokens, i, words) or _bare(tokens, i, words)
    if read is None:
        return None
    half = half_at(tokens, read.last, words.hours)
    if half is not None:
        read = replace(read, last=half[0], minutes=half[1].of_day(read.minutes))
    if words.hours.sayings.ends_at(tokens, read.last):
        return Candidate("date", i, read.last, Period(""), hidden=True)
    return _candidate(tokens, (i, read.last), _opened(tokens, i, _told(read.minutes), words), words)


def _told(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _candidate(tokens: Tokens, span: tuple[int, int], clock: str, words: Almanac) -> Candidate:
    # In a diary an hour that is over is that of the next day.
    anchor = Anchor("clock", int(entry(tokens, words)), clock)
    return Candidate("date", *span, Period(f"T{clock}"), span, anchor)


def _opened(tokens: Tokens, i: int, clock: str, words: Almanac) -> str:
    """« avant 16 h », « à partir de 9 h 30 »: the hour as one end of a time without another."""
    found = words.hours.opens.ends_at(tokens, i)
    if found is None or tokens.word(found[0] - 1) in words.hours.near:
        return clock
    return f"{clock}/.." if found[1] else f"../{clock}"


def _noon_to(tokens: Tokens, i: int, words: Almanac) -> Candidate | None:
    """« entre midi et deux », « entre midi et une heure »: to an hour of the afternoon."""
    around = (tokens.word(i - 1), tokens.word(i), tokens.word(i + 1))
    numeral = read_numeral(tokens, i + 2, words.lexicon) if around == _BETWEEN_NOON else None
    if numeral is None or numeral.vague or numeral.low not in range(1, _MORNING):
        return None
    told = tokens.word(numeral.last) in ("h", "heure", "heures")
    counts = len(tokens.word(numeral.last)) >= _NOUN and tokens.word(numeral.last).isalpha()
    if not told and (numeral.low != _TWO or counts):
        return None
    clock = f"12:00/{_told((12 + int(numeral.low)) * 60)}"
    return _candidate(tokens, (i, numeral.last + told), clock, words)


def _range(tokens: Tokens, i: int, words: Almanac) -> Candidate | None:
    """« 13 h-15 h », « 13-15h », « 8:10 - 12h32 », « entre 10 et 11 h 30 »: one range."""
    if not tokens.is_figures(i) or tokens.glued(i) or len(tokens.word(i)) > 2:
        return None
    first = printed(tokens, i, words)
    bare = first is None
    first = first or Read(i + 1, int(tokens.word(i)) * 60, sign=True)
    dashed = tokens.word(first.last) in DASHES
    linked = bare and (tokens.word(i - 1), tokens.word(i + 1)) in _LINKED
    if not (dashed or linked) or (dashed and bare and not tokens.glued(i + 1)):
        return None
    second = printed(tokens, first.last + 1, words)
    if second is None and dashed and not bare and first.minutes % 60:
        second = dotted(tokens, first.last + 1)
    if second is None or plain(tokens.word(second.last)) in words.hours.not_after:
        return None
    over_midnight = not bare and first.minutes >= _EVENING * 60
    if not (first.minutes < second.minutes or over_midnight) or first.minutes >= DAY:
        return None
    told = words.hours.length.ends_at(tokens, i) is not None and first.minutes < _MORNING * 60
    short = second.minutes <= 12 * 60 and second.minutes % 60 == 0
    short = short or (bare and first.minutes < _MORNING * 60)
    if (bare or told) and short and not (bare and entry(tokens, words)):
        return None  # « un trajet de 2 h-3 h », « de 9 à 12 h »
    clock = f"{_told(first.minutes)}/{_told(second.minutes)}"
    return _candidate(tokens, (i, second.last), clock, words)


def _spoken(tokens: Tokens, i: int, words: Almanac) -> Read | None:
    """« 18 heures », « 5 h 30 »: where the words around make it a time of day."""
    read = _written(tokens, i, words)
    if read is None:
        return None
    added = minutes_at(tokens, read.last, words)
    if added is None:
        fits = is_time(tokens, i, read, words)
    elif added.loose:
        fits = is_time(tokens, i, replace(read, last=added.last), words)
    else:
        fits = not is_length(tokens, i, added.last, words)
    return plus(read, added) if fits else None


def _bare(tokens: Tokens, i: int, words: Almanac) -> Read | None:
    """« après-midi à 5 », in a diary."""
    if not tokens.is_figures(i) or tokens.word(i - 1) != "à" or tokens.has(i + 1):
        return None
    part = words.hours.parts.ends_at(tokens, i - 1)
    hour = int(tokens.word(i)) if len(tokens.word(i)) <= 2 else DAY
    fits = part is not None and 0 < hour <= 12 and entry(tokens, words)
    return Read(i + 1, hour * 60, sign=True) if fits else None


def _written(tokens: Tokens, i: int, words: Almanac) -> Read | None:
    """« 5 h », « dix-huit heures », « 8 PM »."""
    numeral = read_numeral(tokens, i, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal or numeral.scaled:
        return None
    if numeral.low != numeral.low.to_integral_value() or not 0 <= numeral.low <= 24:
        return None
    unit = tokens.word(numeral.last)
    if plain(unit) == "heure" or (unit == "h" and numeral.figures):
        return Read(numeral.last + 1, int(numeral.low) * 60, unit == "h")
    half = half_at(tokens, numeral.last, words.hours) if numeral.figures else None
    if half is None or not half[1].by_twelve or not 1 <= numeral.low <= _NOON["midi"]:
        return None
    # « 8 PM » are policemen where no word makes an hour of them.
    told = words.hours.sure.ends_at(tokens, i) is not None or tokens.word(i - 1) in ("de", "à")
    if not told and not alone(tokens, i, half[0]):
        return None
    return Read(numeral.last, int(numeral.low) * 60, sign=True)


def _verse(tokens: Tokens, i: int) -> bool:
    """« Jean 3:16 », « 3:45 au mille »: one figure before a colon is rarely an hour."""
    return tokens.word(i + 1) == ":" and len(tokens.word(i)) == 1


def _noon(tokens: Tokens, i: int, words: Almanac) -> Read | None:
    """« à midi », « depuis minuit et une minute », « midi moins le quart »."""
    if tokens.word(i) == "minuit" and tokens.capital(i) and tokens.word(i - 1) in ("de", "d'"):
        return None  # « les Éditions de Minuit »
    added = minutes_at(tokens, i + 1, words)
    read = plus(Read(i + 1, _NOON[tokens.word(i)] * 60, sign=True), added)
    if added is not None and tokens.word(i - 1) != "-":
        return read
    before = tokens.word(i - 1)
    told = before in ("à", "vers", "depuis", "dès", "avant", "après", "jusqu'à", "entre")
    if told or words.hours.sure.ends_at(tokens, i) or (before == "de" and _to(tokens, i)):
        return read
    bare = before in ("", BREAK, ",", "a")
    return read if bare and entry(tokens, words) else None


def _to(tokens: Tokens, i: int) -> bool:
    """« de midi à 14 heures »; not « de midi à l'ouest »."""
    return tokens.word(i + 1) == "à" and plain(tokens.word(i + 3)) in ("heure", "h")
