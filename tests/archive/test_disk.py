"""Disks that are full, or where nothing may be written: a line, status 2, nothing lost."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.shelves import put, write_texts

RUN = "import sys; from crosscheck.cli import run; sys.exit(run(sys.argv[1:]))"


def crosscheck(
    folder: Path, *arguments: str, largest: int | None = None, before: tuple[str, ...] = ()
) -> "subprocess.CompletedProcess[str]":
    """A run of its own, in which no file may grow larger than so many bytes."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.run(
        [*before, sys.executable, "-c", RUN, *arguments],
        cwd=folder, capture_output=True, text=True, check=False, preexec_fn=limit,
        env={**os.environ, "TMPDIR": str(folder)},
    )  # fmt: skip


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    return tmp_path


def state(folder: Path) -> dict[str, bytes]:
    """What counts: the manifest and the files that it names."""
    files = [folder / "crosscheck-archive.json", *folder.rglob("month=*/*.parquet")]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("largest", [0, 1_000, 6_000])
def test_no_room_left(newsroom: Path, largest: int) -> None:
    before = state(newsroom / "archive")
    (newsroom / "textes" / "neuf.txt").write_text("Il pleut à Kati. " * 900, encoding="utf-8")
    done = crosscheck(newsroom, "archive", "add", "archive", "textes", largest=largest)
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last.startswith("crosscheck: ")
    assert "trop grand" in last or "place" in last
    assert "Traceback" not in done.stderr
    assert state(newsroom / "archive") == before
    assert crosscheck(newsroom, "archive", "add", "archive", "textes").returncode == 0
    listed = crosscheck(newsroom, "archive", "list", "archive")
    assert listed.stdout.count("\n") == 4


def unprivileged() -> tuple[str, ...]:
    """What keeps even root from writing where the mode of a folder forbids it."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv (util-linux) is not there to give up root's rights")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")


def test_a_folder_where_nothing_may_be_written(newsroom: Path) -> None:
    """It is read all the same, with its index or without."""
    archive, alone = newsroom / "archive", unprivileged()
    before = state(archive)
    for indexed in (True, False):
        if not indexed:
            (archive / "index.sqlite").unlink()
        archive.chmod(0o555)
        try:
            found = crosscheck(newsroom, "archive", "search", "archive", "préfet", before=alone)
            refused = crosscheck(newsroom, "archive", "compact", "archive", before=alone)
        finally:
            archive.chmod(0o755)
        assert (found.returncode, found.stderr) == (0, "")
        assert "**préfet**" in found.stdout
        assert state(archive) == before
    assert refused.returncode in (0, 2)


def test_nothing_may_be_added_there(newsroom: Path) -> None:
    archive = newsroom / "archive"
    (newsroom / "textes" / "neuf.txt").write_text("Il pleut à Kati.", encoding="utf-8")
    for folder in (archive, *(p for p in archive.rglob("*") if p.is_dir())):
        folder.chmod(0o555)
    try:
        done = crosscheck(newsroom, "archive", "add", "archive", "textes", before=unprivileged())
    finally:
        for folder in (archive, *(p for p in archive.rglob("*") if p.is_dir())):
            folder.chmod(0o755)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("droits insuffisants")


def test_without_duckdb_the_extra_is_named(newsroom: Path) -> None:
    """What needs no Parquet works all the same: the list comes from the index."""
    crosscheck(newsroom, "archive", "list", "archive")  # brings the index up to date
    absent = f"import sys; sys.modules['duckdb'] = None; {RUN}"
    for arguments, status in ((["stats", "archive"], 2), (["list", "archive"], 0)):
        done = subprocess.run(
            [sys.executable, "-c", absent, "archive", *arguments],
            cwd=newsroom, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == status
        if status:
            assert done.stderr == (
                "crosscheck: il manque duckdb : installer crosscheck-news[store]\n"
            )
