"""Pairs of short texts, each as two articles: a conflict told where one is labelled, or not.

Rows of JSON Lines have `id`, `a`, `b` and either `label` (agree, compatible, conflict, unrelated)
or `expect` (flag, pass). A pair is flagged when a finding that joins both texts is a conflict.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from crosscheck import Article, cross_check

EXPECTED = {"flag": "conflict", "pass": "compatible"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """What was told of the pairs of one file."""

    name: str
    count: int
    labelled: tuple[tuple[str, int, int], ...]
    """Each label: how many pairs have it, how many of these were flagged."""
    missed: tuple[str, ...]
    """Ids of the conflicts that were not told."""
    false: tuple[tuple[str, str], ...]
    """Ids and labels of the other pairs that were flagged."""

    @property
    def conflicts(self) -> int:
        """How many pairs conflict."""
        return sum(count for label, count, _ in self.labelled if label == "conflict")

    @property
    def found(self) -> int:
        """How many of the conflicts were told."""
        return self.conflicts - len(self.missed)

    @property
    def precision(self) -> float:
        """Share of the flagged pairs that conflict."""
        said = self.found + len(self.false)
        return self.found / said if said else 0.0

    @property
    def recall(self) -> float:
        """Share of the conflicts that were told."""
        return self.found / self.conflicts if self.conflicts else 0.0


def measure(path: Path) -> Pairs:
    """`measure(Path("tests/data/probe.jsonl")).precision`."""
    labels, flags = Counter[str](), Counter[str]()
    missed, false = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        label = row.get("label") or EXPECTED[row["expect"]]
        said = flagged(row["a"], row["b"])
        labels[label] += 1
        flags[label] += said
        if label == "conflict" and not said:
            missed.append(str(row["id"]))
        elif label != "conflict" and said:
            false.append((str(row["id"]), label))
    told = tuple((label, labels[label], flags[label]) for label in sorted(labels))
    return Pairs(path.stem, labels.total(), told, tuple(missed), tuple(false))


def flagged(one: str, other: str) -> bool:
    """Whether two texts, as two articles, are told to conflict."""
    articles = [Article.from_text(text, id=i, outlet=i) for i, text in (("a", one), ("b", other))]
    findings = cross_check(articles).findings
    return any(f.verdict == "conflict" and len(f.group.articles) > 1 for f in findings)
