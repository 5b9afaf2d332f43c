"""What articles are found again by: numbers that stand for words, names, figures and pairs.

>>> row = {"kind": "count", "unit": "mort", "head": "mort", "action": "", "actors": ["mali"],
...        "places": [], "low": 12.0, "high": 12.0, "first": None, "last": None, "value": "",
...        "happened_first": None}
>>> keys_of("Douze morts, selon Moussa Diarra", [row]) == {
...     ident("mot", "douze"), ident("mot", "morts"), ident("mot", "selon"),
...     ident("mot", "moussa"), ident("mot", "diarra"), ident("nom", "musa"),
...     ident("nom", "diara"), ident("deux", "mort", "mali"), ident("nombre", "mort", "12.0"),
... }
True

Words of the text tell the story as long as few articles have them. Names as they sound, numbers
with their units, and what is counted with an actor, a place or a month tell it in a large archive
too.
"""

import re
from collections.abc import Iterable, Iterator
from math import isinf

from crosscheck.archive.idents import ident
from crosscheck.archive.rows import Row
from crosscheck.claims.lexicon import stem
from crosscheck.claims.persons import sound

TELLING = 2
"""Digits, but for noughts at the end, from which a number tells which story an article is of."""
_WORD = re.compile(r"\w{4,}")
_NAME = re.compile(r"(?<=[\w,;»'’(] )[A-ZÀ-ÖØ-Þ][\w-]{2,}|(?<=['’])[A-ZÀ-ÖØ-Þ][\w-]{2,}")
"""A capital that begins no sentence."""


def keys_of(text: str, claims: Iterable[Row]) -> frozenset[int]:
    """The keys of an article, from its text and the rows of its claims (`rows.claim_rows`)."""
    words = {ident("mot", stem(word)) for word in set(_WORD.findall(text))}
    names = {ident("nom", key) for name in _names(text) if (key := sound(name))}
    return frozenset(words | names | {key for row in claims for key in _keys(row)})


def _names(text: str) -> set[str]:
    return {word for name in _NAME.findall(text) for word in name.split("-") if len(word) > 2}


def _keys(row: Row) -> Iterator[int]:
    head = row["head"] or row["action"]
    for name in (*row["actors"], *row["places"]):
        yield ident("deux", head, name)
    if happened := row["happened_first"] or row["first"]:
        yield ident("deux", head, str(happened)[:7])
    if row["first"] is not None and row["first"] == row["last"]:
        yield ident("jour", str(row["first"]))
    if row["kind"] in ("role", "name", "quote") and row["value"]:
        yield ident(row["kind"], row["value"])
    if _telling(row["low"], row["high"]):
        yield ident("nombre", row["unit"], str(row["low"]))


def _telling(low: float | None, high: float | None) -> bool:
    """Whether a number is one, and has enough digits to be seldom had by chance."""
    if low is None or low != high or isinf(low):
        return False
    digits = f"{low:f}".rstrip("0").rstrip(".").replace(".", "").strip("0-")
    return len(digits) >= TELLING
