"""Where a report goes: what may be asked for, and files that are whole or absent."""

import os
from pathlib import Path

import pytest

from crosscheck.cli.errors import UsageError
from crosscheck.cli.outputs import Output, parse_outputs, refuse_inputs, write_whole

KNOWN = ("csv", "json", "markdown", "text")


@pytest.mark.parametrize(
    ("chosen", "outputs", "expected"),
    [
        (None, [], ()),
        ("json", [], (Output("json", None),)),
        (None, ["csv=a=b.csv"], (Output("csv", Path("a=b.csv")),)),
        ("text", ["json=a.json"], (Output("text", None), Output("json", Path("a.json")))),
        (None, ["json=-"], (Output("json", None),)),
    ],
)
def test_outputs(chosen: str | None, outputs: list[str], expected: tuple[Output, ...]) -> None:
    assert parse_outputs(chosen, outputs, KNOWN) == expected


@pytest.mark.parametrize(
    ("chosen", "outputs", "message"),
    [
        ("xml", [], "format inconnu : xml ; formats possibles : csv, json, markdown, text"),
        (None, ["html=a.html"], "format inconnu : html"),
        (None, ["json"], "attendu FORMAT=FICHIER"),
        (None, ["json="], "attendu FORMAT=FICHIER"),
        (None, ["=a.json"], "format inconnu"),
        ("json", ["csv=-"], "deux formats pour la sortie standard"),
        (None, ["json=a", "csv=./a"], "deux formats pour"),
    ],
)
def test_refused(chosen: str | None, outputs: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_outputs(chosen, outputs, KNOWN)


def test_articles_are_not_overwritten(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    with pytest.raises(UsageError, match="est un des articles"):
        refuse_inputs([Output("text", tmp_path / "x" / ".." / "a.txt")], [article])


def test_whole_file(tmp_path: Path) -> None:
    """Folders are made, the old file is replaced, nothing is left beside it."""
    file = tmp_path / "new" / "deep" / "a.md"
    write_whole(file, b"one")
    file.chmod(0o640)
    write_whole(file, b"two")
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in file.parent.iterdir()] == ["a.md"]


def test_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_whole(tmp_path / "link.md", b"one")
    assert (tmp_path / "link.md").is_symlink() and (tmp_path / "real.md").read_bytes() == b"one"


def test_device_is_written_to() -> None:
    """`--output json=/dev/null` does not put a file in the place of the device."""
    write_whole(Path(os.devnull), b"one")
    assert not Path(os.devnull).is_file()


def test_old_file_survives_a_failure(tmp_path: Path) -> None:
    """What cannot be written leaves no trace and takes nothing away."""
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError):
        write_whole(tmp_path / "file" / "a.md", b"new")
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
