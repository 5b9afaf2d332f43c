"""What a file is: bytes first, suffix second; and what stands beside it or comes through a pipe."""

import json
from io import BytesIO
from pathlib import Path

import pytest

from crosscheck.models import Skipped
from crosscheck.reading import read_articles
from crosscheck.reading.draft import Unread
from crosscheck.reading.registry import FORMATS
from crosscheck.reading.sidecar import day_in
from crosscheck.reading.sniff import recognise
from tests.reading import writers

STORY = ["Crue : douze morts", "Douze personnes sont mortes dans la nuit, selon le préfet."]
REAL = {suffix: write(STORY) for suffix, write in writers.FORMATS.items()}
NAMES = {"rss": "feed", "json": "ninjs", "xml": "newsml", "md": "markdown", "warc.gz": "warc"}


@pytest.mark.parametrize("suffix", sorted(REAL))
def test_right_suffix(suffix: str) -> None:
    assert recognise(REAL[suffix], f".{suffix}") == (NAMES.get(suffix, suffix), None)


@pytest.mark.parametrize("suffix", sorted(set(REAL) - {"md", "jsonl"}))
def test_no_suffix(suffix: str) -> None:
    """What comes through a pipe is known by its bytes."""
    assert recognise(REAL[suffix], "")[0] == NAMES.get(suffix, suffix)


WRONG = [
    (".txt", "pdf", "pdf"), (".md", "docx", "docx"), (".html", "pdf", "pdf"),
    (".pdf", "html", "html"),
    (".docx", "odt", "odt"), (".txt", "html", "html"), (".json", "xml", "newsml"),
    (".html", "eml", "eml"), (".xml", "html", "html"), (".eml", "json", "ninjs"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "real", "format"), WRONG)
def test_wrong_suffix_is_noticed(suffix: str, real: str, format: str) -> None:
    found, remark = recognise(REAL[real], suffix)
    assert found == format and remark is not None and "lu comme" in str(remark)


LIKE = [
    (".txt", b"From: la Terre\nA: la Lune\nDate: hier\nDouze morts.", "text"),
    (".txt", b'{"a": 1} est du JSON.', "text"),
    (".md", b"<div>\n\n# Titre\n", "markdown"),
    (".txt", b"<p>Douze morts</p>", "text"),
    (".html", b"Douze morts, sans balise.", "html"),
    (".xml", b"<?xml version='1.0'?><!-- a --><rss/>", "feed"),
    (".xml", "<?xml version='1.0' encoding='utf-16'?><feed/>".encode("utf-16"), "feed"),
    (".html", b"\xef\xbb\xbf  <!-- a --><!DOCTYPE html><p>x", "html"),
]


@pytest.mark.parametrize(("suffix", "data", "format"), LIKE)
def test_what_only_looks_like(suffix: str, data: bytes, format: str) -> None:
    assert recognise(data, suffix)[0] == format


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".odt", ".warc"])
def test_a_suffix_without_its_signature(suffix: str) -> None:
    """Bytes of nothing known are not read as text under the name of a PDF."""
    with pytest.raises(Unread, match="le contenu n'en est pas"):
        recognise(b"Douze morts.", suffix)


def test_standard_input() -> None:
    """« - » is whatever its bytes are; an article like another."""
    for suffix, data in REAL.items():
        if suffix == "jsonl":
            continue
        (article,), skipped = read_articles(["-"], stdin=BytesIO(data))
        assert (article.id, article.path, skipped) == ("stdin", "-", ())
        assert article.text.rstrip().endswith(STORY[1])
    for mark, format in (("", "text"), ("# ", "markdown")):
        data = mark + "\n\n".join(STORY)
        (article,), _ = read_articles(["-"], stdin=BytesIO(data.encode()))
        assert (article.format, article.title) == (format, STORY[0])
    noise = BytesIO(bytes(range(256)))
    assert read_articles(["-"], stdin=noise)[1] == (Skipped("-", "ce n'est pas un texte"),)


def test_every_suffix_is_read_in_a_folder(tmp_path: Path) -> None:
    """All eleven formats of one story, and what was passed over beside them."""
    for suffix, data in REAL.items():
        (tmp_path / f"a.{suffix}").write_bytes(data)
    (tmp_path / "b.csv").write_text("a;b")
    articles, skipped = read_articles([tmp_path])
    assert len(articles) == len(REAL) and len({a.id for a in articles}) == len(REAL)
    assert [(s.reason, s.error) for s in skipped] == [("format non lu (.csv)", False)]
    assert {a.format for a in articles} <= set(FORMATS)


def test_a_sidecar_wins(tmp_path: Path) -> None:
    """What an editor wrote beside a file comes before what the file says of itself."""
    (tmp_path / "a.html").write_text(writers.page(STORY))
    sidecar = "outlet = 'Le Quotidien'\npublished = 2025-03-14\norigin = 'AFP'\n"
    (tmp_path / "a.html.meta.toml").write_text(sidecar)
    (tmp_path / "b.txt").write_text("\n\n".join(STORY))
    (tmp_path / "b.meta.json").write_text(json.dumps({"title": "Autre", "modified": "2025-03-15"}))
    (one, two), skipped = read_articles([tmp_path])
    assert (one.outlet, str(one.published), one.origin) == ("Le Quotidien", "2025-03-14", "AFP")
    assert (two.title, str(two.modified)) == ("Autre", "2025-03-15")
    assert {f.source for f in one.facts if f.used and f.field == "outlet"} == {"sidecar"}
    assert [s.error for s in skipped] == [False, False]


BROKEN = [
    ("editeur = 'A'", "annexe : clef inconnue « editeur » ; attendu title, outlet, published"),
    ("published = 'hier'", "annexe : published = 'hier', attendu 2025-06-23"),
    ("title = 3", "annexe : title = 3, attendu un texte"),
    ("title =", "annexe illisible : "),
]


@pytest.mark.parametrize(("text", "reason"), BROKEN)
def test_a_broken_sidecar_is_told(text: str, reason: str, tmp_path: Path) -> None:
    """And the article is read all the same."""
    (tmp_path / "a.txt").write_text("\n\n".join(STORY))
    (tmp_path / "a.meta.toml").write_text(text)
    articles, skipped = read_articles([tmp_path / "a.txt"])
    assert [a.id for a in articles] == ["a"]
    assert len(skipped) == 1 and skipped[0].reason.startswith(reason)


def test_dates_that_differ_are_told(tmp_path: Path) -> None:
    page = writers.page([*STORY, "Publié le 3 mars 2025"]).replace(
        "</head>", '<meta property="article:published_time" content="2025-03-14T10:00:00Z"></head>'
    )
    (tmp_path / "a.html").write_text(page)
    (article,), _ = read_articles([tmp_path])
    assert str(article.published) == "2025-03-14"
    assert article.remarks == (
        "dates de parution différentes selon balise meta article:published_time (2025-03-14) et "
        "ligne de parution (2025-03-03)",
    )


DAYS = [
    ("2025-03-14", "2025-03-14"),
    ("2025-03-14T23:30:00-04:00", "2025-03-14"),
    ("2025-03-14T23:30Z", "2025-03-14"),
    ("2025-03-14 10:00", "2025-03-14"),
    ("20250314", "2025-03-14"),
    ("14/03/2025", "None"),
    ("", "None"),
    ("2025-02-30", "None"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days(text: str, day: str) -> None:
    assert str(day_in(text)) == day
