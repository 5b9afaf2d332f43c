"""`crosscheck read`: what was understood of a file, so that one sees why a claim is missing."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.errors import UsageError
from crosscheck.cli.options import Config, FollowLinks, Rules
from crosscheck.cli.settings import settle
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.models import Article, Skipped

FORMATS = ("text", "json")


def read(
    paths: Annotated[
        list[Path],
        Argument(
            metavar="CHEMIN",
            show_default=False,
            help="Fichiers ou dossiers ; «\u00a0-\u00a0» est l'entrée standard.",
        ),
    ],
    format: Annotated[
        str,
        Option(metavar="FORMAT", show_default=False, help="text (à lire, par défaut) ou json."),
    ] = "text",
    rules: Rules = None,
    config: Config = None,
    follow_links: FollowLinks = False,
) -> int:
    """Montre ce qui a été compris d'un fichier : titre, source, dates, texte et ce qui en est lu.

    Chaque donnée porte sa provenance. Devant chaque ligne, son usage : titre, texte, légende, ou
    « – » pour ce qui n'est pas lu. Rien n'est comparé.

    Statut : 0 tout est lu, 2 un fichier ne l'est pas.
    """
    if format not in FORMATS:
        raise UsageError(f"--format {format} : attendu {' ou '.join(FORMATS)}")
    from crosscheck.reading import read_articles

    settings = settle(load(Path.cwd(), config), rules, follow_links=follow_links)
    articles, skipped = read_articles(paths, settings, stdin=console.standard_input(paths))
    if format == "json":
        console.show(_as_json(articles, skipped))
    else:
        console.show("\n".join(_as_text(article) for article in articles))
    for skip in skipped:
        if skip.error or format == "text":
            console.say(f"{skip.path} : {skip.reason}")
    return console.INCOMPLETE if any(skip.error for skip in skipped) or not articles else 0


def _as_json(articles: "Sequence[Article]", skipped: "Sequence[Skipped]") -> str:
    made = {
        "version": 1,
        "articles": [
            {
                **article.to_dict(),
                "text": article.text,
                "blocks": [
                    {"kind": block.kind, "start": block.start, "end": block.end}
                    for block in article.blocks
                ],
                "left_out": [{"words": left.words, "why": left.why} for left in article.left_out],
            }
            for article in articles
        ],
        "skipped": [{"path": s.path, "reason": s.reason} for s in skipped],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _as_text(article: "Article") -> str:
    """An article for people: what is known of it and from where, then its lines."""
    from crosscheck.formats.escape import terminal
    from crosscheck.reading.messages import message, source_name
    from crosscheck.rules import table

    labels = table("reading", "fields")
    name = f"{article.path} — {article.part}" if article.part else article.path
    lines = [f"{terminal(name)} : {message('formats', article.format)}, {article.words} mots"]
    for fact in article.facts:
        label = labels.get(fact.field, fact.field)
        unused = "" if fact.used else message("fields", "unused")
        lines.append(f"  {label:<12}{terminal(fact.value)}  ({source_name(fact.source)}){unused}")
    lines += [f"  ! {terminal(remark)}" for remark in article.remarks]
    lines += ["", *_lines(article)]
    if article.left_out:
        lines += ["", message("fields", "left_out")]
        reasons = table("reading", "left_out")
        lines += [
            f"  – {terminal(left.words)}  ({reasons.get(left.why, left.why)})"
            for left in article.left_out
        ]
    return "\n".join(lines) + "\n"


def _lines(article: "Article") -> list[str]:
    """The lines of the text, each with its place and its use."""
    from crosscheck.formats.escape import terminal
    from crosscheck.reading.lines import lines_of
    from crosscheck.rules import table

    uses, units = table("reading", "uses"), table("reading", "units")
    shown = []
    for line in lines_of(article.text):
        place = article.where(line.start)
        kind = article.block_at(line.start)
        # A dateline opens a line whose rest is read.
        cut = next((b.start for b in article.blocks if line.start < b.start < line.end), None)
        number = f"{units[place.unit]} {place.number}"
        if kind == "boilerplate" and cut is not None:
            head = article.text[line.start : cut]
            shown.append(f"{number:>8}  {uses[kind]:<8}{terminal(head)}")
            kind, text = article.block_at(cut), article.text[cut : line.end]
            shown.append(f"{'':>8}  {uses[kind]:<8}{terminal(text)}")
        else:
            shown.append(f"{number:>8}  {uses[kind]:<8}{terminal(line.text)}")
    return shown
