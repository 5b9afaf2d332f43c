"""Articles read again from the archive itself, where other rules or another version read them."""

from collections.abc import Iterator
from dataclasses import replace

from crosscheck.archive.adding import BATCH, Extract
from crosscheck.archive.committing import commit
from crosscheck.archive.fetching import fetch
from crosscheck.archive.library import indexed, outdated_in
from crosscheck.archive.store import Archive, clear
from crosscheck.stamp import stamp


def outdated(archive: Archive) -> int:
    """How many articles another version, or other rules, have read."""
    with indexed(archive) as library:
        return outdated_in(library)


def migrate(archive: Archive, extract: Extract) -> Iterator[tuple[Archive, int]]:
    """Reads for claims, batch after batch, what this version has not read; how many each time.

    Call it while writing. Raises `OSError` when the disk refuses: earlier batches are there.
    """
    clear(archive)
    while True:
        archive, done = _batch(archive, extract)
        if not done:
            return
        yield archive, done


def _batch(archive: Archive, extract: Extract) -> tuple[Archive, int]:
    read_by = stamp()
    mark = read_by.mark
    with indexed(archive) as library:
        archive = library.archive
        query = "SELECT n FROM articles WHERE stamp <> ? ORDER BY published, key LIMIT ?"
        numbers = [number for (number,) in library.index.execute(query, [mark, BATCH])]
        found = fetch(library, numbers)
    again = [
        replace(entry, stamp=mark, claims=tuple(extract(entry.article))) for entry in found.entries
    ]
    if again:
        gone = {entry.key for entry in found.entries}
        archive = commit(archive, again, gone, read_by=[read_by])
    return archive, len(again)
