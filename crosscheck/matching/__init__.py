"""Claims of different articles that answer one question, put together."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.matching.align import group_claims
    from crosscheck.matching.derived import with_derived
    from crosscheck.matching.origins import mark_copies

__all__ = ["group_claims", "mark_copies", "with_derived"]

_LAZY = {
    "group_claims": "crosscheck.matching.align",
    "mark_copies": "crosscheck.matching.origins",
    "with_derived": "crosscheck.matching.derived",
}
"""Looked up on first use: judging takes a word of this room (`echoes`), not the whole."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'crosscheck.matching' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
