"""How far two claims answer one question: what keeps them apart, then features with weights.

A slot known on both sides that clashes keeps two claims apart; an empty slot says nothing. What is
left is a sum of features that a reader can check, each with its weight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from crosscheck.matching.clashes import clash
from crosscheck.matching.nearness import admits, value_near, value_shared, value_telling
from crosscheck.matching.weights import WEIGHTS
from crosscheck.measures import in_base
from crosscheck.models import NUMERIC, Claim, Subject
from crosscheck.values import Interval

UNSHARED = 0.4
"""The most that two claims can be alike whose sentences share no telling word."""
TELLING = 1.0
"""Weight of the shared words from which they tell: one word that a third of the sentences have;
in a story of a few sentences, a third of the weight of a word that one of them alone has."""
PARTICULAR = 0.5
"""How telling a number must be to speak for itself: two figures, not round."""
TWIN = 0.8
"""Share of words from which two sentences are one sentence told twice."""
TWIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, with what makes it so."""

    score: float
    """Between 0 and 1: the share of pairs with these features that answer one question."""
    features: tuple[tuple[str, float], ...]
    clash: str = ""
    """Which slot keeps them apart, in words; empty when none does."""


Rarity = Mapping[str, float]
"""Weight of each stem of a story: the fewer sentences have it, the more it tells."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the claims of a story, taken together, tell of any two of them."""

    rare: Rarity
    largest: float
    """Weight of a word that one sentence alone has."""
    alike: Mapping[tuple[str, str, str], int]
    """How many values each article gives of one sort: its deaths, its lengths, its dollars."""


def story_of(claims: Sequence[Claim]) -> Story:
    """The weights of the words of a story, and how crowded each sort of value is."""
    values: dict[tuple[str, str, str], set[str]] = {}
    for claim in claims:
        if claim.kind in NUMERIC | {"date"}:
            values.setdefault(_sort_of(claim), set()).add(str(claim.value.to_dict()))
    rare = rarity(claims)
    return Story(
        rare, max(rare.values(), default=0.0), {sort: len(found) for sort, found in values.items()}
    )


def _sort_of(claim: Claim) -> tuple[str, str, str]:
    """Article, kind, and what is counted or measured."""
    value = claim.value
    if isinstance(value, Interval) and claim.kind in ("money", "measure", "duration"):
        return claim.article, claim.kind, in_base(value)[0]
    return claim.article, claim.kind, claim.subject.head


def rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of the words around the claims, over their sentences."""
    sentences = {(c.article, c.sentence): c for c in claims if c.kind in NUMERIC | {"date"}}
    counts = Counter(w for c in sentences.values() for w in c.subject.context)
    total = len(sentences) + 1
    return {word: log(total / n) for word, n in counts.items()}


def features(one: Claim, other: Claim, story: Story) -> tuple[tuple[str, float], ...]:
    """What two numbers or dates share, each as a number from -1 to 1, in a fixed order."""
    a, b, rare = one.subject, other.subject, story.rare
    return (
        ("tête", _same(a.head, b.head)),
        ("compléments", _shared(a.attributes | {a.head}, b.attributes | {b.head}, rare)),
        ("proposition", _shared(a.clause | a.attributes, b.clause | b.attributes, rare)),
        ("phrase", _shared(a.context, b.context, rare)),
        ("croisé", _crossed(a, b, rare)),
        ("seul de sa sorte", _alone(one, other, story)),
        ("même phrase", _twin(a, b, rare)),
        ("valeur", value_shared(one, other)),
        ("valeur rare", value_telling(one, other)),
        ("ordre de grandeur", value_near(one, other)),
        ("titre", float(one.in_headline and other.in_headline)),
        ("fermeté", float(_as_firm(one, other))),
    )  # fmt: skip


def likeness(one: Claim, other: Claim, story: Story) -> Likeness:
    """How alike two numbers or dates are."""
    found = features(one, other, story)
    weights = WEIGHTS[_sort(one, other)]
    total = weights["biais"] + sum(weights[name] * value for name, value in found)
    score = 1 / (1 + exp(-total))
    if not _share_words(one, other, story, found):
        score = min(score, UNSHARED)
    return Likeness(score, found, clash(one, other))


def _share_words(
    one: Claim, other: Claim, story: Story, found: tuple[tuple[str, float], ...]
) -> bool:
    """Whether anything but the value speaks for one question: a telling word in both sentences,
    one head, or a number so particular that chance would not repeat it.
    """
    words = (one.subject.context | one.subject.clause) & (
        other.subject.context | other.subject.clause
    )
    features = dict(found)
    chance = 1.0 if one.kind == "percentage" else PARTICULAR
    particular = features["valeur rare"] >= chance or features["tête"] > 0
    return particular or _weight(words, story.rare) >= min(TELLING, story.largest / 3)


def _as_firm(one: Claim, other: Claim) -> bool:
    """Whether both are said as firmly: « va prêter 45 millions », then « a prêté 45 millions », is
    one loan, announced and made; a third session to come is not the second that was held.
    """
    told = {one.polarity, other.polarity}
    return len(told) == 1 or (told == {"planned", "asserted"} and admits(one, other))


def _sort(one: Claim, other: Claim) -> str:
    """Which weights speak of a pair."""
    if one.kind != other.kind:
        return "mixed"
    sort = "date" if one.kind == "date" else "number"
    return sort if admits(one, other) else f"other {sort}"


def _same(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one == other else -1.0


def _weight(words: frozenset[str], rare: Rarity) -> float:
    return sum(rare.get(w, 1.0) for w in sorted(words) if w)


def _shared(one: frozenset[str], other: frozenset[str], rare: Rarity) -> float:
    """Weight of the shared words over that of the poorer side: 0 to 1."""
    least = min(_weight(one, rare), _weight(other, rare))
    return _weight(one & other, rare) / least if least > 0 else 0.0


def _crossed(one: Subject, other: Subject, rare: Rarity) -> float:
    """Words near the one value that stand anywhere in the sentence of the other."""
    mine, theirs = one.attributes | one.clause, other.attributes | other.clause
    weight = _weight(mine, rare) + _weight(theirs, rare)
    shared = _weight(mine & other.context, rare) + _weight(theirs & one.context, rare)
    return shared / weight if weight else 0.0


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
