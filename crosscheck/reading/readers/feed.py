"""RSS and Atom: each entry is an article, as long as what the feed gives of it."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import feedparser

from crosscheck.models import Fact
from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Remark, Unread
from crosscheck.reading.readers.records import fragment_draft
from crosscheck.settings import Limits

_CLOSED = re.compile(rb"</(?:rss|feed|\w+:RDF|RDF)\s*>", re.IGNORECASE)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{1,40})[\"'][^>]*>")
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError)
"""What feedparser raises, by accident, for bytes that are no feed."""
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The entries of a feed, in its order. Raises `Unread`."""
    if _DECLARES.search(data.replace(b"\0", b"")):
        raise Unread("dtd")
    try:
        # Bytes in a stream: given as such, they could be taken for an address to fetch.
        parsed: Any = feedparser.parse(
            BytesIO(_in_utf8(data)), resolve_relative_uris=False, sanitize_html=False
        )
    except _BROKEN as error:
        raise Unread("damaged", reason=type(error).__name__) from None
    entries = parsed.get("entries") or []
    if not entries:
        raise Unread("no_items")
    if len(entries) > limits.articles:
        raise Unread("too_many_articles", limit=str(limits.articles))
    outlet = _line(parsed.feed.get("title", ""))
    outcomes: list[Outcome] = []
    for number, entry in enumerate(entries, 1):
        part = ("item", (("number", str(number)),)) if len(entries) > 1 else None
        outcomes.append(_entry(entry, outlet, limits, part))
    last = outcomes[-1]
    if parsed.get("bozo") and isinstance(last, Draft) and not _CLOSED.search(data[-400:]):
        outcomes[-1] = replace(last, remarks=(*last.remarks, Remark("truncated")))
    return tuple(outcomes)


def _in_utf8(data: bytes) -> bytes:
    """The feed in UTF-8, read as every other file is, without what it says of its encoding."""
    said = _PROLOG.match(data[:400].decode("latin-1"))
    text = decode(data, said[1] if said else "").text
    return _PROLOG.sub("", text).encode("utf-8", "replace")


def _entry(entry: Any, outlet: str, limits: Limits, part: tuple[str, Places] | None) -> Outcome:
    title = _line(entry.get("title", ""))
    bodies = [_text(c.get("value")) for c in entry.get("content") or [] if isinstance(c, dict)]
    body = max([*bodies, _text(entry.get("summary"))], key=len)
    told = [
        ("title", title, "record title"),
        ("outlet", _line((entry.get("source") or {}).get("title", "")) or outlet, "record channel"),
        ("published", _day(entry.get("published_parsed")), "record published"),
        ("modified", _day(entry.get("updated_parsed")), "record updated"),
    ]
    facts = tuple(Fact(field, value, source) for field, value, source in told if value)
    try:
        draft = fragment_draft(body, Draft("", "feed", facts, part=part), limits)
    except Unread as reason:
        return Failed(reason.key, reason.places, part)
    return draft if draft.text else Failed("no_body", (), part)


def _line(value: object) -> str:
    """A title without its tags."""
    said = re.sub(r"<[^>]{1,300}>", "", unescape(_text(value)))
    return " ".join(said.split())[:300]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(parsed: Any) -> str:
    """The day of a time that feedparser has read."""
    try:
        return f"{parsed[0]:04d}-{parsed[1]:02d}-{parsed[2]:02d}"
    except (TypeError, IndexError, ValueError):
        return ""
