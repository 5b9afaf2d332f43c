"""The articles of an archive that may speak of what a new article claims, the likeliest first.

Likeness is the cosine of two bags of keys (`keys`), each key weighing the more, the fewer articles
have it. Measured on the labelled stories thrown together: of the pairs of articles of one story 98
in a hundred are as alike as `LEAST`, and 86 in a hundred of the pairs that are so are of one story.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

LOOKED_AT = 100
"""Articles that share most, of which likeness is asked."""
MOST = 30
"""Articles that are held against the new ones at most: a story seldom has as many."""
COMMON = 400
"""Articles with one key, from which it tells nothing."""
LEAST = 0.06
"""Likeness from which two articles may be of one story."""


@dataclass(frozen=True, slots=True)
class Near:
    """What was found: numbers of articles in the index, the nearest first."""

    articles: tuple[int, ...]
    among: int
    """How many articles could have been found."""
    common: int = 0
    """Keys that were passed over, since too many articles have them."""

    @property
    def whole(self) -> bool:
        """Whether all that could be found was."""
        return len(self.articles) == self.among


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which articles are looked for; undated articles are always."""

    first: date = date.min
    last: date = date.max

    @property
    def whole(self) -> bool:
        """Whether it leaves nothing out."""
        return self.first == date.min and self.last == date.max


def nearest(
    index: sqlite3.Connection,
    keys: Collection[int],
    *,
    window: Window = Window(),
    without: Collection[str] = (),
    most: int = MOST,
) -> Near:
    """The articles that are alike enough to one with some keys; all there are where they are few.

    `without` names files whose articles are not wanted: those of the new articles themselves.
    """
    own = _own(index, without)
    among = _count(index, window) - len(own)
    if among <= most:
        return Near(tuple(n for n in _all(index, window) if n not in own), among)
    shared: dict[int, float] = defaultdict(float)
    total, common = 0.0, 0
    query, days = _holding(index, window)
    for key in sorted(keys):
        count, held = index.execute(query, {"key": key, **days}).fetchone()
        weight = log(1 + among / max(count, 1)) ** 2
        total += weight
        if count > COMMON:
            common += 1
            continue
        for number in map(int, (held or "").split()):
            shared[number] += weight
    likeness = _likeness(index, shared, total, len(keys))
    ranked = sorted((n for n in likeness if n not in own), key=lambda n: likeness[n])
    return Near(tuple(n for n in ranked if -likeness[n][0] >= LEAST)[:most], among, common)


def _likeness(
    index: sqlite3.Connection, shared: Mapping[int, float], total: float, size: int
) -> dict[int, tuple[float, str]]:
    """Likeness of the articles that share most, negative, and their keys, since numbers are those
    of the order in which articles came: what is sorted by it has the likeliest first.

    What an archived article weighs is told from how many keys it has.
    """
    best = sorted(shared, key=lambda number: -shared[number])[:LOOKED_AT]
    query = f"SELECT n, key, keys FROM articles WHERE n IN ({', '.join('?' * len(best))})"
    return {
        number: (-shared[number] / total / sqrt(keys / size), key)
        for number, key, keys in index.execute(query, best)
    }


def _holding(index: sqlite3.Connection, window: Window) -> tuple[str, Mapping[str, int]]:
    """What asks for the articles with a key, a few more than are common at most, and the days that
    it asks of: their count, and their numbers as one text, since rows cost more than numbers.
    """
    held = "SELECT article FROM keys WHERE key = :key"
    days = {"first": window.first.toordinal(), "last": window.last.toordinal()}
    if not window.whole:
        undated = f"{held} AND day = 0 UNION ALL "  # 0: the day of what has none
        any_ = index.execute("SELECT 1 FROM articles WHERE published IS NULL LIMIT 1").fetchone()
        held = f"{undated if any_ else ''}{held} AND day BETWEEN :first AND :last"
    query = f"SELECT count(*), group_concat(article, ' ') FROM ({held} LIMIT {COMMON + 1})"
    return query, days


_BETWEEN = "published IS NULL OR published BETWEEN ? AND ?"


def _count(index: sqlite3.Connection, window: Window) -> int:
    if window.whole:
        return int(index.execute("SELECT count(*) FROM articles").fetchone()[0])
    days = (window.first.isoformat(), window.last.isoformat())
    found = index.execute(f"SELECT count(*) FROM articles WHERE {_BETWEEN}", days)
    return int(found.fetchone()[0])


def _all(index: sqlite3.Connection, window: Window) -> list[int]:
    days = (window.first.isoformat(), window.last.isoformat())
    return [n for (n,) in index.execute(f"SELECT n FROM articles WHERE {_BETWEEN}", days)]


def _own(index: sqlite3.Connection, without: Collection[str]) -> frozenset[int]:
    rows = (index.execute("SELECT n FROM articles WHERE source = ?", [s]) for s in without)
    return frozenset(n for found in rows for (n,) in found)
