"""Pairs of claims of a table, and what is asked of both sides of each."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from crosscheck.matching.columns.arrays import Bools, Floats, Ints
from crosscheck.matching.columns.table import Table

_Column = TypeVar("_Column", Ints, Floats)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The places of two claims for each pair, the first of them in ascending order."""

    table: Table
    i: Ints
    j: Ints

    def only(self, rows: Ints) -> "Pairs":
        """Some of them."""
        return Pairs(self.table, self.i[rows], self.j[rows])

    def alike(self, column: Ints | Floats) -> Bools:
        """Whether both sides have one value."""
        found: Bools = column[self.i] == column[self.j]
        return found

    def known(self, column: Ints) -> Bools:
        """Whether the slot is empty on neither side."""
        found: Bools = (column[self.i] != 0) & (column[self.j] != 0)
        return found

    def same(self, column: Ints) -> Bools:
        """Whether the slot is known on both sides and does not differ."""
        return self.alike(column) & self.known(column)

    def are(self, column: Ints, code: int) -> Bools:
        """Whether both sides are so."""
        found: Bools = (column[self.i] == code) & (column[self.j] == code)
        return found

    def both(self, flags: Bools) -> Bools:
        """Whether it is so of both sides."""
        return flags[self.i] & flags[self.j]

    def either(self, flags: Bools) -> Bools:
        """Whether it is so of one side at least."""
        return flags[self.i] | flags[self.j]

    def one(self, flags: Bools) -> Bools:
        """Whether it is so of one side and not of the other."""
        return flags[self.i] ^ flags[self.j]

    def least(self, column: _Column) -> _Column:
        """The smaller of both sides."""
        return np.minimum(column[self.i], column[self.j])

    def most(self, column: _Column) -> _Column:
        """The larger of both sides."""
        return np.maximum(column[self.i], column[self.j])

    def strangers(self) -> Bools:
        """Whether the two name nobody in common."""
        found: Bools = np.ones(len(self.i), np.bool_)
        for names in self.table.slots.actors:
            found &= (names[self.i] & names[self.j]) == 0
        return found
