"""One report, or one run of `check`: one text: `render(report, "html", "en")`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.formats.messages import LANGUAGES, speaking
    from crosscheck.formats.reported import FORMATS, render
    from crosscheck.formats.terminal import summary

__all__ = ["FORMATS", "LANGUAGES", "render", "speaking", "summary"]

_LAZY = {
    "FORMATS": "crosscheck.formats.reported",
    "LANGUAGES": "crosscheck.formats.messages",
    "render": "crosscheck.formats.reported",
    "speaking": "crosscheck.formats.messages",
    "summary": "crosscheck.formats.terminal",
}
"""Looked up on first use: `check` writes its lines without the page and its templates."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'crosscheck.formats' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
