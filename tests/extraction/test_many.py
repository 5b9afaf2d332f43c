"""Whatever way articles are read for claims, the same claims come out, in the same order."""

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crosscheck import cross_check, read_articles
from crosscheck.claims import extract, extract_all
from crosscheck.extraction import Reading, claims_of, claims_of_all, claims_of_each
from crosscheck.extraction.kept import FOLDER, Kept, forget_others, key_of
from crosscheck.extraction.many import TOGETHER
from crosscheck.extraction.pool import ENOUGH, forked, processes
from crosscheck.models import Article, Block, Claim
from crosscheck.models.codec import to_plain
from crosscheck.rules import use_rules
from crosscheck.settings import Settings
from crosscheck.stamp import stamp

ROOT = Path(__file__).parent.parent.parent
TEXT = "Trois accords ont été signés à Moscou, dit Jean Duval, ministre.\n\nIl y a 12 morts."


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def articles(clusters: Path) -> list[Article]:
    folders = sorted(path for path in clusters.iterdir() if path.is_dir())
    read = [(folder.name, read_articles([folder])[0]) for folder in folders]
    return [replace(a, id=f"{name}-{a.id}") for name, found in read for a in found]


@pytest.fixture(scope="module")
def claims(articles: list[Article]) -> tuple[Claim, ...]:
    return tuple(claim for article in articles for claim in claims_of(article))


WAYS = (
    Reading(),
    Reading(jobs=2),
    Reading(jobs=5),
    Reading(jobs=0),
    Reading(cache=True),
    Reading(cache=True),
    Reading(jobs=2, cache=True),
)


def test_every_way_gives_the_same(
    articles: list[Article], claims: tuple[Claim, ...], cache: Path
) -> None:
    for way in WAYS:
        found = claims_of_all(articles, way)
        assert [to_plain(claim) for claim in found] == [to_plain(claim) for claim in claims], way
    assert len(list(cache.glob(f"{FOLDER}*/*/*"))) == len(articles)


def test_articles_that_are_read_together(
    articles: list[Article], claims: tuple[Claim, ...]
) -> None:
    """Each gives the claims that it gives alone."""
    assert sum(len(article.text) for article in articles) > 2 * TOGETHER
    together = extract_all(articles)
    assert [extract(article) for article in articles] == together
    assert [claim.text for found in together for claim in found] == [c.text for c in claims]


def test_what_is_known_is_not_read(articles: list[Article]) -> None:
    first, second = articles[:2]
    known = {second.id: claims_of(first)[:1]}
    told: list[str] = []
    found = list(claims_of_each([first, second], known=known, progress=told.append))
    assert found == [(first.id, claims_of(first)), (second.id, known[second.id])]
    assert told == [first.id, second.id]


def test_the_report_is_the_same_with_and_without(seeds: Path, cache: Path) -> None:
    read, _ = read_articles([seeds])
    without = cross_check(read)
    kept = Settings(cache=True)
    assert cross_check(read, kept) == cross_check(read, kept) == without == cross_check(
        read[::-1], Settings(jobs=3)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ({"id": "b", "path": "b.txt", "outlet": "B", "title": "T", "origin": "AFP"}, True),
        ({"text": TEXT + " "}, False),
        ({"published": date(2025, 6, 24)}, False),
        ({"blocks": (Block("headline", 0, 10),)}, False),
    ],
)
def test_what_tells_texts_apart(other: dict[str, object], alike: bool) -> None:
    article = Article("a", TEXT, published=date(2025, 6, 23))
    assert (key_of(replace(article, **other)) == key_of(article)) is alike  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [b"", b"x" * 50, zlib.compress(b"{}x"), zlib.compress(b"[1]")])
def test_what_is_damaged_is_read_again(content: bytes, cache: Path) -> None:
    article = Article("a", TEXT)
    claims = claims_of_all([article], Reading(cache=True))
    (file,) = cache.glob(f"{FOLDER}*/*/*")
    file.write_bytes(content)
    assert claims_of_all([article], Reading(cache=True)) == claims
    assert json.loads(zlib.decompress(file.read_bytes()))


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file")
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path / "cache"))
    article = Article("a", TEXT)
    claims = claims_of_all([article], Reading(cache=True))
    assert claims == claims_of(article)
    kept = Kept()
    kept.keep(article, claims)
    assert kept.folder is None and kept.find(article) is None


def test_other_words_are_another_cache(tmp_path: Path) -> None:
    before = stamp()
    (tmp_path / "hedges.toml").write_bytes((ROOT / "rules" / "fr" / "hedges.toml").read_bytes())
    try:
        use_rules(tmp_path)
        assert stamp() == before  # the same words, wherever they stand
        with (tmp_path / "hedges.toml").open("a", encoding="utf-8") as file:
            file.write("# one word more\n")
        use_rules(None)
        use_rules(tmp_path)
        assert stamp() != before
    finally:
        use_rules(None)
    assert stamp() == before


def test_what_other_versions_kept_goes_after_a_month(tmp_path: Path) -> None:
    here, old, lately = (tmp_path / f"{FOLDER}{name}" for name in ("here", "old", "lately"))
    for folder in (here, old, lately):
        folder.mkdir()
    os.utime(old, (0, 0))
    os.utime(here, (0, 0))
    forget_others(here)
    assert sorted(tmp_path.iterdir()) == [here, lately]


@pytest.mark.parametrize(
    ("asked", "articles", "expected"),
    [(1, 100, 1), (3, 100, 3), (3, 2, 2), (3, 0, 1), (0, ENOUGH - 1, 1)],
)
def test_how_many_processes(asked: int, articles: int, expected: int) -> None:
    assert processes(asked, articles) == expected


HERE = os.getpid()


def dies(articles: Iterable[Article]) -> Iterator[tuple[Claim, ...]]:
    """Killed while it reads the article « 3 », as by a system that has no memory left."""
    for article in articles:
        if article.id == "3" and os.getpid() != HERE:
            os.kill(os.getpid(), 9)
        yield claims_of(article)


def fails(articles: Iterable[Article]) -> Iterator[tuple[Claim, ...]]:
    raise ValueError("told")
    yield from ()


def test_a_process_that_is_killed_loses_nothing() -> None:
    """What it had not read is read by the first one."""
    articles = [Article(str(i), TEXT) for i in range(6)]
    assert list(forked(dies, articles, 2)) == [claims_of(article) for article in articles]


def test_an_error_in_a_process_is_told() -> None:
    with pytest.raises(ValueError, match="told"):
        list(forked(fails, [Article("a", TEXT)] * 4, 2))


def test_what_is_kept_needs_no_model(cache: Path, seeds: Path) -> None:
    """The second time, spaCy is not imported."""
    code = (
        "import sys; from crosscheck import cross_check, read_articles, Settings\n"
        f"cross_check(read_articles([{str(seeds)!r}])[0], Settings(cache=True))\n"
        "print('spacy' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    told = [
        subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert told == [b"True", b"False"]
