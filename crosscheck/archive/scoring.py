"""Whether two persons, names or quotations are one by their words.

>>> said = np.array(["asimi goita", "asimi goita"], dtype=object)
>>> alike(said, np.array(["assimi goita", "vladimir putin"], dtype=object)).tolist()
[True, False]

Blocking asks only where the columns of two claims leave it to these (`blocking.sql`).
"""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

Texts = NDArray[np.object_]
SAME_WORDING = 85.0
"""Likeness in percent of two persons, names or quotations that are one."""


def alike(wording: Texts, others: Texts) -> NDArray[np.bool_]:
    """Of each two wordings, folded, whether they are one."""
    likeness: NDArray[np.float32] = cpdist(wording, others, scorer=fuzz.ratio, dtype=np.float32)
    return likeness >= SAME_WORDING
