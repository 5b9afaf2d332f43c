"""The second look at two claims: what else could answer to either of them.

One question of an article answers to one of another at most. So a pair is as good as its lead over
the next candidate of the same article; and a value that a third article confirms is the less likely
to be the other answer of a question whose own value is confirmed as well.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from math import inf

from crosscheck.matching.features import Values
from crosscheck.matching.likeness import (
    RIVALRY,
    Features,
    Likeness,
    Scale,
    Scales,
    chance,
    sort_of,
)
from crosscheck.matching.sides import side
from crosscheck.matching.weights import SECOND
from crosscheck.models import Claim

UNRIVALLED = -6.0
"""The odds, as a logarithm, of the next candidate where there is none."""
CONFIRMED = 0.0
"""The odds, as a logarithm, from which a claim of a third article confirms a value."""
MANY = 2
"""Confirmations that count; more tell nothing more."""

Pairs = dict[tuple[int, int], Likeness]
_SECOND = {sort: Scale.of(weights) for sort, weights in SECOND.items()}


def second_look(claims: Sequence[Claim], pairs: Pairs, scales: Scales = _SECOND) -> Pairs:
    """The pairs with their likeness in the light of all others; those of one article as before."""
    seen = dict(pairs)
    for place, extra in _rivalry(claims, pairs).items():
        first = pairs[place]
        values = (*first.values, *extra)
        sort = sort_of(claims[place[0]], claims[place[1]], first.admitted)
        odds = scales[sort].odds(values)
        score = min(chance(odds), first.most)
        seen[place] = Likeness(score, odds, values, first.clash, first.most, first.admitted)
    return seen


def rivalry(claims: Sequence[Claim], pairs: Pairs) -> dict[tuple[int, int], Features]:
    """What the other pairs tell of each pair of two articles that no clash keeps apart."""
    return {
        place: tuple(zip(RIVALRY, values, strict=True))
        for place, values in _rivalry(claims, pairs).items()
    }


def _rivalry(claims: Sequence[Claim], pairs: Pairs) -> dict[tuple[int, int], Values]:
    """The same without the names of the features."""
    open_pairs = {
        place: found
        for place, found in pairs.items()
        if not found.clash and claims[place[0]].article != claims[place[1]].article
    }
    texts = [side(claim).value_text for claim in claims]
    best = _best(claims, texts, open_pairs)
    confirming = _confirming(claims, open_pairs)
    found: dict[tuple[int, int], Values] = {}
    for (i, j), like in open_pairs.items():
        odds = like.odds
        mine, theirs = claims[i].article, claims[j].article
        low, high = sorted((_next(best[i, theirs], texts[j]), _next(best[j, mine], texts[i])))
        few, many = sorted(_others(confirming[k], mine, theirs) for k in (i, j))
        found[i, j] = (
            odds,
            high,
            low,
            float((odds > low) + (odds > high)),
            float(many),
            float(few),
            float(few > 0),
        )
    return found


def _others(articles: Set[str], mine: str, theirs: str) -> int:
    """How many of these articles are neither of two."""
    return min(len(articles) - (mine in articles) - (theirs in articles), MANY)


def _best(
    claims: Sequence[Claim], texts: Sequence[str], pairs: Pairs
) -> dict[tuple[int, str], dict[str, float]]:
    """For each claim and other article: the best odds of each value that the article gives."""
    found: dict[tuple[int, str], dict[str, float]] = defaultdict(dict)
    for (i, j), like in pairs.items():
        for a, b in ((i, j), (j, i)):
            row = found[a, claims[b].article]
            row[texts[b]] = max(like.odds, row.get(texts[b], -inf))
    return found


def _next(row: Mapping[str, float], text: str) -> float:
    """The odds of the best candidate with another value than this."""
    return max((odds for value, odds in row.items() if value != text), default=UNRIVALLED)


def _confirming(claims: Sequence[Claim], pairs: Pairs) -> dict[int, set[str]]:
    """For each claim: the articles that have a claim alike whose value admits its own."""
    found: dict[int, set[str]] = defaultdict(set)
    for (i, j), like in pairs.items():
        if like.odds > CONFIRMED and like.admitted:
            found[i].add(claims[j].article)
            found[j].add(claims[i].article)
    return found
