"""What introduces a list: « Résultat du vote : », above « – pour : 421 ; » and « – contre : 63 ; ».

An item of a list is said of what introduces it, so the words of that are words of each item.
"""

import re
from dataclasses import replace

from crosscheck.claims.lexicon import fold, word_class, word_set
from crosscheck.models import Article, Subject

_ITEM = re.compile(r"\s*(?:[-–—•*·►‣]|\d{1,2}[.)°]|[a-h]\))\s")
_ENDS = re.compile(r"[.!?:;]")
LEAST_LETTERS = 4
"""Letters from which a word of the introduction tells something."""
LONGEST = 40
"""Items above a value among which its introduction is looked for."""
DISTANCE = 4
"""Words that the introduction is taken to stand from each value."""


def introduced(article: Article, start: int, subject: Subject) -> Subject:
    """The subject of a value at `start`, with the words that introduce its list; else unchanged."""
    lead = _introduction(article.text, start)
    if not lead:
        return subject
    words = {w for w in re.findall(r"[a-z]+", fold(lead)) if len(w) >= LEAST_LETTERS}
    classes = {word_class(word) for word in words - word_set("synonyms", "empty")}
    if not classes:
        return subject
    near = dict(subject.near)
    rows = [*subject.near, *((word, DISTANCE) for word in classes if word not in near)]
    return replace(
        subject,
        context=subject.context | classes,
        near=tuple(sorted(rows, key=lambda row: (row[1], row[0]))),
    )


def _introduction(text: str, start: int) -> str:
    """The words before the colon above the list that holds a place; empty outside a list."""
    line_start = text.rfind("\n", 0, start) + 1
    if not _ITEM.match(text, line_start):
        return ""
    for _ in range(LONGEST):
        end, line_start = line_start, text.rfind("\n", 0, max(line_start - 1, 0)) + 1
        line = text[line_start:end].strip()
        if line and not _ITEM.match(text, line_start):
            return _ENDS.split(line[:-1])[-1] if line.endswith(":") else ""
        if not line_start:
            break
    return ""
