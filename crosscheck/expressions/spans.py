"""What may stand at a place of the text, and which of those that overlap is kept.

>>> [c.kind for c in choose([Candidate("count", 0, 1, Interval.exactly(5)),
...                          Candidate("duration", 0, 2, Interval.exactly(5, "an"))])]
['duration']
"""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from crosscheck.expressions.numbers.records import record
from crosscheck.models import Kind
from crosscheck.values import Interval, Period

_CLOCK_BONUS = 4
_PRIORITY = {"date": 0, "money": 1, "percentage": 2, "age": 3, "duration": 4, "measure": 5}


@record
class Anchor:
    """What a date still needs of its neighbours: `Anchor("day", 1)` is the day after another."""

    of: str
    """« day », « weekday », « week », « month », « year »: of the period last named; « clock » (an
    hour) and « part » (of a day): of the day of the sentence; « now »: seconds from publication."""
    away: int = 0
    clock: str = ""
    """« 05:30 », or « 18:00/24:00 » for a part of a day."""


@record
class Candidate:
    """A possible mention, tokens `first` to `last` (excluded)."""

    kind: Kind
    first: int
    last: int
    value: Interval | Period
    number: tuple[int, int] = (0, 0)
    """Tokens of the number alone; (0, 0) where there is none."""
    anchor: Anchor | None = None
    sure: bool = True
    """False for an interpretation that gives way to another of the same words."""
    hidden: bool = False
    """Holds the place against other readings and is no mention: a score, a name with a number."""
    hanging: bool = False
    """A part of a day whose day stands elsewhere: « dans la soirée »."""
    parts: tuple["Candidate", ...] = ()
    """The two ends of a run that are dates by themselves: « de 14 h à 16 h »."""


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand, in order: of those that overlap the longest, then by kind."""
    kept: list[Candidate] = []
    for rivals in _rivals(candidates):
        kept += rivals if len(rivals) == 1 else _best(rivals)
    return [candidate for candidate in kept if not candidate.hidden]


def _rivals(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Those that hang together because each overlaps another, in order of place."""
    rivals: list[Candidate] = []
    end = 0
    for candidate in sorted(candidates, key=attrgetter("first")):
        if rivals and candidate.first >= end:
            yield rivals
            rivals = []
        rivals.append(candidate)
        end = max(end, candidate.last)
    if rivals:
        yield rivals


def _best(rivals: list[Candidate]) -> list[Candidate]:
    taken: set[int] = set()
    kept = []
    for candidate in sorted(rivals, key=_rank):
        place = range(candidate.first, candidate.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(candidate)
    return sorted(kept, key=attrgetter("first"))


def _rank(candidate: Candidate) -> tuple[bool, int, int, int]:
    length = candidate.last - candidate.first
    if candidate.anchor is not None and candidate.anchor.of == "clock":
        # « jusqu'à 9 heures » is no length with a hedge, where the words tell a time of day.
        length += _CLOCK_BONUS
    return not candidate.sure, -length, _PRIORITY.get(candidate.kind, 9), candidate.first
