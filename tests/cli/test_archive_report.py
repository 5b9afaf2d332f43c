"""`crosscheck archive report` as a user meets it."""

import json
from pathlib import Path

import pytest

from crosscheck.archive.manifest import TABLES, read_manifest
from crosscheck.cli import run
from tests.archive.shelves import put, write_texts
from tests.archive.test_damage import spoil

pytest.importorskip("duckdb", reason="duckdb is not installed (extra « store »)")
TEXTS = {
    "a.txt": "Bamako, le 14 mars 2025\n\nDouze personnes sont mortes vendredi à Bamako.\n",
    "b.txt": "Bamako, le 14 mars 2025\n\nQuatorze personnes sont mortes vendredi à Bamako.\n",
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of two articles that contradict each other; the run happens beside it."""
    monkeypatch.chdir(tmp_path)
    put(Path("archive"), write_texts(tmp_path / "textes", TEXTS))
    return Path("archive")


def test_text(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "report", "archive"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Histoire 1 : 2 articles, du 2025-03-14 au 2025-03-14\n  textes/a.txt\n")
    assert "≠ conflit" in out
    assert err == (
        "crosscheck: archive : 1 histoire, 2 articles comparés ;"
        " 0 article sans autre article sur le même sujet\n"
    )


def test_one_report_a_line(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line is the report of `crosscheck report` on the same articles, with its number."""
    assert run(["archive", "report", "archive", "--format", "jsonl", "--quiet"]) == 0
    out, err = capsys.readouterr()
    (told,) = map(json.loads, out.splitlines())
    assert err == ""
    assert run(["report", "textes", "--format", "json", "--quiet"]) == 0
    assert told == {"story": 1} | json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "xml"], "--format xml : attendu text ou jsonl"),
        (["--engine", "mysql"], "--engine mysql : attendu duckdb ou spark"),
        (["--engine", "spark"], "--engine spark demande --master spark://HÔTE:PORT (ou local[N])"),
        (["--master", "spark://h:1"], "--master spark://h:1 ne sert qu'avec --engine spark"),
    ],
)
@pytest.mark.parametrize("command", ["report", "add"])
def test_options_that_do_not_go_together(
    command: str,
    options: list[str],
    message: str,
    archive: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if command == "add" and "--format" in options:
        return
    paths = ["textes"] if command == "add" else []
    assert run(["archive", command, "archive", *paths, *options]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_file_is_named_and_the_rest_told(
    table: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The index knows the articles from before; the file is then spoilt where it lies."""
    april = {name: text.replace("mars", "avril") for name, text in TEXTS.items()}
    put(archive, write_texts(Path("textes2").resolve(), april))
    (march,) = (s for s in read_manifest(archive).segments if s.month == "2025-03")
    file = archive / march.files[TABLES.index(table)].path
    assert run(["archive", "report", "archive"]) == 0
    capsys.readouterr()
    spoil(file)
    status = run(["archive", "report", "archive"])
    out, err = capsys.readouterr()
    if table == "passages":  # which a report does not need
        assert status == 0
        return
    assert status == 2
    assert "textes2/a.txt" in out
    assert str(file) in err


def test_a_folder_that_is_no_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "report", str(tmp_path)]) == 2
    assert "ce n'est pas une archive" in capsys.readouterr().err
