"""An archive held by a command: alone while it is changed, its index after, its damage told."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.cli import console
from crosscheck.cli.errors import system_reason

if TYPE_CHECKING:
    from crosscheck.archive.store import Archive


@contextmanager
def writing_alone(folder: Path, command: str, wait: int) -> Iterator[None]:
    """The archive to ourselves; who has it meanwhile is told."""
    from crosscheck.archive.locks import writing
    from crosscheck.archive.messages import said

    who = f"crosscheck archive {command}, processus {os.getpid()}, depuis le {_moment()}"

    def tell(holder: str) -> None:
        console.say(said("notes", "waiting", who=holder))

    with writing(folder, who, wait=wait, waiting=tell):
        yield


def _moment() -> str:
    """Now, to say since when an archive is being written: « 3/12 à 09:05:12 »."""
    now = time.localtime()
    return f"{now.tm_mday}/{now.tm_mon} à {time.strftime('%H:%M:%S', now)}"


@contextmanager
def held_alone(folder: Path, command: str, wait: int) -> "Iterator[Archive]":
    """An archive that is there, to be changed; its damaged files are set aside."""
    from crosscheck.archive.library import opened
    from crosscheck.archive.manifest import read_manifest

    read_manifest(folder)  # a folder that is no archive gets no lock
    with writing_alone(folder, command, wait):
        with opened(folder) as library:
            archive = library.archive
        yield archive


def update_index(archive: "Archive") -> None:
    """Brings the index up to what was written; what cannot be now will be, when it is next used."""
    from crosscheck.archive.index import index_of
    from crosscheck.archive.library import reason_of
    from crosscheck.archive.messages import said

    try:
        index_of(archive).close()
    except (sqlite3.OperationalError, OSError) as error:
        told = reason_of(error) if isinstance(error, sqlite3.Error) else system_reason(error)
        console.say(said("notes", "index", path=archive.folder, reason=told))


def tell_aside(archive: "Archive") -> bool:
    """Says which files cannot be read; True when all can."""
    from crosscheck.archive.messages import said

    for aside in archive.aside:
        path = archive.folder / aside.file
        console.say(said("damage", "aside", path=path, reason=aside.reason))
    return not archive.aside
