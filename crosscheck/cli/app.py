"""The application: its commands, its help in French, its version."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from crosscheck.cli.commands import ARCHIVE, ARCHIVE_HELP, COMMANDS, Line
from crosscheck.cli.console import show
from crosscheck.cli.parameters import read_plainly

_FRENCH = (
    ("Usage: ", "Usage : "),
    ("Arguments:\n", "Arguments :\n"),
    ("Options:\n", "Options :\n"),
    ("Commands:\n", "Commandes :\n"),
    ("[required]", "[obligatoire]"),
    ("{show}", "show"),
    ("{CHEMIN}...", "CHEMIN..."),
    ("{ARCHIVE}", "ARCHIVE"),
    ("{MOT}...", "MOT..."),
    ("COMMAND [ARGS]...", "COMMANDE [ARGUMENTS]..."),
    ("Show this message and exit.", "Affiche cette aide."),
)
_KINDS = re.compile(r" <(?:list\[\w+\]|\w+)>")
_SPACE = re.compile(r"(?<=«) | (?=[:;»])")
"""Where a line of help is not broken: none begins with « ; »."""
_DEFAULT = re.compile(r"\[default:(?=\s)")
_BOUNDS = re.compile(r"\s+\[x>=\d+\]")


def _in_french(text: str) -> str:
    """Typer's own words in a help page, in French; ours are already."""
    for english, french in _FRENCH:
        text = text.replace(english, french)
    text = _DEFAULT.sub("[par défaut :", text)
    text = _KINDS.sub(lambda found: " " * len(found[0]), text)
    return "".join(f"{line.rstrip()}\n" for line in _BOUNDS.sub("", text).split("\n")).rstrip()


class _Command(TyperCommand):
    """A command whose help speaks French: state is Typer's own."""

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        return read_plainly(super().get_params(ctx))

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        for param in self.params:
            if isinstance(param, TyperArgument | TyperOption) and param.help:
                param.help = _SPACE.sub("\u00a0", param.help)
        return _in_french(super().get_help(ctx))


class _Group(TyperGroup):
    """A group of commands whose help speaks French; each is made when it is run. State is Typer's.

    Until then another stands in its place, which has its name and its line and nothing to import.
    """

    lines: Mapping[str, Line] = {}

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        for name, line in self.lines.items():
            self.add_command(TyperCommand(name, short_help=line.line), name)

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        return read_plainly(super().get_params(ctx))

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return _in_french(super().get_help(ctx))

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        if args and args[0] in self.lines:
            self.add_command(_made(args[0], self.lines[args[0]]), args[0])
        return super().resolve_command(ctx, args)


class _Main(_Group):
    """The commands of crosscheck."""

    lines = COMMANDS


class _Archive(_Group):
    """Those of `crosscheck archive`."""

    lines = ARCHIVE


_HELP = {"help_option_names": ["-h", "--help"]}

_PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
app = typer.Typer(cls=_Main, context_settings=_HELP, **_PLAIN)


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

    Pour commencer : « crosscheck report DOSSIER », où DOSSIER tient les articles. Chaque commande
    a son aide : « crosscheck report --help ».
    """


def _examples(lines: tuple[str, ...]) -> str | None:
    """The foot of a help page; « \\b » keeps its lines as they are."""
    shown = [f"  crosscheck {line}" for line in lines]
    return "\n".join(["\b", "Exemples :", *shown]) if lines else None


def _made(name: str, line: Line) -> Any:
    """A command as Typer makes it of its function, or the group of those of an archive."""
    module, _, function = line.place.partition(":")
    found = getattr(import_module(module), function)
    foot = _examples(line.examples)
    if found is ARCHIVE:
        group = typer.Typer(
            cls=_Archive, context_settings=_HELP, help=ARCHIVE_HELP, epilog=foot, **_PLAIN
        )
        group.callback()(_nothing)
        return typer.main.get_command(group)
    single = typer.Typer(**_PLAIN)
    single.command(name, cls=_Command, context_settings=_HELP, short_help=line.line, epilog=foot)(
        found
    )
    return typer.main.get_command(single)


def _nothing() -> None:
    """What a group does before its command."""
