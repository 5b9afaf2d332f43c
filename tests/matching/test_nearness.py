"""How near two values are, and how much a number that both print tells."""

import pytest

from crosscheck.matching.nearness import nearness
from crosscheck.matching.sides import printed
from crosscheck.values import Interval
from tests.matching.test_slips import claim_of


@pytest.mark.parametrize(
    ("one", "other", "telling"),
    [
        ("28 412 spectateurs", "28 412 spectateurs", 1.0),
        ("48 passagers", "48 passagers", 0.5),
        ("quatre morts", "quatre morts", 0.0),
        ("28 412 spectateurs", "24 812 spectateurs", 0.0),
        # Any number would do in a band: what it was printed with tells.
        ("quatre habitants sur dix environ", "37,7 %", 0.15),
        ("quelque 28 000 spectateurs", "28 412 spectateurs", 0.65),
        ("28 412 spectateurs", "quelque 28 000 spectateurs", 0.65),
    ],
)
def test_what_one_number_tells(one: str, other: str, telling: float) -> None:
    assert nearness(claim_of(one), claim_of(other)).telling == pytest.approx(telling)


@pytest.mark.parametrize(
    ("one", "other", "admitted", "shared"),
    [
        ("soixante-douze heures", "trois jours", True, 1.0),
        ("24 mois", "deux ans", True, 1.0),
        ("plus de deux jours", "trois jours", True, 0.0),
        # A bound does not speak of what is many times as long, in whatever unit.
        ("plus d'une heure", "dix jours", False, 0.0),
        ("plus de trois heures", "18 jours", False, 0.0),
        ("plusieurs jours", "trois semaines", True, 0.0),
    ],
)
def test_lengths_in_two_units(one: str, other: str, *, admitted: bool, shared: float) -> None:
    near = nearness(claim_of(one), claim_of(other))
    assert (near.admitted, near.shared) == (admitted, shared)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("400 millions d'euros", 400_000_000),
        ("environ 400 millions d'euros", 400_000_000),
        ("près de 70 morts", 70),
        ("près de sept habitants sur dix", 70),
        ("plus de 40 morts", 40),
        ("moins de 40 morts", 40),
        ("entre 12 et 14 morts", 12),
        ("une vingtaine de morts", None),
    ],
)
def test_what_was_printed(text: str, number: int | None) -> None:
    value = claim_of(text).value
    assert isinstance(value, Interval)
    assert printed(value) == number
