"""The words of claims by number: a row for each word of each claim, and how the claim has it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np

from crosscheck.matching.columns.arrays import Bools, Ints, ints
from crosscheck.matching.sides import Side

CONTEXT, CLAUSE, TOLD, NEARBY, HEAD = 1, 2, 4, 8, 16
"""How a claim has a word, as bits: it stands in the sentence; in the clause or of what is counted;
in the clause; at so many words from the value; is what is counted or measured."""
NOWHERE = (1 << 20) - 1
"""The distance of a word that does not stand near."""
_Words = list[list[int]]
"""Numbers of words, claim by claim."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Rows in the order of claims."""

    claim: Ints
    word: Ints
    """The number of each among the words of all parts."""
    marks: Ints
    distance: Ints
    """How many words from the value; 0 of what is counted."""
    sizes: Ints
    """How many words each part has."""
    lettered: Bools
    """Whether each word has letters."""

    @classmethod
    def of(cls, parts: Sequence[Sequence[Side]]) -> "Occurrences":
        """`Occurrences.of([sides]).word` numbers the words of one story."""
        ways: dict[int, _Words] = {CONTEXT: [], CLAUSE | TOLD: [], CLAUSE: [], NEARBY: [], HEAD: []}
        distances: list[int] = []
        numbers: list[dict[str, int]] = []
        for sides in parts:
            number = defaultdict[str, int](count(sum(map(len, numbers))).__next__)
            subjects = [side.subject for side in sides]
            ways[CONTEXT] += _numbered([s.context for s in subjects], number)
            ways[CLAUSE | TOLD] += _numbered([s.clause for s in subjects], number)
            ways[CLAUSE] += _numbered([s.attributes for s in subjects], number)
            ways[NEARBY] += [[number[word] for word, _ in s.near] for s in subjects]
            ways[HEAD] += [[number[s.head]] if s.head else [] for s in subjects]
            distances += [distance for s in subjects for _, distance in s.near]
            numbers.append(number)
        sizes = ints(map(len, numbers))
        lettered = np.ones(int(sizes.sum()), np.bool_)
        lettered[[number[""] for number in numbers if "" in number]] = False
        rows = _put_together(ways, ints(distances), len(lettered))
        return cls(*rows, sizes, lettered)


def _numbered(told: Iterable[frozenset[str]], number: Mapping[str, int]) -> _Words:
    """Words by number; several claims of one sentence have the same."""
    known: dict[frozenset[str], list[int]] = {}
    found = []
    for words in told:
        if words not in known:
            known[words] = list(map(number.__getitem__, words))
        found.append(known[words])
    return found


def _put_together(
    ways: Mapping[int, _Words], distances: Ints, count: int
) -> tuple[Ints, Ints, Ints, Ints]:
    """Claims, words, marks and distances: one row for all ways in which a claim has a word."""
    sizes = {mark: ints(map(len, told)) for mark, told in ways.items()}
    claims = max(map(len, sizes.values()))
    held = [int(size.sum()) for size in sizes.values()]
    claim = np.concatenate([np.repeat(np.arange(claims), size) for size in sizes.values()])
    word = ints(chain.from_iterable(chain.from_iterable(ways.values())))
    mark = np.repeat(ints(ways), held)
    distance = np.repeat(ints([0 if mark == HEAD else NOWHERE for mark in ways]), held)
    distance[mark == NEARBY] = distances
    short = np.uint16 if max(claims, count) < 1 << 16 else np.int64  # short ones take less time
    order = np.lexsort((word.astype(short), claim.astype(short)))
    claim, word = claim[order], word[order]
    begins = np.flatnonzero((np.diff(claim, prepend=-1) != 0) | (np.diff(word, prepend=-1) != 0))
    if not len(begins):
        return claim, word, mark, distance
    marks = np.bitwise_or.reduceat(mark[order], begins)
    nearest = np.minimum.reduceat(distance[order], begins)
    return claim[begins], word[begins], marks, nearest
