"""Numbers by columns, and how near those of many pairs are: `nearness` of all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from crosscheck.matching.columns.arrays import (
    Bools,
    Floats,
    Ints,
    bools,
    coded,
    floats,
    ints,
    picked,
)
from crosscheck.matching.nearness import BOUND_REACH, HEDGED, ROUNDED, SAME_NUMBER, lasts
from crosscheck.matching.sides import SMALL, Number, Side


@dataclass(frozen=True, slots=True)
class Near:
    """How near the values of many pairs are (`nearness.Near`)."""

    admitted: Bools
    same: Bools
    shared: Floats
    telling: Floats
    ratio: Floats
    """As a feature: 1 where both can be true, 0 where the two are far."""
    size: Floats
    """The smaller stated number over the larger (`nearness.size_ratio`)."""

    def only(self, rows: Ints) -> "Near":
        """Those of some pairs."""
        return picked(self, rows)

    def put(self, rows: Ints, other: "Near") -> "Near":
        """The same, some of the pairs as they were found elsewhere."""
        columns = [column.copy() for column in self._columns()]
        for mine, theirs in zip(columns, other._columns(), strict=True):
            mine[rows] = theirs
        return Near(*columns)

    def _columns(self) -> tuple[Any, ...]:
        return self.admitted, self.same, self.shared, self.telling, self.ratio, self.size


@dataclass(frozen=True, slots=True)
class Ends:
    """Numbers in one measure, those of claims or those of pairs."""

    low: Floats
    high: Floats
    stated: Floats
    unit: Ints
    currency: Ints
    exact: Bools
    narrow: Bools

    def at(self, places: Ints) -> "Ends":
        """Those of some claims."""
        return picked(self, places)

    def where(self, rows: Bools, other: "Ends") -> "Ends":
        """These in some rows, the others in the rest."""
        return Ends(
            np.where(rows, self.low, other.low),
            np.where(rows, self.high, other.high),
            np.where(rows, self.stated, other.stated),
            np.where(rows, self.unit, other.unit),
            np.where(rows, self.currency, other.currency),
            np.where(rows, self.exact, other.exact),
            np.where(rows, self.narrow, other.narrow),
        )


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of claims, as they are told and in the base unit of their family."""

    told: Ends
    measure: Ends
    strict: Bools
    open: Bools
    lasts: Bools
    """Whether time is measured in its unit."""
    length: Ints
    """How many digits are printed."""

    @classmethod
    def of(cls, sides: Sequence[Side]) -> "Numbers":
        """Dates among them stand as noughts."""
        told, measure = [side.told for side in sides], [side.measure for side in sides]
        units = coded([number.unit for number in (*told, *measure)])
        moneys = coded([number.currency for number in (*told, *measure)], first=None)
        count = len(sides)
        return cls(
            _ends(told, units[:count], moneys[:count]),
            _ends(measure, units[count:], moneys[count:]),
            bools([number.strict for number in told]),
            bools([number.open for number in told]),
            bools([lasts(number.unit) for number in told]),
            ints([side.length for side in sides]),
        )


def _ends(numbers: Sequence[Number], units: Ints, moneys: Ints) -> Ends:
    return Ends(
        floats([number.low for number in numbers]),
        floats([number.high for number in numbers]),
        floats([number.stated for number in numbers]),
        units,
        moneys,
        bools([number.exact for number in numbers]),
        bools([number.narrow for number in numbers]),
    )


def near_numbers(numbers: Numbers, i: Ints, j: Ints, as_told: Bools) -> Near:
    """How near the numbers of pairs are; `as_told` where kinds differ, and for ranks."""
    told = numbers.told.at(i), numbers.told.at(j)
    as_told = as_told | _unsaid(*told)
    one = told[0].where(as_told, numbers.measure.at(i))
    other = told[1].where(as_told, numbers.measure.at(j))
    commensurable = _commensurable(one, other)
    low, high = np.minimum(one.stated, other.stated), np.maximum(one.stated, other.stated)
    ratio = _ratio(low, high, commensurable)
    touch = np.maximum(one.low, other.low) <= np.minimum(one.high, other.high)
    far_bound = (numbers.open[i] | numbers.open[j]) & _beyond(
        numbers, i, one.unit == other.unit, low, high
    )
    other_unit = (told[0].unit != told[1].unit) | (told[0].currency != told[1].currency)
    admitted = ~far_bound & ((commensurable & touch) | (other_unit & (ratio >= ROUNDED)))
    ends = (one.low == other.low) & (one.high == other.high)
    same = ends & (numbers.strict[i] == numbers.strict[j]) & commensurable
    alike = admitted & _one_number(one, other)
    return Near(
        admitted,
        same,
        np.where(same, 1.0, np.where(alike, SAME_NUMBER, 0.0)),
        np.where(alike, _telling(numbers, i, j), 0.0),
        np.where(admitted, 1.0, _sizes(ratio, low, high, *told)),
        ratio,
    )


def _unsaid(one: Ends, other: Ends) -> Bools:
    found: Bools = ((one.currency == 0) != (other.currency == 0)) & (one.unit == other.unit)
    return found


def _commensurable(one: Ends, other: Ends) -> Bools:
    unsaid = (one.unit == other.unit) & (one.unit != 0)
    none = (one.currency == 0) | (other.currency == 0)
    found: Bools = (one.currency == other.currency) | unsaid | none
    return found


def _beyond(numbers: Numbers, i: Ints, one_unit: Bools, low: Floats, high: Floats) -> Bools:
    """Whether a bound does not speak of the other number."""
    spans = one_unit & numbers.lasts[i]
    told: Bools = (low != -np.inf) & (high != np.inf)
    return told & ((high > SMALL) | spans) & (high > low * BOUND_REACH)


def _ratio(low: Floats, high: Floats, commensurable: Bools) -> Floats:
    found = np.zeros(len(low))
    np.divide(low, high, out=found, where=(low > 0) & (high < np.inf))
    return np.where(commensurable, found, (found == 1.0).astype(float))


def _sizes(ratio: Floats, low: Floats, high: Floats, one: Ends, other: Ends) -> Floats:
    """The ratio of numbers that exclude each other, where they are near."""
    far = np.isfinite(low) & (low + low < high)
    with np.errstate(invalid="ignore"):
        beside = (ratio == 0.5) & (np.abs(one.stated - other.stated) == 1)
    return np.where(~far & ((ratio > 0.5) | beside), ratio, 0.0)


def _one_number(one: Ends, other: Ends) -> Bools:
    stated: Bools = one.stated == other.stated
    return stated | (other.exact & one.narrow) | (one.exact & other.narrow)


def _telling(numbers: Numbers, i: Ints, j: Ints) -> Floats:
    digits = np.minimum(numbers.length[i], numbers.length[j])
    hedged = ~(numbers.told.exact[i] & numbers.told.exact[j])
    told = np.minimum(1.0, (digits - 1) / 2 + HEDGED * hedged)
    return np.where(digits > 0, told, 0.0)
