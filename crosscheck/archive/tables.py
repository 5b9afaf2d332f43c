"""The tables of an archive as Parquet, written and read by DuckDB.

Every file is written beside, flushed, and named by what it holds; the same rows give one file.
"""

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.archive.durable import digest_of, flush, make_folder, move
from crosscheck.archive.manifest import DataFile
from crosscheck.archive.messages import fault

if TYPE_CHECKING:
    import duckdb

    from crosscheck.archive.rows import Row

COLUMNS = {
    "articles": {
        "article": "VARCHAR", "source": "VARCHAR", "fingerprint": "VARCHAR", "id": "VARCHAR",
        "part": "VARCHAR", "title": "VARCHAR", "outlet": "VARCHAR", "origin": "VARCHAR",
        "published": "DATE", "words": "INTEGER", "claims": "INTEGER", "sha256": "VARCHAR",
        "day": "INTEGER", "names": "BIGINT[]", "tokens": "BIGINT[]",
    },
    "claims": {
        "article": "VARCHAR", "n": "INTEGER", "published": "DATE", "start": "INTEGER",
        "stop": "INTEGER", "rule": "VARCHAR", "kind": "VARCHAR", "unit": "VARCHAR",
        "low": "DOUBLE", "high": "DOUBLE", "first": "DATE", "last": "DATE",
        "value": "VARCHAR", "head": "VARCHAR", "action": "VARCHAR", "attributes": "VARCHAR[]",
        "actors": "VARCHAR[]", "places": "VARCHAR[]", "scope": "VARCHAR[]", "words": "VARCHAR[]",
        "happened_first": "DATE", "happened_last": "DATE", "subject": "VARCHAR",
        "text": "VARCHAR", "speaker": "VARCHAR", "polarity": "VARCHAR",
        "slots": "BIGINT[]", "wording": "VARCHAR",
    },
    "passages": {
        "article": "VARCHAR", "n": "INTEGER", "start": "INTEGER", "stop": "INTEGER",
        "block": "VARCHAR", "place": "VARCHAR", "text": "VARCHAR",
    },
    "records": {"article": "VARCHAR", "published": "DATE", "record": "BLOB"},
}  # fmt: skip
"""Each table, its columns in order, and their types in DuckDB."""
ORDER = {
    "articles": "published NULLS LAST, article",
    "claims": "published NULLS LAST, article, n",
    "passages": "article, n",
    "records": "published NULLS LAST, article",
}
"""The order of rows in a file: one order, whatever way the rows came."""
GROUP = 2048
"""Rows that are packed together."""
PACKED = {"records": "uncompressed"}
"""How a table is packed that is not by zstd: records are already, one by one, so that each stands
in its file as it is and can be read alone (`fetching`)."""
WORK = "tmp"
"""Where files are made before they are moved into place."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EIO)


def connect(folder: Path) -> "duckdb.DuckDBPyConnection":
    """DuckDB in memory, on one thread so that rows keep their order, and without the network.

    What does not fit in memory goes to the work folder of the archive. Raises `ArchiveError`
    where DuckDB is not installed.
    """
    return _database(str(folder / WORK), os.getpid()).cursor()


@cache
def _database(work: str, process: int) -> "duckdb.DuckDBPyConnection":
    """Started once in each process: that takes longer than most questions."""
    try:
        import duckdb
    except ImportError:
        raise fault("no_duckdb") from None
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1,
        "temp_directory": work,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    return duckdb.connect(config=config)


def write_table(
    connection: "duckdb.DuckDBPyConnection",
    folder: Path,
    table: str,
    month: str,
    rows: "Sequence[Row]",
) -> DataFile:
    """A file of a table with these rows. Raises `OSError` when the disk refuses."""
    columns = COLUMNS[table]
    parts = [
        f"unnest(${i}::{kind}[]) AS {name}" for i, (name, kind) in enumerate(columns.items(), 1)
    ]
    held = [[_plain(row[name]) for row in rows] for name in columns]
    query = f"SELECT {', '.join(parts)}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE given AS {query}", held)
    return write_query(connection, folder, table, month, "FROM given")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def write_query(
    connection: "duckdb.DuckDBPyConnection", folder: Path, table: str, month: str, query: str
) -> DataFile:
    """A file of a table with the rows of a query, in the one order that rows have.

    Raises `OSError` when the disk refuses.
    """
    import duckdb

    made = folder / WORK / f"{table}-{os.getpid()}.parquet"
    make_folder(made.parent)
    packed = PACKED.get(table, "zstd")
    options = f"FORMAT parquet, COMPRESSION {packed}, ROW_GROUP_SIZE {GROUP}"
    ordered = f"SELECT {', '.join(COLUMNS[table])} FROM made ORDER BY {ORDER[table]}"
    try:
        # First as a table, since what DuckDB knows of the rows of a table (which columns are never
        # empty) goes into the file: of a query it knows now more, now less.
        connection.execute(f"CREATE OR REPLACE TEMP TABLE made AS {query}")
        done = connection.execute(f"COPY ({ordered}) TO {literal(made)} ({options})").fetchone()
        flush(made)
        digest, size = digest_of(made), made.stat().st_size
        path = f"{table}/month={month}/{digest[:16]}.parquet"
        move(made, folder / path)
    except duckdb.IOException as error:
        raise _refused(error, folder) from error
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
    return DataFile(path, digest, size, done[0] if done else 0)


def _refused(error: Exception, folder: Path) -> OSError:
    """What the disk said to DuckDB, as Python says it."""
    number = next((n for n in _FULL if os.strerror(n) in str(error)), None)
    return OSError(
        number, str(error).splitlines()[0] if number is None else os.strerror(number), str(folder)
    )


def literal(text: object) -> str:
    """A text within SQL: `literal("l'été")` is « 'l''été' »."""
    return "'" + str(text).replace("'", "''") + "'"


def scan(folder: Path, files: Iterable[DataFile]) -> str:
    """The rows of some files, within SQL."""
    names = ", ".join(literal(folder / file.path) for file in files)
    return f"read_parquet([{names}], hive_partitioning = false)"


def empty(table: str) -> str:
    """A table without rows, within SQL."""
    columns = ", ".join(f"NULL::{kind} AS {name}" for name, kind in COLUMNS[table].items())
    return f"(SELECT {columns} WHERE false)"


class Unreadable(Exception):
    """A file does not hold what the manifest says."""


def rows_of(connection: "duckdb.DuckDBPyConnection", query: str) -> "list[Row]":
    """What a query finds, each row by the names of its columns. Raises `Unreadable`."""
    import duckdb

    try:
        found = connection.execute(query)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    except duckdb.Error as error:
        raise Unreadable(str(error).splitlines()[0]) from error
