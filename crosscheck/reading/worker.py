"""The process that reads foreign formats: bytes on its stdin, drafts on its stdout.

`python -m crosscheck.reading.worker` is started by `isolate`, never by hand. It has the memory it
was given and no more, writes no file, and is killed by its parent, or by its own alarm should the
parent be gone, when a file takes too long. What fails in a way that nobody foresaw ends it: the
parent tells the file as skipped and starts another.
"""

import json
import os
import signal
from pathlib import Path
from typing import IO

from crosscheck.reading.draft import Failed, Unread
from crosscheck.reading.registry import read_format
from crosscheck.reading.wire import pack, receive, send
from crosscheck.rules import use_rules
from crosscheck.settings import Limits


def main() -> None:
    """Reads one file after another until stdin is closed."""
    incoming, outgoing = _own_streams()
    while header := receive(incoming):
        job = json.loads(header)
        data = receive(incoming)
        limits = Limits(**job["limits"])
        _confine(limits)
        use_rules(Path(job["rules"]) if job["rules"] else None)
        answer = _read(job["format"], data, limits)
        _alarm(0)
        send(outgoing, answer)
        del data, answer


def _own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes; whatever a library prints goes nowhere."""
    outgoing = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return os.fdopen(os.dup(0), "rb"), outgoing


def _confine(limits: Limits) -> None:
    """Bounds on memory, files and time, where the system has them."""
    try:
        import resource
    except ImportError:  # not on Windows: there only the parent's clock holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _alarm(int(limits.seconds) + 2)


def _alarm(seconds: int) -> None:
    """Ends this process after some seconds, should its parent be gone; 0 takes that back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _read(name: str, data: bytes, limits: Limits) -> bytes:
    try:
        return pack(read_format(name, data, limits))
    except Unread as reason:
        return pack([Failed(reason.key, reason.places)])
    except MemoryError:
        limit = str(limits.memory // 1_000_000)
        return pack([Failed("memory", (("limit", limit),))])
    except RecursionError:
        return pack([Failed("too_deep")])


if __name__ == "__main__":
    main()
