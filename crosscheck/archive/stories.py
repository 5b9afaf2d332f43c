"""Articles that tell one story, put together from links between two of them.

>>> links = [Link(0, 1, 90, 3), Link(1, 2, 200, 5), Link(3, 4, 150, 1)]
>>> told = stories(links, most=2)
>>> told.groups, told.cut
(((1, 2), (3, 4)), 1)

The strongest links come first; a story takes no more articles than are compared at once, and how
many links that left aside is told. What is in no group is told by one article alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 40
"""Articles of a story: matching looks at all its claims at once."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two articles, by their places in the archive, that may tell one story."""

    one: int
    other: int
    bits: int
    """Tenths of bits that speak for it (`blocking.sql`)."""
    pairs: int
    """Pairs of claims that speak for it (`scoring`)."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Articles in groups of two or more, and the links between two groups."""

    groups: tuple[tuple[int, ...], ...]
    """In the order of their first articles."""
    cut: int
    """Links that were not followed, since a story would have grown too large."""


def stories(links: Iterable[Link], most: int = MOST) -> Stories:
    """The groups that links make, the strongest first."""
    parent: dict[int, int] = {}
    size: dict[int, int] = defaultdict(lambda: 1)

    def root(article: int) -> int:
        while (above := parent.get(article, article)) != article:
            parent[article] = article = parent.get(above, above)
        return article

    refused = []
    for link in sorted(links, key=lambda row: (-row.bits, -row.pairs, row.one, row.other)):
        one, other = sorted((root(link.one), root(link.other)))
        if one == other:
            continue
        if size[one] + size[other] > most:
            refused.append(link)
            continue
        parent[other] = one
        size[one] += size[other]
    members: dict[int, list[int]] = defaultdict(list)
    for article in sorted({a for link in links for a in (link.one, link.other)}):
        members[root(article)].append(article)
    groups = sorted(tuple(held) for held in members.values() if len(held) > 1)
    return Stories(tuple(groups), sum(root(k.one) != root(k.other) for k in refused))
