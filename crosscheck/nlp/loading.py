"""The model from disk: quickly over a prepared folder, or plainly as spaCy does it.

Both give the same annotations (tests/nlp/test_same.py).
"""

import gc
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.nlp.garbage import no_garbage
from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.parsed import Parsed
from crosscheck.nlp.readoff import Reader, read_off
from crosscheck.nlp.release import LEFT_OUT, installed
from crosscheck.nlp.runs import runs

if TYPE_CHECKING:
    from spacy.language import Language

    from crosscheck.nlp.network import Network
    from crosscheck.nlp.transitions import Parser

OF_WORDS = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_PUNCT", "IS_SPACE", "LIKE_NUM")
"""What is worked out of each new word; that it looks like an address, or is a stop word, nobody
asks."""
BATCH = 64
"""Sentences that are parsed at a time."""
LEARNT = 30_000
"""Strings of the vocabulary above which no more are kept: some 15 MB."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Quick:
    """What stands in for the parts of the pipeline that come after the tokenizer."""

    network: "Network"
    parser: "Parser"
    reader: Reader

    def parse(self, nlp: "Language", bunches: list[Sequence[str]]) -> list[Parsed]:
        """One parsed sentence for each text of each bunch, in order.

        The layers read each bunch by itself, so that the others change no bit of it.
        """
        from crosscheck.nlp.embedding import ASKED

        docs = [list(map(nlp.tokenizer, texts)) for texts in bunches]
        words = [[doc.to_array(ASKED) for doc in bunch] for bunch in docs]
        vectors, tags = self.network.read(words)
        links = self.parser.links(vectors, [[len(asked) for asked in bunch] for bunch in words])
        flat, tagged = chain.from_iterable, iter(tags)
        return [
            self.reader(text, doc, asked, list(islice(tagged, len(asked))), link)
            for text, doc, asked, link in zip(
                flat(bunches), flat(docs), flat(words), links, strict=True
            )
        ]


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded pipeline: `load().parse(["Il pleut."])[0][1].lemma_` is « pleuvoir »."""

    nlp: "Language"
    quick: Quick | None = None
    """In place of all but the tokenizer."""

    def parse(self, texts: Iterable[str]) -> list[Parsed]:
        """One parsed sentence for each text, in order."""
        return self.parse_all([list(texts)])[0]

    def parse_all(self, articles: Sequence[Sequence[str]]) -> list[list[Parsed]]:
        """The same for each of some articles, which take the steps of the parser together.

        Once the words of some hundred articles are learnt, what more come is forgotten with the
        text they stand in: the memory stays flat.
        """
        learnt = len(self.nlp.vocab.strings) > LEARNT
        with self.nlp.memory_zone() if learnt else nullcontext():
            parsed = self._parsed(articles)
            return [list(islice(parsed, len(texts))) for texts in articles]

    def _parsed(self, articles: Sequence[Sequence[str]]) -> Iterator[Parsed]:
        if self.quick is None:
            texts = chain.from_iterable(articles)
            yield from map(read_off, self.nlp.pipe(texts, batch_size=BATCH))
            return
        bunches = (
            texts[at : at + BATCH] for texts in articles for at in range(0, len(texts), BATCH)
        )
        for run in runs(bunches, len, BATCH):
            yield from self.quick.parse(self.nlp, run)


def load() -> Model:
    """The pipeline, quickly where that can be. Raises `ModelError` where no model is."""
    model = installed()
    with no_garbage():
        spacy_library()
        try:
            loaded = quick(model)
        except (OSError, ValueError, KeyError, EOFError) as error:
            log.info("modèle chargé sans le cache, plus lentement : %s", error)
            loaded = plain(model)
        gc.freeze()  # nor is it looked for among what a model is made of, now or later
        return loaded


def plain(model: Path) -> Model:
    """The pipeline as spaCy loads it, without what is not needed."""
    nlp: Language = spacy_library().load(model, exclude=list(LEFT_OUT))
    _multiply_by_numpy(nlp)
    return Model(nlp)


def quick(model: Path) -> Model:
    """The tokenizer from the prepared folder, and our own network over the model's weights.

    The language is one of our own, since importing `spacy.lang.fr` compiles for two seconds the
    pattern that the prepared tokenizer replaces; the tokenizer's file holds all else.
    """
    from spacy.attrs import IDS

    from crosscheck.nlp.french import French
    from crosscheck.nlp.lemmas import mapped_lemmas
    from crosscheck.nlp.network import mapped_network
    from crosscheck.nlp.prepared import prepared
    from crosscheck.nlp.transitions import mapped_parser

    folder = prepared(model)
    nlp: Any = French()
    nlp.tokenizer.from_disk(folder / "tokenizer", exclude=["vocab"])
    getters = nlp.vocab.lex_attr_getters
    nlp.vocab.lex_attr_getters = {attr: getters[attr] for attr in map(IDS.get, OF_WORDS)}
    network = mapped_network(folder)
    reader = Reader(network.labels, mapped_lemmas(folder))
    return Model(nlp, Quick(network, mapped_parser(folder), reader))


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
