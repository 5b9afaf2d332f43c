"""The second look at two claims: what else could answer to either of them.

One question of an article answers to one of another at most. So a pair is as good as its lead over
the next candidate of the same article; and a value that a third article confirms is the less likely
to be the other answer of a question whose own value is confirmed as well.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

from crosscheck.matching.features import Features
from crosscheck.matching.likeness import UNSHARED, Likeness, chance, sort_of
from crosscheck.matching.nearness import admits
from crosscheck.matching.weights import SECOND
from crosscheck.models import Claim

LEAD = 4.0
"""The largest lead, in logarithms of odds: more tells nothing more."""
UNRIVALLED = -6.0
"""The odds, as a logarithm, of the next candidate where there is none."""
CONFIRMED = 0.5
"""Likeness from which a claim of a third article confirms a value."""
MANY = 2
"""Confirmations that count; more tell nothing more."""

Pairs = dict[tuple[int, int], Likeness]


def second_look(
    claims: Sequence[Claim], pairs: Pairs, weights: Mapping[str, Mapping[str, float]] = SECOND
) -> Pairs:
    """The pairs with their likeness in the light of all others; those of one article as before."""
    seen = {}
    for place, extra in rivalry(claims, pairs).items():
        first = pairs[place]
        found = (*first.features, *extra)
        score = chance(found, weights[sort_of(claims[place[0]], claims[place[1]])])
        seen[place] = replace(
            first, score=score if first.shared else min(score, UNSHARED), features=found
        )
    return {**pairs, **seen}


def rivalry(
    claims: Sequence[Claim], pairs: Mapping[tuple[int, int], Likeness]
) -> dict[tuple[int, int], Features]:
    """What the other pairs tell of each pair of two articles that no clash keeps apart."""
    open_pairs = {
        place: found.score
        for place, found in pairs.items()
        if not found.clash and claims[place[0]].article != claims[place[1]].article
    }
    texts = [str(claim.value.to_dict()) for claim in claims]
    best = _best(claims, texts, open_pairs)
    confirming = _confirming(claims, open_pairs)
    found: dict[tuple[int, int], Features] = {}
    for (i, j), score in open_pairs.items():
        odds = _odds(score)
        rivals = sorted(_next(best[a, claims[b].article], texts[b]) for a, b in ((i, j), (j, i)))
        here = {claims[i].article, claims[j].article}
        told = sorted(min(len(confirming[k] - here), MANY) for k in (i, j))
        found[i, j] = (
            ("vraisemblance", odds),
            ("rival le plus fort", rivals[1]),
            ("rival le plus faible", rivals[0]),
            ("premier choix", float(sum(odds > rival for rival in rivals))),
            ("confirmé", float(told[1])),
            ("confirmés", float(told[0])),
            ("confirmés tous deux", float(told[0] > 0)),
        )
    return found


def _odds(score: float) -> float:
    return log(score / (1 - score))


def _best(
    claims: Sequence[Claim], texts: Sequence[str], pairs: Mapping[tuple[int, int], float]
) -> dict[tuple[int, str], dict[str, float]]:
    """For each claim and other article: the best likeness to each value that the article gives."""
    found: dict[tuple[int, str], dict[str, float]] = defaultdict(dict)
    for (i, j), score in pairs.items():
        for a, b in ((i, j), (j, i)):
            row = found[a, claims[b].article]
            row[texts[b]] = max(score, row.get(texts[b], 0.0))
    return found


def _next(row: Mapping[str, float], text: str) -> float:
    """The odds of the best candidate with another value than this."""
    rivals = [score for value, score in row.items() if value != text]
    return _odds(max(rivals)) if rivals else UNRIVALLED


def _confirming(
    claims: Sequence[Claim], pairs: Mapping[tuple[int, int], float]
) -> dict[int, set[str]]:
    """For each claim: the articles that have a claim alike whose value admits its own."""
    found: dict[int, set[str]] = defaultdict(set)
    for (i, j), score in pairs.items():
        if score > CONFIRMED and admits(claims[i], claims[j]):
            found[i].add(claims[j].article)
            found[j].add(claims[i].article)
    return found
