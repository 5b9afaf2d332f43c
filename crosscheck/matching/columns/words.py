"""What the words of claims weigh, and what those that many pairs share do.

The words of claims are numbers, one row after another; what two claims share is looked up in a
table of claims by words, of which only as many rows stand in memory as a block of pairs asks for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from crosscheck.matching.columns.arrays import Floats, Ints, floats, ints
from crosscheck.matching.columns.occurrences import (
    CLAUSE,
    CONTEXT,
    HEAD,
    NEARBY,
    NOWHERE,
    TOLD,
    Occurrences,
)
from crosscheck.matching.sides import Side
from crosscheck.matching.weighing import GRAIN, NEAR, grained

CELLS = 1 << 18
"""Cells of the table of claims by words that stand in memory at once: a megabyte, which a processor
has at hand."""
FINDING = CONTEXT | CLAUSE | HEAD
"""How a claim has a word that it is found by (`proposals`)."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the words that each pair shares weigh."""

    context: Floats
    clause: Floats
    told: Floats
    crossed: Floats
    """Words of the clause of either that stand anywhere in the sentence of the other."""
    near: Floats
    """Each by how far it stands from the values."""
    every: Floats
    """Words of sentence and clause."""
    count: Ints
    """How many of these."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of claims: those of claim `i` are the rows from `starts[i]` to `starts[i + 1]`."""

    starts: Ints
    claim: Ints
    """The claim of each row."""
    word: Ints
    """Each by its number among the words of its part."""
    before: Ints
    """How many words the parts before that of each claim have."""
    count: int
    """How many words the richest part has."""
    marks: Ints
    near: Floats
    """What each tells by where it stands; 0 for what does not stand near."""
    weight: Floats
    """What each weighs in its part; nothing for what has no letters."""
    largest: Floats
    """What the rarest word of the part of each claim weighs."""
    context: Floats
    """What the words of each claim weigh together."""
    clause: Floats
    told: Floats
    nearby: Floats

    @classmethod
    def of(cls, parts: Sequence[Sequence[Side]], sentence: Ints) -> "Words":
        """`Words.of([sides], ints([0, 0, 1]))`; `sentence` tells apart those of all parts."""
        held = Occurrences.of(parts)
        claims = ints(map(len, parts))
        part = np.repeat(np.arange(len(parts)), claims)
        rare, largest = _rarity(held, part, sentence)
        told = rare[held.word]
        weight = np.where(held.lettered[held.word], told, 0.0)
        weighed = _grained(told / (1 + held.distance / NEAR))
        near = np.where(held.distance == NOWHERE, 0.0, weighed)
        before = (np.cumsum(held.sizes) - held.sizes)[part]

        def together(weights: Floats) -> Floats:
            return np.bincount(held.claim, weights, len(before)).astype(np.float64)

        return cls(
            np.searchsorted(held.claim, np.arange(len(before) + 1)),
            held.claim,
            held.word - before[held.claim],
            before,
            int(held.sizes.max(initial=0)),
            held.marks,
            near,
            weight,
            largest[part],
            together(weight * (held.marks & CONTEXT > 0)),
            together(weight * (held.marks & CLAUSE > 0)),
            together(weight * (held.marks & TOLD > 0)),
            together(near),
        )

    def finding(self) -> tuple[Ints, Ints]:
        """What claims are found by, each with its claim, in the order of claims."""
        rows = np.flatnonzero((self.marks & FINDING > 0) & (self.weight > 0))
        claim = self.claim[rows]
        return self.word[rows] + self.before[claim], claim

    def shared(self, i: Ints, j: Ints) -> Shared:
        """What the pairs share; `i` is in ascending order."""
        blocks = [self._block(*block) for block in self._blocks(i, j)]
        return _joined(blocks or [self._told(i, i, i, 0)])

    def _blocks(self, i: Ints, j: Ints) -> Iterator[tuple[Ints, Ints]]:
        """The pairs in blocks of claims of which a table stands in memory."""
        step = max(1, CELLS // max(1, self.count))
        for begin in range(int(i[0]) // step * step if len(i) else 0, len(self.starts) - 1, step):
            rows = slice(*np.searchsorted(i, [begin, begin + step]))
            if rows.start < rows.stop:
                yield i[rows], j[rows]

    def _block(self, i: Ints, j: Ints) -> Shared:
        """What some pairs share: each word of `j` is looked up in the table of the claims `i`."""
        first, last = int(i[0]), int(i[-1]) + 1
        held = slice(int(self.starts[first]), int(self.starts[last]))
        claim = np.repeat(np.arange(last - first), np.diff(self.starts[first : last + 1]))
        cell = claim * self.count + self.word[held]
        table = np.zeros((last - first) * self.count, dtype=np.int32)
        table[cell] = np.arange(held.start + 1, held.stop + 1)
        lengths = self.starts[j + 1] - self.starts[j]
        pair = np.repeat(np.arange(len(j)), lengths)
        ends = np.cumsum(lengths)
        theirs = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(
            self.starts[j] - ends + lengths, lengths
        )
        mine = table[np.repeat((i - first) * self.count, lengths) + self.word[theirs]]
        met = np.flatnonzero(mine)
        return self._told(pair[met], mine[met].astype(np.int64) - 1, theirs[met], len(i))

    def _told(self, pair: Ints, mine: Ints, theirs: Ints, count: int) -> Shared:
        """The weights by pair of the rows that are one word of two claims."""
        one, other, weight = self.marks[mine], self.marks[theirs], self.weight[mine]
        both = one & other
        every = (one & (CONTEXT | TOLD) > 0) & (other & (CONTEXT | TOLD) > 0)
        crossed = (one & CLAUSE > 0) & (other & CONTEXT > 0)
        back = (other & CLAUSE > 0) & (one & CONTEXT > 0)

        def together(weights: Floats) -> Floats:
            return np.bincount(pair, weights=weights, minlength=count).astype(np.float64)

        return Shared(
            together(weight * (both & CONTEXT > 0)),
            together(weight * (both & CLAUSE > 0)),
            together(weight * (both & TOLD > 0)),
            together(weight * crossed + weight * back),
            together(np.minimum(self.near[mine], self.near[theirs])),
            together(weight * every),
            np.bincount(pair[every], minlength=count),
        )


def _rarity(held: Occurrences, part: Ints, sentence: Ints) -> tuple[Floats, Floats]:
    """What each word weighs, and the rarest of each part: `weighing.rarity`. `part` is that of each
    claim; of the claims of a sentence the last speaks for it.
    """
    last = len(sentence) - 1 - np.unique(sentence[::-1], return_index=True)[1]
    speaks = np.zeros(len(sentence), np.bool_)
    speaks[last] = True
    total = np.bincount(part[last], minlength=len(held.sizes)) + 1
    own = np.repeat(np.arange(len(held.sizes)), held.sizes)
    rows = speaks[held.claim] & (held.marks & (CONTEXT | NEARBY) > 0)
    counts = np.bincount(held.word[rows], minlength=len(own))
    most = int(counts.max(initial=0)) + 1
    asked, place = np.unique(total[own] * most + counts, return_inverse=True)
    told = (divmod(row, most) for row in asked.tolist())
    rare = floats([grained(log(all_ / few)) if few else 1.0 for all_, few in told])[place]
    largest = np.zeros(len(held.sizes))
    np.maximum.at(largest, own, np.where(counts > 0, rare, 0.0))
    return rare, largest


def _grained(told: Floats) -> Floats:
    """`weighing.grained` of a column; both round halves to even."""
    return np.rint(told * GRAIN) / GRAIN


def _joined(blocks: Sequence[Shared]) -> Shared:
    def whole(parts: Iterable[Floats]) -> Floats:
        return np.concatenate(list(parts))

    return Shared(
        whole(b.context for b in blocks),
        whole(b.clause for b in blocks),
        whole(b.told for b in blocks),
        whole(b.crossed for b in blocks),
        whole(b.near for b in blocks),
        whole(b.every for b in blocks),
        np.concatenate([b.count for b in blocks]),
    )
