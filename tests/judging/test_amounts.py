"""Two numbers: bounds, bands, roundings, currencies and units."""

from decimal import Decimal

import pytest

from crosscheck.judging.amounts import compare_amounts, rounding
from crosscheck.values import INFINITE, Interval

from .records import more_than, number


def printed(value: str, grain: str, unit: str = "", currency: str | None = None) -> Interval:
    """A number with the precision with which it is printed."""
    return Interval.exactly(value, unit, grain=Decimal(grain), currency=currency)


SEVERAL = Interval(Decimal(2), INFINITE, "accord", vague=True)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (number(12), number(12), "same"),
        (number(10), number(12), "clash"),
        (number(20), number(22), "clash"),
        (number(412), number(400), "clash"),
        # Bounds
        (more_than(65), number(65), "admits"),
        (more_than(65), number(64), "clash"),
        (more_than(800), number(843), "admits"),
        (more_than(800), number(8240), "clash"),
        (more_than(12, strict=False), number(31), "admits"),
        (more_than(15000), more_than(10000), "clash"),
        (more_than(10000), more_than(11000), "admits"),
        (more_than(3, "semaine"), more_than(1, "semaine"), "admits"),
        (more_than(6, "mois"), more_than(3, "mois"), "clash"),
        (more_than(12), more_than(12, strict=False), "admits"),
        (number("-Infinity", 20, strict=True), number(40), "clash"),
        (number("-Infinity", 20, strict=True), number(18), "admits"),
        (number("-Infinity", 20, strict=True), more_than(20), "clash"),
        (more_than(10), number(9, 10), "admits"),
        (number(12000, 12400, grain=Decimal(100)), number(12500, grain=Decimal(500)), "admits"),
        (number(12000, 12100, grain=Decimal(100)), number(12500, grain=Decimal(500)), "clash"),
        # Words
        (SEVERAL, number(3, unit="accord"), "admits"),
        (SEVERAL, number(1, unit="accord"), "clash"),
        (number(30, 50, vague=True), number(22), "clash"),
        (number(16, 25, vague=True), number(22), "admits"),
        # Units
        (number(24, unit="mois"), number(2, unit="an"), "same"),
        (number(18, unit="mois"), number(2, unit="an"), "clash"),
        (number(48, unit="heure"), number(2, unit="jour"), "same"),
        (number(30, unit="jour"), number(1, unit="mois"), "admits"),
        (number(15, unit="minute"), number(15, unit="jour"), "apart"),
        (number(15, unit="jour"), number(2, unit="semaine"), "same"),
        (number("0.06", unit="GW"), number(60, unit="MW"), "same"),
        (number(1200, unit="m"), number("1.2", unit="km"), "same"),
        (number(90, unit="km/h"), number(90, unit="km"), "apart"),
        (number(65, unit="an"), number(65, unit="anniversaire"), "same"),
        (number("0.9", unit="%"), number("0.9", unit="point"), "clash"),
        (number("0.9", unit="%"), number("3", unit="point"), "apart"),
        # Money
        (printed("45e6", "1e6", "euro", "EUR"), printed("29.5e9", "1e8", "franc", "XOF"), "same"),
        (printed("1.2e6", "1e5", "euro", "EUR"), printed("787e9", "1e9", "franc", "XOF"), "clash"),
        (printed("1.5e9", "1e8", "", "EUR"), printed("1.5e9", "1e8", "", "USD"), "clash"),
        (printed("84e6", "1e6", "", "USD"), printed("50e9", "1e9", "", "XAF"), "apart"),
        (printed("1e6", "1e6", "", "XOF"), printed("1e6", "1e6"), "same"),
    ],
)
def test_relation(left: Interval, right: Interval, kind: str) -> None:
    assert compare_amounts(left, right).kind == kind
    assert compare_amounts(right, left).kind == kind


@pytest.mark.parametrize(
    ("left", "right", "holds"),
    [
        (printed("12500000", "100000"), printed("12486300", "100"), True),
        (printed("2300000", "100000"), printed("2312000", "1000"), True),
        (printed("41", "1"), printed("41.3", "0.1"), True),
        (printed("46", "1"), printed("46.2", "0.1"), True),
        (printed("10000", "10000"), printed("10250", "10"), True),
        (printed("9000000", "1000000"), printed("9070000", "10000"), True),
        (printed("2.3", "0.1"), printed("2.6", "0.1"), False),
        (printed("20", "10"), printed("22", "1"), False),
        (printed("400", "100"), printed("412", "1"), False),
        (printed("412000000", "1000000"), printed("421000000", "1000000"), False),
        (printed("99840", "10"), printed("98940", "10"), False),
    ],
)
def test_rounding(left: Interval, right: Interval, holds: bool) -> None:
    assert rounding(left, right) is holds
    assert rounding(right, left) is holds


def test_fraction_is_loose() -> None:
    third = Interval.exactly(Decimal("33.33"), "%", grain=Decimal("0.01"))
    assert compare_amounts(third, number("32.8", unit="%"), loose=True).kind == "admits"
    assert compare_amounts(third, number("25.5", unit="%"), loose=True).kind == "clash"
