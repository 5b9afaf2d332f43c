"""A labelled story as numbers, of which stories of other names, figures and words are made."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.archive.idents import ident
from crosscheck.archive.slots import (
    article_slots,
    bit_of,
    claim_slots,
    figure,
    words_of,
)
from crosscheck.models import Report

Ints = NDArray[np.int64]
COMMON = 4
"""Stories that use a word, from which it belongs to the language and not to a story."""
NO_DAY = -1_000_000
SLOTS = ("kind", "unit", "head", "value", "telling", "action")


@dataclass(frozen=True, slots=True)
class Mould:
    """A labelled story as numbers; claims in the order of articles, all by their places."""

    days: Ints
    """Day of each article, from the last day of the story; `NO_DAY` where none is known."""
    tokens: Ints
    """Article, local token, and whether it is a name or a figure, in rows."""
    figures: Ints
    """For each local token, 1 where it is a figure and no word."""
    known: Ints
    """For each local token itself where it belongs to the language, else 0."""
    owners: Ints
    """Article of each claim."""
    slots: Ints
    """The columns of `SLOTS` of each claim."""
    values: Ints
    """The local value that each claim tells."""
    words: Ints
    """Claim and local word, in rows, one at least for each claim."""
    bits: Ints
    """The bit of each local word, or -1 where the word belongs to the story."""
    wordings: tuple[str, ...]
    joined: Ints
    """Pairs of claims of two articles that the report joins."""


def mould(report: Report, common: frozenset[str] = frozenset()) -> Mould:
    """`mould(cross_check(articles))`; `common` words are those of the language."""
    place = {article.id: i for i, article in enumerate(report.articles)}
    claims = sorted(report.claims, key=lambda claim: place[claim.article])
    own = [[c for c in claims if c.article == article.id] for article in report.articles]
    rank = {claim.id: i for i, claim in enumerate(claims)}
    looked = [article_slots(a, own[i]) for i, a in enumerate(report.articles)]
    told = [claim_slots(claim) for claim in claims]
    figures = {ident("chiffre", text) for claim in claims if (text := figure(claim))}
    known = {ident("mot", word) for word in common}
    tokens, values, words = Places(), Places(), Places()
    last = max(row.day for row in looked if row.day is not None)
    rows = [
        (i, words(word))
        for i, claim in enumerate(claims)
        for word in sorted(words_of(claim)) or [""]
    ]
    joined = {
        tuple(sorted((rank[one.id], rank[other.id])))
        for finding in report.findings
        for one, other in combinations(finding.group.claims, 2)
        if one.article != other.article
    }
    return Mould(
        _ints([NO_DAY if row.day is None else row.day - last for row in looked]),
        _ints(
            [
                (i, tokens(token), name)
                for i, row in enumerate(looked)
                for name, told in ((1, row.names), (0, row.words))
                for token in told
            ]
        ),
        _ints([token in figures for token in tokens]),
        _ints([token if token in known else 0 for token in tokens]),
        _ints([place[claim.article] for claim in claims]),
        _ints([[getattr(slots, name) for name in SLOTS] for slots in told]),
        _ints([values(slots.value) for slots in told]),
        _ints(rows),
        _ints([bit_of(word) if word in common else -1 for word in words]),
        tuple(slots.wording for slots in told),
        _ints(sorted(joined)).reshape(-1, 2),
    )


class Places(dict[Any, int]):
    """The place of each thing in the order in which it was first asked for."""

    def __call__(self, thing: object) -> int:
        """`places("a") == 0`, then `places("b") == 1`, then `places("a") == 0`."""
        return self.setdefault(thing, len(self))


def _ints(rows: Sequence[Any]) -> Ints:
    return np.array(rows, dtype=np.int64)


def moulds(reports: Sequence[Report]) -> list[Mould]:
    """The moulds of several stories; a word of `COMMON` stories belongs to the language."""
    told = Counter(
        word for report in reports for word in {w for c in report.claims for w in words_of(c)}
    )
    common = frozenset(word for word, stories in told.items() if stories >= COMMON)
    return [mould(report, common) for report in reports]
