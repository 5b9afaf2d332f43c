"""`crosscheck-decisions.jsonl`: one JSON object a line, a broken one told and the others kept.

>>> read_decisions('{"fingerprint": "ab", "decision": "accepted", "reason": "vu"}')[0][0].reason
'vu'
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crosscheck.decisions.records import DECISIONS, Decision


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is no decision: its number, and what was expected."""

    line: int
    reason: str


def read_decisions(text: str) -> tuple[tuple[Decision, ...], tuple[BrokenLine, ...]]:
    """The decisions of a file and its broken lines; the last of two on one thing holds."""
    found: dict[tuple[str, str], Decision] = {}
    broken = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        read = _decision(line)
        if isinstance(read, str):
            broken.append(BrokenLine(number, read))
        else:
            found[read.fingerprint, read.article] = read
    return tuple(found.values()), tuple(broken)


def merged(text: str, new: Sequence[Decision]) -> str:
    """The file with some decisions added, each in the place of an older one on the same thing.

    Every other line stays as it is, broken ones too: they are for their writer to mend.
    """
    replaced = {(decision.fingerprint, decision.article) for decision in new}
    lines = []
    for line in text.split("\n"):
        read = _decision(line) if line.strip() else ""
        if isinstance(read, Decision) and (read.fingerprint, read.article) in replaced:
            continue
        if line.strip():
            lines.append(line)
    lines += [json.dumps(decision.to_dict(), ensure_ascii=False) for decision in new]
    return "".join(f"{line}\n" for line in lines)


def _decision(line: str) -> Decision | str:
    """The decision on a line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return "ce n'est pas du JSON"
    if not isinstance(row, dict):
        return "attendu un objet JSON"
    for name in ("fingerprint", "decision", "reason"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            return f"{name} : attendu un texte"
    if row["decision"] not in DECISIONS:
        return f"decision : trouvé « {row['decision']} », attendu {', '.join(DECISIONS)}"
    for name in ("code", "article", "subject", "by"):
        if not isinstance(row.get(name, ""), str):
            return f"{name} : attendu un texte"
    quotes = row.get("quotes", [])
    if not isinstance(quotes, list) or not all(isinstance(quote, str) for quote in quotes):
        return "quotes : attendu une liste de textes"
    return _dated(row, tuple(quotes))


def _dated(row: Mapping[str, Any], quotes: tuple[str, ...]) -> Decision | str:
    days: dict[str, date | None] = {}
    for name in ("when", "until"):
        said = row.get(name) or ""
        try:
            days[name] = date.fromisoformat(said) if said else None
        except (TypeError, ValueError):
            return f"{name} : trouvé « {said} », attendu une date AAAA-MM-JJ"
    return Decision(
        fingerprint=row["fingerprint"],
        decision=row["decision"],
        reason=row["reason"],
        code=row.get("code", ""),
        article=row.get("article", ""),
        subject=row.get("subject", ""),
        quotes=quotes,
        by=row.get("by", ""),
        when=days["when"],
        until=days["until"],
    )
