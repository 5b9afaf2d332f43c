"""How an archive changes: in one step, done when the manifest is replaced and not before."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.archive.manifest import TABLES, Segment, write_manifest
from crosscheck.archive.rows import Entry, article_row, claim_rows, passage_rows, record_row
from crosscheck.archive.store import Archive
from crosscheck.archive.tables import connect, scan, write_table
from crosscheck.stamp import Stamp

if TYPE_CHECKING:
    import duckdb


def commit(
    archive: Archive,
    entries: Sequence[Entry],
    gone: Collection[str] = (),
    *,
    read_by: Sequence[Stamp] = (),
) -> Archive:
    """The archive with more entries, and without the articles of the keys `gone`.

    Call it while writing. Raises `OSError` when the disk refuses: nothing has changed then.
    """
    months: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    back = _present(archive, {entry.key for entry in entries} & archive.manifest.removed)
    for entry in entries:
        if entry.key not in back:
            months[entry.month, entry.stamp].append(entry)
    connection = connect(archive.folder)
    made = [
        segment_of(connection, archive.folder, month, stamp, months[month, stamp])
        for month, stamp in sorted(months)
    ]
    kept = archive.manifest
    here = {entry.key for entry in entries}
    after = kept.following(
        segments=(*kept.segments, *made),
        removed=(kept.removed | frozenset(gone)) - here,
        stamps=(*kept.stamps, *((stamp.mark, stamp.words) for stamp in read_by)),
    )
    write_manifest(archive.folder, after)
    return Archive(archive.folder, after, archive.aside)


def _present(archive: Archive, keys: Collection[str]) -> frozenset[str]:
    """Which articles that were removed stand in a file still: they need only be called back."""
    if not keys or not archive.segments:
        return frozenset()
    files = scan(archive.folder, [segment.articles for segment in archive.segments])
    query = f"SELECT article FROM {files} WHERE article IN (SELECT unnest($1::VARCHAR[]))"
    found = connect(archive.folder).execute(query, [sorted(keys)]).fetchall()
    return frozenset(key for (key,) in found)


def segment_of(
    connection: "duckdb.DuckDBPyConnection",
    folder: Path,
    month: str,
    stamp: str,
    entries: Sequence[Entry],
) -> Segment:
    """The files of some entries of one month."""
    rows = {
        "articles": [article_row(entry) for entry in entries],
        "claims": [row for entry in entries for row in claim_rows(entry)],
        "passages": [row for entry in entries for row in passage_rows(entry)],
        "records": [record_row(entry) for entry in entries],
    }
    files = (write_table(connection, folder, table, month, rows[table]) for table in TABLES)
    return Segment(month, stamp, *files)
