"""An article as it was read: its characters, what each run of them is for, where they stand.

>>> Article.from_text("Trois accords ont été signés.", id="a").words
5
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from crosscheck.making import quickly_made

BlockKind = Literal["headline", "body", "caption", "boilerplate"]
PlaceUnit = Literal["line", "page", "paragraph"]
CONTEXT = 32
"""Characters kept on each side of a quotation, by which it is found again."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one use: `Block("headline", 0, 42)`."""

    kind: BlockKind
    start: int
    end: int
    """Character after the last, as everywhere."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader looks for a character: `Place("line", 12, 8)`, `Place("page", 3)`."""

    unit: PlaceUnit
    number: int
    """From 1."""
    column: int = 0
    """From 1, in characters; 0 where the unit has no columns."""

    def to_dict(self) -> dict[str, int]:
        """`{"line": 12, "column": 8}`, `{"page": 3}`."""
        column = {"column": self.column} if self.column else {}
        return {self.unit: self.number, **column}


@dataclass(frozen=True, slots=True)
class Selector:
    """A quotation by its words and what stands around them, as Web Annotations have it."""

    exact: str
    prefix: str
    suffix: str

    def to_dict(self) -> dict[str, str]:
        """`{"exact": "douze morts", "prefix": "Le bilan est de ", "suffix": ", selon"}`."""
        return {"exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of an article, and from where: `Fact("outlet", "AFP", "sidecar")`."""

    field: str
    """`title outlet published modified origin language format`."""
    value: str
    source: str
    """What said so: `json-ld`, `meta og:title`, `sidecar`, `text published` (`docs/reading.md`)."""
    used: bool = True
    """False when a surer source says otherwise, or when this one is never believed."""

    def to_dict(self) -> dict[str, object]:
        """The fact as the JSON report has it."""
        return {"field": self.field, "value": self.value, "source": self.source, "used": self.used}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the file holds and the text does not: `LeftOut("Lire aussi : …", "aside")`."""

    words: str
    """The first of them."""
    why: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Article:
    """One article; the characters of `text` never change again.

    >>> Article.from_text("Bonjour.", id="a", outlet="Le Quotidien").outlet
    'Le Quotidien'
    """

    id: str
    """Unique in a report: the file's name without its suffix."""
    text: str
    path: str = ""
    title: str = ""
    outlet: str = ""
    """The source: who publishes; empty when nothing says so."""
    published: date | None = None
    modified: date | None = None
    language: str = "fr"
    origin: str = ""
    """Who really speaks when it is not the outlet: an agency, a communiqué."""
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    """What each run of lines is for; empty until the text has been looked at."""
    copy_of: str | None = None
    """Id of the article that this one repeats."""
    format: str = "text"
    """What the file was read as (`crosscheck.reading.FORMATS`)."""
    part: str = ""
    """Which article of a file that holds several: « ligne 3 », the name of an attachment."""
    place_unit: PlaceUnit = "line"
    """What a place is told in."""
    marks: tuple[int, ...] = ()
    """Where each page begins, in order; empty where places are lines or paragraphs."""
    facts: tuple[Fact, ...] = ()
    """Where title, outlet and days come from, surest first."""
    remarks: tuple[str, ...] = ()
    """What whoever reads the report should know of the file: « 2 pages sans texte »."""
    left_out: tuple[LeftOut, ...] = ()
    clock: str = ""
    """The hour at which it was published or last changed, where it says so: « 09:20 »."""

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str = "article",
        path: str = "",
        outlet: str = "",
        published: date | None = None,
    ) -> "Article":
        """An article from its characters alone; `cross_check` reads title and blocks from them.

        `Article.from_text("…", id="a", outlet="AFP", published=date(2025, 6, 23))`
        """
        return cls(id, text, path, "", outlet, published)

    @property
    def moment(self) -> str:
        """When it was published, in Extended Date/Time Format: « 2025-03-14T09:20 ». The hour of
        what was changed since is none of publication.
        """
        day = self.published.isoformat() if self.published else ""
        return f"{day}T{self.clock}" if day and self.clock and not self.modified else day

    @property
    def sha256(self) -> str:
        """Fingerprint of the text: SHA-256 of its UTF-8 bytes, in hexadecimal digits."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    def to_dict(self) -> dict[str, object]:
        """What the JSON report says of an article: everything but its text."""
        return {
            "id": self.id,
            "path": self.path,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "clock": self.clock or None,
            "language": self.language,
            "origin": self.origin,
            "copy_of": self.copy_of,
            "sha256": self.sha256,
            "words": self.words,
            "format": self.format,
            "encoding": self.encoding,
            "part": self.part,
            "metadata": [fact.to_dict() for fact in self.facts],
            "remarks": list(self.remarks),
        }

    def where(self, offset: int) -> Place:
        """The line and column, the page or the paragraph of the character at `offset`.

        >>> Article.from_text("Titre\\n\\nDouze morts.").where(7)
        Place(unit='line', number=3, column=1)
        """
        if self.place_unit == "page":
            return Place("page", max(bisect_right(self.marks, offset), 1))
        if self.place_unit == "paragraph":
            return Place("paragraph", len(re.findall(r"\n\n+", self.text[:offset])) + 1)
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        return Place("line", self.line(offset), offset - start + 1)

    def quote(self, start: int, end: int) -> Selector:
        """The words from `start` to `end`, with those around them.

        >>> Article.from_text("Il y a douze morts.").quote(7, 18)
        Selector(exact='douze morts', prefix='Il y a ', suffix='.')
        """
        before, after = self.text[max(start - CONTEXT, 0) : start], self.text[end : end + CONTEXT]
        return Selector(self.text[start:end], before, after)

    def line(self, offset: int) -> int:
        """Number of the line, from 1, on which the character at `offset` stands."""
        if "\r" not in self.text:
            return self.text.count("\n", 0, offset) + 1
        return len(re.findall(r"\r\n|\r|\n", self.text[:offset])) + 1

    def block_at(self, offset: int) -> BlockKind:
        """The use of the text at `offset`; body when nothing says otherwise."""
        return next((b.kind for b in self.blocks if b.start <= offset < b.end), "body")
