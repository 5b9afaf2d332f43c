"""`--lang`, `--open` and progress, as a user meets them."""

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.cli import run
from crosscheck.cli.console import progress
from crosscheck.cli.errors import UsageError
from crosscheck.cli.language import parse_language

ROOT = Path(__file__).parents[2]
TWO = (
    "Deux accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres.",
    "Trois accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres.",
)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles that contradict each other, and a browser that takes notes."""
    folder = tmp_path / "accords"
    folder.mkdir()
    for name, body in zip(("a", "b"), TWO, strict=True):
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "page", "others"),
    [
        ([], "reports/accords.html", ["reports/accords.md"]),
        (["--output", "html=autre.html"], "autre.html", []),
        (["--output", "json=a.json", "--quiet"], "reports/accords.html", ["a.json"]),
    ],
)
def test_open(story: Path, arguments: list[str], page: str, others: list[str]) -> None:
    """The browser is given the address of a page that is there, beside what else was asked for.

    In a process of its own, since the standard library asks for BROWSER once.
    """
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from crosscheck.cli import main; main()",
            "report",
            "accords",
            "--open",
            *arguments,
        ],
        env={**os.environ, "BROWSER": f"{story / 'browser'} %s", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    address = (story / "opened").read_text(encoding="utf-8").strip()
    assert address == (story / page).resolve().as_uri()
    assert (story / page).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert all((story / other).is_file() for other in others)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "2 articles lus, 1 origine : 1 conflit"),
        (["--lang", "fr"], "2 articles lus, 1 origine : 1 conflit"),
        (["--lang", "en"], "2 articles read, 1 origin: 1 conflict"),
    ],
)
def test_lang(
    story: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "accords", "--format", "text", *arguments]) == 0
    assert said in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("name", "environment", "expected"),
    [
        (None, {"LANG": "en_GB.UTF-8"}, "fr"),
        ("auto", {"LANG": "en_GB.UTF-8"}, "en"),
        ("auto", {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "fr"),
        ("auto", {"LANG": "C"}, "fr"),
        ("auto", {}, "fr"),
        ("en", {}, "en"),
    ],
)
def test_language(name: str | None, environment: dict[str, str], expected: str) -> None:
    assert parse_language(name, environment) == expected


def test_unknown_language() -> None:
    with pytest.raises(UsageError, match="--lang de : attendu fr, en ou auto"):
        parse_language("de", {})


def all_shown(terminal: int) -> str:
    """What was written on a pseudo-terminal whose other end is closed, to its last byte.

    One read may give the first piece alone; Linux tells the end by `EIO`, others by no bytes.
    """
    pieces = []
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 65536):
            pieces.append(piece)
    os.close(terminal)
    return b"".join(pieces).decode("utf-8", "replace")


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article's name and the count, on a terminal alone; nothing else is written there."""
    mine, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        with progress(2) as tell:
            assert tell is not None
            tell("01-agence")
            tell("02\x1b[31m")
    shown = all_shown(mine)
    assert "lecture de 02?[31m…" in shown and "1/2" in shown


def test_no_progress_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "err").open("w") as file:
        monkeypatch.setattr(sys, "stderr", file)
        with progress(2) as tell:
            assert tell is None
