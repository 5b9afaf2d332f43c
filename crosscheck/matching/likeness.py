"""How far two claims answer one question: what keeps them apart, then features with weights.

A slot known on both sides that clashes keeps two claims apart; an empty slot says nothing. What is
left is a sum of features that a reader can check, each with its weight: once for the two claims by
themselves, and once more when it is known what else could answer to either (`rivals`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from crosscheck.matching.clashes import clash
from crosscheck.matching.features import Features, Story, features, weight
from crosscheck.matching.nearness import admits
from crosscheck.matching.weights import FIRST
from crosscheck.models import Claim

UNSHARED = 0.4
"""The most that two claims can be alike whose sentences share no telling word."""
TELLING = 1.0
"""Weight of the shared words from which they tell: one word that a third of the sentences have;
in a story of a few sentences, a third of the weight of a word that one of them alone has."""
PARTICULAR = 0.5
"""How telling a number must be to speak for itself: two figures, not round."""
HARDLY = 0.05
"""Nearness of words below which two numbers that differ have nothing near them in common."""
CERTAIN = 0.999
"""The most that a likeness can be, so that its odds stay finite; the least is as far from 0."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, with what makes it so."""

    score: float
    """Between 0 and 1: the share of pairs with these features that answer one question."""
    features: Features
    clash: str = ""
    """Which slot keeps them apart, in words; empty when none does."""
    shared: bool = True
    """Whether anything but the value speaks for one question."""


def likeness(one: Claim, other: Claim, story: Story) -> Likeness:
    """How alike two numbers or dates are, by themselves."""
    found = features(one, other, story)
    score = chance(found, FIRST[sort_of(one, other)])
    return Likeness(score, found, clash(one, other), _share_words(one, other, story, found))


def chance(found: Features, weights: Mapping[str, float]) -> float:
    """The logistic sum of features under weights: `chance((("tête", 1.0),), {"biais": -1.0, …})`.

    A feature without a weight counts nothing.
    """
    total = weights["biais"] + sum(weights.get(name, 0.0) * value for name, value in found)
    return min(max(1 / (1 + exp(-total)), 1 - CERTAIN), CERTAIN)


def sort_of(one: Claim, other: Claim) -> str:
    """Which weights speak of a pair: numbers or dates, that admit each other or do not."""
    if one.kind != other.kind:
        return "mixed"
    sort = "date" if one.kind == "date" else "number"
    return sort if admits(one, other) else f"other {sort}"


def _share_words(one: Claim, other: Claim, story: Story, found: Features) -> bool:
    """Whether anything but the value speaks for one question: a telling word in both sentences,
    one head, or a number so particular that chance would not repeat it.
    """
    words = (one.subject.context | one.subject.clause) & (
        other.subject.context | other.subject.clause
    )
    row = dict(found)
    near = row["tête"] > 0 or row["mêmes chiffres"] > 0 or row["proposition"] > 0
    if not near and row["voisinage"] < HARDLY and one.kind != "date" and not admits(one, other):
        return False  # two lengths, two sums: nothing near them is shared
    least = 1.0 if one.kind == "percentage" else PARTICULAR
    particular = row["valeur rare"] >= least or row["tête"] > 0 or row["mêmes chiffres"] > 0
    return particular or weight(words, story.rare) >= min(TELLING, story.largest / 3)
