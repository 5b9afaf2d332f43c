"""Claims of different articles that answer one question, put together."""

from crosscheck.matching.align import group_claims
from crosscheck.matching.origins import mark_copies

__all__ = ["group_claims", "mark_copies"]
