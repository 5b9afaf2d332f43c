"""What a run has to say: groups of claims, findings, checks, and what was left aside."""

from dataclasses import dataclass
from typing import Literal

from crosscheck.models.articles import Article, Skipped
from crosscheck.models.claims import Claim, Kind

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
        """The question in words: the longest label that its claims give."""
        return max((c.subject.label for c in self.claims), key=lambda s: (len(s), s))


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
