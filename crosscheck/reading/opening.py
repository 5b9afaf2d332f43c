"""The bytes of a file, whole and from an ordinary file, or why not: nothing is waited for."""

import os
from pathlib import Path
from stat import S_ISREG

from crosscheck.reading.draft import Unread
from crosscheck.reading.folders import system_reason
from crosscheck.reading.messages import megabytes

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # what was looked at is what is opened
    | getattr(os, "O_BINARY", 0)
)


def file_bytes(path: Path, limit: int, *, article: bool = False) -> bytes:
    """The bytes of an ordinary file of no more than `limit`, links resolved already.

    `article` says that a longer file is no article rather than too large for its format. Raises
    `Unread`.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        raise Unread("missing") from None
    except PermissionError:
        raise Unread("denied") from None
    except (OSError, ValueError) as error:
        raise Unread("unreadable", reason=system_reason(error)) from None
    with os.fdopen(descriptor, "rb") as file:
        try:
            before = os.fstat(descriptor)
            if not S_ISREG(before.st_mode):
                raise Unread("not_regular")
            if before.st_size > limit:
                key = "too_long" if article else "too_large"
                raise Unread(key, size=megabytes(before.st_size), limit=megabytes(limit))
            data = file.read(limit + 1)
            after = os.fstat(descriptor)
        except OSError as error:
            raise Unread("unreadable", reason=system_reason(error)) from None
    if (before.st_size, before.st_mtime_ns) != (len(data), after.st_mtime_ns):
        raise Unread("changed")
    return data
