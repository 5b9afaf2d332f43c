"""What a run has to say: groups of claims, findings, checks, and what was left aside."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from crosscheck.making import quickly_made
from crosscheck.models.articles import Article
from crosscheck.models.claims import Claim, Kind
from crosscheck.models.skipped import Skipped

VerdictName = Literal["agree", "compatible", "updated", "disputed", "conflict", "single"]
Severity = Literal["high", "medium", "low", "none"]


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that answer one question, in the order of articles and places."""

    claims: tuple[Claim, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that speak, each once, in order."""
        return tuple(dict.fromkeys(claim.article for claim in self.claims))

    @property
    def subject(self) -> str:
        """The question in words: of those that its claims answer, the one that shares most words
        with the others; without a blank and at no great length, if there is such; then the longest.
        """
        told = [c.subject.asked for c in self.claims]
        if told.count(told[0]) == len(told):
            return told[0]
        asked, dated = _common(told), self.claims[0].kind == "date"
        stems = {words: _stems(words) for words in asked}
        form = {words: _form(words, own, dated=dated) for words, own in stems.items()}
        best = max(form.values())
        first = [words for words, found in form.items() if found == best]
        if len(first) == 1:
            return first[0]
        met = [stems[words] for words in asked]
        shared = {words: len(met) - sum(map(stems[words].isdisjoint, met)) for words in first}
        return max(first, key=lambda w: (shared[w], len(w) <= _LONG, len(w), w))


def _common(asked: list[str]) -> list[str]:
    """Without the wordings by which one claim only colours what several say plainly.

    « passagers entassés » of one, where three have « passagers »; complements inform, and stay.
    """
    if len(set(asked)) > len(asked) - _SEVERAL + 1:
        return asked  # too many wordings for one of them to come back as often
    plain = {words for words, times in Counter(asked).items() if times >= _SEVERAL}
    return [words for words in asked if not any(_coloured(words, bare) for bare in plain)]


def _coloured(words: str, plain: str) -> bool:
    rest = words.removeprefix(f"{plain} ")
    return rest != words and len(rest.split(" ")[0]) > _SMALL and not rest.startswith("dans ")


_SEVERAL = 3
"""Claims that word a question alike, from which on that wording is the common one."""


def _form(words: str, stems: set[str], *, dated: bool) -> int:
    """What sorts questions first: a phrase, then a clause, then one with a blank."""
    if "…" in words or not stems:
        return 0
    return 1 if " : " in words and not dated else 2


def _stems(words: str) -> set[str]:
    """What is compared of the words of a question."""
    words = words.partition(" : ")[2] or words.removeprefix("date")
    return set(_STEM.findall(words.casefold()))


_LONG = 64
"""Characters of a question that fits on one line of a card."""
_SMALL = 3
"""Letters of « de », « des », « sur », by which no two questions are alike."""
_STEM = re.compile(rf"\b\w{{{_SMALL + 1},6}}")


@quickly_made
@dataclass(frozen=True, slots=True)
class Finding:
    """A group with what is to be said of it."""

    id: str
    subject: str
    kind: Kind
    group: ClaimGroup
    verdict: VerdictName
    severity: Severity
    witnesses: tuple[str, ...]
    """Ids of the claims that show the verdict."""
    origins: int
    why: str

    def to_dict(self) -> dict[str, object]:
        """The finding as the JSON report has it."""
        return {
            "id": self.id,
            "subject": self.subject,
            "kind": self.kind,
            "claims": [claim.id for claim in self.group.claims],
            "verdict": self.verdict,
            "severity": self.severity,
            "witnesses": list(self.witnesses),
            "origins": self.origins,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Check:
    """A contradiction inside one article."""

    id: str
    article: str
    rule: str
    claims: tuple[str, ...]
    start: int
    end: int
    why: str

    def to_dict(self) -> dict[str, object]:
        """The check as the JSON report has it."""
        return {
            "id": self.id,
            "article": self.article,
            "rule": self.rule,
            "start": self.start,
            "end": self.end,
            "claims": list(self.claims),
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Claims that look alike and were kept apart, and why."""

    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run has to say."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    not_compared: tuple[NotCompared, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader should know of the run: one article only, checks that were not made."""

    def to_dict(self) -> dict[str, object]:
        """The report as the JSON contract has it (`docs/formats.md`)."""
        return {
            "version": 1,
            "articles": [article.to_dict() for article in self.articles],
            "skipped": [{"path": s.path, "reason": s.reason} for s in self.skipped],
            "claims": [claim.to_dict() for claim in self.claims],
            "findings": [finding.to_dict() for finding in self.findings],
            "checks": [check.to_dict() for check in self.checks],
            "not_compared": [{"claims": list(n.claims), "why": n.why} for n in self.not_compared],
            "notes": list(self.notes),
        }
