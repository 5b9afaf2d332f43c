"""One report, one text: the registry of formats.

>>> sorted(FORMATS)
['csv', 'json', 'markdown', 'text']
"""

from collections.abc import Callable

from crosscheck.formats.csv_format import to_csv
from crosscheck.formats.json_format import to_json
from crosscheck.formats.markdown import to_markdown
from crosscheck.formats.terminal import summary, to_text
from crosscheck.models import Report

__all__ = ["FORMATS", "summary"]

FORMATS: dict[str, Callable[[Report], str]] = {
    "json": to_json,
    "markdown": to_markdown,
    "text": to_text,
    "csv": to_csv,
}
"""Name of each format, and the function that writes it."""
