"""More than there are: more dead than aboard, « sur les 42 communes, 45 », « dont » more."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.figures import Figure
from crosscheck.judging.inner.laying import (
    WORDS,
    Laid,
    exact,
    grammar,
    sorts_alike,
    spanning,
    stems,
    windows,
)
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import added, shown
from crosscheck.models import Article, Check, Claim

FAR = 2
"""A part more than so many times its whole is a part of something else."""


def check_exceeding(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Sur les 42 communes, 45 ont répondu »; « 27 morts », and 24 people aboard."""
    for laid in windows(article.text, 2):
        for parts, whole in (*_members(laid), *_aboard(laid)):
            found = sum((f.value for f in parts), Decimal(0))
            sound = exact(*parts, whole) and sorts_alike(*parts, whole) and whole.value > 1
            if sound and whole.value < found <= FAR * whole.value:
                one = len(parts) == 1
                yield make(
                    "arithmetic.exceeds",
                    article,
                    spanning(*parts, whole),
                    claims,
                    say="one" if one else "",
                    parts=added(parts),
                    sum=shown(found),
                    told=shown(whole.value),
                )


Exceeding = tuple[tuple[Figure, ...], Figure]
"""Parts, and the whole that they cannot be more than."""


def _members(laid: Laid) -> Iterator[Exceeding]:
    """« sur les 42 communes, 45 ont … », « six victimes ; sept d'entre elles »."""
    be = stems("exceeding", "auxiliaries")
    these = "(?:les|ses|ces|nos|leurs|un total de) "
    shapes = [
        rf"\bsur {these}@whole{WORDS}{{1,60}}, @part (?:{be}|d'entre )",
        rf"\bparmi {these}@whole{WORDS}{{1,60}}, @part (?:{be}|d'entre )",
        rf"@whole{WORDS}{{1,60}}[.,;¶ ]+@part d'entre (?:eux|elles)",
        rf"@whole (?:{stems('exceeding', 'people')}){WORDS}{{0,20}}, dont @part{WORDS}{{0,30}}",
    ]
    if "¶" in laid.text:
        shapes = shapes[2:3]
    for shape in shapes:
        for found in grammar(shape).finditer(laid.text):
            yield (laid.figure(found, "part"),), laid.figure(found, "whole")


def _aboard(laid: Laid) -> Iterator[Exceeding]:
    """« 48 personnes à bord », « 19 sont mortes et 35 ont survécu »."""
    if re.search(stems("exceeding", "others"), laid.text):
        return
    board = stems("exceeding", "aboard")
    shapes = (
        rf"@whole{WORDS}{{1,30}} {stems('exceeding', 'were')} {board}",
        rf"{stems('exceeding', 'carried')}(?: {board})? @whole (?!{WORDS}{{0,30}} et ⟦)",
    )
    found = next((m for s in shapes if (m := grammar(s).search(laid.text))), None)
    if not found:
        return
    whole, mark = laid.figure(found, "whole"), f"⟦{found['whole']}⟧"
    told = [_victims(laid, key) for key in ("dead", "saved")]
    parts = tuple(f for f in told if f and f is not whole)
    if parts and laid.text.count(mark) == 1 and whole.unit == "":
        yield parts, whole


def _victims(laid: Laid, key: str) -> Figure | None:
    """The one figure of the dead, or of those who live; none when there are two."""
    words = stems("exceeding", key)
    before = stems("exceeding", f"{key}_before")
    shapes = (rf"@n (?:[a-z']+ ){{0,3}}?{words}", rf"{before} (?:la vie a )?@n")
    found = [laid.figure(m, "n") for s in shapes for m in grammar(s).finditer(laid.text)]
    return found[0] if len({id(f) for f in found}) == 1 else None
