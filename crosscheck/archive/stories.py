"""Articles that tell one story, put together from links between two of them.

>>> links = [Link(0, 1, 90, 3), Link(1, 2, 200, 5), Link(3, 4, 150, 1)]
>>> told = stories(links, most=2)
>>> told.groups, told.large, told.weak
(((1, 2), (3, 4)), 1, 0)

Two groups are joined by what speaks for each two of their articles on average, the surest first
(average linkage: Sokal and Michener 1958): one article that shares names with two events does not
make them one. A story takes no more articles than are compared at once. How many links were left
for either reason is told. What is in no group is told by one article alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain

from crosscheck.matching.components import components

MOST = 40
"""Articles of a story: matching looks at all its claims at once."""
ENOUGH = 25
"""Tenths of bits for every two articles of two groups, from which these are joined. From 30 the
labelled stories and those made of them begin to fall apart, under 20 to run into each other."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two articles, by their places in the archive, that may tell one story."""

    one: int
    other: int
    bits: int
    """Tenths of bits that speak for it (`blocking.sql`)."""
    pairs: int
    """Pairs of claims that speak for it (`blocking.sql`)."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Articles in groups of two or more, and the links between two groups."""

    groups: tuple[tuple[int, ...], ...]
    """In the order of their first articles."""
    large: int = 0
    """Links that were not followed, since a story would have grown too large."""
    weak: int = 0
    """Links that were not followed, since little else speaks for one story."""


def stories(links: Iterable[Link], most: int = MOST) -> Stories:
    """The groups that links make, the surest first."""
    told = list(links)
    bits = _both_ways(told)
    whole = _whole(bits, most)
    for article in chain.from_iterable(whole):
        del bits[article]
    members = {article: [article] for article in bits}

    def place(one: int, other: int) -> tuple[float, int, int]:
        """Where two groups stand among those that wait to be joined."""
        pairs = len(members[one]) * len(members[other])
        return -bits[one][other] / pairs, min(one, other), max(one, other)

    waiting = sorted([place(a, b) for a, others in bits.items() for b in others if a < b])
    while waiting and -waiting[0][0] >= ENOUGH:
        first = heappop(waiting)
        _, one, other = first
        if other not in bits.get(one, ()) or place(one, other) != first:
            continue  # one of them has grown since
        if len(members[one]) < len(members[other]):
            one, other = other, one
        if len(members[one]) + len(members[other]) <= most:
            members[one] += members.pop(other)
            _join(bits, one, other)
            for third in bits[one]:
                heappush(waiting, place(one, third))
    members |= {held[0]: held for held in whole}
    return _told(told, members, bits)


def _whole(bits: Mapping[int, Mapping[int, int]], most: int) -> list[list[int]]:
    """Articles that links lead to one another and that are one story in whatever order they are
    joined: so few pairs of them have no link that no two groups could stay apart.

    Of n articles in two groups or more, n - 1 pairs or more are of two groups. Where each link has
    b bits, these stay apart only while less than `ENOUGH` / b of such pairs have one.
    """
    found = []
    for held in components(bits):
        pairs = len(held) * (len(held) - 1) // 2
        missing = pairs - sum(len(bits[article]) for article in held) // 2
        least = min(min(bits[article].values()) for article in held)
        if len(held) <= most and missing * least <= (least - ENOUGH) * (len(held) - 1):
            found.append(held)
    return found


def _both_ways(links: Iterable[Link]) -> dict[int, dict[int, int]]:
    """The bits between two articles, by each of them."""
    bits: dict[int, dict[int, int]] = defaultdict(dict)
    for link in links:
        bits[link.one][link.other] = bits[link.other][link.one] = link.bits
    return bits


def _join(bits: dict[int, dict[int, int]], one: int, other: int) -> None:
    """What speaks for another group speaks from now on for the first of two."""
    del bits[one][other]
    for third, found in bits.pop(other).items():
        if third != one:
            del bits[third][other]
            bits[one][third] = bits[third][one] = bits[one].get(third, 0) + found


def _told(
    links: Iterable[Link], members: Mapping[int, list[int]], bits: Mapping[int, dict[int, int]]
) -> Stories:
    """The groups, and why links between two of them were left."""
    name = {article: group for group, held in members.items() for article in held}
    left = [(name[k.one], name[k.other]) for k in links if name[k.one] != name[k.other]]
    sure = [
        bits[one][other] >= ENOUGH * len(members[one]) * len(members[other]) for one, other in left
    ]
    groups = sorted(tuple(sorted(held)) for held in members.values() if len(held) > 1)
    return Stories(tuple(groups), sum(sure), len(sure) - sum(sure))
