"""The configuration of a project: `crosscheck.toml`, or `[tool.crosscheck]` in `pyproject.toml`.

The nearest folder upward that has one is taken, no further than the one that holds `.git`. Every
value knows where it comes from; a mistake is told by file, line and what was expected.

>>> load(Path("/"), environment_root=Path("/")).text("check.format")
'concise'
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.configuration.keys import KEYS, Value, expected, fits

OWN, SHARED = "crosscheck.toml", "pyproject.toml"
TOOL = ("tool", "crosscheck")
DEFAULT_ORIGIN = "défaut"


class ConfigurationError(Exception):
    """What cannot be used of a configuration; names the file, the line, the key."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it was set: `Setting(3, "défaut")`."""

    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """What holds for a run: `configuration.texts("check.select")`."""

    folder: Path
    """Where relative paths begin: the folder of the file, else where the run was started."""
    settings: Mapping[str, Setting]
    file: Path | None = None

    def text(self, key: str) -> str:
        """A text; empty when nothing is set."""
        return str(self.settings[key].value or "")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.settings[key].value
        return value if isinstance(value, tuple) else ()

    def number(self, key: str) -> int:
        """A whole number."""
        value = self.settings[key].value
        return value if isinstance(value, int) else 0

    def flag(self, key: str) -> bool:
        """Yes or no."""
        return self.settings[key].value is True

    def path(self, key: str) -> Path | None:
        """A file or folder, from where the configuration stands."""
        return self.folder / self.text(key) if self.text(key) else None

    def paths(self, key: str) -> tuple[Path, ...]:
        """Files or folders, from where the configuration stands."""
        return tuple(self.folder / text for text in self.texts(key))


def load(
    start: Path, file: Path | None = None, *, environment_root: Path | None = None
) -> Configuration:
    """The configuration that holds in a folder, or that of a file that was named.

    `load(Path.cwd())`. Raises `ConfigurationError`; `environment_root` is where the search ends.
    """
    settings = {name: Setting(key.default, DEFAULT_ORIGIN) for name, key in KEYS.items()}
    found = (file, _table_of(file)) if file else _nearest(start, environment_root)
    if found is None:
        return Configuration(start, settings)
    place, table = found
    if table is None:
        raise ConfigurationError(f"{place} : aucune table [tool.crosscheck]")
    return Configuration(place.parent, settings | dict(_settings(place, table)), place)


def _nearest(start: Path, last: Path | None) -> tuple[Path, dict[str, Any]] | None:
    """The first file upward that has settings, and its table."""
    for folder in (start, *start.parents):
        for name in (OWN, SHARED):
            file = folder / name
            if file.is_file() and (table := _table_of(file)) is not None:
                return file, table
        if (folder / ".git").exists() or folder == last:
            return None
    return None


def _table_of(file: Path) -> dict[str, Any] | None:
    """The settings that a file holds; `None` for a `pyproject.toml` that has none."""
    import tomllib  # many a folder has no settings

    try:
        table: Any = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigurationError(f"{file} : attendu du TOML en UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        last = file.read_text(encoding="utf-8-sig").rstrip().count("\n") + 1
        where = f"{file}, ligne {line[1] if line else last}"
        raise ConfigurationError(f"{where} : attendu du TOML ({error})") from None
    if file.name != SHARED:
        return dict(table)
    for part in TOOL:
        if not isinstance(table, dict) or part not in table:
            return None
        table = table[part]
    if not isinstance(table, dict):
        raise ConfigurationError(f"{file} : tool.crosscheck : trouvé {table!r}, attendu une table")
    return table


def _settings(file: Path, table: Mapping[str, Any]) -> Iterator[tuple[str, Setting]]:
    """Each setting of a table, checked."""
    from crosscheck.configuration.lines import lines_of

    lines = lines_of(file)
    prefix = TOOL if file.name == SHARED else ()
    sections = {name.partition(".")[0] for name in KEYS if "." in name}
    flat: dict[str, Any] = {}
    for name, value in table.items():
        if name in sections and isinstance(value, dict):
            flat |= {f"{name}.{inner}": held for inner, held in value.items()}
        else:
            flat[name] = value
    for name, value in flat.items():
        line = lines.get((*prefix, *name.split(".")))
        where = f"{file}, ligne {line}" if line else str(file)
        if name in sections:
            raise ConfigurationError(f"{where} : {name} : trouvé {value!r}, attendu une table")
        if name not in KEYS:
            raise ConfigurationError(f"{where} : clé inconnue {name} ; {_known_beside(name)}")
        if not fits(value, KEYS[name]):
            said = str(value).lower() if isinstance(value, bool) else repr(value)
            wanted = expected(KEYS[name])
            raise ConfigurationError(f"{where} : {name} : trouvé {said}, attendu {wanted}")
        kept = tuple(value) if isinstance(value, list) else value
        yield name, Setting(kept, f"{file.name}:{line}" if line else file.name)


def _known_beside(name: str) -> str:
    """The keys of the table in which an unknown one stands, and the one that may be meant."""
    from difflib import get_close_matches

    table = name.rpartition(".")[0]
    beside = [key for key in KEYS if key.rpartition(".")[0] == table]
    if not table:
        tables = dict.fromkeys(key.partition(".")[0] for key in KEYS if "." in key)
        beside += [f"[{name}]" for name in tables]
    meant = get_close_matches(name, [*KEYS, *(b.strip("[]") for b in beside)], 1)
    asked = f"est-ce {meant[0]} ? " if meant else ""
    return f"{asked}connues : {', '.join(beside)}"
