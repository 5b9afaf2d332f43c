"""Two at once: one writes, the other waits or says so; what is read is not cleared away."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.archive.compacting import compact
from crosscheck.archive.index import Moved, index_of
from crosscheck.archive.library import opened
from crosscheck.archive.locks import reading, unread, writing
from crosscheck.archive.messages import ArchiveError
from crosscheck.archive.store import open_archive
from crosscheck.cli import run
from tests.archive.shelves import APRIL, put, write_texts

HOLDER = """
import sys
from pathlib import Path
from crosscheck.archive.locks import writing
with writing(Path(sys.argv[1]), "un autre, depuis midi"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    return tmp_path / "archive"


@pytest.fixture
def holder(archive: Path) -> "subprocess.Popen[bytes]":
    """Another process that writes to the archive until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(archive)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_the_second_is_told_who_writes(
    archive: Path, holder: "subprocess.Popen[bytes]", capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["archive", "compact", str(archive), "--wait", "0"]) == 2
    assert "(un autre, depuis midi)" in capsys.readouterr().err
    holder.communicate()
    assert run(["archive", "compact", str(archive), "--wait", "0"]) == 0


def test_the_second_waits(archive: Path, holder: "subprocess.Popen[bytes]") -> None:
    told = []

    def tell(who: str) -> None:
        told.append(who)
        holder.communicate()

    with writing(archive, "moi", wait=30, waiting=tell):
        pass
    assert told == ["un autre, depuis midi"]


def test_who_is_killed_holds_nothing(archive: Path, holder: "subprocess.Popen[bytes]") -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with writing(archive, "moi"):
        pass


def test_reading_waits_for_nobody(archive: Path, holder: "subprocess.Popen[bytes]") -> None:
    with opened(archive) as library:
        assert len(library.archive.segments) == 3
    holder.communicate()


def test_an_archive_that_moves_on_is_opened_anew(archive: Path) -> None:
    """Who opened it before the last batch does not take its index back to what it was."""
    before = open_archive(archive)
    (archive.parent / "textes" / "neuf.txt").write_text("Neuf morts à Kati.", encoding="utf-8")
    after, _ = put(archive, archive.parent / "textes")
    index_of(after).close()
    with pytest.raises(Moved):
        index_of(before)
    with opened(archive) as library:
        assert library.archive.manifest == after.manifest


def test_what_is_read_stays_until_it_is_read(archive: Path) -> None:
    """Files that count no more go when nobody has them open."""
    (archive.parent / "textes" / "mars.txt").write_text(APRIL, encoding="utf-8")
    put(archive, archive.parent / "textes")
    before = set(archive.rglob("*.parquet"))
    with reading(archive):
        compact(open_archive(archive))
        assert before <= set(archive.rglob("*.parquet"))
        with unread(archive) as free:
            assert not free
    compact(open_archive(archive))
    assert not before <= set(archive.rglob("*.parquet"))


def test_a_lock_needs_an_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("compact", "migrate"):
        assert run(["archive", command, str(tmp_path)]) == 2
        assert "ce n'est pas une archive" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_errors_are_of_archives(archive: Path, holder: "subprocess.Popen[bytes]") -> None:
    with pytest.raises(ArchiveError, match="un autre"), writing(archive, "moi"):
        pass
    holder.communicate()
