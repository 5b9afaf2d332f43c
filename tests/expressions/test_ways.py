"""One value, and the ways in which French writes it: the rows of `ways.toml`."""

import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crosscheck.expressions import mentions
from crosscheck.values import INFINITE, Interval, Period

PUBLISHED = date(2025, 6, 25)
"""A Wednesday."""
TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "ways.toml").read_text(encoding="utf-8")
)
ROWS = [(said, text) for ways in TABLE.values() for said, texts in ways.items() for text in texts]
CLOSE = Decimal("0.000001")
"""What 0.333333333 and a third may differ by."""


def ends(said: str) -> tuple[Decimal, Decimal]:
    """`ends("12..inf")` is 12 and infinity, `ends("12")` twelve twice."""
    low, _, high = said.partition("..")
    return Decimal(low), Decimal(high or low)


def near(one: Decimal, other: Decimal) -> bool:
    """Whether two ends are one number."""
    return one == other or abs(one - other) <= CLOSE * abs(other)


def same_number(value: Interval, said: str) -> bool:
    """Whether a value is the one said; « ~10 » is a band of our own reading around ten."""
    if said.startswith("~"):
        number = Decimal(said[1:])
        return value.vague and number / 2 <= value.low <= number <= value.high <= number * 2
    low, high = ends(said)
    return near(value.low, low) and near(value.high, high)


def same(value: Interval | Period, said: str, unit: str) -> bool:
    """Whether a value is what the key of a row says."""
    if isinstance(value, Period):
        # « fin 2024 » may be told closer than the year that it is a part of.
        return said in (value.edtf, value.of.edtf if value.of else "")
    named = value.currency or "" if len(unit) == 3 and unit.isupper() else value.unit
    money_without_code = not unit and value.currency is None
    return same_number(value, said) and (named == unit or money_without_code)


def spoken(text: str) -> list[tuple[str, ...]]:
    """Every mention of a text, for the message of a row that fails."""
    return [
        (m.kind, text[m.start : m.end], *(str(v) for v in m.value.to_dict().values()))
        for m in mentions(text, PUBLISHED)
    ]


@pytest.mark.parametrize(("said", "text"), ROWS)
def test_is_read_as_the_value_it_writes(said: str, text: str) -> None:
    kind, number, *rest = said.split(" ", 2)
    start, end = text.find("["), text.find("]") - 1
    text = text.replace("[", "").replace("]", "")
    found = mentions(text, PUBLISHED)
    assert [m.kind for m in found] == [kind], spoken(text)
    assert isinstance(found[0].value, Interval | Period)
    assert same(found[0].value, number, "".join(rest)), spoken(text)
    if start >= 0:
        assert (found[0].start, found[0].end) == (start, end), spoken(text)


def test_no_row_stands_twice() -> None:
    assert [row for row, times in Counter(text for _, text in ROWS).items() if times > 1] == []


def test_rows_are_well_formed() -> None:
    for said, text in ROWS:
        kind, number, *_ = said.split(" ", 2)
        assert kind == "date" or ends(number.removeprefix("~"))[0] < INFINITE, said
        assert text.count("[") == text.count("]") <= 1, text
