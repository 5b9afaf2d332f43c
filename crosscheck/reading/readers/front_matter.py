"""The lines at the head of a Markdown file that tell of it: YAML between `---`, TOML between `+++`.

>>> [(f.field, f.value) for f in front_matter("---\\ntitre: Crues\\ndate: 2025-03-14\\n---\\n")[1]]
[('title', 'Crues'), ('published', '2025-03-14')]
"""

import re
import tomllib
from typing import Any

from crosscheck.models import Fact
from crosscheck.reading.draft import Unread
from crosscheck.reading.sidecar import facts_of

_HEAD = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)^(?P=mark)[ \t]*(?:\r\n|\r|\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_PAIR = re.compile(r"^([A-Za-zÀ-ÿ_-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_NAMES = {
    "title": "title", "titre": "title",
    "outlet": "outlet", "source": "outlet", "media": "outlet", "média": "outlet",
    "publication": "outlet", "site": "outlet",
    "published": "published", "date": "published", "publié": "published", "parution": "published",
    "modified": "modified", "updated": "modified", "lastmod": "modified", "modifié": "modified",
    "origin": "origin", "origine": "origin", "agence": "origin", "agency": "origin",
    "language": "language", "lang": "language", "langue": "language",
}  # fmt: skip
"""Names that front matter has for what we ask; all others are somebody else's."""


def front_matter(text: str) -> tuple[int, tuple[Fact, ...]]:
    """Where the front matter ends (0: there is none), and what it says that can be used."""
    head = _HEAD.match(text)
    if head is None:
        return 0, ()
    pairs = _toml(head["body"]) if head["mark"] == "+++" else _yaml(head["body"])
    facts: list[Fact] = []
    for name, value in pairs.items():
        field = _NAMES.get(str(name).lower())
        if field is None:
            continue
        try:
            facts += facts_of({field: value}, "front-matter")
        except Unread:  # a list of sources, « à venir » for a day: not for us
            continue
    order = list(dict.fromkeys(_NAMES.values()))
    return head.end(), tuple(sorted(facts, key=lambda fact: order.index(fact.field)))


def _toml(body: str) -> dict[str, Any]:
    try:
        return tomllib.loads(body.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return {}


def _yaml(body: str) -> dict[str, Any]:
    """The pairs of the first level; lists and what is nested are not ours to read."""
    pairs: dict[str, Any] = {}
    for name, value in _PAIR.findall(body.replace("\r\n", "\n").replace("\r", "\n")):
        quoted = re.match(r"(['\"])(.*)\1", value)
        bare = quoted[2] if quoted else re.sub(r"\s+#.*$", "", value)
        if bare and not bare.startswith(("[", "{", "|", ">", "&", "*", "!")):
            pairs.setdefault(name, bare)
    return pairs
