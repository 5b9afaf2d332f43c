"""The records that travel down the road, from an article to a report. All are frozen."""

from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.models.articles import (
        CONTEXT,
        Article,
        Block,
        BlockKind,
        Fact,
        LeftOut,
        Place,
        PlaceUnit,
        Selector,
    )
    from crosscheck.models.claims import (
        NUMERIC,
        Claim,
        Derived,
        Kind,
        Mention,
        Polarity,
        Subject,
        numbered,
        where_it_stands,
    )
    from crosscheck.models.reports import (
        Check,
        ClaimGroup,
        Finding,
        NotCompared,
        Report,
        Severity,
        VerdictName,
    )
    from crosscheck.models.skipped import (
        Skipped,
    )

__all__ = [
    "CONTEXT",
    "NUMERIC",
    "Article",
    "Block",
    "BlockKind",
    "Check",
    "Claim",
    "ClaimGroup",
    "Derived",
    "Fact",
    "Finding",
    "Kind",
    "LeftOut",
    "Mention",
    "NotCompared",
    "Place",
    "PlaceUnit",
    "Polarity",
    "Report",
    "Selector",
    "Severity",
    "Skipped",
    "Subject",
    "VerdictName",
    "numbered",
    "where_it_stands",
]

_PLACES = {
    "articles": (
        "CONTEXT",
        "Article",
        "Block",
        "BlockKind",
        "Fact",
        "LeftOut",
        "Place",
        "PlaceUnit",
        "Selector",
    ),
    "claims": (
        "NUMERIC",
        "Claim",
        "Derived",
        "Kind",
        "Mention",
        "Polarity",
        "Subject",
        "numbered",
        "where_it_stands",
    ),
    "reports": (
        "Check",
        "ClaimGroup",
        "Finding",
        "NotCompared",
        "Report",
        "Severity",
        "VerdictName",
    ),
    "skipped": ("Skipped",),
}
__getattr__ = lazily(__name__, {name: place for place, names in _PLACES.items() for name in names})
"""Looked up on first use: to see which files have changed, no record of a claim is needed."""
