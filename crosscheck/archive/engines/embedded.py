"""The engine that needs nothing: DuckDB in this process.

Pairs of claims are counted as they are found, so that memory holds the claims and of their pairs
only those that words decide.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.archive.blocking import Limits, steps
from crosscheck.archive.library import Library
from crosscheck.archive.linking import COUNTS, LINKS, Linked, gathered
from crosscheck.archive.scoring import alike
from crosscheck.archive.slots import COLUMNS
from crosscheck.archive.store import Archive, verified
from crosscheck.archive.tables import Unreadable
from crosscheck.processes import processes

if TYPE_CHECKING:
    import duckdb

THREADS = 4
"""At most: each holds memory of its own."""
GIVEN = {
    "articles": """
        SELECT CAST(row_number() OVER (ORDER BY published NULLS LAST, article) - 1 AS INT)
               AS article, article AS key, day, names, tokens
        FROM {articles}""",
    "tokens": """
        SELECT article, unnest(names) AS token, 1 AS name FROM articles
        UNION ALL SELECT article, unnest(tokens), 0 FROM articles""",
    "claims": """
        SELECT (CAST(a.article AS BIGINT) << 32) | c.n AS claim, a.article, {slots}, c.wording
        FROM {claims} c JOIN articles a ON a.key = c.article
        ORDER BY a.article""",
}
"""The tables that blocking asks for, from those of an archive. Neighbours are often of one month:
claims in order are found near each other in memory, in two thirds of the time."""
COMPARED = """
    SELECT one, other, SUM(pairs) AS pairs, SUM(kept) AS kept
    FROM (SELECT one, other, COUNT(*) AS pairs, SUM(CAST(kept AS INT)) AS kept
          FROM decided GROUP BY one, other
          UNION ALL SELECT one, other, 0, 1 FROM alike)
    GROUP BY one, other"""
NARROW = {"kind": "TINYINT", "telling": "TINYINT"}


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
    places["slots"] = ", ".join(
        f"CAST(c.slots[{i}] AS {NARROW.get(name, 'BIGINT')}) AS {name}"
        for i, name in enumerate(COLUMNS, 1)
    )
    try:
        with _all_processors(connection):
            for name, query in GIVEN.items():
                made = f"CREATE OR REPLACE TEMP TABLE {name} AS {query.format(**places)}"
                connection.execute(made)
    except duckdb.Error as error:
        raise Unreadable(str(error).splitlines()[0]) from error
    return connection


def linked(connection: "duckdb.DuckDBPyConnection", limits: Limits) -> Linked:
    """The links of the tables that stand in the connection."""
    with _all_processors(connection):
        for each in steps(limits):
            sort = "TABLE" if each.kept else "VIEW"
            connection.execute(f"CREATE OR REPLACE TEMP {sort} {each.name} AS {each.query}")
        connection.register("alike", _alike(connection))
        connection.execute(f"CREATE OR REPLACE TEMP TABLE compared AS {COMPARED}")
        connection.unregister("alike")
        links, lost = _rows(connection, LINKS), _rows(connection, "FROM lost")
    return gathered(links, lost, _rows(connection, COUNTS)[0])


def keys(connection: "duckdb.DuckDBPyConnection") -> dict[int, str]:
    """The key of each article by its number."""
    return dict(_rows(connection, "SELECT article, key FROM articles"))


@contextmanager
def _all_processors(connection: "duckdb.DuckDBPyConnection") -> Iterator[None]:
    """Here the order of rows says nothing, which elsewhere is kept by one thread."""
    ((before,),) = _rows(connection, "SELECT current_setting('threads')")
    connection.execute(f"SET threads = {processes(0, THREADS, 1)}")
    try:
        yield
    finally:
        connection.execute(f"SET threads = {before}")


def _alike(connection: "duckdb.DuckDBPyConnection") -> dict[str, NDArray[Any]]:
    """Of the pairs of claims that their words decide, the articles of those that are alike."""
    query = "SELECT one, other, wording, others FROM decided WHERE worded"
    found = connection.execute(query).fetchnumpy()
    same = alike(np.asarray(found["wording"]), np.asarray(found["others"]))
    return {name: np.asarray(found[name])[same] for name in ("one", "other")}


def _rows(connection: "duckdb.DuckDBPyConnection", query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()
