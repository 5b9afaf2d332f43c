"""Reviewdog's diagnostic format: comments on a merge request of any forge.

>>> byte_column("été", 3)
4
"""

from crosscheck.diagnostics import CheckRun, Diagnostic
from crosscheck.diagnostics.places import line_starts
from crosscheck.diagnostics.records import Level
from crosscheck.diagnostics.saying import said_of
from crosscheck.formats.escape import clean
from crosscheck.formats.logs import to_json

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def to_rdjson(run: CheckRun) -> str:
    """One `DiagnosticResult`; columns count bytes of UTF-8 there, and the end is left out."""
    result = {
        "source": {"name": "crosscheck"},
        "diagnostics": [_diagnostic(run, found) for found in run.told],
    }
    return to_json(result)


def byte_column(line: str, column: int) -> int:
    """The column in bytes of UTF-8 of a column in characters, both from 1."""
    return len(line[: column - 1].encode("utf-8", "replace")) + 1


def _diagnostic(run: CheckRun, found: Diagnostic) -> dict[str, object]:
    place = found.place
    text = run.text(place.article)
    starts = line_starts(text)

    def at(line: int, column: int) -> dict[str, int]:
        start = starts[line - 1] if text else 0
        return {"line": line, "column": byte_column(text[start : start + column], column)}

    return {
        "message": clean(f"{said_of(found)} {found.named}"),
        "location": {
            "path": clean(run.path(place.article)),
            "range": {
                "start": at(place.line, place.column),
                "end": at(place.end_line, place.end_column),
            },
        },
        "severity": _SEVERITIES[found.level],
        "code": {"value": found.code},
    }
