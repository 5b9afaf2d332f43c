"""An article given as fields, as agencies and exports do: a title, days, a text or a piece of HTML.

>>> made = record_draft({"headline": "Crues", "body_text": "Douze morts."}, "ninjs", Limits())
>>> made.text, made.first("title")
('Crues\\n\\nDouze morts.', 'Crues')
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crosscheck.models import Fact
from crosscheck.reading.draft import Draft, Places, Unread
from crosscheck.reading.readers.building import Building
from crosscheck.settings import Limits

_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("headline", "title", "titre", "name"),
    "outlet": ("outlet", "source", "publisher", "media", "site", "sitename", "copyrightholder"),
    "published": ("published", "publishedat", "datepublished", "contentcreated", "firstcreated",
                  "date", "pubdate", "publié", "versioncreated"),
    "modified": ("modified", "updated", "datemodified", "contentmodified", "versioncreated"),
    "origin": ("origin", "agency", "agence", "provider", "creditline", "credit"),
    "language": ("language", "lang", "langue"),
}  # fmt: skip
_PLAIN = ("bodytext", "text", "texte", "articlebody", "content", "body", "contenu")
_MARKED = ("bodyxhtml", "bodyhtml", "bodyhtml5", "html", "contenthtml")
_PARAGRAPH = re.compile(r"\n\s*\n")
_TAGGED = re.compile(r"<(?:p|div|br|h[1-6]|article|ul|table)\b[^>]*>", re.IGNORECASE)


def folded(record: Mapping[str, Any]) -> dict[str, Any]:
    """Names without case, dashes and low lines: `body_text` and `bodyText` are one."""
    return {re.sub(r"[\W_]", "", str(key)).lower(): value for key, value in record.items()}


def record_draft(
    record: Mapping[str, Any],
    format: str,
    limits: Limits,
    part: tuple[str, Places] | None = None,
) -> Draft:
    """The article of a record, title first. Raises `Unread` when it holds no text."""
    known = folded(record)
    facts = _facts(known)
    title = next((fact.value for fact in facts if fact.field == "title"), "")
    plain = _first(known, _PLAIN)
    marked = _first(known, _MARKED)
    if not plain and not marked:
        raise Unread("no_body")
    building = Building(limits.text)
    if not plain or (_TAGGED.search(plain[:2000]) and not marked):
        return fragment_draft(marked or plain, Draft("", format, facts, part=part), limits)
    add_title(building, title, plain)
    for paragraph in _PARAGRAPH.split(plain.replace("\r\n", "\n").replace("\r", "\n")):
        for index, line in enumerate(paragraph.split("\n")):
            building.add(line, close=index > 0)
    return Draft(building.text, format, facts, building.blocks, part=part)


def add_title(building: Building, title: str, body: str) -> None:
    """The title as the first paragraph, unless the text begins with it already."""
    if title and not " ".join(body[: 2 * len(title) + 200].split()).startswith(title):
        building.add(title, "headline")


def fragment_draft(fragment: str, about: Draft, limits: Limits) -> Draft:
    """The article of a piece of HTML that holds nothing else: no furniture is looked for.

    `about` is a draft without text: its format, its facts, which article of its file it is.
    """
    # Here, since records of plain text need no library for HTML.
    from crosscheck.reading.readers.html_fragment import add_fragment

    building = Building(limits.text)
    body = Building(limits.text)
    add_fragment(body, fragment)
    add_title(building, about.first("title"), body.text)
    add_fragment(building, fragment)
    return replace(about, text=building.text, blocks=building.blocks)


def _facts(known: Mapping[str, Any]) -> tuple[Fact, ...]:
    facts = []
    for field, names in _FIELDS.items():
        for name in names:
            value = _text(known.get(name))
            if value:
                facts.append(Fact(field, " ".join(value.split())[:300], f"record {name}"))
    return tuple(facts)


def _first(known: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := _text(known.get(name)))), "")


def _text(value: object) -> str:
    """A field as text: itself, its name, or the first of its values."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        inner = folded(value)
        return next(
            (v for k in ("value", "name", "literal") if isinstance(v := inner.get(k), str)), ""
        )
    if isinstance(value, list) and value:
        return _text(value[0])
    return ""
