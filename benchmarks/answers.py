"""Whether a claim of the report answers a label: the same place, kind and value."""

import calendar
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import inf, isclose

from rapidfuzz import fuzz

from benchmarks.labels import Label

PLAIN = frozenset(("count", "measure", "ordinal", "age", "duration"))
"""Numbers of something: what tells one of these kinds from another is a matter of taste."""
NUMBERS = PLAIN | {"money", "percentage"}
DAYS = {"an": 365.25, "mois": 365.25 / 12, "semaine": 7.0, "jour": 1.0}
DAYS |= {"heure": 1 / 24, "minute": 1 / 1440, "seconde": 1 / 86400}
"""Length of a unit of time: « deux ans et demi » is labelled 2.5 years, or 30 months."""
ALIKE = 85
"""Out of 100: one person may be spelled in two ways in one story."""
SEASONS = 12
"""What stands for a month beyond it is a season (« 2025-22 » is the summer), whose first and last
day nobody agrees on."""
LEAST = ("at_least", "more_than")
MOST = ("at_most", "less_than")


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of a report."""

    id: str
    article: str
    """Name of the article's file."""
    kind: str
    start: int
    end: int
    words: str
    value: Mapping[str, object]
    """As in the JSON report."""


def closeness(label: Label, claim: Said) -> float:
    """How much of both places is common to them: 0 when they are apart, 1 when they are one."""
    common = min(label.end, claim.end) - max(label.start, claim.start)
    if label.article != claim.article or common <= 0:
        return 0.0
    return common / (max(label.end, claim.end) - min(label.start, claim.start))


def answers(label: Label, claim: Said) -> bool:
    """Whether a claim says what a label says, at its place.

    >>> said = Said("c1", "a.txt", "count", 3, 11, "12 morts", {"low": 12, "high": 12})
    >>> answers(Label("1", "a.txt", "count", 0, 11, "à 12 morts", 12), said)
    True
    >>> answers(Label("1", "a.txt", "count", 0, 11, "à 12 morts", 12, "at_least"), said)
    False
    """
    if not closeness(label, claim):
        return False
    if label.kind in NUMBERS:
        kinds = PLAIN if label.kind in PLAIN else {label.kind}
        return claim.kind in kinds and same_number(label, claim.value)
    if label.kind != claim.kind:
        return False
    if label.kind == "date":
        return same_time(label, claim.value)
    return same_wording(label, claim.value)


def same_number(label: Label, said: Mapping[str, object]) -> bool:
    """Whether two numbers are one; of a bound, whether the stated side is.

    >>> label = Label("1", "a.txt", "count", 0, 16, "plus de 12 morts", 12, "more_than")
    >>> same_number(label, {"low": 13, "high": None}), same_number(label, {"low": 12, "high": 12})
    (True, False)
    """
    wanted = label.value
    if isinstance(wanted, dict):
        if said.get("currency") not in (None, wanted["currency"]):
            return False
        wanted = wanted["amount"]
    low, high = _end(said.get("low"), -inf), _end(said.get("high"), inf)
    if not isinstance(wanted, list):
        wanted = [wanted]
    if wanted == [None]:
        return low < high
    scale = _scale(label, said)
    first, last = _end(wanted[0], -inf) * scale, _end(wanted[-1], inf) * scale
    # « plus de 12 morts » may be read as 12 or more, or as 13 or more.
    step = 1.0 if first.is_integer() else abs(first) / 1000
    if label.modifier in LEAST:
        return _within(low - first, step) and high > first
    if label.modifier in MOST:
        return _within(last - high, step) and low < last
    if label.modifier == "about":
        return low <= first <= high and low < high
    return _equal(low, first) and _equal(high, last)


def same_time(label: Label, said: Mapping[str, object]) -> bool:
    """Whether two dates are the same days, at the same hour where both give one.

    >>> label = Label("1", "a.txt", "date", 0, 4, "juin", "2025-06")
    >>> same_time(label, {"edtf": "2025-06", "from": "2025-06-01", "to": "2025-06-30"})
    True

    An hour without its day answers a label of that hour; a date that no one can tell, a label
    without value.
    """
    wanted = "" if label.value is None else str(label.value)
    day, _, hour = wanted.partition("T")
    clock = str(said.get("edtf", "")).partition("T")[2]
    if "from" not in said:
        return not wanted or (hour != "" and hour[:5] == clock[:5])
    if hour and clock and hour[:5] != clock[:5]:
        return False
    return said["edtf"] == wanted or days(day) == (said["from"], said["to"])


def days(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last day of a date or period; `None` for an open end or a season.

    >>> days("2025-06"), days("2024/2025-02"), days("../2025-06-03")
    (('2025-06-01', '2025-06-30'), ('2024-01-01', '2025-02-28'), (None, '2025-06-03'))
    """
    first, _, last = edtf.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def same_wording(label: Label, said: Mapping[str, object]) -> bool:
    """Whether two persons and offices, or two names, are one, told in full or in part.

    >>> label = Label("1", "a.txt", "role", 0, 9, "le maire", {"person": "Ali Bâ", "role": "maire"})
    >>> same_wording(label, {"person": "Bâ", "role": "maire de Kati"})
    True
    """
    if not isinstance(label.value, dict):
        return _told(label, str(label.value), str(said["name"]))
    person, office = label.value["person"], label.value["role"]
    return _alike(person, str(said["person"])) and _told(label, office, str(said["role"]))


def _end(value: object, unsaid: float) -> float:
    """One end of a number; infinity when it is open."""
    return unsaid if value is None else float(str(value))


def _scale(label: Label, said: Mapping[str, object]) -> float:
    """What a duration of a label is multiplied by to be in the unit of the claim."""
    ours, theirs = label.unit or "", str(said.get("unit"))
    known = label.kind == "duration" and ours in DAYS and theirs in DAYS
    return DAYS[ours] / DAYS[theirs] if known else 1.0


def _equal(a: float, b: float) -> bool:
    return isclose(a, b, rel_tol=1e-6)


def _within(gap: float, step: float) -> bool:
    """Whether a gap is nothing or no more than a step, a hair aside."""
    return -1e-9 <= gap <= step + 1e-9


def _edge(edtf: str, *, last: bool) -> str | None:
    """The first or the last day of « 2025 », « 2025-06 » or « 2025-06-03 »."""
    if edtf in ("", ".."):
        return None
    year, month, day = ([int(part) for part in edtf.split("-")] + [0, 0])[:3]
    if month > SEASONS:
        return None
    month = month or (12 if last else 1)
    day = day or (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, day).isoformat()


def _told(label: Label, wanted: str, said: str) -> bool:
    """Whether an office or a name is the one wanted, or is worded as the label is."""
    return _alike(wanted, said) or _alike(label.words, said)


def _alike(a: str, b: str) -> bool:
    """Whether the words of one are those of the other, or some of them, but for a letter or two."""
    return fuzz.token_set_ratio(_plain(a), _plain(b)) >= ALIKE


def _plain(text: str) -> str:
    """A text without case, accents nor punctuation."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
