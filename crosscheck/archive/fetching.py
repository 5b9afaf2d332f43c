"""Articles of an archive with their claims, as they were when they were added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, slots=True)
class Filed:
    """What the index knows of an article: by what it was read, and its day."""

    stamp: str
    day: str | None


def fetch(library: Library, numbers: Iterable[int]) -> Fetched:
    """The articles of some numbers of the index. What is not what was written is left out."""
    wanted: dict[str, dict[str, Filed]] = defaultdict(dict)
    for number in numbers:
        query = "SELECT segment, key, stamp, published FROM articles WHERE n = ?"
        segment, key, stamp, day = library.index.execute(query, [number]).fetchone()
        wanted[segment][key] = Filed(stamp, day)
    held = [segment for segment in library.archive.segments if segment.name in wanted]
    every = {key: filed for found in wanted.values() for key, filed in found.items()}
    try:
        found = _of_segments(library.archive, held, every)
    except Unreadable:
        found = _one_by_one(library.archive, held, wanted)
    ordered = sorted(found.entries, key=lambda e: (e.article.published or date.max, e.key))
    return Fetched(tuple(ordered), tuple(sorted(set(found.damaged))))


def _one_by_one(
    archive: Archive,
    segments: Sequence[Segment],
    wanted: Mapping[str, Mapping[str, Filed]],
) -> Fetched:
    """What can be read where a file is damaged."""
    entries: list[Entry] = []
    damaged: list[str] = []
    for segment in segments:
        try:
            found = _of_segments(archive, [segment], wanted[segment.name])
        except Unreadable:
            names = f"{segment.articles.path}, {segment.claims.path}"
            found = Fetched((), (said("damage", "files", files=names),))
        entries += found.entries
        damaged += found.damaged
    return Fetched(tuple(entries), tuple(damaged))


def _of_segments(
    archive: Archive, segments: Sequence[Segment], wanted: Mapping[str, Filed]
) -> Fetched:
    """The articles of some keys. Raises `Unreadable` for a damaged file."""
    if not segments:
        return Fetched(())
    listed = _condition(wanted)
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
            entries[key] = entry_of(row, wanted[key].stamp, [held[n] for n in sorted(held)])
        except Damaged:
            damaged.append(said("damage", "row", source=row["source"]))
    return Fetched(tuple(entries.values()), tuple(damaged))


def _condition(wanted: Mapping[str, Filed]) -> str:
    """What holds of the rows of some articles, within SQL.

    The keys alone would do; rows stand in the order of days, so days tell what to leave packed.
    """
    listed = f"article IN ({', '.join(map(literal, sorted(wanted)))})"
    days = [filed.day for filed in wanted.values() if filed.day is not None]
    if len(days) < len(wanted):
        return listed
    first, last = literal(min(days)), literal(max(days))
    return f"published BETWEEN DATE {first} AND DATE {last} AND {listed}"
