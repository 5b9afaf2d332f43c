"""The labelled stories in one archive: each is told as `report` tells it, and none loses a pair."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from crosscheck import cross_check, read_articles
from crosscheck.archive import linking
from crosscheck.archive.blocking import Limits
from crosscheck.archive.engines import embedded
from crosscheck.archive.library import opened
from crosscheck.archive.linking import Linked
from crosscheck.archive.losses import losses
from crosscheck.archive.store import Archive
from crosscheck.archive.stories import Stories
from crosscheck.archive.telling import Told, show, tell
from tests.archive.shelves import extract, put

ROOT = Path(__file__).parents[2]
FOLDERS = [
    *sorted(p for p in (ROOT / "tests" / "clusters").iterdir() if p.is_dir()),
    ROOT / "seeds",
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return put(tmp_path_factory.mktemp("archive"), *FOLDERS)[0]


@pytest.fixture(scope="module")
def found(archive: Archive) -> tuple[Linked, Stories, dict[int, str]]:
    connection = embedded.prepared(archive)
    linked = embedded.linked(connection, Limits())
    return linked, linking.found(linked), embedded.keys(connection)


def test_every_story_is_told_as_the_report_on_its_articles(
    archive: Archive,
    found: tuple[Linked, Stories, dict[int, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    _, stories, keys = found
    with opened(archive.folder) as library:
        told = list(tell(library, stories.groups, keys))
    assert [story.number for story in told] == list(range(1, len(stories.groups) + 1))
    for story in told:
        files = [Path(article.path) for article in story.report.articles]
        articles, _ = read_articles(files)
        report = cross_check(articles, known={a.id: extract(a) for a in articles})
        assert story.report.findings == report.findings
        assert story.report.checks == report.checks
        assert story.report.not_compared == report.not_compared


def as_json(story: Told) -> str:
    return json.dumps({"story": story.number, **story.report.to_dict()})


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_changes_nothing(
    jobs: int, archive: Archive, found: tuple[Linked, Stories, dict[int, str]]
) -> None:
    """Each story is told in its place, whichever process was done with it first."""
    _, stories, keys = found
    with opened(archive.folder) as library:
        alone = list(show(library, stories.groups, keys, as_json, jobs=1))
        spread = list(show(library, stories.groups, keys, as_json, jobs=jobs))
    assert len(alone) == len(stories.groups) > jobs
    assert spread == alone


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_pair_that_a_report_joins_falls_out_of_its_story(
    folder: Path, archive: Archive, found: tuple[Linked, Stories, dict[int, str]]
) -> None:
    _, stories, keys = found
    with opened(archive.folder) as library:
        rows = library.index.execute("SELECT source, key FROM articles").fetchall()
    number = {key: n for n, key in keys.items()}
    of = {Path(source).name + Path(source).parent.name: number[key] for source, key in rows}
    story = {article: i for i, group in enumerate(stories.groups) for article in group}
    articles, _ = read_articles([folder])
    report = cross_check(articles, known={a.id: extract(a) for a in articles})
    place = {a.id: story[of[Path(a.path).name + Path(a.path).parent.name]] for a in articles}
    joined = [
        (one.article, other.article)
        for finding in report.findings
        for one, other in combinations(finding.group.claims, 2)
    ]
    assert joined
    assert [pair for pair in joined if place[pair[0]] != place[pair[1]]] == []


def test_what_a_block_leaves_is_told_by_its_name(archive: Archive) -> None:
    """Limits so tight that a story's own name is too frequent in its week."""
    tight = Limits(block=3, ever=3)
    lost = embedded.linked(embedded.prepared(archive), tight).lost
    with opened(archive.folder) as library:
        told = list(losses(library, lost, tight, most=200))
    assert {"Kambélé", "2025-04-26"} <= {loss.word for loss in told}
    for loss in told:
        assert loss.articles > tight.block
        assert 0 < loss.pairs <= loss.articles * (loss.articles - 1) / 2
        assert (loss.last - loss.first).days == 2 * tight.week - 1


def test_an_archive_that_is_no_larger_than_a_story_is_one(tmp_path: Path) -> None:
    folder = FOLDERS[0]
    archive, _ = put(tmp_path / "archive", folder)
    linked = embedded.linked(embedded.prepared(archive), Limits())
    count = len(list(folder.glob("*.txt")))
    assert linking.found(linked) == Stories((tuple(range(count)),), 0)


def test_an_empty_archive_has_no_story(tmp_path: Path) -> None:
    archive, _ = put(tmp_path / "archive")
    linked = embedded.linked(embedded.prepared(archive), Limits())
    assert (linked.articles, linked.links, linking.found(linked).groups) == (0, (), ())
