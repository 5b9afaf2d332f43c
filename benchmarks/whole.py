"""How long it takes to tell every story of an archive: all that `archive report` does, measured.

    python -m benchmarks.whole [--claims 100000] [--folder FOLDER]

The archive is made of the labelled stories under other words (`stacks`). First the command is run
as users run it, with one process and with two; then the work is done step by step in this process,
in seconds of the processor. What is not measured is not told: no figure is that of another size.
"""

import argparse
import gc
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

from benchmarks.figures import ROOT, Cost, cost
from benchmarks.stacks import entries, stack, stories
from crosscheck.archive.against import called, named
from crosscheck.archive.blocking import Limits
from crosscheck.archive.engines import embedded
from crosscheck.archive.fetching import fetch
from crosscheck.archive.library import Library, opened
from crosscheck.archive.linking import found
from crosscheck.archive.rows import Entry
from crosscheck.judging import check_article, judge
from crosscheck.pipeline import line_up

CLUSTERS = ROOT / "tests" / "clusters"
SHARE = 64
"""Stories that are fetched at once, as `archive report` does."""
MANY = 100_000
"""Objects after which garbage is looked for, as in the command."""
BLOCKS, FETCHED, MATCHED, JUDGED, CHECKED = (
    "blocks, columns, stories",
    "articles and claims read from the archive",
    "claims put together",
    "verdicts",
    "contradictions inside articles",
)
_Made = TypeVar("_Made")


class Watch:
    """Seconds of the processor by step; they add up."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def time(self, step: str, work: Callable[[], _Made]) -> _Made:
        """What the work gives, its time being told to the step."""
        begun = process_time()
        made = work()
        self.seconds[step] += process_time() - begun
        return made


def steps(folder: Path) -> tuple[int, int, Watch]:
    """The claims that are in stories, the stories, and how long each step took."""
    gc.set_threshold(MANY, 50, 50)
    watch, claims = Watch(), 0
    with opened(folder) as library:
        groups = watch.time(BLOCKS, lambda: _stories(library))
        for start in range(0, len(groups), SHARE):
            share = groups[start : start + SHARE]
            held = watch.time(FETCHED, lambda share=share: _held(library, share))
            for group in share:
                claims += _told([held[key] for key in group], folder, watch)
    return claims, len(groups), watch


def _stories(library: Library) -> list[list[str]]:
    """The keys of the articles of each story."""
    connection = embedded.prepared(library.archive)
    groups = found(embedded.linked(connection, Limits())).groups
    keys = embedded.keys(connection)
    return [[keys[number] for number in group] for group in groups]


def _held(library: Library, share: Sequence[Sequence[str]]) -> dict[str, Entry]:
    query = "SELECT n FROM articles WHERE key = ?"
    wanted = sorted(key for group in share for key in group)
    numbers = [library.index.execute(query, [key]).fetchone()[0] for key in wanted]
    return {entry.key: entry for entry in fetch(library, numbers).entries}


def _told(own: Sequence[Entry], folder: Path, watch: Watch) -> int:
    """Tells one story; how many claims it has."""
    articles = named([entry.article for entry in own], folder)
    known = {a.id: called(e.claims, a.id) for a, e in zip(articles, own, strict=True)}
    lined = watch.time(MATCHED, lambda: line_up(articles, known=known))
    by_id = {article.id: article for article in lined.articles}
    watch.time(JUDGED, lambda: judge(lined.groups, by_id))
    watch.time(CHECKED, lambda: [check_article(a, lined.claims) for a in lined.articles])
    return len(lined.claims)


def reported(folder: Path, jobs: int) -> Cost:
    """The command as a process of its own."""
    run = "from crosscheck.cli import main; main()"
    command = (sys.executable, "-c", run, "archive", "report", str(folder.resolve()))
    with tempfile.TemporaryDirectory() as cache:
        options = ("--format", "jsonl", "--quiet", "--jobs", str(jobs))
        return cost((*command, *options), folder.resolve().parent, Path(cache))


def rows(folder: Path, size: int) -> Iterator[tuple[str, str]]:
    """What was measured, in words."""
    if not folder.exists():
        making = ("-m", "benchmarks.whole", "--folder", str(folder), "--claims", str(size))
        subprocess.run((sys.executable, *making, "--make"), cwd=ROOT, check=True)
    for jobs in (1, 2):  # before this process is large: what it forks would be counted as large
        took = reported(folder, jobs)
        told = f"{took.wall:.0f} s, CPU {took.cpu:.0f} s, {took.megabytes:.0f} MB"
        yield f"`archive report`, processes: {jobs}", told
    claims, groups, watch = steps(folder)
    yield "claims in stories; stories", f"{claims}; {groups}"
    for step in (BLOCKS, FETCHED, MATCHED, JUDGED, CHECKED):
        seconds = watch.seconds[step]
        yield f"{step}, CPU s", f"{seconds:.1f} ({seconds / claims * 1e6:.0f} µs a claim)"
    whole = sum(watch.seconds[step] for step in (BLOCKS, MATCHED, JUDGED))
    yield f"the whole match of {claims} claims, blocks to verdicts, CPU s", f"{whole:.1f}"


def main() -> None:
    """Makes the archive, unless it is there, and tells its stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the archive is made, or is already")
    parser.add_argument("--make", action="store_true", help="makes the archive and stops")
    given = parser.parse_args()
    if given.make:
        stack(given.folder, entries(stories(CLUSTERS), given.claims))
        return
    with tempfile.TemporaryDirectory() as elsewhere:
        for row in rows(given.folder or Path(elsewhere) / "archive", given.claims):
            print(*row, sep="\t", flush=True)


if __name__ == "__main__":
    main()
