"""The French model: loaded on first use, kept, and held to the release that was measured.

>>> [token.lemma_ for token in parse(["trois accords ont été signés"])[0]][:2]
['trois', 'accord']
"""

from collections.abc import Iterable
from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.nlp.parsed import Parsed, Token, plain
from crosscheck.nlp.release import MODEL, VERSION, ModelError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["MODEL", "VERSION", "ModelError", "Parsed", "Token", "model", "parse"]
LEARNT = 30_000
"""Strings of the vocabulary above which no more are kept: some 15 MB."""


@cache
def model() -> "Language":
    """The loaded pipeline, without entity recognition (persons are found by grammar).

    Raises `ModelError`, which says how to set the model up.
    """
    from crosscheck.nlp.loading import load  # not before it is needed: it imports spaCy

    return load()


def parse(texts: Iterable[str]) -> list[Parsed]:
    """One parsed sentence for each text, in order. Characters are never changed.

    Where there is nothing to parse, the model is not loaded. Once it has learnt the words of some
    hundred articles, what each brings besides is forgotten again: the memory stays flat.
    """
    wanted = list(texts)
    if not wanted:
        return []
    nlp = model()
    zone = nlp.memory_zone() if len(nlp.vocab.strings) > LEARNT else nullcontext()
    with zone:
        return [plain(doc) for doc in nlp.pipe(wanted, batch_size=64)]
