"""Workflow commands of GitHub Actions: an annotation beside each line.

>>> in_property("a:b,c")
'a%3Ab%2Cc'
"""

from crosscheck.diagnostics import CODES, CheckRun, Diagnostic
from crosscheck.diagnostics.records import Level
from crosscheck.diagnostics.saying import said_of
from crosscheck.formats.escape import clean, terminal
from crosscheck.formats.logs import in_line

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(run: CheckRun) -> str:
    """A command a line. What is quoted cannot end the command nor begin another."""
    return "".join(f"{_command(run, diagnostic)}\n" for diagnostic in run.told)


def in_message(text: str) -> str:
    """The text as the data of a command: `in_message("5 %")` is « 5 %25 »."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """The text as a property of a command, which « : » and « , » would end."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")


def _command(run: CheckRun, found: Diagnostic) -> str:
    place = found.place
    fields = {"file": run.path(place.article), "line": str(place.line)}
    if place.end_line == place.line:
        fields |= {"col": str(place.column), "endColumn": str(place.end_column)}
    else:  # a command that spans lines may not have columns
        fields |= {"endLine": str(place.end_line)}
    fields |= {"title": f"{found.code} {CODES[found.code].name}"}
    named = ",".join(f"{name}={in_property(clean(value))}" for name, value in fields.items())
    message = in_message(terminal(f"{said_of(found)} {found.named}"))
    return in_line(f"::{_COMMANDS[found.level]} {named}::{message}")
