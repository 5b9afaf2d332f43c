"""One decision of an editor, as a line of `crosscheck-decisions.jsonl` has it."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

DECISIONS = ("accepted", "rejected", "confirmed")
"""Accepted: known, and it stays. Rejected: no finding at all. Confirmed: an error, to be mended;
it goes on being told, whatever `--fail-on` says."""


@dataclass(frozen=True, slots=True)
class Decision:
    """`Decision("3f2a9c1081b7d6e5", "accepted", "confirmé par la préfecture")`."""

    fingerprint: str
    decision: str
    reason: str
    code: str = ""
    article: str = ""
    """Path of the article from the folder of the file; empty: any article."""
    subject: str = ""
    quotes: tuple[str, ...] = ()
    """The words of both sides, for who reads the file; the fingerprint decides."""
    by: str = ""
    when: date | None = None
    """The day on which it was given."""
    until: date | None = None
    """The last day on which it holds."""

    def expired(self, today: date) -> bool:
        """Whether it held until a day that is over."""
        return self.until is not None and self.until < today

    def about(self, article: str, gone: frozenset[str] = frozenset()) -> bool:
        """Whether it is about an article: the same path, or the same name once that is `gone`."""
        if self.article in gone:
            return PurePosixPath(self.article).name == PurePosixPath(article).name
        return self.article in ("", article)

    def to_dict(self) -> dict[str, object]:
        """The line as JSON has it; what is not known is left out."""
        row: dict[str, object] = {
            "fingerprint": self.fingerprint,
            "decision": self.decision,
            "reason": self.reason,
            "code": self.code,
            "article": self.article,
            "subject": self.subject,
            "quotes": list(self.quotes),
            "by": self.by,
            "when": self.when.isoformat() if self.when else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return {name: value for name, value in row.items() if value}
