"""Hours of the day: « vers 5 h 30 », « à 18 heures », « minuit et une minute ».

>>> from crosscheck.expressions.almanac import almanac
>>> clock_at(tokenise("vers 5 h 30"), 1, None, almanac()).anchor.clock
'05:30'
"""

from datetime import date

from crosscheck.expressions.almanac import Almanac
from crosscheck.expressions.numerals import read_numeral
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Period

__all__ = ["clock_at", "tokenise"]

_PARTS = {"demie": 30, "demi": 30, "quart": 15}
_OF = ("de", "d'")


def clock_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """The hour that begins at token `i`; a length of time (« en 2 h 15 ») is none."""
    if tokens.word(i) in ("midi", "minuit"):
        return _noon(tokens, i, words)
    if tokens.is_figures(i):
        colon = _colon(tokens, i)
        if colon is not None:
            return colon
    hour = _hour(tokens, i, words)
    if hour is None:
        return None
    value, k = hour
    minutes, last = _minutes(tokens, k, words)
    if minutes is None or tokens.word(k) == "et":
        fits = _told(tokens, i, k if minutes is None else last, words)
    else:
        fits = not _length(tokens, i, last, words)
    if not fits:
        return None
    last = k if minutes is None else last
    return _candidate(i, *_half_of_day(tokens, last, value), minutes or 0)


def _half_of_day(tokens: Tokens, last: int, hour: int) -> tuple[int, int]:
    """« du matin », « du soir », « de l'après-midi »: the token after it, and the hour of 24."""
    following = tokens.words[last : last + 5]
    if following[:2] == ("du", "matin"):
        return last + 2, hour
    for words in (("du", "soir"), ("de", "l'", "après", "-", "midi")):
        if following[: len(words)] == words:
            return last + len(words), hour + 12 if hour < 12 else hour
    return last, hour


def _hour(tokens: Tokens, i: int, words: Almanac) -> tuple[int, int] | None:
    """« 5 h », « dix-huit heures »: the hour, and the token after its unit."""
    numeral = read_numeral(tokens, i, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal or numeral.scaled:
        return None
    if numeral.low != numeral.low.to_integral_value() or not 0 <= numeral.low <= 24:
        return None
    unit = tokens.word(numeral.last)
    if plain(unit) == "heure" or (unit == "h" and numeral.figures):
        return int(numeral.low), numeral.last + 1
    return None


def _candidate(first: int, last: int, hour: int, minutes: int) -> Candidate:
    clock = f"{hour % 24:02}:{minutes:02}"
    return Candidate(
        "date", first, last, Period(f"T{clock}"), (first, last), Anchor("clock", 0, clock)
    )


def _colon(tokens: Tokens, i: int) -> Candidate | None:
    """« 08:15 »."""
    if tokens.glued(i) or tokens.word(i + 1) != ":" or not tokens.is_figures(i + 2):
        return None
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)) or len(tokens.word(i + 2)) != 2:
        return None
    hour, minutes = tokens.word(i), int(tokens.word(i + 2))
    if len(hour) > 2 or int(hour) > 24 or minutes > 59:
        return None
    if tokens.glued(i + 3) and tokens.word(i + 3) == ":" and tokens.is_figures(i + 4):
        return None
    return _candidate(i, i + 3, int(hour), minutes)


def _minutes(tokens: Tokens, k: int, words: Almanac) -> tuple[int | None, int]:
    """The minutes after « h » or « heures », and the token after; `None` where there are none."""
    if tokens.word(k) == "et" and tokens.word(k + 1) in _PARTS:
        return _PARTS[tokens.word(k + 1)], k + 2
    if tokens.is_figures(k):
        word = tokens.word(k)
        fits = len(word) == 2 and int(word) < 60
        glued = (
            tokens.glued(k + 1) and tokens.word(k + 1) in (",", "%") and tokens.is_figures(k + 2)
        )
        if not fits or glued or tokens.word(k + 1) == "%":
            return None, k
        named = plain(tokens.word(k + 1)) in ("minute", "min", "mn")
        return int(word), k + 1 + named
    numeral = (
        read_numeral(tokens, k, words.lexicon)
        if tokens.word(k) in words.lexicon.cardinals
        else None
    )
    if numeral is not None and not numeral.vague and not numeral.ordinal and numeral.low < 60:
        if plain(tokens.word(numeral.last)) == "minute":
            return int(numeral.low), numeral.last + 1
        # « cinq heures trente »
        if numeral.low >= 5 and numeral.low % 5 == 0 and _ends(tokens, numeral.last):
            return int(numeral.low), numeral.last
    return None, k


def _ends(tokens: Tokens, k: int) -> bool:
    """Whether the minutes end here: « cinq heures trente, », « trois heures trente à … »."""
    return not tokens.word(k).isalpha() or tokens.word(k) in ("à", "et")


def _told(tokens: Tokens, i: int, last: int, words: Almanac) -> bool:
    """Whether the words around a bare hour make it a time of day."""
    if words.clock_after.starts_at(tokens, last):
        # « douze heures pile avant la cérémonie » is a length.
        return tokens.word(last + 1) not in ("avant", "après")
    if tokens.word(last) in _OF or tokens.word(last) in ("après", "plus", "avant", "durant", "par"):
        return False
    found = words.clock_sure.ends_at(tokens, i)
    if found is not None:
        return tokens.word(found[0] - 1) not in ("quelques", "condamné", "jusque")
    before = tokens.word(i - 1)
    if before in ("entre", "et", "de") and _other_hour(tokens, i, last):
        return True
    if before in ("avant", "après", "ce", "le") and tokens.is_figures(i):
        return tokens.word(i + 1) == "h" or before in ("avant",)
    after_day = tokens.is_figures(i - 2) and len(tokens.word(i - 2)) == 4
    return before == "," and after_day and tokens.word(last) in (BREAK, ".", "", ":")


def _other_hour(tokens: Tokens, i: int, last: int) -> bool:
    """« de 7 heures à 18 heures », « entre 8 h et 10 h »."""
    words = tokens.words[max(i - 4, 0) : i - 1] + tokens.words[last : last + 4]
    link = tokens.word(last) in ("à", "et") or tokens.word(i - 1) == "et"
    return link and any(plain(word) in ("heure", "h") for word in words)


def _length(tokens: Tokens, i: int, last: int, words: Almanac) -> bool:
    """Whether hours and minutes are a length: « pendant 1 h 30 », « 2 h 15 de retard »."""
    if tokens.word(last) in _OF and tokens.word(last + 1) not in ("l'", "la"):
        return not words.clock_after.starts_at(tokens, last)
    found = words.clock_length.ends_at(tokens, i)
    if found is None:
        return False
    before = tokens.word(i - 1)
    return before not in ("de", "d'", "après") or tokens.word(i - 2) in (
        "durée",
        "durera",
        "retard",
        "près",
        "plus",
        "moins",
    )


def _noon(tokens: Tokens, i: int, words: Almanac) -> Candidate | None:
    """« à midi », « depuis minuit et une minute »."""
    if tokens.word(i - 1) not in ("à", "vers", "depuis", "dès", "avant", "après", "jusqu'à"):
        return None
    hour = 12 if tokens.word(i) == "midi" else 0
    minutes, last = _minutes(tokens, i + 1, words)
    if minutes is None and tokens.word(i + 1) == "et":
        added, end = _minutes(tokens, i + 2, words)
        if added is not None and end > i + 3:
            return _candidate(i, end, hour, added)
    return _candidate(i, last if minutes is not None else i + 1, hour, minutes or 0)
