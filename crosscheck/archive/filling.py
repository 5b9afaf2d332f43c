"""What a segment puts into the index, and what is taken out of it again."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from mmap import ACCESS_READ, mmap
from pathlib import Path

from crosscheck.archive.keys import keys_of
from crosscheck.archive.manifest import Segment
from crosscheck.archive.records import text_of, unwrapped
from crosscheck.archive.rows import Row
from crosscheck.archive.store import Archive
from crosscheck.archive.tables import ORDER, Unreadable, connect, literal, rows_of, scan

UNDATED = 0
"""The day of an article that has none."""
SHARE = 500
"""Articles that are taken in at once."""
_ARTICLE = "article, source, fingerprint, id, part, title, outlet, published, words, claims"
_CLAIM = (
    "article, kind, unit, low, high, first, last, value, head, action, actors, places,"
    " happened_first"
)


def fill(index: sqlite3.Connection, archive: Archive, segment: Segment) -> None:
    """Takes in the articles of a segment; those that are known already stand there from now on."""
    connection = archive.connected()
    held = archive.rows("articles", [segment])
    rows = rows_of(connection, f"SELECT {_ARTICLE} FROM {held} ORDER BY {ORDER['articles']}")
    with places(archive.folder / segment.records.path) as place_of:
        for start in range(0, len(rows), SHARE):
            share = rows[start : start + SHARE]
            records = _records(archive, segment, [row["article"] for row in share])
            stored = {key: _Stored(place_of(data), data) for key, data in records.items()}
            wanted = _among("key", sorted(stored))
            known = {key for (key,) in index.execute(f"SELECT key FROM articles WHERE {wanted}")}
            moved = [(segment.name, *stored[key].stand, key) for key in sorted(known)]
            index.executemany(
                "UPDATE articles SET segment = ?, place = ?, size = ? WHERE key = ?", moved
            )
            new = [row for row in share if row["article"] not in known]
            if new:
                _take_in(index, archive, segment, new, stored)


@dataclass(frozen=True, slots=True)
class _Stored:
    """A record where it stands in its file; `None`: not as it is."""

    place: int | None
    data: bytes

    @property
    def stand(self) -> tuple[int | None, int]:
        return self.place, len(self.data)

    @property
    def text(self) -> str:
        return text_of(unwrapped(self.data))


@contextmanager
def places(file: Path) -> Iterator[Callable[[bytes], int | None]]:
    """Where in a file some bytes stand, asked of one after the other: `None` where they do not.

    What is packed by itself stands in a file of Parquet as it is. Where one does not, it is a file
    that is packed in another way, and none is looked for any more.
    """
    with file.open("rb") as read, mmap(read.fileno(), 0, access=ACCESS_READ) as whole:
        after = 0

        def place_of(data: bytes) -> int | None:
            nonlocal after
            if after < 0:
                return None
            at = whole.find(data, after)
            if at < 0:
                at = whole.find(data)
            after = at + len(data) if at >= 0 else at
            return at if at >= 0 else None

        yield place_of


def _records(archive: Archive, segment: Segment, keys: Sequence[str]) -> dict[str, bytes]:
    """The records of some articles as they stand in the files of a segment, in their order there.

    Raises `Unreadable` where one is missing.
    """
    files = scan(archive.folder, [segment.records])
    wanted = _among("article", keys)
    query = f"SELECT article, record FROM {files} WHERE {wanted} ORDER BY {ORDER['records']}"
    found = {row["article"]: row["record"] for row in rows_of(connect(archive.folder), query)}
    if len(found) < len(keys):
        raise Unreadable(segment.records.path)
    return found


def _take_in(
    index: sqlite3.Connection,
    archive: Archive,
    segment: Segment,
    rows: Sequence[Row],
    stored: Mapping[str, _Stored],
) -> None:
    texts = {row["article"]: stored[row["article"]].text for row in rows}
    keys = _keys(archive, segment, texts)
    numbers = {}
    for row in rows:
        day = row["published"]
        done = index.execute(
            "INSERT INTO articles (key, segment, source, fingerprint, stamp, name, part, title,"
            " outlet, published, words, claims, keys, place, size)"
            f" VALUES ({', '.join('?' * 15)})",
            (row["article"], segment.name, row["source"], row["fingerprint"], segment.stamp,
             row["id"], row["part"], row["title"], row["outlet"],
             day.isoformat() if day else None, row["words"], row["claims"],
             len(keys[row["article"]]), *stored[row["article"]].stand),
        )  # fmt: skip
        numbers[row["article"]] = done.lastrowid
    days = {row["article"]: _day(row) for row in rows}
    found = [
        (key, days[article], number) for article, number in numbers.items() for key in keys[article]
    ]
    index.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", sorted(found))
    _put_passages(index, archive, segment, numbers)


def _day(row: Row) -> int:
    return row["published"].toordinal() if row["published"] else UNDATED


def _put_passages(
    index: sqlite3.Connection, archive: Archive, segment: Segment, numbers: dict[str, int | None]
) -> None:
    wanted = _among("article", sorted(numbers))
    files = scan(archive.folder, [segment.passages])
    query = f"SELECT * FROM {files} WHERE {wanted} ORDER BY article, n"
    for row in rows_of(archive.connected(), query):
        done = index.execute(
            "INSERT INTO passages (article, start, block, place) VALUES (?, ?, ?, ?)",
            (numbers[row["article"]], row["start"], row["block"], row["place"]),
        )
        index.execute(
            "INSERT INTO texts (rowid, text) VALUES (?, ?)", (done.lastrowid, row["text"])
        )


def _keys(
    archive: Archive, segment: Segment, texts: Mapping[str, str]
) -> dict[str, frozenset[int]]:
    """The keys of some articles of a segment, from their texts and the rows of their claims."""
    claims: dict[str, list[Row]] = defaultdict(list)
    files = scan(archive.folder, [segment.claims])
    told = f"SELECT {_CLAIM} FROM {files} WHERE {_among('article', texts)}"
    for row in rows_of(connect(archive.folder), told):
        claims[row["article"]].append(row)
    return {key: keys_of(text, claims[key]) for key, text in texts.items()}


def _among(column: str, texts: Iterable[str]) -> str:
    return f"{column} IN ({', '.join(map(literal, texts))})"


def forget(
    index: sqlite3.Connection, archive: Archive, gone: Sequence[tuple[int, str, Segment]]
) -> None:
    """Takes articles out, each given by its number, its key and the segment where it stands."""
    by_segment: dict[str, list[tuple[int, str, Segment]]] = defaultdict(list)
    for row in gone:
        by_segment[row[2].name].append(row)
    for rows in by_segment.values():
        for start in range(0, len(rows), SHARE):
            _take_out(index, archive, rows[start : start + SHARE])


def _take_out(
    index: sqlite3.Connection, archive: Archive, rows: Sequence[tuple[int, str, Segment]]
) -> None:
    numbers = {key: number for number, key, _ in rows}
    days = dict(
        index.execute(
            f"SELECT key, published FROM articles WHERE {_among('key', sorted(numbers))}"
        ).fetchall()
    )
    records = _records(archive, rows[0][2], sorted(numbers))
    texts = {key: text_of(unwrapped(data)) for key, data in records.items()}
    for article, found in _keys(archive, rows[0][2], texts).items():
        day = date.fromisoformat(days[article]).toordinal() if days[article] else UNDATED
        index.executemany(
            "DELETE FROM keys WHERE key = ? AND day = ? AND article = ?",
            [(key, day, numbers[article]) for key in found],
        )
    for number in sorted(numbers.values()):
        index.execute(
            "DELETE FROM texts WHERE rowid IN (SELECT n FROM passages WHERE article = ?)", [number]
        )
        index.execute("DELETE FROM passages WHERE article = ?", [number])
        index.execute("DELETE FROM articles WHERE n = ?", [number])
