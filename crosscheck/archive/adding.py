"""Articles into an archive: what is new or has changed, in batches that each outlive a stop.

A file whose bytes, whose companion and whose reading (`stamp`) are those of last time is not opened
again. One that has changed takes the place of what it was.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscheck.archive.committing import commit
from crosscheck.archive.index import update
from crosscheck.archive.known import Known, known
from crosscheck.archive.rows import Entry
from crosscheck.archive.sources import fingerprints, source_names
from crosscheck.archive.storable import shown
from crosscheck.archive.store import INDEX, Archive, clear
from crosscheck.models import Article, Claim, Skipped
from crosscheck.reading import describe
from crosscheck.reading.files import read_sources, stem, unique_ids
from crosscheck.reading.folders import Source
from crosscheck.settings import Settings
from crosscheck.stamp import stamp

BATCH = 64
"""Files that are read and written at once: what a stop loses at most."""
Extract = Callable[[Article], Sequence[Claim]]
"""What reads an article for claims: `crosscheck.pipeline.claims_of`."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was done with some files."""

    added: int = 0
    replaced: int = 0
    known: int = 0
    """Files that were there, as they are."""
    dropped: int = 0
    """Articles that their file no longer holds."""
    claims: int = 0
    skipped: tuple[Skipped, ...] = ()

    def and_then(self, more: "Added") -> "Added":
        """Both together."""
        return Added(
            self.added + more.added,
            self.replaced + more.replaced,
            self.known + more.known,
            self.dropped + more.dropped,
            self.claims + more.claims,
            (*self.skipped, *more.skipped),
        )


@dataclass(frozen=True, slots=True)
class Way:
    """How files are added: `Way(claims_of)`."""

    extract: Extract
    settings: Settings = field(default_factory=Settings)
    batch: int = BATCH
    progress: Callable[[Path], None] | None = None
    """Called with each file that holds an article, before it is read for claims."""
    extract_all: Callable[[Sequence[Article]], Sequence[Sequence[Claim]]] | None = None
    """What reads the articles of a batch together, elsewhere (`engines`), in the place of
    `extract`."""

    def read(
        self, articles: Sequence[Article], of: Sequence[Source]
    ) -> Iterator[tuple[Claim, ...]]:
        """The claims of each article, `of` being the files that they are of."""
        together = iter(self.extract_all(articles)) if self.extract_all is not None else None
        told: set[Path] = set()
        for article, source in zip(articles, of, strict=True):
            if self.progress is not None and source.path not in told:
                self.progress(source.path)
                told.add(source.path)
            yield tuple(self.extract(article) if together is None else next(together))


def add(archive: Archive, sources: Sequence[Source], way: Way) -> Iterator[tuple[Archive, Added]]:
    """Adds files, batch after batch; after each, what the archive holds and what was done.

    Call it while writing (`locks.writing`). Raises `OSError` when the disk refuses: earlier
    batches are there.
    """
    clear(archive)
    for start in range(0, len(sources), way.batch):
        archive, done = _add_batch(archive, sources[start : start + way.batch], way)
        yield archive, done


def _add_batch(archive: Archive, share: Sequence[Source], way: Way) -> tuple[Archive, Added]:
    read_by = stamp()
    mark = read_by.mark
    names = source_names(share, archive.folder)
    archive, before = known(archive, sorted(names.values()))
    prints = fingerprints(share)
    new = [s for s in share if (prints[s], mark) not in before[names[s]].prints]
    articles, skipped = read_sources(new, way.settings)
    by_path = {str(source.path): source for source in new}
    ids = unique_ids([source.path for source in new])
    of = [by_path[article.path] for article in articles]
    kept = [_kept(a, ids[s.path], names[s]) for a, s in zip(articles, of, strict=True)]
    entries = [
        Entry(names[source], prints[source], mark, article, claims)
        for source, article, claims in zip(of, kept, way.read(kept, of), strict=True)
    ]
    unread = {skip.path for skip in skipped if skip.error}
    held = {article.path for article in articles}
    nothing = [s for s in new if str(s.path) not in unread | held]
    _pass_over(archive, [(names[s], prints[s], mark) for s in nothing])
    gone = _gone(before, {names[s] for s in new if str(s.path) not in unread}, entries)
    done = _told(before, entries, gone, len(share) - len(new), skipped)
    if entries or gone:
        archive = commit(archive, entries, gone, read_by=[read_by])
    return archive, done


def _kept(article: Article, prefix: str, source: str) -> Article:
    """An article as the archive keeps it: named by its file alone, not by what stood beside it."""
    described = article if article.blocks else describe(article)
    name = stem(Path(article.path)) + article.id.removeprefix(prefix)
    return replace(described, id=name, path=source)


def _gone(before: dict[str, Known], read: set[str], entries: Sequence[Entry]) -> set[str]:
    """Keys of what the files that were read anew have said before."""
    now = {entry.key for entry in entries}
    return {key for name in read for key in before[name].keys} - now


def _told(
    before: dict[str, Known],
    entries: Sequence[Entry],
    gone: set[str],
    known: int,
    skipped: Sequence[Skipped],
) -> Added:
    """What was done, in numbers: a part of a file that is there again has been replaced."""
    parts = {(name, part) for name, held in before.items() for part in held.keys.values()}
    replaced = sum((entry.source, shown(entry.article.part)) in parts for entry in entries)
    claims = sum(len(entry.claims) for entry in entries)
    dropped = max(len(gone) - replaced, 0)
    return Added(len(entries) - replaced, replaced, known, dropped, claims, tuple(skipped))


def _pass_over(archive: Archive, rows: Sequence[tuple[str, str, str]]) -> None:
    """Remembers files that hold no article: that is no loss where it cannot be remembered."""
    file = archive.folder / INDEX
    if rows:
        with suppress(sqlite3.Error), closing(update(file, archive)) as index:
            index.executemany("INSERT OR REPLACE INTO passed VALUES (?, ?, ?)", rows)
            index.commit()
