"""How long an archive takes to answer: `python -m benchmarks.asking --claims 1000000`.

Prints the time to open it, to find what may speak of a new article of some twenty claims (with its
days and without), and to fetch that from the files, claims as they were; medians and worst of many.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.stacks import entries, stack, stories
from crosscheck.archive.against import Drawn, draw
from crosscheck.archive.compacting import compact
from crosscheck.archive.keys import keys_of
from crosscheck.archive.library import Library, opened
from crosscheck.archive.nearest import Window, nearest
from crosscheck.archive.rows import Entry, claim_columns
from crosscheck.archive.store import open_archive
from crosscheck.models import Article, Claim

CLUSTERS = Path(__file__).parent.parent / "tests" / "clusters"
ASKED = 60
"""Articles that are asked for."""
DAYS = 14


def main() -> None:
    """Makes the archive, unless it is there, and asks it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the archive is made, or is already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = given.folder or Path(elsewhere) / "archive"
        for row in rows(folder, given.claims):
            print(*row, sep="\t")


def rows(folder: Path, claims: int) -> list[tuple[str, str]]:
    """What was measured, in words."""
    told = stories(CLUSTERS)
    found: list[tuple[str, str]] = []
    if not folder.exists():
        begun = time.process_time()
        stack(folder, entries(told, claims))
        compact(open_archive(folder))
        found.append(("made and compacted, CPU s", f"{time.process_time() - begun:.0f}"))
        begun = time.process_time()
        with opened(folder):
            found.append(("indexed, CPU s", f"{time.process_time() - begun:.0f}"))
    size = sum(f.stat().st_size for f in folder.rglob("*.parquet"))
    found.append(("Parquet, index, MB", f"{size / 1e6:.0f}, {_index(folder) / 1e6:.0f}"))
    found.append(("opened, ms", _times([lambda: _open(folder)] * 20)))
    asked = [
        ({entry.article: entry.claims}, entry)
        for entry in list(entries(told, ASKED * 25, seed=2))[:ASKED]
    ]
    with opened(folder) as library:
        for name, days in (("with dates", DAYS), ("without dates", None)):
            found.append((f"found {name}, ms", _times([_find(library, e, days) for _, e in asked])))
            found.append((f"drawn {name}, ms", _times([_draw(library, a, days) for a, _ in asked])))
            drawn = [draw(library, a, days=days) for a, _ in asked]
            found.append((f"drawn {name}, articles", f"{_mean(drawn):.1f}"))
    return found


def _mean(drawn: list[Drawn]) -> float:
    return statistics.mean(len(one.articles) for one in drawn)


def _index(folder: Path) -> int:
    return (folder / "index.sqlite").stat().st_size


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


def _times(asked: list[Callable[[], object]]) -> str:
    """Median and worst of some calls, in milliseconds of the processor."""
    times = []
    for call in asked:
        begun = time.process_time()
        call()
        times.append((time.process_time() - begun) * 1000)
    return f"median {statistics.median(times):.1f}, worst {max(times):.1f}"


if __name__ == "__main__":
    main()
