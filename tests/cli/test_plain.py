"""A line of names alone does what Typer would have had done, without Typer."""

import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.cli import run
from crosscheck.cli.plain import plain_work
from tests.archive.shelves import put, write_texts

LINES = (
    ("archive add archive parus", True),
    ("archive add archive parus autres/a.txt", True),
    ("archive add archive", False),  # a name is missing
    ("archive add", False),
    ("archive add archive parus --quiet", False),
    ("archive add --rules mots archive parus", False),
    ("archive add -- archive parus", False),
    ("archive add archive -", False),
    ("archive compact archive parus", False),
    ("report parus autres", False),
    ("--version", False),
    ("", False),
)
ASKED = (
    ("what is there already", ["archive", "textes"]),
    ("what is not there", ["archive", "absent.txt", "textes"]),
    ("a folder that holds something else", ["textes", "textes"]),
    ("a file for an archive", ["textes/mars.txt", "textes"]),
    ("settings that are wrong", ["archive", "textes"]),
)


@pytest.mark.parametrize(("line", "plain"), LINES)
def test_which_lines_are_plain(line: str, plain: bool) -> None:
    assert (plain_work(line.split()) is not None) is plain


@pytest.mark.parametrize(("why", "names"), ASKED, ids=[why for why, _ in ASKED])
def test_both_ways_say_the_same(
    why: str,
    names: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """« -- » ends the options of a line, of which there are none: it is Typer's to read."""
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    monkeypatch.chdir(tmp_path)
    if why == "settings that are wrong":
        Path("crosscheck.toml").write_text("règles = 'x'\n", encoding="utf-8")
    told = [
        (run(["archive", "add", *dashes, *names]), capsys.readouterr()) for dashes in ([], ["--"])
    ]
    assert told[0] == told[1]


def test_typer_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    monkeypatch.chdir(tmp_path)
    asked = (
        "import sys; from crosscheck.cli import run;"
        "sys.exit(run(['archive', 'add', 'archive', 'textes']) or 'typer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
