"""What stands in an archive, listed and counted."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from crosscheck.archive.library import Library
from crosscheck.archive.sources import path_here
from crosscheck.archive.store import Archive
from crosscheck.archive.tables import rows_of
from crosscheck.stamp import stamp


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of an archive as `list` shows it."""

    id: str
    path: str
    part: str
    title: str
    outlet: str
    published: date | None
    words: int
    claims: int

    def to_dict(self) -> dict[str, object]:
        """The article as JSON has it."""
        return {
            "id": self.id,
            "path": self.path,
            "part": self.part,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "words": self.words,
            "claims": self.claims,
        }


def articles_of(library: Library) -> tuple[Listed, ...]:
    """The articles by date of publication, then by file."""
    query = (
        "SELECT name, source, part, title, outlet, published, words, claims FROM articles"
        " ORDER BY published IS NULL, published, source, part, name"
    )
    return tuple(
        Listed(
            name,
            path_here(source, library.archive.folder),
            part,
            title,
            outlet,
            date.fromisoformat(published) if published else None,
            words,
            claims,
        )
        for name, source, part, title, outlet, published, words, claims in library.index.execute(
            query
        )
    )


def counts_of(archive: Archive) -> dict[str, object]:
    """Counts by the names that `stats` shows."""
    days = "min(published) AS first, max(published) AS last"
    ((first, last),) = _ask(archive, f"SELECT {days} FROM {archive.rows('articles')}")
    by_kind = f"SELECT kind, count(*) FROM {archive.rows('claims')} GROUP BY kind ORDER BY kind"
    kinds = dict(_ask(archive, by_kind))
    files = [file for segment in archive.manifest.segments for file in segment.files]
    older = [segment for segment in archive.segments if segment.stamp != stamp().mark]
    return {
        "articles": _count(archive.rows("articles"), archive),
        "from": first.isoformat() if first else "",
        "to": last.isoformat() if last else "",
        "claims": sum(kinds.values()),
        "kinds": kinds,
        "passages": _count(archive.rows("passages"), archive),
        "segments": len(archive.manifest.segments),
        "files": len(files),
        "bytes": sum(file.bytes for file in files),
        "removed": len(archive.manifest.removed),
        "outdated": _count(archive.rows("articles", older), archive),
        "damaged": len(archive.aside),
        "format": archive.manifest.format,
        "read_by": dict(archive.manifest.stamps),
    }


def _count(rows: str, archive: Archive) -> int:
    ((number,),) = _ask(archive, f"SELECT count(*) AS number FROM {rows}")
    return int(number)


def _ask(archive: Archive, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in rows_of(archive.connected(), query)]
