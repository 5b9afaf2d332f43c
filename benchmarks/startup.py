"""How long `check` takes beside the bare load of the French model, and what starts at once.

    python -m benchmarks.startup [RUNS]

One article of some 500 words against four others, made of labelled stories; then what loads no
model. Each command is run by turns with the bare load, and the least of their times is taken; the
time of the processor counts, since what else a machine does only adds to that of the wall. Status 1
when a bar is not reached.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parent.parent
CLUSTERS = ROOT / "tests" / "clusters"
LOAD = (sys.executable, "-c", "import spacy; spacy.load('fr_core_news_md')")
COMMAND = (sys.executable, "-c", "from crosscheck.cli import main; main()")
MOST, AT_ONCE = 1.3, 0.3
"""Times the bare load; seconds."""
QUICK = (
    ("--help",),
    ("config", "show"),
    ("explain", "C101"),
    ("check", "rien.md", "--against", "."),
)


def articles(folder: Path) -> list[Path]:
    """Five articles of some 500 words, each made of those of three stories."""
    stories = [sorted(CLUSTERS.glob(f"{name}-*/*.txt"))[:5] for name in ("a1", "b3", "b8")]
    files = []
    for i, parts in enumerate(zip(*stories, strict=True)):
        file = folder / f"article-{i}.txt"
        file.write_text("\n\n".join(p.read_text(encoding="utf-8") for p in parts), encoding="utf-8")
        files.append(file)
    (folder / "rien.md").write_text("Il pleut sur la ville.\n", encoding="utf-8")
    return files


def timed(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Seconds of the processor and of the wall: `timed(LOAD, Path())`."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    wall, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main(runs: int) -> int:
    """Prints the figures; the exit status says whether the bars were reached."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        new, *others = articles(folder)
        words = len(new.read_text(encoding="utf-8").split())
        against = [option for file in others for option in ("--against", file.name)]
        check = (*COMMAND, "check", new.name, *against)
        loads, checks = zip(
            *((timed(LOAD, folder)[0], timed(check, folder)[0]) for _ in range(runs)), strict=True
        )
        ratio = min(checks) / min(loads)
        print(f"load {min(loads):.2f} s, check of {words} words against {len(others)} articles "
              f"{min(checks):.2f} s: {ratio:.2f} times (at most {MOST})")  # fmt: skip
        slow = ratio > MOST
        for arguments in QUICK:
            least, wall = min(timed((*COMMAND, *arguments), folder) for _ in range(runs))
            said = f"{least:.2f} s of processor (at most {AT_ONCE}), {wall:.2f} s in all"
            print(f"{' '.join(arguments)}: {said}")
            slow = slow or least > AT_ONCE
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
