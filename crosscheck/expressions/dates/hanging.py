"""The day that an hour or a part of a day belongs to: « à 8 heures », « dans la soirée ».

>>> from crosscheck.expressions import mentions
>>> [m.value.edtf for m in mentions("Le 3 mars 2025, à 8 heures du soir")]
['2025-03-03', '2025-03-03T20:00']
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.dayparts import part_of
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import BREAK, Tokens
from crosscheck.values import Period

__all__ = ["Surroundings", "hour_of_day", "part_of_day"]

_NEAR = 40
"""Tokens between an hour and its day, at most."""
_BESIDE = 5
_BETWEEN = frozenset(
    ["à", "a", "vers", "dès", "de", "du", "d'", "dans", "en", "la", "le", "l'", "au", "cours", ",",
     "et", "entre", "environ", "plutôt", "autour", "aux", "alentours", "partir", "avant", "après"]
)  # fmt: skip
"""What may stand between an hour and the part of a day that tells which half it is of."""
_NIGHT = "24"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The candidates of a text, and the day and moment to fall back on."""

    tokens: Tokens
    kept: Sequence[Candidate]
    fallback: date | None
    """The day of publication, for a text that names no day at all."""
    moment: datetime | None


def part_of_day(place: int, around: Surroundings) -> Period:
    """The part of a day that stands at a place, with the day of its sentence."""
    anchor = around.kept[place].anchor
    assert anchor is not None
    near = _day_of_sentence(place, around) or around.fallback
    return part_of(cal.day(near) if near else Period(""), anchor.clock)


def hour_of_day(place: int, around: Surroundings) -> Period:
    """The hour, open end or range of hours at a place, with the day of its sentence."""
    anchor = around.kept[place].anchor
    assert anchor is not None
    near = _day_of_sentence(place, around)
    first, _, last = anchor.clock.partition("/")
    if near is None and around.fallback is not None:
        near = _diary_day(around, first, anchor)
    part = _part_beside(place, around)
    if part is not None:
        first, last = _in_part(first, part), _in_part(last, part)
    if first == "..":
        hour = _hour(near, last)
        return Period(f"../{hour.edtf}", date.min if near else None, hour.last, of=hour)
    hour = _hour(near, first)
    if last == "..":
        return Period(f"{hour.edtf}/..", hour.first, date.max if near else None, of=hour)
    if not last:
        return hour
    end = near + timedelta(days=1) if near and last < first and near < date.max else near
    return Period(f"{hour.edtf}/{_hour(end, last).edtf}", near, near)


def _diary_day(around: Surroundings, clock: str, anchor: Anchor) -> date | None:
    """The day of publication; in a diary the next one for an hour that is over."""
    day, moment = around.fallback, around.moment
    if day is None or moment is None or not anchor.away or not clock[:2].isdigit():
        return day
    over = clock < f"{moment:%H:%M}"
    return cal.shifted(day, days_away=1) if over else day


def _hour(day: date | None, clock: str) -> Period:
    """« 20:00 » of a day; « 24:00 » is the first hour of the next."""
    if day is not None and clock.startswith(_NIGHT):
        day, clock = cal.shifted(day, days_away=1), f"00{clock[2:]}"
    clock = f"00{clock[2:]}" if clock.startswith(_NIGHT) else clock
    if day is None:
        return Period(f"T{clock}")
    return Period(f"{day.isoformat()}T{clock}", day, day)


def _in_part(clock: str, part: tuple[int, int]) -> str:
    """« 8 heures ce soir » is 20:00, and « minuit ce soir » the end of that day."""
    if not clock[:2].isdigit():
        return clock
    start, end = part
    hour = int(clock[:2])
    if hour == 0 and end == int(_NIGHT):
        return f"{_NIGHT}{clock[2:]}"
    later = hour + 12
    return f"{later:02}{clock[2:]}" if hour < 12 and start - 2 <= later <= end else clock


def _part_beside(place: int, around: Surroundings) -> tuple[int, int] | None:
    """The hours of the part of a day that touches an hour, over other hours if need be."""
    tokens, kept = around.tokens, around.kept
    if tokens.word(kept[place].last - 1) in ("matin", "mat"):
        return None
    for step in (-1, 1):
        at = place
        while 0 <= at + step < len(kept) and abs(at + step - place) <= 2:
            if not _beside(tokens, kept[at], kept[at + step]):
                break
            at += step
            part = _part_hours(kept[at])
            if part is not None:
                return part
    return None


def _beside(tokens: Tokens, one: Candidate, other: Candidate) -> bool:
    first, last = sorted((one, other), key=lambda c: c.first)
    if last.first - first.last > _BESIDE:
        return False
    return all(tokens.words[k] in _BETWEEN for k in range(first.last, last.first))


def _part_hours(candidate: Candidate) -> tuple[int, int] | None:
    """(18, 24) for an evening, settled or not."""
    anchor, value = candidate.anchor, candidate.value
    if anchor is not None:
        clock = anchor.clock if anchor.of != "clock" else ""
    elif isinstance(value, Period) and value.of is not None and value.edtf.count("T") == 2:
        clock = "/".join(end.partition("T")[2] for end in value.edtf.split("/"))
    else:
        return None
    first, _, last = clock.partition("/")
    if not (first[:2].isdigit() and last[:2].isdigit()):
        return None
    return int(first[:2]), int(last[:2]) or int(_NIGHT)


def _day_of_sentence(place: int, around: Surroundings) -> date | None:
    """The one day that the sentence of an hour names, the nearest before it or else after it.

    A day that touches the hour comes first: « dimanche dès 9 heures, 16 h vendredi ».
    """
    before, after = (_nearest_day(place, step, around) for step in (-1, 1))
    if before is None or after is None:
        found = before or after
        return found[1] if found else None
    return after[1] if after[0] <= 1 < before[0] else before[1]


def _nearest_day(place: int, step: int, around: Surroundings) -> tuple[int, date] | None:
    """How many tokens away the next day of the sentence is on one side, and which it is."""
    kept, tokens = around.kept, around.tokens
    at = place + step
    while 0 <= at < len(kept) and _same_sentence(tokens, kept[at], kept[place]):
        value = kept[at].value
        value = (value.of or value) if isinstance(value, Period) else value
        if isinstance(value, Period) and value.first and value.first == value.last:
            gap = max(kept[at].first - kept[place].last, kept[place].first - kept[at].last)
            return gap, value.first
        at += step
    return None


def _same_sentence(tokens: Tokens, one: Candidate, other: Candidate) -> bool:
    first, last = sorted((one, other), key=lambda c: c.first)
    if last.first - first.last > _NEAR:
        return False
    between = range(first.last, last.first)
    return not any(
        tokens.words[k] == BREAK or (tokens.words[k] in ".!?" and not tokens.glued(k + 1))
        for k in between
    )
