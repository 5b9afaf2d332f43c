"""What was printed by columns, and which of many pairs look like slips (`slips`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from crosscheck.matching.columns.arrays import Bools, Ints, coded, ints
from crosscheck.matching.sides import Side
from crosscheck.matching.slips import LEAST_DIGITS, PARTICULAR_DIGITS

THOUSAND = 3
"""Places between « millions » and « milliards »."""
_NONE = Decimal(-1)


@dataclass(frozen=True, slots=True)
class Digits:
    """The numbers of claims as they are printed."""

    number: Ints
    """Equal numbers by equal ones; 0 for what tells none over nought."""
    digits: Ints
    """The same of the digits alone, without the noughts around them."""
    ordered: Ints
    """The same of the digits but noughts in ascending order."""
    told: Ints
    """How many of these there are."""
    count: Ints
    """How many digits there are."""
    power: Ints
    """Where the first digit stands: 3 for 1186, 6 for 1 186 000."""
    characters: npt.NDArray[np.uint32]
    """The number in characters, a row for each claim, noughts of the array after its end."""
    length: Ints
    """How many characters there are."""
    noughts: Ints
    """How many of them, at the end, are « 0 »."""

    @classmethod
    def of(cls, sides: Sequence[Side]) -> "Digits":
        """Dates among them print nothing."""
        plain = [side.plain for side in sides]
        rows = np.array([*plain, "0"], dtype=np.str_).view(np.uint32)
        return cls(
            coded(plain),
            coded([side.digits for side in sides]),
            coded([side.ordered for side in sides]),
            ints([len(side.ordered) for side in sides]),
            ints([len(side.digits) for side in sides]),
            ints([0 if side.number is None else side.number.adjusted() for side in sides]),
            rows.reshape(len(plain) + 1, -1)[:-1],
            ints(map(len, plain)),
            ints(len(text) - len(text.rstrip("0")) for text in plain),
        )

    def same(self, i: Ints, j: Ints, lengths: Bools) -> Bools:
        """`slips.same_digits`; `lengths` are the pairs of two lengths of time in two units."""
        equal = self.number[i] == self.number[j]
        size = (self.count[i] == self.count[j]) | (self.length[i] == self.length[j])
        particular = (self.count[i] >= LEAST_DIGITS) | ~lengths
        alike = self.ordered[i] == self.ordered[j]
        ordered = alike & size & (self.told[i] >= LEAST_DIGITS)
        return self._both(i, j) & np.where(equal, particular, ordered)

    def one_number(self, i: Ints, j: Ints, lasting: Bools, sized: Bools) -> Bools:
        """`slips.one_number`; `lasting` are the pairs with a length of time, `sized` those of two
        measures or two sums of money.
        """
        equal = self.number[i] == self.number[j]
        scale = np.abs(self.power[i] - self.power[j]) == THOUSAND
        least = np.where(scale, LEAST_DIGITS, PARTICULAR_DIGITS)
        slipped = (self.digits[i] == self.digits[j]) & (self.count[i] >= least)
        return self._both(i, j) & ~lasting & np.where(equal, sized, slipped)

    def one_digit(self, i: Ints, j: Ints) -> Bools:
        """`slips.one_digit`: all characters but one, another or left out."""
        short = np.where(self.length[i] <= self.length[j], i, j)
        long = np.where(self.length[i] <= self.length[j], j, i)
        shared = np.minimum(self.noughts[i], self.noughts[j])
        least, most = self.length[short] - shared, self.length[long] - shared
        gap = most - least
        asked = (least > 0) & (most >= LEAST_DIGITS) & (self.number[i] != self.number[j])
        found = np.zeros(len(i), np.bool_)
        for size, alike in ((0, _one_differs), (1, _left_out)):
            rows = np.flatnonzero(asked & (gap == size))
            mine, theirs = self.characters[short[rows]], self.characters[long[rows]]
            found[rows] = alike(mine, theirs, least[rows])
        return found

    def _both(self, i: Ints, j: Ints) -> Bools:
        found: Bools = (self.number[i] != 0) & (self.number[j] != 0)
        return found


_Rows = npt.NDArray[np.uint32]


def _one_differs(one: _Rows, other: _Rows, ends: Ints) -> Bools:
    """Whether two rows differ at one place before the end of each."""
    inside = np.arange(one.shape[1]) < ends[:, None]
    found: Bools = ((one != other) & inside).sum(axis=1) == 1
    return found


def _left_out(short: _Rows, long: _Rows, ends: Ints) -> Bools:
    """Whether one character of the longer row, left out, gives the shorter, of `ends` characters:
    what is alike from the left and what is alike from the right then meet.
    """
    places = np.arange(short.shape[1] - 1)
    inside = places < ends[:, None]
    left = np.where(inside, short[:, :-1] == long[:, :-1], False)
    right = np.where(inside, short[:, :-1] == long[:, 1:], True)
    before = np.cumprod(left, axis=1).sum(axis=1)
    found: Bools = (right | (places < before[:, None])).all(axis=1)
    return found
