"""From the lines of all pages to paragraphs: running heads out, broken words whole again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosscheck.models import Block, BlockKind, LeftOut
from crosscheck.reading.draft import Unread
from crosscheck.reading.readers.building import row, tidy
from crosscheck.reading.readers.pdf_lines import PdfLine, is_page_number
from crosscheck.rules import table

_ENDS = re.compile(r"[.!?…:;]['\"»”)\]]*\s*$")
_BULLET = re.compile(r"\s*(?:[•▪■●◦‣–—]|-\s|\d{1,2}[.)]\s)")
_HYPHEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010\u00ad]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EDGE = 3
"""Lines at the top and at the foot of a page that may be running heads."""
_TITLE = 1.25
"""How much larger than the text a title is printed."""


_FITS = 0.85
"""Share of a full line up to which one more word would surely have had room."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of a document, where its pages begin, and what was left out."""

    text: str
    marks: tuple[int, ...]
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]


def flow(pages: Sequence[Sequence[PdfLine]], most: int) -> Flow:
    """The paragraphs of a document. Raises `Unread` for a book."""
    running = _running_heads(pages)
    left_out: list[LeftOut] = []
    lines: list[PdfLine] = []
    seen: set[str] = set()
    for page in pages:
        for line in page:
            key = _key(line)
            edge = line in _edges(page)
            if edge and is_page_number(line.text):
                continue
            if edge and key in running:
                if key in seen or line in page[len(page) // 2 :]:
                    continue  # told once, and at the head of the first page it may name the source
                seen.add(key)
                left_out.append(LeftOut(tidy(line.text)[:60], "running head"))
            lines.append(line)
    return _laid(list(_paragraphs(lines)), len(pages), left_out, most)


def _key(line: PdfLine) -> str:
    """What a running head has in common with itself on other pages: words and height."""
    return f"{line.y / 4:.0f} " + re.sub(r"\d+", "#", " ".join(line.text.split()).lower())


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    ordered = sorted(page, key=lambda line: -line.y)
    return ordered[:_EDGE] + ordered[-_EDGE:]


def _running_heads(pages: Sequence[Sequence[PdfLine]]) -> frozenset[str]:
    """What stands at the edge of most pages, but for its number."""
    full = [page for page in pages if page]
    count = Counter(key for page in full for key in {_key(line) for line in _edges(page)})
    least = max(2, (len(full) + 1) // 2)
    return frozenset(key for key, times in count.items() if times >= least)


def _paragraphs(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Lines that belong together."""
    leading = _leading(lines)
    widest = _widest(lines)
    usual = _usual_size(lines)
    held: list[PdfLine] = []
    for line in lines:
        large = line.size > _TITLE * usual
        if held and _parts(held[-1], line, leading, {} if large else widest):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _leading(lines: Sequence[PdfLine]) -> float:
    """The usual distance of two lines, in sizes of their font."""
    steps = [
        (one.y - two.y) / one.size
        for one, two in pairwise(lines)
        if one.page == two.page and 0 < one.y - two.y < 4 * one.size and one.size == two.size
    ]
    # Not the median: in a page of short paragraphs, most lines stand far from the one above.
    return max(sorted(steps)[len(steps) // 4], 1.0) if steps else 1.2


def _widest(lines: Sequence[PdfLine]) -> dict[int, int]:
    """The length of a full line, by size of font."""
    lengths: dict[int, list[int]] = {}
    for line in lines:
        lengths.setdefault(round(line.size), []).append(len(line.text.strip()))
    return {size: sorted(found)[int(0.8 * (len(found) - 1))] for size, found in lengths.items()}


def _parts(one: PdfLine, two: PdfLine, leading: float, widest: dict[int, int]) -> bool:
    """Whether a paragraph ends between two lines."""
    if one.cells or two.cells or abs(one.size - two.size) > 0.12 * max(one.size, two.size):
        return True
    if _BULLET.match(two.text) and not _HYPHEN.search(one.text):
        return True
    below = one.y - two.y
    if one.page != two.page or below <= 0 or below > 12 * one.size:  # another page or column
        begins = two.text.lstrip()[:1]
        return not (_HYPHEN.search(one.text) or (not _ENDS.search(one.text) and begins.islower()))
    if below > 1.3 * leading * one.size:
        return True
    full = widest.get(round(one.size), 0)
    written, begins = len(one.text.strip()), two.text.lstrip()
    room = _FITS * (0.7 if begins[:1].islower() else 1.0)
    if full == 0:
        return False  # a title: its lines are broken for their looks
    if written + 1 + len(begins.split(" ")[0]) < room * full:
        return True  # the next word had room: the line was ended on purpose
    indented = two.x - one.x > 0.9 * two.size
    return bool(_ENDS.search(one.text)) and (written < 0.8 * full or indented)


def _laid(
    paragraphs: Sequence[Sequence[PdfLine]], count: int, left_out: list[LeftOut], most: int
) -> Flow:
    """The paragraphs one after another, with the place where each page begins."""
    usual = _usual_size([line for paragraph in paragraphs for line in paragraph])
    known = Counter(
        word.lower() for p in paragraphs for line in p for word in _WORD.findall(line.text)
    )
    starts: dict[int, int] = {}
    blocks: list[Block] = []
    pieces: list[str] = []
    length = 0
    for paragraph in paragraphs:
        said, places = _joined(paragraph, known)
        if not said:
            continue
        if pieces:
            pieces.append("\n\n")
            length += 2
        for page, at in places:
            starts.setdefault(page, length + at)
        kind = _kind(paragraph, usual, titled=any(b.kind == "headline" for b in blocks))
        if kind:
            blocks.append(Block(kind, length, length + len(said)))
        pieces.append(said)
        length += len(said)
        if length > most:
            raise Unread("text_too_long", size=str(length), limit=str(most))
    text = "".join(pieces)
    marks: list[int] = []
    for page in range(count, 0, -1):  # a page without text begins where the next one does
        marks.append(starts.get(page, marks[-1] if marks else length))
    return Flow(text, tuple(reversed(marks)), tuple(blocks), tuple(left_out))


def _kind(paragraph: Sequence[PdfLine], usual: float, *, titled: bool) -> BlockKind | None:
    if paragraph[0].cells:
        return "body"
    large = paragraph[0].page == 1 and paragraph[0].size > _TITLE * usual
    return "headline" if large and not titled and len(paragraph) < 6 else None


def _usual_size(lines: Sequence[PdfLine]) -> float:
    """The size in which most characters are printed."""
    count: Counter[float] = Counter()
    for line in lines:
        count[round(line.size, 1)] += len(line.text)
    return count.most_common(1)[0][0] if count else 10.0


def _joined(paragraph: Sequence[PdfLine], known: Counter[str]) -> tuple[str, list[tuple[int, int]]]:
    """The lines of a paragraph as one, and where the lines of each page begin in it."""
    said = ""
    places: list[tuple[int, int]] = []
    for line in paragraph:
        words = row(list(line.cells)) if line.cells else tidy(line.text)
        broken = line.text.rstrip().endswith("\u00ad")
        if not words:
            continue
        if said.endswith(("-", "\u2010")) and _HYPHEN.search(said) and words[:1].isalpha():
            said = said[:-1] + "-" if _keeps_hyphen(said, words, known) else said[:-1]
        elif said and not said.endswith("\u00ad"):
            said += " "
        said = said.removesuffix("\u00ad")
        places.append((line.page, len(said)))
        said += words + ("\u00ad" if broken else "")
    return said.removesuffix("\u00ad"), places


def _keeps_hyphen(before: str, after: str, known: Counter[str]) -> bool:
    """Whether the hyphen at the end of a line is the word's own."""
    found, begun = _HYPHEN.search(before), _WORD.match(after)
    if found is None or begun is None or not after[:1].islower():
        return True
    head, tail = found[1].lower(), begun[0].lower()
    whole, parted = known[head + tail], known[f"{head}-{tail}"]
    if whole != parted:
        return parted > whole
    first, last = tail.split("-")[0], head.split("-")[-1]
    return first in table("hyphens", "tails", list) or last in table("hyphens", "heads", list)
