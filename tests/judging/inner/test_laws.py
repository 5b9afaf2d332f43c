"""What holds for any figures: a text that comes out is left alone, one that does not is not."""

from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crosscheck.judging import check_article

from ..records import article

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre")  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
UNHURRIED = settings(deadline=None, max_examples=60)
"""The first text reads the rules files."""


def rules(text: str, day: date | None = None) -> list[str]:
    """The rules that speak of a text."""
    return [check.rule for check in check_article(article("a", day, text), ())]


def french(number: int) -> str:
    """« 1 800 »: printed in one, it would be a year."""
    return f"{number:,}".replace(",", " ")


def written(day: date) -> str:
    """« 14 mars 2025 »."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


@UNHURRIED
@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_right_or_wrong(day: date, weekday: int) -> None:
    text = f"Le procès s'est ouvert {WEEKDAYS[weekday]} {written(day)} à Lyon."
    assert rules(text) == ([] if day.weekday() == weekday else ["calendar.weekday"])


@UNHURRIED
@given(st.integers(1, 31), st.integers(1, 12), st.integers(1950, 2049))
def test_a_day_exists_or_not(day: int, month: int, year: int) -> None:
    text = f"Le vote est fixé au {day} {MONTHS[month - 1]} {year}."
    assert rules(text) == ([] if day <= monthrange(year, month)[1] else ["calendar.impossible"])


@UNHURRIED
@given(st.lists(st.integers(2, 900), min_size=3, max_size=3), st.integers(-40, 40))
def test_a_sum_comes_out_or_not(parts: list[int], error: int) -> None:
    total = sum(parts) + error
    assume(total >= 3)
    assume(error != -1)  # « et un enfant » may be one more, which no text can be asked for
    one, two, three = parts
    said = rules(
        f"On compte {french(total)} blessés, soit {one} hommes, {two} femmes et {three} enfants."
    )
    near = abs(error) <= Decimal("0.3") * total and (total < 1000 or abs(error) > 2)
    assert said == (["arithmetic.sum"] if error and near else [])


@UNHURRIED
@given(st.integers(20, 9000), st.integers(20, 9000))
def test_a_rate_that_comes_out_is_left_alone(before: int, after: int) -> None:
    assume(before != after)
    exact = Decimal(abs(after - before)) / before * 100
    rate = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    assume(1 <= rate <= 300)
    way = "hausse" if after > before else "baisse"
    printed = str(rate).replace(".", ",")
    ends = f"de {french(before)} à {french(after)}"
    text = f"Le nombre de cas est passé {ends}, soit une {way} de {printed} %."
    assert rules(text) == []


@UNHURRIED
@given(st.integers(2, 400), st.integers(2, 900), st.sampled_from((0, 0, 7, -7)))
def test_a_product_comes_out_or_not(count: int, price: int, error: int) -> None:
    total = count * price + error * count
    assume(total > 0)
    assume(total // count != price or not error)
    bought = f"La ville a acheté {count} vélos à {price} euros pièce"
    text = f"{bought}, soit {french(total)} euros au total."
    far = not count * price / 12 <= total <= count * price * 12
    assert rules(text) == (["arithmetic.product"] if error and not far else [])


@UNHURRIED
@given(st.integers(1, 300), st.integers(1, 300))
def test_who_is_elected_has_more_votes(one: int, other: int) -> None:
    text = f"Le texte a été adopté par {one} voix contre {other}."
    wrong = one < other <= 5 * one
    assert rules(text) == (["results.vote"] if wrong else [])
