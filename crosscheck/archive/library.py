"""An archive opened to be asked: what counts, and its index."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from crosscheck.archive.index import Moved, index_of, update
from crosscheck.archive.locks import reading
from crosscheck.archive.messages import fault
from crosscheck.archive.store import INDEX, Archive, open_archive, verified
from crosscheck.archive.tables import Unreadable
from crosscheck.rules import table
from crosscheck.stamp import stamp

TRIES = 20
"""How often an archive is opened anew that changes while it is opened."""


@dataclass(frozen=True, slots=True)
class Library:
    """What an archive holds, and where it is found: `with opened(folder) as library: …`."""

    archive: Archive
    index: sqlite3.Connection


@contextmanager
def opened(folder: Path) -> Iterator[Library]:
    """An archive to read from; what is damaged is set aside (`library.archive.aside`).

    Its index is brought up to date first; where that may not be written, it is made for this time
    in a temporary folder. Raises `ArchiveError` for what is no archive, or one of another format.
    """
    with reading(folder), ExitStack() as kept:
        yield _settled(folder, kept)


@contextmanager
def indexed(archive: Archive) -> Iterator[Library]:
    """The same of an archive that is open already: call it while writing."""
    with ExitStack() as kept:
        yield _ready(archive, kept)


def outdated_in(library: Library) -> int:
    """How many articles another version, or other rules, have read: they are not compared."""
    query = "SELECT count(*) FROM articles WHERE stamp <> ?"
    ((number,),) = library.index.execute(query, [stamp().mark])
    return int(number)


def _settled(folder: Path, kept: ExitStack) -> Library:
    """The archive with its index, both of one moment while another process writes."""
    for _ in range(TRIES):
        try:
            return _ready(open_archive(folder), kept)
        except Moved:
            continue
    raise fault("moving", path=folder)


def _ready(archive: Archive, kept: ExitStack) -> Library:
    """The archive with its index. A file that turns out to be damaged is set aside."""
    try:
        index = _index(archive, kept)
    except Unreadable:
        worse = verified(archive)
        if worse == archive:
            raise
        archive, index = worse, _index(worse, kept)
    return Library(archive, kept.enter_context(closing(index)))


def _index(archive: Archive, kept: ExitStack) -> sqlite3.Connection:
    try:
        return index_of(archive)
    except (sqlite3.OperationalError, OSError):
        pass  # not there, then
    from tempfile import TemporaryDirectory  # seldom needed, and slow to make and to clear

    elsewhere = Path(kept.enter_context(TemporaryDirectory(prefix="crosscheck-")))
    try:
        return update(elsewhere / INDEX, archive)
    except sqlite3.OperationalError as error:
        raise fault("index", path=archive.folder, reason=reason_of(error)) from error


def reason_of(error: sqlite3.Error) -> str:
    """What SQLite says in English, in French where we know it."""
    return str(table("archive", "sqlite").get(str(error), error))
