"""A text put together from paragraphs, with what the format says of each.

>>> made = Building()
>>> made.add("Le titre", "headline"); made.add("Douze morts."); made.text, made.blocks
('Le titre\\n\\nDouze morts.', (Block(kind='headline', start=0, end=8),))
"""

import re

from crosscheck.models import Block, BlockKind
from crosscheck.reading.draft import Unread

_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x00, 0x09), *range(0x0E, 0x20), 0x7F]
)
"""Soft hyphens, zero-width spaces and controls: a reader of the page sees none of them."""
_ODD_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")


def tidy(text: str) -> str:
    """One paragraph as a reader sees it: blanks run together, invisible characters gone.

    Non-breaking spaces stay, since « 12 000 » is one number.

    >>> tidy(" Douze\\n  mor\\u00adts. ")
    'Douze morts.'
    """
    seen = text.translate(_INVISIBLE).replace("\u2011", "-")
    return _ODD_SPACES.sub(" ", seen.replace("\n", " ")).strip()


def row(cells: list[str]) -> str:
    """A row of a table as a line: the first cell, then the others.

    >>> row(["Bamako", "12 morts", "", "30 blessés"])
    'Bamako : 12 morts ; 30 blessés'
    """
    said = [cell for cell in map(tidy, cells) if cell]
    if len(said) < 2:
        return "".join(said)
    return f"{said[0].rstrip(' :')} : {' ; '.join(said[1:])}"


class Building:
    """Paragraphs added one after another; their places never change.

    Has state: it grows, inside one call of one reader.
    """

    def __init__(self, most: int | None = None) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._most = most
        self._blocks: list[Block] = []

    def add(self, paragraph: str, kind: BlockKind | None = None, *, close: bool = False) -> None:
        """A paragraph with its use, where the format tells one; `close` to the one before."""
        text = tidy(paragraph)
        if not text:
            return
        if self._pieces:
            between = "\n" if close else "\n\n"
            self._pieces.append(between)
            self._length += len(between)
        if kind is not None:
            self._blocks.append(Block(kind, self._length, self._length + len(text)))
        self._pieces.append(text)
        self._length += len(text)
        if self._most is not None and self._length > self._most:
            raise Unread("text_too_long", size=str(self._length), limit=str(self._most))

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._pieces)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is known of some of its runs."""
        return tuple(self._blocks)
