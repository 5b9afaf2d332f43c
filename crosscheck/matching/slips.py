"""Values that look like slips of each other: « 2480 mètres » and « 2840 mètres ».

Two sources that answer one question with two numbers have often printed the same digits, in another
order, with a nought more or less, or with another unit; or all but one.
"""

import re
from decimal import Decimal

from crosscheck.models import Claim
from crosscheck.values import Interval, Period

LEAST_DIGITS = 2
"""Digits from which a number can be recognised in another."""


def same_digits(one: Claim, other: Claim) -> bool:
    """« 97,4 % », « 94,7 % »; « 350 000 », « 35 000 »; « 12 MWh », « 12 kWh »."""
    numbers = _stated(one), _stated(other)
    if numbers[0] is None or numbers[1] is None:
        return False
    if numbers[0] == numbers[1]:
        return True  # one number and two units
    mine, theirs = _digits(numbers[0]), _digits(numbers[1])
    return len(mine) >= LEAST_DIGITS and len(mine) == len(theirs) and sorted(mine) == sorted(theirs)


def one_digit(one: Claim, other: Claim) -> bool:
    """« 24 sièges », « 27 sièges »: all digits but one."""
    numbers = _stated(one), _stated(other)
    if numbers[0] is None or numbers[1] is None:
        return False
    mine, theirs = f"{numbers[0]:f}", f"{numbers[1]:f}"
    return len(mine) >= LEAST_DIGITS and _differing(mine, theirs) == 1


def one_part(one: Claim, other: Claim) -> bool:
    """« 14 mars 1934 », « 14 mars 1935 »: dates of one form that share all parts but the month or
    the year; of years alone, all digits but one. Days of one month are no slips: a week has seven.
    """
    if not isinstance(one.value, Period) or not isinstance(other.value, Period):
        return False
    mine, theirs = one.value.edtf, other.value.edtf
    if not (_PLAIN_DATE.fullmatch(mine) and _PLAIN_DATE.fullmatch(theirs)):
        return False
    if mine.count("-") != theirs.count("-"):
        return False
    if "-" not in mine:
        return _differing(mine, theirs) == 1
    pairs = list(zip(mine.split("-"), theirs.split("-"), strict=True))
    return pairs[-1][0] == pairs[-1][1] and sum(a != b for a, b in pairs) == 1


_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _stated(claim: Claim) -> Decimal | None:
    """The number that is printed, in lowest form; `None` for what tells no number over nought."""
    value = claim.value
    if not isinstance(value, Interval) or not value.stated.is_finite() or value.stated <= 0:
        return None
    return value.stated.normalize()


def _digits(number: Decimal) -> str:
    """« 35 » for 350 000 and for 3,5: what is printed, without the noughts around it."""
    return f"{number:f}".replace(".", "").strip("0")


def _differing(one: str, other: str) -> int:
    """Places at which two texts of one length differ; more than there are when they have not."""
    if len(one) != len(other):
        return len(one) + len(other)
    return sum(a != b for a, b in zip(one, other, strict=True))
