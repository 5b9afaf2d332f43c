"""`crosscheck config show` and `crosscheck init`, and settings at work in `check`."""

import tomllib
from pathlib import Path

import pytest

from crosscheck.cli import run
from crosscheck.configuration import KEYS
from tests.cli.newsroom import furnish

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_show_says_each_value_and_where_it_is_from(newsroom: Path, capsys: Capture) -> None:
    Path("crosscheck.toml").write_text("[check]\nselect = ['C', 'I1']\n", encoding="utf-8")
    assert run(["config", "show"]) == 0
    out = capsys.readouterr().out
    assert 'select = ["C", "I1"] ' in out and "# crosscheck.toml:2" in out
    assert out.count("# défaut") == len(KEYS) - 1


def test_what_is_shown_can_be_read_back(newsroom: Path, capsys: Capture) -> None:
    assert run(["config", "show"]) == 0
    shown = tomllib.loads(capsys.readouterr().out)
    assert shown["check"]["fail-on"] == ["conflict", "check"]


def test_init_writes_every_key_commented(newsroom: Path, capsys: Capture) -> None:
    """As written it sets nothing; without its « # », every line is a setting that is accepted."""
    assert run(["init"]) == 0
    assert capsys.readouterr().err == "crosscheck: écrit : crosscheck.toml\n"
    text = Path("crosscheck.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"reading": {}, "check": {}}
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    Path("crosscheck.toml").write_text("\n".join(lines), encoding="utf-8")
    assert run(["config", "show"]) == 0
    assert capsys.readouterr().out.count("# crosscheck.toml:") == len(KEYS)


def test_init_replaces_nothing(newsroom: Path, capsys: Capture) -> None:
    Path("crosscheck.toml").write_text("# à moi\n", encoding="utf-8")
    assert run(["init"]) == 2
    assert "crosscheck.toml existe déjà" in capsys.readouterr().err
    assert run(["init", "--force", "--quiet"]) == 0
    assert run(["init", "absent"]) == 2
    assert "à moi" not in Path("crosscheck.toml").read_text(encoding="utf-8")


def test_check_takes_what_is_set(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Paths are those of the file's folder, wherever the run starts; options come first."""
    Path("crosscheck.toml").write_text(
        "[check]\npaths = ['brouillons/signature.md']\nagainst = ['references']\n"
        "format = 'github'\noutput = ['gitlab=out/g.json']\n",
        encoding="utf-8",
    )
    assert run(["check"]) == 1
    assert capsys.readouterr().out.startswith("::error file=brouillons/signature.md,line=7,")
    assert Path("out/g.json").is_file()
    monkeypatch.chdir(newsroom / "brouillons")
    assert run(["check", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("signature.md:7:1: C101")
    assert run(["check", "reunion.md", "--fail-on", "conflict"]) == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[check]\nfailon = ['conflict']\n", "crosscheck.toml, ligne 2 : clé inconnue check.failo"),
        ("[check]\nselect = 'C'\n", "crosscheck.toml, ligne 2 : check.select : trouvé 'C', atte"),
        ("[check]\nselect = ['Z']\n", "crosscheck.toml:2 : check.select Z : attendu un code"),
        ("[check]\nformat = 'xml'\n", "format inconnu : xml ; formats possibles : concise"),
        ("[check\n", "crosscheck.toml, ligne 1 : attendu du TOML"),
    ],
)
def test_a_mistake_is_told(text: str, message: str, newsroom: Path, capsys: Capture) -> None:
    Path("crosscheck.toml").write_text(text, encoding="utf-8")
    assert run(["check", "brouillons"]) == 2
    err = capsys.readouterr().err
    assert message in err and err.startswith("crosscheck: ") and err.count("\n") == 1
