"""Agency JSON and XML, JSON lines, feeds, web archives: fields, several articles, embargoes."""

import json
from pathlib import Path
from typing import Any

import pytest

from crosscheck.models import Article, Skipped
from crosscheck.reading import read_articles
from tests.reading import writers

TITLE, BODY = "Crue : douze morts", "Douze personnes sont mortes dans la nuit, selon le préfet."
TEXT = f"{TITLE}\n\n{BODY}"
NEWSML = (
    "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta><provider><name>Agence Sahel"
    "</name></provider><versionCreated>2025-03-15T00:10:00Z</versionCreated><pubStatus qcode='{}'/>"
    "</itemMeta><contentMeta><contentCreated>2025-03-14T20:00:00+01:00</contentCreated><headline>"
    + TITLE
    + "</headline></contentMeta><contentSet>{}</contentSet></newsItem>"
)
NITF = (
    "<inlineXML><nitf><body><body.head><hedline><hl1>Non</hl1></hedline></body.head><body.content>"
    f"<block><p>{BODY}</p></block></body.content></body></nitf></inlineXML>"
)


def read(path: Path, data: str) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    path.write_text(data, encoding="utf-8")
    return read_articles([path])


RECORDS: list[dict[str, Any]] = [
    {"headline": TITLE, "body_text": BODY},
    {"headline": TITLE, "body_xhtml": f"<p>{BODY}</p>"},
    {"headlines": [{"role": "main", "value": TITLE}],
     "bodies": [{"contentType": "text/html", "value": f"<div><p>{BODY}</p></div>"}]},
    {"title": TITLE, "content": f"<p>{BODY}</p>"},
    {"titre": TITLE, "texte": f"{TITLE}\n\n{BODY}"},
    {"items": [{"headline": TITLE, "body_text": BODY}]},
]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS)
def test_shapes_of_json(record: dict[str, Any], tmp_path: Path) -> None:
    (article,), skipped = read(tmp_path / "a.json", json.dumps(record))
    assert (article.text, skipped) == (TEXT, ())


def test_fields_of_ninjs(tmp_path: Path) -> None:
    """Day, agency and embargo; the day of a version is not that of the news."""
    record = {"headline": TITLE, "body_text": BODY, "provider": {"name": "Agence Sahel"},
              "versioncreated": "2025-03-15T01:00:00Z", "firstcreated": "2025-03-14T20:00:00Z",
              "embargoed": "2025-03-16"}  # fmt: skip
    (article,), _ = read(tmp_path / "a.json", json.dumps(record))
    assert (article.origin, str(article.published)) == ("Agence Sahel", "2025-03-14")
    assert str(article.modified) == "2025-03-15"
    assert article.remarks == ("sous embargo jusqu'au 2025-03-16",)


GONE = {"headline": TITLE, "body_text": BODY, "pubstatus": "canceled"}
WITHHELD = [
    ("a.json", json.dumps(GONE), "canceled"),
    ("a.xml", NEWSML.format("stat:withheld", NITF), "stat:withheld"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "status"), WITHHELD)
def test_what_an_agency_took_back(name: str, data: str, status: str, tmp_path: Path) -> None:
    """A dispatch that was annulled is no source any more, and that is told."""
    articles, skipped = read(tmp_path / name, data)
    reason = f"dépêche annulée ou retenue par l'agence ({status})"
    assert not articles and [s.reason for s in skipped] == [reason]


INLINE = [
    NITF,
    f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{BODY}</p></body></html>"
    "</inlineXML>",
    f"<inlineData contenttype='text/plain'>{BODY}</inlineData>",
    f"<inlineData contenttype='text/html'>&lt;p>{BODY}&lt;/p></inlineData>",
]


@pytest.mark.parametrize("inline", INLINE)
def test_shapes_of_newsml(inline: str, tmp_path: Path) -> None:
    (article,), _ = read(tmp_path / "a.xml", NEWSML.format("stat:usable", inline))
    assert article.text == TEXT
    assert (article.outlet, str(article.published)) == ("Agence Sahel", "2025-03-14")


def test_lines_of_json(tmp_path: Path) -> None:
    """Each line is an article with its number; a broken one does not hide the others."""
    lines = [json.dumps({"title": TITLE, "text": f"{BODY} {n}", "outlet": f"O{n}"}) for n in (1, 2)]
    articles, skipped = read(tmp_path / "a.jsonl", f"{lines[0]}\n\n{{\n{lines[1]}\n[]\n")
    assert [(a.id, a.part, a.outlet) for a in articles] == [
        ("a-1", "ligne 1", "O1"),
        ("a-3", "ligne 4", "O2"),
    ]
    assert [s.reason.split(" : ")[0] for s in skipped] == ["ligne 3", "ligne 5"]


FEED = (
    "<rss version='2.0'><channel><title>Le fil</title>"
    f"<item><title>{TITLE}</title><description>&lt;p&gt;{BODY}&lt;/p&gt;</description>"
    "<pubDate>Fri, 14 Mar 2025 20:00:00 +0100</pubDate></item>"
    "<item><title>Rien</title></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Le fil</title><entry>"
    f"<title>{TITLE}</title><published>2025-03-14T20:00:00Z</published>"
    f"<content type='html'>&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"
)


def test_feeds(tmp_path: Path) -> None:
    articles, skipped = read(tmp_path / "a.rss", FEED)
    assert [(a.text, a.outlet, str(a.published), a.part) for a in articles] == [
        (TEXT, "Le fil", "2025-03-14", "article 1"),
        ("Rien", "Le fil", "None", "article 2"),
    ] and not skipped
    (article,), _ = read(tmp_path / "b.xml", ATOM)
    assert (article.text, article.outlet, article.format) == (TEXT, "Le fil", "feed")
    (article,), _ = read(tmp_path / "c.rss", FEED[:-40].replace("</item><item>", ""))
    assert article.remarks == ("fichier tronqué : lu jusqu'à la coupure",)


def test_web_archive(tmp_path: Path) -> None:
    """Each page with its record; the site is the outlet where the page names none."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(writers.warc([TITLE, BODY]))
    (article,), _ = read_articles([path])
    assert (article.text, article.format, article.outlet) == (TEXT, "html", "exemple.ml")
    assert article.part == "enregistrement 1"
