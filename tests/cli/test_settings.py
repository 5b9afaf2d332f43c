"""Settings of the configuration at work in the commands that read."""

from pathlib import Path

import pytest

from crosscheck.cli import run
from crosscheck.cli.settings import settle
from crosscheck.configuration import load
from crosscheck.settings import Limits, Settings
from tests.cli.newsroom import furnish
from tests.reading.writers import docx

Capture = pytest.CaptureFixture[str]
STORY = ["Crues à Saurel", "La tempête a détruit 412 maisons à Saurel."]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crues.docx").write_bytes(docx(STORY))
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "dossier").mkdir()
    (tmp_path / "ailleurs" / "loin.txt").write_text(" ".join(STORY), encoding="utf-8")
    (tmp_path / "dossier" / "lien.txt").symlink_to("../ailleurs/loin.txt")
    return tmp_path


def configure(text: str) -> None:
    Path("crosscheck.toml").write_text(text, encoding="utf-8")


def test_the_defaults_are_those_of_the_library(newsroom: Path) -> None:
    assert settle(load(newsroom)) == Settings()


def test_every_limit_is_set(newsroom: Path) -> None:
    names = ("seconds", "memory-mb", "article-kb", "page-mb", "document-mb", "part-mb",
             "record-mb", "pages", "articles")  # fmt: skip
    lines = [f"max-{name} = {number}" for number, name in enumerate(names, 101)]
    configure("\n".join(["[reading]", "follow-links = true", *lines]))
    found = settle(load(newsroom))
    million = 1_000_000
    assert found.follow_links and found.limits == Limits(
        101.0, 102 * million, 103_000, 104 * million, 105 * million, 106 * million, 107 * million,
        108, 109,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "arguments", "status", "said"),
    [
        ("", ["read", "crues.docx"], 0, "412 maisons"),
        ("[reading]\nmax-memory-mb = 100", ["read", "crues.docx"], 0, "412 maisons"),
        ("", ["read", "dossier"], 2, "lien"),
        ("", ["read", "dossier", "--follow-links"], 0, "412 maisons"),
        ("[reading]\nfollow-links = true", ["read", "dossier"], 0, "412 maisons"),
        ("[reading]\nmax-article-kb = 1", ["read", "long.txt"], 2, "long.txt"),
        ("[reading]\nmax-article-kb = 1", ["report", "long.txt"], 2, "long.txt"),
        ("[reading]\nmax-article-kb = 1", ["check", "long.txt"], 2, "long.txt"),
        ("[reading]\nmax-article-kb = 1", ["explain", "f1", "long.txt"], 2, "constat inconnu"),
        ("rules = 'absentes'", ["read", "long.txt"], 2, "crosscheck.toml:1 : rules"),
        ("rules = 'absentes'", ["report", "long.txt"], 2, "crosscheck.toml:1 : rules"),
        ("rules = 'absentes'", ["check", "long.txt"], 2, "crosscheck.toml:1 : rules"),
        ("rules = 'absentes'", ["explain", "C101"], 2, "crosscheck.toml:1 : rules"),
        ("rules = 'absentes'", ["explain", "C101", "--rules", "non"], 2, "--rules non : ce n'est"),
        ("[reading]\nmax-pages = 'x'", ["report", "long.txt"], 2, "crosscheck.toml, ligne 2"),
        ("rules = 'mots'", ["explain", "C101"], 0, "Ce que la rédaction en dit."),
        ("rules = 'mots'", ["read", "long.txt"], 0, "ligne 1"),
    ],
)
def test_settings_at_work(
    text: str, arguments: list[str], status: int, said: str, newsroom: Path, capsys: Capture
) -> None:
    configure(text)
    Path("long.txt").write_text("Il pleut sur la ville et le port.\n\n" * 60, encoding="utf-8")
    Path("mots").mkdir()
    rules = Path(__file__).parents[2] / "rules" / "fr"
    codes = (rules / "codes.toml").read_text(encoding="utf-8")
    what = codes.partition('what = "')[2].partition('"')[0]
    codes = codes.replace(what, "Ce que la rédaction en dit.")
    Path("mots/codes.toml").write_text(codes, encoding="utf-8")
    reading = (rules / "reading.toml").read_text(encoding="utf-8")
    reading = reading.replace('line = "l."', 'line = "ligne"', 1)
    Path("mots/reading.toml").write_text(reading, encoding="utf-8")
    assert run(arguments) == status
    shown = capsys.readouterr()
    assert said in shown.out + shown.err and "Traceback" not in shown.err
