"""What an engine answers: the links between articles, and what its blocks left aside."""

from dataclasses import dataclass

from crosscheck.archive.blocking import Lost
from crosscheck.archive.stories import MOST, Link, Stories, stories

TELLING = 120
"""Tenths of bits from which two articles are of one story (`benchmarks/blocking.py` measures
what that loses, and how many stories it mixes)."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What blocking and scoring found in an archive."""

    articles: int
    claims: int
    links: tuple[Link, ...]
    lost: tuple[Lost, ...]
    """The largest first."""
    pairs: int
    """Pairs of claims that were compared."""
    kept: int
    """Those that speak for one story (`scoring.ENOUGH`)."""


def found(linked: Linked, most: int = MOST) -> Stories:
    """The stories of an archive; one that is no larger than a story is one."""
    if linked.articles <= most:
        whole = tuple(range(linked.articles))
        return Stories((whole,) if len(whole) > 1 else ())
    return stories(linked.links, most)
