"""Sentences found by rules, and the parse of those that may hold a claim.

>>> text = "M. Novak est venu. Il a vu 1 200. personnes"
>>> [text[start:end] for start, end in spans(text, 0)]
['M. Novak est venu.', 'Il a vu 1 200. personnes']
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from crosscheck.models import Article, BlockKind
from crosscheck.nlp import Parsed, parse_all
from crosscheck.rules import remembered_lately

if TYPE_CHECKING:
    from crosscheck.nlp import Token

LATEST = 256
"""Sentences of which is remembered what was found in them: those of a long article."""
LONGEST = 1200
"""Characters of the longest sentence that is parsed whole; press has none of half that."""
_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!?…]+[»”\")\]]*(?:[ \u00a0\u202f]*»)?(?=\s+[«“\"(\[—–-]?\s*[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:MM?|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|art|al|cf|av|env|vol|no|tél|janv|févr|avr|juil|"
    r"sept|oct|nov|déc|ex|éd|p|pp)|\b[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])*|c\.-à-d|S\.E|\bn°)$"
)
_CLEAN = {"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "}


_Function = TypeVar("_Function", bound=Callable[..., Any])
_forgetters: list[Callable[[], None]] = []


def once_a_sentence(function: _Function) -> _Function:
    """What is asked of a sentence many times and answered once, until it is let go of."""
    kept = remembered_lately(LATEST)(function)
    _forgetters.append(kept.cache_clear)  # type: ignore[attr-defined]
    return kept


def let_go(sentences: "Iterable[Sentence]") -> None:
    """Frees sentences of which all was asked, with their words and what was remembered of them.

    Else they wait, thousands of words that hold on to each other, for Python to look through all
    of them for garbage.
    """
    for forget in _forgetters:
        forget()
    for sentence in sentences:
        sentence.doc.let_go()


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A parsed sentence and where it stands. Stays inside the claim layer.

    Two are never compared: what was found in one is remembered by which it is.
    """

    start: int
    end: int
    block: BlockKind
    doc: Parsed
    text: str
    """The sentence as parsed: one character for each character of the article."""

    def tokens(self, start: int, end: int) -> "tuple[Token, ...]":
        """The tokens that share a character with the article's `start:end`."""
        low, starts = start - self.start, self.doc.starts
        first = max(bisect_right(starts, low) - 1, 0)
        found = self.doc[first : bisect_left(starts, end - self.start)]
        ends_before = found and found[0].idx + len(found[0].text) <= low
        return found[1:] if ends_before else found

    def words_before(self, place: int) -> "tuple[Token, ...]":
        """The tokens that begin before a place of the article."""
        return self.doc[: bisect_left(self.doc.starts, place - self.start)]

    def words_from(self, place: int) -> "tuple[Token, ...]":
        """The tokens that begin at a place of the article or after it."""
        return self.doc[bisect_left(self.doc.starts, place - self.start) :]

    def words_ended(self, place: int) -> "tuple[Token, ...]":
        """The tokens that end before a place of the article."""
        before = self.words_before(place)
        over = before and self.start + before[-1].idx + len(before[-1].text) > place
        return before[:-1] if over else before

    def offset(self, token: "Token") -> int:
        """Where a token begins in the article."""
        return self.start + int(token.idx)


def clean(text: str) -> str:
    """One apostrophe and one kind of space, character for character."""
    for mark, plain in _CLEAN.items():
        text = text.replace(mark, plain)
    return text


def spans(text: str, base: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one paragraph that begins at `base`."""
    cuts = [0]
    for stop in _STOP.finditer(text):
        before = text[: stop.start()]
        if stop[0].startswith(".") and _ABBREVIATION.search(before[-12:]):
            continue
        cuts.append(stop.end())
    cuts.append(len(text))
    for low, high in pairwise(_shortened(text, cuts)):
        piece = text[low:high]
        start = low + len(piece) - len(piece.lstrip())
        end = low + len(piece.rstrip())
        if start < end:
            yield base + start, base + end


def _shortened(text: str, cuts: list[int]) -> list[int]:
    """The cuts, with more of them, at spaces, where a sentence has no end in sight: no parser
    reads a list of five thousand numbers better whole.
    """
    short = [0]
    for cut in cuts[1:]:
        while cut - short[-1] > LONGEST:
            space = text.rfind(" ", short[-1] + LONGEST // 2, short[-1] + LONGEST)
            short.append(space + 1 if space >= 0 else short[-1] + LONGEST)
        short.append(cut)
    return short


def paragraphs(article: Article) -> Iterator[tuple[int, int, BlockKind]]:
    """The runs of text that are read for claims: lines of headline, body and captions.

    A line that begins with a small letter carries on the one before, as in wrapped text.
    """
    held: tuple[int, int, BlockKind] | None = None
    for start, end, block in _pieces(article):
        piece = article.text[start:end]
        if not piece.strip():
            continue
        if held is not None:
            carries_on = piece.lstrip()[0].islower() and start - held[1] <= 2
            if carries_on and block == held[2]:
                held = held[0], end, block
                continue
            yield held
        held = (start, end, block) if block != "boilerplate" else None
    if held is not None:
        yield held


def _pieces(article: Article) -> Iterator[tuple[int, int, BlockKind]]:
    """Lines, cut where the use of the text changes inside one (« PARIS (AFP) – Au moins … »)."""
    cuts = sorted({c for block in article.blocks for c in (block.start, block.end)})
    for line in _LINE.finditer(article.text):
        inside = [c for c in cuts if line.start() < c < line.end()]
        for start, end in pairwise((line.start(), *inside, line.end())):
            yield start, end, article.block_at(start)


def sentence_spans(article: Article) -> list[tuple[int, int, BlockKind]]:
    """Every sentence of what is read: `(start, end, block)`."""
    return [
        (low, high, block)
        for start, end, block in paragraphs(article)
        for low, high in spans(article.text[start:end], start)
    ]


def furniture_spans(article: Article) -> list[tuple[int, int, BlockKind]]:
    """The lines that are not read for claims: mastheads, credits, links."""
    return [row for row in _pieces(article) if row[2] == "boilerplate"]


def parsed(article: Article, wanted: Iterable[tuple[int, int, BlockKind]]) -> tuple[Sentence, ...]:
    """The parse of some sentences of an article, in order."""
    return parsed_all([article], [list(wanted)])[0]


def parsed_all(
    articles: Sequence[Article], wanted: Sequence[Sequence[tuple[int, int, BlockKind]]]
) -> list[tuple[Sentence, ...]]:
    """The same for each of some articles."""
    texts = [
        [_fed(article.text[low:high]) for low, high, _ in rows]
        for article, rows in zip(articles, wanted, strict=True)
    ]
    return [
        tuple(
            Sentence(low, high, block, doc, str(doc.text))
            for (low, high, block), doc in zip(rows, docs, strict=True)
        )
        for rows, docs in zip(wanted, parse_all(texts), strict=True)
    ]


def unparsed(article: Article, row: tuple[int, int, BlockKind]) -> Sentence:
    """A line of which only the characters are asked: it has no words."""
    low, high, block = row
    text = _fed(article.text[low:high])
    return Sentence(low, high, block, Parsed(text, ()), text)


def _fed(text: str) -> str:
    """The characters of a sentence as they are parsed, all in one line."""
    return clean(text).replace("\n", " ").replace("\r", " ")
