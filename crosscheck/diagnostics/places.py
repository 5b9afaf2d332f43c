"""Lines and columns of an article's characters.

>>> from crosscheck.models import Article
>>> place = place_of(Article.from_text("Titre\\r\\n\\r\\nDouze morts.", id="a"), (9, 14))
>>> place.line, place.column, place.end_column, place.text
(3, 1, 6, 'Douze')
"""

import re
from bisect import bisect_right
from functools import lru_cache

from crosscheck.diagnostics.records import Place
from crosscheck.models import Article

_LINE_END = re.compile(r"\r\n|\r|\n")


@lru_cache(maxsize=64)
def line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins: `line_starts("a\\nb")` is `(0, 2)`."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character: `position("a\\nb", 2)` is `(2, 1)`."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def place_of(article: Article, span: tuple[int, int]) -> Place:
    """The place of some characters of an article."""
    start, end = span
    return Place(
        article.id,
        start,
        end,
        *position(article.text, start),
        *position(article.text, end),
        article.text[start:end],
    )
