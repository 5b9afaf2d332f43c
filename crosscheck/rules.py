"""Words as data: the TOML files of `rules/<language>/`, each read once.

>>> "près de" in words("hedges")["before"]
True

Every file holds tables of words and a list `examples`, which is its test table. A mistake is told
by file, key, what was found and what was expected.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

_HERE = Path(__file__).parent
_override: list[Path] = []
_forgetters: list[Callable[[], None]] = []
_Function = TypeVar("_Function", bound=Callable[..., Any])


class RuleError(Exception):
    """A rules file that cannot be used: names the file, the key, what was found and expected."""

    def __init__(self, file: Path, key: str, found: object, expected: str) -> None:
        place = f"{file.name}: {key}" if key else file.name
        super().__init__(f"{place} : trouvé {found!r}, attendu {expected}")
        self.file, self.key, self.found, self.expected = file, key, found, expected


def rules_folder(language: str = "fr") -> Path:
    """The folder of the words of a language: inside the wheel, or beside the package."""
    packed = _HERE / "_rules" / language
    return packed if packed.is_dir() else _HERE.parent / "rules" / language


def remembered(function: _Function) -> _Function:
    """`functools.cache` for what is made of words: forgotten when other rules are put in use."""
    kept = cache(function)
    _forgetters.append(kept.cache_clear)
    return kept  # type: ignore[return-value]


def use_rules(folder: Path | None) -> None:
    """Let the files of `folder` replace, file by file, those that come with the package."""
    wanted = [folder] if folder else []
    if wanted == _override:
        return
    _override[:] = wanted
    for forget in _forgetters:
        forget()


def rule_files(language: str = "fr") -> dict[str, Path]:
    """Name of each rules file and where it stands: `{"hedges": …/rules/fr/hedges.toml, …}`."""
    folders = [rules_folder(language), *_override]
    return {p.stem: p for folder in folders for p in sorted(folder.glob("*.toml"))}


@remembered
def words(name: str, language: str = "fr") -> dict[str, Any]:
    """The tables of one rules file: `words("hedges")["before"]["au moins"]`.

    Raises `RuleError` when the file is missing or is no TOML.
    """
    path = rule_files(language).get(name, rules_folder(language) / f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RuleError(path, "", "aucun fichier", f"un fichier {name}.toml") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(path, "", str(error), "du TOML en UTF-8") from None


def table(name: str, key: str, kind: type | tuple[type, ...] = dict, language: str = "fr") -> Any:
    """One table of a rules file, its type checked: `table("hedges", "hedges")`."""
    found = words(name, language).get(key)
    if not isinstance(found, kind):
        path = rule_files(language)[name]
        wanted = kind if isinstance(kind, tuple) else (kind,)
        raise RuleError(path, key, found, " ou ".join(_TOML[k] for k in wanted))
    return found


_TOML = {
    dict: "une table",
    list: "une liste",
    str: "un texte",
    int: "un entier",
    float: "un nombre",
}
