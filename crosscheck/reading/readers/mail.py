"""E-mails and saved pages in MIME: the body, then each attachment whose format is read.

Nothing is fetched: pictures and pages that a mail only points to stay where they are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from crosscheck.models import Fact
from crosscheck.reading.decode import NotText, decode
from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Remark, Unread
from crosscheck.reading.messages import megabytes, message
from crosscheck.reading.readers.building import Building
from crosscheck.reading.readers.mail_text import add_mail_text
from crosscheck.reading.registry import read_format, suffix_of
from crosscheck.reading.sniff import recognise
from crosscheck.settings import Limits

_ATTACHMENTS = 20
_PARTS = 500
_DEEPEST = 30
_BROKEN = (MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError)
"""What the parser of the standard library raises, some by accident, for headers of strangers."""
_SITE = re.compile(rb"^(?:Snapshot-Content-Location|Content-Location):\s*(\S+)", re.M | re.I)


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The articles of a mail. Raises `Unread` when there is neither body nor attachment."""
    if data[: 1 << 20].lower().count(b"multipart/") > _DEEPEST:
        raise Unread("too_deep")
    try:
        # The older policy, since the newer parses headers as it goes, and falls over some.
        mail: Any = message_from_bytes(data, policy=policy.compat32)
        parts = list(_leaves(mail))
    except _BROKEN as error:
        raise Unread("damaged", reason=type(error).__name__) from None
    if not mail.keys():
        raise Unread("wrong_suffix", expected=message("formats", "eml"))
    page = next((p for p in parts if p.get_content_type() == "text/html"), None)
    if _is_saved_page(mail) and page is not None:
        return (_saved_page(page, data, limits),)
    facts = headers_of(mail)
    attached, over = _attachments(parts, limits, facts)
    body = _body(parts, limits, facts)
    outcomes: list[Outcome] = [*([body] if body is not None else []), *attached]
    if not outcomes:
        raise Unread("no_body")
    if over:
        told = Remark("attachments_over", (("limit", str(_ATTACHMENTS)),))
        outcomes = [replace(o, remarks=(*o.remarks, told)) if isinstance(o, Draft) else o
                    for o in outcomes]  # fmt: skip
    return tuple(outcomes)


def _leaves(mail: Message) -> Iterator[Any]:
    """The parts that hold something, in order; a forwarded mail is an attachment."""
    waiting: list[Any] = [mail]
    count = 0
    while waiting and count < _PARTS:
        part = waiting.pop()
        count += 1
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed(part.get_payload()))
        else:
            yield part


def _is_saved_page(mail: Any) -> bool:
    located = mail.get("Snapshot-Content-Location") or "MHTML" in str(mail.get("From", ""))
    return bool(located) or (
        mail.get_content_type() == "multipart/related"
        and not mail.get("To")
        and not mail.get("Date")
    )


def _saved_page(page: Any, data: bytes, limits: Limits) -> Draft:
    """The page that a browser saved whole (MHTML)."""
    from crosscheck.reading.readers.html import page_draft

    found = _SITE.search(data[:20_000])
    address = found[1].decode("ascii", "replace") if found else ""
    content = _content(page)
    if len(content) > limits.page:
        raise Unread("too_large", size=megabytes(len(content)), limit=megabytes(limits.page))
    return replace(page_draft(content, limits, _charset(page), address), format="mhtml")


def headers_of(mail: Any) -> tuple[Fact, ...]:
    """Subject, sender and day of a mail."""
    facts = []
    subject = re.sub(r"^(?:(?:re|tr|fwd?|rép)\s*:\s*)+", "", _header(mail, "Subject"), flags=re.I)
    if subject:
        facts.append(Fact("title", subject[:300], "header Subject"))
    name, address = parseaddr(_header(mail, "From"))
    if name or "@" in address:
        site = address.rpartition("@")[2]
        facts.append(Fact("outlet", (name or site)[:200], "header From"))
    try:
        day = parsedate_to_datetime(_header(mail, "Date"))
        facts.append(Fact("published", day.isoformat(), "header Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return tuple(facts)


def _header(mail: Any, name: str) -> str:
    """A header on one line; nothing for one that cannot be parsed."""
    return _line(mail.get(name) or "")


def _line(value: object) -> str:
    """An encoded header or name on one line: « =?utf-8?q?bless=C3=A9s?= » is « blessés »."""
    try:
        said = str(make_header(decode_header(str(value))))
    except _BROKEN:
        said = str(value)
    return " ".join(said.encode("utf-8", "replace").decode("utf-8").split())


def _body(parts: list[Any], limits: Limits, facts: tuple[Fact, ...]) -> Draft | None:
    """The mail's own text: the plain one, unless it is but a stub of the one in HTML."""
    shown = [part for part in parts if not _name(part)]
    plain = next((p for p in shown if p.get_content_type() == "text/plain"), None)
    rich = next((p for p in shown if p.get_content_type() == "text/html"), None)
    made = [
        draft
        for draft in (
            _plain_body(plain, limits, facts) if plain is not None else None,
            _rich_body(rich, limits, facts) if rich is not None else None,
        )
        if draft is not None
    ]
    if len(made) == 2 and 2 * len(made[0].text) < len(made[1].text):
        return made[1]
    return made[0] if made else None


def _plain_body(part: Any, limits: Limits, facts: tuple[Fact, ...]) -> Draft | None:
    try:
        found = decode(_content(part), _charset(part))
    except NotText:
        return None
    building = _titled(limits, facts, found.text)
    before = building.length
    add_mail_text(building, found.text, flowed=part.get_param("format") == "flowed")
    if building.length == before:
        return None
    encoding = Fact("encoding", found.encoding, found.source)
    return Draft(building.text, "eml", (*facts, encoding), building.blocks)


def _rich_body(part: Any, limits: Limits, facts: tuple[Fact, ...]) -> Draft | None:
    from crosscheck.reading.readers.html_fragment import add_fragment

    content = _content(part)
    if len(content) > limits.page:
        raise Unread("too_large", size=megabytes(len(content)), limit=megabytes(limits.page))
    try:
        found = decode(content, _charset(part))
    except NotText:
        return None
    body = Building(limits.text)
    add_fragment(body, found.text)
    if not body.text:
        return None
    building = _titled(limits, facts, body.text)
    add_fragment(building, found.text)
    encoding = Fact("encoding", found.encoding, found.source)
    return Draft(building.text, "eml", (*facts, encoding), building.blocks)


def _titled(limits: Limits, facts: tuple[Fact, ...], body: str) -> Building:
    """A text that begins with the subject, unless the body does."""
    building = Building(limits.text)
    title = next((f.value for f in facts if f.field == "title"), "")
    if title and not " ".join(body.split()).startswith(title):
        building.add(title, "headline")
    return building


def _attachments(
    parts: list[Any], limits: Limits, facts: tuple[Fact, ...]
) -> tuple[list[Outcome], bool]:
    """What is attached and can be read; pictures and the like are passed over."""
    named = [(part, name) for part in parts if (name := _name(part))]
    outcomes: list[Outcome] = []
    for part, name in named[:_ATTACHMENTS]:
        where: tuple[str, Places] = ("attachment", (("name", name),))
        try:
            content = _content(part)
            if len(content) > limits.record:
                raise Unread(
                    "too_large", size=megabytes(len(content)), limit=megabytes(limits.record)
                )
            format, _ = recognise(content, suffix_of(name))
            read = read_format(format, content, limits)
        except Unread as reason:
            outcomes.append(Failed(reason.key, reason.places, where))
            continue
        sender = tuple(f for f in facts if f.field != "title")
        outcomes += [replace(o, part=where, facts=(*o.facts, *sender)) if isinstance(o, Draft)
                     else replace(o, part=where) for o in read]  # fmt: skip
    return outcomes, len(named) > _ATTACHMENTS


def _name(part: Any) -> str:
    """The name of an attachment; nothing for a body, or a picture shown in it."""
    try:
        if part.get_content_type() == "message/rfc822":
            return "message.eml"
        if part.get_content_maintype() in {"image", "audio", "video"}:
            return ""
        return _line(part.get_filename() or "")[:150]
    except _BROKEN:
        return ""


def _content(part: Any) -> bytes:
    """The bytes of a part, decoded from its transfer encoding."""
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            return inner[0].as_bytes() if inner else b""
        return part.get_payload(decode=True) or b""
    except _BROKEN:
        return b""


def _charset(part: Any) -> str:
    try:
        return str(part.get_content_charset() or "")
    except _BROKEN:
        return ""
