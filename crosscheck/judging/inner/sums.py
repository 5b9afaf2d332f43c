"""Totals that an article states and that are not the sum of their parts.

Only where the text says that the parts make up the whole (`parts.py`), and only for figures that
are near the right one: a sum far away was never meant as one.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.inner.laying import Laid, exact, scaled_alike, spanning, windows
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import added, shown
from crosscheck.judging.inner.parts import STATED, Stated, stated_sums
from crosscheck.models import Article, Check, Claim

NEAR = Decimal("0.3")
"""A stated total farther than this from the sum of the parts is a total of something else."""


def check_sums(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 19 morts, soit 12 hommes, 4 femmes et 4 enfants »: 20."""
    for laid in windows(article.text, STATED, bare=True):
        made = (_check(article, claims, laid, stated) for stated in stated_sums(laid))
        first = next((check for check in made if check), None)
        if first:
            yield first


def _check(article: Article, claims: Sequence[Claim], laid: Laid, stated: Stated) -> Check | None:
    """The check, when the parts do not make up the total (or, with a limit, are more than it)."""
    parts, told = stated.parts, stated.total
    figures = (*parts, told)
    if not exact(*figures[1 if stated.between else 0 :]) or not _one_sort(stated):
        return None
    values = [scaled_alike(part, parts[-1]) for part in parts]
    found = sum(values, Decimal(0))
    slack = max(f.grain for f in figures) * (len(parts) + 1) / 2
    slack = slack if slack > 2 or told.grain < 1 or told.value >= 1000 else Decimal(0)
    if found in _with_ones(laid, stated) or abs(found - told.value) <= slack:
        return None
    if abs(found - told.value) > NEAR * told.value or (stated.limit and found < told.value):
        return None
    return make(
        "arithmetic.exceeds" if stated.limit else "arithmetic.sum",
        article,
        spanning(*figures),
        claims,
        parts=added(parts),
        sum=shown(found),
        told=shown(told.value),
    )


def _with_ones(laid: Laid, stated: Stated) -> tuple[Decimal, ...]:
    """What the figures may sum to when each « un », « son » beside them is one more part."""
    first, last = (f"⟦{laid.figures.index(stated.parts[i])}⟧" for i in (0, -1))
    before, _, rest = laid.text.partition(first)
    between, _, after = rest.partition(last)
    near = " ".join((before.rpartition("⟧")[2], between, after.partition("⟦")[0]))
    ones = len(re.findall(r"(?:\bet|,|:)\s+(?:d')?(?:une?\b|son\b|sa\b|leur\b|le\b|la\b|l')", near))
    return tuple(stated.total.value - extra for extra in range(ones + 1))


def _one_sort(stated: Stated) -> bool:
    """Whether figures may be added: a bare one, or one of scale alone, goes with any but shares."""
    sorts = {f.unit for f in (*stated.parts, stated.total)}
    return (
        len(sorts - {""}) <= 1 and not ("percent" in sorts and "" in sorts) and "time" not in sorts
    )
