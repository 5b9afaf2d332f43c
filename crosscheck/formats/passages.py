"""The exact words of a source, cut around what matters.

A passage is a run of pieces, marked where they are a claim, so that each format sets them off
in its own way: `passage(article, [claim])` of « Le bilan est de 12 morts. » gives « Le bilan est
de », « 12 morts » (marked), « . ».
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosscheck.formats.escape import clean
from crosscheck.formats.messages import phrase
from crosscheck.models import Article, Claim

LIMIT = 240
"""Characters of a passage, about."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of an article, and whether they are the claim itself."""

    text: str
    marked: bool = False


def passage(article: Article, claims: Sequence[Claim], limit: int = LIMIT) -> list[Piece]:
    """The sentence of the claims, at most about `limit` characters, the claims marked.

    The claims are of this article; what is cut is replaced by « […] ».
    """
    start = min(min(c.sentence[0], c.start) for c in claims)
    end = max(max(c.sentence[1], c.end) for c in claims)
    spans = _merged([(c.start, c.end) for c in claims])
    return excerpt(article.text, (start, end), spans, limit)


def excerpt(
    text: str, sentence: tuple[int, int], spans: Sequence[tuple[int, int]], limit: int = LIMIT
) -> list[Piece]:
    """The pieces of `text[sentence]`, cut to about `limit` characters around the spans."""
    start, end = _window(text, sentence, spans, limit)
    cut = phrase("symbols.cut")
    pieces = [Piece(cut + " ")] if _worded(text[sentence[0] : start]) else []
    at = start
    for low, high in spans:
        low, high = max(low, at), min(high, end)
        if low < high:
            pieces += [Piece(text[at:low]), Piece(text[low:high], True)]
            at = high
    pieces.append(Piece(text[at:end]))
    if _worded(text[end : sentence[1]]):
        pieces.append(Piece(" " + cut))
    return [piece for piece in pieces if piece.text]


def _worded(text: str) -> bool:
    """Whether there is more than marks and spaces."""
    return any(char.isalnum() for char in text)


def spell(
    pieces: Sequence[Piece], plain: Callable[[str], str], marked: Callable[[str], str]
) -> str:
    """The passage in one format: `plain` and `marked` escape, and set off, a piece of text."""
    said = "".join(_spaced(p.text, marked if p.marked else plain) for p in pieces)
    return re.sub(" {2,}", " ", said).strip(" ")


def quoted(words: str) -> str:
    """The words between quotation marks, of the other kind if they hold some themselves."""
    return phrase("finding.passage_nested" if "«" in words else "finding.passage", text=words)


def _spaced(text: str, escape: Callable[[str], str]) -> str:
    """The piece escaped, its outer spaces kept outside: stars that touch a space open nothing."""
    if not clean(text):
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    return lead + escape(text.strip()) + tail


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _window(
    text: str, sentence: tuple[int, int], spans: Sequence[tuple[int, int]], limit: int
) -> tuple[int, int]:
    """What is kept of a sentence: all of it, or as much on both sides of the first span."""
    start, end = sentence
    if end - start <= limit:
        return start, end
    low, high = spans[0]
    for _, other in spans[1:]:
        if other - low <= limit:
            high = other
    if high - low >= limit:
        cut = _word_end(text, low + limit, high, low)
        return low, cut if cut > low else low + limit
    room = limit - (high - low)
    left = min(room // 2, low - start)
    right = min(room - left, end - high)
    left = min(room - right, low - start)
    return _word_start(text, start, low - left, low), _word_end(text, high + right, end, high)


def _word_start(text: str, first: int, at: int, limit: int) -> int:
    """The first place from `at` on, not after `limit`, where a word begins."""
    if at <= first:
        return first
    while at < limit and not text[at - 1].isspace():
        at += 1
    while at < limit and text[at].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, last: int, least: int) -> int:
    """The last place up to `at`, not before `least`, where a word ends."""
    if at >= last:
        return last
    stop = at
    while stop > least and not text[stop].isspace():
        stop -= 1
    while stop > least and text[stop - 1].isspace():
        stop -= 1
    return stop
