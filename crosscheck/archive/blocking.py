"""Which claims are looked at together: the steps of `blocking.sql`, and the limits they keep.

>>> [step.name for step in steps(Limits())][-2:]
['pairs', 'lost']
"""

import re
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

FILE = "blocking.sql"
EVERY = 1 << 62
"""More than any archive has articles."""


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
    week: int = 7
    """Days of the slices in which names are looked for that a whole season is full of."""


@dataclass(frozen=True, slots=True)
class Step:
    """One SELECT, and the name under which its rows are kept."""

    name: str
    query: str


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


def steps(limits: Limits, first: int = 0, last: int = EVERY) -> tuple[Step, ...]:
    """The steps in their order; `pairs` are those whose first article is from `first` to `last`."""
    places = {name: str(value) for name, value in asdict(limits).items()}
    places |= {"first": str(first), "last": str(last)}
    text = re.sub(r"\{(\w+)\}", lambda found: places[found[1]], _text())
    parts = re.split(r"^-- step: (\w+)\n", text, flags=re.MULTILINE)[1:]
    return tuple(
        Step(name, query.strip()) for name, query in zip(parts[::2], parts[1::2], strict=True)
    )


def step(name: str, limits: Limits, first: int = 0, last: int = EVERY) -> str:
    """The query of one step: `step("pairs", Limits(), 0, 4999)`."""
    return next(step.query for step in steps(limits, first, last) if step.name == name)
