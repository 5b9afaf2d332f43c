"""The files that are to be added: where they are, their names, whether they have changed."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from os import scandir, sep
from os.path import join, normpath, realpath, relpath
from pathlib import Path

from crosscheck.archive.durable import digest_of
from crosscheck.archive.manifest import is_archive
from crosscheck.archive.storable import shown
from crosscheck.models import Skipped
from crosscheck.reading.companions import is_sidecar, sidecars_of
from crosscheck.reading.folders import Source, expand
from crosscheck.reading.messages import message


def found(
    paths: Sequence[Path], *, follow_links: bool = False
) -> tuple[list[Source], list[Skipped]]:
    """The files of some paths, folders with all the folders in them; and what was passed over."""
    sources: dict[Path, Source] = {}
    skipped: list[Skipped] = []
    for path in paths:
        held: list[Source] = []
        passed: list[Skipped] = []
        for place, inside in _folders(path):
            files, others = expand(place, follow_links=follow_links)
            walked = set(map(str, inside))
            held += files
            passed += [skip for skip in others if skip.path not in walked]
        nothing = message("reasons", "no_article")
        skipped += [s for s in passed if s.reason != nothing or (s.path == str(path) and not held)]
        for file in held:
            sources.setdefault(file.real, file)
    return sorted(sources.values(), key=lambda source: str(source.path)), skipped


def _folders(path: Path) -> Iterator[tuple[Path, list[Path]]]:
    """A path and the folders in it, then each of these: all but hidden ones and archives."""
    inside = _inside(path)
    yield path, inside
    for folder in inside:
        yield from _folders(folder)


def _inside(path: Path) -> list[Path]:
    """The folders in a folder; links are not followed. Of one that is closed, `expand` tells."""
    if not path.is_dir():
        return []
    try:
        with scandir(path) as entries:
            folders = [path / e.name for e in entries if e.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(f for f in folders if not f.name.startswith(".") and not is_archive(f))


def source_name(file: Path, folder: Path) -> str:
    """A file as the archive names it: from the folder of the archive, whatever the system.

    >>> source_name(Path("/a/textes/x.txt"), Path("/a/archive"))
    '../textes/x.txt'
    """
    return _name(file, realpath(folder))


def source_names(sources: Iterable[Source], folder: Path) -> dict[Source, str]:
    """Each file as the archive names it; where a folder stands is reckoned once."""
    whole, folders = realpath(folder), dict[Path, str]()
    found = {}
    for source in sources:
        inside = source.real.parent
        if inside not in folders:
            folders[inside] = _name(inside, whole)
        found[source] = f"{folders[inside]}/{shown(source.real.name)}".removeprefix("./")
    return found


def _name(file: Path, folder: str) -> str:
    try:
        return shown(relpath(file, folder).replace(sep, "/"))
    except ValueError:  # another drive
        return shown(file.as_posix())


def path_here(source: str, folder: Path) -> str:
    """The path of a file that an archive names, as one would write it here.

    >>> path_here("../textes/a.txt", Path("archive"))
    'textes/a.txt'
    """
    return paths_here([source], folder)[0]


def paths_here(sources: Iterable[str], folder: Path) -> list[str]:
    """The same of many."""
    start, here = realpath(folder), str(Path.cwd()).rstrip(sep) + sep
    # `join`, since a `Path` takes five times as long.
    return [normpath(join(start, name)).removeprefix(here) for name in sources]  # noqa: PTH118


def fingerprints(sources: Iterable[Source]) -> dict[Source, str]:
    """A digest of each file and of its companions; empty where there are no bytes to read.

    Each folder is looked into once for companions, which few files have.
    """
    folders: dict[Path, frozenset[str]] = {}
    found = {}
    for source in sources:
        folder = source.path.parent
        if folder not in folders:
            folders[folder] = _companions(folder)
        held = folders[folder]
        beside = [p for p in sidecars_of(source.path) if p.name.casefold() in held] if held else []
        found[source] = _digest(source, beside)
    return found


def _companions(folder: Path) -> frozenset[str]:
    """The names in a folder that are of companions; disks there are that take « A » for « a »."""
    try:
        with scandir(folder) as entries:
            return frozenset(e.name.casefold() for e in entries if is_sidecar(e.name))
    except OSError:
        return frozenset()


def _digest(source: Source, beside: Iterable[Path]) -> str:
    whole = sha256()
    try:
        if not source.real.is_file():  # a pipe would be waited for
            return ""
        whole.update(digest_of(source.real).encode())
        for path in beside:
            if path.is_file():
                whole.update(b"\0" + path.name.encode("utf-8", "replace") + path.read_bytes())
    except OSError:
        return ""
    return whole.hexdigest()
