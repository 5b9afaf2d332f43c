"""The report as JSON: the contract that other programs read (`docs/formats.md`)."""

import json
import re
import unicodedata

from crosscheck.models import Report

_UNSEEN = re.compile(r"[^\x20-\x7e\n]")


def to_json(report: Report) -> str:
    """`Report.to_dict()` with an indent of two and a newline at the end.

    What cannot be seen (controls, bidirectional marks) or encoded is written `\\uXXXX`: the same
    JSON value, safe on a terminal.
    """
    return visible(json.dumps(report.to_dict(), ensure_ascii=False, indent=2)) + "\n"


def visible(text: str) -> str:
    """JSON text with what cannot be seen or encoded as escapes."""
    return _UNSEEN.sub(lambda match: _escaped(match[0]), text)


def _escaped(char: str) -> str:
    if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))
