"""Blocking, scoring, judging and extraction as Spark runs them: by partitions, in columns."""

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.archive.blocking import Limits, steps
from crosscheck.archive.linking import COUNTS, LINKS, Linked, gathered
from crosscheck.archive.manifest import TABLES
from crosscheck.archive.messages import said
from crosscheck.archive.rows import Damaged, Held, Row, entry_of
from crosscheck.archive.scoring import Texts, alike
from crosscheck.archive.slots import COLUMNS
from crosscheck.archive.telling import Told, current
from crosscheck.archive.telling import told as told_of
from crosscheck.models import Article, Claim
from crosscheck.models.codec import from_plain, to_plain
from crosscheck.pipeline import claims_of
from crosscheck.rules import rules_in_use, use_rules

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from crosscheck.archive.store import Archive

GIVEN = {
    "articles": """
        SELECT CAST(row_number() OVER (ORDER BY published NULLS LAST, article) - 1 AS INT)
               AS article, article AS key, day, names, tokens
        FROM article_rows""",
    "tokens": """
        SELECT article, explode(names) AS token, 1 AS name FROM articles
        UNION ALL SELECT article, explode(tokens), 0 FROM articles""",
    "claims": """
        SELECT (CAST(a.article AS BIGINT) << 32) | c.n AS claim, a.article, {slots}, c.wording
        FROM claim_rows c JOIN articles a ON a.key = c.article""",
}
"""The tables that blocking asks for, from those of an archive."""
PARTS = 4
"""Parts of some articles for each core, so that none waits long for the slowest."""
COMPARED = "one INT, other INT, pairs BIGINT, kept BIGINT"


def prepared(spark: "SparkSession", archive: "Archive") -> None:
    """Puts the tables that blocking asks for into the session."""
    for table in ("articles", "claims"):
        rows(spark, archive, table).createOrReplaceTempView(f"{table[:-1]}_rows")
    slots = ", ".join(f"c.slots[{i}] AS {name}" for i, name in enumerate(COLUMNS))
    for name, query in GIVEN.items():
        _keep(spark, name, query.format(slots=slots))


def rows(spark: "SparkSession", archive: "Archive", table: str) -> "DataFrame":
    """The rows of a table that count, each with the stamp of its segment."""
    from pyspark.sql import functions as f

    by_stamp: dict[str, list[str]] = defaultdict(list)
    for segment in archive.segments:
        file = segment.files[TABLES.index(table)]
        by_stamp[segment.stamp].append(str((archive.folder / file.path).resolve()))
    parts = [
        spark.read.parquet(*paths).withColumn("stamp", f.lit(stamp))
        for stamp, paths in sorted(by_stamp.items())
    ]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.unionByName(part)
    gone = spark.createDataFrame([(key,) for key in sorted(archive.manifest.removed)], "key STRING")
    return whole.join(gone, whole["article"] == gone["key"], "left_anti")


def _keep(spark: "SparkSession", name: str, query: str) -> None:
    spark.sql(query).persist().createOrReplaceTempView(name)


def linked(spark: "SparkSession", limits: Limits) -> Linked:
    """The links of the tables that stand in the session."""
    for each in steps(limits):
        if each.kept:
            _keep(spark, each.name, each.query)
        else:
            spark.sql(each.query).createOrReplaceTempView(each.name)
    spark.table("decided").mapInArrow(_compared, COMPARED).createOrReplaceTempView("parts")
    _keep(
        spark,
        "compared",
        """SELECT one, other, SUM(pairs) AS pairs, SUM(kept) AS kept
        FROM parts GROUP BY one, other""",
    )
    links, lost = spark.sql(LINKS).collect(), spark.table("lost").collect()
    return gathered(links, lost, spark.sql(COUNTS).collect()[0])


def told(
    spark: "SparkSession", archive: "Archive", groups: Sequence[Sequence[int]]
) -> "Iterator[Told]":
    """The report on each story, made where its articles are; in the order of the stories."""
    members = [(n, article) for n, group in enumerate(groups, 1) for article in group]
    spark.createDataFrame(members, "story INT, article INT").createOrReplaceTempView("members")
    rows(spark, archive, "records").createOrReplaceTempView("record_rows")
    wanted = spark.sql(
        """SELECT m.story, collect_list(struct(r.article, r.source, r.fingerprint, r.stamp,
                                               d.record)) AS held
        FROM members m JOIN articles a ON a.article = m.article
        JOIN article_rows r ON r.article = a.key
        JOIN record_rows d ON d.article = a.key
        GROUP BY m.story"""
    )
    judge = partial(_judged, str(archive.folder.resolve()), str(Path.cwd()), _sent(rules_in_use()))
    made = wanted.mapInArrow(judge, "story INT, told STRING")
    for row in made.orderBy("story").toLocalIterator():
        if row.told:
            yield from_plain(Told, json.loads(row.told))


def _sent(rules: Path | None) -> str | None:
    """The folder of the user's rules as workers find it."""
    return None if rules is None else str(rules.resolve())


def _put(rules: str | None) -> None:
    """Puts in place, on a worker, the rules that are in use where the command was given."""
    use_rules(None if rules is None else Path(rules))


def _judged(
    folder: str, here: str, rules: str | None, batches: "Iterator[pa.RecordBatch]"
) -> "Iterator[pa.RecordBatch]":
    """Stories, on a worker; the reports travel as JSON."""
    import pyarrow as pa

    _put(rules)
    with suppress(OSError):
        os.chdir(here)  # paths are told from where the command was given
    for batch in batches:
        numbers = batch.column("story").to_pylist()
        told = map(_story, numbers, batch.column("held").to_pylist(), repeat(Path(folder)))
        columns = {"story": batch.column("story"), "told": pa.array(told, pa.string())}
        yield pa.RecordBatch.from_pydict(columns)


def _story(number: int, rows: Sequence[Row], folder: Path) -> str:
    """The report on one story as JSON; empty where fewer than two articles can be compared."""
    entries, damaged = [], []
    for row in rows:
        held = Held(row["article"], row["source"], row["fingerprint"], row["stamp"])
        try:
            entries.append(entry_of(held, bytes(row["record"])))
        except Damaged:
            damaged.append(said("damage", "row", source=row["source"]))
    own = current(entries)
    if len(own) < 2:
        return ""
    report = told_of(own, folder)
    found = Told(number, report, tuple(sorted(set(damaged))))
    return json.dumps(to_plain(found))


def extracted(
    spark: "SparkSession", articles: Sequence[Article], rules: Path | None
) -> list[tuple[Claim, ...]]:
    """The claims of each article, read on the workers; in the order of the articles."""
    if not articles:
        return []
    texts = [(i, json.dumps(to_plain(article))) for i, article in enumerate(articles)]
    cores = spark.sparkContext.defaultParallelism
    frame = spark.createDataFrame(texts, "n INT, text STRING").repartition(PARTS * cores)
    read = partial(_read, _sent(rules))
    rows = frame.mapInArrow(read, "n INT, told STRING").collect()
    told = {row.n: json.loads(row.told) for row in rows}
    return [tuple(from_plain(Claim, plain) for plain in told[i]) for i in range(len(articles))]


def _read(rules: str | None, batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    """Articles for claims, on a worker: the model is loaded once for its process."""
    import pyarrow as pa

    _put(rules)
    for batch in batches:
        told = [
            json.dumps([to_plain(c) for c in claims_of(from_plain(Article, json.loads(text)))])
            for text in batch.column("text").to_pylist()
        ]
        columns = {"n": batch.column("n"), "told": pa.array(told, pa.string())}
        yield pa.RecordBatch.from_pydict(columns)


def _compared(batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    """For each pair of articles of a batch: how many pairs of claims it has, how many are kept."""
    import pyarrow as pa

    for batch in batches:
        one, other, kept, worded = (
            batch.column(name).to_numpy(zero_copy_only=False).copy()
            for name in ("one", "other", "kept", "worded")
        )
        decided = batch.filter(batch.column("worded"))
        kept[worded] = alike(*(_texts(decided.column(name)) for name in ("wording", "others")))
        codes = (one.astype(np.int64) << 32) | other
        found, places = np.unique(codes, return_inverse=True)
        columns = {
            "one": pa.array((found >> 32).astype(np.int32)),
            "other": pa.array((found & 0xFFFFFFFF).astype(np.int32)),
            "pairs": pa.array(np.bincount(places, minlength=len(found)).astype(np.int64)),
            "kept": pa.array(
                np.bincount(places, weights=kept, minlength=len(found)).astype(np.int64)
            ),
        }
        yield pa.RecordBatch.from_pydict(columns)


def _texts(column: "pa.Array") -> Texts:
    return np.array(column.to_pylist(), dtype=object)
