"""Numbers that stand in one sentence, by columns: `features._odd` of all pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscheck.matching.columns.arrays import Bools, Ints, coded
from crosscheck.matching.sides import Side
from crosscheck.matching.weighing import quantity_of


@dataclass(frozen=True, slots=True)
class Beside:
    """The numbers of claims and of their sentences; dates among them stand as 0.

    Each number of a sentence is a cell, those of sentence `s` from `starts[s]` to `starts[s + 1]`.
    """

    sentence: Ints
    quantity: Ints
    sort: Ints
    """Kind and family."""
    alike: Ints
    """How many numbers of that sort the sentence has."""
    starts: Ints
    cells: Ints
    """Sentence and number of each cell as one number, in ascending order; the last is none."""
    sorts: Ints
    """The sort of each cell."""
    particular: Bools
    """Whether chance seldom repeats its number."""
    count: int
    """How many numbers there are."""

    @classmethod
    def of(cls, sides: Sequence[Side], sentence: Ints, particular: Bools) -> "Beside":
        """`Beside.of(sides, ints([0, 0, 1]), bools([True, True, False]))`; the sentences of two
        parts are never one.
        """
        found = [quantity_of(side) for side in sides]
        quantity = coded(found, first=None)
        sort = coded((q[:2] if q else None for q in found), first=None)
        count, sorts = int(quantity.max(initial=0)) + 1, int(sort.max(initial=0)) + 1
        sentences = int(sentence.max(initial=0)) + 1
        told = np.flatnonzero(quantity)
        cells, first, place = np.unique(
            sentence[told] * count + quantity[told], return_index=True, return_inverse=True
        )
        rare = np.bincount(place, particular[told], len(cells)) > 0
        of_cell = sort[told[first]]
        crowd = np.bincount(cells // count * sorts + of_cell, minlength=sentences * sorts)
        return cls(
            sentence,
            quantity,
            sort,
            crowd[sentence * sorts + sort],
            np.searchsorted(cells, np.arange(sentences + 1) * count),
            np.append(cells, -1),
            np.append(of_cell, 0),
            np.append(rare, False),
            count,
        )

    def odd(self, i: Ints, j: Ints) -> Bools:
        """Whether the sentences of two claims share a number of their sort, or a particular one,
        and each has one more of their sort: its own.
        """
        found = np.zeros(len(i), dtype=np.bool_)
        sizes = np.diff(self.starts)[self.sentence]
        several = (sizes > 1) & (self.sort > 0)
        rows = np.flatnonzero((self.sort[i] == self.sort[j]) & several[i] & several[j])
        i, j = i[rows], j[rows]
        pair = np.repeat(np.arange(len(i)), sizes[i])
        begins = np.cumsum(sizes[i]) - sizes[i]
        mine = np.arange(len(pair)) + np.repeat(self.starts[self.sentence[i]] - begins, sizes[i])
        theirs = self._cell(self.sentence[j][pair], self.cells[mine] % self.count)
        alike = (theirs >= 0) & (self.sorts[mine] == self.sort[i][pair])
        speaks = alike | ((theirs >= 0) & self.particular[mine] & self.particular[theirs])
        shared = np.bincount(pair, alike, len(i))
        found[rows] = (
            (np.bincount(pair, speaks, len(i)) > 0)
            & (self.alike[i] - shared == 1)
            & (self.alike[j] - shared == 1)
            & (self._cell(self.sentence[j], self.quantity[i]) < 0)
            & (self._cell(self.sentence[i], self.quantity[j]) < 0)
        )
        return found

    def _cell(self, sentence: Ints, quantity: Ints) -> Ints:
        """The cell of a number in a sentence; -1 where the sentence has it not."""
        asked = sentence * self.count + quantity
        place = np.searchsorted(self.cells[:-1], asked)
        return np.where(self.cells[place] == asked, place, -1)
