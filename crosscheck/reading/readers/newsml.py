"""NewsML-G2, as agencies send it: the text of each news item, with what its metadata say."""

from xml.etree.ElementTree import Element, tostring

from crosscheck.models import Fact
from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Remark, Unread
from crosscheck.reading.readers.ninjs import WITHHELD, with_remark
from crosscheck.reading.readers.records import fragment_draft
from crosscheck.reading.readers.xml import attribute, local, parse
from crosscheck.settings import Limits

_BODIES = frozenset({"body", "body.content", "nitf", "html"})
_OUT = frozenset({"body.head", "body.end", "head", "media", "media-caption"})
_TAGS = {"hl1": "h1", "hl2": "h2", "para": "p", "block": "div"}
"""Elements of NITF as HTML has them."""


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The articles of a document: a news item, or a message with several. Raises `Unread`."""
    root = parse(data)
    items = [e for e in root.iter() if local(e) == "newsItem"]
    if not items:
        raise Unread("no_items" if local(root) == "newsMessage" else "no_xml_article")
    if len(items) > limits.articles:
        raise Unread("too_many_articles", limit=str(limits.articles))
    outcomes: list[Outcome] = []
    for number, item in enumerate(items, 1):
        part = ("item", (("number", str(number)),)) if len(items) > 1 else None
        try:
            outcomes.append(_item(item, limits, part))
        except Unread as reason:
            outcomes.append(Failed(reason.key, reason.places, part))
    return tuple(outcomes)


def _item(item: Element, limits: Limits, part: tuple[str, Places] | None) -> Outcome:
    status = next((attribute(e, "qcode") for e in item.iter() if local(e) == "pubStatus"), "")
    if WITHHELD.search(status):
        raise Unread("withheld", status=status)
    content = next((e for e in item.iter() if local(e) == "contentSet"), None)
    fragment = _fragment(content) if content is not None else ""
    if not fragment.strip():
        raise Unread("no_body")
    facts = _facts(item)
    draft = fragment_draft(fragment, Draft("", "newsml", facts, part=part), limits)
    if not draft.text:
        raise Unread("no_body")
    until = _text_of(item, "embargoed")
    return with_remark(draft, Remark("embargo", (("until", until[:40]),))) if until else draft


def _fragment(content: Element) -> str:
    """The text of an item as HTML: its own, or NITF, or paragraphs of plain text."""
    for part in content:
        if local(part) == "inlineXML" and len(part):
            body = next((e for e in part.iter() if local(e) == "body.content"), None)
            if body is None:
                body = next((e for e in part.iter() if local(e) in _BODIES), part)
            return _as_html(body)
        if local(part) == "inlineData" and (part.text or "").strip():
            kind = attribute(part, "contenttype").lower()
            text = part.text or ""
            if "html" in kind:
                return text
            escaped = text.replace("&", "&amp;").replace("<", "&lt;")
            return "".join(f"<p>{piece}</p>" for piece in escaped.split("\n"))
    return ""


def _as_html(body: Element) -> str:
    """The elements without namespaces, by the names that HTML has for them."""
    for element in body.iter():
        name = local(element)
        element.tag = "del" if name in _OUT else _TAGS.get(name, name)
        element.attrib.clear()
    return tostring(body, encoding="unicode", method="html")


def _facts(item: Element) -> tuple[Fact, ...]:
    told = [
        ("title", _text_of(item, "headline"), "record headline"),
        ("outlet", _name_of(item, "provider"), "record provider"),
        ("published", _text_of(item, "contentCreated"), "record contentCreated"),
        ("published", _text_of(item, "firstCreated"), "record firstCreated"),
        ("published", _text_of(item, "versionCreated"), "record versionCreated"),
        ("modified", _text_of(item, "contentModified"), "record contentModified"),
        ("modified", _text_of(item, "versionCreated"), "record versionCreated"),
        ("origin", _text_of(item, "creditline"), "record creditline"),
    ]
    return tuple(Fact(field, value[:300], source) for field, value, source in told if value)


def _text_of(item: Element, name: str) -> str:
    found = next((e for e in item.iter() if local(e) == name), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _name_of(item: Element, name: str) -> str:
    """The name in an element, else the words that stand for it."""
    found = next((e for e in item.iter() if local(e) == name), None)
    if found is None:
        return ""
    inner = next((e.text for e in found if local(e) == "name" and e.text), "") or ""
    code = attribute(found, "literal") or attribute(found, "qcode").rpartition(":")[2]
    return " ".join((inner or code).split())
