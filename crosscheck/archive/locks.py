"""Who may write: one at a time, known by name; and files that nobody reads any more.

Locks are the system's (`flock`): they end with the process that holds them, however it ends. What
stands in the file tells people who holds it.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosscheck.archive.messages import fault

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    fcntl = None  # type: ignore[assignment]

WRITING = "writing.lock"
READING = "reading.lock"
PAUSE = 0.1
"""Seconds between two tries."""


@contextmanager
def writing(
    folder: Path, who: str, *, wait: float = 0, waiting: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Holds the archive for writing: `with writing(folder, "archive add, processus 12"): …`.

    Tries for `wait` seconds, and calls `waiting` once with who holds it. Raises `ArchiveError`
    when another still writes.
    """
    if fcntl is None:  # pragma: no cover - Windows
        raise fault("no_locks", path=folder)
    handle = os.open(folder / WRITING, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _take(handle, folder, wait, waiting)
        os.ftruncate(handle, 0)
        os.pwrite(handle, who.encode("utf-8", "replace"), 0)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, wait: float, waiting: Callable[[str], None] | None) -> None:
    tries = int(wait / PAUSE)
    for number in range(tries + 1):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 200, 0).decode("utf-8", "replace") or "?"
            if number == tries:
                raise fault("locked", path=folder, who=holder) from None
            if number == 0 and waiting is not None:
                waiting(holder)
            time.sleep(PAUSE)
        else:
            return


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Keeps the files that the manifest names now from being cleared away while they are read.

    On a disk where nothing may be written, nothing is cleared away either.
    """
    handle = None
    if fcntl is not None:
        with suppress(OSError):
            handle = _opened(folder / READING)
            fcntl.flock(handle, fcntl.LOCK_SH)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _opened(file: Path) -> int:
    try:
        return os.open(file, os.O_RDONLY)
    except FileNotFoundError:
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o666)


@contextmanager
def unread(folder: Path) -> Iterator[bool]:
    """Whether nobody reads the archive now, and none may begin to while this lasts."""
    handle = _opened(folder / READING)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
