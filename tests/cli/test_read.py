"""`crosscheck read`: what was understood of a file, and where each thing comes from."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.cli import run

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>Crue de la Sarre : douze morts - Le Matin libre</title>
<meta property="article:published_time" content="2025-03-14T07:12:00+01:00"></head><body>
<nav><a href="/">Accueil</a></nav><article><h1>Crue de la Sarre : douze morts</h1>
<p>TILLAC (AFP) – Au moins douze personnes sont mortes à Tillac, selon le préfet de la Sarre.</p>
<p>Lire aussi : le reportage</p></article><aside>Les plus lus : 99 recettes</aside></body></html>
"""
SHOWN = """page.html : page HTML, 24 mots
  titre       Crue de la Sarre : douze morts  (balise h1)
  titre       Crue de la Sarre : douze morts  (balise title)  — non retenu
  source      Le Matin libre  (balise title)
  paru le     2025-03-14T07:12:00+01:00  (balise meta article:published_time)
  origine     AFP  (crédit dans le texte)
  langue      fr  (mots du texte)
  langue      fr  (balise html lang)  — non retenu
  encodage    utf-8  (octets)

"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, encoding="utf-8")


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Metadata with their sources, lines with their use, and what was left out."""
    assert run(["read", "page.html"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(SHOWN), out
    assert "     ¶ 1  titre   Crue de la Sarre : douze morts\n" in out
    assert "     ¶ 2  –       TILLAC (AFP) –" in out
    assert "          " + "        " + "Au moins douze personnes" in out
    assert "Laissé de côté dans le fichier :" in out
    assert "  – Les plus lus : 99 recettes  (encart)\n" in out


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """All of it for programs, text and blocks among it."""
    assert run(["read", "page.html", "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["text"].startswith("Crue de la Sarre") and article["origin"] == "AFP"
    assert article["blocks"][0] == {"kind": "headline", "start": 0, "end": 30}
    assert {"words": "Accueil", "why": "nav"} in article["left_out"]
    assert article["metadata"][0]["source"] == "element h1"


def test_what_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(b"%PDF-1.4")
    assert run(["read", "a.pdf"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("crosscheck: a.pdf : document abîmé")
    assert run(["read", "a.pdf", "--format", "xml"]) == 2
    assert capsys.readouterr().err == "crosscheck: --format xml : attendu text ou json\n"


def test_controls_are_seen(capsys: pytest.CaptureFixture[str]) -> None:
    """What a file holds does not act on the terminal."""
    Path("a.txt").write_text("Titre \x1b[31m rouge\n\nDouze personnes sont mortes dans la nuit.\n")
    assert run(["read", "a.txt"]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "report"])
def test_standard_input(command: str) -> None:
    """« - » is read once, whatever it is."""
    code = "import sys; from crosscheck.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, command, "-", "--format", "json"],
        input=PAGE.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (article,) = json.loads(done.stdout)["articles"]
    assert (article["id"], article["path"], article["format"]) == ("stdin", "-", "html")


def test_links_out_of_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "recit"
    folder.mkdir()
    (folder / "a.html").symlink_to(tmp_path / "page.html")
    assert run(["read", "recit"]) == 2
    assert "lien symbolique qui sort du dossier" in capsys.readouterr().err
    assert run(["read", "recit", "--follow-links"]) == 0
