"""What an archive reads back of an article: its text, what is known of it and its claims, in bytes.

>>> article = Article("a", "Bonjour.", "seeds/a.txt")
>>> data = record_of(article, ())
>>> data[:19]
b'"Bonjour."\\n["articl'
>>> read_record(data) == (article, ())
True
>>> text_of(data), unwrapped(wrapped(data)) == data
('Bonjour.', True)

Two lines of JSON, the text and the words of all else, then the numbers (`models.packing`), each in
two bytes or in four.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosscheck.archive.common import COMMON
from crosscheck.archive.storable import storable
from crosscheck.making import changing
from crosscheck.models import Article, Claim
from crosscheck.models.packing import packed
from crosscheck.models.unpacking import unpacked

SHORT, LONG = b"H", b"I"
"""Numbers below 65,536, and others: as `array` has them, the lower byte first."""
_COMMON = COMMON.encode()
_with_text = changing(Article, "text")


@dataclass(frozen=True, slots=True)
class _Kept:
    """An article but for its text, and its claims: one record, so that they share their words."""

    article: Article
    claims: tuple[Claim, ...]


def as_json(plain: object) -> str:
    """JSON on one line, with French letters as they are where UTF-8 can hold them."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text if storable(text) else json.dumps(plain, separators=(",", ":"))


def record_of(article: Article, claims: Sequence[Claim]) -> bytes:
    """All that is kept of an article, in bytes: the same for the same."""
    words, numbers = packed(_Kept, [_Kept(replace(article, text=""), tuple(claims))])
    lines = (as_json(article.text).encode(), as_json(words).encode(), _bytes_of(numbers))
    return b"\n".join(lines)


def read_record(data: bytes) -> tuple[Article, tuple[Claim, ...]]:
    """The article and the claims that `record_of` was given.

    Raises `LookupError`, `TypeError` or `ValueError` for what is no record.
    """
    text, words, numbers = data.split(b"\n", 2)
    (kept,) = unpacked(_Kept, json.loads(words), _numbers_of(numbers))
    return _with_text(kept.article, json.loads(text)), kept.claims


def text_of(data: bytes) -> str:
    """The text of an article, from its record."""
    return str(json.loads(data[: data.index(b"\n")]))


def wrapped(data: bytes) -> bytes:
    """A record as it stands in a file: a third of its size."""
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS, zdict=_COMMON)
    return squeeze.compress(data) + squeeze.flush()


def unwrapped(data: bytes) -> bytes:
    """The record again. Raises `ValueError` for what is none."""
    stretch = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=_COMMON)
    try:
        return stretch.decompress(data)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _bytes_of(numbers: Sequence[int]) -> bytes:
    sort = SHORT if max(numbers) < 1 << 16 else LONG
    held = array(sort.decode(), numbers)
    if sys.byteorder == "big":
        held.byteswap()
    return sort + held.tobytes()


def _numbers_of(data: bytes) -> Iterable[int]:
    held = array({SHORT: "H", LONG: "I"}[data[:1]], data[1:])
    if sys.byteorder == "big":
        held.byteswap()
    return held
