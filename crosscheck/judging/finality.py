"""Figures that another will replace, and those that replace them: « bilan provisoire »."""

import re

from crosscheck.judging.folding import any_word, fold, listed, mentions_any
from crosscheck.rules import remembered, remembered_lately

PARTS = ("first", "last")
REACH = 60
"""Characters before « provisoire » in which the figure is named that is so."""


@remembered_lately(64)
def silent(text: str) -> bool:
    """Whether a text, and so each sentence of it, has no word of what is provisional or final."""
    return not any(mentions_any(text, listed("final", part)) for part in PARTS)


@remembered_lately(512)
def final_figures(text: str) -> str:
    """« first » or « last » for a text that speaks of one sort of figures alone; an article is
    asked of each of its figures.

    >>> final_figures("Le bilan reste provisoire."), final_figures("Sa détention provisoire dure.")
    ('first', '')
    """
    folded = fold(text)
    told = {
        part
        for part in PARTS
        for word in _words(part).finditer(folded)
        if _named().search(folded, max(0, word.start() - REACH), word.start())
    }
    return told.pop() if len(told) == 1 else ""


@remembered_lately(512)
def final_scope(scope: str) -> str:
    """The same of a scope, which is always that of a figure."""
    told = [part for part in PARTS if _words(part).search(fold(scope))]
    return told[0] if len(told) == 1 else ""


@remembered
def _words(part: str) -> re.Pattern[str]:
    return any_word(listed("final", part))


@remembered
def _named() -> re.Pattern[str]:
    """A figure, with a verb and an adverb at most behind it: « ces chiffres sont encore »."""
    figures = any_word(listed("final", "figures"))
    return re.compile(rf"{figures.pattern}\W+(?:\w+\W+){{0,2}}\Z")
