"""What two numbers or dates share, each as a figure that a reader can check.

Words weigh by how few sentences of the story have them, and the nearer they stand to the value the
more; numbers by how near, how particular, and whether one looks like a slip of the other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from crosscheck.matching.nearness import admits, value_near, value_shared, value_telling
from crosscheck.matching.slips import one_digit, one_number, one_part, same_digits
from crosscheck.measures import in_base
from crosscheck.models import NUMERIC, Claim, Subject
from crosscheck.values import Interval, Period

TWIN = 0.8
"""Share of words from which two sentences are one sentence told twice."""
TWIN_WORDS = 3
NEAR = 3
"""Words from the value at which a word weighs half."""
SAME_ERA, OTHER_ERA = 10, 200
"""Days between the times of two passages, up to which they tell of one time, from which of two."""
ORDINARY = 20
"""Numbers and dates that an article of some length gives."""
MEASURED = frozenset({"money", "measure", "duration"})
"""Kinds whose head is what is so long or so dear: it has many names."""
LATE = 20
"""Years before publication that are told apart to the year."""
TODAY = "2010"
"""Stands for the publication of articles that are all undated."""
AROUND = 2
"""Years before and after publication that an article tells apart."""

Rarity = Mapping[str, float]
"""Weight of each class of words in a story: the fewer sentences have it, the more it tells."""
Features = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What the claims of a story, taken together, tell of any two of them."""

    rare: Rarity
    largest: float
    """Weight of a word that one sentence alone has."""
    alike: Mapping[tuple[str, str, str], int]
    """How many values each article gives of one sort: its deaths, its lengths, its dollars."""
    length: Mapping[str, int]
    """Where the last sentence of each article that claims something ends."""
    crowd: Mapping[str, int]
    """How many numbers and dates each article gives."""
    present: frozenset[str] = frozenset()
    """The years around the articles' publication: « 2024 », « 2025 » are told apart on purpose."""


def story_of(claims: Sequence[Claim], published: Iterable[date | None] = ()) -> Story:
    """The weights of the words of a story, and how crowded each sort of value is."""
    values: dict[tuple[str, str, str], set[str]] = {}
    length: dict[str, int] = {}
    for claim in claims:
        length[claim.article] = max(claim.sentence[1], length.get(claim.article, 0))
        if claim.kind in NUMERIC | {"date"}:
            values.setdefault(_sort_of(claim), set()).add(str(claim.value.to_dict()))
    rare = rarity(claims)
    alike = {sort: len(found) for sort, found in values.items()}
    years = {day.year for day in published if day is not None}
    present = frozenset(str(year + gap) for year in years for gap in range(-AROUND, AROUND + 1))
    crowd = Counter(c.article for c in claims if c.kind in NUMERIC | {"date"})
    return Story(rare, max(rare.values(), default=0.0), alike, length, crowd, present)


def _sort_of(claim: Claim) -> tuple[str, str, str]:
    """Article, kind, and what is counted or measured."""
    value = claim.value
    if isinstance(value, Interval) and claim.kind in ("money", "measure", "duration"):
        return claim.article, claim.kind, in_base(value)[0]
    return claim.article, claim.kind, claim.subject.head


def rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of the words around the claims, over their sentences."""
    sentences = {(c.article, c.sentence): c for c in claims if c.kind in NUMERIC | {"date"}}
    counts = Counter(
        w for c in sentences.values() for w in c.subject.context | {w for w, _ in c.subject.near}
    )
    total = len(sentences) + 1
    return {word: log(total / n) for word, n in counts.items()}


def features(one: Claim, other: Claim, story: Story) -> Features:
    """What two numbers or dates share, each as a number from -1 to 1, in a fixed order."""
    a, b, rare = one.subject, other.subject, story.rare
    ranks = one.kind == other.kind == "ordinal"
    return (
        ("tête", _heads(one, other)),
        ("rang de même tête", float(ranks and a.head == b.head != "")),
        ("proposition", _shared(a.clause | a.attributes, b.clause | b.attributes, rare)),
        ("phrase", _shared(a.context, b.context, rare)),
        ("croisé", _crossed(a, b, rare)),
        ("voisinage", _nearby(a, b, rare)),
        ("même phrase", _twin(a, b, rare)),
        ("même action", float(a.action == b.action != "")),
        ("mêmes noms", float(not a.actors.isdisjoint(b.actors))),
        ("autres noms", float(bool(a.actors and b.actors and a.actors.isdisjoint(b.actors)))),
        ("seul de sa sorte", _alone(one, other, story)),
        ("même unité", float(_same_unit(one, other))),
        ("valeur", value_shared(one, other)),
        ("valeur rare", value_telling(one, other)),
        ("ordre de grandeur", value_near(one, other)),
        ("mêmes chiffres", float(same_digits(one, other))),
        ("même nombre", float(one_number(one, other))),
        ("un chiffre près", float(one_digit(one, other))),
        ("date à un élément près", float(_slipped(one, other, story))),
        ("même portée", float(a.scope == b.scope)),
        ("même date", float(a.time == b.time is not None)),
        ("même époque", float(_between(a.era, b.era, SAME_ERA + 1) <= SAME_ERA)),
        ("autre époque", float(_between(a.era, b.era, 0) > OTHER_ERA)),
        ("même endroit", 1 - abs(_place(one, story) - _place(other, story))),
        ("peu de valeurs", _few(one, other, story)),
        ("fermeté", float(_as_firm(one, other))),
    )  # fmt: skip


def _few(one: Claim, other: Claim, story: Story) -> float:
    """How much fewer values than an ordinary article the fuller of the two gives, as a logarithm:
    of few values, two are the likelier to answer each other, unless they count two things.
    """
    if _heads(one, other) < 0:
        return 0.0
    fuller = max(story.crowd.get(one.article, 1), story.crowd.get(other.article, 1))
    return max(0.0, log(ORDINARY / fuller))


def _slipped(one: Claim, other: Claim, story: Story) -> bool:
    """Whether one date looks like a slip of the other, and not like this year and the last: of
    late years, two that differ in their last digit are two years.
    """
    if not isinstance(one.value, Period) or not isinstance(other.value, Period):
        return False
    years = one.value.edtf, other.value.edtf
    if all(year in story.present for year in years):
        return False
    if all(len(year) == len("2008") for year in years):
        late = min(years) >= str(int(max(story.present, default=TODAY)) - LATE)
        if late and years[0][:-1] == years[1][:-1]:
            return False
    return one_part(one, other)


def _as_firm(one: Claim, other: Claim) -> bool:
    """Whether both are said as firmly: « va prêter 45 millions », then « a prêté 45 millions », is
    one loan, announced and made; a third session to come is not the second that was held.
    """
    told = {one.polarity, other.polarity}
    return len(told) == 1 or (told == {"planned", "asserted"} and admits(one, other))


def _heads(one: Claim, other: Claim) -> float:
    """1 when both count, or measure, one thing, -1 when they count two; « une perte de 600
    millions » and « un trou de 600 millions » may well be one.
    """
    mine, theirs = one.subject.head, other.subject.head
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    return 0.0 if one.kind in MEASURED else -1.0


def _same_unit(one: Claim, other: Claim) -> bool:
    """Whether both count or measure in one word: « 12 morts », « 12 morts », « 5 km », « 5 km »."""
    a, b = one.value, other.value
    return isinstance(a, Interval) and isinstance(b, Interval) and a.unit == b.unit != ""


def weight(words: frozenset[str], rare: Rarity) -> float:
    """What some words tell together; one that no sentence counts weighs 1."""
    return sum(rare.get(w, 1.0) for w in sorted(words) if w)


def _shared(one: frozenset[str], other: frozenset[str], rare: Rarity) -> float:
    """Weight of the shared words over that of the poorer side: 0 to 1."""
    least = min(weight(one, rare), weight(other, rare))
    return weight(one & other, rare) / least if least > 0 else 0.0


def _crossed(one: Subject, other: Subject, rare: Rarity) -> float:
    """Words near the one value that stand anywhere in the sentence of the other."""
    mine, theirs = one.attributes | one.clause, other.attributes | other.clause
    total = weight(mine, rare) + weight(theirs, rare)
    shared = weight(mine & other.context, rare) + weight(theirs & one.context, rare)
    return shared / total if total else 0.0


def _nearby(one: Subject, other: Subject, rare: Rarity) -> float:
    """Weight of the shared words over that of the poorer side, each by how near it stands."""
    mine, theirs = _by_distance(one, rare), _by_distance(other, rare)
    least = min(sum(mine.values()), sum(theirs.values()))
    shared = sum(min(mine[w], theirs[w]) for w in mine if w in theirs)
    return shared / least if least > 0 else 0.0


def _by_distance(subject: Subject, rare: Rarity) -> dict[str, float]:
    """What each word of the sentence tells where it stands; the counted noun stands nearest."""
    found = {w: rare.get(w, 1.0) / (1 + distance / NEAR) for w, distance in subject.near}
    if subject.head:
        found[subject.head] = rare.get(subject.head, 1.0)
    return found


def _alone(one: Claim, other: Claim, story: Story) -> float:
    """1 when each article gives one value only of this sort (its one length, its one toll)."""
    mine, theirs = _sort_of(one), _sort_of(other)
    if mine[1:] != theirs[1:] or not mine[2]:
        return 0.0
    return 1.0 / max(story.alike.get(mine, 1), story.alike.get(theirs, 1))


def _twin(one: Subject, other: Subject, rare: Rarity) -> float:
    """1 when two sentences say the same words about another number."""
    words = _shared(one.context, other.context, rare), _shared(one.clause, other.clause, rare)
    enough = min(len(one.context), len(other.context)) >= TWIN_WORDS
    enough = enough and min(len(one.clause), len(other.clause)) > 1
    return float(enough and min(words) >= TWIN)


def _between(one: tuple[date, date] | None, other: tuple[date, date] | None, unknown: int) -> int:
    """Days between two times; 0 when they touch, `unknown` when one is not told."""
    if one is None or other is None:
        return unknown
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def _place(claim: Claim, story: Story) -> float:
    """How far down its article the sentence of a claim stands, from 0 to 1."""
    return claim.start / max(story.length.get(claim.article, 1), 1)
