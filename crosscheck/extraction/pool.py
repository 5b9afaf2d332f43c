"""Articles read by several processes, forked from this one so that they share the loaded model."""

import gc
import logging
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from crosscheck.models import Article, Claim
from crosscheck.nlp import model

ENOUGH = 12
"""Articles that make it worth starting a process: some four hundredths of a second are lost."""
MOST = 32
"""Articles that a process is given at a time, at most."""
Read = Callable[[Iterable[Article]], Iterator[tuple[Claim, ...]]]
log = logging.getLogger(__name__)


def processes(asked: int, articles: int) -> int:
    """How many processes read so many articles; one where none can be forked.

    `processes(0, 1000)` is the number of processors, `processes(0, 3)` is 1.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    if asked > 0:
        return max(min(asked, articles), 1)
    return max(min(_processors(), articles // ENOUGH), 1)


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forked(read: Read, articles: Sequence[Article], jobs: int) -> Iterator[tuple[Claim, ...]]:
    """What `read` gives of each article, in order, whichever process is done first.

    Where a process was killed, what it had not read is read here.
    """
    model()  # before the fork, so that it is loaded once
    size = max(min(len(articles) // (4 * jobs), MOST), 1)
    shares = [articles[i : i + size] for i in range(0, len(articles), size)]
    done = 0
    with (
        _frozen(),
        ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _left_alone) as pool,
    ):
        try:
            for claims in pool.map(_Whole(read), shares):
                yield from claims
                done += 1
        except BrokenProcessPool:
            log.info("un processus de lecture s'est arrêté : la suite est lue par un seul")
        finally:
            pool.shutdown(cancel_futures=True)
    for share in shares[done:]:
        yield from read(share)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What goes to another process: a function that gives all at once."""

    read: Read

    def __call__(self, articles: Sequence[Article]) -> list[tuple[Claim, ...]]:
        return list(self.read(articles))


def _left_alone() -> None:
    """Ctrl-C is for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _frozen() -> Iterator[None]:
    """Else the first look for garbage in a process would copy every page that is shared."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
