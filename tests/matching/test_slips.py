"""Values that look like slips of each other, and values that only differ."""

from datetime import date

import pytest

from crosscheck.expressions import mentions
from crosscheck.matching.slips import one_digit, one_number, one_part, same_digits
from crosscheck.models import Claim, Subject

SAME_DIGITS = [
    ("2480 mètres", "2840 mètres", True),
    ("97,4 %", "94,7 %", True),
    ("350 000 m³", "35 000 m³", True),
    ("12 MWh", "12 kWh", True),
    ("1,5 million d'euros", "1,5 milliard d'euros", True),
    ("0,9 %", "0,9 point", True),
    ("84 millions de dollars", "48 millions de dollars", True),
    ("280 000 euros", "208 000 euros", True),
    ("101 morts", "110 morts", True),
    ("208 000 euros", "28 000 euros", False),
    ("300 blessés", "30 blessés", False),  # one digit tells nothing
    ("24 sièges", "27 sièges", False),
    ("12 morts", "120 morts", True),
    ("112 morts", "12 morts", False),
    # What was printed counts, and not the ends of the band that a hedge opens (63 and 36).
    ("près de sept habitants sur dix", "quatre habitants sur dix environ", False),
    ("environ 350 000 m³", "35 000 m³", True),
    ("près de 70 morts", "63 morts", False),
    ("trois mois", "trois ans", False),
    ("24 mois", "24 ans", True),
]
ONE_NUMBER = [
    ("12 MWh", "12 kWh", True),
    ("1,186 million de personnes", "118 600 personnes", True),
    ("1,5 million d'euros", "1,5 milliard d'euros", True),
    ("1,5 million d'euros", "15 millions d'euros", False),  # two digits: chance repeats them
    ("2 millions d'euros", "2 milliards d'euros", False),
    ("deux jours", "deux mois", False),
    ("12 morts", "12 blessés", False),
    ("environ 400 millions d'euros", "360 milliards d'euros", False),
]
ONE_DIGIT = [
    ("24 sièges", "27 sièges", True),
    ("14e chambre", "4e chambre", True),
    ("1 860 euros", "1 890 euros", True),
    ("3 morts", "4 morts", False),
    ("24 sièges", "37 sièges", False),
    ("3 400 agents", "400 agents", True),
    ("3 400 agents", "40 agents", False),
    ("100 soldats", "500 soldats", False),  # all that is not a nought
    ("1 500 agents", "1 600 agents", True),
]
ONE_PART = [
    ("14 mars 1934", "14 mars 1935", True),
    ("8 octobre 1974", "8 novembre 1974", True),
    ("en 1953", "en 1954", True),
    ("en 1953", "en 1975", False),
    ("en 1897", "en 1879", True),
    ("en 1897", "en 1789", False),
    ("3 février 2003", "4 février 2003", False),  # a week has seven days
    ("mercredi 4 juin 2025", "mercredi 5 juin 2025", True),  # the 5th is a Thursday
    ("mercredi 4 juin 2025", "jeudi 5 juin 2025", False),
    ("juin 2025", "juin 2024", True),
    ("juin 2025", "mai 2024", False),
    ("en 1953", "14 mars 1954", False),
]


def claim_of(text: str) -> Claim:
    """A claim of nothing but a value."""
    mention = mentions(text, date(2025, 6, 8))[0]
    return Claim(
        "c", "a", mention.kind, 0, len(text), text, (0, len(text)), mention.value,
        Subject(text), None, "asserted", False, "",
    )  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wanted"), ONE_NUMBER)
def test_one_number(one: str, other: str, wanted: bool) -> None:
    assert one_number(claim_of(one), claim_of(other)) is wanted
    assert one_number(claim_of(other), claim_of(one)) is wanted


@pytest.mark.parametrize(("one", "other", "wanted"), SAME_DIGITS)
def test_same_digits(one: str, other: str, wanted: bool) -> None:
    assert same_digits(claim_of(one), claim_of(other)) is wanted
    assert same_digits(claim_of(other), claim_of(one)) is wanted


@pytest.mark.parametrize(("one", "other", "wanted"), ONE_DIGIT)
def test_one_digit(one: str, other: str, wanted: bool) -> None:
    assert one_digit(claim_of(one), claim_of(other)) is wanted
    assert one_digit(claim_of(other), claim_of(one)) is wanted


@pytest.mark.parametrize(("one", "other", "wanted"), ONE_PART)
def test_one_part(one: str, other: str, wanted: bool) -> None:
    assert one_part(claim_of(one), claim_of(other)) is wanted
    assert one_part(claim_of(other), claim_of(one)) is wanted
