"""`crosscheck check` as a newsroom meets it: lines, statuses, what is told on stderr."""

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.cli import run
from crosscheck.cli.check import FORMATS
from crosscheck.formats.checked import CHECK_FORMATS
from tests.cli.newsroom import DRAFT, SIGNATURE, SLIP, furnish

ROOT = Path(__file__).parents[2]
LINE = re.compile(
    r"brouillons/signature\.md:7:1: C101 [^\n]*« Deux accords » \(agence\) ≠ "
    r"« Quatre accords » \(signature\)\. \[[0-9a-f]{8}\]\n"
)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom's repository, in which the run happens."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_line_for_a_conflict(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Place, code, both sides, fingerprint; a summary on stderr; status 1."""
    assert run(SIGNATURE) == 1
    out, err = capsys.readouterr()
    assert LINE.fullmatch(out)
    assert err.startswith("crosscheck: 1 article vérifié ; 1 référence ; 1 signalement")
    assert err.count("\n") == 1


def test_silent_when_all_is_well(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "brouillons/reunion.md", "--against", "references"]) == 1
    capsys.readouterr()
    Path("brouillons/reunion.md").write_text(SLIP, encoding="utf-8")
    assert run(["check", "brouillons/reunion.md", "--against", "references", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "check"], 0),
        (["--fail-on", "conflict:high"], 1),
        (["--fail-on", "C2"], 0),
        (["--fail-on", "check,C1"], 1),
        (["--ignore", "C101"], 0),
        (["--select", "I"], 0),
        (["--select", "ALL", "--fail-on", "check"], 0),
    ],
)
def test_status(
    arguments: list[str], status: int, newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*SIGNATURE, *arguments]) == status


def test_a_file_among_its_references_is_new(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder of all articles may be the reference; nothing is held against itself."""
    Path("references/signature.md").write_text(DRAFT, encoding="utf-8")
    assert run(["check", "references/signature.md", "--against", "references"]) == 1
    out, err = capsys.readouterr()
    assert out.count("\n") == 1 and "1 référence ;" in err


def test_names_that_are_alike(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reference named as the draft is called by its folder as well."""
    Path("references/agence.txt").rename("references/signature.txt")
    assert run(SIGNATURE) == 1
    assert "(references-signature)" in capsys.readouterr().out


def test_order_of_paths_changes_nothing(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = ["brouillons/signature.md", "brouillons/reunion.md"]
    texts = []
    for order in (paths, paths[::-1]):
        assert run(["check", *order, "--against", "references", "--format", "sarif"]) == 1
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


@pytest.mark.parametrize("name", FORMATS)
def test_files_and_stdout_hold_the_same(
    name: str, newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files alone leave stdout silent; with --format, one run does both."""
    assert run([*SIGNATURE, "--output", f"{name}=out/a", "--quiet"]) == 1
    assert capsys.readouterr() == ("", "")
    assert run([*SIGNATURE, "--format", name, "--output", "concise=b.txt", "--quiet"]) == 1
    assert capsys.readouterr().out == Path("out/a").read_text(encoding="utf-8")
    assert LINE.fullmatch(Path("b.txt").read_text(encoding="utf-8"))


def test_formats_are_those_of_the_registry() -> None:
    assert sorted(FORMATS) == sorted(CHECK_FORMATS)


def test_paths_from_the_root(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """People read the path that they gave, machines the path from the repository's root."""
    monkeypatch.chdir(newsroom / "brouillons")
    arguments = ["check", "signature.md", "--against", "../references"]
    assert run(arguments) == 1
    assert capsys.readouterr().out.startswith("signature.md:7:1: ")
    assert run([*arguments, "--format", "github"]) == 1
    assert "file=brouillons/signature.md," in capsys.readouterr().out
    assert run([*arguments, "--format", "sarif"]) == 1
    result = json.loads(capsys.readouterr().out)["runs"][0]["results"][0]
    uris = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for place in (*result["locations"], *result["relatedLocations"])
    ]
    assert uris == ["brouillons/signature.md", "references/agence.txt"]


def test_what_is_not_told_is_counted(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(SLIP.replace("14 mars 2026", f"{day} mars 2025") for day in (10, 11, 12, 13))
    Path("brouillons/reunion.md").write_text(text, encoding="utf-8")
    assert run(["check", "brouillons/reunion.md"]) == 1
    out, err = capsys.readouterr()
    assert out.count("\n") == 3 and "1 de plus dans un article" in err
    assert run(["check", "brouillons/reunion.md", "--max-per-article", "0"]) == 1
    assert capsys.readouterr().out.count("\n") == 4


FRONT = """---
title: « Deux accords », dit l'agence
date: 2025-06-25
---

| Point | Ce qui est *dit* |
|:--|--:|
| Accords | Quatre accords ont été signés à Moscou le lundi 23 juin 2025 par les deux ministres. |
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(FRONT, "8:13"),
        pytest.param(FRONT.replace("\n", "\r\n"), "8:13"),
        pytest.param("\ufeff" + FRONT, "8:13"),
        pytest.param(FRONT.replace("| Accords", "| 😀 été"), "8:11"),
        (DRAFT.replace("\n", "\r\n"), "7:1"),
        (DRAFT.replace("Quatre", "« Été 😀 ». Quatre"), "7:12"),
        (DRAFT.replace("Quatre", "> - **Rappel.** Quatre"), "7:17"),
    ],
)
def test_places_in_markdown(
    text: str, place: str, newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line and column of the words in the file: front matter, tables, marks and all."""
    Path("brouillons/signature.md").write_bytes(text.encode("utf-8"))
    assert run([*SIGNATURE, "--select", "C101"]) == 1
    line = capsys.readouterr().out
    assert line.startswith(f"brouillons/signature.md:{place}: C101 "), line


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_gives_no_order(
    name: str, newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines that begin as commands of a build service, in the text and in the name of the file."""
    order = "::error::forgé\n##[error]forgé\n\x1b[31mforgé\n\n"
    file = Path("brouillons/##[command]a.md")
    file.write_text(order + DRAFT.replace("Quatre accords", "Quatre accords ::error::"), "utf-8")
    assert run(["check", str(file), "--against", "references", "--format", name]) == 1
    out, err = capsys.readouterr()
    ours = r"::error file=brouillons/# ?#%5Bcommand|::error file=brouillons/"
    for text in (out, err):
        assert "\x1b" not in text and "##[" not in text
        assert not re.search(r"^\s*(::|##)", re.sub(ours, "", text), re.MULTILINE)


def test_standard_input(newsroom: Path) -> None:
    """`check -`, as an editor asks: a text that has no file yet."""
    done = subprocess.run(
        [sys.executable, "-c", "from crosscheck.cli import main; main()", "check", "-",
         "--against", "references"],
        input=Path("brouillons/signature.md").read_bytes(),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout[:13]) == (1, b"-:7:1: C101 A"), done.stderr


BAD = [
    (["check", "absent.md"], "crosscheck: absent.md : ce chemin n'existe pas\n"),
    (["check"], "crosscheck: il manque CHEMIN, ou check.paths dans crosscheck.toml"),
    ([*SIGNATURE[:3], "absent"], "crosscheck: absent : ce chemin n'existe pas\n"),
    ([*SIGNATURE[:3], "notes.bin"], "crosscheck: notes.bin : ce n'est pas un texte\n"),
    ([*SIGNATURE, "--format", "xml"], "crosscheck: format inconnu : xml ; formats possibles : con"),
    ([*SIGNATURE, "--select", "Z9"], "crosscheck: --select Z9 : attendu un code (C101)"),
    ([*SIGNATURE, "--fail-on", "grave"], "crosscheck: --fail-on grave : attendu conflict,"),
    ([*SIGNATURE, "--output", "sarif=references/agence.txt"],
     "crosscheck: references/agence.txt est un des articles"),
    ([*SIGNATURE, "--max-per-article", "-1"],
     "crosscheck: --max-per-article -1 : attendu un nombre positif"),
    ([*SIGNATURE, "--quiet=1"], "crosscheck: l'option --quiet ne prend pas de valeur"),
    ([*SIGNATURE, "--rules", "absent"], "crosscheck: --rules absent : ce n'est pas un dossier\n"),
    ([*SIGNATURE, "--config", "absent.toml"], "crosscheck: absent.toml : ce chemin n'existe pas"),
    ([*SIGNATURE, "--decisions", "references"], "crosscheck: references : lecture impossible (c'e"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_bad_input(
    arguments: list[str], message: str, newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be done or read is named on stderr; status 2 outranks findings."""
    Path("notes.bin").write_bytes(b"\x00\x01")
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith(message) and "Traceback" not in err


def test_an_unreadable_reference_leaves_the_others(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The run is incomplete, and what could be compared is told all the same."""
    Path("references/vide.txt").write_bytes(b"")
    assert run(SIGNATURE) == 2
    out, err = capsys.readouterr()
    assert LINE.fullmatch(out) and "references/vide.txt : fichier vide\n" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk(newsroom: Path) -> None:
    """Nothing could be written: status 2 and a reason in French, the old file as it was."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from crosscheck.cli import main; main()", *SIGNATURE],
            cwd=newsroom,
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2 and "plus de place sur le disque" in done.stderr


def small() -> None:
    """No file of this process may grow beyond a hundred bytes: what a full disk does to it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@pytest.mark.parametrize(
    ("arguments", "file", "old"),
    [
        (["check", "note.md", "--output", "sarif=a.sarif"], "a.sarif", "ancien"),
        (["accept", "--all", "--reason", "vu" * 99], "crosscheck-decisions.jsonl", ""),
        (["init", "--force"], "crosscheck.toml", "# ancien\n"),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, list) else None,
)
def test_no_room_leaves_the_old_file(
    arguments: list[str], file: str, old: str, newsroom: Path
) -> None:
    """Half a file is never written over a whole one, and nothing is left beside it."""
    Path("note.md").write_text("Il pleut. <!-- crosscheck: ok C101 -->\n", encoding="utf-8")
    assert run(["check", "note.md", "--quiet"]) == 1
    Path(file).write_text(old, encoding="utf-8")
    before = sorted(newsroom.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", "from crosscheck.cli import main; main()", *arguments],
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=small,
    )
    assert done.returncode == 2
    assert f"crosscheck: {file} : écriture impossible (fichier trop grand)\n" in done.stderr
    assert Path(file).read_text(encoding="utf-8") == old
    assert sorted(newsroom.iterdir()) == before


def test_an_output_that_cannot_be_written_stays(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.sarif").mkdir()
    assert run([*SIGNATURE, "--output", "sarif=a.sarif", "--output", "gitlab=b.json"]) == 2
    assert "a.sarif : écriture impossible (c'est un dossier)" in capsys.readouterr().err
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))
