"""What makes an archive quick to ask: one SQLite file, which can always be made anew.

It follows the manifest: whoever opens it brings it up to what counts now, in one transaction.
"""

import json
import sqlite3
from hashlib import sha256
from pathlib import Path

from crosscheck.archive.manifest import read_manifest
from crosscheck.archive.store import INDEX, Archive
from crosscheck.archive.tables import rows_of

VERSION = 3
"""To be raised when what stands in the index changes: it is then made anew."""
PATIENCE = 60.0
"""Seconds to wait while another process brings the index up to date."""
_SCHEMA = """
CREATE TABLE state (held TEXT NOT NULL);
CREATE TABLE articles (
    n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, segment TEXT NOT NULL, source TEXT NOT NULL,
    fingerprint TEXT NOT NULL, stamp TEXT NOT NULL, name TEXT NOT NULL, part TEXT NOT NULL,
    title TEXT NOT NULL, outlet TEXT NOT NULL, published TEXT, words INTEGER NOT NULL,
    claims INTEGER NOT NULL, keys INTEGER NOT NULL, place INTEGER, size INTEGER NOT NULL);
CREATE INDEX by_source ON articles (source);
CREATE INDEX by_segment ON articles (segment);
CREATE INDEX by_day ON articles (published);
CREATE TABLE passages (
    n INTEGER PRIMARY KEY, article INTEGER NOT NULL, start INTEGER NOT NULL, block TEXT NOT NULL,
    place TEXT NOT NULL);
CREATE INDEX by_article ON passages (article);
CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE passed (
    source TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (
    key INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL,
    PRIMARY KEY (key, day, article)) WITHOUT ROWID;
"""


def index_of(archive: Archive) -> sqlite3.Connection:
    """The index of what the archive holds, brought up to date.

    Raises `sqlite3.OperationalError` or `OSError` when it is not and cannot be written.
    """
    file = archive.folder / INDEX
    current = _current(file, archive)
    return update(file, archive) if current is None else current


def update(file: Path, archive: Archive) -> sqlite3.Connection:
    """Brings an index up to what the archive holds; makes it anew if it is not to be trusted.

    Raises `sqlite3.OperationalError` or `OSError` when it cannot be written.
    """
    try:
        return _brought_up(file, archive)
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, Unfit):
        for name in (file, file.with_name(f"{file.name}-journal")):
            name.unlink(missing_ok=True)
        return _brought_up(file, archive)


class Moved(Exception):
    """The archive has changed since it was opened: its index may know of more than we do."""


class Unfit(Exception):
    """The index cannot be brought up to date, only made anew."""


def state_of(archive: Archive) -> str:
    """What an index that is up to date remembers: what counts and what is broken, digested."""
    manifest, broken = archive.manifest, sorted(aside.file for aside in archive.aside)
    held = [(s.stamp, *(file.path for file in s.files)) for s in manifest.segments]
    told = json.dumps([VERSION, manifest.generation, held, sorted(manifest.removed), broken])
    return sha256(told.encode()).hexdigest()


def read_only(file: Path) -> sqlite3.Connection:
    """A connection to an index that is there, for questions alone."""
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)


def _current(file: Path, archive: Archive) -> sqlite3.Connection | None:
    """The index, if it is up to date already; nothing is written."""
    if not file.is_file():
        return None
    index = None
    try:
        index = read_only(file)
        (held,) = index.execute("SELECT held FROM state").fetchone() or ("",)
    except sqlite3.Error:
        held = ""
    if index is not None and held == state_of(archive):
        return index
    if index is not None:
        index.close()
    return None


def _brought_up(file: Path, archive: Archive) -> sqlite3.Connection:
    index = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    done = False
    try:
        index.execute("PRAGMA cache_size = -65536")
        index.execute("BEGIN IMMEDIATE")
        if _held(index) != state_of(archive):
            if read_manifest(archive.folder) != archive.manifest:
                raise Moved
            _follow(index, archive)
            index.execute("DELETE FROM state")
            index.execute("INSERT INTO state VALUES (?)", [state_of(archive)])
        index.execute("COMMIT")
        done = True
    finally:
        if not done:
            index.close()  # takes back what was begun
    return index


def _held(index: sqlite3.Connection) -> str:
    """The state that the index remembers; its tables are made where there are none."""
    (version,) = index.execute("PRAGMA user_version").fetchone()
    if not index.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone():
        for statement in (*_SCHEMA.split(";"), f"PRAGMA user_version = {VERSION}"):
            index.execute(statement)
        return ""
    if version != VERSION:
        raise Unfit
    (held,) = index.execute("SELECT held FROM state").fetchone() or ("",)
    return str(held)


def _follow(index: sqlite3.Connection, archive: Archive) -> None:
    """Takes in what is new, moves what stands in another file now, forgets what counts no more."""
    from crosscheck.archive.filling import fill, forget  # they need the words of the rules

    sound = {segment.name: segment for segment in archive.segments}
    have = {name for (name,) in index.execute("SELECT DISTINCT segment FROM articles")}
    for name in sorted(set(sound) - have):
        fill(index, archive, sound[name])
    if have - set(sound) and _left(index, have - set(sound)):
        raise Unfit  # what these articles were found by is told nowhere any more
    segments = {segment.name: segment for segment in archive.segments}
    gone = [(n, key, segments[name]) for n, key, name in _removed(index, archive)]
    forget(index, archive, gone)
    query = f"SELECT count(DISTINCT article) AS n FROM {archive.rows('articles')}"
    ((count,),) = (row.values() for row in rows_of(archive.connected(), query))
    if (count,) != index.execute("SELECT count(*) FROM articles").fetchone():
        raise Unfit


def _left(index: sqlite3.Connection, segments: set[str]) -> bool:
    """Whether an article stands in one of these segments and in no other."""
    rows = (index.execute("SELECT 1 FROM articles WHERE segment = ?", [s]) for s in segments)
    return any(found.fetchone() for found in rows)


def _removed(index: sqlite3.Connection, archive: Archive) -> list[tuple[int, str, str]]:
    """Articles of the index that count no more: number, key, segment."""
    query = "SELECT n, key, segment FROM articles WHERE key = ?"
    rows = (index.execute(query, [key]).fetchone() for key in sorted(archive.manifest.removed))
    return [row for row in rows if row]
