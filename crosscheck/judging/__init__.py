"""Judging: a verdict for each group of claims, and contradictions inside one article."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.judging.inner import CHECKS, RULES, check_article
    from crosscheck.judging.verdicts import ROWS, judge

__all__ = ["CHECKS", "ROWS", "RULES", "check_article", "judge"]

_LAZY = {
    "CHECKS": "crosscheck.judging.inner",
    "ROWS": "crosscheck.judging.verdicts",
    "RULES": "crosscheck.judging.inner",
    "check_article": "crosscheck.judging.inner",
    "judge": "crosscheck.judging.verdicts",
}
"""Looked up on first use: the rooms after this one take a word of it (`folding`), not the whole."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'crosscheck.judging' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
