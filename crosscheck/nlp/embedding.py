"""The vector that the model makes of a word by itself, made once for each word.

spaCy adds up rows of tables that hashes of the word, its ends and its shape point to, takes a row
of its vectors, and multiplies all by a matrix, for each word of a text anew: a third of the time of
a parse. Products of sums are sums of products, so the matrix is applied to the tables themselves,
once, as they are prepared; what is left is to add rows up, and to do so when a word is first seen.
As sums do not hang on what else is added up at the time, neither do the vectors.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.weights import Array, layers_of

KEYS, ROWS = "vectors-keys.npy", "vectors-rows.npy"
STATIC, HASHED = "embedding-vectors.npy", "embedding-hashed.npy"
SIZES, NORM = "embedding-sizes.npy", "embedding-norm.npy"
FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
"""What of a word is hashed, in the order of the model's tables; a vector goes by « ORTH »."""
ASKED: list[int | str] = ["ORTH", *FEATURES]
PIECES = 3
"""Of so many sums each number of a vector is the greatest."""
MOST = 30_000
"""Words that are remembered: 12 MB."""


@dataclass(slots=True)
class Embedding:
    """Has state: the words it has seen, and their vectors."""

    keys: Array
    """Hashes of the words that have a vector, in order."""
    rows: Array
    """Their rows in `static`; words without one have the last."""
    static: Array
    hashed: Array
    sizes: Array
    """Where the rows of each feature begin in `hashed`, how many there are, and their seed."""
    norm: Array
    seen: dict[bytes, int] = field(default_factory=dict)
    """The place of a word among the vectors made so far, by all that is asked of it, in a row."""
    made: Array = None

    def __call__(self, words: Array) -> Array:
        """The vectors of some words, each given by the hashes of what is `ASKED` of it."""
        if not len(words):
            return np.zeros((0, self.norm.shape[1]), dtype=np.float32)
        rows = np.ascontiguousarray(words).view(f"V{words[0].nbytes}").ravel().tolist()
        if len(self.seen) > MOST:
            self.seen.clear()
        new = {row: i for i, row in enumerate(rows) if row not in self.seen}
        if new:
            self._keep(list(new), self._embedded(words[list(new.values())]))
        return self.made.take([self.seen[row] for row in rows], axis=0)

    def _keep(self, rows: list[bytes], vectors: Array) -> None:
        start = len(self.seen)
        end = start + len(rows)
        if self.made is None or end > len(self.made):
            larger = np.empty((2 * end, vectors.shape[1]), dtype=vectors.dtype)
            if start:
                larger[:start] = self.made[:start]
            self.made = larger
        self.made[start:end] = vectors
        self.seen.update(zip(rows, range(start, end), strict=True))

    def _embedded(self, words: Array) -> Array:
        from thinc.api import NumpyOps

        ops = NumpyOps(use_blis=False)
        places = [
            ops.hash(np.ascontiguousarray(words[:, 1 + i]), seed) % size + start
            for i, (start, size, seed) in enumerate(self.sizes.tolist())
        ]
        first, *others = np.hstack(places).T
        sums = self.hashed.take(first, axis=0)
        for rows in others:  # one by one, so that what is added to is still at hand
            sums += self.hashed.take(rows, axis=0)
        sums += self.static.take(self._found(words[:, 0]), axis=0)
        return normed(greatest(sums), self.norm)

    def _found(self, keys: Array) -> Array:
        """The row of each word. Asked in order, one reads on where the one before ended, in pages
        that are still at hand.
        """
        asked, back = np.unique(keys, return_inverse=True)
        places = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
        rows = np.where(self.keys[places] == asked, self.rows[places], len(self.static) - 1)
        return rows[back]


def greatest(sums: Array) -> Array:
    """Of each of the model's pieces, which stand side by side, the greatest."""
    width = sums.shape[1] // PIECES
    best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
    return np.maximum(best, sums[:, 2 * width :], out=best)


def normed(vectors: Array, norm: Array) -> Array:
    """The vectors with a mean of nothing and a spread of one, then scaled and moved as learnt: in
    place, as they were made for this.
    """
    width = np.float32(vectors.shape[1])
    vectors -= (np.einsum("ij->i", vectors) / width)[:, np.newaxis]
    spread = np.einsum("ij,ij->i", vectors, vectors) / width
    vectors *= ((spread + 1e-8) ** -0.5)[:, np.newaxis]
    vectors *= norm[0]
    vectors += norm[1]
    return vectors


def side_by_side(weights: Array) -> Array:
    """Weights of `PIECES` sums for each number, as a matrix that gives all first pieces first."""
    return np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))


def prepare_embedding(model: Path, into: Path) -> None:
    """Writes the tables of an installed model multiplied by what comes after them."""
    spacy_library()
    import srsly

    layers = layers_of(model, "tok2vec")
    tables = [layer for layer in layers if layer.name == "hashembed"]
    (vectors,) = (layer for layer in layers if layer.name == "static_vectors")
    mixing = next(layer for layer in layers if layer.name == "maxout")
    norm = next(layer for layer in layers if layer.name == "layernorm")
    weights, bias = side_by_side(mixing.arrays["W"]), mixing.arrays["b"].T.reshape(-1)
    parts = np.split(weights, len(tables) + 1)
    hashed = [t.arrays["E"] @ part for t, part in zip(tables, parts[:-1], strict=True)]
    starts = np.cumsum([0, *(len(table) for table in hashed[:-1])])
    seeds = [table.seed for table in tables]
    sizes = list(zip(starts, map(len, hashed), seeds, strict=True))
    data = np.load(model / "vocab" / "vectors", allow_pickle=False)
    static = data @ (vectors.arrays["W"].T @ parts[-1])
    np.save(into / STATIC, np.vstack([static, np.zeros_like(static[:1])]) + bias)
    np.save(into / HASHED, np.vstack(hashed))
    np.save(into / SIZES, np.array(sizes, dtype=np.int64))
    np.save(into / NORM, np.stack([norm.arrays["G"], norm.arrays["b"]]))
    rows = srsly.read_msgpack(model / "vocab" / "key2row")
    keys = np.fromiter(rows.keys(), dtype=np.uint64, count=len(rows))
    order = np.argsort(keys)
    np.save(into / KEYS, keys[order])
    np.save(into / ROWS, np.fromiter(rows.values(), dtype=np.int32, count=len(rows))[order])


def mapped_embedding(prepared: Path) -> Embedding:
    """The embedding over the tables of a prepared folder."""
    names = (KEYS, ROWS, STATIC, HASHED, SIZES, NORM)
    return Embedding(*(mapped(prepared / name) for name in names))


def mapped(file: Path) -> Array:
    """An array on disk, of which only what is asked for is read."""
    return np.asarray(np.load(file, mmap_mode="r", allow_pickle=False))
