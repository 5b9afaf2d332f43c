"""What reads an article for claims: the model, the words of the rules, this programme.

>>> stamp().words.startswith("fr_core_news_md 3.8.0, règles ")
True

Claims that were kept, in the user's cache or in an archive, are worth what is read today as long
as they bear the stamp of today.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from os import scandir
from pathlib import Path

from crosscheck.cache import fingerprint
from crosscheck.nlp.release import MODEL, VERSION, fingerprint_of, installed
from crosscheck.rules import remembered, rule_files

_PACKAGE = Path(__file__).parent
_ROOMS = (
    "values.py", "measures.py", "models", "nlp", "reading", "expressions", "claims", "extraction",
)  # fmt: skip
"""The rooms whose code decides what is read of an article."""
_LIBRARIES = ("spacy/about.py", "thinc/about.py", "numpy/version.py", "anyascii/__init__.py")
"""Files that tell the version of a library, read without importing it."""
_MESSAGES = b'kind = "messages"'
"""Rules that say things to people and decide nothing."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """All that decides what is read of an article."""

    mark: str
    """Its digest."""
    words: str
    """The same for people."""


@remembered
def stamp() -> Stamp:
    """What reads articles in this run; anew when other rules are used."""
    files = [path.read_bytes() for _, path in sorted(rule_files().items())]
    rules = fingerprint(*(data for data in files if _MESSAGES not in data))
    code = _code()
    words = f"{MODEL} {VERSION}, règles {rules[:8]}, programme {code[:8]}"
    return Stamp(fingerprint(rules, code)[:16], words)


@cache
def _code() -> str:
    """A digest of the code that reads, of the model and of what they run on."""
    code = [_bytes(file) for name in _ROOMS for file in _sources(f"{_PACKAGE}/{name}")]
    python = "{}.{}".format(*sys.version_info)  # a repair of Python reads the same
    versions = [_version(name) for name in _LIBRARIES]
    return fingerprint(python, fingerprint_of(installed()), *versions, *code)


def _sources(room: str) -> Iterator[str]:
    """The files of a room, or of a folder in it, in order; not as `Path`, which takes longer to
    make than a file to read, and there are two hundred.
    """
    if room.endswith(".py"):
        yield room
        return
    with scandir(room) as entries:
        found = sorted((e.name, e.is_dir()) for e in entries)
    for name, is_folder in found:
        if is_folder and "." not in name and name != "__pycache__":
            yield from _sources(f"{room}/{name}")
        elif name.endswith(".py"):
            yield f"{room}/{name}"


def _bytes(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
        return opened.read()


def _version(name: str) -> bytes:
    spec = find_spec(name.partition("/")[0])
    if spec is None or spec.origin is None:
        return b""
    file = Path(spec.origin).parents[1] / name
    return file.read_bytes() if file.is_file() else b""
