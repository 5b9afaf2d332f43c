"""From claims to what bonds them, in columns: what `candidates`, `rivals`, `contrasts` and `bonds`
do for pairs one by one. Several reports are looked at together: a story gives some hundred pairs,
of which each step takes no longer than to begin.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np

from crosscheck.matching.bonds import (
    AGREEING,
    APART,
    DIFFERING,
    LIVE,
    LOOKS_ALIKE,
    SAID,
    Bonds,
    Pair,
)
from crosscheck.matching.candidates import OTHER_STORY
from crosscheck.matching.clashes import clash
from crosscheck.matching.columns.arrays import Bools, Floats, Ints, ints, joint, linked
from crosscheck.matching.columns.looks import ELSEWHERE, LONG, NOTHING, SLOT, Looked, look
from crosscheck.matching.columns.pairs import Pairs
from crosscheck.matching.columns.proposals import proposed
from crosscheck.matching.columns.rivalry import look_again
from crosscheck.matching.columns.table import Part, Table
from crosscheck.matching.contrasts import another, followed
from crosscheck.matching.pools import Pool
from crosscheck.matching.stories import by_story
from crosscheck.matching.times import long_between


@dataclass(frozen=True, slots=True)
class _Owners:
    """Which pool each of all claims is of."""

    pools: Sequence[Pool]
    pool: Ints
    first: Ints
    """The place of the first claim of each pool."""

    @classmethod
    def of(cls, pools: Sequence[Pool]) -> "_Owners":
        sizes = ints(len(pool.sides) for pool in pools)
        pool = np.repeat(np.arange(len(pools)), sizes)
        return cls(pools, pool, np.cumsum(sizes) - sizes)

    def pairs(self, looked: Looked, rows: Ints) -> Iterator[tuple[int, int, int, int]]:
        """Some pairs: their rows, their pools, and the places of their claims in these."""
        i, j = looked.i[rows], looked.j[rows]
        pool = self.pool[i]
        columns = (rows, pool, i - self.first[pool], j - self.first[pool])
        return zip(*(column.tolist() for column in columns), strict=True)


def bonds_of_pools(pools: Sequence[Pool]) -> list[Bonds]:
    """What follows of all pairs of each pool, as `bonds_of` tells it."""
    (looked, score), owners = looked_at(pools), _Owners.of(pools)
    links = _links(looked, score)
    apart: list[list[tuple[int, int, str]]] = [[] for _ in pools]
    for number, i, j, why in _apart(looked, score, owners):
        apart[number].append((i, j, why))
    for row in _told_apart(looked, owners):
        links[row] = APART
    return _bonds(looked, owners, links, apart)


def looked_at(pools: Sequence[Pool]) -> tuple[Looked, Floats]:
    """All pairs as they look by themselves, by their places among the claims of all pools; and how
    alike they are when looked at twice.
    """
    parts: list[Part] = []
    places: list[Sequence[int]] = []
    """Where the claims of each part stand among those of all pools."""
    pool: list[int] = []
    before = 0
    for number, asked in enumerate(pools):
        for part, rows in _parts(asked):
            parts.append(part)
            places.append([before + row for row in rows])
            pool += [number] * len(rows)
        before += len(asked.sides)
    table, place = Table.of(parts), ints(chain.from_iterable(places))
    looked = look(Pairs(table, *proposed(table)))
    kept = np.where(table.across[looked.i], ELSEWHERE, looked.clash)
    looked = replace(looked, i=place[looked.i], j=place[looked.j], clash=kept)
    article, value = np.zeros((2, before), np.int64)
    article[place], value[place] = joint(ints(pool), table.article), table.value
    return looked, look_again(looked, article, value)


def _parts(pool: Pool) -> Iterator[tuple[Part, Sequence[int]]]:
    """The stories of a pool with the places of their claims, each weighed by itself; of several,
    the pairs between them first.
    """
    sides, days = pool.sides, pool.published
    parts = by_story(sides, pool.stories)
    stories = [pool.stories[side.article] for side in sides] if len(parts) > 1 else []
    yield Part(sides, days, stories), range(len(sides))
    for rows in parts if len(parts) > 1 else ():
        told = [sides[row] for row in rows]
        articles = {side.article for side in told}
        yield Part(told, {a: day for a, day in days.items() if a in articles}), rows


def _links(looked: Looked, score: Floats) -> Floats:
    """`bonds.link_of` each pair."""
    least = np.where(looked.admitted, AGREEING, DIFFERING)
    over = 0.5 + (score - least) / (1 - least) / 2
    under = np.where(looked.admitted, score / least / 2, 0.0)
    link = np.where(score >= least, over, under)
    kept = np.where(looked.clash == LONG, 0.0, APART)
    return np.where(looked.clash == NOTHING, link, kept)


def _told_apart(looked: Looked, owners: _Owners) -> Iterator[int]:
    """The pairs that an article's own arithmetic keeps apart."""
    followings = [followed(pool.sides, pool.derived) for pool in owners.pools]
    has: Bools = np.zeros(len(owners.pool), dtype=np.bool_)
    for first, following in zip(owners.first, followings, strict=True):
        has[[first + place for place in following]] = True
    asked = (has[looked.i] | has[looked.j]) & (looked.clash == NOTHING) & ~looked.admitted
    for row, pool, i, j in owners.pairs(looked, np.flatnonzero(asked)):
        if another((i, j), owners.pools[pool].sides, followings[pool]):
            yield row


def _apart(looked: Looked, score: Floats, owners: _Owners) -> Iterator[tuple[int, int, int, str]]:
    """The pairs that a reader is told were kept apart: pools, places, reasons, one by one."""
    rows: Ints = np.flatnonzero((looked.clash != NOTHING) & (score >= LOOKS_ALIKE))
    rows = rows[np.lexsort((looked.j[rows], looked.i[rows]))]
    for row, number, i, j in owners.pairs(looked, rows):
        pool = owners.pools[number]
        one, other = pool.sides[i], pool.sides[j]
        if looked.clash[row] == ELSEWHERE:
            why = OTHER_STORY.format(one.article, other.article)
        elif looked.clash[row] == SLOT:
            why = clash(one, other)
        else:
            days = pool.published.get(one.article), pool.published.get(other.article)
            why = long_between(one, other, days)
        if why.startswith(SAID):
            yield number, i, j, why


def _bonds(
    looked: Looked,
    owners: _Owners,
    value: Floats,
    apart: Sequence[Sequence[tuple[int, int, str]]],
) -> list[Bonds]:
    """The links of claims that may come to stand in one cluster, pool by pool."""
    live = value >= LIVE
    component = linked(looked.i[live], looked.j[live], len(owners.pool))
    mine = component[looked.i]
    rows: Ints = np.flatnonzero(mine == component[looked.j])
    rows = rows[np.argsort(mine[rows], kind="stable")]
    i, j, pool = looked.i[rows], looked.j[rows], owners.pool[looked.i[rows]]
    first = owners.first[pool]
    columns = (i - first, j - first, value[rows], looked.admitted[rows])
    told = list(zip(*(column.tolist() for column in columns), strict=True))
    begins = [*np.flatnonzero(np.diff(mine[rows], prepend=-1)).tolist(), len(rows)]
    found: list[list[tuple[Pair, ...]]] = [[] for _ in apart]
    for begin, end in pairwise(begins):
        found[pool[begin]].append(tuple(told[begin:end]))
    return [Bonds(*made) for made in zip(map(tuple, found), map(tuple, apart), strict=True)]
