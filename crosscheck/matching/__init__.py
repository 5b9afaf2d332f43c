"""Claims of different articles that answer one question, put together."""

from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.matching.align import Gathered, group_all, group_claims
    from crosscheck.matching.derived import with_derived
    from crosscheck.matching.origins import mark_copies

__all__ = ["Gathered", "group_all", "group_claims", "mark_copies", "with_derived"]

__getattr__ = lazily(
    __name__,
    {
        "Gathered": "align",
        "group_all": "align",
        "group_claims": "align",
        "mark_copies": "origins",
        "with_derived": "derived",
    },
)
"""Looked up on first use: judging takes a word of this room (`echoes`), not the whole."""
