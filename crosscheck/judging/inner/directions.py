"""A rise that falls: « le chômage a reculé à 9,4 %, contre 8,7 % un an plus tôt »."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.inner.laying import (
    WORDS,
    Grammar,
    exact,
    grammar,
    scaled_alike,
    sorts_alike,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered

FAR = 2
"""Values so many times apart are not of one thing."""


def check_directions(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """Only where both values have their time, and nothing else stands between them."""
    for way, sign in (("up", 1), ("down", -1)):
        for laid in windows(article.text, _LOOK[way]):
            for found in _shapes(way)["¶" in laid.text].finditer(laid):
                before, after = laid.figure(found, "before"), laid.figure(found, "after")
                low, high = scaled_alike(before, after), after.value
                sound = exact(before, after) and sorts_alike(before, after) and low > 0
                turned = re.search(stems("directions", "turned"), found[0])
                if not sound or turned or (high - low) * sign >= 0 or _far(low, high):
                    continue
                span = spanning(before, after)
                yield make(
                    "arithmetic.direction",
                    article,
                    span,
                    claims,
                    say=way,
                    before=before.text,
                    after=after.text,
                    text=slice_of(article, span),
                )


_LOOK = {
    way: wanted(f"directions.{way}", "contre|apres", "directions.when", figures=2, sizes=(1, 2))
    for way in ("up", "down")
}


@remembered
def _shapes(way: str) -> tuple[Grammar, Grammar]:
    """A way, its two values and their times, in one sentence or in two."""
    tail, when, verb = rf"{WORDS}{{0,45}}?", stems("directions", "when"), stems("directions", way)
    values = rf"@after{tail},? (?:contre|apres) @before(?={WORDS}{{0,40}}{when})"
    return (
        grammar(rf"{verb}{WORDS}{{0,50}}?(?:,? a|:) {values}"),
        grammar(rf"{verb}\. ¶ (?:il|elle){WORDS}{{0,40}} a {values}"),
    )


def _far(low: object, high: object) -> bool:
    one, other = sorted((float(str(low)), float(str(high))))
    return other > FAR * one
