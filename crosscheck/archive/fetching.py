"""Articles of an archive with their claims, as they were when they were added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.archive.library import Library
from crosscheck.archive.manifest import Segment
from crosscheck.archive.messages import said
from crosscheck.archive.rows import Damaged, Entry, entry_of
from crosscheck.archive.store import Archive
from crosscheck.archive.tables import Unreadable, connect, literal, rows_of, scan


@dataclass(frozen=True, slots=True)
class Fetched:
    """The articles that could be read, in the order of date and key, and the files that not."""

    entries: tuple[Entry, ...]
    damaged: tuple[str, ...] = ()
    """What could not be, in words."""


def fetch(library: Library, numbers: Iterable[int]) -> Fetched:
    """The articles of some numbers of the index. What is not what was written is left out."""
    wanted: dict[str, list[str]] = defaultdict(list)
    stamps: dict[str, str] = {}
    for number in numbers:
        query = "SELECT segment, key, stamp FROM articles WHERE n = ?"
        segment, key, stamp = library.index.execute(query, [number]).fetchone()
        wanted[segment].append(key)
        stamps[key] = stamp
    held = [segment for segment in library.archive.segments if segment.name in wanted]
    try:
        found = _of_segments(library.archive, held, stamps)
    except Unreadable:
        found = _one_by_one(library.archive, held, wanted, stamps)
    ordered = sorted(found.entries, key=lambda entry: (entry.month, entry.key))
    return Fetched(tuple(ordered), tuple(sorted(set(found.damaged))))


def _one_by_one(
    archive: Archive,
    segments: Sequence[Segment],
    wanted: Mapping[str, Sequence[str]],
    stamps: Mapping[str, str],
) -> Fetched:
    """What can be read where a file is damaged."""
    entries: list[Entry] = []
    damaged: list[str] = []
    for segment in segments:
        own = {key: stamps[key] for key in wanted[segment.name]}
        try:
            found = _of_segments(archive, [segment], own)
        except Unreadable:
            names = f"{segment.articles.path}, {segment.claims.path}"
            found = Fetched((), (said("damage", "files", files=names),))
        entries += found.entries
        damaged += found.damaged
    return Fetched(tuple(entries), tuple(damaged))


def _of_segments(
    archive: Archive, segments: Sequence[Segment], stamps: Mapping[str, str]
) -> Fetched:
    """The articles of some keys, each with its stamp. Raises `Unreadable` for a damaged file."""
    if not segments:
        return Fetched(())
    listed = f"article IN ({', '.join(map(literal, sorted(stamps)))})"
    articles = scan(archive.folder, [segment.articles for segment in segments])
    claims = scan(archive.folder, [segment.claims for segment in segments])
    connection = connect(archive.folder)
    columns = "article, source, fingerprint, text, record"
    rows = rows_of(connection, f"SELECT {columns} FROM {articles} WHERE {listed}")
    told: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows_of(connection, f"SELECT article, n, claim FROM {claims} WHERE {listed}"):
        told[row["article"]][row["n"]] = row["claim"]
    entries: dict[str, Entry] = {}
    damaged = []
    for row in rows:
        key = row["article"]
        held = told[key]
        try:
            entries[key] = entry_of(row, stamps[key], [held[n] for n in sorted(held)])
        except Damaged:
            damaged.append(said("damage", "row", source=row["source"]))
    return Fetched(tuple(entries.values()), tuple(damaged))
