"""Things in a row, taken by as many as come to a size.

>>> list(runs(["a", "bc", "def", "g"], len, 3))
[['a', 'bc'], ['def'], ['g']]
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def runs(things: Iterable[T], size: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Runs of things whose sizes come to no more than `most`; what is larger is a run by itself."""
    run: list[T] = []
    held = 0
    for thing in things:
        if run and held + size(thing) > most:
            yield run
            run, held = [], 0
        run.append(thing)
        held += size(thing)
    if run:
        yield run
