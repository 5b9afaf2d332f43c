"""What an editor says of a file in another beside it: `bilan.pdf.meta.toml` for `bilan.pdf`.

>>> facts_of({"outlet": "Le Quotidien", "published": "2025-06-23"}, "sidecar")[1].value
'2025-06-23'
"""

import json
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from crosscheck.models import Fact
from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Unread

KEYS = ("title", "outlet", "published", "modified", "origin", "language")
"""What may be said, in a sidecar as at the head of a Markdown file."""
LARGEST = 100_000


def read_sidecar(data: bytes, name: str) -> tuple[Fact, ...]:
    """What a sidecar says. Raises `Unread`, naming the key that is wrong."""
    text = decode(data).text
    try:
        found = json.loads(text) if name.lower().endswith(".json") else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unread("bad_companion", reason=str(error)[:200]) from None
    if not isinstance(found, dict):
        raise Unread("bad_companion", reason=type(found).__name__)
    for key in found:
        if key not in KEYS:
            raise Unread("companion_key", key=str(key), expected=", ".join(KEYS))
    return facts_of(found, "sidecar")


def facts_of(said: Mapping[str, Any], source: str) -> tuple[Fact, ...]:
    """Known keys as facts; days in ISO 8601. Raises `Unread` for a day that is none."""
    facts = []
    for key in KEYS:
        if key not in said or said[key] in (None, ""):
            continue
        value = said[key]
        if key in {"published", "modified"}:
            day = value if isinstance(value, date) else day_in(str(value))
            if day is None:
                raise Unread("companion_value", key=key, found=repr(value), expected="2025-06-23")
            value = day.isoformat()
        elif not isinstance(value, str):
            raise Unread("companion_value", key=key, found=repr(value)[:80], expected="un texte")
        facts.append(Fact(key, " ".join(str(value).split()), source))
    return tuple(facts)


def clock_in(text: str) -> str:
    """The hour of a time in ISO 8601, as written there; empty in another's: « Z » is nobody's day.

    >>> clock_in("2025-06-23T09:30:00+02:00"), clock_in("2025-06-23T09:30Z"), clock_in("2025-06-23")
    ('09:30', '', '')
    """
    bare = text.strip()
    try:
        moment = datetime.fromisoformat(bare)
    except ValueError:
        return ""
    told = "T" in bare.upper() or ":" in bare
    return f"{moment:%H:%M}" if told and not bare.endswith(("Z", "z")) else ""


def day_in(text: str) -> date | None:
    """The day of a date or time in ISO 8601, as written there; `None` when there is none.

    >>> day_in("2025-06-23T23:30:00+02:00"), day_in("20250623"), day_in("hier")
    (datetime.date(2025, 6, 23), datetime.date(2025, 6, 23), None)
    """
    bare = text.strip()
    for form in (bare, bare[:10], bare[:8]):
        try:
            return datetime.fromisoformat(form).date()
        except ValueError:
            continue
    return None
