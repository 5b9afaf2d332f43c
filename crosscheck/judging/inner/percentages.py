"""Shares of one whole that are more, or less, than the whole of it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.cues import met, needed
from crosscheck.judging.figures import Figure, any_of
from crosscheck.judging.inner.laying import (
    WORDS,
    Laid,
    every_cue,
    exact,
    grammar,
    lay,
    readable,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import HUNDRED, added, shown
from crosscheck.judging.inner.runs import run_from
from crosscheck.models import Article, Check, Claim

MOST, LEAST = 115, 85
"""Shares that sum to more or less than this were never meant as one whole."""


def check_percentages(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 38,4 %, 31,2 %, 23,9 % et les autres 10,5 % »: 104 %; « une participation de 112 % »."""
    if _freely(article.text):
        return
    for laid in windows(article.text, _SHARES):
        figures = _over(laid) or _duel(laid) or _parts(laid)
        if figures:
            found = sum((f.value for f in figures), Decimal(0))
            yield make(
                "arithmetic.percent",
                article,
                spanning(*figures),
                claims,
                say="" if len(figures) > 1 else "over",
                parts=added(figures),
                sum=shown(found),
            )


_SHARES = wanted("%|cent")


def _freely(text: str) -> bool:
    """Whether an article tells that one may be counted twice."""
    if not met(needed("percentages.free"), every_cue(text)):
        return False
    told = " ".join(lay(sentence).text for sentence in readable(text))
    return re.search(stems("percentages", "free"), told) is not None


def _parts(laid: Laid) -> tuple[Figure, ...]:
    """Three shares or more that are told to be all there are, or that make up a mix."""
    for first in range(len(laid.figures) - 2):
        figures = run_from(laid, first)
        units = {f.unit for f in figures}
        if len(figures) < 3 or not exact(*figures) or units != {"percent"}:
            continue
        mark = rf"⟦{laid.figures.index(figures[-1])}⟧"
        before, after = laid.text.split(mark)
        last = before.rpartition("⟧")[2] + after.partition("⟦")[0]
        closed = re.search(rf"les {any_of('sums', 'rest')}\b|{stems('percentages', 'rest')}", last)
        whole = re.search(stems("percentages", "whole"), laid.text)
        found = sum((f.value for f in figures), Decimal(0))
        # « 23 % » among shares with decimals is 23,0 %.
        slack = min(f.grain for f in figures) * len(figures) / 2
        over = found - HUNDRED > slack and len(figures) >= 4 and whole
        short = closed and abs(found - HUNDRED) > slack and found >= LEAST
        return figures if (over or short) and found <= MOST else ()
    return ()


def _duel(laid: Laid) -> tuple[Figure, ...]:
    """« 54,6 % des voix contre 47,4 % pour le non »: two sides of one vote."""
    votes = stems("percentages", "votes")
    shape = rf"@one ?(?:%|pour cent){WORDS}{{0,50}} contre @other ?(?:%|pour cent)"
    found = grammar(shape, holds=(" contre ⟦",)).search(laid)
    if not found or not re.search(votes, laid.text[found.start() :]):
        return ()
    figures = laid.figure(found, "one"), laid.figure(found, "other")
    over = sum((f.value for f in figures), Decimal(0)) - HUNDRED
    slack = sum((f.grain for f in figures), Decimal(0)) / 2
    return figures if exact(*figures) and slack < over <= MOST - HUNDRED else ()


def _over(laid: Laid) -> tuple[Figure, ...]:
    """« une participation de 112 % »: shares that have a whole by their nature."""
    rate, people = stems("percentages", "bounded"), stems("percentages", "people")
    shapes = (
        rf"{rate}(?! de plus)[^⟦⟧¶.;:]{{0,40}} (?:a|de|atteint|atteignait) @share ?(?:%|pour cent)",
        rf"@share ?(?:%|pour cent) (?:de |d'){rate}",
    )
    for shape in shapes:
        found = grammar(shape, "percentages.bounded").search(laid)
        growth = found and re.search(stems("changes", "noun"), found[0])
        share = laid.figure(found, "share") if found and not growth else None
        if share and share.unit == "percent" and share.value > HUNDRED and exact(share):
            return (share,)
    shape = rf"@share ?(?:%|pour cent) des {people}\b"
    for found in grammar(shape, "percentages.people").finditer(laid):
        share = laid.figure(found, "share")
        growth = re.search(stems("changes", "noun"), laid.text[: found.start()])
        if share.unit == "percent" and share.value > HUNDRED and exact(share) and not growth:
            return (share,)
    return ()
