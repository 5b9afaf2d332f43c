"""What goes to the terminal: lines for the user, colours, progress; and how a run ends."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

FINDINGS, INCOMPLETE, OWN_FAILURE, INTERRUPTED = 1, 2, 3, 130
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


def close_stdout() -> None:
    """Sends what Python may still want to flush nowhere, after `| head` has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def wants_color() -> bool:
    """Whether the table is coloured: on a terminal, unless NO_COLOR; always with FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, or a fixed number where there is none."""
    shown = sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if shown else PLAIN_WIDTH


@contextmanager
def progress(shown: bool) -> Iterator[Callable[[str], None] | None]:
    """Names the article being read, on a terminal; elsewhere nothing, and `None` to call.

    `with progress(True) as tell: cross_check(articles, progress=tell)`
    """
    if not shown or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True)
    with console.status(Text("chargement du modèle…")) as status:
        yield lambda name: status.update(Text(f"lecture de {name}…"))
