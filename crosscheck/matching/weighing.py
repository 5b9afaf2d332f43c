"""What the claims of a story, taken together, tell of each: how much its words weigh, how crowded
its sort of value is.

A word weighs by how few sentences of the story have it. What a claim brings to every pair is
weighed here once, and not once for each pair.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
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

_WEIGHED = NUMERIC | {"date"}

Rarity = Mapping[str, float]
"""Weight of each class of words in a story: the fewer sentences have it, the more it tells."""
Sort = tuple[str, str]
"""Kind, and what is counted or measured."""
Quantity = tuple[str, str, float, float]
"""Kind and family of a number, and its ends in the measure of the family."""


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
    quantity: Quantity | None
    """Its number and what that is measured in; `None` of a date."""
    beside: Mapping[Quantity, bool]
    """The numbers of its sentence, its own among them; whether chance seldom repeats each."""


@dataclass(frozen=True, slots=True)
class Crowds:
    """How much the articles of a story tell: how long they are, how many values they give."""

    length: Mapping[str, int]
    """Where the last sentence of each article ends."""
    values: Mapping[tuple[str, Sort], Set[str]]
    """Its values of each sort."""
    count: Mapping[str, int]
    """How many numbers and dates it gives."""

    @classmethod
    def of(cls, sides: Iterable[Side]) -> "Crowds":
        """Told of all claims of the story."""
        length: dict[str, int] = {}
        values: dict[tuple[str, Sort], set[str]] = {}
        count: dict[str, int] = {}
        for told in sides:
            article = told.article
            length[article] = max(told.sentence[1], length.get(article, 0))
            if told.kind in _WEIGHED:
                values.setdefault((article, sort_of(told)), set()).add(told.value_text)
                count[article] = count.get(article, 0) + 1
        return cls(length, values, count)

    def place(self, told: Side) -> float:
        """How far down its article a claim stands, from 0 to 1."""
        return told.start / max(self.length.get(told.article, 0), 1)

    def alike(self, told: Side) -> int:
        """How many values its article gives of its sort."""
        return len(self.values.get((told.article, sort_of(told)), ())) or 1

    def crowd(self, told: Side) -> int:
        """How many numbers and dates its article gives."""
        return self.count.get(told.article, 1)


class _Weighed(dict[str, Words]):
    """The words of claims by id, each weighed when it is first asked for: of a large story that is
    looked at in columns, hardly any is.
    """

    def __init__(
        self, sides: Sequence[Side], also: Iterable[Side], rare: Rarity, crowds: Crowds
    ) -> None:
        super().__init__()
        self._sides = {told.id: told for told in (*sides, *also)}
        self._written = sides
        self._rare, self._crowds = rare, crowds
        self._beside: Mapping[tuple[str, tuple[int, int]], Mapping[Quantity, bool]] | None = None

    def __missing__(self, claim: str) -> Words:
        if self._beside is None:
            self._beside = numbers_beside(self._written)
        told = self._sides[claim]
        numbers = self._beside.get((told.article, told.sentence), {})
        words = self[claim] = _weighed(told, self._rare, self._crowds, numbers)
        return words


def numbers_beside(
    sides: Iterable[Side],
) -> Mapping[tuple[str, tuple[int, int]], Mapping[Quantity, bool]]:
    """The numbers of each sentence of an article; whether each is `particular`."""
    found: dict[tuple[str, tuple[int, int]], dict[Quantity, bool]] = {}
    for told in sides:
        if (quantity := quantity_of(told)) is not None:
            numbers = found.setdefault((told.article, told.sentence), {})
            numbers[quantity] = numbers.get(quantity, False) or particular(told)
    return found


@dataclass(frozen=True, slots=True)
class Story:
    """What the claims of a story, taken together, tell of any two of them."""

    rare: Rarity
    largest: float
    """Weight of a word that one sentence alone has."""
    present: frozenset[str]
    """The years around the articles' publication: « 2024 », « 2025 » are told apart on purpose."""
    words: Mapping[str, Words]
    """Those of each claim, by its id."""


def story_of(
    claims: Sequence[Claim],
    published: Iterable[date | None] = (),
    also: Sequence[Claim] = (),
) -> Story:
    """The weights of the words of a story, and how crowded each sort of value is.

    The words of the claims `also` are weighed like the others, and count for nothing.
    """
    sides = [side(claim) for claim in claims]
    rare, crowds = rarity(claims), Crowds.of(sides)
    words = _Weighed(sides, map(side, also), rare, crowds)
    return Story(rare, max(rare.values(), default=0.0), present_years(published), words)


def present_years(published: Iterable[date | None]) -> frozenset[str]:
    """The years around the days of some articles: those around 2024 for 9 November 2024."""
    years = {day.year for day in published if day is not None}
    return frozenset(str(year + gap) for year in years for gap in range(-AROUND, AROUND + 1))


def sort_of(told: Side) -> Sort:
    """Two values of one sort in one article are two answers, to one question or to two."""
    return told.kind, told.family if told.kind in MEASURED else told.subject.head


def quantity_of(told: Side) -> Quantity | None:
    """What a number says, whatever its unit and its hedges; `None` of a date."""
    if told.kind not in NUMERIC:
        return None
    return told.kind, told.family, told.measure.low, told.measure.high


def particular(told: Side) -> bool:
    """Whether chance seldom repeats a number: two digits are printed, and no nought at the end."""
    return told.length > 1


def rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of the words around the claims, over their sentences."""
    sentences = {(c.article, c.sentence): c for c in claims if c.kind in _WEIGHED}
    counts: Counter[str] = Counter()
    for claim in sentences.values():
        counts.update(claim.subject.context.union(word for word, _ in claim.subject.near))
    total = len(sentences) + 1
    told = {n: grained(log(total / n)) for n in set(counts.values())}
    return {word: told[n] for word, n in counts.items()}


def grained(told: float) -> float:
    """A weight in whole grains: `grained(1 / 3) * GRAIN` is 349525."""
    return round(told * GRAIN) / GRAIN


def weight(words: frozenset[str], rare: Rarity) -> float:
    """What some words tell together; one that no sentence counts weighs 1."""
    return sum([rare.get(word, 1.0) for word in words if word])


def _weighed(told: Side, rare: Rarity, crowds: Crowds, numbers: Mapping[Quantity, bool]) -> Words:
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
        crowds.place(told),
        sort_of(told),
        crowds.alike(told),
        crowds.crowd(told),
        quantity_of(told),
        numbers,
    )


def _by_distance(subject: Subject, rare: Rarity) -> dict[str, float]:
    found = {w: grained(rare.get(w, 1.0) / (1 + distance / NEAR)) for w, distance in subject.near}
    if subject.head:
        found[subject.head] = rare.get(subject.head, 1.0)
    return found
