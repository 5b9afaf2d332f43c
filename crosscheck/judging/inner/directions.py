"""A rise that falls: « le chômage a reculé à 9,4 %, contre 8,7 % un an plus tôt »."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.inner.laying import (
    WORDS,
    exact,
    grammar,
    scaled_alike,
    sorts_alike,
    spanning,
    stems,
    windows,
)
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim

FAR = 2
"""Values so many times apart are not of one thing."""


def check_directions(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """Only where both values have their time, and nothing else stands between them."""
    tail, when = rf"{WORDS}{{0,45}}?", stems("directions", "when")
    for way, sign in (("up", 1), ("down", -1)):
        verb = stems("directions", way)
        shapes = (
            rf"{verb}{WORDS}{{0,50}}?(?:,? a|:) @after{tail},? (?:contre|apres) @before"
            rf"(?={WORDS}{{0,40}}{when})",
            rf"{verb}\. ¶ (?:il|elle){WORDS}{{0,40}} a @after{tail},? (?:contre|apres) @before"
            rf"(?={WORDS}{{0,40}}{when})",
        )
        for laid in windows(article.text, 2):
            shape = shapes["¶" in laid.text]
            for found in grammar(shape).finditer(laid.text):
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


def _far(low: object, high: object) -> bool:
    one, other = sorted((float(str(low)), float(str(high))))
    return other > FAR * one
