"""RSS and Atom: each entry is an article, as long as what the feed gives of it."""

import re
from html import unescape
from io import BytesIO
from typing import Any

import feedparser

from crosscheck.models import Fact
from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Unread
from crosscheck.reading.readers.records import fragment_draft
from crosscheck.settings import Limits

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The entries of a feed, in its order. Raises `Unread`."""
    if _DECLARES.search(data.replace(b"\0", b"")):
        raise Unread("dtd")
    # Bytes in a stream: given as such, they could be taken for an address to fetch.
    parsed: Any = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
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
    return tuple(outcomes)


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
