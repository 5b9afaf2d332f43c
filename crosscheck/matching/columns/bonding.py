"""From claims to what bonds them, in columns: what `candidates`, `rivals`, `contrasts` and `bonds`
do for pairs one by one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from crosscheck.matching.bonds import (
    AGREEING,
    APART,
    DIFFERING,
    LIVE,
    LOOKS_ALIKE,
    SAID,
    Bonds,
    Links,
)
from crosscheck.matching.candidates import OTHER_STORY, proposed
from crosscheck.matching.clashes import clash
from crosscheck.matching.columns.arrays import Bools, Floats, Ints, coded
from crosscheck.matching.columns.looks import ELSEWHERE, LONG, NOTHING, SLOT, Looked, joined, look
from crosscheck.matching.columns.pairs import Pairs
from crosscheck.matching.columns.rivalry import look_again
from crosscheck.matching.columns.table import Table
from crosscheck.matching.columns.words import CELLS
from crosscheck.matching.contrasts import another, followed
from crosscheck.matching.sides import Side
from crosscheck.matching.stories import Stories, by_story
from crosscheck.matching.times import long_between
from crosscheck.matching.weighing import story_of
from crosscheck.models import Derived

Days = Mapping[str, date | None]


def bonds_of_table(
    sides: Sequence[Side], published: Days, stories: Stories, derived: Sequence[Derived]
) -> Bonds:
    """What follows of all pairs, as `bonds_of` tells it."""
    looked = looked_at(sides, published, stories)
    links = _links(looked)
    apart = tuple(_apart(looked, sides, published))
    for row in _told_apart(looked, sides, derived):
        links[row] = APART
    return _bonds(looked, links, apart)


def looked_at(sides: Sequence[Side], published: Days, stories: Stories) -> Looked:
    """All pairs, looked at twice; those of two stories only to tell what was kept apart."""
    parts = by_story(sides, stories)
    if len(parts) < 2:
        looked = _first_look(sides, published, proposed(sides))
    else:
        numbers = [stories[claim.article] for claim in sides]
        across = _first_look(sides, published, proposed(sides, numbers))
        across = replace(across, clash=np.full(len(across.i), ELSEWHERE))
        looked = joined([across, *(_within(sides, part, published) for part in parts)])
    article = coded((side.article for side in sides), first=None)
    return look_again(looked, article, coded(side.value_text for side in sides))


def _within(sides: Sequence[Side], part: Sequence[int], published: Days) -> Looked:
    """The first look at the pairs of one of several stories, by their places among all claims."""
    told = [sides[i] for i in part]
    articles = {claim.article for claim in told}
    days = {article: day for article, day in published.items() if article in articles}
    looked, place = _first_look(told, days, proposed(told)), np.array(part)
    return replace(looked, i=place[looked.i], j=place[looked.j])


def _first_look(sides: Sequence[Side], published: Days, bits: Sequence[int]) -> Looked:
    """The first look at the pairs that `proposed` tells as bits."""
    table = Table.of(sides, story_of(sides, published.values()))
    return look(Pairs(table, *_places(bits)), published)


def _places(bits: Sequence[int]) -> tuple[Ints, Ints]:
    """The places of ones in rows of bits, row by row."""
    width = len(bits) // 8 + 1
    step = max(1, CELLS // (8 * width))
    found: list[tuple[Ints, Ints]] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for begin in range(0, len(bits), step):
        rows = b"".join(row.to_bytes(width, "little") for row in bits[begin : begin + step])
        table = np.frombuffer(rows, dtype=np.uint8).reshape(-1, width)
        i, j = np.nonzero(np.unpackbits(table, axis=1, bitorder="little"))
        found.append((i + begin, j))
    ones, others = zip(*found, strict=True)
    return np.concatenate(ones), np.concatenate(others)


def _links(looked: Looked) -> Floats:
    """`bonds.link_of` each pair."""
    least = np.where(looked.admitted, AGREEING, DIFFERING)
    over = 0.5 + (looked.score - least) / (1 - least) / 2
    under = np.where(looked.admitted, looked.score / least / 2, 0.0)
    link = np.where(looked.score >= least, over, under)
    kept = np.where(looked.clash == LONG, 0.0, APART)
    return np.where(looked.clash == NOTHING, link, kept)


def _told_apart(looked: Looked, sides: Sequence[Side], derived: Sequence[Derived]) -> Iterator[int]:
    """The pairs that an article's own arithmetic keeps apart."""
    following = followed(sides, derived)
    if not following:
        return
    has = np.zeros(len(sides), dtype=np.bool_)
    has[list(following)] = True
    asked = (has[looked.i] | has[looked.j]) & (looked.clash == NOTHING) & ~looked.admitted
    for row in np.flatnonzero(asked).tolist():
        if another((int(looked.i[row]), int(looked.j[row])), sides, following):
            yield row


def _apart(
    looked: Looked, sides: Sequence[Side], published: Days
) -> Iterator[tuple[int, int, str]]:
    """The pairs that a reader is told were kept apart: their reasons, one by one."""
    rows = np.flatnonzero((looked.clash != NOTHING) & (looked.score >= LOOKS_ALIKE))
    for row in rows[np.lexsort((looked.j[rows], looked.i[rows]))].tolist():
        i, j = int(looked.i[row]), int(looked.j[row])
        one, other = sides[i], sides[j]
        if looked.clash[row] == ELSEWHERE:
            why = OTHER_STORY.format(one.article, other.article)
        elif looked.clash[row] == SLOT:
            why = clash(one, other)
        else:
            days = published.get(one.article), published.get(other.article)
            why = long_between(one, other, days)
        if why.startswith(SAID):
            yield i, j, why


def _bonds(looked: Looked, value: Floats, apart: tuple[tuple[int, int, str], ...]) -> Bonds:
    """The links of claims that may be joined, or keep others from it."""
    live: Bools = np.zeros(int(max(looked.i.max(initial=0), looked.j.max(initial=0))) + 1, np.bool_)
    able = value >= LIVE
    live[looked.i[able]] = live[looked.j[able]] = True
    rows: Ints = np.flatnonzero(live[looked.i] & live[looked.j])
    links: Links = defaultdict(dict)
    admitted = {}
    columns = looked.i[rows], looked.j[rows], value[rows], looked.admitted[rows]
    for i, j, link, both in zip(*(column.tolist() for column in columns), strict=True):
        links[i][j] = links[j][i] = link
        admitted[i, j] = both
    return Bonds(links, admitted, apart)
