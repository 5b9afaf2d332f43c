"""Claims as sides of pairs: what every pair would else work out anew of each, once.

>>> from crosscheck.claims import extract
>>> from crosscheck.models import Article
>>> (claim,) = extract(Article.from_text("La piste est longue de 2,5 km.", id="a"))
>>> told = side(claim)
>>> told.family, told.measure.stated, told.digits
('length', Decimal('2500.0'), '25')
"""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from crosscheck.measures import in_base
from crosscheck.models import Claim
from crosscheck.values import Interval

_NOTHING = Interval.exactly(0)


@dataclass(frozen=True, slots=True)
class Side(Claim):
    """A claim in all that reads one, with its value as it is held against others."""

    family: str = ""
    """What a number measures: the family of its unit, or its currency."""
    measure: Interval = _NOTHING
    """A number in the base unit of its family."""
    number: Decimal | None = None
    """The number that is printed, in lowest form; `None` for what tells no number over nought."""
    plain: str = ""
    """That number as it is written without noughts at its end: « 2.5 », « 350000 »."""
    digits: str = ""
    """« 35 » for 350 000 and for 3,5: what is printed, without the noughts around it."""
    value_text: str = ""
    """What tells this value from every other."""


_FIELDS = tuple(field.name for field in fields(Claim))


def side(claim: Claim) -> Side:
    """The claim as a side of pairs; a side stays what it is."""
    if isinstance(claim, Side):
        return claim
    value, text = claim.value, str(claim.value.to_dict())
    own: dict[str, Any] = {name: getattr(claim, name) for name in _FIELDS}
    if not isinstance(value, Interval):
        return Side(**own, value_text=text)
    family, measure = in_base(value)
    number = _number(value)
    plain = "" if number is None else f"{number:f}"
    own |= {"family": family, "measure": measure, "number": number, "plain": plain}
    return Side(**own, digits=plain.replace(".", "").strip("0"), value_text=text)


def _number(value: Interval) -> Decimal | None:
    if not value.stated.is_finite() or value.stated <= 0:
        return None
    number = printed(value)
    return None if number is None else number.normalize()


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
