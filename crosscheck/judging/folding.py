"""Words made comparable: `fold("Général d’Armée")` is « general d'armee »."""

import re

from crosscheck.nlp.folding import fold, fold_once
from crosscheck.rules import remembered, table

__all__ = ["any_word", "fold", "fold_once", "listed", "mentions_any", "tokens"]


def tokens(text: str) -> tuple[str, ...]:
    """The folded words: `tokens("l'Alliance des États")` is `("l", "alliance", "des", "etats")`."""
    return tuple(re.findall(r"[a-z0-9]+", fold(text)))


@remembered
def listed(part: str, key: str, language: str = "fr") -> tuple[str, ...]:
    """A list of words of the rules file `judging`, folded: `listed("moving", "up")`."""
    return tuple(fold(word) for word in table("judging", part, dict, language)[key])


@remembered
def any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some folded words: « mort* » with any ending, « cas » as it is or with an s."""
    parts = [
        re.escape(w[:-1]) + r"[a-z]*" if w.endswith("*") else re.escape(w) + "s?" for w in words
    ]
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(parts)})(?![a-z0-9])")


@remembered
def _begun(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.removesuffix("*") for word in words)


def mentions_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the folded `words` stands in `text`: `mentions_any("Décès", ("deces",))`."""
    folded = fold(text)
    if not any(map(folded.__contains__, _begun(words))):
        return False
    return bool(any_word(words).search(folded))
