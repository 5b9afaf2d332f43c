"""`crosscheck config`: what is set, and where it comes from."""

import json
from pathlib import Path
from typing import Annotated

from typer import Argument

from crosscheck.cli import console
from crosscheck.cli.errors import UsageError
from crosscheck.cli.options import Config
from crosscheck.configuration import KEYS, Configuration, Value, load


def config(
    action: Annotated[
        str,
        Argument(
            metavar="show",
            show_default=False,
            help="La seule action : montrer.",
        ),
    ],
    config: Config = None,
) -> int:
    """Montre chaque réglage et d'où il vient : un fichier et sa ligne, ou le défaut."""
    if action != "show":
        raise UsageError(f"action inconnue : {action} ; attendu show")
    console.show(shown(load(Path.cwd(), config)))
    return 0


def shown(settings: Configuration) -> str:
    """The settings as TOML, each with its origin; it can be read back as a configuration."""
    where = settings.file or "aucun fichier de réglages ; tout est par défaut"
    rows = {name: said for name in KEYS if (said := _row(name, settings))}
    width = max(map(len, rows.values()))
    lines = [f"# {where}"]
    section = ""
    for name, row in rows.items():
        table = name.rpartition(".")[0]
        if table != section:
            section = table
            lines += ["", f"[{table}]"]
        lines.append(f"{row:<{width}}  # {settings.settings[name].origin}")
    return "\n".join(lines) + "\n"


def _row(name: str, settings: Configuration) -> str:
    value = settings.settings[name].value
    key = name.rpartition(".")[2]
    return f"# {key} =" if value is None else f"{key} = {as_toml(value)}"


def as_toml(value: Value) -> str:
    """A value as TOML has it: `as_toml(("C", "I"))` is « ["C", "I"] »."""
    held = list(value) if isinstance(value, tuple) else value
    return json.dumps(held, ensure_ascii=False)


def commented() -> str:
    """The file that `crosscheck init` writes: every key, its meaning and its default, as comments.

    Taking the « # » away from a line sets it.
    """
    lines = [
        "# Réglages de crosscheck. Une ligne sans « # » est un réglage ; les autres montrent le",
        "# défaut, ou un exemple. « crosscheck config show » dit ce qui vaut, et d'où il vient.",
    ]
    section = ""
    for name, key in KEYS.items():
        table = name.rpartition(".")[0]
        if table != section:
            section = table
            lines += ["", f"[{table}]"]
        shown_value = key.example or as_toml(key.default)
        lines += ["", f"# {key.about}", f"# {name.rpartition('.')[2]} = {shown_value}"]
    return "\n".join(lines) + "\n"
