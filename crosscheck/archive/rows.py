"""An article with its claims as rows of the tables, and back, exactly.

>>> entry = Entry("seeds/a.txt", "0a1b", "v1", Article("a", "Bonjour.", "seeds/a.txt"), ())
>>> held = Held(entry.key, entry.source, entry.fingerprint, entry.stamp)
>>> entry_of(held, record_row(entry)["record"]) == entry
True
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from crosscheck.archive.passages import passages
from crosscheck.archive.records import as_json, read_record, record_of, unwrapped, wrapped
from crosscheck.archive.slots import article_slots, claim_slots
from crosscheck.archive.storable import shown
from crosscheck.measures import in_base
from crosscheck.models import Article, Claim
from crosscheck.models.codec import to_plain
from crosscheck.values import Interval, Period

Row = dict[str, Any]
UNDATED = "undated"
KEY = 20
"""Hexadecimal digits of a key: of 100 million articles, two have one key once in 240 million."""


class Damaged(Exception):
    """A row is not what was written."""


@dataclass(frozen=True, slots=True)
class Held:
    """What tells whether a record is what was written: `Held(key, source, fingerprint, stamp)`."""

    key: str
    source: str
    fingerprint: str
    stamp: str


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
    def record(self) -> bytes:
        """The article and its claims, in bytes."""
        return record_of(self.article, self.claims)

    @cached_property
    def key(self) -> str:
        """What names this version of the article: a digest of all that is kept of it."""
        return key_of(self.source, self.fingerprint, self.stamp, self.record)

    @property
    def month(self) -> str:
        """The partition it stands in: « 2025-06 »."""
        day = self.article.published
        return day.isoformat()[:7] if day else UNDATED


def key_of(source: str, fingerprint: str, stamp: str, record: bytes) -> str:
    """The key of an entry, each part counted by its length."""
    whole = sha256()
    for data in (
        *(t.encode("utf-8", "surrogatepass") for t in (source, fingerprint, stamp)),
        record,
    ):
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()[:KEY]


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
        "day": slots.day,
        "names": list(slots.names),
        "tokens": list(slots.words),
    }


def record_row(entry: Entry) -> Row:
    """The row of the table of records: what alone is read back."""
    return {
        "article": entry.key,
        "published": entry.article.published,
        "record": wrapped(entry.record),
    }


def claim_rows(entry: Entry) -> Iterator[Row]:
    """The rows of the table of claims: what claims are looked for by."""
    for number, claim in enumerate(entry.claims):
        slots = claim_slots(claim)
        yield {
            "article": entry.key,
            "n": number,
            "published": entry.article.published,
            "start": claim.start,
            "stop": claim.end,
            "rule": shown(claim.rule),
            **claim_columns(claim),
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


def entry_of(held: Held, data: bytes) -> Entry:
    """The entry whose record stands in a file as these bytes.

    Raises `Damaged` when it is not, byte for byte, what was written under that key.
    """
    try:
        record = unwrapped(data)
        if key_of(held.source, held.fingerprint, held.stamp, record) != held.key:
            raise Damaged(held.key)
        article, claims = read_record(record)
    except (LookupError, TypeError, ValueError) as error:
        raise Damaged(held.key) from error
    entry = Entry(held.source, held.fingerprint, held.stamp, article, claims)
    entry.__dict__.update(record=record, key=held.key)  # not made anew
    return entry
