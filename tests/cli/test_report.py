"""`crosscheck report` as a user meets it: streams, files and exit statuses."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosscheck.cli import run

TWO = (
    "Deux accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres.",
    "Trois accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres.",
)
COMMAND = [sys.executable, "-c", "from crosscheck.cli import main; main()"]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles that contradict each other; the run happens beside it."""
    folder = tmp_path / "accords"
    folder.mkdir()
    for name, body in zip(("a", "b"), TWO, strict=True):
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def started(*arguments: str, cwd: Path) -> "subprocess.Popen[str]":
    """A run in a process of its own, with nothing from the environment but the path."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A suite that runs in the background has inherited a Ctrl-C that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_table_and_full_report(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With no format: a table on stdout, Markdown in reports/, its place on stderr."""
    assert run(["report", "accords"]) == 0
    out, err = capsys.readouterr()
    assert out.strip() and "\x1b" not in out
    assert err == "crosscheck: rapport complet : reports/accords.md\n"
    assert Path("reports/accords.md").read_text(encoding="utf-8").startswith("#")


def test_quiet(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "accords", "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_stdout_is_the_report_alone(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --format json, stdout parses, stderr is silent and no file is made."""
    assert run(["report", "accords", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert {a["id"] for a in report["articles"]} == {"a", "b"} and err == ""
    assert not Path("reports").exists()


@pytest.mark.parametrize("name", ["markdown", "json", "text", "csv", "excel"])
def test_files_and_stdout_hold_the_same(
    name: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One run makes several reports, the same bytes wherever they go."""
    out = f"{name}=out/a.{name}"
    assert run(["report", "accords", "--output", out, "--output", "json=b.json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert run(["report", "accords", "--format", name]) == 0
    written = Path(f"out/a.{name}").read_bytes().decode()
    assert written == capsys.readouterr().out
    json.loads(Path("b.json").read_text(encoding="utf-8"))


def test_order_of_paths_changes_nothing(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for paths in (["accords/a.txt", "accords/b.txt"], ["accords/b.txt", "accords/a.txt"]):
        assert run(["report", *paths, "--format", "json"]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 0),
        (["--fail-on", "conflict"], 1),
        (["--fail-on", "compatible"], 1),
        (["--fail-on", "updated,check"], 1),
        (["--fail-on", "check"], 0),
        (["--fail-on", "conflict", "--exit-zero"], 0),
    ],
)
def test_status(
    arguments: list[str], status: int, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Findings fail a run only where --fail-on says so."""
    assert run(["report", "accords", "--format", "json", *arguments]) == status


def test_incomplete_outranks_findings(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read is named on one line; the others are compared all the same."""
    Path("notes.bin").write_bytes(b"\x00\x01")
    arguments = ["report", "accords", "notes.bin", "--format", "json", "--fail-on", "conflict"]
    assert run([*arguments, "--exit-zero"]) == 2
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert err == "crosscheck: notes.bin : ce n'est pas un texte\n"
    assert len(report["articles"]) == 2
    assert report["skipped"] == [{"path": "notes.bin", "reason": "ce n'est pas un texte"}]


def test_passed_over_is_no_error(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another format in a folder is told in the report only."""
    (story / "gold.json").write_text("{}")
    assert run(["report", "accords", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == "" and json.loads(out)["skipped"][0]["reason"] == (
        "JSON sans article : ni ninjs, ni « text » ou « body »"
    )


def test_one_article(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One article alone makes a report without findings between sources."""
    assert run(["report", "accords/a.txt", "--format", "json"]) == 0
    verdicts = {f["verdict"] for f in json.loads(capsys.readouterr().out)["findings"]}
    assert verdicts <= {"single"}


USAGE = [
    (["report", "absent"], "crosscheck: absent : ce chemin n'existe pas\n"
     "crosscheck: aucun article lu\n"),
    (["report", "vide"], "crosscheck: vide : aucun article dans ce dossier\n"
     "crosscheck: aucun article lu\n"),
    (["report", "accords", "--format", "xml"],
     "crosscheck: format inconnu : xml ; formats possibles : "
     "claimreview, csv, excel, html, json, markdown, text\n"),
    (["report", "accords", "--output", "text=accords/a.txt"],
     "crosscheck: accords/a.txt est un des articles : le rapport l'effacerait\n"),
    (["report", "accords", "--output", "json=accords"],
     "crosscheck: accords : écriture impossible (c'est un dossier)\n"),
    (["report", "accords", "--fail-on", "faux"],
     "crosscheck: --fail-on faux : attendu conflict, disputed, updated, compatible, check\n"),
    (["report", "accords", "--rules", "absent"],
     "crosscheck: --rules absent : ce n'est pas un dossier\n"),
    (["report", "accords", "--rules", "vide"],
     "crosscheck: --rules vide : aucun fichier .toml\n"),
    (["report"], "crosscheck: il manque CHEMIN (voir --help)\n"),
    (["report", "--zz"], "crosscheck: option inconnue : --zz (voir --help)\n"),
    (["faux"], "crosscheck: commande inconnue : faux (voir --help)\n"),
    ([], "crosscheck: il manque une commande, par exemple « report » (voir --help)\n"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_usage(
    arguments: list[str], message: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be done is told on a line of its own, with status 2."""
    Path("vide").mkdir()
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", message)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("agencies.toml", "kind = ", "règles : agencies.toml : trouvé"),
        ("agencies.toml", "credits = 3", "règles : agencies.toml: credits : trouvé 3"),
        ("agence.toml", "", "--rules mes-regles : agence.toml inconnu ; connus : agencies,"),
    ],
)
def test_broken_rules(
    file: str, text: str, message: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake in the user's rules names the file, what was found and what was expected."""
    Path("mes-regles").mkdir()
    Path("mes-regles", file).write_text(text, encoding="utf-8")
    (story / "a.txt").write_text(f"Titre\n\nPublié le 3 mars 2025, avec AFP\n\n{TWO[0]}")
    assert run(["report", "accords", "--rules", "mes-regles"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"crosscheck: {message}") and err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value", "coloured"), [("FORCE_COLOR", "1", True), ("NO_COLOR", "1", False)]
)
def test_colours(
    name: str,
    value: str,
    coloured: bool,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv(name, value)
    assert run(["report", "accords"]) == 0
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["report", "--help"]):
        assert run(arguments) == 0
        out = capsys.readouterr().out
        assert out.startswith("Usage : crosscheck") and "Affiche cette aide." in out
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("crosscheck ")


def test_own_failure(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What nobody foresaw is told on one line, with status 3 and the way to see more."""
    from crosscheck.cli import _failed

    assert _failed(ValueError("boum")) == 3
    err = capsys.readouterr().err
    assert err.startswith("crosscheck: erreur interne (ValueError : boum)")
    assert "CROSSCHECK_TRACEBACK=1" in err and err.count("\n") == 1


def test_interrupted(story: Path) -> None:
    """Ctrl-C ends a run with 130 and no traceback."""
    (story / "long.txt").write_text(TWO[0] * (400_000 // len(TWO[0])), encoding="utf-8")
    process = started("report", "accords", "--format", "json", cwd=story.parent)
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "")


def test_reader_that_leaves(story: Path) -> None:
    """`crosscheck report … | head -1` is no failure."""
    process = started("report", "accords", "--format", "json", cwd=story.parent)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(timeout=60) == 0


def test_default_report_does_not_replace_an_article(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`crosscheck report reports/x.md` would write its report over what it read."""
    Path("reports").mkdir()
    Path("reports/x.md").write_text(TWO[0], encoding="utf-8")
    assert run(["report", "reports/x.md"]) == 2
    assert "est un des articles" in capsys.readouterr().err
    assert Path("reports/x.md").read_text(encoding="utf-8") == TWO[0]
