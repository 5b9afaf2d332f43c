"""Which claims are looked at together: the steps of `blocking.sql`, and the limits they keep.

>>> [step.name for step in steps(Limits())][-3:]
['pairs', 'decided', 'lost']
"""

import re
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

FILE = "blocking.sql"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far articles are looked for: `Limits(block=40)`."""

    block: int = 40
    """Articles of a season that may share a name before it proposes no more pairs."""
    ever: int = 40
    """Articles of the whole archive that may share a word before seasons are told apart."""
    least: int = -20
    """Tenths of bits that must speak for one story before two articles are looked at."""
    sure: int = 40
    """Tenths of bits from which every two claims of one kind are compared."""
    season: int = 90
    """Days of a season, as `matching.clashes.ARCHIVE_DAYS`."""
    enough: int = 3
    """Points from which a pair of claims speaks for one story."""
    week: int = 7
    """Days of the slices in which names are looked for that a whole season is full of."""


@dataclass(frozen=True, slots=True)
class Step:
    """One SELECT, and the name under which its rows are asked for."""

    name: str
    query: str
    kept: bool
    """Not a view."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Pairs of articles that a block did not propose, since it grew too large."""

    level: str
    """`season` (looked at again by weeks) or `week` (not looked at by this name at all)."""
    slice: int
    token: int
    size: int
    pairs: int

    @property
    def rank(self) -> tuple[int, str, int, int]:
        """By which the largest comes first."""
        return -self.pairs, self.level, self.slice, self.token


@cache
def _text() -> str:
    return (files("crosscheck.archive") / FILE).read_text(encoding="utf-8")


def steps(limits: Limits) -> tuple[Step, ...]:
    """The steps in their order: `steps(Limits())`."""
    places = {name: str(value) for name, value in asdict(limits).items()}
    text = re.sub(r"\{(\w+)\}", lambda found: places[found[1]], _text())
    parts = re.split(r"^-- (step|view): (\w+)\n", text, flags=re.MULTILINE)[1:]
    return tuple(
        Step(name, query.strip(), kept=sort == "step")
        for sort, name, query in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )
