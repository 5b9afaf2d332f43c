"""`crosscheck accept`: what was decided holds until a value changes."""

import json
from pathlib import Path

import pytest

from crosscheck.cli import run
from tests.cli.newsroom import SIGNATURE, SLIP, furnish

FILE = Path("crosscheck-decisions.jsonl")
DRAFT = Path("brouillons/signature.md")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> str:
    """The fingerprint that ends the line of a first run, in a newsroom's repository."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750809600")  # 25 June 2025
    assert run(SIGNATURE) == 1
    return capsys.readouterr().out.rpartition("[")[2].rstrip("]\n")


def accept(*arguments: str) -> int:
    return run(["accept", *arguments, "--reason", "confirmé par le ministère", "--quiet"])


def test_what_is_accepted_is_silent(finding: str, capsys: Capture) -> None:
    """One JSON line, with both quotes; the next run is silent and says how many were decided."""
    assert accept(finding, "--by", "A. Diallo", "--until", "2025-12-31") == 0
    row = json.loads(FILE.read_text(encoding="utf-8"))
    assert row["fingerprint"].startswith(finding)
    assert {name: row[name] for name in ("decision", "code", "article", "quotes")} == {
        "decision": "accepted",
        "code": "C101",
        "article": "brouillons/signature.md",
        "quotes": ["Quatre accords", "Deux accords"],
    }
    assert (row["by"], row["when"], row["until"]) == ("A. Diallo", "2025-06-25", "2025-12-31")
    assert run(SIGNATURE) == 0
    out, err = capsys.readouterr()
    assert out == "" and "1 accepté ou rejeté par la rédaction" in err


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("Il pleuvait", "Il pleuvait très fort.\n\nIl pleuvait", 0),
        ("# ", "", 0),
        ("Quatre", "4", 0),
        ("Quatre", "Cinq", 1),
    ],
)
def test_it_holds_until_a_value_changes(
    old: str, new: str, status: int, finding: str, capsys: Capture
) -> None:
    """Lines may move and a number be written otherwise; another number opens it again."""
    assert accept(finding[:6]) == 0
    DRAFT.write_text(DRAFT.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert run(SIGNATURE) == status
    assert ("décision périmée" in capsys.readouterr().err) is bool(status)


def test_a_value_of_the_reference_counts_as_well(finding: str, capsys: Capture) -> None:
    assert accept(finding) == 0
    known = Path("references/agence.txt")
    known.write_text(known.read_text(encoding="utf-8").replace("Deux", "Trois"), encoding="utf-8")
    assert run(SIGNATURE) == 1


def test_a_moved_article_keeps_its_decisions(finding: str, capsys: Capture) -> None:
    assert accept(finding) == 0
    Path("publies").mkdir()
    DRAFT.rename("publies/signature.md")
    assert run(["check", "publies/signature.md", "--against", "references"]) == 0


def test_a_confirmed_error_goes_on_failing(finding: str, capsys: Capture) -> None:
    assert accept(finding, "--as", "confirmed") == 0
    assert run([*SIGNATURE, "--fail-on", "check", "--ignore", "C"]) == 1
    assert "(erreur confirmée : confirmé par le ministère)" in capsys.readouterr().out


@pytest.mark.parametrize(("until", "status"), [("2025-06-25", 0), ("2025-06-24", 1)])
def test_a_decision_ends_with_its_day(
    until: str, status: int, finding: str, capsys: Capture
) -> None:
    assert accept(finding, "--until", until) == 0
    assert run(SIGNATURE) == status
    assert ("décision échue le 2025-06-24" in capsys.readouterr().err) is bool(status)


def test_everything_of_a_first_run(finding: str, capsys: Capture) -> None:
    """`--all` is the baseline: what is held back or below the threshold too; what
    agrees, or stands alone, is nothing to accept."""
    assert accept("--all") == 0
    written = FILE.read_text(encoding="utf-8")
    assert '"code": "S' not in written and '"code": "A' not in written
    everything = ["--select", "ALL", "--ignore", "A,S", "--max-per-article", "0"]
    assert run([*SIGNATURE, *everything]) == 0
    assert capsys.readouterr().out == ""


def test_decided_twice_is_one_line(finding: str, capsys: Capture) -> None:
    assert accept(finding) == accept(finding, "--as", "rejected") == 0
    assert FILE.read_text(encoding="utf-8").count("\n") == 1


def test_suppressed_stays_in_sarif(finding: str, capsys: Capture) -> None:
    assert accept(finding, "--by", "A. Diallo") == 0
    assert run([*SIGNATURE, "--format", "sarif"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "confirmé par le ministère",
            "properties": {"by": "A. Diallo"},
        }
    ]


def test_a_broken_line_is_named_and_the_others_hold(finding: str, capsys: Capture) -> None:
    assert accept(finding) == 0
    FILE.write_text("zut\n" + FILE.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(SIGNATURE) == 2
    out, err = capsys.readouterr()
    assert out == "" and "crosscheck-decisions.jsonl, ligne 1 : ce n'est pas du JSON" in err
    assert accept(finding, "--as", "rejected") == 0
    assert FILE.read_text(encoding="utf-8").startswith("zut\n")


@pytest.mark.parametrize(
    ("note", "status", "said"),
    [
        ('<!-- crosscheck: ok C101 raison="vu" -->', 0, "1 accepté"),
        ('<!-- crosscheck: ok conflict raison="vu" -->', 0, "1 accepté"),
        ("<!-- crosscheck: ok C101 -->", 1, "N101"),
        ('<!-- crosscheck: ok Z9 raison="vu" -->', 1, "« Z9 » n'est pas un code"),
        ('<!-- crosscheck: ok I101 raison="vu" -->', 1, "mention « crosscheck: ok I101 » sans ob"),
    ],
)
def test_notes_in_markdown(
    note: str, status: int, said: str, finding: str, capsys: Capture
) -> None:
    """Above the paragraph, with a reason; a faulty note is told at its own place."""
    text = DRAFT.read_text(encoding="utf-8").replace("Quatre", f"{note}\nQuatre")
    DRAFT.write_text(text, encoding="utf-8")
    assert run(SIGNATURE) == status
    told = "".join(capsys.readouterr())
    assert said in told
    if "N101" in told:
        assert "brouillons/signature.md:7:1: N101" in told


def test_a_note_in_plain_text_is_text(finding: str, capsys: Capture) -> None:
    """What would be printed in the paper is no note."""
    text = DRAFT.read_text(encoding="utf-8")
    note = '<!-- crosscheck: ok C101 raison="vu" -->'
    Path("brouillons/signature.txt").write_text(text.replace("Quatre", f"{note}\nQuatre"))
    assert run(["check", "brouillons/signature.txt", "--against", "references"]) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["accept", "abcd"], "il manque --reason"),
        (["accept", "abcd", "--reason", " "], "il manque --reason"),
        (["accept", "--reason", "vu"], "attendu une EMPREINTE, ou --all"),
        (["accept", "abcd", "--all", "--reason", "vu"], "attendu une EMPREINTE, ou --all"),
        (["accept", "zzzz", "--reason", "vu"], "zzzz : aucun signalement de cette empreinte"),
        (["accept", "", "--reason", "vu"], " : aucun signalement de cette empreinte"),
        (["accept", "--all", "--reason", "vu", "--as", "ok"], "--as ok : attendu accepted, rej"),
        (["accept", "--all", "--reason", "vu", "--until", "x"], "--until x : attendu une date"),
        (["accept", "--all", "--reason", "vu", "--decisions", "references"],
         "references : lecture impossible (c'est un dossier)"),
    ],
)  # fmt: skip
def test_bad_input(arguments: list[str], message: str, finding: str, capsys: Capture) -> None:
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"crosscheck: {message}") and err.count("\n") == 1
    assert not FILE.exists()


def test_no_run_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert accept("abcd") == 2
    assert "lancer d'abord « crosscheck check »" in capsys.readouterr().err


def test_what_is_remembered_is_ignored_by_git(finding: str) -> None:
    assert Path(".crosscheck_cache/.gitignore").read_text() == "*\n"
    assert SLIP not in Path(".crosscheck_cache/last-check.jsonl").read_text(encoding="utf-8")
