"""An archive in as few files as it needs: one set a month, without what counts no more.

Rows have one order, so two archives of the same articles, however they grew, have the same files
after this.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from crosscheck.archive.manifest import TABLES, Segment, write_manifest
from crosscheck.archive.store import Archive, clear
from crosscheck.archive.tables import COLUMNS, scan, write_query

if TYPE_CHECKING:
    from collections.abc import Sequence


def compact(archive: Archive, progress: Callable[[str], None] | None = None) -> Archive:
    """The archive with one segment for each month and stamp; what is damaged stays as it is.

    Call it while writing. Each month is one step: a stop loses the last at most. Raises `OSError`
    when the disk refuses, `Unreadable` for a file that is damaged.
    """
    clear(archive)
    groups: dict[tuple[str, str], list[Segment]] = defaultdict(list)
    for segment in archive.segments:
        groups[segment.month, segment.stamp].append(segment)
    for month, stamp in sorted(groups):
        held = groups[month, stamp]
        dead = _dead(archive, held)
        if len(held) == 1 and not dead:
            continue
        if progress is not None:
            progress(month)
        archive = _replaced(archive, held, _merged(archive, held, month, stamp), dead)
    clear(archive)
    return archive


def _dead(archive: Archive, held: "Sequence[Segment]") -> frozenset[str]:
    """Keys of the articles of some segments that count no more."""
    if not archive.manifest.removed:
        return frozenset()
    files = scan(archive.folder, [segment.articles for segment in held])
    query = f"SELECT article FROM {files} SEMI JOIN removed USING (article)"
    return frozenset(key for (key,) in archive.connected().execute(query).fetchall())


def _merged(archive: Archive, held: "Sequence[Segment]", month: str, stamp: str) -> Segment | None:
    """One segment of the rows of several that count; `None` when none do."""
    connection = archive.connected()
    files = [
        write_query(connection, archive.folder, table, month, _once(archive, held, table))
        for table in TABLES
    ]
    return Segment(month, stamp, *files) if files[0].rows else None


def _once(archive: Archive, held: "Sequence[Segment]", table: str) -> str:
    """The rows of a table, each once: a file that was given up for lost may have come back."""
    each = "article, n" if "n" in COLUMNS[table] else "article"
    return f"SELECT DISTINCT ON ({each}) * FROM {archive.rows(table, held)}"


def _replaced(
    archive: Archive, held: "Sequence[Segment]", made: Segment | None, dead: frozenset[str]
) -> Archive:
    names = {segment.name for segment in held}
    kept = [segment for segment in archive.manifest.segments if segment.name not in names]
    after = archive.manifest.following(
        segments=tuple(kept) + ((made,) if made else ()), removed=archive.manifest.removed - dead
    )
    write_manifest(archive.folder, after)
    return replace(archive, manifest=after)
