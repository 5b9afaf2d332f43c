"""What is broken is named and set aside; the rest is served, and adding again mends it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from crosscheck.archive.fetching import fetch
from crosscheck.archive.filling import places
from crosscheck.archive.index import VERSION, index_of
from crosscheck.archive.library import opened
from crosscheck.archive.manifest import NAME, TABLES, read_manifest
from crosscheck.archive.messages import ArchiveError
from crosscheck.archive.repairing import repair
from crosscheck.archive.store import INDEX, make, open_archive, verified
from tests.archive.shelves import put, write_texts


def cut(file: Path) -> None:
    """As a disk that was full leaves it."""
    file.write_bytes(file.read_bytes()[:-20])


def spoil(file: Path) -> None:
    """Other bytes of the same length, as a bad sector gives."""
    data = bytearray(file.read_bytes())
    data[4 : len(data) - 8] = bytes(len(data) - 12)
    file.write_bytes(bytes(data))


def turn_one_bit(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.write_bytes(bytes(data))


HARM: tuple[Callable[[Path], None], ...] = (Path.unlink, cut, spoil, turn_one_bit)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three articles of three months: three segments."""
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    return tmp_path / "archive"


def file_of(archive: Path, table: str) -> Path:
    """A file of the segment of March."""
    (march,) = (s for s in read_manifest(archive).segments if s.month == "2025-03")
    return archive / march.files[TABLES.index(table)].path


def served(archive: Path) -> tuple[set[str], tuple[str, ...]]:
    """The sources that can be read, and what was said to be damaged."""
    with opened(archive) as library:
        numbers = [n for (n,) in library.index.execute("SELECT n FROM articles")]
        found = fetch(library, numbers)
        said = tuple(aside.file for aside in library.archive.aside) + found.damaged
    return {entry.source for entry in found.entries}, said


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("table", ["articles", "claims", "records"])
@pytest.mark.parametrize("indexed", [True, False])
def test_the_rest_is_served(
    archive: Path, harm: Callable[[Path], None], table: str, indexed: bool
) -> None:
    """Nothing that was not written is ever read, whether or not the index is there."""
    file = file_of(archive, table)
    harm(file)
    if not indexed:
        (archive / INDEX).unlink()
    sources, said = served(archive)
    assert {"../textes/avril.txt", "../textes/ecole.txt"} <= sources
    if "../textes/mars.txt" in sources:
        assert harm is turn_one_bit  # in what nobody reads: the columns of the keys
    else:
        assert any(file.name in words or "mars.txt" in words for words in said)
    (aside,) = verified(open_archive(archive)).aside
    assert aside.file.endswith(file.name)


@pytest.mark.parametrize("harm", HARM)
def test_an_article_that_was_found_is_told_where_its_record_is_not_what_it_was(
    archive: Path, harm: Callable[[Path], None]
) -> None:
    """The index is of before: it knows the article, and its file is spoilt where it lies."""
    index_of(open_archive(archive)).close()
    file = file_of(archive, "records")
    harm(file)
    sources, said = served(archive)
    assert sources == {"../textes/avril.txt", "../textes/ecole.txt"}
    assert any(file.name in words or "mars.txt" in words for words in said)


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_adding_again_mends(archive: Path, harm: Callable[[Path], None]) -> None:
    harm(file_of(archive, "claims"))
    _, done = put(archive, archive.parent / "textes")
    assert (done.added, done.known) == (1, 2)
    assert len(served(archive)[0]) == 3


@pytest.mark.parametrize("data", [None, b"", b"not a database at all, but long enough" * 99])
def test_the_index_is_made_anew(archive: Path, data: bytes | None) -> None:
    expected = served(archive)
    if data is None:
        (archive / INDEX).unlink()
    else:
        (archive / INDEX).write_bytes(data)
    assert served(archive) == expected


def test_an_index_of_another_time_is_brought_up(archive: Path) -> None:
    """As a backup leaves it: the index of before, the manifest of now."""
    before = (archive / INDEX).read_bytes()
    (archive.parent / "textes" / "neuf.txt").write_text("Neuf morts à Kati.", encoding="utf-8")
    put(archive, archive.parent / "textes")
    expected = served(archive)
    (archive / INDEX).write_bytes(before)
    assert served(archive) == expected
    assert len(expected[0]) == 4


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("indexed", [True, False])
def test_repairing_says_what_to_add_again(
    archive: Path, harm: Callable[[Path], None], table: str, indexed: bool
) -> None:
    """Whatever is left of a segment tells; only its articles, lost with the index, do not."""
    index_of(open_archive(archive)).close()
    harm(file_of(archive, table))
    if not indexed:
        (archive / INDEX).unlink()
    done = repair(open_archive(archive))
    texts = archive.parent / "textes"
    if table == "articles" and not indexed:
        assert (done.damaged, done.lost, done.unnamed) == (1, (), 1)
    else:
        assert (done.damaged, done.unnamed) == (1, 0)
        assert [Path(path).resolve() for path in done.lost] == [texts / "mars.txt"]
    assert not verified(open_archive(archive)).aside
    assert put(archive, texts)[1].added == 1
    assert len(served(archive)[0]) == 3
    assert repair(open_archive(archive)).damaged == 0


@pytest.mark.parametrize("wrong", ["NULL", "place + 1", "0", "1 << 40"])
def test_what_the_index_says_of_a_place_is_not_believed(archive: Path, wrong: str) -> None:
    """An article that is not where it is said to be is looked for, and found."""
    expected = served(archive)
    with closing(sqlite3.connect(archive / INDEX)) as index:
        index.executescript(f"UPDATE articles SET place = {wrong}")
    assert served(archive) == expected
    assert len(expected[0]) == 3


def test_records_stand_in_their_file_as_they_are(archive: Path) -> None:
    """What DuckDB writes holds them unchanged, so that each can be read by itself."""
    with opened(archive) as library:
        rows = library.index.execute("SELECT place, size FROM articles").fetchall()
    assert len(rows) == 3
    assert all(place > 0 and size > 0 for place, size in rows)


def test_a_file_that_holds_them_otherwise_is_asked_no_more(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"...one..two...")
    with places(tmp_path / "a") as place_of:
        assert [place_of(data) for data in (b"two", b"one", b"none", b"two")] == [8, 3, None, None]


def test_an_index_of_another_version_is_made_anew(archive: Path) -> None:
    """What it holds means something else now."""
    expected = served(archive)
    with closing(sqlite3.connect(archive / INDEX)) as index:
        keys = index.execute("SELECT count(*) FROM keys").fetchone()
        index.executescript(f"""DELETE FROM keys; UPDATE state SET held = 'of then';
            PRAGMA user_version = {VERSION - 1}""")
    assert served(archive) == expected
    with opened(archive) as library:
        assert library.index.execute("SELECT count(*) FROM keys").fetchone() == keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "manifeste illisible \\(ce n'est pas du JSON\\)"),
        ("[" * 100_000, "manifeste illisible \\(ce n'est pas du JSON\\)"),
        ("[]", "manifeste illisible \\(il y manque"),
        ('{"format": 2, "segments": [{"month": 3}]}', "manifeste illisible"),
        ('{"format": 3}', "mettre crosscheck à jour"),
        ('{"format": 1}', "archive migrate .* au format 2"),
        ('{"format": 0}', "« 0 », qu'aucune version ne connaît"),
        ('{"format": "1"}', "« 1 », qu'aucune version ne connaît"),
    ],
)
def test_a_manifest_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ArchiveError, match=words):
        open_archive(tmp_path)


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à moi", encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"n'est pas vide \(notes\.txt\)"):
        make(tmp_path)
    with pytest.raises(ArchiveError, match="ce n'est pas une archive"):
        make(tmp_path / "notes.txt")
    with pytest.raises(ArchiveError, match="ce n'est pas une archive"):
        open_archive(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
