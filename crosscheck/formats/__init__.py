"""One report, or one run of `check`: one text: `render(report, "html", "en")`."""

from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.formats.messages import LANGUAGES, speaking
    from crosscheck.formats.reported import FORMATS, render
    from crosscheck.formats.terminal import summary

__all__ = ["FORMATS", "LANGUAGES", "render", "speaking", "summary"]

__getattr__ = lazily(
    __name__,
    {
        "FORMATS": "reported",
        "LANGUAGES": "messages",
        "render": "reported",
        "speaking": "messages",
        "summary": "terminal",
    },
)
"""Looked up on first use: `check` writes its lines without the page and its templates."""
