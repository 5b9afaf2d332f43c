"""Claims as sides of pairs: what every pair would else work out anew of each, once.

>>> from crosscheck.claims import extract
>>> from crosscheck.models import Article
>>> (claim,) = extract(Article.from_text("La piste est longue de 2,5 km.", id="a"))
>>> told = side(claim)
>>> told.family, told.measure.stated, told.digits
('length', 2500.0, '25')
"""

from dataclasses import dataclass, fields
from decimal import Decimal
from math import inf, isfinite

from crosscheck.making import changing, quickly_made
from crosscheck.measures import in_base
from crosscheck.models import Claim
from crosscheck.rules import remembered_lately
from crosscheck.values import Interval, Period, Value

NARROW = 1.3
"""High end of a band over its low end, up to which it tells one number."""
SMALL = 20
"""Bounds and bands up to this speak of any number that is not large."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is held against others: its ends as floats, since a pair is looked at by
    itself or in columns of thousands, and both must reckon alike.
    """

    low: float
    high: float
    stated: float
    """The finite end that stands for the number."""
    unit: str
    currency: str | None
    strict: bool
    exact: bool
    """Whether one number alone is meant."""
    open: bool
    """Whether it has no upper end, and is more than « plusieurs »."""
    narrow: bool
    """« environ 78 millions »: a band so narrow that the number in it is the one meant."""

    @classmethod
    def of(cls, value: Interval, told: Interval | None = None) -> "Number":
        """`Number.of(Interval.exactly(12, "mort")).stated` is 12.0.

        `told` is the number as it was told: « plusieurs jours » are several in seconds, too.
        """
        low = float(value.low)
        high = low if value.high is value.low else float(value.high)
        ends = -inf < low < high < inf
        told = told or value
        return cls(
            low,
            high,
            low if isfinite(low) else high,
            value.unit,
            value.currency,
            value.strict,
            low == high,
            high == inf and (not told.vague or told.low > SMALL),
            ends and low > 0 and high / low <= NARROW,
        )

    def commensurable(self, other: "Number") -> bool:
        """Whether the two are of one currency, or one of them does not say which."""
        if self.currency == other.currency:
            return True
        unsaid = self.unit == other.unit != ""
        return unsaid or self.currency is None or other.currency is None

    def same(self, other: "Number") -> bool:
        """Whether both say the same: same ends, and bounds of the same strictness."""
        return (
            self.low == other.low
            and self.high == other.high
            and self.strict == other.strict
            and self.commensurable(other)
        )


_NOTHING = Number.of(Interval.exactly(0))


@quickly_made
@dataclass(frozen=True, slots=True)
class Side(Claim):
    """A claim in all that reads one, with its value as it is held against others."""

    family: str = ""
    """What a number measures: the family of its unit, or its currency."""
    told: Number = _NOTHING
    """A number in the unit that it is told in."""
    measure: Number = _NOTHING
    """The same in the base unit of its family."""
    number: Decimal | None = None
    """The number that is printed, in lowest form; `None` for what tells no number over nought."""
    plain: str = ""
    """That number as it is written without noughts at its end: « 2.5 », « 350000 »."""
    digits: str = ""
    """« 35 » for 350 000 and for 3,5: what is printed, without the noughts around it."""
    ordered: str = ""
    """« 28 » for 280 000 and for 208 000: the digits but the noughts, in ascending order."""
    length: int = 0
    """How many digits are printed, without the noughts at the end."""
    value_text: str = ""
    """What tells this value from every other."""


_UNTOLD = ("", _NOTHING, _NOTHING, None, "", "", "", 0)
"""What a date tells of numbers."""
_side = changing(Side, *(field.name for field in fields(Side)[len(fields(Claim)) :]))


def side(claim: Claim) -> Side:
    """The claim as a side of pairs; a side stays what it is."""
    if isinstance(claim, Side):
        return claim
    value = claim.value
    if not isinstance(value, Interval):
        return _side(claim, *_UNTOLD, _text_of(value))
    return _side(claim, *_of_number(value))


def _text_of(value: Value) -> str:
    if isinstance(value, Period):
        return f"{value.edtf} {value.first} {value.last}"
    return str(value.to_dict())


@remembered_lately(4096)
def _of_number(value: Interval) -> tuple[object, ...]:
    """What a side adds to its claim, asked once of the numbers that a story repeats."""
    family, based = in_base(value)
    told = Number.of(value)
    measure = told if based is value else Number.of(based, value)
    whole = printed(value)
    number = _positive(value, whole)
    plain = "" if number is None else f"{number:f}"
    digits = plain.replace(".", "").strip("0")
    length = len(digits) if digits else _length(whole)
    text = f"{told.low} {'' if told.exact else told.high} {told.unit} {told.currency}"
    ordered = "".join(sorted(digits.replace("0", "")))
    return family, told, measure, number, plain, digits, ordered, length, text


def _positive(value: Interval, whole: Decimal | None) -> Decimal | None:
    if whole is None or not value.stated.is_finite() or value.stated <= 0:
        return None
    return whole.normalize()


def _length(whole: Decimal | None) -> int:
    if whole is None or not whole.is_finite():
        return 0
    return len(whole.normalize().as_tuple().digits)


def printed(value: Interval) -> Decimal | None:
    """« 400 millions » of « environ 400 millions », 70 of « près de sept sur dix »: the middle of a
    band or its upper end, whichever is as round as what was printed; `None` when neither is.
    """
    if not value.vague or not value.high.is_finite() or not value.grain:
        return value.stated
    ends = ((value.low + value.high) / 2, value.high)
    return next((end for end in ends if _whole(end / value.grain)), None)


def _whole(number: Decimal) -> bool:
    return number == number.to_integral_value()
