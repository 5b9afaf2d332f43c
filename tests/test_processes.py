"""Work shared out: told in order, whatever the number of processes, and none of it lost."""

import multiprocessing
import os
from collections.abc import Sequence

import pytest

from crosscheck.processes import processes, spread

SHARES = [(n, n + 1) for n in range(0, 40, 2)]
FIRST = os.getpid()


def doubled(share: Sequence[int]) -> list[int]:
    return [2 * n for n in share]


def dies(share: Sequence[int]) -> list[int]:
    """The process that is given the sixth share is killed, unless it is the first one."""
    if 10 in share and os.getpid() != FIRST:
        os._exit(1)
    return doubled(share)


def fails(share: Sequence[int]) -> list[int]:
    raise ValueError(f"told {share[0]}")


needs_fork = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="no process can be forked here"
)


@pytest.mark.parametrize(
    "jobs", [1, pytest.param(2, marks=needs_fork), pytest.param(3, marks=needs_fork)]
)
def test_what_is_told_stands_in_order(jobs: int) -> None:
    assert list(spread(doubled, SHARES, jobs)) == [2 * n for n in range(40)]


@needs_fork
def test_a_process_that_is_killed_loses_nothing() -> None:
    assert list(spread(dies, SHARES, 2)) == [2 * n for n in range(40)]


@needs_fork
def test_an_error_in_a_process_is_told() -> None:
    with pytest.raises(ValueError, match="told 0"):
        list(spread(fails, SHARES, 2))


@needs_fork
def test_who_stops_listening_leaves_no_process() -> None:
    told = spread(doubled, SHARES, 2)
    assert next(told) == 0
    told.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(
    ("asked", "pieces", "wanted"), [(1, 100, 1), (3, 100, 3), (3, 2, 2), (0, 3, 1), (2, 0, 1)]
)
@needs_fork
def test_how_many(asked: int, pieces: int, wanted: int) -> None:
    assert processes(asked, pieces, 12) == wanted
