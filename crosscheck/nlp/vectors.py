"""Word vectors found by bisection in sorted keys mapped from disk, instead of half a million
entries of a dictionary: nothing is read but what is asked for.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from crosscheck.nlp.library import spacy_library

spacy_library()
from spacy.vectors import BaseVectors  # noqa: E402

KEYS, ROWS = "vectors-keys.npy", "vectors-rows.npy"


class SortedVectors(BaseVectors):  # type: ignore[misc]
    """What spaCy asks of vectors, over arrays. A word without vector has the vector of zeros."""

    def __init__(self, keys: "np.ndarray[Any, Any]", rows: Any, data: Any) -> None:
        self.keys, self.rows, self.data = keys, rows, data

    def __getitem__(self, key: int) -> Any:
        if key not in self:
            raise KeyError(key)
        return self.get_batch([key])[0]

    def __contains__(self, key: int) -> bool:
        return bool(self._found(np.asarray([key], dtype=np.uint64))[1][0])

    def __len__(self) -> int:
        return len(self.data)

    @property
    def shape(self) -> tuple[int, ...]:
        """Rows and columns of the table."""
        return tuple(self.data.shape)

    @property
    def vectors_length(self) -> int:
        """Numbers in one vector."""
        return int(self.data.shape[1])

    def get_batch(self, keys: Sequence[int]) -> Any:
        """The vectors of some words, by the hashes of their characters, in order."""
        places, known = self._found(np.asarray(keys, dtype=np.uint64))
        batch = self.data[self.rows[places]]
        batch[~known] = 0
        return batch

    def _found(self, keys: Any) -> tuple[Any, Any]:
        """Where each key would stand, and whether it does. Asked in order, one reads on where the
        one before ended, in pages that are still at hand.
        """
        asked, back = np.unique(keys, return_inverse=True)
        places = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
        return places[back], (self.keys[places] == asked)[back]


def prepare_vectors(model: Path, into: Path) -> None:
    """Writes the keys in order, each with its row; the table itself can be mapped as it is."""
    import srsly

    rows = srsly.read_msgpack(model / "vocab" / "key2row")
    keys = np.fromiter(rows.keys(), dtype=np.uint64, count=len(rows))
    order = np.argsort(keys)
    np.save(into / KEYS, keys[order])
    np.save(into / ROWS, np.fromiter(rows.values(), dtype=np.int32, count=len(rows))[order])


def mapped_vectors(model: Path, prepared: Path) -> SortedVectors:
    """The vectors of an installed model, with their prepared keys."""
    keys, rows, data = (
        np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
        for path in (prepared / KEYS, prepared / ROWS, model / "vocab" / "vectors")
    )
    return SortedVectors(keys, rows, data)
