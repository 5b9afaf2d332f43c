"""The second look at many pairs at once: `rivals` of all of them, to the last bit."""

from dataclasses import replace
from math import log

import numpy as np

from crosscheck.matching.columns.arrays import Floats, Ints, joint
from crosscheck.matching.columns.looks import NOTHING, Looked, chances
from crosscheck.matching.likeness import Scale, Scales
from crosscheck.matching.rivals import CONFIRMED, MANY, UNRIVALLED
from crosscheck.matching.weights import SECOND

_SECOND = {sort: Scale.of(weights) for sort, weights in SECOND.items()}


def look_again(looked: Looked, article: Ints, value: Ints, scales: Scales = _SECOND) -> Looked:
    """The pairs with their likeness in the light of all others; those of one article as before.

    `article` and `value` tell apart the articles of the claims, and what these say.
    """
    open_rows = (looked.clash == NOTHING) & (article[looked.i] != article[looked.j])
    rows = np.flatnonzero(open_rows)
    seen = looked.only(rows)
    features = (*seen.features, *_rivalry(seen, article, value))
    told = chances(features, seen.sort, scales)
    score = looked.score.copy()
    score[rows] = np.minimum(told, seen.most)
    return replace(looked, score=score)


def _rivalry(looked: Looked, article: Ints, value: Ints) -> tuple[Floats, ...]:
    """The columns of `likeness.RIVALRY`."""
    odds = np.array([log(score / (1 - score)) for score in looked.score.tolist()])
    mine, theirs = _next(looked, odds, article, value)
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


def _next(looked: Looked, odds: Floats, article: Ints, value: Ints) -> tuple[Floats, Floats]:
    """For either claim of each pair: the odds of the best candidate of the other's article that
    gives another value than the other does.
    """
    mine = np.concatenate([looked.i, looked.j])
    theirs = np.concatenate([looked.j, looked.i])
    both, text = np.concatenate([odds, odds]), value[theirs]
    asked = joint(mine, article[theirs])
    best = _greatest(both, asked)
    told = np.zeros(len(best), np.int64)
    first = np.flatnonzero(both == best[asked])[::-1]
    told[asked[first]] = text[first]
    others = np.flatnonzero(text != told[asked])
    second = _greatest(both[others], asked[others], len(best))
    second[np.isneginf(second)] = UNRIVALLED
    found = np.where(text == told[asked], second[asked], best[asked])
    return found[: len(odds)], found[len(odds) :]


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
    sure = (looked.score > CONFIRMED) & looked.admitted
    confirming = np.zeros((len(article), int(article.max(initial=0)) + 1), dtype=np.bool_)
    confirming[i[sure], article[j[sure]]] = True
    confirming[j[sure], article[i[sure]]] = True
    count = confirming.sum(axis=1)
    one, other = (
        np.minimum(count[k] - confirming[k, article[i]] - confirming[k, article[j]], MANY)
        for k in (i, j)
    )
    return one, other
