"""What a file is: its first bytes, then its suffix; where they differ, the bytes are believed.

>>> recognise(b"%PDF-1.7 ...", ".txt")
('pdf', Remark(key='wrong_suffix', places=(('expected', 'texte'), ('found', 'PDF'))))
"""

import re
import zlib

from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Remark, Unread
from crosscheck.reading.messages import message
from crosscheck.reading.registry import by_suffix

_HEAD = 4096
_ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_DOCTYPE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<!doctype\s+html", re.DOTALL | re.I
)
_ROOTS = {
    b"rss": "feed", b"feed": "feed", b"rdf": "feed",
    b"newsitem": "newsml", b"newsmessage": "newsml",
    b"html": "html", b"head": "html", b"body": "html",
}  # fmt: skip
_MAIL = re.compile(
    rb"\A(?:From [^\n]*\r?\n)?(?:(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Date|"
    rb"From|To|Subject|DKIM-Signature|X-[\w-]+|Content-[\w-]+|Reply-To|Thread-[\w-]+|Sender|Cc|"
    rb"References|In-Reply-To|ARC-[\w-]+|Authentication-Results|Snapshot-Content-Location|"
    rb"User-Agent|Importance|Accept-Language):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}",
    re.IGNORECASE,
)
_NEVER_PLAIN = frozenset({"pdf", "docx", "odt", "warc"})
"""Formats that have a signature: without it, they are not what their suffix says."""
_LOOSE = frozenset({"text", "markdown"})
"""Formats that may hold anything: only a sure signature says otherwise."""


def recognise(data: bytes, suffix: str) -> tuple[str, Remark | None]:
    """The format of some bytes, and a remark where the suffix says another.

    Raises `Unread` for what is known and not read, and for what nothing is known of.
    """
    named = by_suffix(suffix)
    found = _signed(data)
    if found is None and not (named and set(named) <= _LOOSE):
        found = _shaped(data, named)
    if found is None:
        return _by_name(data, named, suffix), None
    if not named or found in named or {found, *named} <= {"eml", "mhtml"}:
        return found, None
    expected = message("formats", named[0])
    places = (("expected", expected), ("found", message("formats", found)))
    return found, Remark("wrong_suffix", places)


def recognise_unnamed(data: bytes) -> str:
    """The format of bytes that come without a name: their shape, else text or Markdown.

    >>> recognise_unnamed(b"# Bilan"), recognise_unnamed(b"Douze morts.")
    ('markdown', 'text')
    """
    found = _signed(data) or _shaped(data, ())
    return found or ("markdown" if _HEADED.match(data) else "text")


_HEADED = re.compile(rb"(?:\xef\xbb\xbf)?(?:---\r?\n|#{1,6} )")
"""A text that opens with front matter or a heading."""


def _by_name(data: bytes, named: tuple[str, ...], suffix: str) -> str:
    """The format that the suffix names, where the bytes say nothing against it."""
    if not named:
        decode(data)  # a binary file is told to be one, whatever its suffix
        raise Unread("unknown_format", suffix=suffix or message("reasons", "no_suffix"))
    if named[0] in _NEVER_PLAIN:
        raise Unread("wrong_suffix", expected=message("formats", named[0]))
    if suffix == ".xml":
        raise Unread("no_xml_article")
    return named[0]


def _signed(data: bytes) -> str | None:
    """The format whose signature opens the bytes; raises `Unread` for one that is not read."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith((b"<", b"{")):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(head, data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Unread("legacy_word")
    if head.startswith(b"{\\rtf"):
        raise Unread("rtf")
    if head.startswith(b"WARC/") or _gzipped(head).startswith(b"WARC/"):
        return "warc"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) // 4:
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _DOCTYPE.match(head):
        return "html"
    root = _ROOT.match(head)
    name = _ROOTS.get(root[1].lower()) if root else None
    return name if name != "html" or b"<html" in head.lower() else None


def _zipped(head: bytes, data: bytes) -> str:
    """What an archive holds, by the names of its members."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
        return "odt"
    if b"word/document.xml" in data:
        return "docx"
    if b"content.xml" in data and b"META-INF/manifest.xml" in data:
        return "odt"  # put together again by a program that does not write its kind first
    raise Unread("zip_other")


def _gzipped(head: bytes) -> bytes:
    """The first bytes of what is compressed; nothing when it is not."""
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return b""


def _shaped(data: bytes, named: tuple[str, ...]) -> str | None:
    """The format that the first characters look like: JSON, headers of a mail, tags."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _MAIL.match(head):
        related = re.search(rb"^content-type:\s*multipart/related", head, re.I | re.M)
        return "mhtml" if related and b"text/html" in head else "eml"
    if head.startswith((b"{", b"[")) and "jsonl" not in named and "html" not in named:
        lines = data[: 1 << 16].split(b"\n", 2)
        several = len(lines) > 1 and all(line.strip().startswith(b"{") for line in lines[:2])
        return "jsonl" if several and lines[0].rstrip().endswith(b"}") else "ninjs"
    if not named and re.match(rb"<(?:head|body|div|p|article|meta|title)\b", head, re.IGNORECASE):
        return "html"
    return None
