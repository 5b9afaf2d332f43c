"""What articles are found again by: numbers that stand for words and for pairs of words.

>>> row = {"kind": "count", "unit": "mort", "head": "mort", "action": "", "attributes": [],
...        "actors": ["mali"], "places": [], "words": ["bamako"], "low": 12.0, "high": 12.0,
...        "first": None, "last": None, "value": "", "happened_first": None}
>>> keys_of([row]) == {
...     ident("mot", "mort"), ident("mot", "mali"), ident("mot", "bamako"),
...     ident("deux", "mort", "mali"), ident("nombre", "mort", "12.0"),
... }
True

A word alone finds the articles of a story as long as few others have it; a head with an actor, a
place or a month, and a number with its unit, find them in a large archive too.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from math import isinf

from crosscheck.archive.rows import Row

TELLING = 2
"""Digits, but for noughts at the end, from which a number tells which story an article is of."""


@lru_cache(maxsize=1 << 17)
def ident(*parts: str) -> int:
    """A number of 64 bits, with its sign, that stands for some words; the same everywhere."""
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)


def keys_of(claims: Iterable[Row]) -> frozenset[int]:
    """The keys of an article, from the rows of its claims (`rows.claim_rows`)."""
    return frozenset(key for row in claims for key in _keys(row))


def _keys(row: Row) -> Iterator[int]:
    head = row["head"] or row["action"]
    named = [*row["actors"], *row["places"]]
    for word in {head, *row["words"], *row["attributes"], *named} - {""}:
        yield ident("mot", word)
    for word in named:
        yield ident("deux", head, word)
    if happened := row["happened_first"] or row["first"]:
        yield ident("deux", head, str(happened)[:7])
    if row["first"] is not None and row["first"] == row["last"]:
        yield ident("jour", str(row["first"]))
    if row["value"] and row["kind"] in ("role", "name", "quote"):
        for word in row["value"].split():
            yield ident("mot", word)
        yield ident(row["kind"], row["value"])
    if _telling(row["low"], row["high"]):
        yield ident("nombre", row["unit"], str(row["low"]))


def _telling(low: float | None, high: float | None) -> bool:
    """Whether a number is one, and has enough digits to be seldom had by chance."""
    if low is None or low != high or isinf(low):
        return False
    digits = f"{low:f}".rstrip("0").rstrip(".").replace(".", "").strip("0-")
    return len(digits) >= TELLING
