"""What French writes for a value reads back as that value, alone and in a sentence."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.expressions import mentions
from crosscheck.models import Mention
from crosscheck.values import INFINITE, Interval, Period

from . import french

PUBLISHED = date(2025, 6, 25)
FRAMES = ("{}", "Le total est de {}.", "« Le total est de {} », dit-elle.", "{}, dit-on\n")
SAYINGS = ("{}", "L'accord date du {}.", "Signé ({}) à huis clos", "Le {}, il a plu.")


def only(text: str, written: str, kind: str) -> Mention:
    """The one mention of the text, which must be what was written and nothing more."""
    found = mentions(text, PUBLISHED)
    assert [(m.kind, text[m.start : m.end]) for m in found] == [(kind, written)], text
    return found[0]


def is_number(text: str, written: str, number: Decimal | int, kind: str = "count") -> Interval:
    """The interval that the text holds, which must be the number alone."""
    value = only(text, written, kind).value
    assert isinstance(value, Interval)
    assert value.low == value.high == number, (text, value)
    return value


def year_like(written: str) -> bool:
    """Whether four figures without a gap may be a year."""
    return written.isdigit() and len(written) == 4


WHOLE = st.integers(0, 10**12 - 1) | st.integers(0, 20_000)


@given(WHOLE, st.sampled_from(french.GROUPS), st.sampled_from(FRAMES))
@settings(deadline=None, max_examples=300)
def test_figures_come_back(number: int, group: str, frame: str) -> None:
    written = french.digits(number, group=group)
    if not year_like(written):
        is_number(frame.format(written), written, number)


@given(
    st.integers(0, 10**9),
    st.integers(1, 2),
    st.sampled_from(french.GROUPS),
    st.sampled_from(FRAMES),
    st.booleans(),
)
@settings(deadline=None, max_examples=200)
def test_decimals_come_back(number: int, places: int, group: str, frame: str, swiss: bool) -> None:
    value = Decimal(number).scaleb(-places)
    mark = "." if swiss and group in ("'", "’", "") else ","
    written = french.digits(value, group=group, mark=mark)
    is_number(frame.format(written), written, value)


@given(
    st.integers(2, 10**12 - 1) | st.integers(2, 200_000),
    st.sampled_from(french.LANDS),
    st.booleans(),
    st.sampled_from(FRAMES),
)
@settings(deadline=None, max_examples=400)
def test_words_come_back(number: int, land: str, hyphens: bool, frame: str) -> None:
    """A noun follows where the words alone may be a sum (« un milliard ») or new (« de neuf »)."""
    number += number % 10**6 == 1  # after « million », « un » is an article
    written = french.words(number, land=land, hyphens=hyphens)
    if "milli" in written or number == 9:
        noun = " d'arbres" if number % 10**6 == 0 else " arbres"
        is_number(frame.format(written + noun), written, number)
    else:
        is_number(frame.format(written), written, number)


@pytest.mark.parametrize("land", french.LANDS)
def test_every_small_number_comes_back(land: str) -> None:
    for number in range(2, 1101):
        written = french.words(number, land=land)
        is_number(f"{written} villages", written, number)


@given(st.integers(2, 999), st.sampled_from(french.LANDS))
@settings(deadline=None, max_examples=150)
def test_places_in_a_row_come_back(number: int, land: str) -> None:
    for written in (french.place(number, land=land), f"{number}e", f"{number}ème"):
        is_number(f"C'est la {written} édition.", written, number, "ordinal")


@given(st.integers(0, 10_000), st.sampled_from(FRAMES))
@settings(deadline=None, max_examples=150)
def test_percentages_come_back(tenths: int, frame: str) -> None:
    number = Decimal(tenths) / 10
    figures = french.digits(number, group="\u202f")
    for sign in (" %", "%", "\u00a0%", "\u202f%", " pour cent"):
        written = figures + sign
        assert is_number(frame.format(written), written, number, "percentage").unit == "%"


AMOUNTS = (
    st.integers(1, 10**6).map(Decimal)
    | st.integers(1, 10**7).map(lambda cents: Decimal(cents) / 100)
    | st.builds(
        lambda n, scale: Decimal(n) * scale / 10,
        st.integers(10, 9_999),
        st.sampled_from((10**6, 10**9)),
    )
)


@given(AMOUNTS, st.sampled_from(sorted(french.CURRENCIES)), st.sampled_from(FRAMES))
@settings(deadline=None, max_examples=300)
def test_sums_come_back(amount: Decimal, code: str, frame: str) -> None:
    for written in french.sums(amount, code):
        value = is_number(frame.format(written), written, amount, "money")
        assert value.currency == code, written


HEDGES = {
    "au moins": (1, INFINITE),
    "plus de": (1, INFINITE),
    "moins de": (-INFINITE, 1),
    "jusqu'à": (-INFINITE, 1),
    "au maximum": (-INFINITE, 1),
}


@given(st.integers(2, 10**7), st.sampled_from(sorted(HEDGES)), st.booleans())
@settings(deadline=None, max_examples=150)
def test_bounds_keep_their_number(number: int, hedge: str, in_words: bool) -> None:
    number += number % 10**6 == 1
    figures = french.words(number) if in_words else french.digits(number)
    written = f"{hedge} {figures}"
    link = "d'" if number % 10**6 == 0 and in_words else ""
    text = f"Il y avait {written} {link}arbres."
    value = only(text, written, "count").value
    assert isinstance(value, Interval)
    low, high = HEDGES[hedge]
    assert (value.low, value.high) == (low * number, high * number)


@given(st.integers(2, 10**6), st.integers(2, 10**6))
@settings(deadline=None, max_examples=150)
def test_two_ends_come_back(one: int, other: int) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    written = f"entre {french.digits(low)} et {french.digits(high)}"
    value = only(f"Il y avait {written} arbres.", written, "count").value
    assert isinstance(value, Interval)
    assert (value.low, value.high) == (low, high)


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS, st.sampled_from(SAYINGS))
@settings(deadline=None, max_examples=250)
def test_days_come_back(when: date, frame: str) -> None:
    for written in french.day(when):
        value = only(frame.format(written), written, "date").value
        assert isinstance(value, Period)
        assert value.edtf == when.isoformat()


@given(DAYS)
@settings(deadline=None, max_examples=150)
def test_days_in_words_come_back(when: date) -> None:
    written = french.spelled_day(when)
    value = only(f"Fait à Lyon, le {written}.", written, "date").value
    assert isinstance(value, Period)
    assert value.edtf == when.isoformat()


@given(st.integers(0, 23), st.integers(0, 59))
@settings(deadline=None, max_examples=150)
def test_hours_come_back(hours: int, minutes: int) -> None:
    for written in french.hour(hours, minutes):
        value = only(f"Le direct commence à {written}.", written, "date").value
        assert isinstance(value, Period)
        assert value.clock == f"{hours:02}:{minutes:02}"
