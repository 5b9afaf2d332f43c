"""Words as data: the TOML files of `rules/<language>/`, each read once.

>>> "près de" in words("hedges")["before"]
True

Every file holds tables of words and a list `examples`, which is its test table. A mistake is told
by file, key, what was found and what was expected.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from os import scandir
from pathlib import Path
from typing import Any, TypeVar

from crosscheck.kept_toml import tables_of

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


def remembered_lately(most: int) -> Callable[[_Function], _Function]:
    """The same for what is asked of one text after the other: the latest answers are kept."""

    def remember(function: _Function) -> _Function:
        kept = lru_cache(maxsize=most)(function)
        _forgetters.append(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return remember


def use_rules(folder: Path | None) -> None:
    """Let the files of `folder` replace, file by file, those that come with the package."""
    wanted = [folder] if folder else []
    if wanted == _override:
        return
    _override[:] = wanted
    for forget in _forgetters:
        forget()


def rules_in_use() -> Path | None:
    """The folder that `use_rules` was last given, for another process to use it too."""
    return _override[0] if _override else None


@remembered
def rule_files(language: str = "fr") -> dict[str, Path]:
    """Name of each rules file and where it stands: `{"hedges": …/rules/fr/hedges.toml, …}`.

    The user's folder is of French words; those of another language stand in a folder in it.
    """
    theirs = [folder if language == "fr" else folder / language for folder in _override]
    folders = [rules_folder(language), *theirs]
    return {p.stem: p for folder in folders if folder.is_dir() for p in _toml_files(folder)}


def _toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder, in order."""
    with scandir(folder) as entries:
        return [folder / n for n in sorted(e.name for e in entries) if n.endswith(".toml")]


def check_rules(folder: Path) -> None:
    """Hold the files of `folder` against those they stand in for: same tables, same types, and in
    messages the same places to fill.

    Raises `RuleError` for the first thing that is missing or of another type.
    """
    packed = {p.stem: p for p in rules_folder().glob("*.toml")}
    for path in sorted(folder.glob("*.toml")):
        expected = tables_of(packed[path.stem].read_bytes())
        _check_like(path, "", expected, words(path.stem), whole=True)


def _check_like(path: Path, key: str, expected: Any, found: Any, *, whole: bool) -> None:
    """One value against its model; `whole` where every key of the model must be there."""
    numbers = (int, float)
    alike = isinstance(found, type(expected)) or (
        isinstance(expected, numbers) and isinstance(found, numbers)
    )
    if not alike or (isinstance(found, bool) and not isinstance(expected, bool)):
        raise RuleError(path, key, found, _TOML.get(type(expected), "autre chose"))
    if isinstance(expected, dict):
        _check_table(path, key, expected, found, whole=whole)
    elif isinstance(expected, list) and expected:
        for i, item in enumerate(found):
            _check_like(path, f"{key}[{i}]", expected[0], item, whole=False)
    elif isinstance(expected, str):
        from string import Formatter  # only where a user has rules of their own

        places = {name for _, name, _, _ in Formatter().parse(expected) if name}
        for _, name, _, _ in Formatter().parse(found):
            if name and name not in places:
                raise RuleError(path, key, f"{{{name}}}", f"au plus {sorted(places)}")


def _check_table(
    path: Path, key: str, expected: dict[str, Any], found: dict[str, Any], *, whole: bool
) -> None:
    messages = whole and (not key or key == "messages" or expected.get("kind") == "messages")
    prefix = f"{key}." if key else ""
    for name in sorted(set(found) & set(expected)):
        _check_like(path, prefix + name, expected[name], found[name], whole=whole)
    for name, model in expected.items():
        if messages and name not in found and name != "examples":
            raise RuleError(path, prefix + name, "rien", _TOML.get(type(model), "autre chose"))
    models = list(expected.values())
    for name in sorted(set(found) - set(expected)):
        if key and models:
            _check_like(path, prefix + name, models[0], found[name], whole=False)


@remembered
def words(name: str, language: str = "fr") -> dict[str, Any]:
    """The tables of one rules file: `words("hedges")["before"]["au moins"]`.

    Raises `RuleError` when the file is missing or is no TOML.
    """
    path = rule_files(language).get(name, rules_folder(language) / f"{name}.toml")
    try:
        return tables_of(path.read_bytes())
    except FileNotFoundError:
        raise RuleError(path, "", "aucun fichier", f"un fichier {name}.toml") from None
    except ValueError as error:  # of TOML, or of UTF-8
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
