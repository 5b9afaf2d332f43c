"""Groups of claims that answer one question, built from alignments that hold together.

Two groups are joined when their claims are alike on average, best pair first; one question of an
article answers to at most one of another; two candidates of equal likeness mean none. What looked
alike and tells of another event is kept apart and said.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

from crosscheck.matching.candidates import candidates
from crosscheck.matching.clashes import LONG_BETWEEN
from crosscheck.matching.contrasts import told_apart
from crosscheck.matching.echoes import echoes
from crosscheck.matching.keyed import SAME, grouped
from crosscheck.matching.nearness import admits
from crosscheck.matching.rivals import Pairs, second_look
from crosscheck.matching.stories import Stories, by_story, stories_of
from crosscheck.models import Claim, ClaimGroup, Derived, NotCompared

AGREEING = 0.4
"""Least likeness of two claims whose values admit each other."""
DIFFERING = 0.58
"""Least likeness of two claims whose values exclude each other: a false conflict costs most."""
MARGIN = 0.03
"""Two candidates of one article closer than this are equal: neither is taken."""
ENOUGH = 0.5
"""Likeness of two groups, as a share of what it takes, from which they are one."""
APART = -1.0
"""The link of two claims that a clash keeps apart."""
LOOKS_ALIKE = 0.5
"""Likeness from which a reader is told why two claims were kept apart."""
_SAID = ("événements différents", LONG_BETWEEN)
"""Reasons that a reader should know of: the claims were alike and tell of two events."""

Queue = list[tuple[float, int, int]]
"""Likeness, negative, and the two clusters: a heap gives the most alike first."""
Links = dict[int, dict[int, float]]
"""How alike two claims, or two clusters of claims, are, from either side."""


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
    plain = plain_claims(told)
    stories = stories_of(claims)
    pairs = told_apart(second_look(plain, candidates(plain, published, stories)), plain, derived)
    groups = with_echoes(grouped_by(told, pairs, stories), claims, repeated)
    return groups, tuple(_kept_apart(plain, pairs))


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
    claims: Sequence[Claim], pairs: Pairs, stories: Stories | None = None
) -> tuple[ClaimGroup, ...]:
    """The groups that follow from the likeness of all pairs; `pairs` are places in
    `plain_claims(claims)`.
    """
    stories = stories_of(claims) if stories is None else stories
    place = {claim.id: i for i, claim in enumerate(claims)}
    groups: list[list[Claim]] = []
    for story in by_story(claims, stories):
        for kind in SAME:
            groups.extend(grouped([claims[i] for i in story if claims[i].kind == kind]))
    plain = plain_claims(claims)
    groups.extend([plain[i] for i in cluster] for cluster in _cluster(plain, pairs))
    ordered = [tuple(sorted(group, key=lambda c: place[c.id])) for group in groups]
    ordered.sort(key=lambda group: place[group[0].id])
    return tuple(ClaimGroup(g) for g in ordered)


def _cluster(claims: Sequence[Claim], pairs: Pairs) -> list[list[int]]:
    """Groups of places, joined best first by how alike their claims are."""
    clusters = {i: [i] for i in range(len(claims))}
    links: Links = defaultdict(dict)
    for (i, j), found in pairs.items():
        links[i][j] = links[j][i] = (
            _link_apart(found.clash) if found.clash else _link(claims[i], claims[j], found.score)
        )
    near: Links = {i: dict(others) for i, others in links.items()}
    queue = [
        (-value, i, j)
        for i, others in near.items()
        for j, value in others.items()
        if i < j and value >= ENOUGH
    ]
    heapify(queue)
    while (best := _best(claims, clusters, near, links, queue)) is not None:
        for k, value in _join(claims, clusters, near, links, best).items():
            if value >= ENOUGH:
                heappush(queue, (-value, min(best[0], k), max(best[0], k)))
    return [sorted(clusters[i]) for i in sorted(clusters)]


def _link_apart(clash: str) -> float:
    """A slot that clashes keeps two groups apart for good; figures of two years only say nothing
    for them: a lone figure of today may answer another of today that an old article confirms.
    """
    return 0.0 if clash.startswith(LONG_BETWEEN) else APART


def _link(one: Claim, other: Claim, score: float) -> float:
    """A likeness as a share of what it takes: a half is just enough, whether values agree or not.

    Values that exclude each other and are not alike enough say nothing against the other claims of
    their groups; values that agree do.
    """
    agree = admits(one, other)
    least = AGREEING if agree else DIFFERING
    if score >= least:
        return 0.5 + (score - least) / (1 - least) / 2
    return score / least / 2 if agree else 0.0


def _best(
    claims: Sequence[Claim], clusters: dict[int, list[int]], near: Links, links: Links, queue: Queue
) -> tuple[int, int] | None:
    """The two clusters that are most alike, fit, and without a rival as good.

    `queue` holds every likeness there ever was, the best first: what has changed since is passed
    over, what is unfit or has a rival waits for the next time.
    """
    waiting, found = [], None
    while queue and found is None:
        row = heappop(queue)
        value, i, j = row
        if near.get(i, {}).get(j) != -value:
            continue
        if _kept(clusters[i], clusters[j], links) or not _fit(claims, clusters[i], clusters[j]):
            continue  # for good: clusters only grow
        if _rival(claims, clusters, near, (i, j, -value)):
            waiting.append(row)
            continue
        found = i, j
    for row in waiting:
        heappush(queue, row)
    return found


def _kept(one: list[int], other: list[int], links: Links) -> bool:
    """Whether a slot that clashes keeps a claim of the one from a claim of the other."""
    return any(links[a].get(b) == APART for a in one for b in other)


def _fit(claims: Sequence[Claim], one: list[int], other: list[int]) -> bool:
    """Whether no article would answer one question with two values that exclude each other."""
    return all(
        claims[a].article != claims[b].article or admits(claims[a], claims[b])
        for a in one
        for b in other
    )


def _rival(
    claims: Sequence[Claim],
    clusters: dict[int, list[int]],
    near: Links,
    pair: tuple[int, int, float],
) -> bool:
    """Whether either side has another candidate of the same article that is as good."""
    i, j, value = pair
    for side, partner in ((i, j), (j, i)):
        articles = {claims[p].article for p in clusters[partner]}
        for rival, likeness_of in near[side].items():
            if rival == partner or likeness_of < value - MARGIN:
                continue
            same_article = articles & {claims[p].article for p in clusters[rival]}
            if same_article and not _fit(claims, clusters[rival], clusters[partner]):
                return True
    return False


def _join(
    claims: Sequence[Claim],
    clusters: dict[int, list[int]],
    near: Links,
    links: Links,
    pair: tuple[int, int],
) -> dict[int, float]:
    """Make one cluster of two, and say anew how alike it is to its neighbours."""
    i, j = pair
    others = sorted((set(near[i]) | set(near[j])) - {i, j})
    clusters[i] = clusters[i] + clusters.pop(j)
    near.pop(j, None)
    near[i] = {}
    for k in others:
        near[k].pop(j, None)
        near[i][k] = near[k][i] = _linkage(claims, clusters[i], clusters[k], links)
    return near[i]


def _linkage(
    claims: Sequence[Claim], one: Sequence[int], other: Sequence[int], links: Links
) -> float:
    """How alike two clusters are.

    Where no value of the one admits one of the other, the best pair tells: a lone figure against
    three that agree need not be told in the words of all three. Else half the mean of all pairs,
    half that of each claim's best link: the mean alone would let one claim told in a half-sentence
    keep a toll apart, the best links alone would let one lucky pair join two questions.
    """
    pairs = [links[a].get(b, 0.0) for a in one for b in other]
    if not any(admits(claims[a], claims[b]) for a in one for b in other):
        return max(pairs)
    best = [max(links[a].get(b, 0.0) for b in other) for a in one]
    best += [max(links[b].get(a, 0.0) for a in one) for b in other]
    return (sum(pairs) / len(pairs) + sum(best) / len(best)) / 2


def _kept_apart(claims: Sequence[Claim], pairs: Pairs) -> Iterator[NotCompared]:
    """Pairs alike enough to be joined, which tell of two events."""
    rows: dict[str, list[str]] = {}
    for (i, j), found in sorted(pairs.items()):
        if found.clash.startswith(_SAID) and found.score >= LOOKS_ALIKE:
            kept = rows.setdefault(found.clash, [])
            kept.extend(c.id for c in (claims[i], claims[j]) if c.id not in kept)
    for why, ids in rows.items():
        yield NotCompared(tuple(ids), why)
