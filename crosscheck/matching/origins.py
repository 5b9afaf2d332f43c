"""Copies: two articles that repeat one text are one origin.

>>> from crosscheck.models import Article
>>> text = "Au moins douze personnes ont été tuées dans la nuit à Bamako, selon la préfecture."
>>> one, two = Article.from_text(text, id="a"), Article.from_text(text + " Fin.", id="b")
>>> [article.copy_of for article in mark_copies([one, two])]
['b', None]
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.models import Article
from crosscheck.nlp.folding import fold_once

SHINGLE = 6
"""Words of a passage: six in a row are seldom shared by two hands."""
COPIED = 0.4
"""Share of an article's passages that the other has too, from which it is a copy. Independent
articles on one event share under 0.1 of theirs; a dispatch reprinted with a new headline and a
paragraph cut shares over 0.6."""


def mark_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in the order given, each copy naming in `copy_of` what it repeats.

    The original is the one published first, or the longer one when that is not known.
    """
    shingles = [_shingles(article.text) for article in articles]
    order = sorted(range(len(articles)), key=lambda i: _seniority(articles[i]))
    copy_of: dict[int, str] = {}
    for place, i in enumerate(order):
        for j in order[:place]:
            if j not in copy_of and _copied(shingles[i], shingles[j]):
                copy_of[i] = articles[j].id
                break
    return tuple(
        article if article.copy_of == copy_of.get(i) else replace(article, copy_of=copy_of.get(i))
        for i, article in enumerate(articles)
    )


def _seniority(article: Article) -> tuple[str, int, str]:
    day = article.published.isoformat() if article.published else "9999"
    return day, -len(article.text), article.sha256


_WORD = re.compile(r"[a-z0-9_]+")


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(fold_once(text))
    return frozenset(zip(*(words[i:] for i in range(SHINGLE)), strict=False))


def _copied(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shortest = min(len(one), len(other))
    return shortest > 0 and len(one & other) / shortest >= COPIED
