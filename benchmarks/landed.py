"""The landed state: what the programme found when it was last taken, in a file to compare with.

Per article, the labels that were found and the claims that answer no label, one a line, so that a
change shows in a diff for what it is.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.answers import Said
from benchmarks.labels import Label
from benchmarks.scoring import MEASURES, Figure, Outcome, total

FALL = 0.01
"""How much of claims F1 may be lost before the comparison fails."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What moved since the landed state; « article, kind, place, words » each."""

    found: tuple[str, ...]
    """Labels that are found now."""
    lost: tuple[str, ...]
    """Labels that are not found any more."""
    gone: tuple[str, ...]
    """Superfluous claims that are not made any more."""
    new: tuple[str, ...]
    """Superfluous claims that are made now."""


def state(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """`state(outcomes)["articles"]`: what the file holds, in the order of stories and places."""
    outcomes = sorted(outcomes, key=lambda outcome: outcome.story)
    figures = total(outcomes)
    articles: dict[str, dict[str, list[str]]] = {}
    for outcome in outcomes:
        for kept, items in (("found", outcome.found), ("superfluous", outcome.superfluous)):
            for item in items:
                article = articles.setdefault(
                    f"{outcome.story}/{item.article}", {"found": [], "superfluous": []}
                )
                article[kept].append(_line(item))
    return {
        "figures": {name: asdict(figures.get(name, Figure())) for name in MEASURES},
        "articles": dict(sorted(articles.items())),
    }


def write(path: Path, landed: Mapping[str, Any]) -> None:
    """`write(Path("tests/accuracy.json"), state(outcomes))`."""
    text = json.dumps(landed, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def read(path: Path) -> dict[str, Any] | None:
    """`read(Path("tests/accuracy.json"))`: what was landed; `None` without the file."""
    if not path.is_file():
        return None
    landed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return landed


def compare(now: Mapping[str, Any], landed: Mapping[str, Any]) -> Changes:
    """`compare(state(outcomes), read(path)).lost`: what moved, in the order of articles."""

    def beyond(kept: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(
            f"{article}  {line}"
            for article, lines in sorted(ours["articles"].items())
            for line in _without(lines[kept], theirs["articles"].get(article, {}).get(kept, []))
        )

    return Changes(
        found=beyond("found", now, landed),
        lost=beyond("found", landed, now),
        gone=beyond("superfluous", landed, now),
        new=beyond("superfluous", now, landed),
    )


def judge(now: Mapping[str, Any], landed: Mapping[str, Any] | None) -> tuple[str, bool]:
    """One line on claims F1 beside the landed one, and whether it may pass.

    >>> def at(found: int) -> dict[str, Any]:
    ...     counts = {"labelled": 1000, "found": found, "said": 1000, "right": found}
    ...     return {"figures": {"claims": counts}}
    >>> judge(at(957), at(951))
    ('claims F1 95.7 (landed 95.1, +0.6)', True)
    >>> judge(at(930), at(951))
    ('claims F1 93.0 (landed 95.1, -2.1): it fell by more than 1 point', False)
    """
    ours = Figure(**now["figures"]["claims"]).f1
    if landed is None:
        return f"claims F1 {100 * ours:.1f} (nothing landed to compare with; see --update)", False
    theirs = Figure(**landed["figures"]["claims"]).f1
    moved = round(100 * ours, 1) - round(100 * theirs, 1)
    line = f"claims F1 {100 * ours:.1f} (landed {100 * theirs:.1f}, {moved:+.1f})"
    # A fall of one point exactly may pass, whatever the last bit of the subtraction says.
    if theirs - ours > FALL + 1e-9:
        return f"{line}: it fell by more than {100 * FALL:.0f} point", False
    return line, True


def _line(item: Label | Said) -> str:
    """« count 165 « Au moins 14 personnes » »: kind, place and words on one line."""
    return f"{item.kind} {item.start} « {' '.join(item.words.split())} »"


def _without(lines: Iterable[str], others: Iterable[str]) -> list[str]:
    """The lines that are not among the others, in their order; a line told twice counts twice."""
    return list((Counter(lines) - Counter(others)).elements())
