"""What each line of an article is for: headline, body, caption or boilerplate.

The head of a text is everything before its first prose line; there stand masthead, title and
publication line, in any order. The foot is what follows the last prose line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from crosscheck.models import BlockKind
from crosscheck.reading import furniture
from crosscheck.reading.lines import SHORT, Line, any_of, fold
from crosscheck.reading.publication import (
    AS_OF,
    PUBLISHED,
    UNDATED,
    Stamp,
    closes_a_sentence,
    day_of,
    full_days,
    stamps_of,
)

_HEAD = 25
"""Most lines a head can have, and a foot."""
_LEAD = 5
"""Lines of the text after which no publication line is looked for, but at its foot."""
_PAPER = 9
"""Most words of a paper's name: « La Gazette du Tarn et de l'Agout »."""
_WRAPPED = 45
"""Least length of a line, in characters, that was broken because it was full."""
_SENTENCE = re.compile(r"[.!?…]['\"»”)]*\s+['\"«“(]?\s?[A-ZÀ-Ý0-9]")
_BULLET = re.compile(r"[-–—•*]\s")
_STRAY = re.compile(r"[a-zà-ÿ]{1,20}")
"""One word in small letters: what is left of a picture's or a button's label."""
_CAPITALS = re.compile(r"[^a-zà-ÿ]+$")
_ACRONYM = re.compile(r"\([A-ZÀ-Ý][A-Z0-9À-Ý-]{1,9}\)")
_STATION = re.compile(
    r"(?:\[[^\]]*\]\s*)?[A-ZÀ-Ý][^\s,:–—|]*(?:\s[A-ZÀ-Ý][^\s,:–—|]*){0,4}(?:,|\s[–—|-])\s(?P<rest>.{4,120})$"
)
_SECTION = re.compile(r"\s(?:[–—|>-]|à)\s|,\s")


@dataclass(slots=True)
class Layout:
    """Uses of the lines, filled in step by step; local to one call of `lay_out`."""

    lines: Sequence[Line]
    kinds: list[BlockKind]
    stamps: list[Stamp] = field(default_factory=list)
    title: str = ""
    masthead: str = ""
    body: int = 0
    """Index of the first prose line."""


def lay_out(lines: Sequence[Line]) -> Layout:
    """The use of every line, the title and the stamps that say when it was published."""
    layout = Layout(lines, ["body"] * len(lines))
    for index, line in enumerate(lines):
        if furniture.is_furniture(line.text) and not _goes_on(lines, index):
            layout.kinds[index] = "boilerplate"
    layout.body = _first_prose(layout)
    dated = _read_stamps(layout)
    _read_below_the_lead(layout)
    _name_head(layout, dated)
    _clear_foot(layout)
    return layout


def is_prose(text: str) -> bool:
    """Whether a line reads as a paragraph rather than as a title, a label or a menu.

    >>> is_prose("Trois accords ont été signés à Moscou."), is_prose("Trois accords signés")
    (True, False)
    """
    if len(text) > SHORT or _SENTENCE.search(text[:SHORT]):
        return furniture.ends_a_sentence(text) or text.endswith(":") or len(text) > SHORT
    if text.endswith((":", ";", ",")):
        return len(text.split()) >= 6 or len(text) > 60
    if text.rstrip("»\"'”) ").endswith(("!", "?")):
        return len(text) > 110
    return furniture.ends_a_sentence(text) and len(text.split()) >= 5


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether a line continues the sentence of the one above, in a text wrapped at a width."""
    line, before = lines[index], lines[index - 1]
    return (
        not line.gap
        and line.text[0].islower()
        and len(before.text) >= _WRAPPED
        and not furniture.ends_a_sentence(before.text)
    )


def _is_wrapped(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins a paragraph that is wrapped over several lines."""
    following = lines[index + 1 : index + 3]
    return (
        len(lines[index].text) >= _WRAPPED
        and len(following) == 2
        and not any(line.gap for line in following)
        and any(line.text[0].islower() for line in following)
    )


def _first_prose(layout: Layout) -> int:
    """Index of the first line of the body; 0 when the text is prose from the start."""
    lines, kinds = layout.lines, layout.kinds
    titled = False
    for index, line in enumerate(lines[:_HEAD]):
        if kinds[index] == "boilerplate" or day_of(line.text):
            continue
        if titled and furniture.is_caption(line.text):
            kinds[index] = "caption"
            continue
        if is_prose(line.text) or _is_wrapped(lines, index):
            following = next(
                (
                    other.text
                    for i, other in enumerate(lines[index + 1 :], index + 1)
                    if kinds[i] == "body"
                ),
                "",
            )
            if titled or not _is_sentence_title(line.text, following):
                return index
        titled = True
    return 0 if len(lines) > _HEAD else len(lines)


def _is_sentence_title(text: str, following: str) -> bool:
    """A first line of one sentence with its full stop, before a longer paragraph."""
    return (
        len(text) <= 130
        and not _SENTENCE.search(text)
        and len(following) > 1.5 * len(text)
        and is_prose(following)
    )


def _read_stamps(layout: Layout) -> int:
    """Marks the publication lines of head and foot; index of the first, or the body's."""
    lines, kinds = layout.lines, layout.kinds
    first = layout.body
    foot = max(layout.body, len(lines) - 8)
    head = list(range(min(layout.body or 3, len(lines))))
    for index in (*head, *range(foot, len(lines))):
        text = lines[index].text
        stamps = stamps_of(text) or _late_stamps(text)
        if not stamps or (index >= foot and not _stands_alone(lines, index)):
            continue
        layout.stamps += stamps
        stamp = stamps[0]
        if stamp.rank != AS_OF and not (stamp.rank == UNDATED and index >= foot):
            kinds[index] = "boilerplate"
            first = min(first, index)
    return first


def _read_below_the_lead(layout: Layout) -> None:
    """« Publié le … » under the first lines of the text, where pages print it below the lead."""
    told = any_of(furniture.words("published") + furniture.words("modified"))
    for index in range(layout.body, min(layout.body + _LEAD, len(layout.lines))):
        text = layout.lines[index].text
        plain = fold(text)
        if len(text) > SHORT or closes_a_sentence(text) or not told.match(plain):
            continue
        days = full_days(plain)
        if days and layout.kinds[index] == "body":
            layout.kinds[index] = "boilerplate"
            layout.stamps += stamps_of(text) or [Stamp(PUBLISHED, days[0][2])]


def _late_stamps(text: str) -> list[Stamp]:
    """« Publié le … » at the end of a long menu line, which repeats section and title before."""
    cut = max((text.rfind(word) for word in ("Publié", "Posté", "Mis en ligne")), default=-1)
    return stamps_of(text[cut:]) if cut > 0 else []


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of the foot is no item of a list or table."""
    return not _BULLET.match(lines[index].text) and (
        lines[index].gap or index == len(lines) - 1 or len(lines[index].text) < 60
    )


def _name_head(layout: Layout, dated: int) -> None:
    """Sorts what is left of the head into masthead, headline, byline and stray words."""
    lines, kinds = layout.lines, layout.kinds
    left = [i for i in range(layout.body) if kinds[i] == "body" and not day_of(lines[i].text)]
    for index in list(left):
        text = lines[index].text
        if furniture.is_byline(text) or _STRAY.fullmatch(text) or (index and _is_section(text)):
            kinds[index] = "boilerplate"
            left.remove(index)
    mast = _mastheads(layout, left, dated)
    title = next((i for i in left if i not in mast and not _is_salutation(lines[i].text)), None)
    if title is None and mast:
        title = mast.pop()
    for index in mast:
        # An institution written out with its acronym is a name that other articles may spell.
        kinds[index] = "headline" if _ACRONYM.search(lines[index].text) else "boilerplate"
    if mast or (title is not None and looks_like_masthead(lines[title].text)):
        layout.masthead = lines[mast[0] if mast else left[0]].text
    else:
        layout.masthead = _station(lines[: layout.body])
    if title is not None:
        layout.title = lines[title].text
        for index in left:
            if index == title and _station([lines[index]]) and not _ACRONYM.search(layout.title):
                kinds[index] = "boilerplate"  # announces the programme, not the news
            elif index == title or (
                title < index < dated and not _is_salutation(lines[index].text)
            ):
                kinds[index] = "headline"
    else:
        layout.title = _repeated(lines[: layout.body]) or _announced(lines[: layout.body])


def _mastheads(layout: Layout, left: Sequence[int], dated: int) -> list[int]:
    """Those first lines of the head that name the outlet rather than the news."""
    lines = layout.lines
    mast: list[int] = []
    for index in left:
        rest = [i for i in left if i > index and not _is_salutation(lines[i].text)]
        text = lines[index].text
        shaped = looks_like_masthead(text)
        paper = any_of(furniture.words("papers")).match(fold(text))
        brief = len(text.split()) <= (_PAPER if paper else 6)
        before_title = any(i < dated for i in rest) and brief
        unit = mast and any_of(furniture.words("units")).match(fold(text))
        short = before_title and index < dated and (dated < layout.body or len(text.split()) < 4)
        if rest and (shaped or unit or (not mast and short)):
            mast.append(index)
        else:
            break
    return mast


def looks_like_masthead(text: str) -> bool:
    """« MINISTÈRE DES TRANSPORTS », « Observatoire du vote (OCV) », « Le Veilleur – le blog »."""
    if furniture.is_foot(text):
        return True
    pieces = _SECTION.split(text, maxsplit=1)
    if len(pieces) == 2 and any_of(furniture.words("sections")).match(fold(pieces[1])):
        return True
    plain_capitals = bool(_CAPITALS.match(text)) and not re.search(r"\d|:", text)
    ends_in_acronym = bool(_ACRONYM.search(text[-14:]))
    return (plain_capitals or ends_in_acronym) and len(text) <= 110


def _is_section(text: str) -> bool:
    """« Santé », « GRAND RÉCIT »: the part of a paper in which a piece stands."""
    return bool(any_of(furniture.words("sections")).fullmatch(fold(text)))


def _is_salutation(text: str) -> bool:
    """« Peuple du Tamourou, », « Camarades, collègues, »."""
    return text.endswith(",") and len(text) < 60


def _repeated(head: Sequence[Line]) -> str:
    """The title that two menu lines repeat, when none stands alone."""
    best = ""
    texts = [line.text for line in head if len(line.text) <= 2 * SHORT]
    for one, other in combinations(texts[:6], 2):
        found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
        best = max(best, one[found.a : found.a + found.size].strip(" -–|>"), key=len)
    return best if len(best) >= 25 else ""


def _announced(head: Sequence[Line]) -> str:
    """« [Transcription] Le journal de 18 heures — dimanche 16 mars 2025 » without its day."""
    for line in head:
        plain = fold(line.text)
        days = full_days(plain)
        if days and any_of(furniture.words("broadcasts")).search(plain[: days[0][0]]):
            return re.sub(r"[ ,–—|-]+(?:d[ue])?$", "", line.text[: days[0][0]].rstrip())
    return ""


def _station(head: Sequence[Line]) -> str:
    """The line that names a station and its programme: « Radio Rivages, le journal … »."""
    for line in head:
        named = _STATION.match(line.text)
        if named and any_of(furniture.words("broadcasts")).search(fold(named["rest"])):
            return line.text
    return ""


def _clear_foot(layout: Layout) -> None:
    """Marks what follows the last line of the article itself."""
    lines, kinds = layout.lines, layout.kinds
    for index in range(max(layout.body, len(lines) // 2), len(lines)):
        if furniture.is_closing(lines[index].text) and _late(layout, index):
            kinds[index:] = ["boilerplate"] * (len(lines) - index)
            break
    for index in range(len(lines) - 1, max(layout.body, len(lines) - _HEAD), -1):
        if kinds[index] == "boilerplate":
            continue
        if not _is_tail(layout, index):
            break
        kinds[index] = "boilerplate"


def _late(layout: Layout, index: int) -> bool:
    """Whether more than half of the characters stand before a line."""
    return layout.lines[index].start * 2 > layout.lines[-1].end


def _is_tail(layout: Layout, index: int) -> bool:
    """Whether a line at the foot is a contact, an appeal, a label or a bare signature."""
    line, before = layout.lines[index], layout.lines[index - 1]
    text = line.text
    settled = furniture.ends_a_sentence(before.text) or layout.kinds[index - 1] != "body"
    if furniture.is_foot(text) or (furniture.is_byline(text) and settled):
        return True
    if furniture.is_name(text):
        return settled or furniture.is_name(before.text)
    return line.gap and settled and furniture.is_label(text) and not furniture.is_label(before.text)
