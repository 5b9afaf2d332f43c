"""Agency JSON: ninjs in its versions, or one article as an object with a title and a text.

>>> read(b'{"uri": "a", "headline": "Crues", "body_text": "Douze morts."}', Limits())[0].text
'Crues\\n\\nDouze morts.'
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Remark, Unread
from crosscheck.reading.readers.records import folded, record_draft
from crosscheck.settings import Limits

WITHHELD = re.compile(r"(?:^|:)(?:cancell?ed|withheld|killed)$", re.IGNORECASE)
_FORMS = (("text/plain", "text"), ("text/html", "html"), ("application/xhtml", "html"))


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The articles of a JSON document: one object, or a list of them. Raises `Unread`."""
    found = load(decode(data).text)
    items = found if isinstance(found, list) else _items(found)
    if len(items) > limits.articles:
        raise Unread("too_many_articles", limit=str(limits.articles))
    records = [item for item in items if isinstance(item, dict)]
    outcomes: list[Outcome] = []
    for number, record in enumerate(records, 1):
        part = ("item", (("number", str(number)),)) if len(records) > 1 else None
        try:
            outcomes.append(draft_of(record, "ninjs", limits, part))
        except Unread as reason:
            outcomes.append(Failed(reason.key, reason.places, part))
    if not outcomes or all(isinstance(o, Failed) and o.key == "no_body" for o in outcomes):
        raise Unread("no_json_article")
    return tuple(outcomes)


def load(text: str) -> Any:
    """JSON as objects. Raises `Unread`, also for lists in lists without end."""
    try:
        return json.loads(text)
    except RecursionError:
        raise Unread("too_deep") from None
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise Unread("not_json", line=str(line)) from None


def _items(found: object) -> list[Any]:
    """An article, or those of an envelope: « items », « articles », « hits »."""
    if not isinstance(found, dict):
        return []
    known = folded(found)
    for name in ("items", "articles", "docs", "hits"):
        if isinstance(known.get(name), list) and not known.get("headline"):
            return list(known[name])
    return [found]


def draft_of(
    record: Mapping[str, Any], format: str, limits: Limits, part: tuple[str, Places] | None
) -> Draft:
    """The article of one object. Raises `Unread` where an agency took it back."""
    known = folded(record)
    status = known.get("pubstatus", "")
    if isinstance(status, str) and WITHHELD.search(status):
        raise Unread("withheld", status=status)
    draft = record_draft({**record, **_version_two(known)}, format, limits, part)
    until = known.get("embargoed") or known.get("embargoeduntil")
    if isinstance(until, str) and until:
        return with_remark(draft, Remark("embargo", (("until", until[:40]),)))
    return draft


def with_remark(draft: Draft, remark: Remark) -> Draft:
    """The draft with one more remark."""
    return replace(draft, remarks=(*draft.remarks, remark))


def _version_two(known: Mapping[str, Any]) -> dict[str, str]:
    """`headlines` and `bodies` of ninjs 2 and 3, as the fields of version 1."""
    found: dict[str, str] = {}
    for one in _dicts(known.get("headlines")):
        if isinstance(one.get("value"), str):
            found.setdefault("headline", one["value"])
    for one in _dicts(known.get("bodies")):
        kind = str(one.get("contenttype") or "text/plain").lower()
        form = next((name for begins, name in _FORMS if kind.startswith(begins)), "")
        if form and isinstance(one.get("value"), str):
            found.setdefault("body_text" if form == "text" else "body_html", one["value"])
    return found


def _dicts(value: object) -> list[dict[str, Any]]:
    items = value if isinstance(value, list) else []
    return [folded(item) for item in items if isinstance(item, dict)]
