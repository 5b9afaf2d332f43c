"""The application: its commands, its help in French, its version."""

from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from crosscheck.cli.console import show
from crosscheck.cli.read import read
from crosscheck.cli.report import report

_FRENCH = (
    ("Usage: ", "Usage : "),
    ("Arguments:\n", "Arguments :\n"),
    ("Options:\n", "Options :\n"),
    ("Commands:\n", "Commandes :\n"),
    ("[required]", "[obligatoire]"),
    (" <list[Path]>", " " * 13),
    ("{CHEMIN}...", "CHEMIN..."),
    ("COMMAND [ARGS]...", "COMMANDE [ARGUMENTS]..."),
    ("Show this message and exit.", "Affiche cette aide."),
)


def _in_french(text: str) -> str:
    """Typer's own words in a help page, in French; ours are already."""
    for english, french in _FRENCH:
        text = text.replace(english, french)
    return text


class _Command(TyperCommand):
    """A command whose help speaks French: state is Typer's own."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return _in_french(super().get_help(ctx))


class _Group(TyperGroup):
    """A group of commands whose help speaks French: state is Typer's own."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return _in_french(super().get_help(ctx))


app = typer.Typer(
    cls=_Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("crosscheck-news")
        except PackageNotFoundError:
            number = "(non installé)"
        show(f"crosscheck {number}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Dit la version.")
    ] = False,
) -> None:
    """Met en regard ce qu'affirment plusieurs articles sur une même actualité.

    Dit où les sources concordent, divergent ou sont seules ; jamais laquelle a raison.
    """


app.command(cls=_Command)(report)
app.command(cls=_Command)(read)
