"""OpenDocument texts: what a reader sees; notes follow the text, deletions stay out."""

from xml.etree.ElementTree import Element

from crosscheck.reading.draft import Draft, Remark, Unread
from crosscheck.reading.readers.building import Building, row
from crosscheck.reading.readers.office import change_remarks, properties
from crosscheck.reading.readers.xml import attribute, local, parse
from crosscheck.reading.readers.zips import Package
from crosscheck.settings import Limits

_GONE = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "hidden-text", "hidden-paragraph",
     "bookmark", "sequence-decls", "forms", "script", "title", "desc", "table-of-content"}
)  # fmt: skip
"""Elements of which nothing is read; deletions stand inside `tracked-changes`."""
_SIGNS = {"s": " ", "tab": " ", "line-break": "\n", "soft-page-break": ""}
_BLOCKS = frozenset({"p", "h"})


class _Reading:
    """One document on its way to a text. Has state: filled while the tree is walked."""

    def __init__(self, limits: Limits, hidden_styles: frozenset[str]) -> None:
        self.building = Building(limits.text)
        self.hidden_styles = hidden_styles
        self.notes: list[Element] = []
        self.comments = self.inserted = self.deleted = 0
        self.hidden = False

    def blocks(self, parent: Element, *, close: bool = False) -> None:
        """The paragraphs and tables of a body, in order."""
        waiting = [parent]
        while waiting:
            element = waiting.pop()
            name = local(element)
            if name in _GONE or self._is_hidden(element, name):
                self._count(element, name)
            elif name in _BLOCKS:
                self._paragraph(element, close=close)
            elif name == "table":
                self._table(element)
            else:
                waiting.extend(reversed(element))

    def _is_hidden(self, element: Element, name: str) -> bool:
        hidden = (name == "section" and attribute(element, "display") == "none") or attribute(
            element, "style-name"
        ) in self.hidden_styles
        self.hidden = self.hidden or hidden
        return hidden

    def _count(self, element: Element, name: str) -> None:
        if name == "tracked-changes":
            kinds = [local(change) for region in element for change in region]
            self.inserted += kinds.count("insertion")
            self.deleted += kinds.count("deletion")
        self.comments += name == "annotation"
        self.hidden = self.hidden or name.startswith("hidden-")

    def _paragraph(self, paragraph: Element, *, close: bool) -> None:
        title = attribute(paragraph, "style-name").lower() == "title"
        boxes: list[Element] = []
        for index, line in enumerate(self.words(paragraph, boxes).split("\n")):
            self.building.add(line, "headline" if title else None, close=close or index > 0)
        for box in boxes:
            self.blocks(box)

    def _table(self, table: Element) -> None:
        first = True
        for tr in (e for e in table.iter() if local(e) == "table-row"):
            cells = [e for e in tr if local(e) == "table-cell"]
            if len(cells) == 1 or any(local(e) == "table" for c in cells for e in c.iter()):
                for cell in cells:
                    self.blocks(cell)
                continue
            texts = [
                " ".join(self.words(p, []) for p in cell.iter() if local(p) in _BLOCKS)
                for cell in cells
            ]
            self.building.add(row(texts), "body", close=not first)
            first = False

    def words(self, parent: Element, boxes: list[Element]) -> str:
        """The characters of a paragraph; notes and text boxes are put aside, to follow."""
        said = [_plain(parent.text)]
        waiting: list[Element | str] = []

        def push(element: Element) -> None:
            for child in reversed(element):
                if child.tail:
                    waiting.append(_plain(child.tail))
                waiting.append(child)

        push(parent)
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                said.append(one)
                continue
            name = local(one)
            if name in _GONE or self._is_hidden(one, name):
                self._count(one, name)
            elif name in {"note", "text-box"}:
                (self.notes if name == "note" else boxes).append(one)
            elif name in _SIGNS:
                said.append(_SIGNS[name])
            else:
                said.append(_plain(one.text))
                push(one)
        return "".join(said)


def _plain(text: str | None) -> str:
    """Characters of the file; its own line ends are no line breaks."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def read(data: bytes, limits: Limits) -> tuple[Draft, ...]:
    """The article of an ODT file. Raises `Unread`."""
    package = Package(data, limits)
    manifest = package.member("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise Unread("encrypted")
    content = package.member("content.xml")
    if content is None:
        raise Unread("damaged", reason="content.xml")
    root = parse(content)
    body = next((e for e in root.iter() if local(e) == "text" and len(e)), None)
    if body is None:
        raise Unread("no_text")
    reading = _Reading(limits, _hidden_styles(root))
    reading.blocks(body)
    for note in reading.notes:
        for part in (e for e in note if local(e) == "note-body"):
            reading.blocks(part)
    if not reading.building.text:
        raise Unread("no_text")
    return (
        Draft(
            text=reading.building.text,
            format="odt",
            facts=properties(package.member("meta.xml")),
            blocks=reading.building.blocks,
            remarks=_remarks(reading),
        ),
    )


def _remarks(reading: _Reading) -> tuple[Remark, ...]:
    return change_remarks(
        inserted=reading.inserted,
        deleted=reading.deleted,
        comments=reading.comments,
        hidden=reading.hidden,
    )


def _hidden_styles(root: Element) -> frozenset[str]:
    """The names of styles whose characters are not shown."""
    return frozenset(
        attribute(style, "name")
        for style in root.iter()
        if local(style) == "style" and any(attribute(part, "display") == "none" for part in style)
    )
