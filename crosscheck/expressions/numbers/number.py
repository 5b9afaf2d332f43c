"""A number as it stands in a text, and what its last figure says.

>>> grain_of(Decimal(10000))
Decimal('10000')
"""

from decimal import Decimal

from crosscheck.expressions.numbers.records import record


@record
class Numeral:
    """A number where it stands: tokens `first` to `last` (excluded) of the text."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    grain: Decimal
    figures: bool = False
    """Printed in figures, at least once."""
    ordinal: bool = False
    scaled: bool = False
    """Holds « millier », « million » or « milliard »."""
    vague: bool = False
    """« une dizaine », « plusieurs », « des milliers »: the ends are our reading."""
    bare_one: bool = False
    """« un » or « une » alone: perhaps an article."""
    attached: bool = False
    """A word is stuck to the figures, which must be a unit: « 12km »."""
    uncounted: bool = False
    """« plusieurs » or « quelques » alone, without « dizaines »."""

    @property
    def value(self) -> Decimal:
        """The number, for one that is exact."""
        return self.low


_GRAINS = [Decimal(10) ** zeros for zeros in range(40)]


def grain_of(value: Decimal, decimals: int = 0) -> Decimal:
    """One unit of the last figure that is no trailing zero: 10000 for 10 000, 0.1 for 38,9."""
    if decimals or value != value.to_integral_value():
        exponent = value.as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    figures = str(int(value))
    return _GRAINS[len(figures) - len(figures.rstrip("0"))] if value else _GRAINS[0]


def exactly(first: int, last: int, value: Decimal, **more: bool) -> Numeral:
    """An exact number, `first` to `last`: its grain is that of its figures."""
    return Numeral(first, last, value, value, grain_of(value), **more)


def tidy(number: Decimal) -> Decimal:
    """The number without zeros that say nothing: `tidy(Decimal("47200000000.0"))`."""
    if number.is_finite() and number == number.to_integral_value():
        return number.quantize(Decimal(1)) if abs(number) < 10**27 else number
    return number.normalize()
