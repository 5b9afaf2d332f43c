"""Files that nobody should be able to hurt us with: `make_all(folder)` writes a hundred of them."""

import gzip
import os
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.reading import writers

SUFFIXES = (
    "txt", "md", "html", "mhtml", "eml", "pdf", "docx", "odt", "rss", "atom", "xml", "json",
    "jsonl", "warc", "warc.gz",
)  # fmt: skip
STORY = [
    "Crue de la Sarre : douze morts à Tillac",
    "Au moins douze personnes sont mortes dans les inondations, selon le préfet de la Sarre.",
    "Quelque 1 450 habitants ont été évacués par les pompiers dans la nuit de jeudi à vendredi.",
]
DEEP = 100_000
BOMB = (
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (c, b"&%c;" % (c - 1) * 10) for c in b"bcdefghi")
    + b"]>"
)
THEFT = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"


def make_all(folder: Path) -> int:
    """Writes the files and gives their number; special files come on top of it."""
    count = 0
    for name, data in (*_noise(), *_cut(), *_bombs(), *_deep(), *_mails()):
        (folder / name).write_bytes(data)
        count += 1
    os.mkfifo(folder / "tube.html")
    (folder / "dossier.pdf").mkdir()
    for one, other in (("boucle-a.txt", "boucle-b.txt"), ("boucle-b.txt", "boucle-a.txt")):
        (folder / one).symlink_to(folder / other)
    (folder / "dehors.txt").symlink_to("/etc/hostname")
    (folder / "parti.md").symlink_to(folder / "nulle-part")
    return count + 6


def _noise() -> Iterator[tuple[str, bytes]]:
    for number, suffix in enumerate(SUFFIXES):
        yield f"hasard.{suffix}", random.Random(number).randbytes(5_000)
        yield f"vide.{suffix}", b""
        yield f"nuls.{suffix}", b"\0" * 5_000


def _cut() -> Iterator[tuple[str, bytes]]:
    """Good files that end too early."""
    for suffix, write in writers.FORMATS.items():
        data = write(STORY)
        yield f"moitie.{suffix}", data[: len(data) // 2]
        yield f"presque.{suffix}", data[: len(data) - 20]


def _bombs() -> Iterator[tuple[str, bytes]]:
    zeros = b"0" * 300_000_000
    document = b"<w:document xmlns:w='w'><w:body>%s</w:body></w:document>"
    yield "bombe.docx", writers.zipped({"word/document.xml": zeros})
    yield "bombe.odt", _odt(zeros)
    yield "membres.docx", writers.zipped({"word/document.xml": b"", **_members(20_000)})
    yield (
        "attribut.docx",
        writers.zipped(
            {"word/document.xml": document % (b"<w:p w:a='" + b"x" * 20_000_000 + b"'/>")}
        ),
    )
    yield "entites.docx", writers.zipped({"word/document.xml": BOMB + b"<a>&i;</a>"})
    yield "entites.odt", _odt(BOMB + b"<a>&i;</a>")
    yield "entites.rss", BOMB + b"<rss><channel><item><title>&i;</title></item></channel></rss>"
    yield "entites.xml", BOMB + b"<newsItem>&i;</newsItem>"
    yield "vol.docx", writers.zipped({"word/document.xml": THEFT + b"<a>&b;</a>"})
    yield "vol.rss", THEFT + b"<rss><channel><item><title>&b;</title></item></channel></rss>"
    yield "flux.pdf", _pdf(zlib.compress(zeros), b"/FlateDecode")
    yield "boucle.pdf", _pdf(b"", b"/FlateDecode").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    yield "bombe.warc.gz", gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + zeros)
    yield "grosse.html", b"<p>" + b"Douze morts. " * 4_000_000
    yield "attribut.html", b"<p title='" + b"x" * 7_000_000 + b"'>Douze morts.</p>"
    yield "balises.html", b"<a " * 2_000_000
    yield "longue.jsonl", b'{"text": "' + b"a" * 20_000_000 + b'"}'


def _odt(content: bytes) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    return writers.zipped({"mimetype": kind, "content.xml": content})


def _members(count: int) -> dict[str, str | bytes]:
    return {f"word/{number}.xml": b"" for number in range(count)}


def _pdf(stream: bytes, kind: bytes) -> bytes:
    """A page whose content is one stream."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages /Kids [3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter %s/Length %d>>stream\n"
        % (kind, len(stream))
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def _deep() -> Iterator[tuple[str, bytes]]:
    for suffix, tag in (("html", b"div"), ("rss", b"rss"), ("xml", b"newsItem"), ("mhtml", b"p")):
        yield f"profond.{suffix}", b"<%s>" % tag * DEEP + b"Douze morts."
    yield "profond.docx", writers.zipped({"word/document.xml": b"<a>" * DEEP + b"</a>" * DEEP})
    yield "profond.odt", _odt(b"<a>" * DEEP + b"</a>" * DEEP)
    yield "profond.json", b'{"text":' * DEEP
    yield "profond.jsonl", b"[" * DEEP + b"]" * DEEP
    yield "profond.md", b"> " * DEEP + b"Douze morts."


def _mails() -> Iterator[tuple[str, bytes]]:
    head = b"From: a@b.fr\r\nTo: c@d.fr\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(3_000)
    )
    yield "poupees.eml", head + nested + b"Content-Type: text/plain\r\n\r\nDouze morts."
    part = b"--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nDouze morts.\r\n"
    yield "pieces.eml", head + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * 20_000
