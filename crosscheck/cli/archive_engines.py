"""Where the work on an archive is done: in this process, or on the workers of a Spark master."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.cli.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.models import Article, Claim

DUCKDB, SPARK = "duckdb", "spark"
ENGINES = (DUCKDB, SPARK)


def check_engine(engine: str, master: str | None) -> None:
    """Raises `UsageError` where the two options do not go together."""
    from crosscheck.archive.messages import said

    if engine not in ENGINES:
        raise UsageError(said("faults", "engine", engine=engine))
    if engine == SPARK and master is None:
        raise UsageError(said("faults", "no_master_given"))
    if engine != SPARK and master is not None:
        raise UsageError(said("faults", "master_alone", master=master))


@contextmanager
def readers(
    engine: str, master: str | None, rules: Path | None
) -> "Iterator[Callable[[Sequence[Article]], Sequence[Sequence[Claim]]] | None]":
    """What reads the articles of a batch on the workers; `None` where this process does."""
    check_engine(engine, master)
    if master is None:
        yield None
        return
    from crosscheck.archive.engines.cluster import session

    with session(master) as spark:
        from crosscheck.archive.engines.spread import extracted

        yield lambda articles: extracted(spark, articles, rules)
