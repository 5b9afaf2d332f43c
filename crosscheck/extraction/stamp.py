"""What decides which claims an article makes: code, words, model, and what the model runs on."""

import platform
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from crosscheck.cache import fingerprint
from crosscheck.nlp.release import fingerprint_of, installed
from crosscheck.rules import remembered, rule_files

_PACKAGE = Path(__file__).parent.parent
_ROOMS = ("values.py", "measures.py", "models", "nlp", "expressions", "claims", "extraction")
"""The rooms whose code decides which claims an article makes."""
_LIBRARIES = ("spacy/about.py", "thinc/about.py", "numpy/version.py", "anyascii/__init__.py")
"""Files that tell the version of a library, read without importing it."""


@remembered
def stamp() -> str:
    """A digest of all that decides what is read of an article; anew when other rules are used."""
    rules = [path.read_bytes() for _, path in sorted(rule_files().items())]
    return fingerprint(_code(), *rules)


@cache
def _code() -> str:
    rooms = [_PACKAGE / name for name in _ROOMS]
    files = [file for room in rooms for file in (room, *sorted(room.rglob("*.py")))]
    code = [file.read_bytes() for file in files if file.is_file()]
    versions = [_version(name) for name in _LIBRARIES]
    return fingerprint(platform.python_version(), fingerprint_of(installed()), *versions, *code)


def _version(name: str) -> bytes:
    spec = find_spec(name.partition("/")[0])
    if spec is None or spec.origin is None:
        return b""
    file = Path(spec.origin).parents[1] / name
    return file.read_bytes() if file.is_file() else b""
