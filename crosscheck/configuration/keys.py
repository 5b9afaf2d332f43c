"""Every setting that a project may have: its shape, its default, and a line that tells of it.

>>> KEYS["check.max-per-article"].default, expected(KEYS["check.max-per-article"])
(3, 'un entier positif ou nul')
"""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["text", "texts", "number", "flag"]
Value = str | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Key:
    """A setting that a project may have."""

    shape: Shape
    default: Value
    about: str
    """One line for the file that `crosscheck init` writes."""
    example: str = ""
    """What that file shows, where the default is nothing."""
    least: int = 0
    """The least that a number may be."""


KEYS: dict[str, Key] = {
    "rules": Key(
        "text", None, "Dossier de règles qui remplacent, fichier par fichier, celles du programme.",
        '"mes-regles"',
    ),
    "reading.follow-links": Key(
        "flag", False, "Suivre les liens symboliques qui sortent des dossiers donnés."
    ),
    "reading.max-seconds": Key(
        "number", 30, "Secondes pour lire un fichier qui n'est pas du texte (PDF, page, Word…).",
        least=1,
    ),
    "reading.max-memory-mb": Key(
        "number", 2000, "Mémoire pour lire un tel fichier, en Mo.", least=100
    ),
    "reading.max-article-kb": Key(
        "number", 500, "Taille d'un article en texte ou en Markdown, en ko.", least=1
    ),
    "reading.max-page-mb": Key(
        "number", 8, "Taille d'une page, d'un flux, d'un message en XML ou en JSON, en Mo.", least=1
    ),
    "reading.max-document-mb": Key(
        "number", 100, "Taille d'un PDF, d'un document Word ou ODT, d'une collection, en Mo.",
        least=1,
    ),
    "reading.max-part-mb": Key(
        "number", 50, "Taille d'une partie d'un document Word ou ODT, une fois ouverte, en Mo.",
        least=1,
    ),
    "reading.max-record-mb": Key(
        "number", 8, "Taille d'une ligne de JSONL, d'une page de WARC, d'une pièce jointe, en Mo.",
        least=1,
    ),
    "reading.max-pages": Key("number", 2000, "Pages d'un PDF.", least=1),
    "reading.max-articles": Key("number", 10000, "Articles d'un fichier.", least=1),
    "check.paths": Key(
        "texts", (), "Articles à vérifier quand la commande n'en nomme aucun.", '["brouillons"]'
    ),
    "check.against": Key(
        "texts", (), "Articles de référence auxquels ils sont comparés.", '["articles"]'
    ),
    "check.select": Key(
        "texts", (), "Codes à montrer ; vide : ce qui arrête le passage.", '["C", "I"]'
    ),
    "check.ignore": Key("texts", (), "Codes à ne jamais montrer.", '["C105"]'),
    "check.fail-on": Key(
        "texts", ("conflict", "check"),
        "Ce qui arrête le passage : verdict (et plus grave), gravité, verdict:gravité, code.",
    ),
    "check.max-per-article": Key(
        "number", 3, "Au plus tant de signalements par article, les plus graves ; 0 : tous."
    ),
    "check.format": Key("text", "concise", "Format de la sortie standard."),
    "check.output": Key(
        "texts", (), "Fichiers à écrire en plus, FORMAT=FICHIER.", '["sarif=crosscheck.sarif"]'
    ),
    "check.decisions": Key(
        "text", "crosscheck-decisions.jsonl", "Fichier des décisions de la rédaction."
    ),
}  # fmt: skip
"""Every key, in the order of `crosscheck config show`."""
PATHS = ("rules", "check.paths", "check.against", "check.decisions")
"""Keys that name files: relative to the folder of the configuration."""
_SHAPES: dict[Shape, str] = {
    "text": "un texte",
    "texts": "une liste de textes",
    "number": "un entier",
    "flag": "true ou false",
}


def expected(key: Key) -> str:
    """What a key may be, in words: « un entier positif ou nul »."""
    if key.shape != "number":
        return _SHAPES[key.shape]
    least = f"d'au moins {key.least}" if key.least else "positif ou nul"
    return f"{_SHAPES['number']} {least}"


def fits(value: object, key: Key) -> bool:
    """Whether what TOML holds is what a key may be: `fits(3, KEYS["rules"])` is False."""
    if key.shape == "texts":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if key.shape == "number":
        return isinstance(value, int) and not isinstance(value, bool) and value >= key.least
    return isinstance(value, bool if key.shape == "flag" else str)
