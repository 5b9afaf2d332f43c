"""Imports go down the road only: values, models, rules, reading … and the command line last."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "crosscheck"
ROAD = (
    ("lazy", "making"),
    ("values",),
    ("models", "cache", "processes"),
    ("kept_toml",),
    ("rules", "settings", "nlp", "configuration"),
    ("measures", "stamp"),
    ("reading", "expressions"),
    ("claims",),
    ("extraction",),
    ("matching",),
    ("judging",),
    ("pipeline",),
    ("diagnostics",),
    ("decisions",),
    ("checking",),
    ("formats", "archive"),
    ("cli",),
)
"""Rooms in the order of the road; those of one row do not know each other."""
LEVEL = {room: level for level, row in enumerate(ROAD) for room in row}
SPACY = ("nlp",)
PRINTING = {"print", "input", "exit", "quit"}
FILES = sorted(path for path in PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room a file belongs to: « reading » for `reading/decode.py`."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, in functions too, and the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import, line {node.lineno}"
            module = node.module or ""
            if module == "crosscheck":
                yield from ((f"crosscheck.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield module, node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_down_the_road(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return  # the public face names what it likes
    assert here in LEVEL, f"{here} has no place on the road"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for module, line in imported(tree):
        parts = module.split(".")
        if parts[0] == "spacy":
            assert here in SPACY, f"{path.name}:{line} imports spaCy"
        if parts[0] != "crosscheck" or len(parts) == 1 or parts[1] == here:
            continue
        there = parts[1]
        assert there in LEVEL, f"{path.name}:{line} imports {module}, which is on no level"
        assert LEVEL[there] < LEVEL[here], f"{path.name}:{line}: {here} imports {there}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if room(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in PRINTING, f"{path.name}:{node.lineno} {node.func.id}()"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            assert name not in {"sys.exit", "sys.stdout", "sys.stderr", "os._exit"}, (
                f"{path.name}:{node.lineno} {name}"
            )


def is_broad(node: ast.AST) -> bool:
    """Whether a node is `except:`, `except Exception:` or `except BaseException:`."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    name = node.type.id if isinstance(node.type, ast.Name) else ""
    return node.type is None or name in {"Exception", "BaseException"}


def test_no_broad_except_but_at_the_edge() -> None:
    """One `except Exception`, in `cli/__init__.py`, tells the user what nobody foresaw."""
    broad = [
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if is_broad(node)
    ]
    assert broad == ["cli/__init__.py"]
