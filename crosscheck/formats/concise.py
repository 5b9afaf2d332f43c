"""A line for each diagnostic, as linters print: place, code, message, fingerprint.

brouillons/crue.md:12:4: C101 Morts : « 14 morts » (crue) ≠ « 12 morts » (agence). [3f2a9c10]
"""

from crosscheck.diagnostics import CheckRun, Diagnostic
from crosscheck.diagnostics.saying import said_of
from crosscheck.formats.escape import terminal
from crosscheck.formats.logs import in_line


def to_concise(run: CheckRun) -> str:
    """`to_concise(run)`: the lines, in the order of articles and places; empty when all is well.

    Editors and matchers read `path:line:column`; controls are shown, and nothing that an article
    says begins a line.
    """
    return "".join(f"{_line(run, diagnostic)}\n" for diagnostic in run.told)


def _line(run: CheckRun, found: Diagnostic) -> str:
    place = f"{terminal(run.name(found.place.article))}:{found.place.line}:{found.place.column}"
    return in_line(f"{place}: {found.code} {terminal(said_of(found))} {found.named}")
