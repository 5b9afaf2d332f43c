"""Moments counted from that of publication: « il y a deux heures », « dans un quart d'heure ».

They are read only where that moment is known; with the day alone, they stay lengths of time.

>>> from crosscheck.expressions import mentions
>>> [m.value.edtf for m in mentions("Dans 5 minutes", datetime(2025, 6, 25, 12, 14))]
['2025-06-25T12:19']
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac, almanac
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens
from crosscheck.values import Interval, Period

__all__ = ["moments"]

_SECONDS = {"heure": 3600, "minute": 60, "seconde": 1}
_OF_IT = ("de", "d'", "du", "des", "dans", "entre", "par")
"""« Il y a deux heures de route », « les deux dernières heures du procès »."""
_LONGEST = 5000 * 3600


def moments(
    tokens: Tokens, candidates: Iterable[Candidate], moment: datetime
) -> Iterator[Candidate]:
    """The moments and runs of hours that lengths of time among the candidates tell of."""
    words = almanac()
    for candidate in candidates:
        value = candidate.value
        if candidate.kind != "duration" or not isinstance(value, Interval):
            continue
        if value.exact and value.unit in _SECONDS:
            seconds = value.low * _SECONDS[value.unit]
            if abs(seconds) <= _LONGEST:
                yield from _from_now(tokens, candidate, moment, seconds, words)
    for i, word in enumerate(tokens.words):
        if word == "/":
            yield from _part_of_hour(tokens, i, moment)
        elif words.hours.now.starts_at(tokens, i):
            yield from _now(tokens, i, moment, words)


def _from_now(
    tokens: Tokens, candidate: Candidate, moment: datetime, seconds: Decimal, words: Almanac
) -> Iterator[Candidate]:
    first, last = candidate.first, candidate.last
    before = tokens.word(first - 1)
    if before == "dans" and tokens.word(last) not in ("de", "d'"):
        yield _moment(first - 1, last, moment, seconds)
    elif tokens.words[max(first - 3, 0) : first] == ("il", "y", "a"):
        if tokens.word(last) not in _OF_IT:
            yield _moment(first - 3, last, moment, -seconds)
    elif before in ("voilà", "voici") and tokens.word(last) not in ("que", "qu'"):
        yield _moment(first - 1, last, moment, -seconds)
    else:
        yield from _window(tokens, candidate, moment, seconds, words)


def _window(
    tokens: Tokens, candidate: Candidate, moment: datetime, seconds: Decimal, words: Almanac
) -> Iterator[Candidate]:
    """« les 24 dernières heures »; the last minutes are rather those of a match."""
    first, last = candidate.first, candidate.last
    told = [plain(tokens.word(k)) for k in range(first, last + 1)]
    diary = entry(tokens, words)
    if diary:
        last += told[-1] in words.hours.past | words.hours.coming
    elif seconds < _SECONDS["heure"] or tokens.word(last) in _OF_IT:
        return
    else:
        told = told[1:-1]
    if not words.hours.past.isdisjoint(told):
        yield _run(first, last, _away(moment, -seconds), moment)
    elif not words.hours.coming.isdisjoint(told):
        yield _run(first, last, moment, _away(moment, seconds))


def _part_of_hour(tokens: Tokens, i: int, moment: datetime) -> Iterator[Candidate]:
    """« dans 1/4 h », « dans 3/4 d'heure »; token `i` is the stroke."""
    if tokens.word(i - 2) != "dans" or (tokens.word(i - 1), tokens.word(i + 1)) not in (
        ("1", "4"),
        ("1", "2"),
        ("3", "4"),
    ):
        return
    at = i + 2 + (tokens.word(i + 2) == "d'")
    if tokens.word(at) in ("h", "heure", "heures"):
        share = Decimal(tokens.word(i - 1)) / Decimal(tokens.word(i + 1))
        yield _moment(i - 2, at + 1, moment, share * 3600)


def _now(tokens: Tokens, i: int, moment: datetime, words: Almanac) -> Iterator[Candidate]:
    """« La date limite est maintenant. »; « maintenant que » and the like tell no moment."""
    found = words.hours.now.starts_at(tokens, i)
    assert found is not None
    closed = tokens.word(found[0]) in ("", BREAK, ".", "!", "?")
    if closed or entry(tokens, words):
        value = Period(_edtf(moment), moment.date(), moment.date())
        yield Candidate("date", i, found[0], value, hanging=True)


def _edtf(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def _away(moment: datetime, seconds: Decimal) -> datetime:
    try:
        return moment + timedelta(seconds=int(seconds))
    except OverflowError:
        return moment


def _moment(first: int, last: int, moment: datetime, seconds: Decimal) -> Candidate:
    """A moment; sources, which are not published at one time, are compared by its day."""
    when = _away(moment, seconds)
    day = cal.day(when.date())
    value = Period(_edtf(when), day.first, day.last, of=day)
    return Candidate("date", first, last, value)


def _run(first: int, last: int, start: datetime, end: datetime) -> Candidate:
    edtf = f"{_edtf(start)}/{_edtf(end)}"
    days = cal.days(start.date(), end.date())
    return Candidate("date", first, last, Period(edtf, days.first, days.last, of=days))
