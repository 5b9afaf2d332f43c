"""Articles read by several processes, forked from this one so that they share the loaded model."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscheck import processes as shared
from crosscheck.models import Article, Claim
from crosscheck.nlp import model

ENOUGH = 12
"""Articles that make it worth starting a process: some four hundredths of a second are lost."""
MOST = 32
"""Articles that a process is given at a time, at most."""
Read = Callable[[Iterable[Article]], Iterator[tuple[Claim, ...]]]


def processes(asked: int, articles: int) -> int:
    """How many processes read so many articles; one where none can be forked.

    `processes(0, 1000)` is the number of processors, `processes(0, 3)` is 1.
    """
    return shared.processes(asked, articles, ENOUGH)


def forked(read: Read, articles: Sequence[Article], jobs: int) -> Iterator[tuple[Claim, ...]]:
    """What `read` gives of each article, in order, whichever process is done first.

    Where a process was killed, what it had not read is read here.
    """
    model()  # before the fork, so that it is loaded once
    size = max(min(len(articles) // (4 * jobs), MOST), 1)
    shares = [articles[i : i + size] for i in range(0, len(articles), size)]
    return shared.spread(_Whole(read), shares, jobs)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What goes to another process: a function that gives all at once."""

    read: Read

    def __call__(self, articles: Sequence[Article]) -> list[tuple[Claim, ...]]:
        return list(self.read(articles))
