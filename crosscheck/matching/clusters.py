"""Claims in clusters, the two most alike joined first, from what bonds them.

Two clusters are joined when their claims are alike on average; one question of an article answers
to at most one of another; two candidates of equal likeness mean none.
"""

from collections.abc import Collection, Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from math import fsum

from crosscheck.matching.bonds import APART, ENOUGH, LIVE, MARGIN, Bonds, Links, Pair
from crosscheck.matching.nearness import admits
from crosscheck.matching.sides import Side

Queue = list[tuple[float, int, int]]
"""Likeness, negative, and the two clusters: a heap gives the most alike first."""


def clustered(claims: Sequence[Side], bonds: Bonds) -> list[list[int]]:
    """Groups of places."""
    found = [sorted(told) for pairs in bonds.components for told in _joined(claims, pairs)]
    bonded = set(chain.from_iterable(found))
    return sorted([*found, *([i] for i in range(len(claims)) if i not in bonded)])


def _joined(claims: Sequence[Side], pairs: Sequence[Pair]) -> Iterable[Iterable[int]]:
    """The clusters of claims that links lead to one another."""
    places = {i for pair in pairs for i in pair[:2]}
    if _one_answer({claims[i].article for i in places}, len(places), pairs):
        return [places]
    growing = Clusters(claims, pairs)
    while growing.join_best():
        pass
    return growing.members.values()


def _one_answer(articles: Collection[str], claims: int, pairs: Sequence[Pair]) -> bool:
    """Whether claims are of as many articles, and each is alike enough to each of the others: they
    are one cluster in whatever order they are joined, since no mean of theirs is under the least.
    """
    linked = len(pairs) == claims * (claims - 1) // 2 and len(articles) == claims
    return linked and all(link >= ENOUGH for _, _, link, _ in pairs)


class Clusters:
    """Clusters as they grow: state, since what is near changes with every join."""

    def __init__(self, claims: Sequence[Side], pairs: Iterable[Pair]) -> None:
        self.claims = claims
        self._links: Links = {}
        self._admitted: dict[int, dict[int, bool]] = {}
        for i, j, link, admitted in pairs:
            self._links.setdefault(i, {})[j] = self._links.setdefault(j, {})[i] = link
            self._admitted.setdefault(i, {})[j] = self._admitted.setdefault(j, {})[i] = admitted
        self.members = {i: [i] for i in self._links}
        """Of claims that something bonds."""
        self._articles = {i: frozenset((claims[i].article,)) for i in self._links}
        """Which articles each cluster is of."""
        self._barred = {
            i: frozenset(j for j, value in others.items() if value == APART)
            for i, others in self._links.items()
        }
        """The claims that a slot keeps from each cluster."""
        self._most: Links = {
            i: {j: value for j, value in others.items() if value >= LIVE}
            for i, others in self._links.items()
        }
        """How alike the two claims are that are most alike, of two clusters: none of which is as
        alike as `LIVE` are no neighbours.
        """
        self._near: Links = {i: others.copy() for i, others in self._most.items()}
        """How alike two neighbours are, where it was asked since they grew: never more than that.
        """
        self._queue: Queue = [
            (-value, i, j)
            for i, others in self._most.items()
            for j, value in others.items()
            if i < j and value >= ENOUGH
        ]
        heapify(self._queue)

    def join_best(self) -> bool:
        """Makes one cluster of the two that are most alike, fit, and without a rival as good;
        whether there are such.

        The queue holds the most that any two can be alike, and how alike they are once that was
        asked: what has changed since is passed over, what is unfit or has a rival waits for the
        next time.
        """
        waiting, found = [], False
        while self._queue and not found:
            row = heappop(self._queue)
            value, i, j = row
            most = self._most.get(i, {}).get(j)
            if most is None or self._near[i].get(j, most) != -value:
                continue
            if self._kept(i, j) or not self._fit(i, j):
                continue  # for good: clusters only grow
            if self._likeness(i, j) != -value:
                continue  # it waits with what it is
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
        return not self._barred[i].isdisjoint(self.members[j])

    def _fit(self, i: int, j: int) -> bool:
        """Whether no article would answer one question with two values that exclude each other."""
        return self._articles[i].isdisjoint(self._articles[j]) or all(
            self.claims[a].article != self.claims[b].article or self._admits(a, b)
            for a in self.members[i]
            for b in self.members[j]
        )

    def _admits(self, a: int, b: int) -> bool:
        """Whether two claims admit each other, asked once."""
        mine = self._admitted[a]
        if b not in mine:
            mine[b] = self._admitted[b][a] = admits(self.claims[a], self.claims[b])
        return mine[b]

    def _rival(self, i: int, partner: int, value: float) -> bool:
        """Whether a cluster has another candidate of the same article that is as good."""
        least, articles = value - MARGIN, self._articles[partner]
        return any(
            most >= least
            and rival != partner
            and not articles.isdisjoint(self._articles[rival])
            and self._likeness(i, rival) >= least
            and not self._fit(rival, partner)
            for rival, most in self._most[i].items()
        )

    def _join(self, i: int, j: int) -> None:
        """Makes one cluster of two; how alike it is to its neighbours is not known any more."""
        self.members[i] = self.members[i] + self.members.pop(j)
        self._articles[i] |= self._articles[j]
        self._barred[i] |= self._barred[j]
        one, other = self._most[i], self._most.pop(j)
        del one[j], other[i]
        for k, value in other.items():
            del self._most[k][j]
            one[k] = max(value, one.get(k, value))
        self._near[i] = {}
        for k, value in one.items():
            self._most[k][i] = value
            self._near[k].pop(i, None)
            if value >= ENOUGH:
                heappush(self._queue, (-value, min(i, k), max(i, k)))

    def _likeness(self, i: int, k: int) -> float:
        """How alike two neighbours are, asked once of them as they are."""
        value = self._near[i].get(k)
        if value is None:
            value = self._near[i][k] = self._near[k][i] = self._linkage(i, k)
            if self._most[i][k] != value >= ENOUGH:
                heappush(self._queue, (-value, min(i, k), max(i, k)))
        return value

    def _linkage(self, i: int, k: int) -> float:
        """How alike two clusters are.

        Where no value of the one admits one of the other, the best pair tells: a lone figure
        against three that agree need not be told in the words of all three. Else half the mean of
        all pairs, half that of each claim's best link: the mean alone would let one claim told in
        a half-sentence keep a toll apart, the best links alone would let one lucky pair join two
        questions.
        """
        few, many = sorted((self.members[i], self.members[k]), key=len)
        rows = [[told.get(b, 0.0) for b in many] for told in map(self._links.__getitem__, few)]
        best = list(map(max, rows))
        most = max(best)
        if not any(self._admits(a, b) for a in few for b in many):
            return most
        pairs = list(chain.from_iterable(rows))
        best += pairs if len(few) == 1 else map(max, zip(*rows, strict=True))
        return (fsum(pairs) / len(pairs) + fsum(best) / len(best)) / 2  # exact: in any order
