"""Which articles of an archive some paths stand for."""

from collections.abc import Sequence
from pathlib import Path

from crosscheck.archive.library import indexed
from crosscheck.archive.messages import fault
from crosscheck.archive.sources import source_name
from crosscheck.archive.store import Archive


def keys_under(archive: Archive, paths: Sequence[Path]) -> frozenset[str]:
    """The keys of the articles of some files, or of all files below a folder.

    The files need not be there any more. Raises `ArchiveError` for a path of which the archive has
    nothing.
    """
    keys: set[str] = set()
    with indexed(archive) as library:
        rows = library.index.execute("SELECT source, key FROM articles").fetchall()
    for path in paths:
        name = source_name(path.resolve(), archive.folder)
        held = {key for source, key in rows if source == name or source.startswith(f"{name}/")}
        if not held:
            raise fault("unknown", path=path)
        keys |= held
    return frozenset(keys)
