"""Claims among which those are looked for that answer one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosscheck.matching.sides import Side
from crosscheck.matching.stories import Stories
from crosscheck.models import Derived


@dataclass(frozen=True, slots=True)
class Pool:
    """The numbers and dates of one report: `Pool(sides, {"a": None}, {"a": 0})`."""

    sides: Sequence[Side]
    published: Mapping[str, date | None]
    """The day of each article."""
    stories: Stories
    derived: Sequence[Derived] = ()
    """What follows from some of the figures."""
