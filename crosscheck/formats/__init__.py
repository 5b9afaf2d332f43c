"""One report, one text: the registry of formats.

>>> sorted(FORMATS)
['csv', 'excel', 'html', 'json', 'markdown', 'text']
"""

from collections.abc import Callable

from crosscheck.formats.csv_format import to_csv, to_excel
from crosscheck.formats.html import to_html
from crosscheck.formats.json_format import to_json
from crosscheck.formats.markdown import to_markdown
from crosscheck.formats.messages import LANGUAGES, speaking
from crosscheck.formats.terminal import summary, to_text
from crosscheck.models import Report

__all__ = ["FORMATS", "LANGUAGES", "render", "speaking", "summary"]

FORMATS: dict[str, Callable[[Report], str]] = {
    "json": to_json,
    "markdown": to_markdown,
    "text": to_text,
    "csv": to_csv,
    "excel": to_excel,
    "html": to_html,
}
"""Name of each format, and the function that writes it, in French unless `speaking` says other."""


def render(report: Report, format: str, language: str = "fr") -> str:
    """A report in one format and one language: `render(report, "html", "en")`."""
    with speaking(language):
        return FORMATS[format](report)
