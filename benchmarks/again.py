"""Adding the same articles to an archive again, beside the first time: whole processes, by turns.

The labelled stories and `seeds/`, which are few, so that the start of Python weighs most; and some
hundreds or thousands of articles made of them (`stacks`), over two years, as a newsroom has them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from benchmarks.figures import COMMAND, ROOT, Figure, cost, least
from benchmarks.stacks import Disguise, stories

CLUSTERS, SEEDS = ROOT / "tests" / "clusters", ROOT / "seeds"
SOME, MANY = 500, 3_000
DAYS = 730
FASTER = 50
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre")  # fmt: skip


def measure(runs: int, full: bool) -> list[Figure]:
    """The figures; the first time of many articles is taken once, since it takes minutes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        copytree(CLUSTERS, folder / "few" / "clusters")
        copytree(SEEDS, folder / "few" / "seeds")
        number = written(folder / "many", MANY if full else SOME)
        return [
            *_figures(folder, "few", "the articles of `tests/clusters` and `seeds`", runs),
            *_figures(folder, "many", f"{number:,} made articles".replace(",", " "), 1, runs),
        ]


def _figures(folder: Path, texts: str, what: str, runs: int, again: int = 1) -> Iterator[Figure]:
    add = (*COMMAND, "archive", "add", f"archive-of-{texts}", texts)
    first, then = [], []
    cost((*COMMAND, "archive", "add", "warm", str(SEEDS)), folder, folder / "cache")
    for _ in range(runs):
        rmtree(folder / f"archive-of-{texts}", ignore_errors=True)
        first.append(cost(add, folder, folder / "cache"))
        then += [cost(add, folder, folder / "cache") for _ in range(again)]
    yield Figure(f"{what}: the first time, CPU", least(first).cpu, unit=" s")
    yield Figure(f"{what}: again, CPU", least(then).cpu, unit=" s")
    faster = least(first).cpu / least(then).cpu
    yield Figure(f"{what}: how many times faster", faster, FASTER, more_is_better=True)


def written(folder: Path, count: int) -> int:
    """Writes made articles by month, each with its date; how many there are: `count` or a few more.

    `written(Path("parus"), 3000)`
    """
    told = stories(CLUSTERS)
    disguise, made, number = Disguise(told), 0, 0
    while made < count:
        last = date(2023, 1, 1) + timedelta(days=made * DAYS // count)
        for entry in disguise.story(told[number % len(told)], last, number):
            day = entry.article.published
            assert day is not None
            file = folder / f"{day:%Y-%m}" / f"{number}-{entry.article.id}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            title, _, rest = entry.article.text.partition("\n")
            published = f"Publié le {day.day} {MONTHS[day.month - 1]} {day.year}"
            file.write_text(f"{title}\n\n{published}\n{rest}", encoding="utf-8")
            made += 1
        number += 1
    return made
