"""The lines of a page of a PDF, with their places, in the order in which they are to be read.

Most programs write a page column by column; where one writes it row by row, its columns are found
by the white between them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

_WIDTH = 0.5
"""Mean width of a character, in sizes of its font; French text in common fonts has .45 to .52."""
_GAP = 2.0
"""White between two pieces of a row, in sizes, from which they are two columns or cells."""
_ROWS = 6
"""Rows of two pieces from which a page has columns."""
_PROSE = 18
"""Mean characters of a piece in a column of prose; cells of tables are shorter."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A run of characters on one height: `PdfLine("Douze morts", 72, 700, 11, 1)`."""

    text: str
    x: float
    y: float
    """From the foot of the page."""
    size: float
    page: int
    cells: tuple[str, ...] = ()
    """What stands in a row of a table; empty for text."""

    @property
    def right(self) -> float:
        """Where it ends, by the mean width of characters."""
        return self.x + len(self.text) * self.size * _WIDTH


def page_lines(page: Any, number: int) -> list[PdfLine]:
    """The lines of a page of pypdf."""
    pieces: list[PdfLine] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        if not text.strip():
            return
        a, b, c, d, e, f = (float(value) for value in cm)
        x, y = float(tm[4]), float(tm[5])
        scale = abs(float(tm[3]) or float(tm[1])) * (abs(d) or abs(b)) or 1.0
        height = abs(float(size) * scale) or 10.0
        for line in text.translate(_LIGATURES).split("\n"):
            if line.strip():
                place = a * x + c * y + e, b * x + d * y + f
                pieces.append(PdfLine(line, *place, height, number))

    page.extract_text(visitor_text=visit)
    return _in_order(_joined(pieces), float(page.mediabox.height))


def _joined(pieces: Sequence[PdfLine]) -> list[PdfLine]:
    """Pieces that follow each other on one height, as one line where no white parts them."""
    lines: list[PdfLine] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is not None and _same_height(last, piece) and piece.x > last.x:
            gap = piece.x - last.right
            if gap < _GAP * piece.size:
                parted = last.text.endswith(" ") or piece.text.startswith(" ") or gap < 0
                space = "" if parted or gap < 0.15 * piece.size else " "
                size = max(last.size, piece.size)
                lines[-1] = replace(last, text=last.text + space + piece.text, size=size)
                continue
        lines.append(piece)
    return lines


def _same_height(one: PdfLine, other: PdfLine) -> bool:
    return abs(one.y - other.y) < 0.45 * max(one.size, other.size)


def _in_order(lines: list[PdfLine], height: float) -> list[PdfLine]:
    """Head, text, foot; columns one after the other where they were written row by row."""
    head = [line for line in lines if line.y > 0.94 * height]
    foot = [line for line in lines if line.y < 0.06 * height]
    text = [line for line in lines if 0.06 * height <= line.y <= 0.94 * height]
    return [*head, *_columns(text), *foot]


def _columns(lines: list[PdfLine]) -> list[PdfLine]:
    rows = _rows(lines)
    starts = Counter(round(row[1].x / 4) for row in rows if len(row) == 2)
    common, count = starts.most_common(1)[0] if starts else (0, 0)
    paired = [row for row in rows if len(row) == 2 and abs(round(row[1].x / 4) - common) <= 1]
    if count < _ROWS or sum(len(p.text) for row in paired for p in row) < _PROSE * 2 * len(paired):
        return [_as_row(row) for row in rows]
    edge = min(row[1].x for row in paired) - 2
    top, foot = paired[0][0].y, paired[-1][0].y
    before = [p for row in rows if row[0].y > top + 1 for p in row]
    inside = [p for row in rows if foot - 400 <= row[0].y <= top + 1 for p in row]
    after = [p for row in rows if row[0].y < foot - 400 for p in row]
    left = [p for p in inside if p.x < edge]
    return [*before, *left, *(p for p in inside if p.x >= edge), *after]


def _rows(lines: list[PdfLine]) -> list[list[PdfLine]]:
    """Lines that follow each other on one height, together."""
    rows: list[list[PdfLine]] = []
    for line in lines:
        if rows and _same_height(rows[-1][-1], line) and line.x > rows[-1][-1].x:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _as_row(row: list[PdfLine]) -> PdfLine:
    if len(row) == 1:
        return row[0]
    cells = tuple(piece.text for piece in row)
    return replace(row[0], text=" ".join(cells), cells=cells)


_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|sur|of|de)\s*\d{1,4})?\W*", re.IGNORECASE
)


def is_page_number(text: str) -> bool:
    """Whether a line is the number of its page: « Page 3 / 9 », « – 3 – »."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip())) and len(text.strip()) < 20
