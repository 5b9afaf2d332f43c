"""What an archive shows: its articles, its counts, the passages that hold some words."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.clock import day
from crosscheck.cli.errors import UsageError
from crosscheck.cli.holding import tell_aside
from crosscheck.cli.settings import settle
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.archive.searching import Hit
    from crosscheck.archive.store import Archive

Folder = Annotated[
    Path, Argument(metavar="ARCHIVE", show_default=False, help="Le dossier de l'archive.")
]
Format = Annotated[str, Option(metavar="FORMAT", help="text ou json.")]
FORMATS = ("text", "json")
HEAD = "parution      mots  aff.  fichier  [source]\n"
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def list_articles(folder: Folder, format: Format = "text") -> int:
    """Montre les articles par date : parution, mots, affirmations, fichier, source."""
    from crosscheck.archive.contents import articles_of
    from crosscheck.archive.library import opened

    _check_format(format)
    with opened(folder) as library:
        rows = articles_of(library)
        if format == "json":
            console.show(_json([row.to_dict() for row in rows]))
        else:
            head = HEAD if rows and console.reads_us() else ""  # scripts count lines
            console.show(head + "".join(_article_line(row.to_dict()) for row in rows))
        return _status(library.archive)


def _article_line(row: dict[str, object]) -> str:
    from crosscheck.formats.escape import clean

    day = row["published"] or "sans date"
    part = f" ({row['part']})" if row["part"] else ""
    outlet = f"[{row['outlet']}]" if row["outlet"] else ""
    file = clean(f"{row['path']}{part}")
    return (
        f"{day:<10}  {row['words']:>6}  {row['claims']:>4}  {file}  {clean(outlet)}".rstrip() + "\n"
    )


def stats(folder: Folder, format: Format = "text") -> int:
    """Compte ce que l'archive contient, et vérifie chaque fichier octet par octet."""
    from crosscheck.archive.contents import counts_of
    from crosscheck.archive.locks import reading
    from crosscheck.archive.store import open_archive, verified

    _check_format(format)
    settle(load(Path.cwd()))  # whose rules an article was read with is counted too
    with reading(folder):
        archive = verified(open_archive(folder))
        found = counts_of(archive)
    if format == "json":
        console.show(_json(found))
    else:
        console.show("".join(_count_line(name, value) for name, value in found.items()))
    return _status(archive)


def _count_line(name: str, value: object) -> str:
    from crosscheck.archive.messages import said

    return f"{said('stats', name):<24} {_shown(value)}\n"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} : {_shown(held)}" for name, held in value.items()) or "—"
    return f"{value:,}".replace(",", "\u202f") if isinstance(value, int) else str(value)


def search(
    folder: Folder,
    words: Annotated[
        list[str],
        Argument(metavar="MOT", show_default=False,
                 help="Mots qui doivent tous y être, sans égard aux accents ; mort* : qui "
                 "commence ainsi ; « état d'urgence » en un argument : ces mots de suite."),
    ],
    limit: Annotated[
        int, Option(metavar="N", min=1, show_default=False, help="Au plus N passages (20).")
    ] = 20,
    since: Annotated[
        str | None, Option(metavar="DATE", help="Parus ce jour-là ou après, AAAA-MM-JJ.")
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Parus ce jour-là ou avant, AAAA-MM-JJ.")
    ] = None,
    format: Format = "text",
) -> int:  # fmt: skip
    """Cherche des mots dans les passages de l'archive, et les y marque."""
    from datetime import date

    from crosscheck.archive.library import opened
    from crosscheck.archive.searching import search

    _check_format(format)
    first, last = day("--since", since) or date.min, day("--until", until) or date.max
    with opened(folder) as library:
        hits, count = search(library, words, most=limit, since=first, until=last)
        if format == "json":
            found = {"words": list(words), "found": count, "passages": [h.to_dict() for h in hits]}
            console.show(_json(found))
        else:
            console.show("\n".join(map(_hit_lines, hits)))
            _tell_count(len(hits), count)
        return _status(library.archive)


def _tell_count(shown: int, count: int) -> None:
    from crosscheck.archive.messages import counted

    if shown < count:
        console.say(f"{counted('passages', shown)} sur {count} ; --limit en montre plus")
    elif not count:
        console.say("aucun passage")


def _hit_lines(hit: "Hit") -> str:
    """The place of a passage as editors open it, and the passage with its words marked."""
    from crosscheck.formats.escape import clean

    opening, closing = (BOLD, PLAIN) if console.wants_color() else ("**", "**")
    place = hit.place
    where = f"{place.number}:{place.column}" if place.column else f"{place.unit} {place.number}"
    day = hit.published.isoformat() if hit.published else "sans date"
    head = clean(f"{hit.path}:{where}  {day}  {hit.title}")
    text, at = "", 0
    for start, end in hit.marks:
        text += _part(hit.text[at:start]) + opening + _part(hit.text[start:end]) + closing
        at = end
    return f"{head}\n    {text}{_part(hit.text[at:])}\n"


def _part(text: str) -> str:
    """A part of a passage, with what cannot be seen left out and its spaces at the ends kept."""
    from crosscheck.formats.escape import clean

    shown = clean(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and shown else ""
    return f"{before}{shown}{after}"


def _json(found: object) -> str:
    from crosscheck.formats.json_format import visible

    return visible(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def _check_format(format: str) -> None:
    if format not in FORMATS:
        raise UsageError(f"--format {format} : attendu {' ou '.join(FORMATS)}")


def _status(archive: "Archive") -> int:
    return 0 if tell_aside(archive) else console.INCOMPLETE
