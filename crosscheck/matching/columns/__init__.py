"""Pairs of a large story looked at in columns: the figures of `likeness` and `rivals`, all at once.

A claim of a story forms some ten pairs, and each costs thirty microseconds when it is looked at by
itself. Here the claims are columns of numbers and a feature is told of all pairs together, at about
a tenth of that. The single look remains what says in words why two claims are alike or not; tests
hold the two equal, to the last bit, on every pair of every labelled story.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.processes import one_thread

if TYPE_CHECKING:
    from crosscheck.matching.bonds import Bonds
    from crosscheck.matching.pools import Pool

LARGE, LARGE_ALONE = 30, 400
"""Claims of a story from which columns take less time, and from which even with numpy's loading."""


def worthwhile(claims: int) -> bool:
    """Whether columns are quicker for so many claims. What is found is the same."""
    return claims >= (LARGE if "numpy" in sys.modules else LARGE_ALONE)


def bonds_in_columns(pools: "Sequence[Pool]") -> "list[Bonds]":
    """What follows of all pairs of each pool, as `bonds_of` tells it; numpy is imported when it is
    needed.
    """
    with one_thread():
        from crosscheck.matching.columns.bonding import bonds_of_pools
    return bonds_of_pools(pools)
