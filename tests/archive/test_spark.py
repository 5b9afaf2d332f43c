"""A real master and two workers on this machine give what DuckDB gives; a mute master is told."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crosscheck.archive import linking
from crosscheck.archive.adding import Way, add
from crosscheck.archive.blocking import Limits
from crosscheck.archive.engines import cluster, embedded
from crosscheck.archive.library import opened
from crosscheck.archive.messages import ArchiveError
from crosscheck.archive.sources import found
from crosscheck.archive.store import Archive, make, open_archive, prepare
from crosscheck.archive.telling import tell
from crosscheck.models import Article, Claim
from tests.archive.shelves import extract, put
from tests.archive.standalone import HOST, LIGHT, standalone

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("duckdb", reason="duckdb is not installed (extra « store »)")
pytest.importorskip("pyspark", reason="pyspark is not installed (extra « spark »)")
pytestmark = pytest.mark.skipif(not cluster.java(), reason="Java is not installed")

STORIES = ("a1-accident-broukakro", "b3-cholera-sud-lomela", "b8-cyclone-tovinala")
PATIENCE = 120
"""Other work may have this machine."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, clusters: Path) -> Archive:
    """Three labelled stories in one archive, and what was removed from it."""
    folder = tmp_path_factory.mktemp("archive")
    return put(folder, *(clusters / name for name in STORIES))[0]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[SparkSession]":
    """A session on two workers of a standalone master."""
    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch, standalone(folder) as master:
        patch.setenv("JAVA_TOOL_OPTIONS", LIGHT)
        with cluster.session(master, PATIENCE) as session:
            yield session


def test_spark_gives_the_rows_that_duckdb_gives(archive: Archive, spark: "SparkSession") -> None:
    """Links, blocks and counts; then the report on each story, and the claims of articles."""
    from crosscheck.archive.engines import spread

    connection = embedded.prepared(archive)
    here = embedded.linked(connection, Limits())
    spread.prepared(spark, archive)
    assert spread.linked(spark, Limits()) == here
    assert here.links

    stories = linking.stories(here.links)
    keys = embedded.keys(connection)
    with opened(archive.folder) as library:
        reports = list(tell(library, stories.groups, keys))
    assert list(spread.told(spark, archive, stories.groups)) == reports
    assert len(reports) == len(stories.groups) > 1

    articles = reports[0].report.articles[:3]
    assert spread.extracted(spark, articles, None) == [tuple(extract(a)) for a in articles]


def test_what_workers_read_makes_the_same_archive(
    archive: Archive, spark: "SparkSession", tmp_path: Path, clusters: Path
) -> None:
    from crosscheck.archive.engines import spread

    make(tmp_path / "archive")
    prepare(tmp_path / "archive")
    way = Way(refused, extract_all=lambda articles: spread.extracted(spark, articles, None))
    sources, _ = found([clusters / STORIES[0]])
    here, _ = put(tmp_path / "here", clusters / STORIES[0])
    for there, _done in add(open_archive(tmp_path / "archive"), sources, way):
        assert there.manifest == here.manifest


def refused(article: Article) -> Sequence[Claim]:
    """What reads an article in this process: nothing is to."""
    raise AssertionError(article.id)


def test_blocks_that_grew_too_large_are_told_alike(archive: Archive, spark: "SparkSession") -> None:
    from crosscheck.archive.engines import spread

    tight = Limits(block=3, ever=2)
    here = embedded.linked(embedded.prepared(archive), tight)
    spread.prepared(spark, archive)
    assert spread.linked(spark, tight) == here
    assert here.lost


ASK = """
from crosscheck.archive.engines import cluster
from crosscheck.archive.messages import ArchiveError
import sys
try:
    with cluster.session(sys.argv[1], 2):
        pass
except ArchiveError as error:
    print(error)
"""


@pytest.mark.parametrize("port", ["mute", "closed"])
def test_a_master_that_does_not_answer_is_told(port: str) -> None:
    """In a process of its own, for the one here has its session; two seconds of patience."""
    with socket.socket() as server:
        server.bind((HOST, 0))
        if port == "mute":
            server.listen()
        address = f"spark://{HOST}:{server.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-c", ASK, address],
            env=os.environ | {"JAVA_TOOL_OPTIONS": LIGHT},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    reason = "sans réponse" if port == "mute" else "connexion refusée"
    assert done.stdout == f"{address} : pas de travail possible avec ce maître Spark ({reason})\n"


@pytest.mark.parametrize("master", ["yarn", "spark://", "spark://hote", "http://hote:7077"])
def test_what_is_no_master_is_told(master: str) -> None:
    with pytest.raises(ArchiveError, match="attendu"), cluster.session(master):
        pass


def test_without_java_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", os.fspath(tmp_path))
    with pytest.raises(ArchiveError, match="Java"), cluster.session("local[1]"):
        pass
