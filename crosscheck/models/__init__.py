"""The records that travel down the road, from an article to a report. All are frozen."""

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
    Skipped,
)
from crosscheck.models.claims import (
    NUMERIC,
    Claim,
    Derived,
    Kind,
    Mention,
    Polarity,
    Subject,
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
]
