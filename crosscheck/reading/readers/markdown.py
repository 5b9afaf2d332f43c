"""Markdown: every character keeps its place, so lines and columns are the file's; marks are blanks.

>>> read(b"# Bilan\\n\\n**Douze** morts.", Limits())[0].text
'  Bilan\\n\\n  Douze   morts.'
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from crosscheck.models import Block, BlockKind
from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Draft
from crosscheck.reading.readers.front_matter import front_matter
from crosscheck.reading.readers.markdown_marks import block_parser, marks_of
from crosscheck.reading.readers.text import damage, encoding_facts
from crosscheck.settings import Limits

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z!?][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)


def read(data: bytes, limits: Limits) -> tuple[Draft, ...]:
    """The article of a Markdown file. Raises `NotText` when the bytes are no text."""
    del limits  # its size was looked at before it was read
    found = decode(data)
    end, facts = front_matter(found.text)
    page = _Page(found.text, end)
    page.read(block_parser())
    return (
        Draft(
            page.shown(),
            "markdown",
            (*facts, *encoding_facts(found)),
            tuple(page.blocks),
            "line",
            (),
            damage(found),
        ),
    )


class _Page:
    """A file whose characters are shown or blanked. Has state: filled token by token."""

    def __init__(self, text: str, begin: int) -> None:
        self.text = text
        self.begin = begin
        self.out = [c if c in "\r\n" else " " for c in text]
        self.out[:begin] = text[:begin]
        self.blocks: list[Block] = [Block("boilerplate", 0, begin)] if begin else []
        self.starts = [m.start() for m in _LINE.finditer(text, begin)]
        self.starts.append(len(text))

    def shown(self) -> str:
        """The text, as long as the file."""
        return "".join(self.out)

    def read(self, parse: MarkdownIt) -> None:
        """Shows what the tokens of the file say is words."""
        titled = False
        use: list[BlockKind | None] = [None]
        row: list[tuple[int, int]] = []
        for token in parse.parse(self.text[self.begin :]):
            if token.type == "heading_open":
                first = token.tag == "h1" and not titled
                titled = titled or first
                use.append("headline" if first else None)
            elif token.type in {"list_item_open", "tr_open"}:
                use.append("body")
                row = []
            elif token.type in {"heading_close", "list_item_close", "tr_close"}:
                use.pop()
                if token.type == "tr_close":
                    self._part_cells(row)
            elif token.type in {"fence", "html_block"}:
                self._verbatim(token)
            elif token.type == "inline":
                spans = self._inline(token, row[-1][1] if row else 0)
                if spans and use[-1] is not None:
                    self.blocks.append(Block(use[-1], spans[0][0], spans[-1][1]))
                row += [(spans[0][0], spans[-1][1])] if spans else []

    def _lines(self, token: Token) -> Iterator[tuple[int, int]]:
        """Start and end of the lines of a token, without their ends."""
        first, last = token.map or (0, 0)
        for number in range(first, min(last, len(self.starts) - 1)):
            start, end = self.starts[number], self.starts[number + 1]
            yield start, start + len(self.text[start:end].rstrip("\r\n"))

    def _verbatim(self, token: Token) -> None:
        """Code is kept and said to be no article; of HTML, what stands between the tags."""
        lines = list(self._lines(token))
        if not lines:
            return
        start, end = lines[0][0], lines[-1][1]
        self._show(start, end)
        if token.type == "fence":
            self.blocks.append(Block("boilerplate", start, end))
            return
        for tag in _TAG.finditer(self.text, start, end):
            self._blank(tag.start(), tag.end())

    def _inline(self, token: Token, after: int) -> list[tuple[int, int]]:
        """Shows the words of a paragraph, a heading or a cell; where its lines stand."""
        spans: list[tuple[int, int]] = []
        places: list[int] = []
        lines = token.content.split("\n")
        for piece, (start, end) in zip(lines, self._lines(token), strict=False):
            at = self._find(piece, max(start, after), end)
            if at is None:
                places += [-1] * (len(piece) + 1)
                continue
            places += [*range(at, at + len(piece)), -1]
            if piece.strip():
                spans.append((at, at + len(piece)))
                self._show(at, at + len(piece))
        for low, high in marks_of(token.content):
            for place in places[low:high]:
                if place >= 0:
                    self._blank(place, place + 1)
        return spans

    def _find(self, piece: str, start: int, end: int) -> int | None:
        """Where a line of content stands in its line of the file, after its marks."""
        line = self.text[start:end]
        bare = piece.rstrip()
        if line.rstrip().endswith(bare) and "|" not in line:
            return start + len(line.rstrip()) - len(bare)
        found = line.find(bare)
        return start + found if found >= 0 else None

    def _part_cells(self, cells: Iterable[tuple[int, int]]) -> None:
        """« Bamako : 12 morts ; 30 blessés »: the bars between the cells of a row."""
        known = list(cells)
        for index in range(len(known) - 1):
            bar = self.text.find("|", known[index][1], known[index + 1][0])
            if bar >= 0:
                self.out[bar] = ":" if index == 0 else ";"

    def _show(self, start: int, end: int) -> None:
        self.out[start:end] = self.text[start:end]

    def _blank(self, start: int, end: int) -> None:
        for at in range(start, end):
            if self.out[at] not in "\r\n":
                self.out[at] = " "
