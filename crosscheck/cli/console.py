"""What goes to the terminal: lines for the user, colours, progress; and how a run ends."""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

FINDINGS, INCOMPLETE = 1, 2
PLAIN_WIDTH = 100
"""Columns of a table that goes to no terminal."""


def say(message: str) -> None:
    """One line on stderr: `say("notes.bin : ce n'est pas un texte")`.

    Controls and halves of characters that a path may hold are shown as « ? ».
    """
    line = "".join("?" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in message)
    try:
        sys.stderr.write(f"crosscheck: {line}\n")
        sys.stderr.flush()
    except (AttributeError, OSError, UnicodeEncodeError):
        return  # nobody listens, or cannot read us: the exit status still tells


def standard_input(paths: Sequence[Path]) -> BinaryIO | None:
    """The bytes that come in, when « - » is among what is to be read."""
    asked = any(str(path) == "-" for path in paths)
    return sys.stdin.buffer if asked and sys.stdin is not None else None


def show(text: str) -> None:
    """Writes a text to stdout in UTF-8, as it is. A reader that has gone away is no error.

    Raises `OSError` when there is no stdout, or no room left.
    """
    if sys.stdout is None:
        raise OSError(None, "la sortie standard est fermée")
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        close_stdout()
    except OSError:
        close_stdout()  # else Python tries again on leaving, and prints a traceback
        raise


def close_stdout() -> None:
    """Sends what Python may still want to flush nowhere, after `| head` has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def wants_color() -> bool:
    """Whether the table is coloured: on a terminal, unless NO_COLOR; always with FORCE_COLOR.

    `FORCE_COLOR=0` (or « false », « no ») asks for none.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced.lower() not in ("0", "false", "no")
    return reads_us() and os.environ.get("TERM") != "dumb"


def reads_us() -> bool:
    """Whether somebody reads what is shown, and no program."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Columns: what COLUMNS says, else the terminal, else a fixed number."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked):
        return int(asked)
    if not reads_us():
        return PLAIN_WIDTH
    from shutil import get_terminal_size  # most of what is shown goes to no terminal

    return get_terminal_size().columns


@contextmanager
def progress(articles: int) -> Iterator[Callable[[str], None] | None]:
    """How far the reading has come, on a terminal; elsewhere nothing, and `None` to call.

    `with progress(5) as tell: cross_check(articles, progress=tell)` names the article being read,
    with a bar and the time that is left. For no article, nothing is shown.
    """
    if not articles or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(20),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
    )
    begun = False
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("chargement du modèle…", total=articles)

        def tell(name: str) -> None:
            nonlocal begun
            shown = "".join(c if c.isprintable() else "?" for c in name)
            bar.update(task, description=f"lecture de {shown}…", advance=1 if begun else 0)
            begun = True

        yield tell
