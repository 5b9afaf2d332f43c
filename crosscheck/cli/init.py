"""`crosscheck init`: a commented configuration, and what a repository needs to run `check`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.config import commented
from crosscheck.cli.errors import UsageError
from crosscheck.cli.options import Quiet
from crosscheck.cli.outputs import deliver
from crosscheck.configuration import OWN


def init(
    folder: Annotated[
        Path, Argument(metavar="DOSSIER", show_default=False, help="Où l'écrire ; par défaut, ici.")
    ] = Path(),
    force: Annotated[
        bool, Option("--force", help="Remplace le fichier de réglages qui s'y trouve.")
    ] = False,
    quiet: Quiet = False,
) -> int:
    """Écrit crosscheck.toml : chaque réglage, ce qu'il veut dire et sa valeur par défaut."""
    if not folder.is_dir():
        raise UsageError(f"{folder} : ce n'est pas un dossier")
    file = folder / OWN
    if file.exists() and not force:
        raise UsageError(f"{file} existe déjà (--force le remplace)")
    if not deliver(commented(), file):
        return console.INCOMPLETE
    if not quiet:
        console.say(f"écrit : {file}")
    return 0
