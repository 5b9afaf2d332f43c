"""The command line: the only room that prints and exits.

Status: 0 done, 1 findings that `--fail-on` names, 2 usage or an input that could not be read,
3 our own failure, 130 interrupted.
"""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

# Nothing of ours is imported up here, so that Ctrl-C finds a run that can end in silence.

__all__ = ["main", "run"]

INTERRUPTED, OWN_FAILURE = 130, 3
TO_CLOSE = frozenset({"concurrent.futures", "duckdb", "multiprocessing", "spacy", "tempfile"})
"""Modules that leave something behind, or wait for it, where a process ends without them."""


def main() -> None:
    """The `crosscheck` command: runs what the arguments say and exits with its status."""
    # A short run makes little that would have to be looked for: a tenth of the time at the start.
    gc.set_threshold(100_000, 50, 50)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # in the background: ignored
        signal.signal(signal.SIGINT, _stop)
    try:
        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # a second one, while the first was being told
        status = INTERRUPTED
    if "duckdb" in sys.modules:
        gc.unfreeze()  # what the model froze: DuckDB calls a leak, on stderr, what outlives Python
    if not TO_CLOSE & sys.modules.keys():
        _leave(status)
    sys.exit(status)


def _stop(_: int, frame: FrameType | None) -> None:
    """Ends the run by Ctrl-C, as Python does, but for one moment of every import at which Python
    prints what is raised and goes on: when it lets go of the lock of a module.
    """
    code = frame.f_code if frame is not None else None
    if code and code.co_name == "cb" and code.co_filename.startswith("<frozen importlib"):
        os._exit(INTERRUPTED)
    raise KeyboardInterrupt


def _leave(status: int) -> None:
    """Ends the process at once, unless what was said cannot be sent: to take modules apart that
    hold nothing is a tenth of a short run.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(status)


def run(arguments: Sequence[str]) -> int:
    """The exit status of one run: `run(["report", "seeds"])`. Never raises."""
    try:
        from crosscheck.cli.plain import plain_work

        work = plain_work(arguments)
        if work is not None:
            return work()
        from crosscheck.cli.app import app

        status = app(list(arguments), prog_name="crosscheck", standalone_mode=False)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from crosscheck.cli.console import close_stdout

        close_stdout()
        return 0
    except Exception as error:  # the outer edge: nobody else is left to tell the user
        return _failed(error)
    return status if isinstance(status, int) else 0


def _failed(error: Exception) -> int:
    """Says what went wrong, on one line, and gives the status for it."""
    from crosscheck.cli.console import say
    from crosscheck.cli.errors import as_message

    known = as_message(error)
    if known is not None:
        say(known)
        return 2
    if os.environ.get("CROSSCHECK_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    kind = type(error).__name__
    say(f"erreur interne ({kind} : {error}) ; CROSSCHECK_TRACEBACK=1 en montre le détail")
    return OWN_FAILURE
