"""One report, one text: the registry of the formats of `report`.

>>> sorted(FORMATS)
['csv', 'excel', 'html', 'json', 'markdown', 'text']
"""

from collections.abc import Callable

from crosscheck.formats.csv_format import to_csv, to_excel
from crosscheck.formats.html import to_html
from crosscheck.formats.json_format import to_json
from crosscheck.formats.markdown import to_markdown
from crosscheck.formats.messages import speaking
from crosscheck.formats.terminal import to_text
from crosscheck.models import Report

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
