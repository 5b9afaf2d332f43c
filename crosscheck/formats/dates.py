"""Periods said in words.

>>> say_edtf("2024-11-09/2024-11-10")
'du 9 au 10 novembre 2024'
"""

import re
from datetime import date

from crosscheck.formats.messages import catalogue, phrase, starts_with_vowel
from crosscheck.values import Period

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?\Z")
_CLOCK = re.compile(r"(\d\d?)(?::(\d\d))?")
_DECADE = re.compile(r"\d{3}X\Z")


def say_period(period: Period) -> str:
    """« 23 juin 2025 », « juin 2025 », « 14 mars 2025 à 5 h 30 »; empty when nothing is known."""
    said = say_edtf(period.edtf)
    if said or period.first is None or period.last is None:
        return said
    if period.first == period.last:
        return say_edtf(period.first.isoformat())
    return say_edtf(f"{period.first.isoformat()}/{period.last.isoformat()}")


def say_edtf(edtf: str) -> str:
    """A date in Extended Date/Time Format, in words; empty for a form that is not used here."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _moment(first)
    if last in {"", ".."}:
        return _open("dates.since", first)
    if first in {"", ".."}:
        return _open("dates.until", last)
    return _run(first, last)


def _open(key: str, edge: str) -> str:
    """A run with one end: « depuis le 3 mars 2025 »."""
    day = _moment(edge)
    return phrase(key, day=day) if day else ""


def _moment(edtf: str) -> str:
    """One day, month or year, with its hour."""
    day, _, clock = edtf.partition("T")
    said, hour = _day(day), _hour(clock)
    return phrase("dates.at_hour", day=said, clock=hour) if said and hour else said


def say_hour(hour: int) -> str:
    """« 5 h »: a full hour."""
    return phrase("dates.hour", hour=hour)


def _hour(clock: str) -> str:
    """« 5 h 30 » for 05:30, « 5 h » for 05:00; empty for none."""
    found = _CLOCK.match(clock)
    if not found:
        return ""
    hour, minute = int(found[1]), found[2]
    if minute in {None, "00"}:
        return say_hour(hour)
    return phrase("dates.hour_minute", hour=hour, minute=minute)


def _parts(day: str) -> tuple[str, str, str] | None:
    """Year, month and day in words, empty where nothing was said."""
    found = _DAY.match(day)
    if not found:
        return None
    year, month, number = found.groups()
    months, seasons = catalogue("dates")["months"], catalogue("dates")["seasons"]
    names = dict(enumerate(months, 1))
    names |= dict(enumerate(seasons, 21))
    if month and int(month) not in names:
        return None
    said_day = ""
    if number:
        said_day = phrase("dates.first_day") if int(number) == 1 else str(int(number))
    return "" if year == "XXXX" else year, names[int(month)] if month else "", said_day


def _day(day: str) -> str:
    """« 23 juin 2025 », « juin 2025 », « 2025 », « années 1990 »."""
    if _DECADE.match(day):
        return phrase("dates.decade", year=day[:3] + "0")
    parts = _parts(day)
    return " ".join(filter(None, reversed(parts))) if parts else ""


def _run(first: str, last: str) -> str:
    """Two ends, what they share said once: « du 28 octobre au 3 novembre 2024 »."""
    first_day, _, first_clock = first.partition("T")
    last_day, _, last_clock = last.partition("T")
    if first_day == last_day:
        hours = _hour(first_clock), _hour(last_clock)
        day = _day(first_day)
        if not all(hours) or hours[0] == hours[1]:
            return _moment(first)
        between = phrase("dates.hour_range", first=hours[0], last=hours[1])
        return f"{day}, {between}" if day else ""
    begin, end = _parts(first_day), _parts(last_day)
    if begin is None or end is None:
        return ""
    (year, month, day), (last_year, last_month, number) = begin, end
    said_last = " ".join(filter(None, (number, last_month, last_year)))
    year = "" if year == last_year else year
    month = "" if day and not year and month == last_month else month
    said = " ".join(filter(None, (day, month, year)))
    if not said or not said_last:
        return ""
    if day and number:
        from_, to = phrase("dates.from_day"), phrase("dates.to_day")
    else:
        from_ = phrase("dates.from_vowel" if starts_with_vowel(said) else "dates.from_other")
        to = phrase("dates.to_other")
    return phrase("dates.run", from_=from_, first=said, to=to, last=said_last)


def dated(period: Period) -> bool:
    """Whether the period says at least a day and a month, or a year: fit for a chronology."""
    return period.first is not None or bool(say_edtf(period.edtf))


def order(period: Period) -> tuple[date, date, str]:
    """What sorts periods: first day, last day, hour; those without a year come last."""
    far = date.max
    return period.first or far, period.last or far, period.edtf
