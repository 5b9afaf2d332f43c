"""How much speaks for one question in pairs of claims, and which articles tell one story.

>>> from crosscheck.archive.slots import COLUMNS
>>> told = {name: np.array([value]) for name, value in zip(COLUMNS, (1, 7, 3, 9, 1, 0, 1, 2, 4, 8))}
>>> points(told, told, np.array([""]), np.array([""])).tolist()
[8]

Columns of integers are compared first, millions of pairs a second; words only where two claims of
worded kinds are left. This puts articles together, no more: what is judged is what matching then
finds in each story, as in `report`.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from crosscheck.archive.idents import BITS
from crosscheck.archive.slots import LANES, WORDED

Ints = NDArray[np.int64]
Texts = NDArray[np.object_]
LANE = tuple(f"lane{i}" for i in range(LANES))
SAME_WORDING = 85.0
"""Likeness in percent of two persons, names or quotations that are one."""
FEW, MANY = 2, 4
"""Words in common beyond those that chance would give, from which they tell."""
ENOUGH = 3
"""Points from which a pair of claims speaks for one story."""


def points(
    one: Mapping[str, Ints], other: Mapping[str, Ints], wording: Texts, others: Texts
) -> NDArray[np.int8]:
    """What speaks for each pair: rows of the `COLUMNS`, and of their wordings.

    One value gives two points, and two more where it is particular; one unit, head or action gives
    one each; words in common up to three; a wording that is alike, two.
    """
    found = np.zeros(len(one["kind"]), np.int8)
    same = (one["value"] == other["value"]) & (one["value"] != 0)
    found += 2 * same.astype(np.int8)
    found += 2 * (same & (one["telling"] == 1) & (other["telling"] == 1)).astype(np.int8)
    for name in ("unit", "head", "action"):
        found += ((one[name] == other[name]) & (one[name] != 0)).astype(np.int8)
    shared, mine, theirs = (np.zeros(len(found), np.int16) for _ in range(3))
    for name in LANE:
        shared += np.bitwise_count(one[name] & other[name])
        mine += np.bitwise_count(one[name])
        theirs += np.bitwise_count(other[name])
    beyond = shared - mine * theirs / np.float32(BITS * LANES)
    found += (shared >= FEW).astype(np.int8)
    found += (beyond >= FEW).astype(np.int8) + (beyond >= MANY).astype(np.int8)
    worded = np.flatnonzero((one["kind"] >= min(WORDED)) & (found + 2 >= ENOUGH))
    if len(worded):
        alike = cpdist(wording[worded], others[worded], scorer=fuzz.ratio, dtype=np.float32)
        found[worded] += 2 * (alike >= SAME_WORDING).astype(np.int8)
    return found
