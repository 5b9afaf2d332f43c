"""What an article says of itself: title, outlet, day, agency, and the use of each line.

>>> article = describe(Article.from_text("Le titre\\n\\nPublié le 3 mars 2025\\n\\nUn texte."))
>>> article.title, article.published
('Le titre', datetime.date(2025, 3, 3))
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.models import Article, Block, BlockKind
from crosscheck.reading import furniture
from crosscheck.reading.language import language_of
from crosscheck.reading.layout import Layout, lay_out
from crosscheck.reading.lines import Line, any_of, fold, lines_of
from crosscheck.reading.origin import agency_in, origin_of
from crosscheck.reading.publication import DATELINE, MODIFIED, UNDATED, Stamp, full_days

_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ý][\w’'-]*(?:[ /-][A-ZÀ-Ý][\w’'-]*){0,4})?"
    r"(?P<when>,?\s(?:le\s)?(?:\w+\s)?\d{1,2}(?:er)?\s\w+\.?\s\d{4})?"
    r"\s*(?:\((?P<agency>[^()]{2,40})\))?\s*[–—-]\s+(?=[«“\"A-ZÀ-Ý0-9])"
)
_TICKER = re.compile(r"\d{1,2}\s?[h:]\s?\d{2}\s?[.:–—-]\s*")
_MASTHEAD_CUT = re.compile(r"\s[–—|>·-]\s|,\s|\s(?:-|–|—)$")


def describe(article: Article) -> Article:
    """The article with what its own text tells, where nothing was known before.

    Fills title, outlet, published, modified, origin, language and blocks; keeps what is there.
    A text is never changed. An article that has its blocks comes back as it is.
    """
    if article.blocks:
        return article
    lines = lines_of(article.text)
    layout = lay_out(lines)
    lead = _dateline(layout)
    stamps = layout.stamps + ([lead.stamp] if lead.stamp else [])
    published, modified = _days(stamps)
    spans = _spans(layout, lead)
    around = [line.text for line, kind in zip(lines, layout.kinds, strict=True) if kind != "body"]
    masthead = layout.masthead
    return replace(
        article,
        title=article.title or layout.title,
        outlet=article.outlet or outlet_of(masthead, around),
        published=article.published or published,
        modified=article.modified or modified,
        language=article.language or language_of(article.text),
        origin=article.origin or origin_of(around, lead.text),
        blocks=tuple(spans),
    )


def outlet_of(masthead: str, around: Sequence[str]) -> str:
    """The outlet's name in a masthead, else the site that a line of furniture names.

    >>> outlet_of("Le Courrier d’Aklobé > Sports", [])
    'Le Courrier d’Aklobé'
    """
    name = _MASTHEAD_CUT.split(re.sub(r"^\[[^\]]*\]\s*", "", masthead), maxsplit=1)[0].strip()
    if name and not _is_common(name):
        return name
    for line in around:
        if "Publié" in line and (before := line.partition("Publié")[0].strip(" –—|-")):
            return before if len(before) <= 40 else ""
        if len(line) < 300 and (site := furniture.domain(line)):
            return site
    return ""


def _is_common(name: str) -> bool:
    """Whether a word of a masthead names a section, a menu or a piece rather than an outlet."""
    plain = fold(name)
    whole = furniture.words("menus") + furniture.words("sections")
    begins = furniture.words("issued") + furniture.words("whole")
    return bool(any_of(whole).fullmatch(plain) or any_of(begins).match(plain))


@dataclass(frozen=True, slots=True)
class _Lead:
    """The dateline of the first paragraph: « BAMAKO, 23 juin 2025 (AFP) – »."""

    text: str = ""
    stamp: Stamp | None = None


def _dateline(layout: Layout) -> _Lead:
    """What opens the first line of the body, up to its dash, if it is a dateline."""
    if layout.body >= len(layout.lines):
        return _Lead()
    text = layout.lines[layout.body].text
    match = _DATELINE.match(text)
    if not match or not any(match.groups()):
        return _Lead()
    place, when, agency = match["place"] or "", match["when"] or "", match["agency"] or ""
    known = agency and (agency_in(agency) or fold(agency).startswith("agence"))
    following = re.match(r"[\w’']+", text[match.end() :])
    shouted = following and len(following[0]) > 2 and following[0].isupper()
    if shouted or not (known or when or (place.isupper() and len(place) > 2)):
        return _Lead()
    days = full_days(fold(when))
    if any_of(furniture.words("published")).match(fold(place)):
        return _Lead()
    return _Lead(match.group(), Stamp(DATELINE, days[0][2]) if days else None)


def _days(stamps: Sequence[Stamp]) -> tuple[date | None, date | None]:
    """Day of publication, surest stamp first, and day of the last change."""
    dated = sorted((s for s in stamps if s.day), key=lambda stamp: stamp.rank)
    modified = next((s.day for s in dated if s.rank == MODIFIED), None)
    published = next((s.day for s in dated if s.rank < UNDATED), None)
    return published, modified


def _spans(layout: Layout, lead: _Lead) -> list[Block]:
    """Runs of lines of one use; datelines and the hours of a live ticker are boilerplate."""
    cuts: list[tuple[BlockKind, int, int]] = []
    ticker = [_TICKER.match(line.text) for line in layout.lines]
    live = sum(map(bool, ticker)) >= 2
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        opening = len(lead.text) if index == layout.body else 0
        stamp = ticker[index]
        if live and stamp and kind == "body":
            opening = stamp.end()
        cuts += _cut(line, kind, opening)
    return _merged(cuts)


def _cut(line: Line, kind: BlockKind, opening: int) -> list[tuple[BlockKind, int, int]]:
    if not opening:
        return [(kind, line.start, line.end)]
    middle = line.start + opening
    head: tuple[BlockKind, int, int] = ("boilerplate", line.start, middle)
    return [head, (kind, middle, line.end)] if middle < line.end else [head]


def _merged(cuts: Sequence[tuple[BlockKind, int, int]]) -> list[Block]:
    blocks: list[Block] = []
    for kind, start, end in cuts:
        # Two lines of a head are two titles, so each stays a block of its own.
        if blocks and blocks[-1].kind == kind != "headline":
            blocks[-1] = Block(kind, blocks[-1].start, end)
        else:
            blocks.append(Block(kind, start, end))
    return blocks
