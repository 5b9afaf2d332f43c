"""Products of matrices of which each bunch of rows is taken by itself.

>>> products(np.eye(3), np.ones((3, 2)), [1, 2]).shape
(3, 2)

How many rows are multiplied at a time changes the last bits of the sums. What is read must not hang
on what is read beside it, so the rows of one article are multiplied together, and no others.
"""

from collections.abc import Iterable
from itertools import accumulate, pairwise

import numpy as np

from crosscheck.nlp.weights import Array


def products(rows: Array, weights: Array, bunches: Iterable[int], into: Array = None) -> Array:
    """`rows @ weights`, so many rows at a time, written `into` an array where one is given."""
    if into is None:
        into = np.empty((len(rows), weights.shape[1]), dtype=rows.dtype)
    for low, high in pairwise(accumulate(bunches, initial=0)):
        np.matmul(rows[low:high], weights, out=into[low:high])
    return into
