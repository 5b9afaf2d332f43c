"""Two dates compared: days, hours, and the day of the week as written.

>>> compare_days(Period("2025-06", date(2025, 6, 1), date(2025, 6, 30)),
...              Period("2025-06-23", date(2025, 6, 23), date(2025, 6, 23))).kind
'admits'
"""

from dataclasses import replace
from datetime import date, timedelta

from crosscheck.judging.relation import ADMITS, APART, CLASH, SAME, Relation
from crosscheck.values import Period

NIGHT = 1
"""Days between the ends of « dans la nuit du 12 au 13 »."""
ABOUT_MINUTES = 45
"""« vers 5 heures » still speaks of what happened at 5 h 30."""


def compare_days(
    left: Period, right: Period, *, about: bool = False, ranges: bool = False
) -> Relation:
    """How two dates stand to each other.

    `about`: one of the hours is told as « vers ». `ranges`: both are told from end to end, so that
    « de 1998 à 2006 » and « de 1998 à 2008 » are at odds, though 2001 lies in both; « de 1999 à
    2005 » is neither.
    """
    if not left.edtf or not right.edtf:
        return APART
    days = [_without_clock(left), _without_clock(right)]
    if days[0].meet(days[1]) is None:
        return CLASH
    wrong = [wrong_weekday(dated_by(one, other)) for one, other in ((left, right), (right, left))]
    if any(wrong) and _short(left) and _short(right) and left.weekday != right.weekday:
        return Relation("clash", "conflict-weekday")
    if left.clock and right.clock and left.clock != right.clock:
        apart = abs(_minutes(left.clock) - _minutes(right.clock))
        close = about and apart <= ABOUT_MINUTES
        return Relation("admits", "compatible-clock") if close else CLASH
    if left.same(right):
        return SAME
    at_odds = ranges and _precision(left) == _precision(right) and not _within(left, right)
    return CLASH if at_odds else ADMITS


YEAR = timedelta(days=365)


def _within(left: Period, right: Period) -> bool:
    """Whether one lies inside the other and shares no end with it, both being of years: what
    happened from 2013 to 2018 may well have happened in a term of office from 2008 to 2019.
    """
    if not (left.first and left.last and right.first and right.last):
        return False
    if min(left.last - left.first, right.last - right.first) < YEAR:
        return False
    begins, ends = left.first - right.first, right.last - left.last
    return begins.days * ends.days > 0


def _short(day: Period) -> bool:
    """Whether a period is a day or a night: « en mars » has no weekday to be at odds with."""
    return day.first is None or day.last is None or (day.last - day.first).days <= NIGHT


def wrong_weekday(day: Period) -> bool:
    """Whether the day of the week as written is not that of the date: « samedi 14 mars 2025 »."""
    known = day.weekday is not None and day.first is not None and day.first == day.last
    return known and _weekday(day.first) != day.weekday


def dated_by(day: Period, other: Period) -> Period:
    """A day whose year is not told, in the year of another: « jeudi 7 novembre » of an undated
    article beside « vendredi 7 novembre 2025 » is that day, or one that is not compared with it.
    """
    masked = day.first is None and day.weekday is not None
    if not masked or other.first is None or other.first != other.last:
        return day
    return replace(day, first=other.first, last=other.last)


def _precision(day: Period) -> tuple[int, ...]:
    """How finely the ends are told: years, months or days."""
    return tuple(len(end) for end in day.edtf.split("/"))


def _weekday(day: date | None) -> int | None:
    return day.weekday() if day else None


def _without_clock(day: Period) -> Period:
    return replace(day, edtf=day.edtf.partition("T")[0]) if "T" in day.edtf else day


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    digits = minutes[:2]
    return int(hours or 0) * 60 + (int(digits) if digits.isdigit() else 0)
