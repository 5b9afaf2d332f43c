"""More than there are: more dead than aboard, « sur les 42 communes, 45 », « dont » more."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.cues import met, needed
from crosscheck.judging.figures import Figure
from crosscheck.judging.inner.laying import (
    WORDS,
    Grammar,
    Laid,
    exact,
    grammar,
    sorts_alike,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import added, shown
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered

FAR = 2
"""A part more than so many times its whole is a part of something else."""
_STRUCK = "exceeding.dead|exceeding.dead_before|exceeding.saved|exceeding.saved_before"
_BOARD = "exceeding.aboard|exceeding.carried"
_VICTIMS = needed(_STRUCK, _BOARD)
"""Without these nobody is told to have been aboard, or to be dead or saved."""
_WITHIN = wanted(f"sur|parmi|entre|dont|{_STRUCK}", figures=2)
_ACROSS = wanted(f"entre|{_STRUCK}", f"entre|{_BOARD}", figures=2, sizes=(2, 2))
"""« d'entre eux » may be of the sentence before, and so may who was aboard."""


def check_exceeding(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Sur les 42 communes, 45 ont répondu »; « 27 morts », and 24 people aboard."""
    for laid in (*windows(article.text, _WITHIN), *windows(article.text, _ACROSS)):
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
    for shape in _member_shapes()[2:3] if "¶" in laid.text else _member_shapes():
        for found in shape.finditer(laid):
            yield (laid.figure(found, "part"),), laid.figure(found, "whole")


@remembered
def _member_shapes() -> tuple[Grammar, ...]:
    be = stems("exceeding", "auxiliaries")
    these = "(?:les|ses|ces|nos|leurs|un total de) "
    people = stems("exceeding", "people")
    return (
        grammar(rf"\bsur {these}@whole{WORDS}{{1,60}}, @part (?:{be}|d'entre )", "sur"),
        grammar(rf"\bparmi {these}@whole{WORDS}{{1,60}}, @part (?:{be}|d'entre )", "parmi"),
        grammar(rf"@whole{WORDS}{{1,60}}[.,;¶ ]+@part d'entre (?:eux|elles)", "entre"),
        grammar(
            rf"@whole (?:{people}){WORDS}{{0,20}}, dont @part{WORDS}{{0,30}}",
            "exceeding.people",
            holds=("dont ⟦",),
        ),
    )


def _aboard(laid: Laid) -> Iterator[Exceeding]:
    """« 48 personnes à bord », « 19 sont mortes et 35 ont survécu »."""
    if not met(_VICTIMS, laid.cues) or laid.says("exceeding.others"):
        return
    board = stems("exceeding", "aboard")
    shapes = (
        grammar(
            rf"@whole{WORDS}{{1,30}} {stems('exceeding', 'were')} {board}",
            "exceeding.were",
            "exceeding.aboard",
        ),
        grammar(
            rf"(?<!\ben ){stems('exceeding', 'carried')}(?: {board})? @whole"
            rf" (?!{WORDS}{{0,30}} et ⟦)",
            "exceeding.carried",
        ),
    )
    found = next((m for shape in shapes if (m := shape.search(laid))), None)
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
    found = [laid.figure(m, "n") for s in shapes for m in grammar(s).finditer(laid)]
    return found[0] if len({id(f) for f in found}) == 1 else None
