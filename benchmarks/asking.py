"""How long an archive takes to answer: `python -m benchmarks.asking --claims 1000000`.

Milliseconds of the processor to open it, to find what may speak of a new article of some twenty
claims (with its days and without), and to have that with its texts and claims, each held against
what was written: the median of sixty articles, and the worst.
"""

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.stacks import entries, stack, stories
from crosscheck.archive.against import draw
from crosscheck.archive.compacting import compact
from crosscheck.archive.keys import keys_of
from crosscheck.archive.library import Library, opened
from crosscheck.archive.nearest import Window, nearest
from crosscheck.archive.rows import Entry, claim_columns
from crosscheck.archive.store import INDEX, open_archive
from crosscheck.models import Article, Claim

CLUSTERS = Path(__file__).parent.parent / "tests" / "clusters"
ASKED = 60
"""Articles that are asked for."""
DAYS = 14
MILLION = 1_000_000


def main() -> None:
    """Makes the archive, unless it is there, and asks it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=MILLION)
    parser.add_argument("--folder", type=Path, help="where the archive is made, or is already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = given.folder or Path(elsewhere) / "archive"
        print(*(figure.row() for figure in figures(folder, given.claims)), sep="\n")


def measure(full: bool) -> list[Figure]:
    """The figures of a million claims, or of a tenth of that."""
    with tempfile.TemporaryDirectory() as elsewhere:
        return figures(Path(elsewhere) / "archive", MILLION if full else MILLION // 10)


def figures(folder: Path, claims: int) -> list[Figure]:
    """The figures of an archive of some claims, which is made if it is not there."""
    told = stories(CLUSTERS)
    what = f"{claims:,} claims: ".replace(",", " ")
    found: list[Figure] = []
    if not folder.exists():
        begun = time.process_time()
        stack(folder, entries(told, claims))
        compact(open_archive(folder))
        found.append(Figure(f"{what}written and compacted", _since(begun), unit=" s"))
        begun = time.process_time()
        with opened(folder):
            found.append(Figure(f"{what}indexed", _since(begun), unit=" s"))
    gc.set_threshold(100_000, 50, 50)  # as `crosscheck.cli.main` has it
    times = _times([lambda: _open(folder)] * 20)
    found.append(Figure(f"{what}opened", statistics.median(times), 20, 2, " ms"))
    asked = [
        ({entry.article: entry.claims}, entry)
        for entry in list(entries(told, ASKED * 25, seed=2))[:ASKED]
    ]
    with opened(folder) as library:
        for name, days, must, aim in (
            (f"within {DAYS} days", DAYS, 20, 5),
            ("whenever it was", None, 150, 50),
        ):
            ways = {
                "which articles are near": [_find(library, entry, days) for _, entry in asked],
                "the same with their texts and claims": [_draw(library, a, days) for a, _ in asked],
            }
            for way, calls in ways.items():
                times = _times(calls)
                row = f"{what}{way}, {name}"
                found.append(Figure(row, statistics.median(times), must, aim, " ms"))
                found.append(Figure(f"{row}, worst of {ASKED}", max(times), unit=" ms"))
    size = sum(f.stat().st_size for f in folder.rglob("*.parquet"))
    found.append(Figure(f"{what}Parquet", size / 1e6, unit=" MB"))
    index = (folder / INDEX).stat().st_size
    found.append(Figure(f"{what}index", index / 1e6, unit=" MB"))
    return found


def _since(begun: float) -> float:
    return time.process_time() - begun


def _open(folder: Path) -> None:
    with opened(folder):
        pass


def _find(library: Library, entry: Entry, days: int | None) -> Callable[[], object]:
    """Asks the index alone which articles are near."""
    from datetime import timedelta

    day = entry.article.published
    assert day is not None
    reach = timedelta(days=days or 0)
    window = Window() if days is None else Window(day - reach, day + reach)
    return lambda: nearest(
        library.index, keys_of(entry.article.text, map(claim_columns, entry.claims)), window=window
    )


def _draw(
    library: Library, new: dict[Article, tuple[Claim, ...]], days: int | None
) -> Callable[[], object]:
    return lambda: draw(library, new, days=days)


def _times(asked: list[Callable[[], object]]) -> list[float]:
    """What each of some calls takes, in milliseconds of the processor."""
    times = []
    for call in asked:
        begun = time.process_time()
        call()
        times.append((time.process_time() - begun) * 1000)
    return times


if __name__ == "__main__":
    main()
