"""The items of a list, counted as far as French lets one.

>>> count_items("le paiement, la cantine et le retrait").range
(3, 3)
>>> count_items("Yann Le Dantec, Bilal Ouadah et Rémi Coste").sort
'names'
"""

import re
from dataclasses import dataclass
from typing import Literal

from crosscheck.judging.figures import any_of
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import stems

_AND = re.compile(r"\s+(?:et|ainsi qu['e])\s*(?:enfin\s+)?")
_NAME = re.compile(
    r"^(?:(?:M|Mme|MM|Me|Dr)\.?\s+)?[A-ZÀ-Ý][\w'’.-]*(?:[ -](?:[A-ZÀ-Ýdl][\w'’.-]*))*$"
)


@dataclass(frozen=True, slots=True)
class Items:
    """How many items a list has, at the least and at the most; none when it cannot be told."""

    sort: Literal["things", "names", "none"]
    range: tuple[int, int] = (0, 0)


def count_items(text: str) -> Items:
    """Items that each begin with an article, or that are each a name.

    « et » may join two items, or stand inside one: the count has two ends then.
    """
    plain = text.strip().rstrip(".!?…»” ")
    if re.search(r"\d|[:()«»]", plain) or re.search(stems("listing", "open"), fold(plain)):
        return Items("none")
    parts = [p.strip() for p in re.split(r";" if ";" in plain else r",", plain) if p.strip()]
    if ";" in plain:
        parts = [re.sub(r"^et\s+", "", p) for p in parts]
        return Items("things", (len(parts), len(parts))) if len(parts) > 1 else Items("none")
    if not parts or (len(parts) == 1 and not _AND.search(parts[0])):
        return Items("none")
    return _names(parts) or _things(parts) or Items("none")


def _names(parts: list[str]) -> Items | None:
    """Names, with what is said of some of them between commas: « Claire Vannier, adjointe, … »."""
    *before, last = parts
    heads = _AND.split(last)
    told = [p for p in before if _NAME.match(p)] + [p for p in heads if _NAME.match(p)]
    asides = [p for p in before if not _NAME.match(p)]
    if not (parts and _NAME.match(parts[0] if before else heads[0])):
        return None
    if any(not _NAME.match(h) for h in heads) or any(not re.match(r"[a-zà-ÿ]", a) for a in asides):
        return None
    if any(_AND.search(p) for p in parts[:-1]):
        return None
    return Items("names", (len(told), len(told)))


def _things(parts: list[str]) -> Items | None:
    """Items with an article each: « le paiement des arriérés, la cantine et le retrait »."""
    article = rf"{any_of('listing', 'articles')}"
    if not all(re.match(rf"{article}", fold(part)) for part in parts):
        return None
    joint = re.compile(rf" (?:et|ainsi que) (?:enfin )?(?={article})")
    joints = [len(joint.findall(fold(part))) for part in parts]
    least = len(parts) + (1 if joints[-1] else 0)
    most = len(parts) + sum(joints)
    return Items("things", (least, most)) if most > 1 else None
