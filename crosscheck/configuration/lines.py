"""The line on which each key of a TOML file is set, which `tomllib` does not tell."""

import re
from pathlib import Path

_TABLE = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def lines_of(file: Path) -> dict[tuple[str, ...], int]:
    """The line of each key and of each table, by its parts: `lines_of(Path("crosscheck.toml"))`."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key[1])), number)
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    """`_parts('tool . "crosscheck"')` is `("tool", "crosscheck")`."""
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
