"""The code quality report of GitLab: what a merge request brings or takes away."""

from crosscheck.diagnostics import CODES, CheckRun, Diagnostic
from crosscheck.diagnostics.saying import said_of
from crosscheck.formats.escape import clean
from crosscheck.formats.logs import to_json
from crosscheck.models import Severity

_SEVERITIES: dict[Severity, str] = {
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "none": "info",
}


def to_gitlab(run: CheckRun) -> str:
    """A JSON list; fingerprints differ between findings, since GitLab hides what is alike."""
    rows = [_row(run, diagnostic) for diagnostic in run.told]
    return to_json(rows)


def _row(run: CheckRun, found: Diagnostic) -> dict[str, object]:
    place = found.place
    return {
        "description": clean(f"{said_of(found)} {found.named}"),
        "check_name": f"{found.code} {CODES[found.code].name}",
        "fingerprint": found.fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": clean(run.path(place.article)),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
