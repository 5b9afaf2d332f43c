"""How two values stand to each other: the same, compatible, apart, or at odds."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Relation:
    """`Relation("admits", "compatible-rounded")`: both may be true, for this reason."""

    kind: Literal["same", "admits", "apart", "clash"]
    """`same`: one value; `admits`: both can be true; `apart`: no common measure, so no clash."""
    reason: str
    """Key of the sentence that says so, in the rules file `verdicts`."""
    detail: str = ""
    """What the sentence names besides the two values: the words that differ, the acronym."""


SAME = Relation("same", "agree")
ADMITS = Relation("admits", "compatible")
BOUND = Relation("admits", "compatible-bound")
ROUNDED = Relation("admits", "compatible-rounded")
WORDING = Relation("admits", "compatible-wording")
APART = Relation("apart", "compatible-apart")
CLASH = Relation("clash", "conflict")
