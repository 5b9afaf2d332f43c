"""`--changed-since REV`: the articles that git says changed."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from crosscheck.cli import run
from tests.cli.newsroom import DRAFT, SLIP, furnish

Capture = pytest.CaptureFixture[str]
WHO = ("-c", "user.name=A", "-c", "user.email=a@exemple.test", "-c", "commit.gpgsign=false")


def git(*arguments: str) -> str:
    """What git answers, by nobody's configuration."""
    env = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "HOME": os.devnull}
    done = subprocess.run(
        ["git", *WHO, *arguments], check=True, capture_output=True, text=True, env=env
    )
    return done.stdout


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose only draft is committed; the branch « une » has left `main`."""
    furnish(tmp_path)
    (tmp_path / ".git").rmdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crosscheck.toml").write_text("[check]\nagainst = ['references']\n")
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "un"),
                      ("checkout", "-qb", "une")):  # fmt: skip
        git(*arguments)
    return tmp_path


def checked(capsys: Capture, *arguments: str, status: int = 1) -> set[str]:
    """The files that a run tells of."""
    assert run(["check", "--changed-since", *arguments]) == status
    return {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}


def test_nothing_changed(newsroom: Path, capsys: Capture) -> None:
    """Silent, at once, and an empty report in every format."""
    assert checked(capsys, "HEAD", status=0) == set()
    assert run(["check", "--changed-since", "HEAD", "--format", "sarif"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []


def test_changed_new_moved_and_deleted(newsroom: Path, capsys: Capture) -> None:
    """Changed in the work tree or in a commit, unknown to git; no image, no deleted article."""
    Path("brouillons/signature.md").write_text(DRAFT + "\nFin.\n", encoding="utf-8")
    Path("brouillons/l'été à Kati.md").write_text(SLIP, encoding="utf-8")
    Path("brouillons/reunion.md").unlink()
    Path("brouillons/photo.png").write_bytes(b"\x89PNG")
    assert checked(capsys, "main") == {"brouillons/signature.md"}
    Path("brouillons/l'été à Kati.md").write_text(
        SLIP.replace("samedi", "dimanche"), encoding="utf-8"
    )
    found = {"brouillons/signature.md", "brouillons/l'été à Kati.md"}
    assert checked(capsys, "main") == found
    git("add", "-A")
    git("commit", "-qm", "deux")
    assert checked(capsys, "main") == found
    assert checked(capsys, "HEAD~1", "brouillons/signature.md") == {"brouillons/signature.md"}


def test_since_where_the_branch_left(newsroom: Path, capsys: Capture) -> None:
    """What others changed meanwhile on `main` is not ours."""
    Path("brouillons/signature.md").write_text(DRAFT + "\nFin.\n", encoding="utf-8")
    git("commit", "-qam", "deux")
    git("checkout", "-q", "main")
    Path("brouillons/reunion.md").write_text(SLIP.replace("samedi", "lundi"), encoding="utf-8")
    git("commit", "-qam", "ailleurs")
    git("checkout", "-q", "une")
    assert checked(capsys, "main") == {"brouillons/signature.md"}


def test_references_are_not_new(newsroom: Path, capsys: Capture) -> None:
    """A changed reference is no article to check, unless it is asked for."""
    known = Path("references/agence.txt")
    known.write_text(known.read_text(encoding="utf-8") + SLIP.replace("samedi", "jeudi"))
    assert checked(capsys, "main", status=0) == set()
    assert checked(capsys, "main", "references") == {"references/agence.txt"}


def test_paths_are_those_of_the_present_folder(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    Path("brouillons/signature.md").write_text(DRAFT + "\nFin.\n", encoding="utf-8")
    monkeypatch.chdir(newsroom / "brouillons")
    assert checked(capsys, "main") == {"signature.md"}


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("absente", "--changed-since absente : révision inconnue de git"),
        ("--output=x", "--changed-since --output=x : révision inconnue de git"),
        ("", "--changed-since : révision inconnue de git"),
        ("HEAD:brouillons", "révision inconnue de git"),
    ],
)
def test_no_such_revision(revision: str, message: str, newsroom: Path, capsys: Capture) -> None:
    assert run(["check", f"--changed-since={revision}"]) == 2
    err = capsys.readouterr().err
    assert message in err and err.count("\n") == 1
    assert not Path("x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["check", "--changed-since", "main"]) == 2
    assert "ce dossier n'est pas dans un dépôt git" in capsys.readouterr().err


def test_no_common_ancestor(newsroom: Path, capsys: Capture) -> None:
    git("checkout", "-q", "--orphan", "autre")
    git("commit", "-qm", "sans passé")
    assert run(["check", "--changed-since", "main"]) == 2
    assert "aucun ancêtre commun" in capsys.readouterr().err
