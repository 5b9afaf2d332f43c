"""What an engine answers: the links between articles, and what its blocks left aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crosscheck.archive.blocking import Lost
from crosscheck.archive.stories import MOST, Link, Stories, stories

Row = tuple[Any, ...]
TELLING = 120
"""Tenths of bits from which two articles are of one story (`benchmarks/blocking.py` measures
what that loses, and how many stories it mixes)."""


LINKS = f"""
    SELECT n.one, n.other, n.bits, c.kept
    FROM neighbours n JOIN compared c ON c.one = n.one AND c.other = n.other
    WHERE n.bits >= {TELLING} AND c.kept > 0"""
"""`compared(one, other, pairs, kept)` is what an engine makes of `decided` (`blocking.sql`):
how many pairs of claims two articles have, and how many of them speak for one story."""
COUNTS = """
    SELECT (SELECT COUNT(*) FROM articles), (SELECT COUNT(*) FROM claims),
           COALESCE(SUM(pairs), 0), COALESCE(SUM(kept), 0)
    FROM compared"""


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
    """Those that speak for one story (`Limits.enough`)."""


def gathered(links: Iterable[Row], lost: Iterable[Row], counts: Row) -> Linked:
    """What the rows say that `LINKS`, the blocks lost and `COUNTS` gave."""
    articles, claims, pairs, kept = map(int, counts)
    return Linked(
        articles,
        claims,
        tuple(Link(*row) for row in sorted(links)),
        tuple(sorted((Lost(*row) for row in lost), key=lambda block: block.rank)),
        pairs,
        kept,
    )


def found(linked: Linked, most: int = MOST) -> Stories:
    """The stories of an archive; one that is no larger than a story is one."""
    if linked.articles <= most:
        whole = tuple(range(linked.articles))
        return Stories((whole,) if len(whole) > 1 else ())
    return stories(linked.links, most)
