"""`crosscheck archive`: articles kept with their claims, to check new ones against."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import adding, console
from crosscheck.cli.adding import Adding, claims_read
from crosscheck.cli.archive_views import Folder
from crosscheck.cli.holding import held_alone, tell_aside, update_index, writing_alone
from crosscheck.cli.options import Engine, FollowLinks, Master, Quiet, Rules
from crosscheck.cli.settings import settle
from crosscheck.configuration import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.models import Article, Claim

Wait = Annotated[
    int,
    Option(metavar="SECONDES", min=0, show_default=False,
           help="Attente si un autre programme y écrit (60)."),
]  # fmt: skip


def add(
    folder: Folder,
    paths: Annotated[
        list[Path],
        Argument(metavar="CHEMIN", show_default=False,
                 help="Articles, ou dossiers parcourus avec leurs sous-dossiers."),
    ],
    batch: Annotated[
        int,
        Option(metavar="N", min=1, show_default=False, help="Fichiers écrits d'un coup (64)."),
    ] = 64,
    follow_links: FollowLinks = False,
    rules: Rules = None,
    engine: Engine = "duckdb",
    master: Master = None,
    wait: Wait = 60,
    quiet: Quiet = False,
) -> int:  # fmt: skip
    """Ajoute des articles ; ceux qui n'ont pas changé ne sont pas relus, les autres remplacés.

    Interrompu, reprend où il en était : rien d'à moitié écrit n'est jamais lu.
    """
    return adding.add(
        folder,
        paths,
        Adding(batch, follow_links, rules, engine, master, wait, quiet),
    )


def remove(
    folder: Folder,
    paths: Annotated[
        list[Path],
        Argument(metavar="CHEMIN", show_default=False,
                 help="Fichiers d'articles, comme list les montre, ou dossiers entiers."),
    ],
    wait: Wait = 60,
    quiet: Quiet = False,
) -> int:  # fmt: skip
    """Retire des articles de l'archive ; leurs fichiers, eux, ne sont pas touchés."""
    from crosscheck.archive.committing import commit
    from crosscheck.archive.messages import counted
    from crosscheck.archive.removing import keys_under

    with held_alone(folder, "remove", wait) as archive:
        keys = keys_under(archive, paths)
        archive = commit(archive, (), keys)
        update_index(archive)
    if not quiet:
        console.say(counted("removed", len(keys)))
    return 0 if tell_aside(archive) else console.INCOMPLETE


def compact(folder: Folder, wait: Wait = 60, quiet: Quiet = False) -> int:
    """Range l'archive : un jeu de fichiers par mois, sans ce qui ne compte plus."""
    from crosscheck.archive.compacting import compact
    from crosscheck.archive.messages import counted

    with held_alone(folder, "compact", wait) as archive:
        before = sum(len(segment.files) for segment in archive.segments)
        archive = compact(archive)
        update_index(archive)
    if not quiet:
        after = sum(len(segment.files) for segment in archive.segments)
        console.say(f"{counted('files', before)} → {counted('files', after)}")
    return 0 if tell_aside(archive) else console.INCOMPLETE


def migrate(folder: Folder, rules: Rules = None, wait: Wait = 60, quiet: Quiet = False) -> int:
    """Relit les articles qu'une autre version ou d'autres règles ont lus, depuis l'archive même.

    Les fichiers d'origine ne servent pas : leurs textes sont dans l'archive.
    """
    from crosscheck.archive.former import is_former
    from crosscheck.archive.messages import counted
    from crosscheck.archive.migrating import migrate, outdated

    settle(load(Path.cwd()), rules)
    sound = not is_former(folder) or _carry(folder, wait, quiet)
    total = 0
    with held_alone(folder, "migrate", wait) as archive:
        with console.progress(0 if quiet else outdated(archive)) as tell:

            def read(article: "Article") -> "Sequence[Claim]":
                if tell is not None:
                    tell(article.id)
                return claims_read(article)

            for after, done in migrate(archive, read):
                archive, total = after, total + done
        update_index(archive)
    if not quiet:
        console.say(counted("reread", total))
    return 0 if tell_aside(archive) and sound else console.INCOMPLETE


def _carry(folder: Path, wait: int, quiet: bool) -> bool:
    """Brings an archive of the first format to the one of now; whether all of it could be."""
    from crosscheck.archive.former import carry, is_former
    from crosscheck.archive.messages import counted

    with writing_alone(folder, "migrate", wait):
        if not is_former(folder):  # another has done it while we waited
            return True
        carried = carry(folder)
    if not quiet:
        console.say(counted("carried", carried.articles))
    for words in carried.damaged:
        console.say(words)
    return not carried.damaged


def repair(folder: Folder, wait: Wait = 60, quiet: Quiet = False) -> int:
    """Ôte ce qui ne peut plus être lu, et nomme les fichiers à ajouter à nouveau, un par ligne.

    Chaque fichier de l'archive est vérifié octet par octet.
    """
    from crosscheck.archive.manifest import read_manifest
    from crosscheck.archive.messages import counted, said
    from crosscheck.archive.repairing import repair
    from crosscheck.archive.store import open_archive
    from crosscheck.formats.escape import clean

    read_manifest(folder)  # a folder that is no archive gets no lock
    with writing_alone(folder, "repair", wait):
        done = repair(open_archive(folder))
        update_index(done.archive)
    console.show("".join(f"{clean(path)}\n" for path in done.lost))
    if not quiet:
        parts = [counted("damaged", done.damaged)]
        parts += [counted("to_add", len(done.lost))] if done.lost else []
        console.say(" ; ".join(parts))
    if done.unnamed:
        console.say(said("damage", "unnamed", articles=counted("articles", done.unnamed)))
    return console.INCOMPLETE if done.damaged else 0
