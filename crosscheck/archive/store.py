"""An archive on the disk: `open_archive(folder)` tells what counts and what cannot be read.

Nothing that reads articles or tables is imported here: to see that all is there must cost nothing.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.archive.durable import digest_of, make_folder
from crosscheck.archive.locks import READING, WRITING, unread
from crosscheck.archive.manifest import (
    NAME,
    TABLES,
    DataFile,
    Manifest,
    Segment,
    is_archive,
    read_manifest,
    write_manifest,
)
from crosscheck.archive.messages import fault, said
from crosscheck.archive.tables import WORK, connect, empty, scan

if TYPE_CHECKING:
    import duckdb

INDEX = "index.sqlite"
OWN = frozenset({NAME, WRITING, READING, WORK, INDEX, f"{INDEX}-journal", *TABLES})
"""What may stand in the folder of an archive."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that cannot be read, and why: its segment is set aside, the rest served."""

    file: str
    reason: str
    segment: str


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive holds at one moment: `Archive(folder, read_manifest(folder))`."""

    folder: Path
    manifest: Manifest
    aside: tuple[Aside, ...] = ()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Those that can be read."""
        broken = {aside.segment for aside in self.aside}
        return tuple(s for s in self.manifest.segments if s.name not in broken)

    def rows(self, table: str, segments: Sequence[Segment] | None = None) -> str:
        """The rows of a table that count, within SQL on a connection that `connected` made."""
        held = self.segments if segments is None else segments
        if not held:
            return empty(table)
        files = [segment.files[TABLES.index(table)] for segment in held]
        return f"(FROM {scan(self.folder, files)} ANTI JOIN removed USING (article))"

    def connected(self) -> "duckdb.DuckDBPyConnection":
        """DuckDB, with a table of what counts no more."""
        connection = connect(self.folder)
        query = "CREATE TEMP TABLE removed AS SELECT unnest($1::VARCHAR[]) AS article"
        connection.execute(query, [sorted(self.manifest.removed)])
        return connection


def open_archive(folder: Path) -> Archive:
    """What an archive holds now; files that are missing or cut short are set aside.

    Raises `ArchiveError` for what is no archive, or one of another format.
    """
    manifest = read_manifest(folder)
    rows = ((segment, file) for segment in manifest.segments for file in segment.files)
    found = [(segment, file, _broken(folder, file)) for segment, file in rows]
    return Archive(
        folder, manifest, tuple(Aside(f.path, why, s.name) for s, f, why in found if why)
    )


def _broken(folder: Path, file: DataFile) -> str:
    """Why a file cannot be what was written; empty when its size is right."""
    try:
        size = (folder / file.path).stat().st_size
    except FileNotFoundError:
        return said("damage", "missing")
    except OSError as error:
        return said("damage", "unreadable", reason=error.strerror)
    return "" if size == file.bytes else said("damage", "size", found=size, expected=file.bytes)


def verified(archive: Archive) -> Archive:
    """The archive with every byte of it held against its digest: slower, and sure."""
    worse = list(archive.aside)
    known = {aside.file for aside in worse}
    for segment in archive.manifest.segments:
        for file in segment.files:
            if file.path in known:
                continue
            try:
                sound = digest_of(archive.folder / file.path) == file.sha256
                reason = "" if sound else said("damage", "digest")
            except OSError as error:
                reason = said("damage", "unreadable", reason=error.strerror)
            if reason:
                worse.append(Aside(file.path, reason, segment.name))
    return Archive(archive.folder, archive.manifest, tuple(worse))


def prepare(folder: Path) -> None:
    """Makes an archive that holds nothing, where there is none. Call it while writing.

    Raises `ArchiveError` for a folder that holds anything else, `OSError` when it cannot be made.
    """
    if is_archive(folder):
        return
    strange = sorted(p.name for p in folder.iterdir() if not _own(p.name))
    if strange:
        raise fault("not_empty", path=folder, name=strange[0])
    write_manifest(folder, Manifest())


def make(folder: Path) -> None:
    """The folder of an archive to be, if it is not there. Raises `ArchiveError`, `OSError`."""
    if folder.exists() and not folder.is_dir():
        raise fault("not_archive", path=folder)
    if folder.is_dir() and not is_archive(folder):
        strange = sorted(p.name for p in folder.iterdir() if not _own(p.name))
        if strange:
            raise fault("not_empty", path=folder, name=strange[0])
    make_folder(folder)


def _own(name: str) -> bool:
    return name in OWN or (name.startswith(f".{NAME}.") and name.endswith(".tmp"))


def clear(archive: Archive) -> None:
    """Deletes what a run that was stopped has left, and what counts no more.

    Call it while writing. Files stay as long as another process reads the archive.
    """
    named = {archive.folder / file.path for s in archive.manifest.segments for file in s.files}
    with unread(archive.folder) as free:
        if not free:
            return
        for table in TABLES:
            for file in (archive.folder / table).glob("month=*/*"):
                if file not in named:
                    file.unlink(missing_ok=True)
        for left in (archive.folder / WORK).glob("*.parquet"):
            left.unlink(missing_ok=True)
        for left in archive.folder.glob(f".{NAME}.*.tmp"):
            left.unlink(missing_ok=True)
        for month in [m for table in TABLES for m in (archive.folder / table).glob("month=*")]:
            with suppress(OSError):  # not empty
                month.rmdir()
