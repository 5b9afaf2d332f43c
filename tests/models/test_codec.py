"""Records as plain values and back: nothing is lost, whatever they hold."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.models import Article, Claim
from crosscheck.models.codec import from_plain, to_plain
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role

TEXT = st.text(alphabet=st.characters(), max_size=12)  # halves of characters too
st.register_type_strategy(Decimal, st.decimals(allow_nan=False))
st.register_type_strategy(str, TEXT)
DAY = date(2025, 6, 23)
VALUES = (
    Interval.exactly(3, "accord"),
    Interval(-INFINITE, Decimal("1E+4"), "mort", grain=Decimal("1E+4"), vague=True),
    Interval(Decimal("38.90"), INFINITE, "%", strict=True, grain=Decimal("1.0")),
    Interval.exactly("1.50", "milliard", currency="XOF"),
    Period("2025-06-23T05:30", DAY, DAY, weekday=0, of=Period("2025-06-23", DAY, DAY)),
    Period("../2025-06-23", date.min, DAY),
    Role("Jean Duval", "maire de Rennes", "maire"),
    Name("Alliance des États du Sahel", "AES", "allian etats sahel"),
    Quote("Non.", None, "non"),
)


def exactly(record: object) -> str:
    """What a record is, to the last nought of a number: `Decimal("1")` equals `Decimal("1.0")`."""
    return repr(record)


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_come_back_as_they_were(value: object) -> None:
    plain = json.loads(json.dumps(to_plain(value)))
    again = from_plain(type(value), plain)
    assert exactly(again) == exactly(value)


@given(st.builds(Claim, place=..., selector=...))
def test_claims_come_back_as_they_were(claim: Claim) -> None:
    again = from_plain(Claim, json.loads(json.dumps(to_plain(claim))))
    assert again == claim
    assert exactly(again.value) == exactly(claim.value)


@given(st.builds(Article, blocks=..., facts=..., left_out=..., marks=..., published=...))
def test_articles_come_back_as_they_were(article: Article) -> None:
    assert from_plain(Article, json.loads(json.dumps(to_plain(article)))) == article


@given(st.builds(Claim, place=..., selector=...))
def test_one_claim_has_one_text(claim: Claim) -> None:
    """Sets have no order; what is written of them has."""
    again = from_plain(Claim, to_plain(claim))
    assert json.dumps(to_plain(again)) == json.dumps(to_plain(claim))
