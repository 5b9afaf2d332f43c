"""The report on each story of an archive: what `report` says of the same articles.

Stories are found by an engine (`engines`), judged one by one, and told in the order of their first
articles; the same archive gives the same stories whatever the engine.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.archive.against import called, named
from crosscheck.archive.fetching import fetch
from crosscheck.archive.library import Library
from crosscheck.archive.rows import Entry
from crosscheck.models import Report
from crosscheck.pipeline import cross_check
from crosscheck.stamp import stamp

SHARE = 64
"""Stories whose articles are fetched at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its report."""

    number: int
    """From 1."""
    report: Report
    outdated: int = 0
    """Articles of the story that another version has read: they are not compared."""
    damaged: tuple[str, ...] = ()


def told(entries: Sequence[Entry], folder: Path) -> Report:
    """What `report` says of the articles of some entries."""
    articles = named([entry.article for entry in entries], folder)
    claims = {a.id: called(e.claims, a.id) for a, e in zip(articles, entries, strict=True)}
    return cross_check(articles, known=claims)


def current(entries: Iterable[Entry]) -> list[Entry]:
    """Those that this version has read for claims, in one order."""
    mark = stamp().mark
    return sorted((e for e in entries if e.stamp == mark), key=lambda e: (e.month, e.key))


def tell(
    library: Library, groups: Sequence[Sequence[int]], keys: Mapping[int, str]
) -> Iterator[Told]:
    """Each story that has two articles or more which can be compared: `tell(library, …)`."""
    folder = library.archive.folder
    for start in range(0, len(groups), SHARE):
        share = groups[start : start + SHARE]
        wanted = {keys[number] for group in share for number in group}
        found = fetch(library, _numbers(library, wanted))
        held = {entry.key: entry for entry in found.entries}
        for number, group in enumerate(share, start + 1):
            entries = [held[keys[n]] for n in group if keys[n] in held]
            own = current(entries)
            if len(own) > 1:
                yield Told(number, told(own, folder), len(entries) - len(own), found.damaged)


def _numbers(library: Library, keys: Iterable[str]) -> list[int]:
    query = "SELECT n FROM articles WHERE key = ?"
    rows = (library.index.execute(query, [key]).fetchone() for key in sorted(keys))
    return [row[0] for row in rows if row is not None]
