"""`crosscheck archive` as a newsroom meets it: what is told, and with which status."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.archive.manifest import read_manifest
from crosscheck.cli import run
from tests.archive.shelves import MARCH, TEXTS, put, write_texts

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles and an archive of them, in which the run happens."""
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_add_tells_what_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """With the model, once; what is passed over is passed over in silence."""
    monkeypatch.chdir(tmp_path)
    write_texts(Path("textes/2025"), {"mars.txt": MARCH, "gold.json": "{}"})
    assert run(["archive", "add", "archive", "textes"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"crosscheck: 1 article ajouté ; \d affirmations\n", err)
    assert run(["archive", "add", "archive", "textes"]) == 0
    told = "crosscheck: rien de nouveau ; 2 fichiers déjà là\n"
    assert capsys.readouterr().err == told
    assert run(["archive", "add", "archive", "textes", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_nothing_else_is_said_at_the_end(tmp_path: Path) -> None:
    """A process of its own: with the model loaded, DuckDB took what lives to the end for leaks."""
    write_texts(tmp_path / "textes", {"mars.txt": MARCH})
    command = "from crosscheck.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", command, "archive", "add", "archive", "textes"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert re.fullmatch(r"crosscheck: 1 article ajouté ; \d affirmations\n", done.stderr)


def test_what_cannot_be_read_is_told_and_the_rest_added(newsroom: Path, capsys: Captured) -> None:
    (newsroom / "textes" / "vide.txt").write_bytes(b"")
    assert run(["archive", "add", "archive", "textes", "absent.txt"]) == 2
    err = capsys.readouterr().err
    assert "textes/vide.txt : fichier vide" in err
    assert "absent.txt : ce chemin n'existe pas" in err
    assert "3 fichiers déjà là" in err


def test_list(newsroom: Path, capsys: Captured) -> None:
    assert run(["archive", "list", "archive"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["2025-03-14", "2025-04-02", "sans"]
    assert lines[0].endswith("textes/mars.txt")
    assert run(["archive", "list", "archive", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["path"] for row in rows] == [f"textes/{n}.txt" for n in ("mars", "avril", "ecole")]


def test_stats(newsroom: Path, capsys: Captured) -> None:
    assert run(["archive", "stats", "archive"]) == 0
    assert re.search(r"^articles +3$", capsys.readouterr().out, re.MULTILINE)
    assert run(["archive", "stats", "archive", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["articles"], found["from"], found["to"]) == (3, "2025-03-14", "2025-04-02")
    assert found["claims"] == sum(found["kinds"].values())


def test_search_marks_the_words(newsroom: Path, capsys: Captured) -> None:
    assert run(["archive", "search", "archive", "prefet"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("textes/mars.txt:5:1 2025-03-14")
    assert "Le **préfet** parle" in out
    assert err == ""
    assert run(["archive", "search", "archive", "à", "--limit", "1", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["found"] > len(found["passages"]) == 1
    (hit,) = found["passages"]
    assert {hit["text"][a:b].lower() for a, b in hit["marks"]} == {"à"}
    assert run(["archive", "search", "archive", "absent"]) == 0
    assert capsys.readouterr() == ("", "crosscheck: aucun passage\n")


def test_remove_and_compact(newsroom: Path, capsys: Captured) -> None:
    assert run(["archive", "remove", "archive", "textes/mars.txt"]) == 0
    assert capsys.readouterr().err == "crosscheck: 1 article retiré\n"
    assert run(["archive", "remove", "archive", "textes/avril.txt", "textes/mars.txt"]) == 2
    assert "textes/mars.txt : rien de ce nom" in capsys.readouterr().err
    assert run(["archive", "list", "archive"]) == 0
    assert capsys.readouterr().out.count("\n") == 2
    assert run(["archive", "compact", "archive"]) == 0
    assert capsys.readouterr().err == "crosscheck: 12 fichiers → 8 fichiers\n"
    assert run(["archive", "remove", "archive", "textes"]) == 0
    assert capsys.readouterr().err == "crosscheck: 2 articles retirés\n"


def test_migrate_reads_again_from_the_archive(newsroom: Path, capsys: Captured) -> None:
    """Other rules make other claims: they are not compared until they are read again."""
    rules = newsroom / "regles"
    rules.mkdir()
    packed = Path(__file__).parents[2] / "rules" / "fr" / "worth.toml"
    changed = packed.read_text(encoding="utf-8") + "\n# de la maison\n"
    (rules / "worth.toml").write_text(changed, encoding="utf-8")
    (newsroom / "neuf.txt").write_text(MARCH.replace("Douze", "Quatorze"), encoding="utf-8")
    asked = ["check", "neuf.txt", "--against", "archive", "--select", "C", "--rules", "regles"]
    assert run([*asked, "--exit-zero"]) == 2
    err = capsys.readouterr().err
    assert "3 articles lus par une autre version ou d'autres règles" in err
    assert "crosscheck archive migrate archive" in err
    for file in TEXTS:
        (newsroom / "textes" / file).unlink()
    assert run(["archive", "migrate", "archive", "--rules", "regles"]) == 0
    assert capsys.readouterr().err == "crosscheck: 3 articles relus\n"
    assert run(asked) == 1
    assert "« Quatorze personnes » (neuf)" in capsys.readouterr().out
    assert run(["archive", "migrate", "archive", "--rules", "regles"]) == 0
    assert capsys.readouterr().err == "crosscheck: 0 article relu\n"
    assert run(["archive", "report", "archive", "--rules", "regles"]) == 0
    capsys.readouterr()
    assert run(["archive", "report", "archive"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "crosscheck: archive : 0 histoire, 0 article comparé ; 0 article sans autre article sur le"
        " même sujet\ncrosscheck: archive : 3 articles lus par une autre version ou d'autres"
        " règles, pas comparés : « crosscheck archive migrate archive » les relit\n"
    )


def test_check_names_what_it_drew(newsroom: Path, capsys: Captured) -> None:
    (newsroom / "neuf.txt").write_text(MARCH.replace("Douze", "Quatorze"), encoding="utf-8")
    assert run(["check", "neuf.txt", "--against", "archive", "--select", "C"]) == 1
    out, err = capsys.readouterr()
    assert "(mars)" in out
    assert "archive : comparaison avec 3 articles de l'archive" in err
    assert "3 références" in err
    assert run(["check", "textes/mars.txt", "--against", "archive", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")  # an article is no reference for itself


def test_check_with_a_damaged_file_says_so(newsroom: Path, capsys: Captured) -> None:
    (march,) = (s for s in read_manifest(Path("archive")).segments if s.month == "2025-03")
    Path("archive", march.claims.path).unlink()
    (newsroom / "neuf.txt").write_text(MARCH.replace("Douze", "Quatorze"), encoding="utf-8")
    assert run(["check", "neuf.txt", "--against", "archive"]) == 2
    err = capsys.readouterr().err
    assert f"archive/{march.claims.path} : fichier absent ; fichier mis à l'écart" in err
    assert "comparaison avec 2 articles de l'archive" in err


def test_repair_names_what_to_add_again(newsroom: Path, capsys: Captured) -> None:
    """Bytes that have changed under a size that has not: adding alone takes them for sound."""
    (march,) = (s for s in read_manifest(Path("archive")).segments if s.month == "2025-03")
    file = Path("archive", march.claims.path)
    file.write_bytes(bytes(file.stat().st_size))
    assert run(["archive", "stats", "archive"]) == 2
    assert "« crosscheck archive repair » dit quoi ajouter" in capsys.readouterr().err
    assert run(["archive", "repair", "archive"]) == 2
    told = "crosscheck: 1 fichier abîmé ôté ; 1 fichier à ajouter à nouveau\n"
    assert capsys.readouterr() == ("textes/mars.txt\n", told)
    put(Path("archive"), Path("textes"))
    assert run(["archive", "repair", "archive"]) == 0
    assert capsys.readouterr() == ("", "crosscheck: 0 fichier abîmé ôté\n")
    assert run(["archive", "stats", "archive"]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "textes"], "textes : ce n'est pas une archive"),
        (["list", "absente"], "absente : ce n'est pas une archive"),
        (["stats", "textes/mars.txt"], "ce n'est pas une archive"),
        (["search", "textes", "mort"], "textes : ce n'est pas une archive"),
        (["search", "archive", "?"], "rien à chercher : ?"),
        (["add", "textes", "textes"], "n'est pas une archive et n'est pas vide (avril.txt)"),
        (["remove", "textes", "x"], "textes : ce n'est pas une archive"),
        (["list", "archive", "--format", "csv"], "--format csv : attendu text ou json"),
        (["search", "archive", "a", "--since", "hier"], "attendu une date AAAA-MM-JJ"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    newsroom: Path, capsys: Captured, arguments: list[str], words: str
) -> None:
    assert run(["archive", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
