"""What bonds claims and what keeps them apart, from the likeness of their pairs."""

from collections import defaultdict
from dataclasses import dataclass

from crosscheck.matching.components import components
from crosscheck.matching.likeness import Likeness
from crosscheck.matching.rivals import Pairs
from crosscheck.matching.times import LONG_BETWEEN

AGREEING = 0.4
"""Least likeness of two claims whose values admit each other."""
DIFFERING = 0.58
"""Least likeness of two claims whose values exclude each other: a false conflict costs most."""
MARGIN = 0.03
"""Two candidates of one article closer than this are equal: neither is taken."""
ENOUGH = 0.5
"""Likeness of two groups, as a share of what it takes, from which they are one."""
LIVE = ENOUGH - MARGIN - 1e-9
"""The least link that can join a claim to another or be as good as what joins two others: groups
are never more alike than their best pair. A claim without one stays alone."""
APART = -1.0
"""The link of two claims that a clash keeps apart."""

LOOKS_ALIKE = 0.5
"""Likeness from which a reader is told why two claims were kept apart."""
SAID = ("événements différents", LONG_BETWEEN)
"""Reasons that a reader should know of: the claims were alike and tell of two events."""

Links = dict[int, dict[int, float]]
"""How alike two clusters of claims are, from either side."""


Pair = tuple[int, int, float, bool]
"""Two claims by their places, how alike they are, and whether both values can be true."""


@dataclass(frozen=True, slots=True)
class Bonds:
    """What `clusters` and the reader need to know of all pairs, by the places of their claims."""

    components: tuple[tuple[Pair, ...], ...]
    """The pairs of claims that live links lead to one another, however far, in order; those of the
    first claim first. What is in none stays alone.
    """
    apart: tuple[tuple[int, int, str], ...]
    """Pairs that are alike and tell of two events, in order, with the reason."""


def bonds_of(pairs: Pairs) -> Bonds:
    """What follows of pairs that were looked at twice (`rivals`)."""
    apart = tuple(
        (*place, found.clash)
        for place, found in sorted(pairs.items())
        if found.clash.startswith(SAID) and found.score >= LOOKS_ALIKE
    )
    return Bonds(tuple(map(tuple, _components(pairs))), apart)


def _components(pairs: Pairs) -> list[list[Pair]]:
    told = sorted((*place, _link(like), like.admitted) for place, like in pairs.items())
    live: dict[int, set[int]] = defaultdict(set)
    for i, j, link, _ in told:
        if link >= LIVE:
            live[i].add(j)
            live[j].add(i)
    first = {place: held[0] for held in components(live) for place in held}
    rows: dict[int, list[Pair]] = {}
    for row in told:
        if row[0] in first and first[row[0]] == first.get(row[1]):
            rows.setdefault(first[row[0]], []).append(row)
    return [rows[place] for place in sorted(rows)]


def _link(found: Likeness) -> float:
    """A likeness as a share of what it takes: a half is just enough, whether values agree or not.

    Values that exclude each other and are not alike enough say nothing against the other claims of
    their groups; values that agree do. A slot that clashes keeps two groups apart for good; figures
    of two years only say nothing for them: a lone figure of today may answer another of today that
    an old article confirms.
    """
    if found.clash:
        return 0.0 if found.clash.startswith(LONG_BETWEEN) else APART
    least = AGREEING if found.admitted else DIFFERING
    if found.score >= least:
        return 0.5 + (found.score - least) / (1 - least) / 2
    return found.score / least / 2 if found.admitted else 0.0
