"""The network that reads words in their sentences, and the tags it gives them.

What spaCy's `tok2vec` and `morphologizer` do, in plain products of matrices: a layer looks at each
word and its two neighbours, four times over. Run through the layers of the library, each call of
which is made for learning as well, it takes twice as long for the same annotations
(tests/nlp/test_same.py).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add
from pathlib import Path

import numpy as np

from crosscheck.nlp.embedding import (
    Embedding,
    greatest,
    mapped,
    mapped_embedding,
    normed,
    side_by_side,
)
from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.products import products
from crosscheck.nlp.weights import Array, layers_of

WEIGHTS, BIASES, NORMS = "network-weights.npy", "network-biases.npy", "network-norms.npy"
TAGS, TAGS_BIAS, LABELS = "tags-weights.npy", "tags-biases.npy", "tags.json"
APART = 4
"""Empty words between two sentences: as many as there are layers, so that none sees another."""


@dataclass(frozen=True, slots=True)
class Network:
    """The layers between what words are by themselves and what they are in their sentences."""

    embedding: Embedding
    weights: Array
    biases: Array
    norms: Array
    tags: Array
    tags_bias: Array
    labels: Sequence[tuple[str, str]]
    """The part of speech and the grammar that each tag stands for."""

    def read(self, bunches: Sequence[Sequence[Array]]) -> tuple[Array, list[int]]:
        """The vectors of the words of all sentences of all bunches, for the parser, and their tags.

        Words are given by what is `ASKED` of each. Each bunch is multiplied by itself.
        """
        words = [sum(map(len, sentences)) for sentences in bunches]
        apart = [APART * (1 + len(sentences)) for sentences in bunches]
        rows = list(map(add, words, apart))
        inside = _inside(bunches)
        vectors = np.zeros((sum(rows), self.norms.shape[2]), dtype=np.float32)
        vectors[inside] = self.embedding(np.concatenate([s for b in bunches for s in b]))
        layers = list(zip(self.weights, self.biases, self.norms, strict=True))
        for layer in layers[:-1]:
            vectors += _mixed(_with_neighbours(vectors), rows, *layer)
        window = _with_neighbours(vectors)[inside]  # nothing looks at the empty words any more
        vectors = vectors[inside] + _mixed(window, words, *layers[-1])
        tags = products(vectors, self.tags, words) + self.tags_bias
        return vectors, tags.argmax(axis=1).tolist()


def _inside(bunches: Sequence[Sequence[Array]]) -> Array:
    """Where words stand among the rows: sentences with empty words between them, and around each
    bunch.
    """
    places, at = [], 0
    for sentences in bunches:
        for words in sentences:
            at += APART
            places.append(np.arange(at, at + len(words)))
            at += len(words)
        at += APART
    return np.concatenate(places)


def _with_neighbours(vectors: Array) -> Array:
    """Each word beside the one before and the one after it."""
    height, width = vectors.shape
    window = np.zeros((height, 3 * width), dtype=vectors.dtype)
    window[1:, :width] = vectors[:-1]
    window[:, width : 2 * width] = vectors
    window[:-1, 2 * width :] = vectors[1:]
    return window


def _mixed(window: Array, rows: list[int], weights: Array, bias: Array, norm: Array) -> Array:
    """What a layer makes of words with their neighbours; `rows` are those of each bunch."""
    sums = products(window, weights, rows)
    sums += bias
    return normed(greatest(sums), norm)


def prepare_network(model: Path, into: Path) -> None:
    """Writes the weights of an installed model as they are multiplied with, and its tags."""
    spacy_library()
    from spacy.parts_of_speech import NAMES

    layers = layers_of(model, "tok2vec")
    mixed = [layer.arrays for layer in layers if layer.name == "maxout"][1:]
    norms = [layer.arrays for layer in layers if layer.name == "layernorm"][1:]
    np.save(into / WEIGHTS, np.stack([side_by_side(layer["W"]) for layer in mixed]))
    np.save(into / BIASES, np.stack([layer["b"].T.reshape(-1) for layer in mixed]))
    np.save(into / NORMS, np.stack([np.stack([n["G"], n["b"]]) for n in norms]))
    (tags,) = layers_of(model, "morphologizer")
    np.save(into / TAGS, np.ascontiguousarray(tags.arrays["W"].T))
    np.save(into / TAGS_BIAS, tags.arrays["b"])
    said = json.loads((model / "morphologizer" / "cfg").read_bytes())
    labels = [
        (NAMES[said["labels_pos"][tag]], morph) for tag, morph in said["labels_morph"].items()
    ]
    (into / LABELS).write_text(json.dumps(labels), encoding="utf-8")


def mapped_network(prepared: Path) -> Network:
    """The network over the tables of a prepared folder."""
    weights, biases, norms, tags, tags_bias = (
        mapped(prepared / name) for name in (WEIGHTS, BIASES, NORMS, TAGS, TAGS_BIAS)
    )
    labels = [(pos, morph) for pos, morph in json.loads((prepared / LABELS).read_bytes())]
    embedding = mapped_embedding(prepared)
    return Network(embedding, weights, biases, norms, tags, tags_bias, labels)
