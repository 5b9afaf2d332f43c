"""What a report missed of a labelled story, and what it told that is not so, in words.

Each line names the question, the words of either side and where they stand, so that a reader can
open the article and judge for himself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from benchmarks.labels import Story
from benchmarks.scoring import DIFFER, Matched, conflicts_of, matched_of, verdicts_of

LONGEST = 60
"""Characters of a wording that are shown."""


@dataclass(frozen=True, slots=True)
class Misses:
    """What went wrong with one story, a line each."""

    story: str
    missed_conflicts: tuple[str, ...] = ()
    false_conflicts: tuple[str, ...] = ()
    missed_checks: tuple[str, ...] = ()
    false_checks: tuple[str, ...] = ()
    wrong_sides: tuple[str, ...] = ()
    """Questions said to differ that stand, or to stand that differ; conflicts are named above."""


def misses_of(story: Story, report: Mapping[str, Any]) -> Misses:
    """`misses_of(story, report.to_dict()).missed_conflicts`: what went wrong, in words."""
    matched = matched_of(story, report)
    conflicts = conflicts_of(matched)
    seen = {n for _, good, _ in conflicts for n in good}
    claims = {row["id"]: row for row in report["claims"]}
    missed_checks, false_checks = _checks(story, report)
    return Misses(
        story=story.name,
        missed_conflicts=tuple(
            f"{q.about} : {_labels(matched, q.labels)}"
            for n, q in enumerate(story.questions)
            if q.verdict == "conflict" and n not in seen
        ),
        false_conflicts=tuple(
            f"{_claims(claims[i] for i in held)}{_labelled(matched, held)}"
            for held, _, right in conflicts
            if not right
        ),
        missed_checks=missed_checks,
        false_checks=false_checks,
        wrong_sides=tuple(
            f"{q.about} : {said or 'not found'}, labelled {q.verdict}; {_labels(matched, q.labels)}"
            for q, said in verdicts_of(matched)
            if said is None or (said in DIFFER) != (q.verdict in DIFFER)
        ),
    )


def _labels(matched: Matched, ids: Iterable[str]) -> str:
    return _sides((matched.labels[i].article, matched.labels[i].words) for i in ids)


def _claims(rows: Iterable[Mapping[str, Any]]) -> str:
    return _sides((row["article"], row["text"]) for row in rows)


def _sides(told: Iterable[tuple[str, str]]) -> str:
    """« 12 morts » (01-agence, 02-radio) · « 14 » (03-blog): each wording with who has it."""
    by_words: dict[str, list[str]] = defaultdict(list)
    for article, words in told:
        short = " ".join(words.split())
        short = short if len(short) <= LONGEST else short[: LONGEST - 1].rstrip() + "…"
        name = PurePath(article).stem if article.endswith(".txt") else article
        if name not in by_words[short]:
            by_words[short].append(name)
    return " · ".join(f"« {words} » ({', '.join(names)})" for words, names in by_words.items())


def _labelled(matched: Matched, claims: Iterable[str]) -> str:
    """What the labels say of the claims of a false conflict."""
    labels = [matched.label_of[c] for c in claims if c in matched.label_of]
    asked = [q for q in matched.story.questions if set(q.labels) & set(labels)]
    if not asked:
        return " — no labelled question"
    if len(asked) == 1:
        return f" — labelled {asked[0].verdict}"
    return f" — {len(asked)} questions: {'; '.join(q.about for q in asked)}"


def _checks(story: Story, report: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The contradictions that too few checks answer, and the checks that answer none.

    A check is matched to a contradiction by its article alone: where an article has as many of
    both, nothing is missed; where it has some of each, all of the lesser side count as matched.
    """
    files = {row["id"]: PurePath(row["path"]).name for row in report["articles"]}
    said = Counter(files[row["article"]] for row in report["checks"])
    missed = tuple(
        f"{PurePath(article).stem} : {why}{_among(wanted, said[article])}"
        for article, why in story.told
        if said[article] < (wanted := story.contradictions[article])
    )
    false = tuple(
        f"{PurePath(name).stem} : {row['rule']}, {row['why']}{_among(said[name], known)}"
        for row in report["checks"]
        if said[name := files[row["article"]]] > (known := story.contradictions[name])
    )
    return missed, false


def _among(these: int, others: int) -> str:
    """Which of several it is, articles alone do not tell."""
    return f" (one of {these}, of which {others} are matched)" if others else ""
