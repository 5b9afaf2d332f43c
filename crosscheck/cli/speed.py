"""How articles are read for claims: options that change how long it takes, and nothing of what is
found.

`def report(…, jobs: Jobs = 0, no_cache: NoCache = False, verbose: Verbose = False)` gives a command
`--jobs`, `--no-cache` and `--verbose`.
"""

from dataclasses import replace
from typing import Annotated

from typer import Option

from crosscheck.cli import console
from crosscheck.settings import Settings

Jobs = Annotated[
    int,
    Option(
        "--jobs",
        "-j",
        metavar="N",
        min=0,
        show_default=False,
        help="Processus qui lisent les articles ; 0 : autant qu'il en vaut la peine.",
    ),
]
NoCache = Annotated[
    bool, Option("--no-cache", help="Relit tout, sans garder ce qui est lu dans le cache.")
]
Verbose = Annotated[
    bool, Option("--verbose", "-v", help="Dit aussi ce qui a ralenti la lecture, et pourquoi.")
]


def at_speed(settings: Settings, jobs: int, no_cache: bool) -> Settings:
    """The settings of a run, with how it is to be read.

    >>> at_speed(Settings(), 2, False).cache
    True
    """
    return replace(settings, jobs=jobs, cache=not no_cache)


def listen(verbose: bool) -> None:
    """Lets rooms that do not print say on stderr why something took longer."""
    if not verbose:
        return
    import logging

    class Told(logging.Handler):
        """Each remark on a line of its own."""

        def emit(self, record: logging.LogRecord) -> None:
            console.say(record.getMessage())

    log = logging.getLogger("crosscheck")
    log.setLevel(logging.INFO)
    log.handlers = [Told()]
