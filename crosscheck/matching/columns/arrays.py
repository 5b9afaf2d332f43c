"""What columns are made of: arrays of one kind each, and values told apart by numbers."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import fields
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Record = TypeVar("_Record", bound="DataclassInstance")
Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Bytes: TypeAlias = npt.NDArray[np.uint8]


def coded(values: Iterable[Hashable], *, first: Hashable = "") -> Ints:
    """Equal values by equal numbers: `coded(["mort", "", "mort"])` is 1, 0, 1; `first` is 0."""
    number = defaultdict[Hashable, int](count(1).__next__, {first: 0})
    return np.fromiter(map(number.__getitem__, values), np.int64)


def floats(values: Iterable[float]) -> Floats:
    """`floats([1, 2])`: a column of numbers."""
    return np.fromiter(values, np.float64)


def ints(values: Iterable[int]) -> Ints:
    """`ints([1, 2])`: a column of whole numbers."""
    return np.fromiter(values, np.int64)


def bools(values: Iterable[object]) -> Bools:
    """`bools(["a", ""])`: whether each is anything."""
    return np.fromiter(map(bool, values), np.bool_)


def picked(record: _Record, rows: Ints) -> _Record:
    """A record of columns, of some rows."""
    return type(record)(*(getattr(record, field.name)[rows] for field in fields(record)))


def joint(*columns: Ints) -> Ints:
    """Equal rows of columns, none of which is under 0, by equal numbers from 0 on, in order."""
    rows = columns[0]
    for column in columns[1:]:
        rows = rows * (int(column.max(initial=0)) + 1) + column
    _, found = np.unique(rows, return_inverse=True)
    return found


def share(part: Floats, whole: Floats) -> Floats:
    """A part of a whole, 0 where there is no whole."""
    found = np.zeros(len(part))
    np.divide(part, whole, out=found, where=whole > 0)
    return found


def linked(i: Ints, j: Ints, count: int) -> Ints:
    """For each of some places the first that links lead to, however far: `linked(ints([1]),
    ints([2]), 4)` is 0, 1, 1, 3.
    """
    part: Ints = np.arange(count)
    while True:
        one, other = part[i], part[j]
        if np.array_equal(one, other):
            return part
        least = np.minimum(one, other)
        np.minimum.at(part, one, least)
        np.minimum.at(part, other, least)
        part = part[part]
