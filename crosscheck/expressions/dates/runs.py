"""Two dates that make one run: « de 14 h à 16 h », « de 2014 au 2 mai 2018 », « de mars à l'été ».

The run is one value; the two dates stay as its parts, since each may be said by itself elsewhere:
« de 14 h à 16 h » here, « à partir de 14 h » there.

>>> from crosscheck.expressions import mentions
>>> [m.value.edtf for m in mentions("Ouvert de 14 h à 16 h")]
['T14:00/T16:00']
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.phrases import Phrases
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens
from crosscheck.values import Period

__all__ = ["runs"]

_HALF = 12
_FOUR = 4
_ARTICLES = ("le", "la", "l'")
_MIDNIGHT = "00:00"
_EVENING = "18:00"
"""From then on, what ends at an earlier hour ends on the next day."""
_LINK = 4
"""Words between the two dates of a run, at most: « jusqu'au », « jusqu'à la »."""
_REACH = 6
"""How many words before a run a verb that moves things may stand: « reporté de lundi à mardi »."""


def runs(tokens: Tokens, candidates: Iterable[Candidate], words: Almanac) -> list[Candidate]:
    """The candidates in order, those that one run joins now one."""
    found: list[Candidate] = []
    near = -1
    for candidate in candidates:
        if candidate.kind == "date":
            joined = None
            if candidate.first <= near:
                joined = _joined(tokens, found[-1], candidate, words)
            near = candidate.last + _LINK
            if joined is not None:
                found[-1] = joined
                continue
        else:
            near = -1
        found.append(candidate)
    return found


def _joined(tokens: Tokens, one: Candidate, two: Candidate, words: Almanac) -> Candidate | None:
    if one.parts or one.hanging or two.hanging:
        return None
    if not _linked(tokens, one, two, words):
        return None
    first, second = _said(one.value), _said(two.value)
    if first is None or second is None:
        return None
    told = _afternoon(tokens, first, second, two.last, words)
    told = told or _of_year(tokens, (one, first), (two, second), words)
    value = _run(told or first, second)
    if value is None:
        return None
    parts = (replace(one, value=told) if told else one, two)
    return replace(one, last=two.last, value=value, parts=parts)


def _afternoon(
    tokens: Tokens, one: Period, two: Period, last: int, words: Almanac
) -> Period | None:
    """« de 2 h à 4 h de l'après-midi »: the first hour in that half of the day too."""
    half = words.hours.halves.ends_at(tokens, last)
    hour = int(one.clock[:2]) + _HALF if one.clock[:2].isdigit() else 0
    later = f"{hour:02}{one.clock[2:]}"
    if half is None or not half[1].later or not _HALF <= hour < 2 * _HALF or later >= two.clock:
        return None
    return replace(one, edtf=one.edtf.removesuffix(one.clock) + later)


def _of_year(
    tokens: Tokens, one: tuple[Candidate, Period], two: tuple[Candidate, Period], words: Almanac
) -> Period | None:
    """« de la mi-août à la mi-octobre 2024 »: the first, without its year, in that before the end.

    The same where neither has one and they stand the wrong way round: « de fin mars à mi-juin ».
    """
    first, second = one[1], two[1]
    if first.first is None or second.last is None or _with_year(tokens, one[0]):
        return None
    if not _with_year(tokens, two[0]) and first.first < second.last:
        return None
    if words.months.keys().isdisjoint(tokens.words[one[0].first : one[0].last]):
        return None
    away = second.last.year - first.first.year
    away -= _of(first.first, away) > second.last
    return _years_away(first, away) if away else None


def _with_year(tokens: Tokens, candidate: Candidate) -> bool:
    places = range(candidate.first, candidate.last)
    return any(tokens.is_figures(k) and len(tokens.word(k)) == _FOUR for k in places)


def _of(day: date, away: int) -> date:
    """The day so many years away; 28 February for a 29th that is none."""
    return cal.make_day(day.year + away, day.month, day.day) or date(day.year + away, 2, 28)


def _years_away(told: Period, away: int) -> Period | None:
    """The same days of another year."""
    if told.first is None or told.last is None or "T" in told.edtf:
        return None
    whole = _years_away(told.of, away) if told.of else None
    edtf = "/".join(f"{int(end[:_FOUR]) + away:04}{end[_FOUR:]}" for end in told.edtf.split("/"))
    return replace(
        told, edtf=edtf, first=_of(told.first, away), last=_of(told.last, away), of=whole
    )


def _linked(tokens: Tokens, one: Candidate, two: Candidate, words: Almanac) -> bool:
    """Whether « de … à » or « entre … et » stands around the two, and no verb of change before."""
    start = _opening(words.runs.opening, tokens, one.first)
    between = _opening(words.runs.between, tokens, one.first) if start < 0 else -1
    links = words.runs.to if start >= 0 else words.runs.both
    if max(start, between) < 0:
        return False
    link = links.starts_at(tokens, one.last)
    if link is None or two.first - link[0] not in (0, int(tokens.word(link[0]) in _ARTICLES)):
        return False
    before = tokens.words[max(max(start, between) - _REACH, 0) : max(start, between)]
    return not any(word.startswith(words.runs.moved) for word in before)


def _opening(phrases: Phrases[bool], tokens: Tokens, end: int) -> int:
    """Where the words begin that open a run right before token `end`; -1 where none do."""
    found = phrases.ends_at(tokens, end - (tokens.word(end - 1) in _ARTICLES))
    return found[0] if found else -1


def _said(value: object) -> Period | None:
    """The date without the end that « jusqu'à » or « avant » leaves open."""
    if not isinstance(value, Period) or not value.edtf:
        return None
    return value.of if ".." in value.edtf else value


def _run(one: Period, two: Period) -> Period | None:
    if one.clock or two.clock:
        return _hours(one, two) if one.clock and two.clock else None
    start, end = one.edtf.partition("/")[0], two.edtf.rpartition("/")[2]
    if one.first is None or two.last is None:
        masked = start.startswith("XXXX-") and end.startswith("XXXX-") and len(start) == len(end)
        known = one.first is None and two.first is None and "/" not in one.edtf + two.edtf
        return Period(f"{start}/{end}") if masked and known and start < end else None
    if one.last is None or two.first is None or not (one.first < two.first and one.last < two.last):
        return None
    whole = _whole(one, two) if one.of or two.of else None
    return Period(f"{start}/{end}", one.first, two.last, of=whole)


def _whole(one: Period, two: Period) -> Period | None:
    """The run of what the two are compared by: « de fin mars à mi-juin » from March to June."""
    return _run(one.of or one, two.of or two)


def _hours(one: Period, two: Period) -> Period | None:
    """From an hour to another of the same day, or past midnight to one of the next."""
    start, end = one.clock, two.clock
    if one.first != two.first:
        if one.first is None or two.first is None or one.first > two.first:
            return None
        return Period(f"{one.edtf}/{two.edtf}", one.first, two.last)
    if start < end:
        return Period(f"{one.edtf}/{two.edtf}", one.first, two.last)
    if (start < _EVENING and end != _MIDNIGHT) or start == end:
        return None
    if one.first is None:
        return Period(f"{one.edtf}/{two.edtf}")
    after = cal.shifted(one.first, days_away=1)
    return _over_midnight(one, end, after) if after else None


def _over_midnight(one: Period, end: str, after: date) -> Period:
    """« de 22 h à 5 h » is of the day on which it begins."""
    return Period(f"{one.edtf}/{after.isoformat()}T{end}", one.first, one.last)
