"""How much the article of each claim tells, by columns: `weighing.Crowds` of all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscheck.matching.columns.arrays import Floats, Ints, floats, ints, joint
from crosscheck.matching.features import few
from crosscheck.matching.sides import Side


@dataclass(frozen=True, slots=True)
class Crowds:
    """Where claims stand in their articles, and how many others stand there."""

    place: Floats
    """How far down its article, from 0 to 1."""
    alike: Ints
    """How many values its article gives of its sort."""
    few: Floats
    """How much fewer values than an ordinary one its article gives (`features.few`)."""

    @classmethod
    def of(cls, sides: Sequence[Side], article: Ints, sort: Ints, value: Ints) -> "Crowds":
        """`article` tells apart those of all parts, `sort` and `value` what each claim says."""
        length = np.ones(int(article.max(initial=0)) + 1, np.int64)
        np.maximum.at(length, article, ints([side.sentence[1] for side in sides]))
        asked = joint(article, sort)
        told, first = np.unique(joint(asked, value), return_index=True)
        crowd = floats([few(max(count, 1)) for count in np.bincount(article).tolist()])
        return cls(
            ints([side.start for side in sides]) / length[article],
            np.bincount(asked[first], minlength=len(told))[asked],
            crowd[article],
        )
