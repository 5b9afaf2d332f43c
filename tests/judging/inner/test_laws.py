"""What holds for any figures: a text that comes out is left alone, one that does not is not."""

from calendar import monthrange
from datetime import date, timedelta
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
    # « 100 vélos à 563 euros, soit 57 000 euros »: round numbers may be roundings of others.
    assume(not error or all(number % 10 for number in (count, price, total)))
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


@UNHURRIED
@given(st.integers(2, 20000), st.integers(3, 90000), st.integers(0, 1))
def test_a_share_that_comes_out_is_left_alone(part: int, whole: int, places: int) -> None:
    assume(part < whole)
    share = (Decimal(part) * 100 / whole).quantize(Decimal(10) ** -places, ROUND_HALF_UP)
    assume(share > 0)
    printed = str(share).replace(".", ",")
    text = f"On compte {french(part)} grévistes sur {french(whole)} salariés, soit {printed} %."
    assert rules(text) == []


@UNHURRIED
@given(st.dates(date(2025, 1, 1), date(2025, 11, 15)), st.integers(2, 40), st.integers(0, 1))
def test_days_may_count_both_ends_or_one(first: date, length: int, both: int) -> None:
    last = first + timedelta(days=length)
    text = (
        f"Le festival se tient du {written(first)} au {written(last)}, soit {length + both} jours."
    )
    assert rules(text) == []


@UNHURRIED
@given(st.integers(10, 9000), st.integers(10, 9000), st.sampled_from((0, 0, 3)))
def test_a_difference_comes_out_or_not(before: int, after: int, error: int) -> None:
    gap = abs(after - before)
    assume(gap > 1)
    way = "plus" if after > before else "moins"
    ends = f"de {french(before)} à {french(after)}"
    text = f"Le nombre de cas est passé {ends}, soit {french(gap + error)} de {way}."
    far = gap + error > 4 * gap
    assert rules(text) == (["arithmetic.difference"] if error and not far else [])


@UNHURRIED
@given(st.dates(date(1950, 1, 1), date(1975, 12, 31)), st.integers(21 * 366, 70 * 365))
def test_an_age_that_comes_out_is_left_alone(born: date, lived: int) -> None:
    died = born + timedelta(days=lived)
    birthday = (died.month, died.day) >= (born.month, born.day)
    age = died.year - born.year - (not birthday)
    text = f"Née le {written(born)} à Lyon, elle est morte à {age} ans. On lui doit trois romans."
    assert rules(text, died) == []


@UNHURRIED
@given(st.integers(1500, 2020), st.integers(0, 1))
def test_an_anniversary_that_comes_out_is_left_alone(founded: int, early: int) -> None:
    years = 2025 - founded + early
    text = f"Fondée en {founded}, la fanfare fête cette année ses {years} ans."
    assert rules(text, date(2025, 10, 17)) == []


@UNHURRIED
@given(st.lists(st.sampled_from("ABCDEFGH"), min_size=2, max_size=6, unique=True))
def test_names_are_counted(letters: list[str]) -> None:
    names = [f"{letter}line {letter}upont" for letter in letters]
    words = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept")
    listed = f"{', '.join(names[:-1])} et {names[-1]}"
    told = [rules(f"{words[n].title()} élus démissionnent : {listed}.") for n in range(2, 8)]
    right = len(letters) - 2
    assert [not said for said in told] == [i == right for i in range(6)]
