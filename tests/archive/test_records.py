"""An article with its claims as the bytes that an archive reads back."""

from dataclasses import replace
from hashlib import sha256

import pytest

from crosscheck.archive.common import COMMON
from crosscheck.archive.manifest import FORMAT
from crosscheck.archive.records import read_record, record_of, text_of, unwrapped, wrapped
from crosscheck.archive.rows import Damaged, Entry, Held, entry_of, record_row
from crosscheck.models import Article, Claim
from crosscheck.reading import describe
from tests.archive.shelves import MARCH, extract


def told() -> tuple[Article, tuple[Claim, ...]]:
    article = describe(Article("mars", MARCH, "../textes/mars.txt"))
    return article, tuple(extract(article))


def test_what_all_records_share_belongs_to_the_format() -> None:
    """What was written with it is read with nothing else: to change it raises `FORMAT`."""
    assert (FORMAT, sha256(COMMON.encode()).hexdigest()[:16]) == (2, "fdc7335e4a2037c4")


def test_a_record_is_smaller_than_its_text_and_claims() -> None:
    article, claims = told()
    data = record_of(article, claims)
    assert len(claims) > 3
    assert len(wrapped(data)) < len(data) / 2
    assert read_record(unwrapped(wrapped(data))) == (article, claims)
    assert text_of(data) == MARCH


def test_places_beyond_two_bytes() -> None:
    """A transcript of a day, with a figure at its end."""
    article, claims = told()
    far = tuple(replace(claim, start=claim.start + 400_000) for claim in claims)
    long = replace(article, text=article.text + " Il pleut." * 50_000)
    assert read_record(record_of(long, far)) == (long, far)


@pytest.mark.parametrize("text", ["", "Un \ud800 reste.\0 Fin.", "\n\n", "« été »\u2028\r\n"])
def test_texts_that_other_tables_could_not_hold(text: str) -> None:
    article = Article("a", text, "../a.txt", title=text)
    assert read_record(record_of(article, ())) == (article, ())
    assert text_of(record_of(article, ())) == text


def test_a_bit_that_turned_is_noticed() -> None:
    """But for those that say nothing: what is read is what was written, or it is refused."""
    entry = Entry("../textes/mars.txt", "f", "s", *told())
    data = record_row(entry)["record"]
    held = Held(entry.key, entry.source, entry.fingerprint, entry.stamp)
    refused, places = 0, range(0, len(data), 7)
    for place in places:
        turned = bytearray(data)
        turned[place] ^= 1 << place % 8
        try:
            assert entry_of(held, bytes(turned)) == entry
        except Damaged:
            refused += 1
    assert refused > 0.9 * len(places)
    for other in (replace(held, stamp="other"), replace(held, source="../b.txt")):
        with pytest.raises(Damaged):
            entry_of(other, data)
