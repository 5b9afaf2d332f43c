"""An archive of the first format, as a release of then wrote it, brought to the one of now.

Three articles, of which one was replaced: `tests/data/former-archive`.
"""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from crosscheck.archive.fetching import fetch
from crosscheck.archive.former import Carried, carry, is_former
from crosscheck.archive.library import opened
from crosscheck.archive.manifest import FORMAT, FORMER, NAME
from crosscheck.archive.messages import ArchiveError
from crosscheck.archive.migrating import migrate, outdated
from crosscheck.archive.store import open_archive, verified
from crosscheck.cli import run
from tests.archive.shelves import APRIL, MARCH, UNDATED, extract
from tests.archive.test_damage import cut, spoil, turn_one_bit
from tests.archive.test_disk import crosscheck

DATA = Path(__file__).parent.parent / "data" / "former-archive"
TEXTS = {
    "../textes/avril.txt": APRIL,
    "../textes/ecole.txt": UNDATED,
    "../textes/mars.txt": MARCH.replace("Douze", "Quatorze"),
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    copytree(DATA, tmp_path / "archive")
    return tmp_path / "archive"


def texts(folder: Path) -> dict[str, str]:
    with opened(folder) as library:
        numbers = [n for (n,) in library.index.execute("SELECT n FROM articles")]
        found = fetch(library, numbers)
    assert found.damaged == ()
    return {entry.source: entry.article.text for entry in found.entries}


def test_it_is_refused_with_the_command_that_brings_it_up(archive: Path) -> None:
    assert is_former(archive)
    with pytest.raises(ArchiveError, match=r"archive migrate .* au format 2, sans rien relire"):
        open_archive(archive)


def test_all_that_counted_is_carried_over(archive: Path) -> None:
    assert carry(archive) == Carried(3)
    assert texts(archive) == TEXTS
    whole = verified(open_archive(archive))
    assert not whole.aside
    assert whole.manifest.format == FORMAT
    assert whole.manifest.removed == frozenset()
    there = {p.relative_to(archive).as_posix() for p in archive.rglob("*.parquet")}
    assert there == {file.path for s in whole.manifest.segments for file in s.files}


def test_what_was_read_then_is_read_again_by_itself(archive: Path) -> None:
    """Carrying over reads nothing for claims: what read them is remembered."""
    carry(archive)
    before = json.loads((DATA / NAME).read_text(encoding="utf-8"))
    assert open_archive(archive).manifest.stamps == tuple(map(tuple, before["stamps"]))
    assert outdated(open_archive(archive)) == 3
    for _ in migrate(open_archive(archive), extract):
        pass
    assert outdated(open_archive(archive)) == 0
    assert texts(archive) == TEXTS


@pytest.mark.parametrize("largest", [1_000, 3_000, 5_000])
def test_stopped_before_its_end_it_is_what_it_was(archive: Path, largest: int) -> None:
    """Where no file may grow larger than that, one of its files cannot be written."""
    done = crosscheck(archive.parent, "archive", "migrate", "archive", largest=largest)
    assert done.returncode == 2
    assert (archive / NAME).read_bytes() == (DATA / NAME).read_bytes()
    for file in DATA.rglob("*.parquet"):
        assert (archive / file.relative_to(DATA)).read_bytes() == file.read_bytes()
    assert carry(archive) == Carried(3)
    assert texts(archive) == TEXTS


@pytest.mark.parametrize("harm", [Path.unlink, cut, spoil, turn_one_bit])
@pytest.mark.parametrize("table", ["articles", "claims"])
def test_what_is_damaged_is_named(archive: Path, table: str, harm: Callable[[Path], None]) -> None:
    (file,) = (archive / table / "month=2025-04").iterdir()
    harm(file)
    carried = carry(archive)
    if carried.articles == 3:
        assert harm is turn_one_bit  # in a column that nothing is read of
        return
    assert carried.articles == 2
    (words,) = carried.damaged
    assert file.name in words or "../textes/avril.txt" in words
    assert set(texts(archive)) == {"../textes/ecole.txt", "../textes/mars.txt"}


def test_the_command(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "list", str(archive)]) == 2
    assert "archive migrate" in capsys.readouterr().err
    assert run(["archive", "migrate", str(archive)]) == 0
    said = capsys.readouterr().err
    assert "3 articles repris d'un format antérieur" in said
    assert "3 articles relus" in said
    assert run(["archive", "list", str(archive)]) == 0


@pytest.mark.parametrize("text", ['{"format": 1}', '{"format": 1, "segments": [{"month": 3}]}'])
def test_a_manifest_of_then_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert is_former(tmp_path)
    assert json.loads(text)["format"] == FORMER
    with pytest.raises(ArchiveError, match="manifeste illisible"):
        carry(tmp_path)
