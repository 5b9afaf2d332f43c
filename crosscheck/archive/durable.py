"""Files that are whole or not there: written beside, flushed to the disk, moved into place.

>>> from tempfile import mkdtemp
>>> file = Path(mkdtemp()) / "a" / "b.json"
>>> write(file, b"{}")
>>> file.read_bytes()
b'{}'
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

CHUNK = 1 << 20
"""Bytes of a file that are read at once."""


def write(file: Path, data: bytes) -> None:
    """Puts bytes in a file, in place of what was there; after this, they outlive a power cut.

    Raises `OSError`; the file is then as it was.
    """
    make_folder(file.parent)
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as made:
            made.write(data)
            made.flush()
            os.fsync(made.fileno())
        move(beside, file)
    finally:
        beside.unlink(missing_ok=True)


def move(made: Path, file: Path) -> None:
    """Moves a finished file into its place and has the disk know of it."""
    make_folder(file.parent)
    made.replace(file)
    flush_folder(file.parent)


def flush(file: Path) -> None:
    """Has the disk hold what was written to a file."""
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """The folder and those above it, each known to the disk."""
    missing = [f for f in (folder, *folder.parents) if not f.is_dir()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        flush_folder(made.parent)


def flush_folder(folder: Path) -> None:
    """Has the disk know the names in a folder, where the system can be asked to."""
    with suppress(PermissionError):  # Windows opens no folder
        flush(folder)


def digest_of(file: Path) -> str:
    """SHA-256 of the bytes of a file, in hexadecimal digits."""
    whole = sha256()
    with file.open("rb") as read:
        while chunk := read.read(CHUNK):
            whole.update(chunk)
    return whole.hexdigest()
