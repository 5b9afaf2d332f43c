"""Sentences laid out so that a grammar can be read: each figure is a numbered mark.

>>> laid = lay(sentences("Le bilan est passé de 14 à 17 morts.")[0])
>>> laid.text
'le bilan est passe de ⟦0⟧ a ⟦1⟧ morts.'
>>> found = grammar("passe de @before a @after").search(laid.text)
>>> int(laid.figure(found, "after").value)
17
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from crosscheck.judging.figures import Figure, Sentence, any_of, names, sentences
from crosscheck.judging.folding import fold
from crosscheck.rules import remembered

WORDS = r"[^⟦⟧¶.;:]"
"""One character of words: no figure, no end of a clause."""
LONGEST = 1200
"""Characters of the longest sentence that is reckoned with; what is longer is a table, or none."""
_MARK = re.compile(r"@([a-z]\w*)")


@dataclass(frozen=True, slots=True)
class Laid:
    """Some sentences that follow each other, folded, with ⟦0⟧, ⟦1⟧ … for their figures."""

    start: int
    end: int
    text: str
    """Folded; « ¶ » between two sentences."""
    figures: tuple[Figure, ...]

    def figure(self, found: re.Match[str], name: str) -> Figure:
        """The figure that a group of `grammar` stands for."""
        return self.figures[int(found[name])]


class Grammar:
    """A pattern that wants a figure. Has state: compiled at the first text that has one.

    Most sentences have none, and an article without any compiles nothing.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = _MARK.sub(r"⟦(?P<\1>\\d+)⟧", pattern)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def search(self, laid: str) -> re.Match[str] | None:
        """The first place in a laid text that it fits."""
        return self._compiled.search(laid) if "⟦" in laid else None

    def finditer(self, laid: str) -> Iterator[re.Match[str]]:
        """Every place in a laid text that it fits."""
        return self._compiled.finditer(laid) if "⟦" in laid else iter(())


@remembered
def grammar(pattern: str) -> Grammar:
    """A pattern of laid text, in which `@part` is a figure that is called « part »."""
    return Grammar(pattern)


@remembered
def stems(part: str, key: str) -> str:
    """Words of the rules file `inner` as a pattern; « augment* » has any ending."""
    found = sorted((fold(word) for word in names(part, key)), key=len, reverse=True)
    ended = (re.escape(w[:-1]) + "[a-z]*" if w.endswith("*") else re.escape(w) for w in found)
    # « près d' » goes on with a letter, « près de » does not.
    whole = (w if w.endswith("'") else rf"{w}(?![a-z])" for w in ended)
    return rf"(?:\b(?:{'|'.join(whole)}))"


def lay(*parts: Sentence, bare: bool = False) -> Laid:
    """Some sentences as one laid text; `bare` without the shares in brackets, « (50,8 %) »."""
    figures: list[Figure] = []
    texts = []
    for sentence in parts:
        text = sentence.gaps[0]
        for figure, gap in zip(sentence.figures, sentence.gaps[1:], strict=True):
            aside = bare and text.endswith("(") and re.match(r" ?%\)", gap)
            if aside or _is_day(gap):
                text += fold(figure.text) + gap
                continue
            text += f"⟦{len(figures)}⟧{gap}"
            figures.append(figure)
        texts.append(text)
    return Laid(parts[0].start, parts[-1].end, " ¶ ".join(texts), tuple(figures))


def _is_day(after: str) -> bool:
    """Whether a figure is the first day of some: « du 6 au 9 novembre »."""
    return bool(_day_to_come().match(after))


@remembered
def _day_to_come() -> re.Pattern[str]:
    return re.compile(rf" (?:au|et|a) (?:{any_of('weekdays')} )?\d{{1,2}}(?:er)? ")


def readable(text: str) -> list[Sentence]:
    """The sentences that are reckoned with, one by one."""
    return [s for s in sentences(text) if len(s.text) <= LONGEST]


@lru_cache(maxsize=16)
def windows(text: str, size: int = 1, *, bare: bool = False) -> tuple[Laid, ...]:
    """Each sentence of a text, laid out with up to `size - 1` sentences before it.

    Sentences of two lines follow each other too; the smaller windows come first.
    """
    every = sentences(text)
    runs = [
        every[last - count : last]
        for count in range(1, size + 1)
        for last in range(count, len(every) + 1)
    ]
    return tuple(
        lay(*parts, bare=bare) for parts in runs if all(len(part.text) <= LONGEST for part in parts)
    )


def exact(*figures: Figure) -> bool:
    """Whether all of these may be reckoned with: none is told as about so many."""
    return not any(figure.hedged for figure in figures)


SCALES = {"mille": 10**3, "million": 10**6, "milliard": 10**9}


def scaled_alike(one: Figure, other: Figure) -> Decimal:
    """The value of `one` in the scale of `other`: the 8 of « de 8 à 6 millions » is 8 000 000."""
    words = fold(other.text)
    bare = one.value < 1000 and not re.search("mill", fold(one.text))
    size = next(
        (n for word, n in reversed(SCALES.items()) if re.search(rf"\b{word}s?\b", words)), 1
    )
    return one.value * size if bare else one.value


def sorts_alike(*figures: Figure) -> bool:
    """Whether figures may be held against each other: at most one sort, and shares with shares."""
    sorts = {figure.unit for figure in figures}
    return len(sorts - {""}) <= 1 and not ("percent" in sorts and "" in sorts)


def spanning(*figures: Figure) -> tuple[int, int]:
    """From the first character of some figures to the last."""
    return min(f.start for f in figures), max(f.end for f in figures)
