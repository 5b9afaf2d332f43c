"""Paths given on the command line, as files to read and what was passed over.

A folder is one story: the files in it whose suffix is known, not those of folders inside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from errno import ELOOP
from os import DirEntry, scandir, stat_result
from pathlib import Path
from stat import S_ISDIR

from crosscheck.models import Skipped
from crosscheck.reading.companions import SUFFIXES, is_sidecar
from crosscheck.reading.messages import message
from crosscheck.reading.registry import by_suffix, suffix_of

STANDARD_INPUT = "-"
_PRESENTATIONS = ("readme", "lisezmoi", "lisez-moi", "changelog", "license", "licence")
"""Stems of files that present a folder and are no article of it."""

_ANYTHING = (".json", ".xml")
"""Suffixes of articles, and of much else."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read."""

    path: Path
    """As given: what reports show."""
    real: Path
    """Behind all links: what is opened."""
    in_folder: bool = False
    """Whether it was found rather than named."""


def expand(path: Path, *, follow_links: bool) -> tuple[list[Source], list[Skipped]]:
    """The files that a path stands for: itself, or the articles of a folder."""
    status = status_of(path)
    if isinstance(status, str):
        return [], [Skipped(str(path), status)]
    if not S_ISDIR(status.st_mode):
        return [Source(path, _real(path))], []
    try:
        with scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        reason = message("reasons", "folder_unreadable", reason=system_reason(error))
        return [], [Skipped(str(path), reason)]
    files: list[Source] = []
    passed: list[Skipped] = []
    inside = _real(path)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        taken = _entry(entry, path, inside, follow_links=follow_links)
        if isinstance(taken, Skipped):
            passed.append(taken)
        else:
            files.append(taken)
    if not files and not any(skip.error for skip in passed):
        passed.append(Skipped(str(path), message("reasons", "no_article")))
    return files, passed


def _entry(
    entry: "DirEntry[str]", folder: Path, inside: Path, *, follow_links: bool
) -> Source | Skipped:
    """One entry of a folder, whose real path is `inside`: a file to read, or why it is not."""
    path = folder / entry.name
    name = str(path)
    if is_sidecar(entry.name):
        told = next(entry.name[: -len(s)] for s in SUFFIXES if entry.name.lower().endswith(s))
        return Skipped(name, message("reasons", "companion", name=told), error=False)
    if not by_suffix(suffix_of(entry.name)):
        return Skipped(name, _unknown(path), error=False)
    if path.stem.lower() in _PRESENTATIONS:
        return Skipped(name, message("reasons", "read_me"), error=False)
    status = status_of(entry)
    if isinstance(status, str):
        return Skipped(name, status)
    if S_ISDIR(status.st_mode):
        return Skipped(name, message("reasons", "subfolder"), error=False)
    if not entry.is_symlink():
        return Source(path, inside / entry.name, in_folder=True)
    real = _real(path)
    if not follow_links and not real.is_relative_to(inside):
        return Skipped(name, message("reasons", "outside"))
    return Source(path, real, in_folder=True)


def named_as_article(path: Path) -> bool:
    """Whether the name of a file says that it is an article: not what may be anything.

    >>> [named_as_article(Path(n)) for n in ("a.docx", "a.json", "README.md", "a.pdf.meta.toml")]
    [True, False, False, False]
    """
    suffix = suffix_of(path.name)
    known = bool(by_suffix(suffix)) and suffix not in _ANYTHING and not is_sidecar(path.name)
    return known and path.stem.lower() not in _PRESENTATIONS


def _unknown(entry: Path) -> str:
    try:
        if entry.is_dir():
            return message("reasons", "subfolder")
    except OSError:  # a loop of links
        pass
    suffix = entry.suffix or message("reasons", "no_suffix")
    return message("reasons", "unknown_format", suffix=suffix)


def status_of(path: "Path | DirEntry[str]") -> stat_result | str:
    """What the system knows of a path, or why nothing."""
    try:
        return path.stat()
    except FileNotFoundError:
        return message("reasons", "missing")
    except PermissionError:
        return message("reasons", "denied")
    except (OSError, RuntimeError, ValueError) as error:
        return message("reasons", "unreadable", reason=system_reason(error))


def system_reason(error: Exception) -> str:
    """What the system says went wrong."""
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == ELOOP:
        return message("reasons", "link_loop")
    return getattr(error, "strerror", None) or str(error)


def _real(path: Path) -> Path:
    """The file behind a path, so that one given twice is read once."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def unique(names: Sequence[str]) -> list[str]:
    """The names in order, each once: the second « a » is « a-2 ».

    >>> unique(["a", "b", "a"])
    ['a', 'b', 'a-2']
    """
    taken: set[str] = set()
    found = []
    for name in names:
        one, number = name, 1
        while one in taken:
            number += 1
            one = f"{name}-{number}"
        taken.add(one)
        found.append(one)
    return found
