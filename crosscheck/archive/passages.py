"""An article cut into passages: what a search finds and shows.

>>> article = Article.from_text("Un titre.\\n\\nTrois accords ont été signés.\\nLe reste suit.")
>>> [(p.start, p.end) for p in passages(article)]
[(0, 9), (11, 55)]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.models import Article, Block, BlockKind, Place

LONG = 700
"""Characters from which a paragraph is cut where a sentence ends."""
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\r?\n[^\S\n]*\S(?:.*\S)?)*")
"""A run of lines that are not empty."""
_STOP = re.compile(r"(?<=[.!?…»])\s+(?=[«A-ZÀ-Þ0-9])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a few sentences of a long one."""

    start: int
    end: int
    block: BlockKind
    place: Place


def passages(article: Article) -> Iterator[Passage]:
    """The passages of an article in order; what stands around an article is no part of it."""
    blocks = article.blocks or (Block("body", 0, len(article.text)),)
    for block in blocks:
        if block.kind == "boilerplate":
            continue
        for start, end in _paragraphs(article.text, block.start, block.end):
            yield Passage(start, end, block.kind, article.where(start))


def _paragraphs(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    for found in _PARAGRAPH.finditer(text, low, high):
        start = found.start()
        for stop in _STOP.finditer(text, *found.span()):
            if stop.start() - start >= LONG:
                yield start, stop.start()
                start = stop.end()
        yield start, found.end()
