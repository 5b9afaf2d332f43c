"""Findings and checks as a linter tells them: one code, one place, one fingerprint each.

What makes them of a report is in `diagnose`, which is not imported here, so that `crosscheck
explain` starts at once.
"""

from crosscheck.diagnostics.choose import Choice, Chosen, UnknownTerm, choose
from crosscheck.diagnostics.codes import CODES, Code, code_of_check, code_of_finding
from crosscheck.diagnostics.records import CheckRun, Diagnostic, Place, Related, Suppression

__all__ = [
    "CODES",
    "CheckRun",
    "Choice",
    "Chosen",
    "Code",
    "Diagnostic",
    "Place",
    "Related",
    "Suppression",
    "UnknownTerm",
    "choose",
    "code_of_check",
    "code_of_finding",
]
