"""The engine that needs nothing: DuckDB in this process, on one thread, and numpy on another.

Claims stay in columns; pairs come a range of articles at a time, so that memory holds the claims
and no more than some of their pairs.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.archive.blocking import Limits, Lost, step, steps
from crosscheck.archive.library import Library
from crosscheck.archive.linking import TELLING, Linked
from crosscheck.archive.scoring import ENOUGH, Ints, Texts, points
from crosscheck.archive.slots import COLUMNS
from crosscheck.archive.store import Archive, verified
from crosscheck.archive.stories import Link
from crosscheck.archive.tables import Unreadable

if TYPE_CHECKING:
    import duckdb

RANGE = 2_000
"""Articles whose pairs are compared at once."""
GIVEN = {
    "articles": """
        SELECT CAST(row_number() OVER (ORDER BY published NULLS LAST, article) - 1 AS INT)
               AS article, article AS key, day, names, tokens
        FROM {articles}""",
    "tokens": """
        SELECT article, unnest(names) AS token, 1 AS name FROM articles
        UNION ALL SELECT article, unnest(tokens), 0 FROM articles""",
    "claims": """
        SELECT CAST(row_number() OVER (ORDER BY a.article, c.n) - 1 AS INT) AS claim, a.article,
               {slots}, c.wording
        FROM {claims} c JOIN articles a ON a.key = c.article""",
}
"""The tables that blocking asks for, from those of an archive."""


def readable(library: Library) -> "tuple[Library, duckdb.DuckDBPyConnection]":
    """DuckDB with the tables that blocking asks for; a file that turns out to be damaged is set
    aside, and what is left is served.
    """
    try:
        return library, prepared(library.archive)
    except Unreadable:
        worse = replace(library, archive=verified(library.archive))
        if worse == library:
            raise
        return worse, prepared(worse.archive)


def prepared(archive: Archive) -> "duckdb.DuckDBPyConnection":
    """DuckDB with the tables that blocking asks for. Raises `Unreadable` for a damaged file."""
    import duckdb

    connection = archive.connected()
    places = {name: archive.rows(name) for name in ("articles", "claims")}
    places["slots"] = ", ".join(f"c.slots[{i}] AS {name}" for i, name in enumerate(COLUMNS, 1))
    for name, query in GIVEN.items():
        try:
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query.format(**places)}")
        except duckdb.Error as error:
            raise Unreadable(str(error).splitlines()[0]) from error
    return connection


def linked(connection: "duckdb.DuckDBPyConnection", limits: Limits) -> Linked:
    """The links of the tables that stand in the connection."""
    for each in steps(limits):
        if each.name not in ("pairs", "lost"):
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {each.name} AS {each.query}")
    columns, wordings = _claims(connection)
    articles = _count(connection, "articles")
    rows: list[Link] = []
    pairs = kept = 0
    for one, other, told in _told(_ranges(connection, limits, articles), columns, wordings):
        pairs, kept = pairs + len(one), kept + int(told.sum())
        rows += _links(connection, columns["article"][one[told]], columns["article"][other[told]])
    lost = _rows(connection, step("lost", limits))
    return Linked(
        articles,
        len(wordings),
        tuple(sorted(rows)),
        tuple(sorted((Lost(*row) for row in lost), key=lambda block: block.rank)),
        pairs,
        kept,
    )


def keys(connection: "duckdb.DuckDBPyConnection") -> dict[int, str]:
    """The key of each article by its number."""
    return dict(_rows(connection, "SELECT article, key FROM articles"))


def _told(
    ranges: Iterable[tuple[Ints, Ints]], columns: Mapping[str, Ints], wordings: Texts
) -> Iterator[tuple[Ints, Ints, NDArray[np.bool_]]]:
    """The pairs of each range, and which speak for one story: a range is compared while DuckDB
    looks for the next, since each of the two does without the lock of Python.
    """
    with ThreadPoolExecutor(1) as thread:
        begun: tuple[Ints, Ints, Future[NDArray[np.int8]]] | None = None
        for one, other in ranges:
            following = one, other, thread.submit(compared, columns, wordings, one, other)
            if begun:
                yield *begun[:2], begun[2].result() >= ENOUGH
            begun = following
        if begun:
            yield *begun[:2], begun[2].result() >= ENOUGH


def compared(
    columns: Mapping[str, Ints], wordings: Texts, one: Ints, other: Ints
) -> NDArray[np.int8]:
    """The points of pairs of claims, given by their places."""
    return points(
        {name: columns[name][one] for name in COLUMNS},
        {name: columns[name][other] for name in COLUMNS},
        wordings[one],
        wordings[other],
    )


def _claims(connection: "duckdb.DuckDBPyConnection") -> tuple[dict[str, Ints], Texts]:
    """The columns of all claims by their places, and what worded claims say."""
    names = ", ".join(("article", *COLUMNS))
    found = connection.execute(f"SELECT {names} FROM claims ORDER BY claim").fetchnumpy()
    columns = {name: np.asarray(column) for name, column in found.items()}
    wordings = np.full(len(columns["article"]), "", dtype=object)
    for claim, wording in _rows(
        connection, "SELECT claim, wording FROM claims WHERE wording <> ''"
    ):
        wordings[claim] = wording
    return columns, wordings


def _ranges(
    connection: "duckdb.DuckDBPyConnection", limits: Limits, articles: int
) -> Iterator[tuple[Ints, Ints]]:
    for first in range(0, articles, RANGE):
        query = step("pairs", limits, first, first + RANGE - 1)
        found = connection.execute(query).fetchnumpy()
        yield np.asarray(found["one"]), np.asarray(found["other"])


def _links(connection: "duckdb.DuckDBPyConnection", one: Ints, other: Ints) -> list[Link]:
    """The neighbours of a range that are near enough and have claims that speak for one story."""
    codes, counts = np.unique((one.astype(np.int64) << 32) | other, return_counts=True)
    told = {"code": codes, "pairs": counts}
    connection.register("told_pairs", told)
    query = """SELECT n.one, n.other, n.bits, t.pairs FROM neighbours n
        JOIN told_pairs t ON t.code = (CAST(n.one AS BIGINT) << 32) | n.other
        WHERE n.bits >= {telling}"""
    rows = _rows(connection, query.format(telling=TELLING))
    connection.unregister("told_pairs")
    return [Link(*row) for row in rows]


def _count(connection: "duckdb.DuckDBPyConnection", table: str) -> int:
    return int(_rows(connection, f"SELECT COUNT(*) FROM {table}")[0][0])


def _rows(connection: "duckdb.DuckDBPyConnection", query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()
