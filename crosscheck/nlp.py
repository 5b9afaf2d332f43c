"""The French model: loaded on first use, kept, and held to the release that was measured.

>>> [token.lemma_ for token in parse(["trois accords ont été signés"])[0]][:2]
['trois', 'accord']
"""

import gc
import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "fr_core_news_md"
VERSION = "3.8.0"
"""Another release tags and parses otherwise, so the claims would move: refused on load."""


class ModelError(Exception):
    """The model is missing or is not the release that this version was measured with."""


@cache
def model() -> "Language":
    """The loaded pipeline, without entity recognition (persons are found by grammar).

    Raises `ModelError`, which says how to set the model up.
    """
    # One thread: with two, the sums of a matrix product may be taken in another order.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        nlp = _loaded()
    except OSError as error:
        raise ModelError(
            f"le modèle {MODEL} n'est pas installé : « python3 run.py setup » le met en place"
        ) from error
    found = nlp.meta["version"]
    if found != VERSION:
        raise ModelError(f"{MODEL} : version {found} trouvée, {VERSION} attendue")
    return nlp


def _loaded() -> "Language":
    """The pipeline from disk. It is made of millions of objects, none of which is garbage: looking
    for some all the while would take a tenth of the time.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        import spacy

        return spacy.load(MODEL, exclude=["ner"])
    finally:
        if looking:
            gc.enable()


def parse(texts: Iterable[str]) -> "list[Doc]":
    """One parsed document for each text, in order. Characters are never changed.

    Where there is nothing to parse, the model is not loaded.
    """
    wanted = list(texts)
    return list(model().pipe(wanted, batch_size=64)) if wanted else []
