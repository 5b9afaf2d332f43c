"""What a user may set for a run."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may ask of us before it is given up: `Limits(seconds=5)`.

    Sizes are in bytes; a MB is a million of them. Whatever is over a limit is told as skipped.
    """

    seconds: float = 30.0
    """Longest time that a file of a foreign format (all but text) may take."""
    memory: int = 2_000_000_000
    """Most memory (address space) of the process that reads foreign formats."""
    text: int = 500_000
    """Longest article: more is a book or a log."""
    page: int = 8_000_000
    """Largest HTML page, e-mail body, feed, XML or JSON document."""
    document: int = 100_000_000
    """Largest PDF, DOCX, ODT, e-mail or collection (JSONL, WARC)."""
    member: int = 50_000_000
    """Largest part of a DOCX or ODT, once inflated."""
    record: int = 8_000_000
    """Longest line of a JSONL file, largest record of a WARC file, largest attachment."""
    pages: int = 2_000
    """Most pages of a PDF."""
    articles: int = 10_000
    """Most articles of one file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`Settings(rules=Path("mes-regles"))` reads the words of another folder, file by file."""

    rules: Path | None = None
    """Folder whose TOML files stand in for those of the package."""
    limits: Limits = field(default_factory=Limits)
    follow_links: bool = False
    """Whether symbolic links that lead out of a given folder are followed."""
    jobs: int = 1
    """Processes that read articles for claims; 0: as many as are worth it."""
    cache: bool = False
    """Whether claims that were read before are taken from the user's cache, and new ones kept."""
