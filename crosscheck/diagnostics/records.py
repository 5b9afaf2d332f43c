"""What `crosscheck check` hands to its formats. All is frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crosscheck.models import Article, Severity, Skipped

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, as editors count: lines and columns from 1, columns in code points."""

    article: str
    """Id of the article."""
    start: int
    end: int
    """Character after the last, as everywhere."""
    line: int
    column: int
    end_line: int
    end_column: int
    """Column after the last character."""
    text: str
    """The words, exactly."""


Standing = Literal["alone", "backed", "aside"]
"""`alone`: no more sources tell what the article tells than tell the other; `backed`: more do;
`aside`: the two values that are shown are those of others."""


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of a diagnostic: where it stands, and what it says."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a diagnostic is not told: what an editor decided, in a file or beside the words."""

    kind: Literal["external", "inSource"]
    reason: str
    decision: str = "accepted"
    """`accepted`, `rejected` (no finding) or `confirmed` (an error: it is told all the same)."""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding or a check as told at one place of a new article."""

    code: str
    message: str
    place: Place
    related: tuple[Related, ...]
    severity: Severity
    subject: str
    """The question, or the name of the rule."""
    quotes: tuple[str, ...]
    """The words of both sides; one side alone for what is inside one article."""
    fingerprint: str
    """By content, without lines or names: the same as long as both values are."""
    source: str
    """Id of the finding or check in the report; empty for what no report holds."""
    level: Level = "note"
    """« error » fails the run; set when the run is weighed."""
    suppression: Suppression | None = None
    standing: Standing = "alone"
    """How the article stands to the others; what is inside one article stands alone."""
    sources: int = 1
    """How many articles answer the question."""
    sure: bool = False
    """Whether a conflict shows more than two values: one looks like a slip of the other."""
    also: tuple["Diagnostic", ...] = ()
    """What is told with it, since it hangs on the same words or stands on the same line; set when
    it is chosen what is told."""

    @property
    def short(self) -> str:
        """What is printed of the fingerprint, and may be given to `crosscheck accept`."""
        head, dash, twin = self.fingerprint.partition("-")
        return f"{head[:8]}{dash}{twin}"

    @property
    def named(self) -> str:
        """The short fingerprints of all that is told here: « [3f2a9c10 77b0e1d2] »."""
        return f"[{' '.join(one.short for one in (self, *self.also))}]"


@dataclass(frozen=True, slots=True)
class CheckRun:
    """One run of `crosscheck check`, ready to be written."""

    articles: tuple[Article, ...]
    """The new articles, by path."""
    told: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    """What an editor accepted or rejected: only formats that can tell so show it."""
    skipped: tuple[Skipped, ...] = ()
    """What could not be read."""
    names: Mapping[str, str] | None = None
    """Article's id, to its path from the root of the repository, with « / »."""
    shown: Mapping[str, str] | None = None
    """Article's id, to its path as the user would write it."""

    def path(self, article: str) -> str:
        """The path from the repository's root: what machines are told."""
        return (self.names or {}).get(article, article)

    def name(self, article: str) -> str:
        """The path as given: what people are told."""
        return (self.shown or {}).get(article, article)

    def text(self, article: str) -> str:
        """The characters of a new article."""
        return next((a.text for a in self.articles if a.id == article), "")
