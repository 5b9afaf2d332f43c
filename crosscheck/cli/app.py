"""The application: its commands, its help in French, its version."""

from collections.abc import Callable
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from crosscheck.cli import archive
from crosscheck.cli.accept import accept
from crosscheck.cli.check import check
from crosscheck.cli.config import config
from crosscheck.cli.console import show
from crosscheck.cli.explain import explain
from crosscheck.cli.init import init
from crosscheck.cli.read import read
from crosscheck.cli.report import report

_FRENCH = (
    ("Usage: ", "Usage : "),
    ("Arguments:\n", "Arguments :\n"),
    ("Options:\n", "Options :\n"),
    ("Commands:\n", "Commandes :\n"),
    ("[required]", "[obligatoire]"),
    (" <list[Path]>", " " * 13),
    (" <list[str]>", " " * 12),
    (" <Path>", " " * 7),
    (" <path>", " " * 7),
    ("{ARCHIVE}", "ARCHIVE"),
    ("{MOT}...", "MOT..."),
    (" <str>", " " * 6),
    ("{CHEMIN}...", "CHEMIN..."),
    ("[default: ", "[défaut : "),
    ("  [x>=0]", ""),
    ("  [x>=1]", ""),
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


_HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    cls=_Group,
    context_settings=_HELP,
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


COMMANDS: dict[Callable[..., int], str] = {
    report: "Compare les articles d'une actualité.",
    check: "Vérifie des articles nouveaux, en CI.",
    accept: "Note ce que la rédaction décide d'un signalement.",
    explain: "Dit ce que signifie un code de check.",
    init: "Écrit un fichier de réglages commenté.",
    read: "Montre ce qui est compris d'un fichier.",
    config: "Montre les réglages et d'où ils viennent.",
}
"""Every command, in the order of the help page, and its line there."""
for _command, _line in COMMANDS.items():
    app.command(cls=_Command, context_settings=_HELP, short_help=_line)(_command)

_archive = typer.Typer(cls=_Group, context_settings=_HELP, help=archive.HELP)
for _name, (_command, _line) in archive.COMMANDS.items():
    _archive.command(_name, cls=_Command, context_settings=_HELP, short_help=_line)(_command)
app.add_typer(_archive, name="archive", short_help=archive.LINE)
