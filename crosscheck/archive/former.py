"""An archive of the first format brought to the one of now: nothing is read for claims again.

That format had no table of records but three columns more: `text` and `record` of each article, and
`claim` of each claim, as JSON. Each article is held against the key that it had there.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosscheck.archive.committing import segment_of
from crosscheck.archive.manifest import (
    FORMER,
    NAME,
    Manifest,
    Segment,
    unreadable,
    write_manifest,
)
from crosscheck.archive.messages import said
from crosscheck.archive.rows import KEY, Entry, Row
from crosscheck.archive.store import clear, open_archive
from crosscheck.archive.tables import Unreadable, connect, literal, rows_of
from crosscheck.models import Article, Claim
from crosscheck.models.codec import from_plain

SHARE = 2_000
"""Articles that are carried over at once."""


@dataclass(frozen=True, slots=True)
class _Lot:
    """What was written together."""

    month: str
    stamp: str
    articles: str
    """The path of a file, as that of the claims."""
    claims: str


@dataclass(frozen=True, slots=True)
class _Former:
    """A manifest of the first format."""

    generation: int
    stamps: tuple[tuple[str, str], ...]
    lots: tuple[_Lot, ...]
    removed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Carried:
    """How many articles were carried over, and what could not be, in words."""

    articles: int
    damaged: tuple[str, ...] = ()


def is_former(folder: Path) -> bool:
    """Whether a folder is an archive of the first format."""
    try:
        return bool(json.loads((folder / NAME).read_text(encoding="utf-8"))["format"] == FORMER)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def carry(folder: Path) -> Carried:
    """Writes an archive of the first format anew; it is one of now when all is written.

    Call it while writing. Stopped at any moment, it is what it was. Raises `OSError` when the disk
    refuses, `ArchiveError` for a manifest that cannot be used.
    """
    plain = json.loads((folder / NAME).read_text(encoding="utf-8"))
    try:
        former = _former(plain)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise unreadable(folder, "not_whole") from None
    made: list[Segment] = []
    damaged: list[str] = []
    count = 0
    for lot in former.lots:
        for entries, lost in _carried(folder, lot, former.removed):
            damaged += lost
            count += len(entries)
            if entries:
                made.append(segment_of(connect(folder), folder, lot.month, lot.stamp, entries))
    before = Manifest(generation=former.generation, stamps=former.stamps)
    write_manifest(folder, before.following(segments=tuple(made)))
    clear(open_archive(folder))
    return Carried(count, tuple(sorted(set(damaged))))


def _former(plain: Mapping[str, Any]) -> _Former:
    lots = (
        _Lot(str(s["month"]), str(s["stamp"]), str(s["articles"]["path"]), str(s["claims"]["path"]))
        for s in plain["segments"]
    )
    stamps = ((str(mark), str(words)) for mark, words in plain["stamps"])
    return _Former(
        int(plain["generation"]), tuple(stamps), tuple(lots), frozenset(plain["removed"])
    )


def _carried(
    folder: Path, lot: _Lot, removed: Collection[str]
) -> Iterator[tuple[list[Entry], list[str]]]:
    """The entries of a lot that count, some at a time, and what of it is damaged."""
    connection = connect(folder)
    articles, claims = (
        f"read_parquet({literal(folder / path)}, hive_partitioning = false)"
        for path in (lot.articles, lot.claims)
    )
    try:
        keys = [row["article"] for row in rows_of(connection, f"SELECT article FROM {articles}")]
        counting = [key for key in keys if key not in removed]
        for start in range(0, len(counting), SHARE):
            among = f"article IN ({', '.join(map(literal, counting[start : start + SHARE]))})"
            told: dict[str, list[str]] = defaultdict(list)
            query = f"SELECT article, claim FROM {claims} WHERE {among} ORDER BY article, n"
            for row in rows_of(connection, query):
                told[row["article"]].append(row["claim"])
            query = "SELECT article, source, fingerprint, text, record"
            rows = rows_of(connection, f"{query} FROM {articles} WHERE {among}")
            yield _entries(rows, told, lot.stamp)
    except Unreadable:
        yield [], [said("damage", "files", files=f"{lot.articles}, {lot.claims}")]


def _entries(
    rows: Sequence[Row], told: Mapping[str, Sequence[str]], stamp: str
) -> tuple[list[Entry], list[str]]:
    """The entries of some rows, and what of them is not what was written."""
    entries, damaged = [], []
    for row in rows:
        try:
            entries.append(_entry(row, stamp, told.get(row["article"], ())))
        except (ValueError, KeyError, TypeError):
            damaged.append(said("damage", "row", source=row["source"]))
    return entries, damaged


def _entry(row: Row, stamp: str, told: Sequence[str]) -> Entry:
    """The entry that a row of articles and its claims were made of. Raises `ValueError`, `KeyError`
    or `TypeError` when they are not what was written.
    """
    plain = json.loads(row["record"])
    text = plain["text"] or row["text"]
    whole = sha256()
    for part in (row["source"], row["fingerprint"], stamp, row["record"], text, *told):
        data = part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big") + data)
    if whole.hexdigest()[:KEY] != row["article"]:
        raise ValueError(row["article"])
    article = from_plain(Article, {**plain, "text": text})
    claims = tuple(from_plain(Claim, json.loads(claim)) for claim in told)
    return Entry(row["source"], row["fingerprint"], stamp, article, claims)
