"""`report --format claimreview`: only what a person has confirmed is reviewed."""

import json
from pathlib import Path

import pytest

from crosscheck.cli import run

STORY = {
    "a": "La tempête a détruit 412 maisons à Saurel.",
    "b": "La tempête a détruit 421 maisons à Saurel.",
}


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name, text in STORY.items():
        (tmp_path / "articles").mkdir(exist_ok=True)
        (tmp_path / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def reviews(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert run(["report", "articles", "--format", "claimreview"]) == 0
    graph: list[dict[str, object]] = json.loads(capsys.readouterr().out)["@graph"]
    return graph


def test_nothing_is_reviewed_that_nobody_confirmed(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reviews(capsys) == []


@pytest.mark.parametrize(("decision", "number"), [("confirmed", 1), ("accepted", 0)])
def test_a_confirmed_finding(
    decision: str, number: int, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "articles/a.txt", "--against", "articles/b.txt"])
    said = [
        "--reason",
        "vu avec la mairie",
        "--as",
        decision,
        "--by",
        "Awa",
        "--when",
        "2026-03-14",
    ]
    assert run(["accept", "--all", *said]) == 0
    capsys.readouterr()
    found = reviews(capsys)
    assert len(found) == number
    for review in found:
        assert review["author"] == {"@type": "Person", "name": "Awa"}
        assert review["datePublished"] == "2026-03-14"
        assert "vu avec la mairie" in str(review["reviewBody"])
