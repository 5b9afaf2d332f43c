"""The pipeline from disk: quickly over a prepared folder, or plainly as spaCy does it.

Both give the same annotations (tests/nlp/test_same.py).
"""

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.parsed import Parsed, read_off
from crosscheck.nlp.release import LEFT_OUT, installed

if TYPE_CHECKING:
    from spacy.language import Language

PARSING = ("tok2vec", "morphologizer", "parser")
"""What of the pipeline is run quickly; lemmas come from tables of our own, and what the rules after
the parser do is done as the parse is read off."""
LEARNT = 30_000
"""Strings of the vocabulary above which no more are kept: some 15 MB."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded pipeline: `load().parse(["Il pleut."])[0][1].lemma_` is « pleuvoir »."""

    nlp: "Language"
    lemma: Callable[[str, str], str] | None = None
    """Gives lemmas where the pipeline does not."""

    def parse(self, texts: Iterable[str]) -> list[Parsed]:
        """One parsed sentence for each text, in order.

        Once the words of some hundred articles are learnt, what more come is forgotten with the
        text they stand in: the memory stays flat.
        """
        learnt = len(self.nlp.vocab.strings) > LEARNT
        with self.nlp.memory_zone() if learnt else nullcontext():
            return [read_off(doc, self.lemma) for doc in self.nlp.pipe(texts, batch_size=64)]


def load() -> Model:
    """The pipeline, quickly where that can be. Raises `ModelError` where no model is."""
    model = installed()
    with _no_garbage():
        spacy_library()
        try:
            return quick(model)
        except (OSError, ValueError, KeyError, EOFError) as error:
            log.info("modèle chargé sans le cache, plus lentement : %s", error)
            return plain(model)


def plain(model: Path) -> Model:
    """The pipeline as spaCy loads it, without what is not needed."""
    nlp: Language = spacy_library().load(model, exclude=list(LEFT_OUT))
    _multiply_by_numpy(nlp)
    return Model(nlp)


def quick(model: Path) -> Model:
    """The pipeline with tokenizer, vectors and lemmas from the prepared folder.

    The language is one of our own, since importing `spacy.lang.fr` compiles for two seconds the
    pattern that the prepared tokenizer replaces; the tokenizer's file holds all else.
    """
    from spacy.util import load_config

    from crosscheck.nlp.french import French
    from crosscheck.nlp.lemmas import mapped_lemmas
    from crosscheck.nlp.prepared import prepared
    from crosscheck.nlp.vectors import mapped_vectors

    folder = prepared(model)
    config = load_config(model / "config.cfg")
    kept = {name: part for name, part in config["components"].items() if name in PARSING}
    names = [name for name in config["nlp"]["pipeline"] if name in kept]
    config |= {"components": kept, "nlp": config["nlp"] | {"pipeline": names, "disabled": []}}
    nlp = French.from_config(config)
    nlp.vocab.vectors = mapped_vectors(model, folder)
    parts: dict[str, Any] = {"tokenizer": nlp.tokenizer} | dict(nlp.pipeline)
    for name, part in parts.items():
        whence = folder if name == "tokenizer" else model
        part.from_disk(whence / name, exclude=["vocab"])
    _multiply_by_numpy(nlp)
    return Model(nlp, mapped_lemmas(folder))


def _multiply_by_numpy(nlp: "Language") -> None:
    """Matrix products by numpy's library, which takes two thirds of the time of the one that spaCy
    brings, for the same annotations.
    """
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model):
            for node in network.walk():
                node.ops = ops


@contextmanager
def _no_garbage() -> Iterator[None]:
    """A model is made of many objects, none of which is garbage: looking for some all the while
    would take a tenth of the time.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
