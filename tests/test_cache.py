"""Folders and files of the cache are whole or not there; nothing depends on them."""

import multiprocessing
import os
from pathlib import Path

import pytest

from crosscheck.cache import cache_folder, fingerprint, is_whole, keep_file, keep_folder


def fill(into: Path) -> None:
    (into / "a").write_bytes(b"1" * 1000)
    (into / "b").write_bytes(b"")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"CROSSCHECK_CACHE_DIR": "/x/y", "XDG_CACHE_HOME": "/z"}, "/x/y"),
        ({"XDG_CACHE_HOME": "/z"}, "/z/crosscheck"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/crosscheck"),
        ({"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/crosscheck"),
    ],
)
@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="Linux's places")
def test_where_it_is(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CROSSCHECK_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(expected)


def test_a_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "kept"

    def stopped(into: Path) -> None:
        fill(into)
        raise OSError("plus de place")

    with pytest.raises(OSError, match="plus de place"):
        keep_folder(folder, stopped)
    assert not folder.exists() and not list(folder.parent.iterdir())
    keep_folder(folder, fill)
    assert is_whole(folder) and [p.name for p in folder.parent.iterdir()] == ["kept"]


@pytest.mark.parametrize("damage", ["cut", "gone", "no list", "a list that is none"])
def test_a_damaged_folder_is_made_again(damage: str, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    keep_folder(folder, fill)
    if damage == "cut":
        (folder / "a").write_bytes(b"1")
    elif damage == "gone":
        (folder / "b").unlink()
    elif damage == "no list":
        (folder / "ready.json").unlink()
    else:
        (folder / "ready.json").write_text("[1]")
    assert not is_whole(folder)
    keep_folder(folder, fill)
    assert is_whole(folder)


def test_many_at_once_leave_one(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        pool.starmap(keep_folder, [(folder, fill)] * 12)
    assert is_whole(folder) and [p.name for p in tmp_path.iterdir()] == ["kept"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "made" / "file"
    keep_file(file, b"one")
    keep_file(file, b"two")
    assert file.read_bytes() == b"two" and len(list(file.parent.iterdir())) == 1


def test_parts_are_told_apart() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc") != fingerprint("abc")
    assert fingerprint("é") == fingerprint("é".encode())
