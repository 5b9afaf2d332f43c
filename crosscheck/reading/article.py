"""What an article says of itself: title, outlet, day, agency, and the use of each line.

>>> article = describe(Article.from_text("Le titre\\n\\nPublié le 3 mars 2025\\n\\nUn texte."))
>>> article.title, article.published
('Le titre', datetime.date(2025, 3, 3))
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.models import Article, Block, BlockKind, Fact
from crosscheck.reading import furniture
from crosscheck.reading.language import language_of
from crosscheck.reading.layout import Layout, lay_out
from crosscheck.reading.lines import Line, any_of, fold, lines_of
from crosscheck.reading.origin import agency_in, origin_of
from crosscheck.reading.publication import DATELINE, MODIFIED, SOURCES, UNDATED, Stamp, full_days

_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ý][\w’'-]*(?:[ /][A-ZÀ-Ý][\w’'-]*){0,4})?"
    r"(?P<when>,?\s(?:le\s)?(?:\w+\s)?\d{1,2}(?:er)?\s[^\W\d_]+\.?(?:\s\d{4})?)?"
    r"\s*(?:\((?P<agency>[^()]{2,40})\))?\s*[–—-]\s+(?=[«“\"A-ZÀ-Ý0-9])"
)
_TICKER = re.compile(r"\d{1,2}\s?[h:]\s?\d{2}\s?[.:–—-]\s*")
_MASTHEAD_CUT = re.compile(r"\s[–—|>·-]\s|,\s|\s(?:-|–|—)$")


def describe(article: Article, known: Sequence[Block] = ()) -> Article:
    """The article with what its own text tells, where nothing was known before.

    Fills title, outlet, published, modified, origin, language and blocks; keeps what is there.
    `known` are runs whose use the format of the file tells (a heading, a table, a caption): they
    are believed before any guess. A text is never changed. An article that has its blocks comes
    back as it is.
    """
    if article.blocks:
        return article
    lines = lines_of(article.text)
    told = _told(lines, known)
    # What is no part of the article is not looked at for its head.
    shown = [i for i in range(len(lines)) if told.get(i) != "boilerplate"]
    layout = lay_out([lines[i] for i in shown])
    lead = _dateline(layout)
    spans = _spans(layout, lead, {n: told[i] for n, i in enumerate(shown) if i in told})
    spans += [
        ("boilerplate", lines[i].start, lines[i].end)
        for i, kind in told.items()
        if kind == "boilerplate"
    ]
    around = [
        line.text for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind != "body"
    ]
    found = _found(article, layout, lead, around)
    headings = [lines[i].text for i, kind in sorted(told.items()) if kind == "headline"]
    if headings:
        found["title"] = (headings[0], "heading")
    values = {field: value for field, (value, _) in found.items() if value}
    return replace(
        article,
        title=article.title or str(values.get("title", "")),
        outlet=article.outlet or str(values.get("outlet", "")),
        published=article.published or _day(values.get("published")),
        modified=article.modified or _day(values.get("modified")),
        language=article.language or language_of(article.text),
        origin=article.origin or str(values.get("origin", "")),
        blocks=tuple(_merged(sorted(spans, key=lambda cut: cut[1]))),
        clock=article.clock or _clock(article, _days(_stamps(layout, lead))),
        facts=article.facts + _facts(article, found) + _month(layout),
    )


_Found = dict[str, tuple[str | date | None, str]]
"""Fields of an article, each with its value and what told it."""


def _told(lines: Sequence[Line], known: Sequence[Block]) -> dict[int, BlockKind]:
    """The use of those lines of which the format of the file tells it, by their index."""
    told: dict[int, BlockKind] = {}
    starts = [line.start for line in lines]
    for block in known:
        first = bisect_left(starts, block.start)
        while first < len(lines) and lines[first].start < block.end:
            told[first] = block.kind
            first += 1
    return told


def _found(article: Article, layout: Layout, lead: "_Lead", around: Sequence[str]) -> _Found:
    """What the text says of itself."""
    published, modified = _days(_stamps(layout, lead))
    return {
        "title": (layout.title, "text title"),
        "outlet": (outlet_of(layout.masthead, around), "text masthead"),
        "published": (published.day if published else None, _source(published)),
        "modified": (modified.day if modified else None, _source(modified)),
        "origin": (origin_of(around, lead.text), "text credit"),
        "language": (language_of(article.text) if not article.language else "", "text words"),
    }


def _stamps(layout: Layout, lead: "_Lead") -> list[Stamp]:
    return layout.stamps + ([lead.stamp] if lead.stamp else [])


def _clock(article: Article, days: tuple[Stamp | None, Stamp | None]) -> str:
    """The hour of what is read: that of the last change, where there was one on the day.

    Of another day than the one that is known, or changed at an hour that is not told: none.
    """
    published, modified = days
    if published is None or (article.published or published.day) != published.day:
        return ""
    changed = modified is not None and modified is not published
    last = modified if changed else published
    return last.clock if last and last.day == published.day else ""


def _facts(article: Article, found: _Found) -> tuple[Fact, ...]:
    """What the text says, as facts; not used where something surer was known, which it only
    repeats or contradicts."""
    return tuple(
        Fact(field, str(value), source, used=not getattr(article, field))
        for field, (value, source) in found.items()
        if value and value != getattr(article, field)
    )


_MONTH = re.compile(
    r"(?<![\w-])date\s*:?\s*((?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\w-])", re.IGNORECASE
)


def _month(layout: Layout) -> tuple[Fact, ...]:
    """« date 2025-06 »: known, but no day of publication."""
    head = [line.text for line in layout.lines[: layout.body]]
    said = next((month for text in head if (month := _MONTH.search(text))), None)
    return (Fact("published", said[1], "text month", used=False),) if said else ()


def _source(stamp: Stamp | None) -> str:
    return f"text {SOURCES[stamp.rank]}" if stamp else ""


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


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
            return before if len(before) <= 40 and not furniture.is_byline(before) else ""
        if len(line) < 300 and (site := furniture.domain(line)):
            return site
    return ""


def _is_common(name: str) -> bool:
    """Whether a word of a masthead names a section, a menu or a piece rather than an outlet."""
    plain = fold(name)
    whole = furniture.words("menus") + furniture.words("sections")
    begins = furniture.words("issued") + furniture.words("whole")
    on_air = re.search(r"\d", plain) or any_of(furniture.words("hours")).search(plain)
    paper = any_of(furniture.words("papers")).match(plain) and not on_air
    return bool(any_of(whole).fullmatch(plain) or (not paper and any_of(begins).match(plain)))


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
    days = full_days(fold(when))
    if not (known or days or (place.isupper() and len(place) > 2)):
        return _Lead()  # « Lundi 3 mars – » opens an entry of a chronology
    if not (known and when) and _shouted(text[match.end() :]):
        return _Lead()  # « BILAN – CINQ MORTS » is a heading
    if any_of(furniture.words("published")).match(fold(place)):
        return _Lead()
    return _Lead(match.group(), Stamp(DATELINE, days[0][2]) if days else None)


def _shouted(text: str) -> bool:
    """Whether a text begins in capitals: « CINQ MORTS »."""
    following = re.match(r"[\w’']+", text)
    return bool(following and len(following[0]) > 2 and following[0].isupper())


def _days(stamps: Sequence[Stamp]) -> tuple[Stamp | None, Stamp | None]:
    """Day of publication, surest stamp first, and day of the last change."""
    dated = sorted((s for s in stamps if s.day), key=lambda stamp: stamp.rank)
    modified = next((s for s in dated if s.rank == MODIFIED), None)
    published = next((s for s in dated if s.rank < UNDATED), None)
    return published, modified


_Cut = tuple[BlockKind, int, int]


def _spans(layout: Layout, lead: _Lead, told: Mapping[int, BlockKind]) -> list[_Cut]:
    """The use of each line; datelines and the hours of a live ticker are boilerplate."""
    cuts: list[_Cut] = []
    ticker = [_TICKER.match(line.text) for line in layout.lines]
    live = sum(map(bool, ticker)) >= 2
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        opening = len(lead.text) if index == layout.body else 0
        stamp = ticker[index]
        if live and stamp and kind == "body":
            opening = stamp.end()
        cuts += _cut(line, told.get(index, kind), opening)
    return cuts


def _cut(line: Line, kind: BlockKind, opening: int) -> list[_Cut]:
    if not opening:
        return [(kind, line.start, line.end)]
    middle = line.start + opening
    head: _Cut = ("boilerplate", line.start, middle)
    return [head, (kind, middle, line.end)] if middle < line.end else [head]


def _merged(cuts: Sequence[_Cut]) -> list[Block]:
    blocks: list[Block] = []
    for kind, start, end in cuts:
        # Two lines of a head are two titles, so each stays a block of its own.
        if blocks and blocks[-1].kind == kind != "headline":
            blocks[-1] = Block(kind, blocks[-1].start, end)
        else:
            blocks.append(Block(kind, start, end))
    return blocks
