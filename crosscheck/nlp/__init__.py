"""The French model: loaded on first use, kept, and held to the release that was measured.

>>> [token.lemma_ for token in parse(["trois accords ont été signés"])[0]][:2]
['trois', 'accord']
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.nlp.parsed import Parsed, Token
from crosscheck.nlp.release import MODEL, VERSION, ModelError

if TYPE_CHECKING:
    from crosscheck.nlp.loading import Model

__all__ = ["MODEL", "VERSION", "ModelError", "Parsed", "Token", "model", "parse", "parse_all"]


@cache
def model() -> "Model":
    """The loaded pipeline, without entity recognition (persons are found by grammar).

    Raises `ModelError`, which says how to set the model up.
    """
    from crosscheck.nlp.loading import load  # not before it is needed: it imports spaCy

    return load()


def parse(texts: Iterable[str]) -> list[Parsed]:
    """One parsed sentence for each text, in order. Characters are never changed.

    Where there is nothing to parse, the model is not loaded.
    """
    return parse_all([list(texts)])[0]


def parse_all(articles: Sequence[Sequence[str]]) -> list[list[Parsed]]:
    """The parsed sentences of each of some articles: as `parse` gives them, and sooner."""
    return model().parse_all(articles) if any(articles) else [[] for _ in articles]
