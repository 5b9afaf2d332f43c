"""How far two claims answer one question: what keeps them apart, then features with weights.

A slot known on both sides that clashes keeps two claims apart; an empty slot says nothing. What is
left is a sum of features that a reader can check, each with its weight: once for the two claims by
themselves, and once more when it is known what else could answer to either (`rivals`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

from crosscheck.matching.clashes import clash
from crosscheck.matching.features import NAMES, Values, features
from crosscheck.matching.nearness import Near, nearness
from crosscheck.matching.sides import Side
from crosscheck.matching.weighing import Story, weight
from crosscheck.matching.weights import FIRST
from crosscheck.models import Claim

UNSHARED = 0.4
"""The most that two claims can be alike whose sentences share no telling word."""
LOOSE = 0.3
"""The same of lengths of time, ages and shares that only admit each other: a story has many, and
« une dizaine de jours » admits most."""
PLENTIFUL = frozenset({"duration", "age", "percentage"})
"""Their kinds."""
TELLING = 1.0
"""Weight of the shared words from which they tell: one word that a third of the sentences have;
in a story of a few sentences, a third of the weight of a word that one of them alone has."""
PARTICULAR = 0.5
"""How telling a number must be to speak for itself: two figures, not round."""
HARDLY = 0.05
"""Nearness of words below which two numbers that differ have nothing near them in common."""
SHARE = 2
"""Words that two percentages that differ must share: of « 3,1 % du PIB », « 1,3 % du PIB », « 58 %
sont des femmes », the one word tells of what they are a share, or what share, and never both."""
AGE = "age"
"""Head of every age, which tells nothing of whose it is."""
CERTAIN = log(0.999 / 0.001)
"""The most that the odds of a likeness can be, as a logarithm; the least is as far under 0."""


RIVALRY = (
    "vraisemblance", "rival le plus fort", "rival le plus faible", "premier choix", "confirmé",
    "confirmés", "confirmés tous deux",
)  # fmt: skip
"""What the second look adds to the `NAMES` of the first (`rivals`), in its order."""
_ALL = (*NAMES, *RIVALRY)
Features = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, with what makes it so."""

    score: float
    """Between 0 and 1: the share of pairs with these features that answer one question."""
    odds: float
    """The odds of that, as a logarithm, before anything limits it."""
    values: Values
    """Of the features: those of the first look, then those of the second where there was one."""
    clash: str = ""
    """Which slot keeps them apart, in words; empty when none does."""
    most: float = 1.0
    """The most that they can be alike: less where nothing but the value speaks for one question."""
    admitted: bool = True
    """Whether both values can be true."""

    @property
    def features(self) -> Features:
        """The values with their names."""
        return tuple(zip(_ALL, self.values, strict=False))


@dataclass(frozen=True, slots=True)
class Scale:
    """Weights of the features by their places: `Scale.of(FIRST["number"])`."""

    bias: float
    terms: tuple[tuple[int, float], ...]

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "Scale":
        """A feature without a weight counts nothing."""
        row = [(place, weights.get(name, 0.0)) for place, name in enumerate(_ALL)]
        return cls(weights["biais"], tuple((place, weight) for place, weight in row if weight))

    def odds(self, values: Values) -> float:
        """The sum of the values under these weights."""
        total = self.bias
        for place, told in self.terms:  # one by one, as columns of pairs are summed
            total += told * values[place]
        return min(max(total, -CERTAIN), CERTAIN)


def chance(odds: float) -> float:
    """The chance that a logarithm of odds tells: `chance(0)` is 0.5."""
    return 1 / (1 + exp(-odds))


Scales = Mapping[str, Scale]
_FIRST: Scales = {sort: Scale.of(weights) for sort, weights in FIRST.items()}


def likeness(one: Side, other: Side, story: Story) -> Likeness:
    """How alike two numbers or dates are, by themselves."""
    near = nearness(one, other)
    values = features(one, other, story, near)
    odds = _FIRST[sort_of(one, other, near.admitted)].odds(values)
    shared = _share_words(one, other, story, (near, values))
    most = 1.0 if shared else _most_unshared(one, other, near)
    return Likeness(chance(odds), odds, values, clash(one, other), most, near.admitted)


def _most_unshared(one: Claim, other: Claim, near: Near) -> float:
    """The most that two claims can be alike that share no telling word."""
    many = one.kind == other.kind and one.kind in PLENTIFUL
    return LOOSE if many and not near.shared else UNSHARED


def sort_of(one: Claim, other: Claim, admitted: bool) -> str:
    """Which weights speak of a pair: numbers or dates, that admit each other or do not."""
    if one.kind != other.kind:
        return "mixed"
    sort = "date" if one.kind == "date" else "number"
    return sort if admitted else f"other {sort}"


def _share_words(one: Claim, other: Claim, story: Story, found: tuple[Near, Values]) -> bool:
    """Whether anything but the value speaks for one question: a telling word in both sentences,
    one head, or a number so particular that chance would not repeat it.
    """
    near, values = found
    noun, digits = values[_HEAD] > 0, values[_DIGITS] > 0
    words = story.words[one.id].every & story.words[other.id].every
    shares = one.kind == other.kind == "percentage" and not near.admitted
    if shares and len(words) < SHARE and not values[_ONE_DIGIT]:
        return False
    headed = noun and one.subject.head != AGE
    named = bool(one.subject.head or other.subject.head) or values[_NEARBY] >= HARDLY
    beside = headed or (digits and named) or values[_CLAUSE] > 0 or values[_NEARBY] >= HARDLY
    if not beside and not near.admitted and one.kind != "date":
        return False  # two lengths, two sums: nothing near them is shared
    least = 1.0 if one.kind == "percentage" else PARTICULAR
    if headed or digits or near.telling >= least:
        return True
    return weight(words, story.rare) >= min(TELLING, story.largest / 3)


_HEAD, _DIGITS, _CLAUSE, _NEARBY, _ONE_DIGIT = map(
    NAMES.index, ("tête", "mêmes chiffres", "proposition", "voisinage", "un chiffre près")
)
