"""Notes that suppress nothing by their own fault: told as diagnostics, so that nobody relies on
them.

`faults(article, source, notes_in(source))` gives one for each code that is none and for each note
without a reason.
"""

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.decisions.inline import Note
from crosscheck.diagnostics.codes import code_of_check, codes_called
from crosscheck.diagnostics.fingerprints import fingerprint
from crosscheck.diagnostics.places import place_of
from crosscheck.diagnostics.records import Diagnostic
from crosscheck.models import Article
from crosscheck.rules import table


def faults(article: Article, source: str, notes: Sequence[Note]) -> tuple[Diagnostic, ...]:
    """The faulty notes of an article, whose file holds `source`."""
    words = table("codes", "messages")
    found = []
    for note in notes:
        unknown = [name for name in note.codes or ("",) if not codes_called(name)]
        rows = [("notation.unknown-code", str(words["unknown_code"]), name) for name in unknown]
        if not note.reason:
            rows.append(("notation.no-reason", str(words["no_reason"]), ""))
        for rule, message, term in rows:
            code = code_of_check(rule)
            written = replace(article, text=source)
            found.append(
                Diagnostic(
                    code=code.code,
                    message=message.format(term=term),
                    place=place_of(written, (note.start, note.end)),
                    related=(),
                    severity=code.severity or "medium",
                    subject=rule,
                    quotes=(source[note.start : note.end],),
                    fingerprint=fingerprint(code.code, source[note.start : note.end], term),
                    source="",
                )
            )
    return tuple(found)
