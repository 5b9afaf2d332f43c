"""Parts of a day: « lundi matin », « le 15 février dans la matinée », « en fin de soirée ».

Where a part touches its day, both are one date; elsewhere the part hangs on the day of its
sentence. Sources are compared by the day alone: where an evening begins is our reading.

>>> from datetime import date
>>> part_of(Period("2025-06-23", date(2025, 6, 23), date(2025, 6, 23)), "18:00/24:00").edtf
'2025-06-23T18:00/2025-06-24T00:00'
"""

from dataclasses import replace
from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.dates.feastdays import feast_words
from crosscheck.expressions.dates.hours import Part
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import Tokens
from crosscheck.values import Interval, Period

__all__ = ["part_at", "part_of", "with_part"]

_OF = ("de", "d'", "du", "des")
_MIDNIGHT = 24
_MASKED = len("XXXX-06-23")


def part_of(day: Period, clock: str) -> Period:
    """The hours `clock` of a day as a period of that day; without a day, the hours alone."""
    start, _, end = clock.partition("/")
    end_day = day.edtf
    if end == "24:00" and day.last is not None:
        following = cal.shifted(day.last, days_away=1)
        if following is not None:
            end_day, end = following.isoformat(), "00:00"
    edtf = f"{day.edtf}T{start}/{end_day}T{end}"
    return Period(edtf, day.first, day.last, day.weekday, of=day)


def part_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« dans la soirée », « en fin de matinée »: a part, by its last word, without its day.

    A habit is none: « le soir, il lit », « tous les matins ».
    """
    found = words.hours.parts.ends_at(tokens, i + 1)
    if found is None or tokens.word(i + 1) in _OF:
        return None
    first, part = found
    lead = words.hours.leads.ends_at(tokens, first)
    if lead is not None and words.hours.parts.ends_at(tokens, lead[0]):
        return None  # « du matin au soir »
    if lead is None and not part.alone and not entry(tokens, words):
        return None
    anchor = Anchor("part", 0, part.clock)
    return Candidate("date", first, i + 1, Period(""), anchor=anchor, hanging=True)


def with_part(tokens: Tokens, candidate: Candidate, words: Almanac) -> Candidate | None:
    """A day together with the part that touches it; `None` where there is none.

    « hier soir », « le 15 février dans la matinée », « la matinée du 15 février »
    """
    if not _is_day(tokens, candidate, words):
        return None
    found = (
        _inside(tokens, candidate, words)
        or _behind(tokens, candidate, words)
        or _in_front(tokens, candidate, words)
    )
    if found is None:
        return None
    first, last, part = found
    if first < candidate.first and _before_feast(tokens, candidate.first, part):
        candidate = replace(candidate, value=_day_before(candidate.value))
    if candidate.anchor is not None:
        anchor = replace(candidate.anchor, clock=part.clock)
        return replace(candidate, first=first, last=last, anchor=anchor)
    assert isinstance(candidate.value, Period)
    return replace(candidate, first=first, last=last, value=part_of(candidate.value, part.clock))


def _before_feast(tokens: Tokens, i: int, part: Part) -> bool:
    """« le soir de Noël » is the evening that begins the feast, of 24 December."""
    lists = feast_words()
    return part.end == _MIDNIGHT and lists.begun_the_evening_before.starts_at(tokens, i) is not None


def _day_before(day: Interval | Period) -> Interval | Period:
    assert isinstance(day, Period)
    if day.first is None and not day.edtf:
        return day
    known = day.first or date(2001, int(day.edtf[5:7]), int(day.edtf[8:10]))
    when = cal.shifted(known, days_away=-1)
    if when is None:
        return Period("")
    return cal.day(when) if day.first else Period(f"XXXX-{when:%m-%d}")


def _is_day(tokens: Tokens, candidate: Candidate, words: Almanac) -> bool:
    """Whether a candidate names one day, known or not."""
    value = candidate.value
    if candidate.kind != "date" or not isinstance(value, Period) or value.of is not None:
        return False
    if candidate.anchor is not None:
        return candidate.anchor.of in ("day", "weekday") and not candidate.anchor.clock
    if value.first is not None:
        return value.first == value.last and "T" not in value.edtf
    if value.edtf:
        return len(value.edtf) == _MASKED and value.edtf.startswith("XXXX-")
    named = tokens.word(candidate.first) in words.weekdays
    return named or words.relative_days.starts_at(tokens, candidate.first) is not None


def _inside(tokens: Tokens, candidate: Candidate, words: Almanac) -> tuple[int, int, Part] | None:
    """« ce soir », « lundi matin »: words that are read as the day already."""
    found = words.hours.parts.ends_at(tokens, candidate.last)
    if found is None or found[0] <= candidate.first:
        return None
    return candidate.first, candidate.last, found[1]


def _behind(tokens: Tokens, candidate: Candidate, words: Almanac) -> tuple[int, int, Part] | None:
    """« mercredi en soirée », « la veille au soir », « demain après-midi »."""
    link = words.hours.links.starts_at(tokens, candidate.last)
    for at in (link[0] if link else candidate.last, candidate.last):
        found = words.hours.parts.starts_at(tokens, at)
        if found is not None:
            # « lundi, dans la soirée de gala » tells of the gala.
            other = at > candidate.last and tokens.word(found[0]) in _OF
            return None if other else (candidate.first, found[0], found[1])
    return None


def _in_front(tokens: Tokens, candidate: Candidate, words: Almanac) -> tuple[int, int, Part] | None:
    """« la matinée du 15 février », « dans la soirée de ce lundi »."""
    at = candidate.first
    if tokens.word(at - 1) in ("ce", "la", "l'"):
        at -= 1
    if tokens.word(at - 1) not in ("de", "d'", "du"):
        return None
    found = words.hours.parts.ends_at(tokens, at - 1)
    return (found[0], candidate.last, found[1]) if found is not None else None
