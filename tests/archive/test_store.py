"""What an archive holds after it has grown, changed and been put in order."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from crosscheck.archive.committing import commit
from crosscheck.archive.compacting import compact
from crosscheck.archive.fetching import fetch
from crosscheck.archive.index import index_of
from crosscheck.archive.known import unknown
from crosscheck.archive.library import opened
from crosscheck.archive.manifest import TABLES
from crosscheck.archive.messages import ArchiveError
from crosscheck.archive.removing import keys_under
from crosscheck.archive.rows import Entry
from crosscheck.archive.sources import found, source_name, source_names
from crosscheck.archive.store import Archive, make, open_archive, prepare
from crosscheck.models import Article
from crosscheck.reading import read_articles
from crosscheck.reading.folders import Source
from tests.archive.shelves import APRIL, MARCH, TEXTS, extract, put, write_texts


def entries(folder: Path) -> dict[str, Entry]:
    """All that an archive gives back, by source."""
    with opened(folder) as library:
        numbers = [n for (n,) in library.index.execute("SELECT n FROM articles")]
        found = fetch(library, numbers)
    assert found.damaged == ()
    return {entry.source: entry for entry in found.entries}


def files(archive: Archive) -> set[str]:
    """The files of an archive that count, and nothing else must stand there."""
    named = {file.path for segment in archive.manifest.segments for file in segment.files}
    there = {p.relative_to(archive.folder).as_posix() for p in archive.folder.rglob("*.parquet")}
    assert there == named
    return named


def test_articles_come_back_as_they_were_read(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "textes")
    put(tmp_path / "archive", texts)
    found = entries(tmp_path / "archive")
    assert sorted(found) == ["../textes/avril.txt", "../textes/ecole.txt", "../textes/mars.txt"]
    for article in read_articles([texts])[0]:
        entry = found[f"../textes/{Path(article.path).name}"]
        assert entry.article == replace(article, path=entry.source)
        assert list(entry.claims) == extract(entry.article)


def test_every_labelled_claim_comes_back(clusters: Path, seeds: Path, tmp_path: Path) -> None:
    """Through Parquet and back, to the last field."""
    put(tmp_path / "archive", clusters, seeds)
    found = entries(tmp_path / "archive").values()
    assert sum(len(entry.claims) for entry in found) > 1500
    for entry in found:
        expected = extract(entry.article)
        assert list(entry.claims) == expected
        assert [repr(c.value) for c in entry.claims] == [repr(c.value) for c in expected]


def test_what_is_there_is_not_read_again(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "textes")
    before, first = put(tmp_path / "archive", texts)
    after, again = put(tmp_path / "archive", texts)
    assert (first.added, first.known) == (3, 0)
    assert (again.added, again.replaced, again.known) == (0, 0, 3)
    assert after.manifest == before.manifest


def test_bytes_decide_whatever_the_clock_says(tmp_path: Path) -> None:
    """As long, and written at the same moment as far as the disk can tell."""
    texts = write_texts(tmp_path / "textes")
    put(tmp_path / "archive", texts)
    file = texts / "mars.txt"
    before = file.stat()
    file.write_text(MARCH.replace("40 blessés", "41 blessés"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    archive = open_archive(tmp_path / "archive")
    (source,) = unknown(archive, found([texts])[0])[1]
    assert source.path == file
    assert put(tmp_path / "archive", texts)[1].replaced == 1


def test_a_changed_article_replaces_itself(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "textes")
    put(tmp_path / "archive", texts)
    (texts / "mars.txt").write_text(MARCH.replace("Douze", "Quatorze"), encoding="utf-8")
    archive, done = put(tmp_path / "archive", texts)
    assert (done.added, done.replaced, done.known) == (0, 1, 2)
    assert len(archive.manifest.removed) == 1
    found = entries(tmp_path / "archive")
    assert len(found) == 3
    assert "Quatorze" in found["../textes/mars.txt"].article.text


def test_what_is_as_it_was_once_is_called_back(tmp_path: Path) -> None:
    """An article that changes and changes back stands in its first file still."""
    texts = write_texts(tmp_path / "textes")
    first, _ = put(tmp_path / "archive", texts)
    (texts / "mars.txt").write_text(APRIL, encoding="utf-8")
    put(tmp_path / "archive", texts)
    (texts / "mars.txt").write_text(MARCH, encoding="utf-8")
    archive, done = put(tmp_path / "archive", texts)
    assert done.replaced == 1
    assert set(first.manifest.segments) <= set(archive.manifest.segments)
    assert entries(tmp_path / "archive")["../textes/mars.txt"].article.text == MARCH


def test_a_companion_counts_as_the_file(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "textes")
    put(tmp_path / "archive", texts)
    (texts / "mars.txt.meta.toml").write_text('outlet = "Le Quotidien"\n', encoding="utf-8")
    _, done = put(tmp_path / "archive", texts)
    assert (done.replaced, done.known) == (1, 2)
    assert entries(tmp_path / "archive")["../textes/mars.txt"].article.outlet == "Le Quotidien"


def test_articles_that_left_their_file_leave_the_archive(tmp_path: Path) -> None:
    line = '{{"title": "Un", "text": "Douze personnes sont mortes à {place} vendredi soir."}}\n'
    texts = tmp_path / "textes"
    texts.mkdir()
    file = texts / "fil.jsonl"
    file.write_text("".join(line.format(place=p) for p in ("Bamako", "Kati")), encoding="utf-8")
    _, first = put(tmp_path / "archive", texts)
    file.write_text(line.format(place="Bamako"), encoding="utf-8")
    _, again = put(tmp_path / "archive", texts)
    assert first.added == 2
    assert (again.added, again.dropped) == (0, 1)
    assert len(entries(tmp_path / "archive")) == 1


def test_the_way_it_grew_leaves_no_trace(tmp_path: Path) -> None:
    """Two archives of the same articles have the same files once they are put in order."""
    texts = write_texts(tmp_path / "textes")
    one, _ = put(tmp_path / "un", texts)
    for name in sorted(TEXTS, reverse=True):
        put(tmp_path / "deux", texts / name)
    (texts / "mars.txt").write_text(APRIL, encoding="utf-8")
    put(tmp_path / "deux", texts)
    (texts / "mars.txt").write_text(MARCH, encoding="utf-8")
    put(tmp_path / "deux", texts, batch=1)
    one, two = compact(one), compact(open_archive(tmp_path / "deux"))
    assert files(one) == files(two)
    assert replace(one.manifest, generation=0) == replace(two.manifest, generation=0)


def test_what_is_removed_is_gone_and_can_come_again(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "textes")
    archive, _ = put(tmp_path / "archive", texts)
    archive = commit(archive, (), keys_under(archive, [texts / "mars.txt"]))
    assert sorted(entries(tmp_path / "archive")) == ["../textes/avril.txt", "../textes/ecole.txt"]
    archive = compact(archive)
    assert archive.manifest.removed == frozenset()
    assert len(files(archive)) == 2 * len(TABLES)
    with pytest.raises(ArchiveError, match="rien de ce nom"):
        keys_under(archive, [texts / "mars.txt"])
    assert put(tmp_path / "archive", texts)[1].added == 1


def test_texts_that_no_table_can_hold_come_back(tmp_path: Path) -> None:
    """Halves of characters, and the character that ends texts elsewhere."""
    folder = tmp_path / "archive"
    make(folder)
    prepare(folder)
    text = "Un \ud800 reste.\0 Fin."
    article = Article("a", text, "../a.txt", title="T\udfff")
    commit(open_archive(folder), [Entry("../a.txt", "f", "s", article, ())])
    assert entries(folder)["../a.txt"].article == article


def test_an_empty_archive_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    make(folder)
    prepare(folder)
    assert entries(folder) == {}
    assert compact(open_archive(folder)).segments == ()
    index_of(open_archive(folder)).close()


@pytest.mark.parametrize("left", ["articles/month=2025-03/0123.parquet", "tmp/x.parquet"])
def test_what_a_stop_has_left_is_cleared(tmp_path: Path, left: str) -> None:
    texts = write_texts(tmp_path / "textes")
    put(tmp_path / "archive", texts)
    file = tmp_path / "archive" / left
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"PAR1")
    put(tmp_path / "archive", texts)
    assert not file.exists()


@pytest.mark.parametrize("folder", ["archive", "textes", "textes/2025", "."])
def test_files_are_named_together_as_each_alone(folder: str, tmp_path: Path) -> None:
    """Beside the archive, in it, above it, and with a name that is no UTF-8."""
    names = ["a.txt", "textes/b.txt", "textes/2025/c.txt", "autres/d\udcff.txt"]
    files = [(tmp_path / name).resolve() for name in names]
    told = source_names([Source(file, file) for file in files], tmp_path / folder)
    assert list(told.values()) == [source_name(file, tmp_path / folder) for file in files]
