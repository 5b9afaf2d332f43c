"""A small newsroom for the tests of `check`: references, drafts, and a draft in Markdown."""

from pathlib import Path

KNOWN = """Trois accords signés à Moscou

Publié le 24 juin 2025

Deux accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres.
"""
DRAFT = """Une signature à Moscou

Publié le 25 juin 2025

Il pleuvait sur la ville.

Quatre accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres.
"""
SLIP = "La prochaine réunion aura lieu le samedi 14 mars 2026 à Bamako, a dit le maire.\n"


def furnish(folder: Path) -> None:
    """`references/agence.txt`, `brouillons/signature.md`, `brouillons/reunion.md`, and `.git`."""
    for name, text in (
        ("references/agence.txt", KNOWN.replace("Trois", "Deux")),
        ("brouillons/signature.md", DRAFT),
        ("brouillons/reunion.md", SLIP.replace("samedi", "dimanche")),
    ):
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / ".git").mkdir()


SIGNATURE = ("check", "brouillons/signature.md", "--against", "references")
"""The command that finds one conflict."""
