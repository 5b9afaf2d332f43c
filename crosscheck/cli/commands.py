"""Every command: its line on the help page, examples of its use, and where it stands.

>>> COMMANDS["report"].place
'crosscheck.cli.report:report'

A command is imported when it is run: to say what there is, or to run another, it need not be.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A command on the help page: `Line("crosscheck.cli.init:init", "Écrit un fichier.")`."""

    place: str
    """Its module and its function; for a group, the module and its own commands."""
    line: str
    examples: tuple[str, ...] = ()


COMMANDS = {
    "report": Line(
        "crosscheck.cli.report:report",
        "Compare les articles d'une actualité.",
        ("report crues/", "report crues/ --output html=crues.html --open"),
    ),
    "check": Line(
        "crosscheck.cli.check:check",
        "Vérifie des articles nouveaux, comme un correcteur.",
        (
            "check brouillons/ --against parus/",
            "check --changed-since origin/main --format github",
            "check papier.md --select ALL --exit-zero",
        ),
    ),
    "accept": Line(
        "crosscheck.cli.accept:accept",
        "Note ce que la rédaction décide d'un signalement.",
        (
            "accept f865b4ff --reason 'confirmé par le ministère' --by 'A. Diallo'",
            "accept f865b4ff --as confirmed --reason 'à corriger'",
        ),
    ),
    "explain": Line(
        "crosscheck.cli.explain:explain",
        "Dit ce que signifie un code, ou ce qui a rapproché un constat.",
        ("explain C101", "explain f3 crues/"),
    ),
    "init": Line("crosscheck.cli.init:init", "Écrit un fichier de réglages commenté."),
    "read": Line(
        "crosscheck.cli.read:read",
        "Montre ce qui est compris d'un fichier.",
        ("read communique.pdf",),
    ),
    "config": Line(
        "crosscheck.cli.config:config",
        "Montre les réglages et d'où ils viennent.",
        ("config show",),
    ),
    "archive": Line(
        "crosscheck.cli.commands:ARCHIVE",
        "Garde des articles et leurs affirmations.",
        (
            "archive add archive/ parus/",
            'archive search archive/ "état d\'urgence" "préfet*" --since 2025-01-01',
            "check papier.md --against archive/ --days 30",
            "archive repair archive/ | xargs -d '\\n' crosscheck archive add archive/",
        ),
    ),
}
"""In the order of the help page."""
ARCHIVE = {
    "add": Line("crosscheck.cli.archive:add", "Ajoute des articles, ou ce qui en a changé."),
    "list": Line("crosscheck.cli.archive_views:list_articles", "Montre les articles."),
    "stats": Line("crosscheck.cli.archive_views:stats", "Compte, et vérifie chaque fichier."),
    "report": Line(
        "crosscheck.cli.archive_report:report",
        "Compare entre eux les articles qui disent une même histoire.",
    ),
    "search": Line("crosscheck.cli.archive_views:search", "Cherche des mots dans les passages."),
    "remove": Line("crosscheck.cli.archive:remove", "Retire des articles."),
    "compact": Line("crosscheck.cli.archive:compact", "Range en moins de fichiers."),
    "migrate": Line("crosscheck.cli.archive:migrate", "Relit ce qu'une autre version a lu."),
    "repair": Line(
        "crosscheck.cli.archive:repair", "Ôte ce qui est abîmé, et dit quoi ajouter à nouveau."
    ),
}
"""The commands of `crosscheck archive`."""
ARCHIVE_HELP = """Garde des articles avec leurs affirmations, pour y confronter les suivants.

crosscheck check ARTICLE --against DOSSIER compare un article à toute l'archive.
"""
