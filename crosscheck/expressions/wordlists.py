"""The tables of a rules file, checked: whole numbers, texts, lists of words, small tables.

>>> texts("durations", "signs")["mn"]
'minute'
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crosscheck.expressions.phrases import bare
from crosscheck.rules import RuleError, rule_files, table

NUMBER = (int, float)


def wrong(file: str, key: str, found: object, expected: str) -> RuleError:
    """The error of one entry of a rules file: names file, key, what was found and expected."""
    return RuleError(rule_files().get(file, Path(f"{file}.toml")), key, found, expected)


def integers(file: str, key: str) -> dict[str, int]:
    """A table of whole numbers; a word may also stand without its accents."""
    rows = table(file, key)
    for word, value in rows.items():
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(file, f"{key}.{word}", value, "un entier")
    return {bare(word): value for word, value in rows.items()} | dict(rows)


def texts(file: str, key: str) -> dict[str, str]:
    """A table of texts."""
    rows = table(file, key)
    for word, value in rows.items():
        if not isinstance(value, str):
            raise wrong(file, f"{key}.{word}", value, "un texte")
    return dict(rows)


def listed(file: str, key: str, inner: str = "words") -> tuple[str, ...]:
    """A list of words inside a table: `listed("numbers", "labels")`."""
    value = table(file, key).get(inner)
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise wrong(file, f"{key}.{inner}", value, "une liste de textes")
    return tuple(value)


def rows(file: str, key: str, fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A table of small tables whose fields have the types of `fields`; others are refused.

    A field whose type stands in a list may be left out: `{"unit": str, "times": [int, float]}`.
    """
    found = table(file, key)
    for word, row in found.items():
        if not isinstance(row, dict):
            raise wrong(file, f"{key}.{word}", row, "une table")
        for name, kinds in fields.items():
            wanted = tuple(kinds) if isinstance(kinds, (list, tuple)) else (kinds,)
            if name not in row and not isinstance(kinds, list):
                raise wrong(file, f"{key}.{word}.{name}", None, _spoken(wanted))
            if name in row and (
                not isinstance(row[name], wanted)
                or (isinstance(row[name], bool) and bool not in wanted)
            ):
                raise wrong(file, f"{key}.{word}.{name}", row[name], _spoken(wanted))
        for name in row:
            if name not in fields:
                raise wrong(file, f"{key}.{word}.{name}", row[name], " ou ".join(fields))
    return dict(found)


def _spoken(kinds: Iterable[type]) -> str:
    names = {int: "un nombre", float: "un nombre", str: "un texte", bool: "true ou false"}
    return " ou ".join(dict.fromkeys(names[kind] for kind in kinds))
