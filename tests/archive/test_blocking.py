"""Which articles become neighbours, which pairs of claims are looked at, and what is left aside."""

from collections.abc import Sequence

import numpy as np
import pytest

from crosscheck.archive.blocking import Limits, Lost
from crosscheck.archive.engines.embedded import linked
from crosscheck.archive.linking import Linked
from crosscheck.archive.slots import COLUMNS

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (extra « store »)")

Article = tuple[int | None, Sequence[int], Sequence[int]]
"""Day, names, words."""
FILLER = 200
"""Articles that share nothing, so that what two others share is rare."""
FAR = 900_000


def tables(articles: Sequence[Article]) -> "duckdb.DuckDBPyConnection":
    """An archive in which each article makes one claim, all alike; among others of those days."""
    first = next((day for day, _, _ in articles if day is not None), 0)
    connection = duckdb.connect(config={"threads": 1})
    rows = [*articles, *((first + i % 4, [FAR + i], []) for i in range(FILLER))]
    connection.execute("CREATE TABLE articles (article INT, day INT)")
    connection.executemany(
        "INSERT INTO articles VALUES (?, ?)", [[i, day] for i, (day, _, _) in enumerate(rows)]
    )
    connection.execute("CREATE TABLE tokens (article INT, token BIGINT, name INT)")
    told = [[i, token, 1] for i, (_, names, _) in enumerate(rows) for token in names]
    told += [[i, token, 0] for i, (_, _, words) in enumerate(rows) for token in words]
    connection.executemany("INSERT INTO tokens VALUES (?, ?, ?)", told)
    slots = dict.fromkeys(COLUMNS, 0) | {"kind": 1, "unit": 5, "head": 6, "value": 7, "lane0": 3}
    columns = ", ".join(f"CAST({value} AS BIGINT) AS {name}" for name, value in slots.items())
    connection.execute(
        f"CREATE TABLE claims AS SELECT article AS claim, article, {columns}, '' AS wording"
        " FROM articles"
    )
    return connection


def found(articles: Sequence[Article], limits: Limits | None = None) -> Linked:
    return linked(tables(articles), limits or Limits())


def links(articles: Sequence[Article], limits: Limits | None = None) -> list[tuple[int, int]]:
    return [(link.one, link.other) for link in found(articles, limits).links]


MALI, GOITA, BAMAKO, FIGURE, ACCORD, MORT = range(1, 7)


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param([(100, [MALI, GOITA, BAMAKO, FIGURE], [])] * 2, [(0, 1)], id="four names"),
        pytest.param([(100, [MALI], [])] * 2, [], id="one name tells too little"),
        pytest.param([(100, [MALI, GOITA], [ACCORD, MORT])] * 2, [(0, 1)], id="names and words"),
        pytest.param(
            [(None, [MALI, GOITA, BAMAKO, FIGURE], [])] * 2, [(0, 1)], id="without a date"
        ),
        pytest.param(
            [(0, [MALI, GOITA, BAMAKO, FIGURE], []), (4000, [MALI, GOITA, BAMAKO, FIGURE], [])],
            [(0, 1)],
            id="years apart, by what the whole archive seldom has",
        ),
        pytest.param(
            [(100, [MALI, GOITA, BAMAKO, FIGURE], [])] * 3,
            [(0, 1), (0, 2), (1, 2)],
            id="three articles",
        ),
    ],
)
def test_articles_that_share_what_is_rare_are_linked(
    articles: Sequence[Article], expected: list[tuple[int, int]]
) -> None:
    assert links(articles) == expected


@pytest.mark.parametrize("day", [0, 1, 89, 90, 91, -1, -90, 6, 7, 13])
def test_no_border_of_a_season_or_a_week_stands_between_two_days(day: int) -> None:
    """Names that the archive is full of find two articles a day apart, whatever the day."""
    names = list(range(10, 30))
    busy = [(day - 400 - 300 * i, names, []) for i in range(1, 30)]
    articles = [(day, names, []), (day + 1, names, []), *busy]
    assert (0, 1) in links(articles, Limits(ever=5))


def test_what_a_block_that_grew_too_large_leaves_is_told() -> None:
    articles = [(100, [MALI, GOITA, BAMAKO, FIGURE, 10 + i], []) for i in range(6)]
    told = found(articles, Limits(ever=3, block=5))
    assert told.links == ()
    weeks = [block for block in told.lost if block.level == "week"]
    assert Lost("week", 14, MALI, 6, 15) in weeks
    assert {block.token for block in weeks} == {MALI, GOITA, BAMAKO, FIGURE}


def test_blocks_that_are_large_by_seasons_are_looked_at_by_weeks() -> None:
    names = [MALI, GOITA, BAMAKO, FIGURE, 7, 8, 9]
    articles = [(100 + 20 * i, names, []) for i in range(6)]
    together = (102, names, [])
    told = found([*articles, together], Limits(ever=3, block=5))
    assert [(link.one, link.other) for link in told.links] == [(0, 6)]
    assert not [block for block in told.lost if block.level == "week"]


def test_a_word_counts_only_while_it_is_rare() -> None:
    """A word that is no name finds nothing by seasons: « mort » is in every week's news."""
    words = list(range(10, 20))
    articles = [(100, [], words) for _ in range(6)]
    assert links(articles, Limits(ever=3)) == []


def test_the_order_of_articles_changes_nothing() -> None:
    rng = np.random.default_rng(1)
    names = [[10 * (i % 5) + n for n in rng.permutation(7)[:6].tolist()] for i in range(20)]
    articles: list[Article] = [(100 + i % 3, names[i], []) for i in range(20)]
    order = rng.permutation(20)
    told = {(link.one, link.other, link.bits) for link in found(articles).links}
    mixed = found([articles[i] for i in order]).links
    back = {(*sorted((int(order[link.one]), int(order[link.other]))), link.bits) for link in mixed}
    assert back == told
    assert told
