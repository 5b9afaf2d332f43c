"""Groups of claims that answer one question, built from alignments that hold together.

Two groups are joined when their claims are alike on average, best pair first; one question of an
article answers to at most one of another; two candidates of equal likeness mean none. What looked
alike and tells of another event is kept apart and said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from crosscheck.matching.bonds import Bonds, bonds_of
from crosscheck.matching.candidates import candidates
from crosscheck.matching.clusters import clustered
from crosscheck.matching.columns import bonds_in_columns, worthwhile
from crosscheck.matching.contrasts import told_apart
from crosscheck.matching.echoes import echoes
from crosscheck.matching.keyed import SAME, grouped
from crosscheck.matching.pools import Pool
from crosscheck.matching.rivals import second_look
from crosscheck.matching.sides import side
from crosscheck.matching.stories import by_story, stories_of
from crosscheck.models import Claim, ClaimGroup, Derived, NotCompared


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the articles of one report claim: `Gathered(claims, {"a": None})`."""

    claims: Sequence[Claim]
    """In the order of the report."""
    published: Mapping[str, date | None]
    """The day of each article: figures of two years are not one question."""
    copies: Mapping[str, str | None] = field(default_factory=dict)
    """The original of each copy: what it repeats goes where the original's claim goes."""
    derived: Sequence[Derived] = ()
    """They tell of some figures which others these do not answer; they themselves are in no group.
    """


Grouped = tuple[tuple[ClaimGroup, ...], tuple[NotCompared, ...]]
"""Every claim in exactly one group; and the pairs that were kept apart, with the reason."""


def group_claims(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    copies: Mapping[str, str | None] | None = None,
    derived: Sequence[Derived] = (),
) -> Grouped:
    """The claims of a report put together; the result does not depend on the articles' names."""
    (grouped,) = group_all([Gathered(claims, published, copies or {}, derived)])
    return grouped


def group_all(reports: Sequence[Gathered]) -> list[Grouped]:
    """The same of several reports, each as if it stood alone: it takes less time together."""
    repeated = [echoes(report.claims, report.copies) for report in reports]
    told = [
        [claim for claim in report.claims if claim.id not in known]
        for report, known in zip(reports, repeated, strict=True)
    ]
    pools = [
        Pool(
            [side(claim) for claim in plain_claims(claims)],
            report.published,
            stories_of(report.claims),
            report.derived,
        )
        for report, claims in zip(reports, told, strict=True)
    ]
    return [
        (
            with_echoes(grouped_by(claims, bonds, pool), report.claims, known),
            tuple(_kept_apart(pool.sides, bonds)),
        )
        for report, known, claims, pool, bonds in zip(
            reports, repeated, told, pools, _bonds(pools), strict=True
        )
    ]


def _bonds(pools: Sequence[Pool]) -> list[Bonds]:
    """What follows of all pairs, looked at one by one or in columns: the same either way."""
    if worthwhile(sum(len(pool.sides) for pool in pools)):
        return bonds_in_columns(pools)
    return [_one_by_one(pool) for pool in pools]


def _one_by_one(pool: Pool) -> Bonds:
    pairs = candidates(pool.sides, pool.published, pool.stories)
    return bonds_of(told_apart(second_look(pool.sides, pairs), pool.sides, pool.derived))


def with_echoes(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], repeated: Mapping[str, str]
) -> tuple[ClaimGroup, ...]:
    """The groups with what copies repeat of their claims, all in the order of the claims."""
    if not repeated:
        return tuple(groups)
    at = {claim.id: number for number, group in enumerate(groups) for claim in group.claims}
    members: dict[int, list[Claim]] = {}
    for claim in claims:
        members.setdefault(at[repeated.get(claim.id, claim.id)], []).append(claim)
    return tuple(ClaimGroup(tuple(found)) for found in members.values())


def plain_claims(claims: Sequence[Claim]) -> list[Claim]:
    """Numbers and dates that are written: what is put together by likeness, not by a key."""
    return [claim for claim in claims if claim.kind not in SAME and not claim.derivation]


def grouped_by(claims: Sequence[Claim], bonds: Bonds, pool: Pool) -> tuple[ClaimGroup, ...]:
    """The groups that follow from the bonds between `plain_claims(claims)`, the sides of `pool`."""
    place = {claim.id: i for i, claim in enumerate(claims)}
    groups: list[list[Claim]] = []
    for story in by_story(claims, pool.stories):
        for kind in SAME:
            groups.extend(grouped([claims[i] for i in story if claims[i].kind == kind]))
    plain = plain_claims(claims)
    groups.extend([plain[i] for i in cluster] for cluster in clustered(pool.sides, bonds))
    for group in groups:
        if len(group) > 1:
            group.sort(key=lambda c: place[c.id])
    groups.sort(key=lambda group: place[group[0].id])
    return tuple([ClaimGroup(tuple(group)) for group in groups])


def _kept_apart(claims: Sequence[Claim], bonds: Bonds) -> Iterator[NotCompared]:
    """Pairs alike enough to be joined, which tell of two events."""
    rows: dict[str, dict[str, None]] = {}
    for i, j, why in bonds.apart:
        rows.setdefault(why, {}).update(dict.fromkeys((claims[i].id, claims[j].id)))
    for why, ids in rows.items():
        yield NotCompared(tuple(ids), why)
