"""HTML as paragraphs: what tags begin and end, whatever parser met them.

>>> made = Building(); page = Rendering(made)
>>> page.start("p", {}); page.data("Douze"); page.end("p"); made.text
'Douze'
"""

import re
from collections.abc import Mapping

from crosscheck.models import BlockKind
from crosscheck.reading.readers.building import Building, row, tidy

SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "canvas", "video", "audio",
     "object", "embed", "head", "title", "select", "textarea", "datalist", "math", "map", "del",
     "s", "strike", "rp", "rt", "frameset", "noframes", "progress", "meter"}
)  # fmt: skip
"""Elements of which no word is read."""
_PARAGRAPHS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
     "menu", "nav", "ol", "p", "pre", "section", "summary", "tbody", "tfoot", "thead", "ul"}
)  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    "h1": "headline", "figcaption": "caption", "caption": "caption", "li": "body", "dd": "body",
}  # fmt: skip
_SIGNS = {"br": "\n", "q": "« "}
_INNER = {"ul": "li", "ol": "li", "menu": "li", "dl": "dd", "figure": "figcaption"}
"""What the end of an element ends too, where its own end was left out."""
_CALL = re.compile(r"[\[(]?\d{1,3}[\])]?|\*{1,3}")
"""What calls a note: « morts¹ »; but « m² » is a unit."""
_UNIT = re.compile(r"(?:\d|\b(?:[kcdmh]?m|CO|H|x))\s?$")
_LONG_CELL = 250


class Rendering:
    """Elements met in order, made into paragraphs.

    Has state: what is open, inside one call of one reader.
    """

    def __init__(self, building: Building) -> None:
        self._building = building
        self._words: list[str] = []
        self._kinds: list[tuple[str, BlockKind]] = []
        self._silent = 0
        self._close = False
        self._rows: list[list[list[str]] | None] = []
        """For each table that is open, the cells of its row; `None` where it only lays out."""
        self._call: int | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._silent or tag in SILENT:
            self._silent += tag in SILENT
            return
        if tag in _PARAGRAPHS or attributes.get("role") == "heading":
            self._flush()
            if tag in _KINDS:
                self._leave(tag)
                self._kinds.append((tag, _KINDS[tag]))
        elif tag in {"table", "tr", "td", "th"}:
            self._flush()
            self._start_in_table(tag)
        elif tag == "sup":
            self._call = len(self._words)
        else:
            self._words.append(_SIGNS.get(tag, ""))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in SILENT:
            self._silent = max(self._silent - 1, 0)
        elif self._silent:
            return
        elif tag == "tr":
            self._flush()
            self._end_row()
        elif tag == "table":
            self._flush()
            self._end_row()
            self._rows = self._rows[:-1]
            self._close = False
        elif tag in _PARAGRAPHS or tag in {"td", "th"}:
            self._flush()
            self._leave(_INNER.get(tag, tag))
        elif tag == "q":
            self._words.append(" »")
        elif tag == "sup" and self._call is not None:
            self._drop_call()

    def data(self, text: str) -> None:
        """Characters between tags; their line ends are blanks."""
        if not self._silent:
            self._words.append(re.sub(r"[\r\n\t\f]+", " ", text))

    def finish(self) -> None:
        """The last paragraph, where nothing closed it."""
        self._flush()
        while self._rows:
            self._end_row()
            self._rows.pop()

    def _leave(self, tag: str) -> None:
        """Forgets an element that ends, or that its like ends."""
        if self._kinds and self._kinds[-1][0] == tag:
            self._kinds.pop()

    def _drop_call(self) -> None:
        """« Douze morts<sup>1</sup> » has no number 1."""
        at, self._call = self._call or 0, None
        said = "".join(self._words[at:]).strip()
        before = "".join(self._words[max(at - 3, 0) : at])
        if _CALL.fullmatch(said) and not _UNIT.search(before):
            del self._words[at:]

    def _start_in_table(self, tag: str) -> None:
        if tag == "table":
            self._open_table()
        elif tag == "tr":
            self._end_row()  # one that nothing closed
        elif self._rows and self._rows[-1] is not None:
            self._rows[-1].append([])

    def _open_table(self) -> None:
        if self._rows and self._rows[-1] is not None:
            self._end_row()
            self._rows[-1] = None  # a table in a table: the outer one only lays out
        self._rows.append([])
        self._close = False

    def _end_row(self) -> None:
        cells = self._rows[-1] if self._rows else None
        if not cells:
            return
        self._rows[-1] = []
        full = [cell for cell in cells if any(cell)]
        long = any(len(cell) > 1 and sum(map(len, cell)) > _LONG_CELL for cell in full)
        if len(cells) == 1 or long:
            for paragraph in (part for cell in full for part in cell):
                self._building.add(paragraph)
            return
        self._building.add(row([" ".join(cell) for cell in cells]), "body", close=self._close)
        self._close = True

    def _flush(self) -> None:
        """The words so far are a paragraph; `<br>` twice parts two, once a line."""
        if not self._words:
            return
        said = "".join(self._words)
        self._words, self._call = [], None
        cells = self._rows[-1] if self._rows else None
        if cells:
            cells[-1] += [text for text in [tidy(said)] if text]
            return
        kind = self._kinds[-1][1] if self._kinds else None
        for paragraph in re.split(r"\n[^\S\n]*\n\s*", said):
            for index, line in enumerate(paragraph.split("\n")):
                self._building.add(line, kind, close=index > 0)
