"""An archive without what cannot be read any more, and which articles stood there."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace

from crosscheck.archive.manifest import Segment, write_manifest
from crosscheck.archive.sources import path_here
from crosscheck.archive.store import INDEX, Archive, clear, verified
from crosscheck.archive.tables import Unreadable, connect, rows_of, scan


@dataclass(frozen=True, slots=True)
class Repaired:
    """The archive as it is now, and what was taken out of it."""

    archive: Archive
    damaged: int = 0
    """Files that were not what had been written."""
    lost: tuple[str, ...] = ()
    """The files whose articles are to be added again, as one would write them here."""
    unnamed: int = 0
    """Articles of which nothing tells any more what they were."""


def repair(archive: Archive) -> Repaired:
    """Holds every byte against its digest, and takes out the segments that are damaged.

    Call it while writing, and before the index follows: it knows best what stood where. Raises
    `OSError` when the disk refuses: nothing has changed then.
    """
    worse = verified(archive)
    if not worse.aside:
        return Repaired(worse)
    sound = {segment.name for segment in worse.segments}
    broken = [s for s in archive.manifest.segments if s.name not in sound]
    named = {segment.name: _sources(worse, segment) for segment in broken}
    lost = {path_here(name, archive.folder) for names in named.values() for name in names}
    unnamed = sum(segment.articles.rows for segment in broken if not named[segment.name])
    after = archive.manifest.following(segments=worse.segments)
    write_manifest(archive.folder, after)
    whole = replace(worse, manifest=after, aside=())
    clear(whole)
    return Repaired(whole, len(worse.aside), tuple(sorted(lost)), unnamed)


def _sources(archive: Archive, segment: Segment) -> frozenset[str]:
    """The files that the articles of a segment were read from: as the index has it, or its rows."""
    try:
        file = (archive.folder / INDEX).resolve().as_uri()
        with closing(sqlite3.connect(f"{file}?mode=ro", uri=True)) as index:
            query = "SELECT source FROM articles WHERE segment = ?"
            held = index.execute(query, [segment.name]).fetchall()
    except sqlite3.Error:
        held = []
    if held:
        return frozenset(source for (source,) in held)
    if any(aside.file == segment.articles.path for aside in archive.aside):
        return frozenset()
    try:
        query = f"SELECT article, source FROM {scan(archive.folder, [segment.articles])}"
        rows = rows_of(connect(archive.folder), query)
    except Unreadable:
        return frozenset()
    return frozenset(r["source"] for r in rows if r["article"] not in archive.manifest.removed)
