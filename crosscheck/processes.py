"""Work shared out among processes that are forked from this one, and told in order.

>>> list(spread(sorted, [(2, 1), (4, 3)], jobs=1))
[1, 2, 3, 4]
"""

import gc
import logging
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
_Share = TypeVar("_Share")
_Told = TypeVar("_Told")
log = logging.getLogger(__name__)


def processes(asked: int, pieces: int, enough: int) -> int:
    """How many processes do so many pieces of work; one where none can be forked.

    `processes(0, 1000, 12)` is the number of processors, `processes(0, 3, 12)` is 1: less than
    `enough` for each is not worth starting it.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    if asked > 0:
        return max(min(asked, pieces), 1)
    return max(min(_processors(), pieces // enough), 1)


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[_Share], Sequence[_Told]], shares: Sequence[_Share], jobs: int
) -> Iterator[_Told]:
    """What `work` gives of each share, in order, whichever process is done first.

    Where a process was killed, what it had not told is worked out here. Few shares are begun
    before those of earlier ones are taken, so that what is told does not heap up.
    """
    done = 0
    if jobs > 1:
        context = multiprocessing.get_context("fork")
        with _frozen(), ProcessPoolExecutor(jobs, context, _left_alone) as pool:
            try:
                for told in _in_order(pool, work, shares, 2 * jobs):
                    yield from told
                    done += 1
            except BrokenProcessPool:
                log.info("un processus s'est arrêté : la suite est faite par un seul")
            finally:
                pool.shutdown(cancel_futures=True)
    for share in shares[done:]:
        yield from work(share)


def _in_order(
    pool: ProcessPoolExecutor,
    work: Callable[[_Share], Sequence[_Told]],
    shares: Sequence[_Share],
    ahead: int,
) -> Iterator[Sequence[_Told]]:
    """What is told of each share, no more than so many of them being begun."""
    begun = [pool.submit(work, share) for share in shares[:ahead]]
    for share in shares[ahead:]:
        yield begun.pop(0).result()
        begun.append(pool.submit(work, share))
    for waiting in begun:
        yield waiting.result()


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


@contextmanager
def one_thread() -> Iterator[None]:
    """Inside it numpy is told to use one thread, as it reads when it is first imported. With two
    the sums of a matrix product may be taken in another order, and several jobs would stand in
    each other's way.
    """
    missing = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(missing, "1"))
    try:
        yield
    finally:
        for name in missing:
            del os.environ[name]
