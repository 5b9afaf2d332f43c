"""Why claims stand in one finding, and why the nearest others do not.

Of every pair of numbers or dates: its likeness, and what each feature that it has weighs in it.
Offices, names and quotations have keys instead of weights, and nothing is to be told of them here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosscheck.matching.align import plain_claims
from crosscheck.matching.bonds import AGREEING, DIFFERING
from crosscheck.matching.candidates import candidates
from crosscheck.matching.contrasts import told_apart
from crosscheck.matching.derived import Tellings, answer
from crosscheck.matching.echoes import echoes
from crosscheck.matching.likeness import Likeness, sort_of
from crosscheck.matching.rivals import second_look
from crosscheck.matching.stories import stories_of
from crosscheck.matching.weights import FIRST, SECOND
from crosscheck.models import Claim, ClaimGroup, Derived

NEAREST = 3
"""How many of the claims left out are told."""
LEAST = 0.1
"""Likeness under which a claim left out is no near one."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one feature adds to the likeness of a pair: `Part("tête", 1.0, 1.4)`."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims that were looked at together."""

    one: Claim
    other: Claim
    score: float
    """Between 0 and 1."""
    needed: float
    """What it takes: more for values that exclude each other."""
    parts: tuple[Part, ...]
    """What the likeness is made of, the weightiest first; « biais » is where every pair begins."""
    clash: str = ""
    """The slot that keeps them apart however alike they are; empty when none does."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What joined the claims of a group, and what kept the nearest others out."""

    joined: tuple[Comparison, ...]
    left_out: tuple[Comparison, ...]


def explain(
    group: ClaimGroup,
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    copies: Mapping[str, str | None] | None = None,
    derived: Sequence[Derived] = (),
) -> Explanation:
    """`explain(finding.group, report.claims, {a.id: a.published for a in report.articles})`.

    What a copy repeats was not looked at, and is not told here (`copies` and `derived`, as in
    `group_claims`).
    """
    repeated = echoes(claims, copies or {})
    written = [claim for claim in claims if not claim.derivation]
    plain = plain_claims([claim for claim in written if claim.id not in repeated])
    inside = {claim.id for claim in group.claims}
    pairs = second_look(plain, candidates(plain, published, stories_of(written)))
    pairs = told_apart(pairs, plain, derived)
    joined, left_out = list(_of_derived(group, written, published)), []
    for (i, j), found in sorted(pairs.items()):
        within = (plain[i].id in inside) + (plain[j].id in inside)
        if within == 2:
            joined.append(_comparison(plain[i], plain[j], found))
        elif within == 1 and found.score >= LEAST:
            left_out.append(_comparison(plain[i], plain[j], found))
    left_out.sort(key=lambda row: (-row.score, row.one.start, row.other.start))
    return Explanation(tuple(joined), tuple(left_out[:NEAREST]))


def _of_derived(
    group: ClaimGroup, written: Sequence[Claim], published: Mapping[str, date | None]
) -> Iterator[Comparison]:
    """What joined the values that nobody wrote."""
    derived = [claim for claim in group.claims if claim.derivation]
    told = Tellings(written, published, derived)
    for claim in derived:
        for other in group.claims:
            if not other.derivation and (found := answer(claim, other, told[claim.article])):
                yield _comparison(claim, other, found, first=True)


def _comparison(one: Claim, other: Claim, found: Likeness, *, first: bool = False) -> Comparison:
    first = first or one.article == other.article or bool(found.clash)
    weights = (FIRST if first else SECOND)[sort_of(one, other, found.admitted)]
    parts = [Part("biais", 1.0, weights["biais"])]
    parts += [Part(n, v, weights[n]) for n, v in found.features if v and weights.get(n)]
    parts.sort(key=lambda part: (-abs(part.value * part.weight), part.feature))
    needed = AGREEING if found.admitted else DIFFERING
    return Comparison(one, other, found.score, needed, tuple(parts), found.clash)
