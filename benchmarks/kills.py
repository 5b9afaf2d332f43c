"""`archive add` killed at random moments, then run again: `python -m benchmarks.kills --times 200`.

Each time an archive is made in a process that is killed (SIGKILL) at a moment drawn from the time
that it takes; another process adds the same articles again. The archive must then hold what one
made in peace holds: after `compact`, the same files byte for byte, and the same index.
"""

import argparse
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from benchmarks.figures import ROOT, Figure
from crosscheck.models import Article, Claim
from crosscheck.pipeline import claims_of
from crosscheck.reading import read_articles

CLUSTERS = Path(__file__).parent.parent / "tests" / "clusters"
BATCH = 8
"""Files of a batch: few, so that many moments fall between two writes."""
Claims = Mapping[str, Sequence[Claim]]
"""The claims of each text: a killed process would read them for minutes."""


def main() -> None:
    """Kills, and says how often the archive was another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--articles", type=Path, nargs="*", default=[CLUSTERS])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wrong, unlike = kills(given.times, given.articles, Path(folder))
    print(f"{given.times} kills, {wrong} of them before the end; archives unlike: {len(unlike)}")
    for line in unlike:
        print(line)
    raise SystemExit(bool(unlike))


def measure(full: bool) -> list[Figure]:
    """The figures of 200 kills, or of 20, from a process that has not used DuckDB."""
    times = 200 if full else 20
    command = (sys.executable, "-m", "benchmarks.kills", "--times", str(times))
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    _, before, unlike = map(int, re.findall(r"\d+", done.stdout.splitlines()[0]))
    return [
        Figure(f"{times} kills of `archive add`: before its end", before),
        Figure(f"{times} kills, then added again: archives unlike one made in peace", unlike, 0, 0),
    ]


def claims_by_text(paths: Sequence[Path]) -> Claims:
    """The claims of every article under some paths."""
    folders = [folder for path in paths for folder in (path, *sorted(path.rglob("*/")))]
    return {article.text: claims_of(article) for article in read_articles(folders)[0]}


def kills(times: int, articles: Sequence[Path], folder: Path) -> tuple[int, list[str]]:
    """How many of so many kills came before the end, and where an archive was another then."""
    claims = claims_by_text(articles)
    peace = folder / "peace"
    begun = time.perf_counter()
    assert in_child(lambda: add(peace, articles, claims)) == 0
    lasts = time.perf_counter() - begun
    expected = folder / "peace.txt"
    assert in_child(lambda: expected.write_text(held(peace), encoding="ascii")) == 0
    draw, before, unlike = random.Random(1), 0, []
    for number in range(times):
        made, told = folder / f"killed-{number}", folder / "killed.txt"
        moment = draw.uniform(0, lasts)
        status = in_child(lambda made=made: add(made, articles, claims), moment)  # type: ignore[misc]
        before += status == -signal.SIGKILL
        again = in_child(lambda made=made: add(made, articles, claims))  # type: ignore[misc]
        in_child(lambda made=made, told=told: told.write_text(held(made)))  # type: ignore[misc]
        if again or told.read_text() != expected.read_text():
            unlike.append(f"killed after {moment:.3f} s: status {again} of adding again")
        else:
            shutil.rmtree(made)
    return before, unlike


def in_child(do: Callable[[], object], moment: float | None = None) -> int:
    """Runs something in a child, killed after `moment` seconds; its status, negative for a signal.

    The parent never uses DuckDB, whose threads a fork would leave behind.
    """
    child = os.fork()
    if child == 0:
        status = 1
        try:
            do()
            status = 0
        finally:
            os._exit(status)
    if moment is not None:
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)  # it is ours, and not waited for yet
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def add(folder: Path, articles: Sequence[Path], claims: Claims) -> None:
    """What `crosscheck archive add` does, but for the reading of claims."""
    from crosscheck.archive.adding import Way, add
    from crosscheck.archive.index import index_of
    from crosscheck.archive.locks import writing
    from crosscheck.archive.sources import found
    from crosscheck.archive.store import make, open_archive, prepare

    def extract(article: Article) -> list[Claim]:
        return [replace(claim, article=article.id) for claim in claims[article.text]]

    make(folder)
    with writing(folder, "benchmarks.kills"):
        prepare(folder)
        archive = open_archive(folder)
        for after, _ in add(archive, found(articles)[0], Way(extract, batch=BATCH)):
            archive = after
        index_of(archive).close()


def held(folder: Path) -> str:
    """All that an archive holds, in words that are the same for the same: files, then the index."""
    from crosscheck.archive.compacting import compact
    from crosscheck.archive.index import index_of
    from crosscheck.archive.store import open_archive

    archive = compact(open_archive(folder))
    assert not archive.aside
    assert not archive.manifest.removed
    lines = [f"{file.sha256} {file.path}" for s in archive.manifest.segments for file in s.files]
    on_disk = {str(p.relative_to(folder)) for p in folder.rglob("*.parquet")}
    assert on_disk == {file.path for s in archive.manifest.segments for file in s.files}
    index = index_of(archive)
    return "\n".join([*lines, *_index_lines(index)])


def _index_lines(index: sqlite3.Connection) -> list[str]:
    """A digest of each table; articles by their keys, since numbers tell how they came."""
    queries = (
        "SELECT key, segment, source, fingerprint, stamp, name, published, claims, keys"
        " FROM articles ORDER BY key",
        "SELECT a.key, k.key, k.day FROM keys k JOIN articles a ON a.n = k.article ORDER BY 1, 2",
        "SELECT a.key, p.start, p.place, t.text FROM passages p JOIN articles a ON a.n = p.article"
        " JOIN texts t ON t.rowid = p.n ORDER BY 1, 2",
        "SELECT count(*) FROM keys UNION ALL SELECT count(*) FROM texts",
    )
    return [sha256(repr(index.execute(query).fetchall()).encode()).hexdigest() for query in queries]


if __name__ == "__main__":
    main()
