"""Judging: a verdict for each group of claims, and contradictions inside one article."""

from crosscheck.judging.inner import CHECKS, RULES, check_article
from crosscheck.judging.verdicts import ROWS, judge

__all__ = ["CHECKS", "ROWS", "RULES", "check_article", "judge"]
