"""Words of the command line as values, without Typer's reader: texts, paths, whole numbers.

>>> Plain(int, least=0).value("--most", "12")
12

Typer 0.29 reads every word through pydantic, even a text that is one already; the import of
pydantic alone takes as long as all else that `crosscheck config show` does. A parameter of any
other kind is left to Typer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from typer.core import TyperArgument, TyperOption

KINDS = (str, Path, int, bool)
"""What a parameter of ours may be, or a list of."""


@dataclass(frozen=True, slots=True)
class Plain:
    """How the words given to one parameter become values; stands in for Typer's own reader."""

    kind: type[str | Path | int]
    least: float | None = None

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """What Typer asks of a reader: one value, or a list for a parameter that is repeated."""
        del ctx
        many = param.nargs == -1 or getattr(param, "multiple", False)
        if value is None:
            return () if many else None
        name = max(param.opts, key=len)
        return [self.value(name, word) for word in value] if many else self.value(name, value)

    def value(self, name: str, word: Any) -> str | Path | int:
        """One word as a value. Raises `UsageError` for what is no whole number, or too small."""
        from crosscheck.cli.errors import UsageError  # all rooms have errors: not for a help page

        try:
            found = self.kind(word)
        except ValueError:
            raise UsageError(f"{name} {word} : attendu un nombre entier (voir --help)") from None
        if self.least is not None and isinstance(found, int) and found < self.least:
            said = f"d'au moins {self.least}" if self.least else "positif ou nul"
            raise UsageError(f"{name} {word} : attendu un nombre {said} (voir --help)")
        return found


def read_plainly(params: Sequence[Any]) -> list[Any]:
    """The parameters of a command, each with our reader where we have one.

    Were Typer to keep its reader elsewhere, commands would be as right as before, only slower;
    `tests/cli/test_startup.py` would tell.
    """
    for param in params:
        if isinstance(param, TyperArgument | TyperOption):
            annotation = param.type_descriptor.annotation
            kind = next(iter(get_args(annotation)), annotation)
            if kind in KINDS:
                least = param.type_descriptor.parameter_info.min
                param._runtime_param = Plain(kind, least)  # type: ignore[assignment]
    return list(params)
