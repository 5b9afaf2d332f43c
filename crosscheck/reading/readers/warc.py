"""Web archives: each page, PDF or text that a site once answered, as an article."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Remark, Unread
from crosscheck.reading.messages import megabytes
from crosscheck.reading.registry import read_format
from crosscheck.reading.sniff import recognise
from crosscheck.settings import Limits

_TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf",
          "text/plain": ".txt"}  # fmt: skip
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, TypeError, KeyError,
           IndexError)  # fmt: skip
"""What warcio raises for records cut short or never whole."""


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The pages of an archive, in its order. Raises `Unread` when there are none."""
    outcomes: list[Outcome] = []
    cut = False
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(data)), 1):
            outcomes += _record(record, number, limits)
            if len(outcomes) >= limits.articles:
                outcomes.append(Failed("too_many_articles", (("limit", str(limits.articles)),)))
                break
    except _BROKEN as error:
        if not outcomes:
            raise Unread("damaged", reason=type(error).__name__) from None
        cut = True
    if not outcomes:
        raise Unread("no_items")
    if cut and isinstance(outcomes[-1], Draft):
        last = outcomes[-1]
        outcomes[-1] = replace(last, remarks=(*last.remarks, Remark("truncated")))
    return tuple(outcomes)


def _record(record: Any, number: int, limits: Limits) -> list[Outcome]:
    """The article of a record; none for requests, pictures and pages that were not found."""
    if record.rec_type not in {"response", "resource"}:
        return []
    headers = record.http_headers or record.rec_headers
    status = headers.get_statuscode() if record.http_headers else "200"
    kind = str(headers.get_header("Content-Type") or "").lower()
    suffix = _TYPES.get(kind.partition(";")[0].strip())
    if status != "200" or suffix is None:
        return []
    part: tuple[str, Places] = ("record", (("number", str(number)),))
    content = record.content_stream().read(limits.record + 1)
    if len(content) > limits.record:
        limit = megabytes(limits.record)
        return [Failed("too_large", (("size", f"> {limit}"), ("limit", limit)), part)]
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    try:
        return [
            replace(outcome, part=part) for outcome in _read(content, suffix, kind, address, limits)
        ]
    except Unread as reason:
        return [Failed(reason.key, reason.places, part)]


def _read(
    content: bytes, suffix: str, kind: str, address: str, limits: Limits
) -> tuple[Outcome, ...]:
    format, _ = recognise(content, suffix)
    if format != "html":
        return read_format(format, content, limits)
    from crosscheck.reading.readers.html import page_draft

    charset = _CHARSET.search(kind)
    return (page_draft(content, limits, charset[1] if charset else "", address),)
