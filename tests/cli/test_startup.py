"""What a command that reads no claim imports, and how long it takes."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.archive.index import index_of
from crosscheck.archive.store import open_archive
from tests.archive.shelves import put, write_texts
from tests.cli.newsroom import KNOWN

COMMAND = "from crosscheck.cli import main; main()"
LOADED = """
import sys
from crosscheck.cli import run
status = run(sys.argv[1:])
print(status, *sorted(set(sys.modules) & {names}), file=sys.stderr)
"""
HEAVY = {"spacy", "numpy", "thinc", "pydantic", "rapidfuzz", "markdown_it", "rich", "tabulate",
         "jinja2", "trafilatura", "lxml", "duckdb", "crosscheck.pipeline",
         "crosscheck.archive.rows"}  # fmt: skip
MOST = 8.0
"""Times the import of Typer alone; on an idle machine 5 are taken, and 0.3 s are 6."""

CALM = "Il pleuvait sur la ville. Les rues étaient vides et le port dormait encore.\n\n" * 30


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "connu.txt").write_text(KNOWN, encoding="utf-8")
    (tmp_path / "calme.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "calme.md").write_text(CALM, encoding="utf-8")
    return tmp_path


def loaded(*arguments: str) -> tuple[int, set[str]]:
    """The status of a command and which of the heavy modules it imported."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(names=repr(HEAVY)), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    status, *names = done.stderr.splitlines()[-1].split()
    return int(status), set(names)


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], set()),
        (["check", "--help"], set()),
        (["report", "--help"], set()),
        (["config", "show"], set()),
        (["explain", "C101"], set()),
        (["init"], set()),
        (["check", "calme.txt", "--against", "connu.txt"], set()),
        (["check", "calme.md", "--against", "connu.txt"], {"markdown_it"}),
        (["check", "calme.txt", "--against", "connu.txt", "--max-per-article", "2"], set()),
    ],
)
def test_nothing_heavy_is_imported(arguments: list[str], allowed: set[str], newsroom: Path) -> None:
    assert loaded(*arguments) == (0, allowed)


@pytest.mark.parametrize(
    "arguments",
    [
        ["archive", "add", "archive", "textes"],
        ["archive", "list", "archive"],
        ["archive", "search", "archive", "prefet"],
    ],
)
def test_an_archive_that_is_as_it_was_needs_nothing_heavy(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    index_of(open_archive(tmp_path / "archive")).close()
    monkeypatch.chdir(tmp_path)
    assert loaded(*arguments) == (0, set())


def test_a_check_against_an_archive_reads_no_table(newsroom: Path) -> None:
    """Each article is read by itself, where the index says that it stands."""
    put(newsroom / "archive", write_texts(newsroom / "textes"))
    index_of(open_archive(newsroom / "archive")).close()
    status, modules = loaded("check", "calme.txt", "--against", "archive")
    assert status == 0
    assert "duckdb" not in modules


def seconds(*code: str) -> float:
    """Seconds of the processor that a run of Python takes: `seconds("pass")`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", *code], capture_output=True, check=True, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_a_check_that_finds_nothing_to_parse_starts_at_once(newsroom: Path) -> None:
    """Least of some runs by turns, beside the least of what no command of ours can do without."""
    runs = [
        (seconds("import typer"), seconds(COMMAND, "check", "calme.txt", "--against", "connu.txt"))
        for _ in range(5)
    ]
    base, check = (min(each) for each in zip(*runs, strict=True))
    assert check <= MOST * base, f"{check:.2f} s, import typer {base:.2f} s"
