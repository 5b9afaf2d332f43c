"""A value in a text, what it is about, and the claim that an article makes with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from crosscheck.making import changing, quickly_made
from crosscheck.models.articles import Place, Selector
from crosscheck.values import Value

Kind = Literal[
    "date", "count", "money", "percentage", "duration", "ordinal", "measure", "age",
    "role", "name", "quote",
]  # fmt: skip
NUMERIC: frozenset[str] = frozenset(
    {"count", "money", "percentage", "duration", "ordinal", "measure", "age"}
)
"""Kinds whose value is an `Interval`."""

Polarity = Literal["asserted", "denied", "hypothetical", "planned"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed expression in a text, before anything is known of what it is about."""

    kind: Kind
    start: int
    end: int
    value: Value
    number: tuple[int, int] = (0, 0)
    """Span of the number alone, without hedge and unit; (0, 0) where there is none."""
    hanging: bool = False
    """A part of a day whose day stands elsewhere: « dans la soirée »."""
    parts: tuple["Mention", ...] = ()
    """The two ends of a run, where each is a date by itself: « de 14 h à 16 h »."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Subject:
    """The question that a claim answers, in slots; an empty slot says nothing."""

    label: str
    """Words of the phrase or the clause around the value, in which the judges look for theirs."""
    head: str = ""
    """What is counted, dated or named, as the synonym class of its lemma."""
    attributes: frozenset[str] = frozenset()
    """Stems of the adjectives and complements of the head."""
    action: str = ""
    """Synonym class of what is done: signer and signature are one."""
    actors: frozenset[str] = frozenset()
    """Keys of the names of the same clause: persons, institutions, peoples."""
    place: frozenset[str] = frozenset()
    time: tuple[date, date] | None = None
    """When the thing happened, if the clause says so."""
    scope: frozenset[str] = frozenset()
    """Cues that set a figure apart: provisional, daily, women, last year."""
    clause: frozenset[str] = frozenset()
    """Classes of the other content words of the clause."""
    context: frozenset[str] = frozenset()
    """Classes of the other content words of the sentence."""
    near: tuple[tuple[str, int], ...] = ()
    """The same words with how many words each stands from the value, the nearest first."""
    era: tuple[date, date] | None = None
    """The time that the passage tells of: the date told last before the value in its paragraph,
    else the day of publication."""
    question: str = ""
    """The question as people read it (« accords signés à Moscou »), which nothing is compared by;
    empty where it is the label itself."""

    @property
    def asked(self) -> str:
        """The question in words, for people."""
        return self.question or self.label


@quickly_made
@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of one value by one article."""

    id: str
    article: str
    kind: Kind
    start: int
    end: int
    text: str
    """The slice of the article, exactly."""
    sentence: tuple[int, int]
    value: Value
    subject: Subject
    speaker: str | None
    polarity: Polarity
    in_headline: bool
    rule: str
    derivation: str = ""
    """The sum that gives a value which the article does not write: « 24 ÷ 2 = 12 »; empty where the
    value is written."""
    place: Place | None = None
    """Where to look for it in the file; filled in at the end of the road."""
    selector: Selector | None = None

    def to_dict(self) -> dict[str, object]:
        """The claim as the JSON report has it."""
        return {
            "id": self.id,
            "article": self.article,
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "sentence": list(self.sentence),
            "value": self.value.to_dict(),
            "subject": self.subject.asked,
            "speaker": self.speaker,
            "polarity": self.polarity,
            "in_headline": self.in_headline,
            "rule": self.rule,
            "derivation": self.derivation or None,
            "place": self.place.to_dict() if self.place else None,
            "selector": self.selector.to_dict() if self.selector else None,
        }


@dataclass(frozen=True, slots=True)
class Derived:
    """A claim of a value that the article does not write, and what it follows from."""

    claim: Claim
    sources: tuple[tuple[int, int], ...]
    """Spans of the claims that were reckoned with: « 24 accidents », « le double »."""


_named = changing(Claim, "id", "article")
_placed = changing(Claim, "article", "place", "selector")


def where_it_stands(claim: Claim, article: str, place: Place, selector: Selector) -> Claim:
    """The claim with its article, its place in the file and the words around it."""
    return _placed(claim, article, place, selector)


def numbered(told: Iterable[tuple[str, Sequence[Claim]]]) -> tuple[Claim, ...]:
    """The claims of some articles as c1, c2, … in the order given, each under its article's name
    in this run.
    """
    owned = ((article, claim) for article, claims in told for claim in claims)
    return tuple(_named(claim, f"c{i}", article) for i, (article, claim) in enumerate(owned, 1))
