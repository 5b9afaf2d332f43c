"""Whole processes beside the bare load of the French model: a check, a report, what needs no model.

One article of some 500 words against four others, made of labelled stories. Commands take turns
with the bare load, and the least of their times is taken. Ours is compiled ahead, as spaCy is and
as every installer does.
"""

import compileall
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import COMMAND, ROOT, Cost, Figure, cost, least

CLUSTERS = ROOT / "tests" / "clusters"
LOAD = (sys.executable, "-c", "import spacy; spacy.load('fr_core_news_md')")
QUICK = (("--help",), ("config", "show"), ("explain", "C101"))


def articles(folder: Path) -> list[Path]:
    """Five articles of some 500 words, each made of those of three stories."""
    stories = [sorted(CLUSTERS.glob(f"{name}-*/*.txt"))[:5] for name in ("a1", "b3", "b8")]
    files = []
    for i, parts in enumerate(zip(*stories, strict=True)):
        file = folder / f"article-{i}.txt"
        file.write_text("\n\n".join(p.read_text(encoding="utf-8") for p in parts), encoding="utf-8")
        files.append(file)
    return files


def measure(runs: int) -> list[Figure]:
    """The figures, each command run so many times."""
    compileall.compile_dir(ROOT / "crosscheck", quiet=1)
    with TemporaryDirectory() as name:
        folder = Path(name)
        cache = folder / "cache"
        new, *others = articles(folder)
        against = [option for file in others for option in ("--against", file.name)]
        check = (*COMMAND, "check", new.name, *against)
        report = (*COMMAND, "report", str(ROOT / "seeds"), "--format", "json", "--no-cache")
        first = cost(check, folder, cache)
        taken: dict[str, list[Cost]] = {}
        for _ in range(runs):
            taken.setdefault("load", []).append(cost(LOAD, folder, cache))
            taken.setdefault("all read anew", []).append(
                cost((*check, "--no-cache"), folder, cache)
            )
            _forget_one(new, cache, check, folder)
            taken.setdefault("references kept", []).append(cost(check, folder, cache))
            taken.setdefault("all kept", []).append(cost(check, folder, cache))
            taken.setdefault("report", []).append(cost(report, folder, cache))
            for arguments in QUICK:
                command = (*COMMAND, *arguments)
                taken.setdefault(" ".join(arguments), []).append(cost(command, folder, cache))
        return _figures({name: least(costs) for name, costs in taken.items()}, first)


def _forget_one(new: Path, cache: Path, check: tuple[str, ...], folder: Path) -> None:
    """Leaves the references in the cache, and makes the new article one that nobody has read."""
    for kept in cache.glob("claims-*"):
        shutil.rmtree(kept)
    text = new.read_text(encoding="utf-8")
    new.write_text(text + " ", encoding="utf-8")
    cost(check, folder, cache)
    new.write_text(text, encoding="utf-8")


def _figures(taken: dict[str, Cost], first: Cost) -> list[Figure]:
    load = taken["load"]
    rows = [Figure("bare load of the model, CPU", load.cpu, unit=" s")]
    for name in ("references kept", "all read anew", "all kept"):
        must, aim = (0.35, 0.22) if name == "references kept" else (None, None)
        ratio = taken[name].cpu / load.cpu
        rows.append(Figure(f"check of one article, {name}, CPU over bare load", ratio, must, aim))
        ratio = taken[name].wall / load.wall
        rows.append(Figure(f"check of one article, {name}, wall over bare load", ratio, must, aim))
    rows.append(Figure("the very first check, which prepares the model", first.cpu / load.cpu))
    peak = max(taken["all read anew"].megabytes, taken["references kept"].megabytes)
    rows.append(Figure("peak memory of a check", peak, 250, 180, " MB"))
    rows.append(
        Figure("peak memory of `report seeds/`", taken["report"].megabytes, 250, 180, " MB")
    )
    for arguments in QUICK:
        name = " ".join(arguments)
        ratio = taken[name].cpu / load.cpu
        rows.append(Figure(f"`crosscheck {name}`, CPU over bare load", ratio, 0.05, 0.03))
    return rows
