"""Articles of an archive with their claims, as they were when they were added.

The index knows where in the files of records each article stands, so that it is read alone, without
what reads tables. What is read is held against its key: wherever it was, it is what was written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosscheck.archive.library import Library
from crosscheck.archive.manifest import Segment
from crosscheck.archive.messages import said
from crosscheck.archive.rows import Damaged, Entry, Held, entry_of
from crosscheck.archive.store import Archive
from crosscheck.archive.tables import Unreadable, connect, rows_of, scan

MANY = 500
"""Articles that the index is asked for at once."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The articles that could be read, in the order of date and key, and the files that not."""

    entries: tuple[Entry, ...]
    damaged: tuple[str, ...] = ()
    """What could not be, in words."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an article stands in the file of records of its segment."""

    held: Held
    place: int | None
    """`None` where the file is packed in another way than ours are."""
    size: int


def fetch(library: Library, numbers: Iterable[int]) -> Fetched:
    """The articles of some numbers of the index. What is not what was written is left out."""
    wanted: dict[str, list[Stand]] = defaultdict(list)
    for name, stand in _stands(library, list(numbers)):
        wanted[name].append(stand)
    entries: list[Entry] = []
    damaged: set[str] = set()
    for segment in library.archive.segments:
        if segment.name in wanted:
            found = _of_segment(library.archive, segment, wanted[segment.name])
            entries += found.entries
            damaged.update(found.damaged)
    ordered = sorted(entries, key=lambda e: (e.article.published or date.max, e.key))
    return Fetched(tuple(ordered), tuple(sorted(damaged)))


def _stands(library: Library, numbers: Sequence[int]) -> Iterator[tuple[str, Stand]]:
    """Where some articles stand: segment and place there."""
    for start in range(0, len(numbers), MANY):
        share = numbers[start : start + MANY]
        query = (
            "SELECT segment, key, source, fingerprint, stamp, place, size FROM articles"
            f" WHERE n IN ({', '.join('?' * len(share))})"
        )
        for segment, *held, place, size in library.index.execute(query, share):
            yield segment, Stand(Held(*held), place, size)


def _of_segment(archive: Archive, segment: Segment, stands: Sequence[Stand]) -> Fetched:
    """Some articles of a segment: as the index says where they are; else out of the table."""
    entries, missed = [], {}
    try:
        for stand, data in _pieces(archive, segment, stands):
            try:
                entries.append(entry_of(stand.held, data))
            except Damaged:
                missed[stand.held.key] = stand.held
    except OSError:
        return Fetched((), (said("damage", "files", files=archive.folder / segment.records.path),))
    if not missed:
        return Fetched(tuple(entries))
    more = _of_table(archive, segment, missed)
    return Fetched((*entries, *more.entries), more.damaged)


def _pieces(
    archive: Archive, segment: Segment, stands: Sequence[Stand]
) -> Iterator[tuple[Stand, bytes]]:
    """The bytes where each article is said to stand, in the order of the file; none where it is not
    said. Raises `OSError`.
    """
    with (archive.folder / segment.records.path).open("rb") as file:
        for stand in sorted(stands, key=lambda s: s.place or 0):
            data = b""
            if stand.place is not None:
                file.seek(stand.place)
                data = file.read(stand.size)
            yield stand, data


def _of_table(archive: Archive, segment: Segment, wanted: Mapping[str, Held]) -> Fetched:
    """Some articles of a segment, looked for in the table of records."""
    query = f"SELECT article, record FROM {scan(archive.folder, [segment.records])}"
    try:
        rows = rows_of(connect(archive.folder), query)
    except Unreadable:
        return Fetched((), (said("damage", "files", files=archive.folder / segment.records.path),))
    records = {row["article"]: row["record"] for row in rows}
    entries, damaged = [], []
    for key, held in wanted.items():
        try:
            entries.append(entry_of(held, records.get(key, b"")))
        except Damaged:
            damaged.append(said("damage", "row", source=held.source))
    return Fetched(tuple(entries), tuple(damaged))
