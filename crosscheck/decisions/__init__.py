"""What editors decided of diagnostics: a file of decisions, and notes inside an article."""

from crosscheck.decisions.apply import Decided, Scene, decide
from crosscheck.decisions.faults import faults
from crosscheck.decisions.inline import Note, may_hold_notes, notes_in
from crosscheck.decisions.records import DECISIONS, Decision
from crosscheck.decisions.store import BrokenLine, merged, read_decisions

__all__ = [
    "DECISIONS",
    "BrokenLine",
    "Decided",
    "Decision",
    "Note",
    "Scene",
    "decide",
    "faults",
    "may_hold_notes",
    "merged",
    "notes_in",
    "read_decisions",
]
