"""Claims of different articles that answer one question, put together."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.matching.align import group_claims
    from crosscheck.matching.origins import mark_copies

__all__ = ["group_claims", "mark_copies"]

_LAZY = {
    "group_claims": "crosscheck.matching.align",
    "mark_copies": "crosscheck.matching.origins",
}
"""Looked up on first use: judging takes a word of this room (`echoes`), not the whole."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'crosscheck.matching' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
