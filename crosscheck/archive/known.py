"""What an archive has of some files, and which of them it has not, or has otherwise.

A file is known by its bytes, its companion and what read it (`stamp`). When it was changed and how
large it is do not count: a file can be written twice within what its clock tells apart, and to read
bytes costs little beside what else there is to do. Nothing is imported here that reads articles.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crosscheck.archive.library import indexed
from crosscheck.archive.sources import fingerprints, source_names
from crosscheck.archive.store import Archive
from crosscheck.reading.folders import Source
from crosscheck.stamp import stamp

_VERSIONS = (
    "SELECT fingerprint, stamp, key, part FROM articles WHERE source = ? UNION ALL"
    " SELECT fingerprint, stamp, NULL, NULL FROM passed WHERE source = ?"
)
_SAME = (
    "SELECT 1 FROM articles WHERE source = ?1 AND fingerprint = ?2 AND stamp = ?3 UNION ALL"
    " SELECT 1 FROM passed WHERE source = ?1 AND fingerprint = ?2 AND stamp = ?3"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive has of a file: the fingerprint of each version, and the keys."""

    prints: frozenset[tuple[str, str]] = frozenset()
    """Fingerprint and stamp."""
    keys: dict[str, str] = field(default_factory=dict)
    """Key of each article, and which part of the file it is."""


def known(archive: Archive, names: Iterable[str]) -> tuple[Archive, dict[str, Known]]:
    """What the archive has of each of some files; what is damaged, it has no more."""
    with indexed(archive) as library:
        ask = library.index.execute
        found = {name: _known_of(ask(_VERSIONS, [name, name]).fetchall()) for name in names}
    return library.archive, found


def _known_of(rows: Sequence[tuple[str, str, str | None, str]]) -> Known:
    prints = frozenset((print_, mark) for print_, mark, _, _ in rows)
    return Known(prints, {key: part for _, _, key, part in rows if key is not None})


def unknown(archive: Archive, sources: Sequence[Source]) -> tuple[Archive, list[Source]]:
    """The archive but for what is damaged, and the files that it would have to read: in order."""
    mark, names = stamp().mark, source_names(sources, archive.folder)
    with indexed(archive) as library:
        ask = library.index.execute
        new = [
            source
            for source, print_ in fingerprints(sources).items()
            if not ask(_SAME, [names[source], print_, mark]).fetchone()
        ]
    return library.archive, new
