"""Figures that are told one after the other: « 12 hommes, 4 femmes et 4 enfants »."""

import re

from crosscheck.judging.figures import Figure
from crosscheck.judging.inner.laying import Laid

LONGEST_GAP = 80
"""Characters between two parts of one enumeration."""
_COORDINATED = re.compile(r",|;|\bet\b|\bpuis\b|\bainsi que\b")
_PARTED = re.compile(
    r"[:()¶]|\bsur\b|\bcontre\b|\bdont\b|\bsoit\b|\bau lieu\b|\bplus que\b|\. |\bmais\b"
)
_ASIDE = re.compile(r"\([^()⟦⟧]*%\)")


def joined(gap: str) -> bool:
    """Whether a gap goes from one part of an enumeration to the next."""
    told = _ASIDE.sub("", gap)
    coordinated = _COORDINATED.search(told) and not _PARTED.search(told)
    return bool(coordinated) and len(told) <= LONGEST_GAP


def run_from(laid: Laid, first: int) -> tuple[Figure, ...]:
    """The figures enumerated from the one at `first` on."""
    between, last = laid.gaps, first
    while last + 1 < len(laid.figures) and joined(between[last + 1]):
        last += 1
    return laid.figures[first : last + 1]


def run_to(laid: Laid, last: int) -> tuple[Figure, ...]:
    """The figures enumerated down to the one at `last`."""
    between, first = laid.gaps, last
    while first > 0 and joined(between[first]):
        first -= 1
    return laid.figures[first : last + 1]
