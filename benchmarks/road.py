"""Words a second of the processor, from text to claims, beside the whole model as shipped.

    python -m benchmarks.road WAY TEXTS

Each way reads texts that its process has not seen: repeated text hides the largest costs, since
tokens and lemmas are remembered. `WAY` is `model` (spaCy alone, all of it), `claims` (the road to
claims), `all` (the same, every sentence parsed), `jobs` (two processes); `TEXTS` is `seeds` or
`clusters`. The last line is what was measured, as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.figures import ROOT, Figure

if TYPE_CHECKING:
    from crosscheck.models import Article

FOLDERS = {"seeds": ROOT / "seeds", "clusters": ROOT / "tests" / "clusters"}
WARM = "Trois accords ont été signés le 3 mars 2025 à Moscou, selon M. Paul Duval, ministre."


def measure(runs: int) -> list[Figure]:
    """The figures: ratios of the least time of so many runs, which take turns."""
    rows = []
    for texts in FOLDERS:
        taken: dict[str, list[dict[str, float]]] = {}
        for _ in range(runs):
            for way in ("model", "claims"):
                taken.setdefault(way, []).append(_run(way, texts))
        cpu = {way: min(run["cpu"] for run in found) for way, found in taken.items()}
        what = f"words a CPU second to claims, over the model alone: {texts}"
        rows.append(Figure(what, cpu["model"] / cpu["claims"], 4, 7, more_is_better=True))
    claims, everything = (_run(way, "clusters")["claims"] for way in ("claims", "all"))
    lost = 100 * (everything - claims) / everything
    rows.append(Figure("claims lost against parsing everything", lost, 1, 0.5, " %"))
    walls = {n: min(_run(n, "clusters")["wall"] for _ in range(runs)) for n in ("claims", "jobs")}
    ratio = walls["claims"] / walls["jobs"]
    rows.append(Figure("two jobs over one, wall", ratio, 1.4, 1.6, more_is_better=True))
    return rows


def _run(way: str, texts: str) -> dict[str, float]:
    """One way in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.road", way, texts)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _articles(folder: Path) -> "list[Article]":
    from crosscheck.reading import describe, read_articles

    folders = sorted(p for p in folder.iterdir() if p.is_dir()) or [folder]
    read = [(place.name, read_articles([place])[0]) for place in folders]
    return [
        replace(a if a.blocks else describe(a), id=f"{name}-{a.id}")
        for name, found in read
        for a in found
    ]


def _taken(way: str, articles: "Sequence[Article]") -> dict[str, float]:
    """Seconds of the processor and of the wall, and how many claims; loading is not counted."""
    from crosscheck.extraction import Reading, claims_of_all
    from crosscheck.models import Article

    if way == "model":
        import spacy

        nlp = spacy.load("fr_core_news_md")
        nlp(WARM)
        start, wall = process_time(), perf_counter()
        for _ in nlp.pipe(article.text for article in articles):
            pass
        return {"cpu": process_time() - start, "wall": perf_counter() - wall, "claims": 0}
    if way == "all":
        _parse_everything()
    claims_of_all([Article.from_text(WARM, id="warm")])
    start, wall = process_time(), perf_counter()
    found = claims_of_all(articles, Reading(2 if way == "jobs" else 1))
    return {"cpu": process_time() - start, "wall": perf_counter() - wall, "claims": len(found)}


def _parse_everything() -> None:
    """Every sentence is parsed, whatever it holds."""
    from crosscheck.claims.sentences import sentence_spans

    module = sys.modules["crosscheck.claims.extract"]
    module.__dict__["_that_hold_something"] = lambda article, found: iter(sentence_spans(article))


if __name__ == "__main__":
    way, texts = sys.argv[1:3]
    print(json.dumps(_taken(way, _articles(FOLDERS[texts]))))
