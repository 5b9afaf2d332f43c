"""Notes of an editor inside an article: `<!-- crosscheck: ok C101 raison="bilan confirmé" -->`.

>>> note = notes_in('Un texte.\\n\\n<!-- crosscheck: ok C1, I401 raison="vu" -->\\nDouze morts.')[0]
>>> note.codes, note.reason, note.lines
(('C1', 'I401'), 'vu', range(3, 5))

A note on a line of its own is about the paragraph that follows; on a line with words, about that
line. Only Markdown has them: in plain text they would be printed.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath

from crosscheck.diagnostics.places import line_starts, position

SUFFIXES = (".md", ".markdown")
_NOTE = re.compile(r"<!--\s*crosscheck\s*:\s*ok\b(?P<rest>.*?)-->", re.DOTALL)
_REASON = re.compile(
    r"""\b(?:raison|reason)\s*=\s*(?:"([^"]*)"|'([^']*)'|«\s*([^»]*?)\s*»|“([^”]*)”)""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Note:
    """One note, and the lines that it is about."""

    start: int
    end: int
    """Where the note stands, in characters of the file."""
    codes: tuple[str, ...]
    """As written: codes, prefixes or names."""
    reason: str
    lines: range
    """Numbers of lines, from 1."""


def may_hold_notes(path: str) -> bool:
    """Whether a file is of a kind that has notes: `may_hold_notes("a.md")`."""
    return PurePath(path).suffix.lower() in SUFFIXES


def notes_in(source: str) -> tuple[Note, ...]:
    """The notes of a file, as its characters stand there."""
    return tuple(_note(source, found) for found in _NOTE.finditer(source))


def _note(source: str, found: re.Match[str]) -> Note:
    rest = found["rest"]
    said = _REASON.search(rest)
    reason = " ".join((next(filter(None, said.groups()), "") if said else "").split())
    codes = tuple(re.findall(r"[\w.-]+", rest[: said.start()] if said else rest))
    return Note(found.start(), found.end(), codes, reason, _lines(source, found))


def _lines(source: str, found: re.Match[str]) -> range:
    """The note's own lines; with the paragraph that follows, when it stands alone."""
    first, last = position(source, found.start())[0], position(source, found.end() - 1)[0]
    starts = (*line_starts(source), len(source))
    before = source[starts[first - 1] : found.start()]
    after = source[found.end() : starts[last]]
    if _NOTE.sub("", before + after).strip():
        return range(first, last + 1)
    line = last
    while line < len(starts) - 1 and not _words(source, starts, line + 1):
        line += 1
    while line < len(starts) - 1 and source[starts[line] : starts[line + 1]].strip():
        line += 1
    return range(first, line + 1)


def _words(source: str, starts: tuple[int, ...], line: int) -> bool:
    """Whether a line has something besides notes."""
    return bool(_NOTE.sub("", source[starts[line - 1] : starts[line]]).strip())
