"""What the words of claims weigh, and what those that many pairs share do.

The words of claims are numbers, one row after another; what two claims share is looked up in a
table of claims by words, of which only as many rows stand in memory as a block of pairs asks for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, repeat

import numpy as np

from crosscheck.matching.columns.arrays import Bytes, Floats, Ints, bools, floats, ints
from crosscheck.matching.sides import Side
from crosscheck.matching.weighing import GRAIN, NEAR, Rarity

CELLS = 1 << 18
"""Cells of the table of claims by words that stand in memory at once: a megabyte, which a processor
has at hand."""
CONTEXT, CLAUSE, TOLD = 1, 2, 4
"""Bits of a word: it stands in the sentence; in the clause or of what is counted; in the clause."""


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
    word: Ints
    """Each by its number among the words of its part."""
    count: int
    """How many words the richest part has."""
    marks: Bytes
    near: Floats
    """What each tells by where it stands; 0 for what does not stand near."""
    weight: Floats
    """What each weighs in its part; nothing for what has no letters."""
    context: Floats
    """What the words of each claim weigh together."""
    clause: Floats
    told: Floats
    nearby: Floats

    @classmethod
    def of(cls, parts: Sequence[tuple[Sequence[Side], Rarity]]) -> "Words":
        """`Words.of([(sides, rarity(sides))])`."""
        rows: list[tuple[list[int], bytes, list[int]]] = []
        rare: list[float] = []
        lettered: list[bool] = []
        before: list[int] = []
        """Words of the parts before, for each claim."""
        for sides, rarity in parts:
            number = defaultdict[str, int](count().__next__)
            rows += [_row(side, number) for side in sides]
            before += [len(rare)] * len(sides)
            rare += [rarity.get(word, 1.0) for word in number]
            lettered += map(bool, number)
        told_words, told_marks, distances = zip(*rows, strict=True) if rows else ((), (), ())
        starts = np.cumsum(ints([0, *map(len, told_words)]))
        word = ints(chain.from_iterable(told_words))
        claim = np.repeat(np.arange(len(rows)), np.diff(starts))
        told = floats(rare)[word + ints(before)[claim]]
        weight = np.where(bools(lettered)[word + ints(before)[claim]], told, 0.0)
        marks = np.frombuffer(b"".join(told_marks), dtype=np.uint8)
        distance = ints(chain.from_iterable(distances))
        near = np.where(distance >= 0, _grained(told / (1 + distance / NEAR)), 0.0)

        def together(weights: Floats) -> Floats:
            return np.bincount(claim, weights=weights, minlength=len(rows)).astype(np.float64)

        return cls(
            starts,
            word,
            int(word.max(initial=-1)) + 1,
            marks,
            near,
            weight,
            together(weight * (marks & CONTEXT > 0)),
            together(weight * (marks & CLAUSE > 0)),
            together(weight * (marks & TOLD > 0)),
            together(near),
        )

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


def _row(side: Side, number: defaultdict[str, int]) -> tuple[list[int], bytes, list[int]]:
    """The words of a claim by number, their marks, and how far each stands (-1: nowhere near)."""
    subject = side.subject
    marks: dict[str, int] = dict.fromkeys(subject.context, CONTEXT)
    for word in subject.clause:
        marks[word] = marks.get(word, 0) | CLAUSE | TOLD
    for word in subject.attributes:
        marks[word] = marks.get(word, 0) | CLAUSE
    distance = dict(subject.near)
    if subject.head:
        distance[subject.head] = 0
    for word in distance:
        marks.setdefault(word, 0)
    words = list(map(number.__getitem__, marks))
    return words, bytes(marks.values()), list(map(distance.get, marks, repeat(-1)))


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
