"""Sentences laid out so that a grammar can be read: each figure is a numbered mark.

>>> laid = lay(sentences("Le bilan est passé de 14 à 17 morts.")[0])
>>> laid.text
'le bilan est passe de ⟦0⟧ a ⟦1⟧ morts.'
>>> found = grammar("passe de @before a @after").search(laid)
>>> int(laid.figure(found, "after").value)
17
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, reduce
from operator import or_

from crosscheck.judging.cues import Needs, met, needed
from crosscheck.judging.figures import Figure, Sentence, any_of, names, sentences
from crosscheck.judging.folding import fold
from crosscheck.rules import remembered, remembered_lately

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
    gaps: tuple[str, ...]
    """The words before, between and after the figures: one more than there are figures."""
    cues: int
    """What words it may hold (`cues`)."""

    def figure(self, found: re.Match[str], name: str) -> Figure:
        """The figure that a group of `grammar` stands for."""
        return self.figures[int(found[name])]

    def says(self, cue: str) -> bool:
        """Whether a word of one list stands in it: `laid.says("changes.real")`."""
        return said(cue, self.cues, self.text)


def said(cue: str, cues: int, text: str) -> bool:
    """Whether a word of one list stands in a folded text whose cues are known."""
    return met(needed(cue), cues) and re.search(stems(*cue.split(".")), text) is not None


class Grammar:
    """A pattern that wants a figure. Has state: compiled at the first text that has what it wants.

    Most sentences have no figure or not its words, and an article of such compiles nothing.
    """

    def __init__(self, pattern: str, cues: Sequence[str], holds: Sequence[str]) -> None:
        self.pattern = _MARK.sub(r"⟦(?P<\1>\\d+)⟧", pattern)
        self.needs = needed(*cues)
        self.holds = tuple(held.split("|") for held in holds)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def may_fit(self, laid: Laid) -> bool:
        """Whether a laid text has what the pattern wants."""
        if not laid.figures or not met(self.needs, laid.cues):
            return False
        return all(any(map(laid.text.__contains__, held)) for held in self.holds)

    def search(self, laid: Laid) -> re.Match[str] | None:
        """The first place in a laid text that it fits."""
        return self._compiled.search(laid.text) if self.may_fit(laid) else None

    def finditer(self, laid: Laid) -> Iterator[re.Match[str]]:
        """Every place in a laid text that it fits."""
        return self._compiled.finditer(laid.text) if self.may_fit(laid) else iter(())


@remembered
def grammar(pattern: str, *cues: str, holds: tuple[str, ...] = ()) -> Grammar:
    """A pattern of laid text, in which `@part` is a figure that is called « part ».

    It fits no text without its `cues` (`needed`), nor one that does not hold each of some words as
    they stand: `holds=("contre ⟦|apres ⟦",)` for one of two.
    """
    return Grammar(pattern, cues, holds)


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
    gaps, cues = [""], 0
    for part in parts:
        gaps[-1] += part.gaps[0] if part is parts[0] else f" ¶ {part.gaps[0]}"
        cues |= part.cues
        for figure, gap in zip(part.figures, part.gaps[1:], strict=True):
            aside = bare and gaps[-1].endswith("(") and re.match(r" ?%\)", gap)
            if aside or _is_day(gap):
                gaps[-1] += fold(figure.text) + gap
            else:
                figures.append(figure)
                gaps.append(gap)
    text = gaps[0] + "".join(f"⟦{i}⟧{gap}" for i, gap in enumerate(gaps[1:]))
    return Laid(parts[0].start, parts[-1].end, text, tuple(figures), tuple(gaps), cues)


def _is_day(after: str) -> bool:
    """Whether a figure is the first day of some: « du 6 au 9 novembre »."""
    return bool(_day_to_come().match(after))


@remembered
def _day_to_come() -> re.Pattern[str]:
    return re.compile(rf" (?:au|et|a) (?:{any_of('weekdays')} )?\d{{1,2}}(?:er)? ")


@remembered_lately(16)
def readable(text: str) -> tuple[Sentence, ...]:
    """The sentences that are reckoned with, one by one."""
    return tuple(s for s in sentences(text) if len(s.text) <= LONGEST)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which windows a check looks at: `wanted("votes.decided", figures=2)`."""

    needs: Needs = ()
    figures: int = 1
    """How many it has at the least."""
    sizes: tuple[int, int] = (1, 1)
    """Of how many sentences, from one number to another."""


def wanted(*cues: str, figures: int = 1, sizes: tuple[int, int] = (1, 1)) -> Wanted:
    """Windows that have the words without which nothing is found (`needed`)."""
    return Wanted(needed(*cues), figures, sizes)


ANY = Wanted()
"""Every sentence with a figure."""


def windows(text: str, look: Wanted = ANY, *, bare: bool = False) -> Iterator[Laid]:
    """Each sentence of a text that is wanted, or each few that follow each other, laid out.

    Sentences of two lines follow each other too; the smaller windows come first.
    """
    if not met(look.needs, every_cue(text)):
        return
    frames: Sequence[_Frame] = _frames(text, look.sizes)
    for need in look.needs:
        frames = [frame for frame in frames if frame[0] & need]
    for _, figures, first, last in frames:
        if figures >= look.figures:
            yield _laid(text, first, last, bare=bare)


@remembered_lately(16)
def every_cue(text: str) -> int:
    """The cues of all sentences of a text."""
    return reduce(or_, (sentence.cues for sentence in sentences(text)), 0)


_Frame = tuple[int, int, int, int]
"""Some sentences that follow each other: their cues, how many figures they have, the first of them
and the one after the last."""


@remembered_lately(64)
def _frames(text: str, sizes: tuple[int, int]) -> tuple[_Frame, ...]:
    every = sentences(text)
    own_cues = cues = [part.cues for part in every]
    # What is too long to be reckoned with has fewer figures than anybody asks for.
    own = counts = [len(part.figures) if len(part.text) <= LONGEST else -LONGEST for part in every]
    frames: list[_Frame] = []
    for more in range(1, sizes[1] + 1):
        if more >= sizes[0]:
            frames += [(cues[i], n, i, i + more) for i, n in enumerate(counts) if n > 0]
        cues = [one | other for one, other in zip(cues, own_cues[more:], strict=False)]
        counts = [one + other for one, other in zip(counts, own[more:], strict=False)]
    return tuple(frames)


@remembered_lately(256)
def _laid(text: str, first: int, last: int, *, bare: bool) -> Laid:
    return lay(*sentences(text)[first:last], bare=bare)


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
