"""Word files: what a reader sees once all changes are accepted; footnotes and tables are in.

Tracked insertions are text and deletions are not. Comments, running heads, field codes and hidden
text are left out.
"""

from xml.etree.ElementTree import Element

from crosscheck.models import LeftOut
from crosscheck.reading.draft import Draft, Remark, Unread
from crosscheck.reading.readers.building import Building, row
from crosscheck.reading.readers.office import change_remarks, properties
from crosscheck.reading.readers.xml import attribute, local, parse
from crosscheck.reading.readers.zips import Package
from crosscheck.settings import Limits

_MAIN = "word/document.xml"
_GONE = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "annotationRef",
     "pPr", "rPr", "tblPr", "sectPr", "proofErr"}
)  # fmt: skip
"""Elements of which nothing is read: deletions, field codes, what stands twice, properties."""
_SIGNS = {
    "tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "", "ptab": " ",
}  # fmt: skip
_OFF = frozenset({"0", "false", "off", "none"})


class _Reading:
    """One document on its way to a text: paragraphs built, insertions and deletions counted.

    Has state: it is filled while the tree is walked, inside one call of `read`.
    """

    def __init__(self, limits: Limits) -> None:
        self.building = Building(limits.text)
        self.inserted = self.deleted = 0
        self.hidden: list[str] = []

    def blocks(self, parent: Element, *, close: bool = False) -> None:
        """The paragraphs and tables of a body, a cell or a text box, in order."""
        waiting = [parent]
        while waiting:
            element = waiting.pop()
            name = local(element)
            if name == "p":
                self._paragraph(element, close=close)
            elif name == "tbl":
                self._table(element)
            elif name in _GONE:
                self._count(element)
            else:
                waiting.extend(reversed(element))

    def _paragraph(self, paragraph: Element, *, close: bool) -> None:
        kind = "headline" if _style(paragraph) == "title" else None
        boxes: list[Element] = []
        lines = self.words(paragraph, boxes).split("\n")
        for index, line in enumerate(lines):
            self.building.add(line, "headline" if kind else None, close=close or index > 0)
        for box in boxes:
            self.blocks(box)

    def _table(self, table: Element) -> None:
        """A line a row; what a table lays out in one cell a row stays paragraphs."""
        first = True
        for tr in (e for e in table.iter() if local(e) == "tr"):
            cells = [e for e in tr if local(e) in {"tc", "sdt"}]
            if any(local(e) == "tbl" for cell in cells for e in cell.iter()) or len(cells) == 1:
                for cell in cells:
                    self.blocks(cell)
                continue
            texts = [self._cell(cell) for cell in cells]
            self.building.add(row(texts), "body", close=not first)
            first = False

    def _cell(self, cell: Element) -> str:
        return " ".join(self.words(p, []) for p in cell.iter() if local(p) == "p")

    def words(self, parent: Element, boxes: list[Element]) -> str:
        """The characters of a paragraph; its text boxes are put aside, to follow it."""
        said: list[str] = []
        waiting = [parent]
        while waiting:
            element = waiting.pop()
            name = local(element)
            if name in _GONE:
                self._count(element)
            elif name == "t":
                said.append((element.text or "").replace("\n", " "))
            elif name in _SIGNS:
                said.append(_SIGNS[name])
            elif name == "txbxContent":
                boxes.append(element)
            elif name == "r" and _hidden(element):
                self.hidden.append("".join(t.text or "" for t in element.iter() if local(t) == "t"))
            else:
                self.inserted += name == "ins"
                waiting.extend(reversed(element))
        return "".join(said)

    def _count(self, element: Element) -> None:
        self.deleted += local(element) in {"del", "moveFrom"}


def read(data: bytes, limits: Limits) -> tuple[Draft, ...]:
    """The article of a DOCX file. Raises `Unread`."""
    package = Package(data, limits)
    main = package.member(_MAIN)
    if main is None:
        raise Unread("damaged", reason=_MAIN)
    reading = _Reading(limits)
    reading.blocks(parse(main))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        for note in _notes(package.member(name)):
            reading.blocks(note)
    if not reading.building.text:
        raise Unread("no_text")
    return (
        Draft(
            text=reading.building.text,
            format="docx",
            facts=properties(package.member("docProps/core.xml")),
            blocks=reading.building.blocks,
            remarks=_remarks(reading, package),
            left_out=tuple(LeftOut(words[:80], "hidden") for words in reading.hidden if words),
        ),
    )


def _style(paragraph: Element) -> str:
    """The style of a paragraph, in small letters: `title` in every language of Word."""
    found = [e for e in paragraph.findall("./*/*") if local(e) == "pStyle"]
    name = attribute(found[0], "val").lower() if found else ""
    return "title" if name in {"title", "titre"} else name


def _hidden(run: Element) -> bool:
    """Whether the characters of a run are hidden."""
    for properties_ in (e for e in run if local(e) == "rPr"):
        for vanish in (e for e in properties_ if local(e) == "vanish"):
            return attribute(vanish, "val").lower() not in _OFF or not attribute(vanish, "val")
    return False


def _notes(data: bytes | None) -> list[Element]:
    """The notes that someone wrote; the lines that separate them from the page are none."""
    if data is None:
        return []
    notes = [e for e in parse(data) if local(e) in {"footnote", "endnote"}]
    return [note for note in notes if attribute(note, "type") in {"", "normal"}]


def _remarks(reading: _Reading, package: Package) -> tuple[Remark, ...]:
    data = package.member("word/comments.xml")
    count = sum(local(e) == "comment" for e in parse(data)) if data else 0
    return change_remarks(
        inserted=reading.inserted,
        deleted=reading.deleted,
        comments=count,
        hidden=bool(reading.hidden),
    )
