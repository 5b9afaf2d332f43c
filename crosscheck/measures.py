"""Units of one family and currencies of one parity, brought to a common size.

>>> from crosscheck.values import Interval
>>> in_base(Interval.exactly(2, "an"))[1].low == in_base(Interval.exactly(24, "mois"))[1].low
True
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.making import changing
from crosscheck.rules import remembered, table
from crosscheck.values import Interval

_resized = changing(Interval, "low", "high", "grain")


@remembered
def families() -> dict[str, tuple[str, Decimal]]:
    """Unit, to its family and its size there: `families()["km"]` is `("length", 1000)`."""
    return {
        unit: (family, Decimal(size))
        for family, sizes in table("judging", "units").items()
        for unit, size in sizes.items()
    }


@remembered
def parities() -> dict[str, Decimal]:
    """Currencies of a fixed parity, and how many of each one euro is."""
    return {code: Decimal(rate) for code, rate in table("judging", "parity").items()}


def scaled(value: Interval, ratio: Decimal) -> Interval:
    """The same amount in a unit that is `ratio` times smaller."""
    return _resized(value, value.low * ratio, value.high * ratio, value.grain * ratio)


def in_base(value: Interval) -> tuple[str, Interval]:
    """What is measured, and how much in the base unit: `("length", 12000)` for 12 km.

    A unit of no family is a family of its own.
    """
    if value.currency in parities():
        euros = scaled(value, 1 / parities()[value.currency or ""])
        return "euro", replace(euros, currency="EUR")
    if value.currency:
        return value.currency, value
    family = families().get(value.unit)
    return (family[0], scaled(value, family[1])) if family else (value.unit, value)
