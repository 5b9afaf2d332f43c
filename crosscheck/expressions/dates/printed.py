"""Hours in figures: « 13 h », « 12h32 », « 18 heures », « 08:15 », « 10:12:59 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> printed(tokenise("12h32"), 0, almanac()).minutes // 60
12
"""

from dataclasses import replace

from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.minutes import Minutes, minutes_at
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["Read", "colon", "dotted", "hyphened", "plus", "printed", "stopwatch", "tokenise"]

DASHES = ("-", "–", "—")
_SIGNS = ("h", "heure", "heures")
DAY = 24 * 60


@record
class Read:
    """An hour as written: the token after it, and the minutes since midnight."""

    last: int
    minutes: int
    sign: bool
    """With « h » or a colon; « heures » is rather a length."""


def hyphened(tokens: Tokens, i: int) -> Read | None:
    """« Course-15h-jeudi »: the hour of a programme, between hyphens."""
    around = (tokens.word(i - 1), tokens.word(i + 1), tokens.word(i + 2))
    if around != ("-", "h", "-") or not tokens.is_figures(i) or len(tokens.word(i)) > 2:
        return None
    if not all(tokens.glued(k) for k in range(i - 1, i + 4)) or tokens.is_figures(i - 2):
        return None
    hour = int(tokens.word(i))
    return Read(i + 2, hour * 60, sign=True) if hour < DAY // 60 else None


def plus(read: Read, added: Minutes | None) -> Read:
    """The hour with the minutes after it, if any: « moins dix » takes some away."""
    if added is None:
        return read
    return replace(read, last=added.last, minutes=(read.minutes + added.count) % DAY)


def printed(tokens: Tokens, i: int, words: Almanac) -> Read | None:
    """« 13 h », « 12h32 », « 18 heures », « 08:15 »: hours in figures."""
    marked = colon(tokens, i)
    if marked is not None:
        return marked
    if not tokens.is_figures(i) or tokens.word(i + 1) not in _SIGNS or len(tokens.word(i)) > 2:
        return None
    added = minutes_at(tokens, i + 2, words) if tokens.is_figures(i + 2) else None
    read = plus(Read(i + 2, int(tokens.word(i)) * 60, sign=True), added)
    return read if int(tokens.word(i)) < DAY // 60 else None


def colon(tokens: Tokens, i: int) -> Read | None:
    """« 08:15 », and « à 10:12:59 » to the minute."""
    glued = tokens.glued(i) and tokens.word(i - 1) not in DASHES
    if not tokens.is_figures(i) or glued or tokens.word(i + 1) != ":":
        return None
    if not tokens.is_figures(i + 2) or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    hour, minutes = tokens.word(i), tokens.word(i + 2)
    if len(minutes) != 2 or len(hour) > 2 or int(hour) > 24 or int(minutes) > 59:
        return None
    read = Read(i + 3, int(hour) * 60 + int(minutes), sign=True)
    return replace(read, last=i + 5) if _seconds(tokens, i) else read


def dotted(tokens: Tokens, i: int) -> Read | None:
    """« 12.32 » after « 8:10 - », as in Switzerland; elsewhere it is a number."""
    marked = tokens.word(i + 1) == "." and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not (marked and tokens.is_figures(i) and tokens.is_figures(i + 2)):
        return None
    hour, minutes = tokens.word(i), tokens.word(i + 2)
    if len(minutes) != 2 or len(hour) > 2 or int(hour) > 24 or int(minutes) > 59:
        return None
    return Read(i + 3, int(hour) * 60 + int(minutes), sign=True)


def stopwatch(tokens: Tokens, i: int) -> bool:
    """« en 2:07:31 »: how long a runner took; a time of day has two figures for its hour."""
    if not (tokens.is_figures(i) and tokens.word(i + 1) == ":" and tokens.is_figures(i + 2)):
        return False
    return _seconds(tokens, i) and (len(tokens.word(i)) == 1 or tokens.word(i - 1) == "en")


def _seconds(tokens: Tokens, i: int) -> bool:
    """Whether seconds follow « 10:12 »."""
    return tokens.word(i + 3) == ":" and all(
        tokens.glued(k) and (k == i + 3 or tokens.is_figures(k)) for k in (i + 3, i + 4)
    )
