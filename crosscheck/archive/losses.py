"""What blocks left aside, in words: which name, in which days, how many articles.

Blocks know tokens as numbers; an article that has the token tells how it is spelled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.archive.blocking import Limits, Lost
from crosscheck.archive.fetching import fetch
from crosscheck.archive.library import Library
from crosscheck.archive.slots import EPOCH, spelled

MOST = 5
"""Blocks that are told by name, the largest first."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A name that too many articles of a week have to be compared by it."""

    word: str
    first: date
    last: date
    """The two weeks within which a pair of articles would have been looked at."""
    articles: int
    pairs: int


def unseen(lost: Sequence[Lost]) -> list[Lost]:
    """The blocks that nothing looked at again: those of a week."""
    return [block for block in lost if block.level == "week"]


def losses(
    library: Library, lost: Sequence[Lost], limits: Limits, most: int = MOST
) -> Iterator[Loss]:
    """The largest blocks by name: `losses(library, linked.lost, Limits())`."""
    for block in unseen(lost)[:most]:
        first = date.fromordinal(EPOCH) + timedelta(days=block.slice * limits.week)
        last = first + timedelta(days=2 * limits.week - 1)
        yield Loss(_word(library, block.token), first, last, block.size, block.pairs)


def _word(library: Library, token: int) -> str:
    """The token as an article spells it; « … » where none can be read."""
    query = f"SELECT article FROM {library.archive.rows('articles')}"
    query += " WHERE list_contains(names, $1) ORDER BY published, article LIMIT 1"
    row = library.archive.connected().execute(query, [token]).fetchone()
    if row is None:
        return "…"
    number = library.index.execute("SELECT n FROM articles WHERE key = ?", [row[0]]).fetchone()
    entries = fetch(library, [number[0]]).entries if number else ()
    return next((spelled(e.article, e.claims).get(token, "…") for e in entries), "…")
