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
class Crowd:
    """How much one article tells: how long it is, how many values it gives, and where."""

    length: int
    """Where its last sentence ends."""
    values: Mapping[Sort, Set[str]]
    """Those of each sort."""
    count: int
    """How many numbers and dates it gives."""
    beside: Mapping[tuple[int, int], Mapping[Quantity, bool]]
    """The numbers of each of its sentences; whether each is `particular`."""

    @classmethod
    def of(cls, sides: Sequence[Side]) -> "Crowd":
        """Told of all claims of the article."""
        values: dict[Sort, set[str]] = {}
        beside: dict[tuple[int, int], dict[Quantity, bool]] = {}
        weighed = [told for told in sides if told.kind in _WEIGHED]
        for told in weighed:
            values.setdefault(sort_of(told), set()).add(told.value_text)
            if (quantity := quantity_of(told)) is not None:
                numbers = beside.setdefault(told.sentence, {})
                numbers[quantity] = numbers.get(quantity, False) or particular(told)
        length = max((told.sentence[1] for told in sides), default=0)
        return cls(length, values, len(weighed), beside)


class _Weighed(dict[str, Words]):
    """The words of claims by id, each weighed when it is first asked for, and what its article
    tells: hardly any is, where only derived values are held against a story.
    """

    def __init__(self, claims: Sequence[Claim], also: Sequence[Claim], rare: Rarity) -> None:
        super().__init__()
        self._claims = {claim.id: claim for claim in (*claims, *also)}
        self._written, self._rare = claims, rare
        self._crowds: dict[str, Crowd] = {}

    def __missing__(self, claim: str) -> Words:
        told = side(self._claims[claim])
        words = self[claim] = _weighed(told, self._rare, self._crowd(told.article))
        return words

    def _crowd(self, article: str) -> Crowd:
        if article not in self._crowds:
            own = [side(claim) for claim in self._written if claim.article == article]
            self._crowds[article] = Crowd.of(own)
        return self._crowds[article]


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
    rare = rarity(claims)
    words = _Weighed(claims, also, rare)
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


def _weighed(told: Side, rare: Rarity, crowd: Crowd) -> Words:
    subject, near = told.subject, _by_distance(told.subject, rare)
    clause, sort = subject.clause | subject.attributes, sort_of(told)
    return Words(
        clause,
        weight(clause, rare),
        weight(subject.clause, rare),
        weight(subject.context, rare),
        subject.context | subject.clause,
        near,
        sum(near.values()),
        told.start / max(crowd.length, 1),
        sort,
        len(crowd.values.get(sort, ())) or 1,
        crowd.count or 1,
        quantity_of(told),
        crowd.beside.get(told.sentence, {}),
    )


def _by_distance(subject: Subject, rare: Rarity) -> dict[str, float]:
    found = {w: grained(rare.get(w, 1.0) / (1 + distance / NEAR)) for w, distance in subject.near}
    if subject.head:
        found[subject.head] = rare.get(subject.head, 1.0)
    return found
