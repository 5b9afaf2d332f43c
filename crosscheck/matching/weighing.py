"""What the claims of a story, taken together, tell of each: how much its words weigh, how crowded
its sort of value is.

A word weighs by how few sentences of the story have it. What a claim brings to every pair is
weighed here once, and not once for each pair.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log

from crosscheck.matching.sides import Side, side
from crosscheck.models import NUMERIC, Claim, Subject

NEAR = 3
"""Words from the value at which a word weighs half."""
GRAIN = 2**20
"""Parts of 1 that weights are whole numbers of: sums of them are exact, whatever their order."""
AROUND = 2
"""Years before and after publication that an article tells apart."""
MEASURED = frozenset({"money", "measure", "duration"})
"""Kinds whose head is what is so long or so dear: it has many names."""

Rarity = Mapping[str, float]
"""Weight of each class of words in a story: the fewer sentences have it, the more it tells."""
Sort = tuple[str, str]
"""Kind, and what is counted or measured."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a claim with what they weigh in its story."""

    clause: frozenset[str]
    """Those of its clause and those that say what is counted or measured."""
    clause_weight: float
    told_weight: float
    """Of the words of its clause alone."""
    context_weight: float
    every: frozenset[str]
    """Those of its sentence and its clause."""
    near: Mapping[str, float]
    """What each word of the sentence tells where it stands; the counted noun stands nearest."""
    near_weight: float
    place: float
    """How far down its article its sentence stands, from 0 to 1."""
    sort: Sort
    alike: int
    """How many values its article gives of that sort."""
    crowd: int
    """How many numbers and dates its article gives."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the claims of a story, taken together, tell of any two of them."""

    rare: Rarity
    largest: float
    """Weight of a word that one sentence alone has."""
    present: frozenset[str] = frozenset()
    """The years around the articles' publication: « 2024 », « 2025 » are told apart on purpose."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """Those of each claim, by its id."""


def story_of(
    claims: Sequence[Claim],
    published: Iterable[date | None] = (),
    also: Sequence[Claim] = (),
) -> Story:
    """The weights of the words of a story, and how crowded each sort of value is.

    The words of the claims `also` are weighed like the others, and count for nothing.
    """
    values: dict[tuple[str, Sort], set[str]] = {}
    length: dict[str, int] = {}
    sides = [side(claim) for claim in claims]
    for told in sides:
        length[told.article] = max(told.sentence[1], length.get(told.article, 0))
        if told.kind in NUMERIC | {"date"}:
            values.setdefault((told.article, sort_of(told)), set()).add(told.value_text)
    rare = rarity(claims)
    years = {day.year for day in published if day is not None}
    present = frozenset(str(year + gap) for year in years for gap in range(-AROUND, AROUND + 1))
    crowd = Counter(c.article for c in claims if c.kind in NUMERIC | {"date"})
    words = {}
    for told in (*sides, *map(side, also)):
        alike = len(values.get((told.article, sort_of(told)), ())) or 1
        counts = length.get(told.article, 0), alike, crowd.get(told.article, 1)
        words[told.id] = _weighed(told, rare, counts)
    return Story(rare, max(rare.values(), default=0.0), present, words)


def sort_of(told: Side) -> Sort:
    """Two values of one sort in one article are two answers, to one question or to two."""
    return told.kind, told.family if told.kind in MEASURED else told.subject.head


def rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of the words around the claims, over their sentences."""
    sentences = {(c.article, c.sentence): c for c in claims if c.kind in NUMERIC | {"date"}}
    counts = Counter(
        w for c in sentences.values() for w in c.subject.context | {w for w, _ in c.subject.near}
    )
    total = len(sentences) + 1
    return {word: grained(log(total / n)) for word, n in counts.items()}


def grained(told: float) -> float:
    """A weight in whole grains: `grained(1 / 3) * GRAIN` is 349525."""
    return round(told * GRAIN) / GRAIN


def weight(words: frozenset[str], rare: Rarity) -> float:
    """What some words tell together; one that no sentence counts weighs 1."""
    return sum([rare.get(word, 1.0) for word in words if word])


def _weighed(told: Side, rare: Rarity, counts: tuple[int, int, int]) -> Words:
    """`counts`: where the last sentence of its article ends, its values of the sort, all values."""
    length, alike, crowd = counts
    subject, near = told.subject, _by_distance(told.subject, rare)
    clause = subject.clause | subject.attributes
    return Words(
        clause,
        weight(clause, rare),
        weight(subject.clause, rare),
        weight(subject.context, rare),
        subject.context | subject.clause,
        near,
        sum(near.values()),
        told.start / max(length, 1),
        sort_of(told),
        alike,
        crowd,
    )


def _by_distance(subject: Subject, rare: Rarity) -> dict[str, float]:
    found = {w: grained(rare.get(w, 1.0) / (1 + distance / NEAR)) for w, distance in subject.near}
    if subject.head:
        found[subject.head] = rare.get(subject.head, 1.0)
    return found
