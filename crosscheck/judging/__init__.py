"""Judging: a verdict for each group of claims, and contradictions inside one article."""

from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.judging.inner import CHECKS, RULES, check_article
    from crosscheck.judging.verdicts import ROWS, judge

__all__ = ["CHECKS", "ROWS", "RULES", "check_article", "judge"]

__getattr__ = lazily(
    __name__,
    {
        "CHECKS": "inner",
        "ROWS": "verdicts",
        "RULES": "inner",
        "check_article": "inner",
        "judge": "verdicts",
    },
)
"""Looked up on first use: the rooms after this one take a word of it (`folding`), not the whole."""
