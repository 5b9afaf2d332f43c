"""What is told together, so that one mistake, and one line of a crowded article, is told once.

What is told with another keeps its code, its place and its fingerprint: it is said in the same
message, can be accepted by itself, and is told alone as soon as the other no longer is.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.diagnostics.codes import CODES
from crosscheck.diagnostics.records import Diagnostic

Gravity = Callable[[Diagnostic], Any]
"""What sorts diagnostics, the gravest first."""


def one_mistake(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A check that hangs on the words of a conflict is told with it, in the order given.

    « 42 % », which are neither the 38 % of the others nor « 437 sur 1 150 », are one mistake; and
    the check says which of the two sides it is on.
    """
    leaders = [d for d in found if CODES[d.code].family == "conflict"]
    led: dict[Diagnostic, list[Diagnostic]] = defaultdict(list)
    for check in found:
        leader = next((d for d in leaders if CODES[check.code].inner and _share(d, check)), None)
        if leader is not None:
            led[leader].append(check)
    told_with = {check for checks in led.values() for check in checks}
    return [_with(d, led.get(d, ())) for d in found if d not in told_with]


def within(found: Sequence[Diagnostic], most: int, gravity: Gravity) -> list[Diagnostic]:
    """At most so many of one article, in the order given.

    Where there are more, what stands on one line is told together, since it is read and mended
    together; then the gravest lines are kept.
    """
    by_article: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in found:
        by_article[diagnostic.place.article].append(diagnostic)
    kept: list[Diagnostic] = []
    for own in by_article.values():
        crowded = 0 < most < len(own)
        kept += sorted(_lines(own, gravity), key=gravity)[:most] if crowded else own
    order = {d.fingerprint: i for i, d in enumerate(found)}
    return sorted(kept, key=lambda d: order[d.fingerprint])


def _lines(own: Sequence[Diagnostic], gravity: Gravity) -> list[Diagnostic]:
    """One diagnostic for each line of an article: its gravest, with the others."""
    lines: dict[int, list[Diagnostic]] = defaultdict(list)
    for diagnostic in sorted(own, key=gravity):
        lines[diagnostic.place.line].append(diagnostic)
    return [_with(first, rest) for first, *rest in lines.values()]


def _with(leader: Diagnostic, others: Sequence[Diagnostic]) -> Diagnostic:
    """A diagnostic with what is told with it; as grave as the gravest of them."""
    if not others:
        return leader
    flat = [one for d in others for one in (replace(d, also=()), *d.also)]
    failing = any(d.level == "error" for d in flat)
    level = "error" if failing else leader.level
    return replace(leader, also=(*leader.also, *flat), level=level)


def _share(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two hang on the same words of one article."""
    a, b = one.place, other.place
    return a.article == b.article and a.start < b.end and b.start < a.end
