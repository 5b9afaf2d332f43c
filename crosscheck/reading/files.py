"""Files and folders given on the command line, as articles and as what was not read.

A folder is one story: its `*.txt` files, not those of folders inside it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from os import stat_result
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from crosscheck.models import Article, Skipped
from crosscheck.reading.article import describe
from crosscheck.reading.decode import NotText, decode
from crosscheck.reading.language import foreign_language
from crosscheck.reading.text import read_text

LARGEST = 500_000
"""Most bytes that a file may have."""

READERS: dict[str, Callable[..., Article]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
}
"""What reads which suffix: a function of the bytes, `id=` and `path=`."""
IN_FOLDERS = (".txt", ".text")
"""Suffixes that are articles when they stand in a folder; a `README.md` there is none."""


def read_articles(
    paths: Iterable[str | Path], settings: object | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """The articles of files and folders, by id, and what was not read, by path.

    `articles, skipped = read_articles(["seeds"])`. Nothing is raised for a file that cannot be
    read: it is a `Skipped` with its reason. The order of `paths` changes nothing.
    """
    del settings  # for formats that have options; plain text has none
    skipped: list[Skipped] = []
    files: dict[Path, Path] = {}
    for path in map(Path, paths):
        found, passed = _expand(path)
        skipped += passed
        for file in found:
            files.setdefault(_identity(file), file)
    articles = []
    ids = unique_ids(list(files.values()))
    for file in files.values():
        read = _read(file, ids[file])
        if isinstance(read, Skipped):
            skipped.append(read)
        else:
            articles.append(describe(read))
    return (
        tuple(sorted(articles, key=lambda article: article.id)),
        tuple(sorted(set(skipped), key=lambda skip: (skip.path, skip.reason))),
    )


def unique_ids(files: Sequence[Path]) -> dict[Path, str]:
    """An id for each file: its stem, with the names of its folders where stems are alike.

    >>> sorted(unique_ids([Path("a/x.txt"), Path("b/x.txt"), Path("y.txt")]).values())
    ['a-x', 'b-x', 'y']
    """
    ids = {file: file.stem for file in files}
    for depth in (1, 2, 3):
        count = Counter(ids.values())
        for file in files:
            folders = [name for name in file.parts[:-1] if name.strip("/.")]
            if count[ids[file]] > 1 and len(folders) >= depth:
                ids[file] = f"{folders[-depth]}-{ids[file]}"
    taken: set[str] = set()
    for file in sorted(files, key=str):
        name, number = ids[file], 1
        while name in taken:
            number += 1
            name = f"{ids[file]}-{number}"
        taken.add(name)
        ids[file] = name
    return ids


def _identity(file: Path) -> Path:
    """The file behind a path, so that one given twice is read once."""
    try:
        return file.resolve()
    except (OSError, RuntimeError, ValueError):
        return file


def _status(path: Path) -> stat_result | str:
    """What the system knows of a path, or why nothing."""
    try:
        return path.stat()
    except FileNotFoundError:
        return "ce chemin n'existe pas"
    except PermissionError:
        return "lecture refusée : droits insuffisants"
    except (OSError, ValueError) as error:
        return f"illisible ({_system(error)})"


def _system(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _expand(path: Path) -> tuple[list[Path], list[Skipped]]:
    """The files that a path stands for: itself, or the articles of a folder."""
    status = _status(path)
    if isinstance(status, str):
        return [], [Skipped(str(path), status)]
    if not S_ISDIR(status.st_mode):
        return [path], []
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        return [], [Skipped(str(path), f"dossier illisible ({_system(error)})")]
    files: list[Path] = []
    passed: list[Skipped] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            passed.append(Skipped(str(entry), "sous-dossier non parcouru", error=False))
        elif entry.suffix.lower() in IN_FOLDERS:
            files.append(entry)
        else:
            passed.append(Skipped(str(entry), _unread(entry), error=False))
    if not files:
        passed.append(Skipped(str(path), "aucun article (.txt) dans ce dossier"))
    return files, passed


def _unread(path: Path) -> str:
    return f"format non lu ({path.suffix or 'sans extension'})"


def _read(file: Path, name: str) -> Article | Skipped:
    """The article in a file, or why there is none."""
    status = _status(file)
    if isinstance(status, str):
        return Skipped(str(file), status)
    if not S_ISREG(status.st_mode):
        return Skipped(str(file), "ce n'est pas un fichier ordinaire")
    if status.st_size > LARGEST:
        size = f"{status.st_size / 1_000_000:.1f}".replace(".", ",")
        limit = f"{LARGEST / 1_000_000:.1f}".replace(".", ",")
        return Skipped(str(file), f"trop long pour un article : {size} Mo, limite {limit} Mo")
    try:
        data = file.read_bytes()
    except PermissionError:
        return Skipped(str(file), "lecture refusée : droits insuffisants")
    except OSError as error:
        return Skipped(str(file), f"illisible ({_system(error)})")
    return _article(file, name, data)


def _article(file: Path, name: str, data: bytes) -> Article | Skipped:
    if not data:
        return Skipped(str(file), "fichier vide")
    try:
        reader = READERS.get(file.suffix.lower())
        if reader is None:
            decode(data)  # a binary file is told to be one, whatever its suffix
            return Skipped(str(file), _unread(file))
        article = reader(data, id=name, path=str(file))
    except NotText as reason:
        return Skipped(str(file), str(reason))
    if not article.text.strip():
        return Skipped(str(file), "fichier vide : aucun mot")
    if foreign := foreign_language(article.text):
        return Skipped(str(file), f"pas en français ({foreign})")
    return article
