"""`crosscheck archive report`: the articles of an archive against each other, story by story."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from crosscheck.cli import console
from crosscheck.cli.archive_engines import SPARK, check_engine
from crosscheck.cli.archive_views import Folder
from crosscheck.cli.errors import UsageError
from crosscheck.cli.holding import tell_aside
from crosscheck.cli.options import Engine, Master, Rules
from crosscheck.cli.settings import settle
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.archive.library import Library
    from crosscheck.archive.linking import Linked
    from crosscheck.archive.losses import Loss
    from crosscheck.archive.stories import Stories
    from crosscheck.archive.telling import Shown, Told

FORMATS = ("text", "jsonl")
Format = Annotated[str, Option(metavar="FORMAT", help="text, ou jsonl : un rapport par ligne.")]
Jobs = Annotated[
    int,
    Option("--jobs", "-j", metavar="N", min=0, show_default=False,
           help="Processus qui comparent les histoires ; 0 : autant qu'il en vaut la peine."),
]  # fmt: skip
Quiet = Annotated[bool, Option("--quiet", help="Ni messages ni blocs laissés, hors erreurs.")]


def report(
    folder: Folder,
    format: Format = "text",
    engine: Engine = "duckdb",
    master: Master = None,
    jobs: Jobs = 0,
    rules: Rules = None,
    quiet: Quiet = False,
) -> int:
    """Compare entre eux les articles d'une archive : un rapport par histoire.

    Chaque rapport est celui que « crosscheck report » fait des mêmes articles.
    """
    from crosscheck.archive.library import opened, outdated_in
    from crosscheck.archive.messages import counted, said

    if format not in FORMATS:
        raise UsageError(f"--format {format} : attendu {' ou '.join(FORMATS)}")
    check_engine(engine, master)
    settle(load(Path.cwd()), rules)  # what other rules have read is not compared
    with opened(folder) as whole:
        how = Engines(engine, master, jobs, _line if format == "jsonl" else _text)
        with _run(whole, how) as (library, linked, found, stories):
            told, damaged = [], set()
            for story in stories:
                console.show(story.text)
                told.append(story.articles)
                damaged |= set(story.damaged)
            outdated = outdated_in(library)
            if not quiet:
                _tell(library, linked, found, Compared(len(told), sum(told), outdated))
            if outdated:
                articles = counted("articles", outdated)
                console.say(said("notes", "outdated", path=folder, articles=articles))
            for line in sorted(damaged):
                console.say(line)
        sound = tell_aside(library.archive)
    return 0 if sound and not damaged and not outdated else console.INCOMPLETE


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, and how many articles were not since another version has read them."""

    stories: int
    articles: int
    outdated: int


@dataclass(frozen=True, slots=True)
class Engines:
    """By what the work is done, and how a story is printed."""

    engine: str
    master: str | None
    jobs: int
    write: "Callable[[Told], str]"


@contextmanager
def _run(
    whole: "Library", how: Engines
) -> "Iterator[tuple[Library, Linked, Stories, Iterator[Shown]]]":
    """The archive but for what is damaged, what was found in it, the stories as they are told."""
    from crosscheck.archive.blocking import Limits
    from crosscheck.archive.linking import found
    from crosscheck.archive.telling import show, shown

    limits = Limits()
    if how.engine == SPARK and how.master is not None:
        from crosscheck.archive.engines import cluster

        with cluster.session(how.master) as spark:
            from crosscheck.archive.engines import spread

            spread.prepared(spark, whole.archive)
            linked = spread.linked(spark, limits)
            stories = found(linked)
            told = spread.told(spark, whole.archive, stories.groups)
            yield whole, linked, stories, shown(told, how.write)
        return
    from crosscheck.archive.engines import embedded

    library, connection = embedded.readable(whole)
    linked = embedded.linked(connection, limits)
    stories, keys = found(linked), embedded.keys(connection)
    connection.close()  # what it held is memory that stories can use
    yield library, linked, stories, show(library, stories.groups, keys, how.write, how.jobs)


def _line(told: "Told") -> str:
    from crosscheck.formats.json_format import visible

    plain = {"story": told.number, **told.report.to_dict()}
    return visible(json.dumps(plain, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _text(told: "Told") -> str:
    from crosscheck.archive.messages import counted, said
    from crosscheck.formats.escape import clean
    from crosscheck.formats.terminal import summary

    articles = told.report.articles
    days = sorted(a.published for a in articles if a.published is not None)
    when = said("report", "days", first=days[0], last=days[-1]) if days else ""
    head = said("report", "story", n=told.number, articles=counted("articles", len(articles)))
    files = "\n".join(f"  {clean(article.path)}" for article in articles)
    table = summary(told.report, console.width(), color=console.wants_color())
    return f"{head}{when}\n{files}\n\n{table}\n"


def _tell(library: "Library", linked: "Linked", found: "Stories", compared: Compared) -> None:
    """How much was compared, and what was not."""
    from crosscheck.archive.blocking import Limits
    from crosscheck.archive.losses import losses, unseen
    from crosscheck.archive.messages import counted, said

    path = library.archive.folder
    # What is both outdated and damaged is counted by the index alone.
    alone = linked.articles - compared.articles - compared.outdated
    console.say(
        said(
            "report",
            "compared",
            path=path,
            stories=counted("stories", compared.stories),
            articles=counted("compared", compared.articles),
            alone=counted("articles", max(alone, 0)),
        )
    )
    lost = unseen(linked.lost)
    if lost:
        pairs = sum(block.pairs for block in lost)
        blocks = counted("blocks", len(lost))
        console.say(said("report", "lost", blocks=blocks, pairs=counted("pairs", pairs)))
        for loss in losses(library, lost, Limits()):
            console.say(_loss_line(loss))
    for key, links in (("large", found.large), ("weak", found.weak)):
        if links:
            console.say(said("report", key, links=counted("links", links)))


def _loss_line(loss: "Loss") -> str:
    """« Mali », du 2025-06-12 au 2025-06-25 : 412 articles, 84 666 paires d'articles."""
    from crosscheck.archive.messages import counted, said
    from crosscheck.formats.escape import clean

    return said(
        "report",
        "loss",
        word=clean(loss.word),
        first=loss.first,
        last=loss.last,
        articles=counted("articles", loss.articles),
        pairs=counted("pairs", loss.pairs),
    )
