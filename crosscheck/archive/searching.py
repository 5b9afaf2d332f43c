"""Passages of an archive that hold some words, the best first.

>>> as_query(["état d'urgence", "mort*", "œuvre"])
'"état d\\'urgence" AND "mort"* AND ("œuvre" OR "oeuvre")'
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosscheck.archive.library import Library
from crosscheck.archive.messages import fault
from crosscheck.archive.sources import path_here
from crosscheck.models import Place
from crosscheck.models.codec import from_plain

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands around a found word on its way out of the index: signs that no text has."""
_JOINED = (("œ", "oe"), ("æ", "ae"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its words found: `text` holds them at `marks`, pairs of places in it."""

    id: str
    path: str
    outlet: str
    title: str
    published: date | None
    place: Place
    text: str
    marks: tuple[tuple[int, int], ...]

    def to_dict(self) -> dict[str, object]:
        """The hit as JSON has it."""
        return {
            "id": self.id,
            "path": self.path,
            "outlet": self.outlet,
            "title": self.title,
            "published": self.published.isoformat() if self.published else None,
            "place": self.place.to_dict(),
            "text": self.text,
            "marks": [list(mark) for mark in self.marks],
        }


def search(
    library: Library,
    words: Sequence[str],
    *,
    most: int = 20,
    since: date = date.min,
    until: date = date.max,
) -> tuple[tuple[Hit, ...], int]:
    """The best passages that hold all words, and how many there are in all.

    Case and accents do not count. Raises `ArchiveError` when there is no word among the words.
    """
    query = as_query(words)
    days: tuple[str, ...] = ()
    where = "texts MATCH ?"
    if (since, until) != (date.min, date.max):
        days = (since.isoformat(), until.isoformat())
        where += " AND a.published BETWEEN ? AND ?"
    joined = "texts JOIN passages p ON p.n = texts.rowid JOIN articles a ON a.n = p.article"
    (count,) = library.index.execute(
        f"SELECT count(*) FROM {joined} WHERE {where}", (query, *days)
    ).fetchone()
    rows = library.index.execute(
        f"SELECT a.name, a.source, a.outlet, a.title, a.published, p.place, p.start,"
        f" highlight(texts, 0, ?, ?) FROM {joined} WHERE {where}"
        f" ORDER BY bm25(texts), a.published DESC, a.key, p.start LIMIT ?",
        (OPEN, CLOSE, query, *days, most),
    )
    return tuple(_hit(row, library.archive.folder) for row in rows), count


def _hit(row: tuple[str, str, str, str, str | None, str, int, str], folder: Path) -> Hit:
    name, source, outlet, title, published, place, _, marked = row
    text, marks = unmarked(marked)
    return Hit(
        name,
        path_here(source, folder),
        outlet,
        title,
        date.fromisoformat(published) if published else None,
        from_plain(Place, json.loads(place)),
        text,
        marks,
    )


def as_query(words: Sequence[str]) -> str:
    """What the index is asked: all words; several in one argument stand side by side; « mort* »
    begins so. Raises `ArchiveError` when nothing is left to look for.
    """
    parts = [_part(word) for word in words if re.search(r"\w", word)]
    if not parts:
        raise fault("no_words", words=" ".join(words) or "—")
    return " AND ".join(parts)


def _part(word: str) -> str:
    """One argument: quoted, so that no sign in it means anything; with the other spelling of œ."""
    start = "*" if word.rstrip().endswith("*") else ""
    plain = re.sub(r'["*\0]', " ", word).strip()
    ways = [plain]
    for one, two in _JOINED:
        ways += [way.replace(one, two) for way in ways if one in way.lower()]
        ways += [way.replace(two, one) for way in ways if two in way.lower()]
    told = [f'"{way}"{start}' for way in dict.fromkeys(ways)]
    return told[0] if len(told) == 1 else f"({' OR '.join(told)})"


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without the signs around what was found, and where that stands.

    >>> unmarked(f"Douze {OPEN}morts{CLOSE}.")
    ('Douze morts.', ((6, 11),))
    """
    plain, marks, at = "", [], 0
    for found in re.finditer(f"{OPEN}([^{CLOSE}]*){CLOSE}", text):
        plain += text[at : found.start()]
        marks.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        at = found.end()
    return plain + text[at:], tuple(marks)
