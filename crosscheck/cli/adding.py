"""Articles added to an archive, without what reads command lines: to see that nothing is new has to
be quick.

`add(Path("archive"), [Path("parus")])` is what `crosscheck archive add archive parus` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.cli import console
from crosscheck.cli.archive_engines import DUCKDB, check_engine, readers
from crosscheck.cli.holding import tell_aside, update_index, writing_alone
from crosscheck.cli.settings import follows_links, settle, settle_rules
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.archive.adding import Added, Way
    from crosscheck.archive.store import Archive
    from crosscheck.models import Article, Claim
    from crosscheck.reading.folders import Source


@dataclass(frozen=True, slots=True)
class Adding:
    """How articles are added: the options of the command, in the order of its help."""

    batch: int = 64
    """Files that are written at once."""
    follow_links: bool = False
    rules: Path | None = None
    engine: str = DUCKDB
    master: str | None = None
    wait: int = 60
    """Seconds, while another programme writes there."""
    quiet: bool = False


def add(folder: Path, paths: Sequence[Path], how: Adding | None = None) -> int:
    """Adds what is new or has changed; the status of the command.

    Raises `UsageError`, `ArchiveError`, `OSError`.
    """
    from crosscheck.archive.known import unknown
    from crosscheck.archive.sources import found
    from crosscheck.archive.store import make, open_archive, prepare

    how = how or Adding()
    check_engine(how.engine, how.master)
    configured = load(Path.cwd())
    settle_rules(configured, how.rules)
    make(folder)
    with writing_alone(folder, "add", how.wait):
        prepare(folder)
        sources, skipped = found(paths, follow_links=follows_links(configured, how.follow_links))
        archive, new = unknown(open_archive(folder), sources)
        known, done = len(sources) - len(new), None
        if new:  # else nothing is needed that reads articles or tables: ten times as quick
            from crosscheck.archive.adding import Way

            settings = settle(configured, how.rules, follow_links=how.follow_links)
            with readers(how.engine, how.master, settings.rules) as together:
                way = Way(claims_read, settings, how.batch, extract_all=together)
                archive, done = _add(archive, new, way, shown=not how.quiet)
                skipped += done.skipped
    errors = [skip for skip in skipped if skip.error]
    for skip in errors:
        console.say(f"{skip.path} : {skip.reason}")
    sound = tell_aside(archive)
    if not how.quiet:
        console.say(_summary(done, known) if done else _nothing_new(known))
    return console.INCOMPLETE if errors or not sound else 0


def claims_read(article: "Article") -> "Sequence[Claim]":
    """The claims of an article; what reads them is loaded when the first is read."""
    from crosscheck.pipeline import claims_of

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
    update_index(archive)
    return archive, total


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
