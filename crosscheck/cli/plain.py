"""Command lines that hold names alone, run without Typer: to load it is a quarter of the time of a
run that finds nothing new.

>>> plain_work(["archive", "add", "archive", "--quiet", "parus"]) is None
True

Whatever begins with « - » is Typer's to read, and so is whatever lacks a name.
"""

from collections.abc import Callable, Sequence
from functools import partial


def plain_work(arguments: Sequence[str]) -> Callable[[], int] | None:
    """What such a line asks for, to be called for its status; `None` for any other line.

    `plain_work(["archive", "add", "archive", "parus"])`.
    """
    command, names = tuple(arguments[:2]), arguments[2:]
    if command != ("archive", "add") or len(names) < 2 or any(n.startswith("-") for n in names):
        return None
    from pathlib import Path

    from crosscheck.cli.adding import add

    folder, *paths = map(Path, names)
    return partial(add, folder, paths)
