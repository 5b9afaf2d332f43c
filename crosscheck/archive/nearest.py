"""The articles of an archive that may speak of what new articles claim, the likeliest first.

Each key that an archived article shares with a new one counts the more, the fewer articles have it;
a key that too many have tells nothing and is passed over.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log

MOST = 30
"""Articles that are held against the new ones at most: a story seldom has as many."""
COMMON = 400
"""Articles with one key, from which it tells nothing."""
LEAST = 0.1
"""Share of what the nearest article has in common with the new ones, from which another is near."""


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
    keys: Iterable[int],
    *,
    window: Window = Window(),
    without: Collection[str] = (),
    most: int = MOST,
) -> Near:
    """The articles that share most with some keys; all there are where they are few.

    `without` names files whose articles are not wanted: those of the new articles themselves.
    """
    own = _own(index, without)
    among = _count(index, window) - len(own)
    if among <= most:
        return Near(tuple(n for n in _all(index, window) if n not in own), among)
    shared: dict[int, float] = defaultdict(float)
    common = 0
    for key in sorted(keys):
        held = [n for n in _holders(index, key, window) if n not in own]
        if len(held) > COMMON:
            common += 1
        elif held:
            weight = log(1 + among / len(held))
            for number in held:
                shared[number] += weight
    ranked = _ranked(index, shared)[:most]
    least = LEAST * shared[ranked[0]] if ranked else 0.0
    return Near(tuple(n for n in ranked if shared[n] >= least), among, common)


def _ranked(index: sqlite3.Connection, shared: Mapping[int, float]) -> list[int]:
    """Numbers of articles by what they share; of two that share as much, by their keys, since
    numbers are those of the order in which articles came.
    """
    best = sorted(shared, key=lambda number: -shared[number])[: 2 * MOST]
    keys = {n: index.execute("SELECT key FROM articles WHERE n = ?", [n]).fetchone() for n in best}
    return sorted(best, key=lambda number: (-shared[number], keys[number]))


def _holders(index: sqlite3.Connection, key: int, window: Window) -> list[int]:
    """The articles with a key: a few more than are common at most."""
    days = (window.first.toordinal(), window.last.toordinal())
    spans = [(0, days[1])] if window.whole else [(0, 0), days]  # 0: the day of what has none
    query = "SELECT article FROM keys WHERE key = ? AND day BETWEEN ? AND ? LIMIT ?"
    return [
        number
        for first, last in spans
        for (number,) in index.execute(query, (key, first, last, COMMON + 1))
    ]


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
