"""Words between quotation marks, with who said them.

Only what is long enough to be a sentence of somebody's is a claim: « un tournant » is a turn of
phrase, « Nous voulons porter nos relations à un niveau plus élevé » can be quoted wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.claims.lexicon import fold
from crosscheck.models import Article

LEAST_WORDS = 5
"""Shorter quotations are names, nicknames and turns of phrase."""
_QUOTED = re.compile(r"«[\s\u00a0\u202f]*([^«»]{12,900}?)[\s\u00a0\u202f]*»|“([^“”]{12,900}?)”")


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """A quotation in an article; the span leaves the marks out."""

    start: int
    end: int
    text: str


def quote_mentions(article: Article) -> Iterator[QuoteMention]:
    """The quotations of an article outside its furniture, in order."""
    for match in _QUOTED.finditer(article.text):
        group = 1 if match[1] is not None else 2
        start, end = match.start(group), match.end(group)
        text = article.text[start:end]
        if len(text.split()) >= LEAST_WORDS and article.block_at(start) != "boilerplate":
            yield QuoteMention(start, end, " ".join(text.split()))


def quote_key(text: str) -> str:
    """Folded words of a quotation: marks, cuts (« […] ») and case left out."""
    return " ".join(re.findall(r"\w+", fold(text)))
