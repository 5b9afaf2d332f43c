"""The report on each story of an archive: what `report` says of the same articles.

Stories are found by an engine (`engines`), judged one by one, by several processes where there are
many, and told in the order of their first articles; the same archive gives the same stories
whatever the engine.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crosscheck.archive.against import named
from crosscheck.archive.fetching import fetch
from crosscheck.archive.index import read_only
from crosscheck.archive.library import Library
from crosscheck.archive.rows import Entry
from crosscheck.archive.store import Archive
from crosscheck.models import Article, Claim, Report
from crosscheck.nlp.garbage import no_garbage
from crosscheck.pipeline import cross_check, cross_check_all
from crosscheck.processes import processes, spread
from crosscheck.stamp import stamp

SHARE = 64
"""Stories whose articles are fetched at once."""
ENOUGH = 8
"""Stories that make it worth starting a process."""
Share = tuple[tuple[int, tuple[str, ...]], ...]
"""Stories by number, with the keys of their articles."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its report."""

    number: int
    """From 1."""
    report: Report
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A story as it is printed."""

    text: str
    articles: int
    damaged: tuple[str, ...]


Write = Callable[[Told], str]


def told(entries: Sequence[Entry], folder: Path) -> Report:
    """What `report` says of the articles of some entries."""
    articles, claims = known(entries, folder)
    return cross_check(articles, known=claims)


def known(
    entries: Sequence[Entry], folder: Path
) -> tuple[tuple[Article, ...], dict[str, tuple[Claim, ...]]]:
    """The articles of some entries under their names in this run, and the claims of each."""
    articles = named([entry.article for entry in entries], folder)
    return articles, {a.id: e.claims for a, e in zip(articles, entries, strict=True)}


def current(entries: Iterable[Entry]) -> list[Entry]:
    """Those that this version has read for claims, in one order."""
    mark = stamp().mark
    return sorted((e for e in entries if e.stamp == mark), key=lambda e: (e.month, e.key))


def tell(
    library: Library, groups: Sequence[Sequence[int]], keys: Mapping[int, str]
) -> Iterator[Told]:
    """Each story that has two articles or more which can be compared: `tell(library, …)`."""
    for share in _shares(groups, keys, SHARE):
        yield from _told(library, share)


def show(
    library: Library,
    groups: Sequence[Sequence[int]],
    keys: Mapping[int, str],
    write: Write,
    jobs: int = 0,
) -> Iterator[Shown]:
    """The same as it is printed, made by so many processes (0: as many as it is worth)."""
    jobs = processes(jobs, len(groups), ENOUGH)
    work = _Apart(library.archive, file_of(library.index), write)
    size = max(min(len(groups) // (4 * jobs), SHARE), 1)
    return spread(work, _shares(groups, keys, size), jobs)


def shown(told: Iterable[Told], write: Write) -> Iterator[Shown]:
    """What was told, as it is printed."""
    return (Shown(write(one), len(one.report.articles), one.damaged) for one in told)


@dataclass(frozen=True, slots=True)
class _Apart:
    """Stories told by a process that opens for itself what it reads: no connection is shared."""

    archive: Archive
    index: Path
    write: Write

    def __call__(self, share: Share) -> list[Shown]:
        with closing(read_only(self.index)) as index, no_garbage():
            return list(shown(_told(Library(self.archive, index), share), self.write))


def _shares(groups: Sequence[Sequence[int]], keys: Mapping[int, str], size: int) -> list[Share]:
    numbered = [(n, tuple(keys[i] for i in group)) for n, group in enumerate(groups, 1)]
    return [tuple(numbered[i : i + size]) for i in range(0, len(numbered), size)]


def _told(library: Library, share: Share) -> Iterator[Told]:
    found = fetch(library, _numbers(library, {key for _, group in share for key in group}))
    held = {entry.key: entry for entry in found.entries}
    stories = [(number, [held[key] for key in group if key in held]) for number, group in share]
    kept = [(number, own) for number, entries in stories if len(own := current(entries)) > 1]
    reports = cross_check_all(known(own, library.archive.folder) for _, own in kept)
    for (number, _), report in zip(kept, reports, strict=True):
        yield Told(number, report, found.damaged)


def file_of(index: sqlite3.Connection) -> Path:
    """Where an index stands, for a process that opens it for itself."""
    return Path(index.execute("PRAGMA database_list").fetchone()[2])


def _numbers(library: Library, keys: Iterable[str]) -> list[int]:
    query = "SELECT n FROM articles WHERE key = ?"
    rows = (library.index.execute(query, [key]).fetchone() for key in sorted(keys))
    return [row[0] for row in rows if row is not None]
