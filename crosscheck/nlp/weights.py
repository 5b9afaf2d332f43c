"""The weights of one part of an installed model, read from its file as spaCy writes it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.nlp.library import spacy_library

Array = Any
"""numpy's arrays, of any type."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that has weights: `Layer("maxout", {"W": …, "b": …}, None)`."""

    name: str
    arrays: dict[str, Array]
    seed: int | None
    """What a layer of hashes begins with."""


def layers_of(model: Path, part: str) -> list[Layer]:
    """The layers of a part that have weights, in the order in which they are applied.

    `layers_of(installed(), "morphologizer")[0].name` is « softmax ».
    """
    spacy_library()
    import srsly

    file = srsly.msgpack_loads((model / part / "model").read_bytes())
    rows = zip(file["nodes"], file["attrs"], file["params"], strict=True)
    return [
        Layer(node["name"], arrays, srsly.msgpack_loads(said["seed"]) if "seed" in said else None)
        for node, said, arrays in rows
        if arrays
    ]
