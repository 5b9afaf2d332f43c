"""How long it takes to put every claim of an archive beside those that answer it, and judge them.

    python -m benchmarks.whole [--claims 100000] [--folder FOLDER]

The archive is made of the labelled stories under other words (`stacks`). Its stories are found,
fetched, put together and judged as `archive report` does, by as many processes as a desk's machine
has cores: what is waited for is told, and what each step took of the processor. What follows the
match in that command, contradictions inside each article, is measured by itself.
"""

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from benchmarks.figures import ROOT, Figure
from benchmarks.stacks import entries, stack, stories
from crosscheck.archive.blocking import Limits
from crosscheck.archive.engines import embedded
from crosscheck.archive.fetching import fetch
from crosscheck.archive.index import read_only
from crosscheck.archive.library import Library, opened
from crosscheck.archive.linking import found
from crosscheck.archive.rows import Entry
from crosscheck.archive.store import Archive
from crosscheck.archive.telling import file_of, known
from crosscheck.judging import check_article, judge
from crosscheck.models import Article, Claim
from crosscheck.nlp.garbage import no_garbage
from crosscheck.pipeline import line_up_all
from crosscheck.processes import spread

CLUSTERS = ROOT / "tests" / "clusters"
SHARE = 64
"""Stories that are fetched at once, as `archive report` does."""
JOBS = 2
MANY = 100_000
"""Objects after which garbage is looked for, as in the command."""
MILLION = 1_000_000
SECONDS, AIM = 60, 30
"""For a million claims; of fewer, as much less."""
BLOCKS, FETCHED, MATCHED, JUDGED, CHECKED = (
    "blocks, columns, stories",
    "articles and claims read from the archive",
    "claims put together",
    "verdicts",
    "contradictions inside articles",
)
Story = tuple[str, ...]
"""The keys of its articles."""
Known = tuple[Sequence[Article], Mapping[str, Sequence[Claim]]]
"""The articles of a story, and the claims of each."""
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


@dataclass(frozen=True, slots=True)
class Apart:
    """What one process does of a share of the stories."""

    archive: Archive
    index: Path
    check: bool
    """Looks for contradictions inside articles instead of lining up what they say."""

    @classmethod
    def of(cls, library: Library, *, check: bool) -> "Apart":
        return cls(library.archive, file_of(library.index), check)

    def __call__(self, share: Sequence[Story]) -> list[tuple[int, Counter[str]]]:
        """How many claims the share has, and what each step took."""
        with closing(read_only(self.index)) as index, no_garbage():
            return [self._one_by_one(Library(self.archive, index), share)]

    def _one_by_one(self, library: Library, share: Sequence[Story]) -> tuple[int, Counter[str]]:
        """What is read is let go of before garbage is looked for again."""
        watch, tell = Watch(), _checked if self.check else _told
        held = watch.time(FETCHED, lambda: _held(library, share))
        stories = (known([held[key] for key in story], library.archive.folder) for story in share)
        return tell(stories, watch), watch.seconds


@dataclass(frozen=True, slots=True)
class Took:
    """What the match of an archive took."""

    claims: int
    stories: int
    wall: float
    cpu: Counter[str]
    """By step, of all processes."""


def match(folder: Path, jobs: int = JOBS) -> Took:
    """Finds, fetches, lines up and judges every story of an archive."""
    gc.set_threshold(MANY, 50, 50)
    watch, begun = Watch(), perf_counter()
    with opened(folder) as library:
        groups = watch.time(BLOCKS, lambda: _stories(library))
        apart = Apart.of(library, check=False)
    shares = [groups[start : start + SHARE] for start in range(0, len(groups), SHARE)]
    done = list(spread(apart, shares, jobs))
    wall = perf_counter() - begun
    cpu = sum((seconds for _, seconds in done), watch.seconds)
    return Took(sum(claims for claims, _ in done), len(groups), wall, cpu)


def checked(folder: Path, stories_at_most: int = 10 * SHARE) -> tuple[int, float]:
    """Claims of some stories, and what their articles' inner checks took of the processor."""
    with opened(folder) as library:
        groups, apart = _stories(library)[:stories_at_most], Apart.of(library, check=True)
    ((claims, seconds),) = apart(groups)
    return claims, seconds[CHECKED]


def _stories(library: Library) -> list[Story]:
    """The keys of the articles of each story."""
    connection = embedded.prepared(library.archive)
    groups = found(embedded.linked(connection, Limits())).groups
    keys = embedded.keys(connection)
    return [tuple(keys[number] for number in group) for group in groups]


def _held(library: Library, share: Sequence[Story]) -> dict[str, Entry]:
    query = "SELECT n FROM articles WHERE key = ?"
    wanted = sorted(key for group in share for key in group)
    numbers = [library.index.execute(query, [key]).fetchone()[0] for key in wanted]
    return {entry.key: entry for entry in fetch(library, numbers).entries}


def _told(stories: Iterable[Known], watch: Watch) -> int:
    """Lines up and judges some stories, each judged when it is lined up, as in the command; how
    many claims they have.
    """
    lined, claims = line_up_all(stories), 0
    while (one := watch.time(MATCHED, lambda: next(lined, None))) is not None:
        by_id = {article.id: article for article in one.articles}
        watch.time(JUDGED, lambda groups=one.groups, by_id=by_id: judge(groups, by_id))
        claims += len(one.claims)
    return claims


def _checked(stories: Iterable[Known], watch: Watch) -> int:
    """Looks for contradictions inside the articles of stories; how many claims these have."""
    claims = 0
    for articles, told in stories:
        for article in articles:
            own = told[article.id]
            watch.time(CHECKED, lambda article=article, own=own: check_article(article, own))
            claims += len(own)
    return claims


def measure(full: bool) -> list[Figure]:
    """The figures of a million claims, or of a twentieth."""
    size = MILLION if full else MILLION // 20
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = Path(elsewhere) / "archive"
        making = ("-m", "benchmarks.whole", "--folder", str(folder), "--claims", str(size))
        subprocess.run((sys.executable, *making, "--make"), cwd=ROOT, check=True)
        return list(figures(folder, size))


def figures(folder: Path, size: int) -> Iterator[Figure]:
    """What was measured of an archive of so many claims."""
    what, part = f"{size:,} claims: ".replace(",", " "), size / MILLION
    took = match(folder)
    told = f"{what}the whole match, blocks to verdicts, {JOBS} processes, wall"
    yield Figure(told, took.wall, SECONDS * part, AIM * part, " s")
    yield Figure(f"{what}the same, CPU of both", sum(took.cpu.values()), unit=" s")
    for step in (BLOCKS, FETCHED, MATCHED, JUDGED):
        yield Figure(f"{what}{step}, CPU", took.cpu[step], unit=" s")
    each = took.cpu[MATCHED] / took.claims * 1e6
    yield Figure(f"{what}claims put together, CPU a claim", each, unit=" µs")
    yield Figure(f"{what}stories", took.stories)
    claims, seconds = checked(folder)
    yield Figure(f"{what}{CHECKED}, CPU a claim", seconds / claims * 1e6, unit=" µs")
    kilobytes = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    yield Figure(f"{what}peak memory of a process", kilobytes / 1e6, 2, unit=" GB")


def main() -> None:
    """Makes the archive, unless it is there, and tells what its match took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the archive is made, or is already")
    parser.add_argument("--make", action="store_true", help="makes the archive and stops")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = given.folder or Path(elsewhere) / "archive"
        if not folder.exists():
            stack(folder, entries(stories(CLUSTERS), given.claims))
        if not given.make:
            for figure in figures(folder, given.claims):
                print(figure.row(), flush=True)


if __name__ == "__main__":
    main()
