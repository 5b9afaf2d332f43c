"""An article with its claims as rows of the tables, and back, exactly.

>>> entry = Entry("seeds/a.txt", "0a1b", "v1", Article("a", "Bonjour.", "seeds/a.txt"), ())
>>> row = article_row(entry)
>>> entry_of(row, "v1", []) == entry
True
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from crosscheck.archive.passages import passages
from crosscheck.archive.slots import article_slots, claim_slots
from crosscheck.archive.storable import shown, storable
from crosscheck.measures import in_base
from crosscheck.models import Article, Claim
from crosscheck.models.codec import from_plain, to_plain
from crosscheck.values import Interval, Period

Row = dict[str, Any]
UNDATED = "undated"
KEY = 20
"""Hexadecimal digits of a key: of 100 million articles, two have one key once in 240 million."""


class Damaged(Exception):
    """A row is not what was written."""


@dataclass(frozen=True)
class Entry:
    """What an archive keeps of one article. (No slots, so that what is derived is kept.)"""

    source: str
    """The file that it was read from, from the folder of the archive, with « / »."""
    fingerprint: str
    """Of the bytes of that file, and of what stands beside it."""
    stamp: str
    """What read it for claims."""
    article: Article
    claims: tuple[Claim, ...]
    """As `crosscheck.pipeline.claims_of` gives them."""

    @cached_property
    def record(self) -> str:
        """The article without its text, as JSON; with its text where no table could hold it."""
        plain = to_plain(self.article)
        if storable(self.article.text):
            plain = {**plain, "text": ""}
        return as_json(plain)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Each claim as JSON, whole."""
        return tuple(as_json(to_plain(claim)) for claim in self.claims)

    @cached_property
    def key(self) -> str:
        """What names this version of the article: a digest of all that is kept of it."""
        whole = sha256()
        head = (self.source, self.fingerprint, self.stamp, self.record)
        for text in (*head, self.article.text, *self.told):
            data = text.encode("utf-8", "surrogatepass")
            whole.update(len(data).to_bytes(8, "big") + data)
        return whole.hexdigest()[:KEY]

    @property
    def month(self) -> str:
        """The partition it stands in: « 2025-06 »."""
        day = self.article.published
        return day.isoformat()[:7] if day else UNDATED


def as_json(plain: object) -> str:
    """JSON on one line, with French letters as they are where the tables can hold them."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text if storable(text) else json.dumps(plain, separators=(",", ":"))


def article_row(entry: Entry) -> Row:
    """The row of the table of articles."""
    article = entry.article
    slots = article_slots(article, entry.claims)
    return {
        "article": entry.key,
        "source": entry.source,
        "fingerprint": entry.fingerprint,
        "id": shown(article.id),
        "part": shown(article.part),
        "title": shown(article.title),
        "outlet": shown(article.outlet),
        "origin": shown(article.origin),
        "published": article.published,
        "words": article.words,
        "claims": len(entry.claims),
        "sha256": article.sha256,
        "text": shown(article.text),
        "record": entry.record,
        "day": slots.day,
        "names": list(slots.names),
        "tokens": list(slots.words),
    }


def claim_rows(entry: Entry) -> Iterator[Row]:
    """The rows of the table of claims: what claims are looked for by, and each claim whole."""
    for number, (claim, told) in enumerate(zip(entry.claims, entry.told, strict=True)):
        slots = claim_slots(claim)
        yield {
            "article": entry.key,
            "n": number,
            "published": entry.article.published,
            **claim_columns(claim),
            "claim": told,
            "slots": list(slots.row),
            "wording": shown(slots.wording),
        }


def claim_columns(claim: Claim) -> Row:
    """What a claim is looked for by."""
    subject = claim.subject
    return {
        "kind": claim.kind,
        **_value_columns(claim),
        "head": shown(subject.head),
        "action": shown(subject.action),
        "attributes": _sorted(subject.attributes),
        "actors": _sorted(subject.actors),
        "places": _sorted(subject.place),
        "scope": _sorted(subject.scope),
        "words": _sorted(subject.clause | subject.context),
        "happened_first": subject.time[0] if subject.time else None,
        "happened_last": subject.time[1] if subject.time else None,
        "subject": shown(subject.label),
        "text": shown(claim.text),
        "speaker": shown(claim.speaker or ""),
        "polarity": claim.polarity,
    }


def _value_columns(claim: Claim) -> Row:
    """The value in columns: numbers in the base unit of their family, days, or words."""
    value = claim.value
    row: Row = {"unit": "", "low": None, "high": None, "first": None, "last": None, "value": ""}
    if isinstance(value, Interval):
        unit, based = in_base(value)
        return {**row, "unit": shown(unit), "low": float(based.low), "high": float(based.high)}
    if isinstance(value, Period):
        return {**row, "first": value.first, "last": value.last, "value": value.edtf}
    return {**row, "value": shown(value.key)}


def _sorted(words: frozenset[str]) -> list[str]:
    return sorted(map(shown, words))


def passage_rows(entry: Entry) -> Iterator[Row]:
    """The rows of the table of passages."""
    for number, passage in enumerate(passages(entry.article)):
        yield {
            "article": entry.key,
            "n": number,
            "start": passage.start,
            "stop": passage.end,
            "block": passage.block,
            "place": as_json(to_plain(passage.place)),
            "text": shown(entry.article.text[passage.start : passage.end]),
        }


def entry_of(row: Row, stamp: str, told: Sequence[str]) -> Entry:
    """The entry that a row of articles and the claims of its rows were made of, in order.

    Raises `Damaged` when they are not, byte for byte, what was written under that stamp.
    """
    try:
        plain = json.loads(row["record"])
        article = from_plain(Article, {**plain, "text": plain["text"] or row["text"]})
        claims = tuple(from_plain(Claim, json.loads(text)) for text in told)
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(str(row.get("article"))) from error
    entry = Entry(row["source"], row["fingerprint"], stamp, article, claims)
    entry.__dict__.update(record=row["record"], told=tuple(told))  # not made anew
    if entry.key != row["article"]:
        raise Damaged(row["article"])
    return entry
