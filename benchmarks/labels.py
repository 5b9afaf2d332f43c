"""The labels of a story: what somebody who read its articles says a report should hold.

`gold.json` beside the articles lists the claims worth checking, each at its place (characters of
the article, end excluded) with its value; the groups of claims that answer one question, with their
verdict; and the contradictions inside one article.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

FILE = "gold.json"
WEIGHED = frozenset(
    ("count", "money", "percentage", "duration", "ordinal", "measure", "age", "date", "role")
)
"""Kinds that two careful readers label alike; a claim of any other kind weighs nothing."""
FREE = frozenset(("name",))
"""Kinds on which they differ: put together and judged where both have them, never counted missing
nor superfluous."""


@dataclass(frozen=True, slots=True)
class Label:
    """A claim that a reader would check, where it stands."""

    id: str
    article: str
    """Name of the article's file."""
    kind: str
    start: int
    end: int
    words: str
    value: object
    """A number, `[low, high]`, `{"amount", "currency"}`, EDTF, `{"person", "role"}` or a name;
    `None` where the words give no value (« plusieurs »)."""
    modifier: str | None = None
    """`at_least`, `more_than`, `at_most`, `less_than`, `about`, `between`, `vague`."""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Labels that answer one question, and what a report should say of them."""

    about: str
    labels: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Story:
    """A folder of labelled articles."""

    name: str
    labels: tuple[Label, ...]
    questions: tuple[Question, ...]
    contradictions: Counter[str]
    """How many there are inside each article."""
    told: tuple[tuple[str, str], ...] = ()
    """The article of each of them, and what it is in words."""


def read_story(folder: Path) -> Story:
    """`read_story(Path("seeds"))`: the labels of one folder."""
    gold = json.loads((folder / FILE).read_text(encoding="utf-8"))
    labels = tuple(
        Label(
            id=row["id"],
            article=row["article"],
            kind=row["kind"],
            start=row["start"],
            end=row["end"],
            words=row["surface"],
            value=row["value"],
            modifier=row["modifier"],
            unit=row.get("unit"),
        )
        for row in gold["claims"]
        if row["kind"] in WEIGHED | FREE
    )
    known = {label.id for label in labels}
    questions = (
        Question(row["about"], tuple(i for i in row["claims"] if i in known), row["verdict"])
        for row in gold["groups"]
    )
    return Story(
        name=folder.name,
        labels=labels,
        questions=tuple(question for question in questions if question.labels),
        contradictions=Counter(row["article"] for row in gold["internal"]),
        told=tuple((row["article"], row["why"]) for row in gold["internal"]),
    )


def story_folders(places: list[Path]) -> list[Path]:
    """`story_folders([Path("tests/clusters")])`: the labelled folders there, by name.

    A place is a labelled folder itself or a folder of them.
    """
    found = [
        file.parent for place in places for file in (place / FILE, *sorted(place.glob(f"*/{FILE}")))
    ]
    return [folder for folder in found if (folder / FILE).is_file()]
