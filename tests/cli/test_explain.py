"""`crosscheck explain`: codes, and what joined the articles of a finding."""

from pathlib import Path

import pytest

from crosscheck.cli import run
from crosscheck.diagnostics import CODES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["C101", "conflict.count"])
def test_a_code(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name]) == 0
    out = capsys.readouterr().out
    assert out.startswith("C101 conflict.count — conflit : nombre\n\nQuoi ")
    for title in ("Pourquoi", "Exemple", "Gravité", "Accepter"):
        assert f"\n{title} " in out
    assert "crosscheck accept EMPREINTE" in out


def test_a_family_and_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "calendar"]) == 0
    assert capsys.readouterr().out.count("Pourquoi") == 5
    assert run(["explain"]) == 0
    assert capsys.readouterr().out.count("\n") == len(CODES)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["X9"], "code inconnu : X9 (« crosscheck explain » les donne tous)"),
        (["C101", "--format", "html"], "format inconnu : html ; formats possibles : markdown, t"),
    ],
)
def test_bad_input(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_finding_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("La tempête a détruit 412 maisons à Saurel.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("La tempête a détruit 421 maisons à Saurel.", encoding="utf-8")
    assert run(["explain", "f1", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("f1 — ") and "« 412 maisons » (a) et « 421 maisons » (b)" in said
    assert "même phrase" in said and "il en faut 0,58" in said


def test_a_derived_value_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = "Le 30 juin 2025\n\nLe festival a attiré 45 000 spectateurs, 5 000 de moins qu'en 2024."
    then = "Le 30 juin 2025\n\nLe festival avait attiré 60 000 spectateurs en 2024."
    (tmp_path / "a.txt").write_text(now, encoding="utf-8")
    (tmp_path / "b.txt").write_text(then, encoding="utf-8")
    assert run(["explain", "f1", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "« 5 000 de moins qu'en 2024 » (a) et « 60 000 spectateurs » (b)" in said
    assert "tenues à part : un autre nombre, que l'article met en regard" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["f9", "."], "constat inconnu : f9"), (["f9"], "de quels articles ?")],
)
def test_a_finding_that_is_not_there(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "a.txt").write_text("La tempête a détruit 412 maisons.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["explain", *arguments]) == 2
    assert told in capsys.readouterr().err
