"""Pairs of a large story looked at in columns: the figures of `likeness` and `rivals`, all at once.

A claim of a story forms some ten pairs, and each costs thirty microseconds when it is looked at by
itself. Here the claims are columns of numbers and a feature is told of all pairs together, at about
a tenth of that. The single look remains what says in words why two claims are alike or not; tests
hold the two equal, to the last bit, on every pair of every labelled story.
"""

import sys
from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.matching.columns.bonding import bonds_in_columns

__all__ = ["bonds_in_columns", "worthwhile"]

LARGE, LARGE_ALONE = 30, 400
"""Claims of a story from which columns take less time, and from which even with numpy's loading."""

__getattr__ = lazily(__name__, {"bonds_in_columns": "bonding"})
"""Looked up on first use: numpy takes longer to load than a small story to be looked at."""


def worthwhile(claims: int) -> bool:
    """Whether columns are quicker for so many claims. What is found is the same."""
    return claims >= (LARGE if "numpy" in sys.modules else LARGE_ALONE)
