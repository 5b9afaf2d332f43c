"""TOML files kept parsed in the user's cache: JSON is read twenty times as quickly.

>>> tables_of(b'[degrees]\\n"au plus fort" = { below = inf }')["degrees"]
{'au plus fort': {'below': inf}}

The words of the rules take 80 ms to parse, a seventh of a check of one article. What is kept is
named after the bytes of the file, so that a word that was edited is read at once.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from crosscheck.cache import cache_folder, fingerprint, keep_file

FOLDER = "words"
VERSION = "1"
"""To be raised when what is kept changes its form."""


def tables_of(data: bytes) -> dict[str, Any]:
    """What a TOML file says: as kept, else parsed and kept.

    Raises `tomllib.TOMLDecodeError` or `UnicodeDecodeError` for what is no TOML.
    """
    home = cache_folder()
    file = home / FOLDER / f"{fingerprint(VERSION, data)}.json" if home is not None else None
    kept = _kept(file) if file is not None else None
    if kept is not None:
        return kept
    import tomllib  # where all is kept, it need not be loaded

    found = tomllib.loads(data.decode("utf-8"))
    if file is not None:
        with suppress(OSError, TypeError, ValueError):  # no place to write, or dates: done without
            _keep(file, found)
    return found


def _kept(file: Path) -> dict[str, Any] | None:
    """What was kept; `None` where nothing is, or it is damaged."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _keep(file: Path, found: dict[str, Any]) -> None:
    """Writes down what JSON gives back as it was. Raises `OSError`, `TypeError` or `ValueError`."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    if json.loads(text) == found:
        keep_file(file, text.encode())
