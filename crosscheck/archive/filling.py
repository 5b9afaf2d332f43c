"""What a segment puts into the index, and what is taken out of it again."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from crosscheck.archive.keys import keys_of
from crosscheck.archive.manifest import Segment
from crosscheck.archive.rows import Row
from crosscheck.archive.store import Archive
from crosscheck.archive.tables import connect, literal, rows_of, scan

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
    rows = rows_of(connection, f"SELECT {_ARTICLE} FROM {archive.rows('articles', [segment])}")
    for start in range(0, len(rows), SHARE):
        share = rows[start : start + SHARE]
        wanted = _among("key", [row["article"] for row in share])
        known = {key for (key,) in index.execute(f"SELECT key FROM articles WHERE {wanted}")}
        moved = [(segment.name, key) for key in sorted(known)]
        index.executemany("UPDATE articles SET segment = ? WHERE key = ?", moved)
        new = [row for row in share if row["article"] not in known]
        if new:
            _take_in(index, archive, segment, new)


def _take_in(
    index: sqlite3.Connection, archive: Archive, segment: Segment, rows: Sequence[Row]
) -> None:
    keys = _keys(archive, segment, [row["article"] for row in rows])
    numbers = {}
    for row in rows:
        day = row["published"]
        done = index.execute(
            "INSERT INTO articles (key, segment, source, fingerprint, stamp, name, part, title,"
            " outlet, published, words, claims, keys)"
            f" VALUES ({', '.join('?' * 13)})",
            (row["article"], segment.name, row["source"], row["fingerprint"], segment.stamp,
             row["id"], row["part"], row["title"], row["outlet"],
             day.isoformat() if day else None, row["words"], row["claims"],
             len(keys[row["article"]])),
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


def _keys(archive: Archive, segment: Segment, articles: Sequence[str]) -> dict[str, frozenset[int]]:
    """The keys of some articles of a segment, from their texts and the rows of their claims."""
    connection, wanted = connect(archive.folder), _among("article", articles)
    texts = f"SELECT article, text FROM {scan(archive.folder, [segment.articles])} WHERE {wanted}"
    claims: dict[str, list[Row]] = defaultdict(list)
    told = f"SELECT {_CLAIM} FROM {scan(archive.folder, [segment.claims])} WHERE {wanted}"
    for row in rows_of(connection, told):
        claims[row["article"]].append(row)
    return {
        row["article"]: keys_of(row["text"], claims[row["article"]])
        for row in rows_of(connection, texts)
    }


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
    for article, found in _keys(archive, rows[0][2], sorted(numbers)).items():
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
