"""Which pairs are looked at together at all: `candidates.proposed` of many stories at once.

Claims are bits, as there: a word has a row of bits, the claims of its part that it finds, and what
a claim can be held against is the union of the rows of all that it can be found by.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscheck.matching.candidates import CROWD
from crosscheck.matching.clashes import comparable
from crosscheck.matching.columns.arrays import Bools, Floats, Ints, joint
from crosscheck.matching.columns.table import KINDS, Table

PLACES = 1024
"""Claims of a part that are told as bits at once."""
_BITS = 32
_FIT: Bools = np.array([[comparable(one, other) for other in KINDS] for one in KINDS])
_Rows = npt.NDArray[np.uint32]


def proposed(table: Table) -> tuple[Ints, Ints]:
    """Pairs of rows of a table, in order: claims of one part that can be compared, and share a word
    of their sentences, what they count or measure, or the value.
    """
    largest = int(table.place.max(initial=0)) + 1
    told = [_pairs(table, _Marks.of(table, begin, largest)) for begin in range(0, largest, PLACES)]
    i, j = (np.concatenate(places) for places in zip(*told, strict=True))
    order = np.argsort(i, kind="stable") if len(told) > 1 else slice(None)
    return i[order], j[order]


@dataclass(frozen=True, slots=True)
class _Marks:
    """The bit of each claim, among those of its part from some place on; 0 where it stands before
    or after these.
    """

    begin: int
    width: int
    column: Ints
    bit: Floats

    @classmethod
    def of(cls, table: Table, begin: int, largest: int) -> "_Marks":
        place = table.place - begin
        here = (place >= 0) & (place < PLACES)
        column = np.where(here, place // _BITS, 0)
        width = -(-min(PLACES, largest - begin) // _BITS)
        return cls(begin, width, column, np.where(here, 2.0 ** (place % _BITS), 0.0))

    def holders(self, key: Ints, claim: Ints) -> _Rows:
        """For each key the claims that have it, as a row of bits; each has it once."""
        told = np.bincount(key * self.width + self.column[claim], self.bit[claim])
        rows = np.zeros((int(key.max(initial=-1)) + 1, self.width), np.uint32)
        rows.ravel()[: len(told)] = told
        return rows

    def shared(self, key: Ints, claim: Ints) -> _Rows:
        """The same but for what so many claims have that it tells nothing."""
        rows = self.holders(key, claim)
        rows[np.bincount(key, minlength=len(rows)) > CROWD] = 0
        return rows


def _pairs(table: Table, marks: _Marks) -> tuple[Ints, Ints]:
    """The pairs whose second claims have a bit."""
    near = _near(table, marks) & _fit(table, marks)
    bits = np.unpackbits(near.astype("<u4").view(np.uint8), axis=1, bitorder="little")
    i, place = np.divmod(np.flatnonzero(bits.view(np.bool_)), bits.shape[1])
    j = table.first[i] + marks.begin + place
    kept = (j > i) & (~table.across[i] | (table.story[i] != table.story[j]))
    return i[kept], j[kept]


def _near(table: Table, marks: _Marks) -> _Rows:
    """For each claim those that share something with it."""
    rows = np.arange(len(table.place))
    value = joint(table.part, table.kind, table.value)
    near = marks.shared(value, rows)[value]
    number = np.flatnonzero(table.days.period == 0)
    unit = joint(table.part[number], table.kind[number], table.slots.family[number])
    near[number] |= marks.shared(unit, number)[unit]
    word, claim = table.words.finding()
    begins = np.flatnonzero(np.diff(claim, prepend=-1))
    if len(begins):
        found = marks.shared(word, claim)[word]
        near[claim[begins]] |= np.bitwise_or.reduceat(found, begins, axis=0)
    return near


def _fit(table: Table, marks: _Marks) -> _Rows:
    """For each claim those that it can be compared with."""
    days = table.days
    known: Bools = (days.period == 0) | (days.edtf != 0)
    rows = np.flatnonzero(known)
    found = np.zeros((len(table.parts), len(KINDS), marks.width), np.uint32)
    told = marks.holders(table.part[rows] * len(KINDS) + table.kind[rows], rows)
    found.reshape(-1, marks.width)[: len(told)] = told
    fit = np.stack([np.bitwise_or.reduce(found[:, kinds], axis=1) for kinds in _FIT], axis=1)
    mine: _Rows = np.where(known[:, None], fit[table.part, table.kind], 0)
    return mine
