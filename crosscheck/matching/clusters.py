"""Claims in clusters, the two most alike joined first, from the likeness of their pairs.

Two clusters are joined when their claims are alike on average; one question of an article answers
to at most one of another; two candidates of equal likeness mean none.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from crosscheck.matching.clashes import LONG_BETWEEN
from crosscheck.matching.likeness import Likeness
from crosscheck.matching.nearness import admits
from crosscheck.matching.rivals import Pairs
from crosscheck.matching.sides import Side, side
from crosscheck.models import Claim

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

Queue = list[tuple[float, int, int]]
"""Likeness, negative, and the two clusters: a heap gives the most alike first."""
Links = dict[int, dict[int, float]]
"""How alike two claims, or two clusters of claims, are, from either side."""


def clustered(claims: Sequence[Claim], pairs: Pairs) -> list[list[int]]:
    """Groups of places; `pairs` are looked at twice (`rivals`)."""
    growing = Clusters(claims, pairs)
    while growing.join_best():
        pass
    return [sorted(growing.members[i]) for i in sorted(growing.members)]


class Clusters:
    """Clusters as they grow: state, since what is near changes with every join."""

    def __init__(self, claims: Sequence[Claim], pairs: Pairs) -> None:
        self.claims = claims
        self.members = {i: [i] for i in range(len(claims))}
        self._sides: dict[int, Side] = {}
        self._links = links_of(pairs)
        self._near: Links = {i: dict(others) for i, others in self._links.items()}
        self._admitted = {place: found.admitted for place, found in pairs.items()}
        self._queue: Queue = [
            (-value, i, j)
            for i, others in self._near.items()
            for j, value in others.items()
            if i < j and value >= ENOUGH
        ]
        heapify(self._queue)

    def join_best(self) -> bool:
        """Makes one cluster of the two that are most alike, fit, and without a rival as good;
        whether there are such.

        The queue holds every likeness there ever was, the best first: what has changed since is
        passed over, what is unfit or has a rival waits for the next time.
        """
        waiting, found = [], False
        while self._queue and not found:
            row = heappop(self._queue)
            value, i, j = row
            if self._near.get(i, {}).get(j) != -value:
                continue
            if self._kept(i, j) or not self._fit(i, j):
                continue  # for good: clusters only grow
            if self._rival(i, j, -value) or self._rival(j, i, -value):
                waiting.append(row)
                continue
            self._join(i, j)
            found = True
        for row in waiting:
            heappush(self._queue, row)
        return found

    def _kept(self, i: int, j: int) -> bool:
        """Whether a slot that clashes keeps a claim of the one from a claim of the other."""
        links = self._links
        return any(links[a].get(b) == APART for a in self.members[i] for b in self.members[j])

    def _fit(self, i: int, j: int) -> bool:
        """Whether no article would answer one question with two values that exclude each other."""
        return all(
            self.claims[a].article != self.claims[b].article or self._admits(a, b)
            for a in self.members[i]
            for b in self.members[j]
        )

    def _admits(self, a: int, b: int) -> bool:
        """Whether two claims admit each other, asked once."""
        pair = (a, b) if a < b else (b, a)
        known = self._admitted.get(pair)
        if known is None:
            known = self._admitted[pair] = admits(self._side(pair[0]), self._side(pair[1]))
        return known

    def _side(self, i: int) -> Side:
        """A claim as a side of pairs, worked out once: few are asked of."""
        if i not in self._sides:
            self._sides[i] = side(self.claims[i])
        return self._sides[i]

    def _rival(self, i: int, partner: int, value: float) -> bool:
        """Whether a cluster has another candidate of the same article that is as good."""
        articles = {self.claims[p].article for p in self.members[partner]}
        return any(
            likeness >= value - MARGIN
            and rival != partner
            and any(self.claims[p].article in articles for p in self.members[rival])
            and not self._fit(rival, partner)
            for rival, likeness in self._near[i].items()
        )

    def _join(self, i: int, j: int) -> None:
        """Makes one cluster of two, and says anew how alike it is to its neighbours."""
        near = self._near
        others = sorted((set(near[i]) | set(near[j])) - {i, j})
        self.members[i] = self.members[i] + self.members.pop(j)
        near.pop(j)
        near[i] = {}
        for k in others:
            near[k].pop(j, None)
            value = near[i][k] = near[k][i] = self._linkage(i, k)
            if value >= ENOUGH:
                heappush(self._queue, (-value, min(i, k), max(i, k)))

    def _linkage(self, i: int, k: int) -> float:
        """How alike two clusters are.

        Where no value of the one admits one of the other, the best pair tells: a lone figure
        against three that agree need not be told in the words of all three. Else half the mean of
        all pairs, half that of each claim's best link: the mean alone would let one claim told in
        a half-sentence keep a toll apart, the best links alone would let one lucky pair join two
        questions. Where the best pair is not enough, neither is a mean, and nobody asks how little.
        """
        one, other, links = self.members[i], self.members[k], self._links
        pairs = [links[a].get(b, 0.0) for a in one for b in other]
        most = max(pairs)
        if most < LIVE or not any(self._admits(a, b) for a in one for b in other):
            return most
        best = [max(links[a].get(b, 0.0) for b in other) for a in one]
        best += [max(links[b].get(a, 0.0) for a in one) for b in other]
        return (sum(pairs) / len(pairs) + sum(best) / len(best)) / 2


def links_of(pairs: Pairs) -> Links:
    """How alike the claims are that may be joined, or keep others from it."""
    found = {place: _link(like) for place, like in pairs.items()}
    live = {i for place, value in found.items() if value >= LIVE for i in place}
    links: Links = defaultdict(dict)
    for (i, j), value in found.items():
        if i in live and j in live:
            links[i][j] = links[j][i] = value
    return links


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
