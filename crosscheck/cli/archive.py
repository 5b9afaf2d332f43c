"""`crosscheck archive`: articles kept with their claims, to check new ones against."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.archive_engines import Engine, Master, check_engine, readers
from crosscheck.cli.archive_views import Folder, tell_aside
from crosscheck.cli.clock import moment
from crosscheck.cli.errors import system_reason
from crosscheck.cli.options import FollowLinks, Quiet, Rules
from crosscheck.cli.settings import settle
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.archive.adding import Added, Way
    from crosscheck.archive.store import Archive
    from crosscheck.models import Article, Claim
    from crosscheck.reading.folders import Source

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
    from crosscheck.archive.known import unknown
    from crosscheck.archive.sources import found
    from crosscheck.archive.store import make, open_archive, prepare

    check_engine(engine, master)
    settings = settle(load(Path.cwd()), rules, follow_links=follow_links)
    make(folder)
    with _writing(folder, "add", wait):
        prepare(folder)
        sources, skipped = found(paths, settings)
        archive, new = unknown(open_archive(folder), sources)
        known, done = len(sources) - len(new), None
        if new:  # else nothing is needed that reads articles or tables: ten times as quick
            from crosscheck.archive.adding import Way

            with readers(engine, master, settings.rules) as together:
                way = Way(_claims, settings, batch, extract_all=together)
                archive, done = _add(archive, new, way, shown=not quiet)
                skipped += done.skipped
    errors = [skip for skip in skipped if skip.error]
    for skip in errors:
        console.say(f"{skip.path} : {skip.reason}")
    sound = tell_aside(archive)
    if not quiet:
        console.say(_summary(done, known) if done else _nothing_new(known))
    return console.INCOMPLETE if errors or not sound else 0


def _claims(article: "Article") -> "Sequence[Claim]":
    from crosscheck.pipeline import claims_of  # not before it is needed: it takes a while

    return claims_of(article)


def _add(
    archive: "Archive", sources: "Sequence[Source]", way: "Way", *, shown: bool
) -> "tuple[Archive, Added]":
    """Batch after batch; what was done is told even when a later one fails."""
    from crosscheck.archive.adding import Added, add

    total = Added()
    whole = False
    with console.progress(len(sources) if shown else 0) as tell:
        named = None if tell is None else lambda path: tell(path.name)
        try:
            for after, done in add(archive, sources, replace(way, progress=named)):
                archive, total = after, total.and_then(done)
            whole = True
        finally:
            if not whole:
                console.say(f"interrompu ; déjà écrits : {_summary(total)} ; relancer reprend là")
    _update_index(archive)
    return archive, total


def _update_index(archive: "Archive") -> None:
    """Brings the index up to what was written; what cannot be now will be, when it is next used."""
    from crosscheck.archive.index import index_of
    from crosscheck.archive.library import reason_of
    from crosscheck.archive.messages import said

    try:
        index_of(archive).close()
    except (sqlite3.OperationalError, OSError) as error:
        told = reason_of(error) if isinstance(error, sqlite3.Error) else system_reason(error)
        console.say(said("notes", "index", path=archive.folder, reason=told))


def _nothing_new(known: int) -> str:
    """« rien de nouveau ; 40 fichiers déjà là »."""
    from crosscheck.archive.messages import counted, said

    return " ; ".join([said("notes", "nothing_new"), *([counted("known", known)] if known else [])])


def _summary(done: "Added", known: int = 0) -> str:
    """« 12 articles ajoutés ; 3 remplacés ; 40 fichiers déjà là ; 250 affirmations »."""
    from crosscheck.archive.messages import counted

    parts = [counted("added", done.added)]
    numbers = {"replaced": done.replaced, "dropped": done.dropped, "known": known + done.known}
    parts += [counted(key, number) for key, number in numbers.items() if number]
    return " ; ".join([*parts, counted("claims", done.claims)])


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

    with _held(folder, "remove", wait) as archive:
        keys = keys_under(archive, paths)
        archive = commit(archive, (), keys)
        _update_index(archive)
    if not quiet:
        console.say(counted("removed", len(keys)))
    return 0 if tell_aside(archive) else console.INCOMPLETE


def compact(folder: Folder, wait: Wait = 60, quiet: Quiet = False) -> int:
    """Range l'archive : un jeu de fichiers par mois, sans ce qui ne compte plus."""
    from crosscheck.archive.compacting import compact
    from crosscheck.archive.messages import counted

    with _held(folder, "compact", wait) as archive:
        before = sum(len(segment.files) for segment in archive.segments)
        archive = compact(archive)
        _update_index(archive)
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
    with _held(folder, "migrate", wait) as archive:
        with console.progress(0 if quiet else outdated(archive)) as tell:

            def read(article: "Article") -> "Sequence[Claim]":
                if tell is not None:
                    tell(article.id)
                return _claims(article)

            for after, done in migrate(archive, read):
                archive, total = after, total + done
        _update_index(archive)
    if not quiet:
        console.say(counted("reread", total))
    return 0 if tell_aside(archive) and sound else console.INCOMPLETE


def _carry(folder: Path, wait: int, quiet: bool) -> bool:
    """Brings an archive of the first format to the one of now; whether all of it could be."""
    from crosscheck.archive.former import carry, is_former
    from crosscheck.archive.messages import counted

    with _writing(folder, "migrate", wait):
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
    with _writing(folder, "repair", wait):
        done = repair(open_archive(folder))
        _update_index(done.archive)
    console.show("".join(f"{clean(path)}\n" for path in done.lost))
    if not quiet:
        parts = [counted("damaged", done.damaged)]
        parts += [counted("to_add", len(done.lost))] if done.lost else []
        console.say(" ; ".join(parts))
    if done.unnamed:
        console.say(said("damage", "unnamed", articles=counted("articles", done.unnamed)))
    return console.INCOMPLETE if done.damaged else 0


@contextmanager
def _writing(folder: Path, command: str, wait: int) -> Iterator[None]:
    """The archive to ourselves; who has it meanwhile is told."""
    from crosscheck.archive.locks import writing
    from crosscheck.archive.messages import said

    who = f"crosscheck archive {command}, processus {os.getpid()}, depuis le {moment()}"

    def tell(holder: str) -> None:
        console.say(said("notes", "waiting", who=holder))

    with writing(folder, who, wait=wait, waiting=tell):
        yield


@contextmanager
def _held(folder: Path, command: str, wait: int) -> "Iterator[Archive]":
    """An archive that is there, to be changed; its damaged files are set aside."""
    from crosscheck.archive.library import opened
    from crosscheck.archive.manifest import read_manifest

    read_manifest(folder)  # a folder that is no archive gets no lock
    with _writing(folder, command, wait):
        with opened(folder) as library:
            archive = library.archive
        yield archive
