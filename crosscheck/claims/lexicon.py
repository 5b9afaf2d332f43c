"""Words of the rules as the claim layer asks for them: folded, in sets and classes.

>>> word_class("décès")
'mort'
>>> stem("signatures")
'signat'
"""

from functools import lru_cache

from crosscheck.nlp.folding import Letters, fold
from crosscheck.rules import remembered, remembered_lately, table

__all__ = ["CAPACITY", "fold", "fold_keep", "scopes", "stem", "word_class", "word_set"]

WORDS = 16_384
"""Words of which is remembered what they are compared as."""
STEM = 6
"""Letters of a stem: shared six-letter stems aligned press pairs as well as any encoder tried."""


CAPACITY = "capacite"
"""Scope of a figure that is how many a thing holds, and not how many are in it."""


def _letter(char: str) -> str:
    """One character for one: what folds to none or to two becomes a space."""
    folded = fold(char)
    return folded if len(folded) == 1 else (char if char.isspace() else " ")


_KEPT = Letters(_letter)


@lru_cache(maxsize=4096)
def fold_keep(text: str) -> str:
    """Folded letter by letter, so that places stay: `fold_keep("Élu")` is « elu »."""
    return text.translate(_KEPT)


def begins_in(text: str, wording: str) -> bool:
    """Whether a wording stands in a text and does not begin inside a word there:
    `begins_in("deux morts", "mort")`; a pattern of each wording would have to be compiled.
    """
    at = text.find(wording)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(wording, at + 1)
    return at >= 0


@lru_cache(maxsize=WORDS)
def stem(word: str) -> str:
    """The first six letters of the folded word."""
    return fold(word).replace("-", "")[:STEM]


@remembered
def word_set(file: str, key: str) -> frozenset[str]:
    """A list of a rules file, folded: `"prefet" in word_set("offices", "offices")`."""
    return frozenset(fold(word) for word in table(file, key, list))


@remembered
def _classes() -> dict[str, str]:
    rows = table("synonyms", "classes").items()
    return {fold(word): fold(name) for name, members in rows for word in members}


@remembered_lately(WORDS)
def word_class(lemma: str) -> str:
    """The synonym class of a lemma, or its stem when it belongs to none."""
    return _classes().get(fold(lemma)) or stem(lemma)


@remembered
def scopes() -> dict[str, tuple[str, ...]]:
    """Cues of scope and their wordings, folded: `{"provisoire": ("provisoire", …), …}`."""
    rows = table("cues", "scopes").items()
    return {fold(name): tuple(fold(w) for w in wordings) for name, wordings in rows}
