"""The second look at many pairs at once: `rivals` of all of them, to the last bit."""

import numpy as np

from crosscheck.matching.columns.arrays import Floats, Ints, joint
from crosscheck.matching.columns.looks import NOTHING, Looked, chances, odds_of
from crosscheck.matching.likeness import Scale, Scales
from crosscheck.matching.rivals import CONFIRMED, MANY, UNRIVALLED
from crosscheck.matching.weights import SECOND

CELLS = 1 << 20
"""Claims by articles for which a number of each stands in memory at once."""
_SECOND = {sort: Scale.of(weights) for sort, weights in SECOND.items()}


def look_again(looked: Looked, article: Ints, value: Ints, scales: Scales = _SECOND) -> Floats:
    """How alike pairs are in the light of all others; those of one article as they look alone.

    `article` and `value` tell apart the articles of the claims, and what these say.
    """
    open_rows = (looked.clash == NOTHING) & (article[looked.i] != article[looked.j])
    rows = np.flatnonzero(open_rows)
    seen = looked.only(rows)
    features = (*seen.features, *_rivalry(seen, article, value))
    told = looked.odds.copy()
    told[rows] = odds_of(features, seen.sort, scales)
    score = chances(told)
    return np.where(open_rows, np.minimum(score, looked.most), score)


def _rivalry(looked: Looked, article: Ints, value: Ints) -> tuple[Floats, ...]:
    """The columns of `likeness.RIVALRY`."""
    odds = looked.odds
    mine, theirs = _next(looked, article, value)
    low, high = np.minimum(mine, theirs), np.maximum(mine, theirs)
    one, other = _confirmed(looked, article)
    few, many = np.minimum(one, other), np.maximum(one, other)
    return (
        odds,
        high,
        low,
        (odds > low).astype(float) + (odds > high),
        many.astype(float),
        few.astype(float),
        (few > 0).astype(float),
    )


def _next(looked: Looked, article: Ints, value: Ints) -> tuple[Floats, Floats]:
    """For either claim of each pair: the odds of the best candidate of the other's article that
    gives another value than the other does.
    """
    mine = np.concatenate([looked.i, looked.j])
    theirs = np.concatenate([looked.j, looked.i])
    both, text = np.concatenate([looked.odds, looked.odds]), value[theirs]
    width = int(article.max(initial=0)) + 1
    asked = mine * width + article[theirs]
    if len(article) * width > CELLS:
        asked = joint(asked)
    best = _greatest(both, asked)
    told = np.zeros(len(best), np.int64)
    first = np.flatnonzero(both == best[asked])[::-1]
    told[asked[first]] = text[first]
    others = np.flatnonzero(text != told[asked])
    second = _greatest(both[others], asked[others], len(best))
    second[np.isneginf(second)] = UNRIVALLED
    found = np.where(text == told[asked], second[asked], best[asked])
    return found[: len(looked.i)], found[len(looked.i) :]


def _greatest(told: Floats, place: Ints, count: int = 0) -> Floats:
    """The greatest number of each place; below all numbers where there is none."""
    found = np.full(max(count, int(place.max(initial=-1)) + 1), -np.inf)
    np.maximum.at(found, place, told)
    return found


def _confirmed(looked: Looked, article: Ints) -> tuple[Ints, Ints]:
    """For either claim of each pair: how many other articles have a claim alike whose value admits
    its own.
    """
    i, j = looked.i, looked.j
    sure = (looked.odds > CONFIRMED) & looked.admitted
    confirming = np.zeros((len(article), int(article.max(initial=0)) + 1), dtype=np.bool_)
    confirming[i[sure], article[j[sure]]] = True
    confirming[j[sure], article[i[sure]]] = True
    count = confirming.sum(axis=1)
    one, other = (
        np.minimum(count[k] - confirming[k, article[i]] - confirming[k, article[j]], MANY)
        for k in (i, j)
    )
    return one, other
