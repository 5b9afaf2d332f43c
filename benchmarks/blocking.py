"""How long an archive takes to be put into stories, and what of it is found.

    python -m benchmarks.blocking [CLAIMS…]      100000 1000000 4000000 if none is named

`make bench` measures 100000, and all three with `--full`.

Each size is measured in a process of its own, on one core, in seconds of the processor, which what
else a machine does leaves as they are. An archive is made of the labelled stories (`archives`); the
pairs of claims that the report on them joins are planted in it. Beside it stand the same pairs when
the labelled stories themselves are put into one archive. Status 1 when a bar is not reached.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.archives import Archive, archive
from benchmarks.figures import Figure
from benchmarks.moulds import NO_DAY, Ints, moulds
from crosscheck import cross_check, read_articles
from crosscheck.archive.blocking import Limits
from crosscheck.archive.engines.embedded import linked
from crosscheck.archive.linking import found
from crosscheck.archive.slots import COLUMNS, article_slots, claim_slots
from crosscheck.archive.stories import Stories
from crosscheck.models import Report

if TYPE_CHECKING:
    import duckdb

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "tests" / "clusters", ROOT / "seeds")
SIZES = (100_000, 1_000_000, 4_000_000)
MILLION = 1_000_000
BARS = {
    "seconds": ("blocking and comparison, CPU", " s", 12, 6),
    "match": ("blocking, comparison and stories, CPU", " s", 60, 30),
    "gigabytes": ("peak memory", " GB", 2, None),
    "candidates": ("candidates a claim", "", 20, 15),
    "blocked": ("planted pairs found", "", 0.97, 0.98),
    "together": ("planted pairs in one story", "", None, None),
    "mixed": ("stories of more than one event", "", None, None),
}
"""What is measured of each size, its unit, and what it must reach for a million claims; what
matching and judging the stories then take is in `whole`."""
FOUND, FOUND_AIM, GROWTH, GROWTH_AIM = 0.97, 0.98, 1.15, 1.08


def reports() -> list[Report]:
    """The reports on the labelled stories and the seeds."""
    folders = sorted(
        f for top in FOLDERS for f in ([top] if top.name == "seeds" else top.iterdir())
    )
    return [cross_check(read_articles([folder])[0]) for folder in folders]


def loaded(made: Archive) -> "duckdb.DuckDBPyConnection":
    """DuckDB on one thread with the tables that blocking asks for."""
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    tables = {
        "articles": {"article": np.arange(len(made.days)), "day": made.days},
        "tokens": made.tokens,
        "claims": made.claims | {"wording": made.wordings},
    }
    for name, columns in tables.items():
        connection.register("given", columns)
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
        connection.unregister("given")
    connection.execute(f"UPDATE articles SET day = NULL WHERE day = {NO_DAY}")
    return connection


def blocked(connection: "duckdb.DuckDBPyConnection", planted: Ints) -> float:
    """Share of the planted pairs that blocking proposes, once `linked` has put its view there."""
    wanted = np.unique(planted, axis=0)
    connection.register("wanted", {"one": wanted[:, 0].copy(), "other": wanted[:, 1].copy()})
    query = "SELECT COUNT(*) FROM pairs SEMI JOIN wanted USING (one, other)"
    ((seen,),) = connection.execute(query).fetchall()
    connection.unregister("wanted")
    return int(seen) / len(wanted)


def together(told: Stories, planted: Ints, owners: Ints, articles: int) -> float:
    """Share of the planted pairs whose articles stand in one story."""
    label = -np.arange(1, articles + 1)
    for number, group in enumerate(told.groups):
        label[list(group)] = number
    return float((label[owners[planted[:, 0]]] == label[owners[planted[:, 1]]]).mean())


def measured(size: int) -> dict[str, float]:
    """All figures of an archive of one size."""
    made = archive(size, moulds(reports()))
    connection = loaded(made)
    planted, owners, stories = made.planted, made.claims["article"], made.stories
    del made
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    links = linked(connection, Limits())
    middle = process_time()
    told = found(links)
    end = process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mixed = sum(len(set(stories[list(group)].tolist())) > 1 for group in told.groups)
    return {
        "claims": links.claims,
        "articles": links.articles,
        "seconds": middle - start,
        "match": end - start,
        "gigabytes": peak / 1e6,
        "before": before / 1e6,
        "candidates": links.pairs / links.claims,
        "blocked": blocked(connection, planted),
        "together": together(told, planted, owners, links.articles),
        "stories": len(told.groups),
        "mixed": mixed / len(told.groups),
        "cut": told.large + told.weak,
        "lost": sum(block.pairs for block in links.lost if block.level == "week"),
    }


def labelled(told: Sequence[Report]) -> Archive:
    """The labelled stories as one archive, unchanged; planted is what their reports join."""
    articles = [(i, a, [c for c in r.claims if c.article == a.id])
                for i, r in enumerate(told) for a in r.articles]  # fmt: skip
    place: dict[tuple[int, str], int] = {}
    slots: list[tuple[int, ...]] = []
    wordings: list[str] = []
    tokens: list[tuple[int, int, int]] = []
    days: list[int] = []
    for number, (story, article, claims) in enumerate(articles):
        looked = article_slots(article, claims)
        days.append(NO_DAY if looked.day is None else looked.day)
        tokens += [(number, token, 1) for token in looked.names]
        tokens += [(number, token, 0) for token in looked.words]
        for claim in claims:
            place[story, claim.id] = len(slots)
            row = claim_slots(claim)
            slots.append((len(slots), number, *row.row))
            wordings.append(row.wording)
    joined = [
        sorted((place[i, a.id], place[i, b.id]))
        for i, report in enumerate(told)
        for finding in report.findings
        for a, b in combinations(finding.group.claims, 2)
        if a.article != b.article
    ]
    return Archive(
        np.array(days, np.int64),
        _columns(("article", "token", "name"), tokens),
        _columns(("claim", "article", *COLUMNS), slots),
        np.array(wordings, dtype=object),
        np.array(joined, np.int64),
        np.array([story for story, _, _ in articles], np.int64),
    )


def _columns(names: Sequence[str], rows: Sequence[Sequence[int]]) -> dict[str, Ints]:
    table = np.array(rows, np.int64)
    return {name: table[:, i].copy() for i, name in enumerate(names)}


def kept_together() -> Iterator[Figure]:
    """What is lost when the labelled stories stand in one archive."""
    made = labelled(reports())
    connection = loaded(made)
    links = linked(connection, Limits())
    articles, planted = len(made.days), made.planted
    share = together(found(links), planted, made.claims["article"], articles)
    what = f"labelled stories in one archive, the {len(planted)} pairs that their reports join"
    yield Figure(f"{what}: articles in one story", share, 1, more_is_better=True)
    share = blocked(connection, planted)
    yield Figure(f"{what}: found by themselves", share, FOUND, FOUND_AIM, more_is_better=True)


def measure(full: bool) -> list[Figure]:
    """The figures of three sizes, or of the smallest."""
    return list(figures(SIZES if full else SIZES[:1]))


def figures(sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Each size is measured in a process of its own; bars are those of a million claims."""
    yield from kept_together()
    seen = {size: _apart(size) for size in sizes}
    for size, told in seen.items():
        for key, (what, unit, must, aim) in BARS.items():
            bars = (must, aim) if size == MILLION else (None, None)
            row = f"{size:,} claims: {what}".replace(",", " ", 2 if size >= MILLION else 1)
            yield Figure(row, told[key], *bars, unit, more_is_better=key == "blocked")
    small, large = min(seen), max(seen)
    if small < large:
        ratio = seen[large]["match"] / seen[small]["match"]
        growth = log(ratio) / log(seen[large]["claims"] / seen[small]["claims"])
        what = "growth exponent of blocking, comparison and stories"
        yield Figure(what, growth, GROWTH, GROWTH_AIM)


def _apart(size: int) -> dict[str, Any]:
    command = (sys.executable, "-m", "benchmarks.blocking", "--one", str(size))
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main(arguments: Sequence[str]) -> int:
    """`main(["1000000"])` prints the figures of one size."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(measured(int(arguments[1]))))
        return 0
    reached = True
    for figure in figures([int(size) for size in arguments] or SIZES):
        print(figure.row(), flush=True)
        reached &= figure.reached
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
