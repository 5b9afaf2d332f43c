"""Options that several commands have, each declared once.

`def report(…, rules: Rules = None, quiet: Quiet = False)` gives a command `--rules` and `--quiet`.
"""

from pathlib import Path
from typing import Annotated

from typer import Option

Config = Annotated[
    Path | None,
    Option("--config", metavar="FICHIER", help="Ce fichier de réglages, et nul autre."),
]
Decisions = Annotated[
    Path | None,
    Option(
        "--decisions",
        metavar="FICHIER",
        help="Décisions de la rédaction ; sans cela, crosscheck-decisions.jsonl.",
    ),
]
Rules = Annotated[
    Path | None,
    Option(
        "--rules",
        metavar="DOSSIER",
        help="Dossier dont les fichiers TOML remplacent, un à un, ceux des règles.",
    ),
]
FollowLinks = Annotated[
    bool, Option("--follow-links", help="Suit les liens qui sortent des dossiers donnés.")
]
ExitZero = Annotated[bool, Option("--exit-zero", help="Statut 0, quoi qu'il soit trouvé.")]
Quiet = Annotated[bool, Option("--quiet", help="Ni progression ni messages, hors erreurs.")]
Engine = Annotated[
    str, Option(metavar="MOTEUR", help="duckdb (ici) ou spark (sur plusieurs machines).")
]
Master = Annotated[
    str | None,
    Option(metavar="ADRESSE", help="Le maître Spark : spark://HÔTE:PORT, ou local[N]."),
]
