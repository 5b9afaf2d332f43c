"""The application: its commands, its help in French, its version."""

import re
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from crosscheck.cli import archive
from crosscheck.cli.accept import accept
from crosscheck.cli.check import check
from crosscheck.cli.config import config
from crosscheck.cli.console import show
from crosscheck.cli.explain import explain
from crosscheck.cli.init import init
from crosscheck.cli.parameters import read_plainly
from crosscheck.cli.read import read
from crosscheck.cli.report import report

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
    """A group of commands whose help speaks French: state is Typer's own."""

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        return read_plainly(super().get_params(ctx))

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

    Pour commencer : « crosscheck report DOSSIER », où DOSSIER tient les articles. Chaque commande
    a son aide : « crosscheck report --help ».
    """


COMMANDS: dict[Callable[..., int], tuple[str, tuple[str, ...]]] = {
    report: (
        "Compare les articles d'une actualité.",
        ("report crues/", "report crues/ --output html=crues.html --open"),
    ),
    check: (
        "Vérifie des articles nouveaux, comme un correcteur.",
        (
            "check brouillons/ --against parus/",
            "check --changed-since origin/main --format github",
            "check papier.md --select ALL --exit-zero",
        ),
    ),
    accept: (
        "Note ce que la rédaction décide d'un signalement.",
        (
            "accept f865b4ff --reason 'confirmé par le ministère' --by 'A. Diallo'",
            "accept f865b4ff --as confirmed --reason 'à corriger'",
        ),
    ),
    explain: (
        "Dit ce que signifie un code, ou ce qui a rapproché un constat.",
        ("explain C101", "explain f3 crues/"),
    ),
    init: ("Écrit un fichier de réglages commenté.", ()),
    read: ("Montre ce qui est compris d'un fichier.", ("read communique.pdf",)),
    config: ("Montre les réglages et d'où ils viennent.", ("config show",)),
}
"""Every command, in the order of the help page, with its line there and examples of its use."""


def _examples(lines: tuple[str, ...]) -> str | None:
    """The foot of a help page; « \\b » keeps its lines as they are."""
    shown = [f"  crosscheck {line}" for line in lines]
    return "\n".join(["\b", "Exemples :", *shown]) if lines else None


for _command, (_line, _uses) in COMMANDS.items():
    app.command(cls=_Command, context_settings=_HELP, short_help=_line, epilog=_examples(_uses))(
        _command
    )

_archive = typer.Typer(
    cls=_Group, context_settings=_HELP, help=archive.HELP, epilog=_examples(archive.EXAMPLES)
)
for _name, (_command, _line) in archive.COMMANDS.items():
    _archive.command(_name, cls=_Command, context_settings=_HELP, short_help=_line)(_command)
app.add_typer(_archive, name="archive", short_help=archive.LINE)
