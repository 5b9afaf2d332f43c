"""Groups of claims that answer one question, built from alignments that hold together.

Two groups are joined when their claims are alike on average, best pair first; one question of an
article answers to at most one of another; two candidates of equal likeness mean none. What looked
alike and tells of another event is kept apart and said.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from crosscheck.matching.bonds import Bonds, bonds_of
from crosscheck.matching.candidates import candidates
from crosscheck.matching.clusters import clustered
from crosscheck.matching.columns import bonds_in_columns, worthwhile
from crosscheck.matching.contrasts import told_apart
from crosscheck.matching.echoes import echoes
from crosscheck.matching.keyed import SAME, grouped
from crosscheck.matching.rivals import second_look
from crosscheck.matching.sides import Side, side
from crosscheck.matching.stories import Stories, by_story, stories_of
from crosscheck.models import Claim, ClaimGroup, Derived, NotCompared


def group_claims(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    copies: Mapping[str, str | None] | None = None,
    derived: Sequence[Derived] = (),
) -> tuple[tuple[ClaimGroup, ...], tuple[NotCompared, ...]]:
    """Every claim in exactly one group; and the pairs that were kept apart, with the reason.

    `published` gives the day of each article: figures of two years are not one question. `copies`
    gives the original of each copy: what it repeats goes where the original's claim goes. `derived`
    tell of some figures which others they do not answer; they themselves are in no group.

    `claims` come in the order of the report; the result does not depend on the articles' names.
    """
    repeated = echoes(claims, copies or {})
    told = [claim for claim in claims if claim.id not in repeated]
    sides = [side(claim) for claim in plain_claims(told)]
    stories = stories_of(claims)
    bonds = _bonds(sides, published, stories, derived)
    groups = with_echoes(grouped_by(told, bonds, stories), claims, repeated)
    return groups, tuple(_kept_apart(sides, bonds))


def _bonds(
    sides: Sequence[Side],
    published: Mapping[str, date | None],
    stories: Stories,
    derived: Sequence[Derived],
) -> Bonds:
    """What follows of all pairs, looked at one by one or in columns: the same either way."""
    if worthwhile(len(sides)):
        return bonds_in_columns(sides, published, stories, derived)
    pairs = second_look(sides, candidates(sides, published, stories))
    return bonds_of(told_apart(pairs, sides, derived))


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


def grouped_by(
    claims: Sequence[Claim], bonds: Bonds, stories: Stories | None = None
) -> tuple[ClaimGroup, ...]:
    """The groups that follow from the bonds between `plain_claims(claims)`."""
    stories = stories_of(claims) if stories is None else stories
    place = {claim.id: i for i, claim in enumerate(claims)}
    groups: list[list[Claim]] = []
    for story in by_story(claims, stories):
        for kind in SAME:
            groups.extend(grouped([claims[i] for i in story if claims[i].kind == kind]))
    plain = plain_claims(claims)
    groups.extend([plain[i] for i in cluster] for cluster in clustered(plain, bonds))
    ordered = [tuple(sorted(group, key=lambda c: place[c.id])) for group in groups]
    ordered.sort(key=lambda group: place[group[0].id])
    return tuple(ClaimGroup(g) for g in ordered)


def _kept_apart(claims: Sequence[Claim], bonds: Bonds) -> Iterator[NotCompared]:
    """Pairs alike enough to be joined, which tell of two events."""
    rows: dict[str, dict[str, None]] = {}
    for i, j, why in bonds.apart:
        rows.setdefault(why, {}).update(dict.fromkeys((claims[i].id, claims[j].id)))
    for why, ids in rows.items():
        yield NotCompared(tuple(ids), why)
