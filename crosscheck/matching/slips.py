"""Values that look like slips of each other: « 2480 mètres » and « 2840 mètres ».

Two sources that answer one question with two numbers have often printed the same digits, in another
order, with a nought more or less, or with another unit; or all but one.
"""

import re

from crosscheck.matching.sides import side
from crosscheck.models import Claim
from crosscheck.values import Interval, Period

WEEK = 6
"""Days between a day and another whose weekday it may have taken."""
PARTICULAR_DIGITS = 3
"""Digits from which chance hardly repeats a number."""
LEAST_DIGITS = 2
"""Digits from which a number can be recognised in another."""


def same_digits(one: Claim, other: Claim) -> bool:
    """« 97,4 % », « 94,7 % »; « 280 000 », « 208 000 »; « 350 000 », « 35 000 »; « 12 MWh »,
    « 12 kWh ».
    """
    mine, theirs = side(one), side(other)
    if mine.number is None or theirs.number is None:
        return False
    if mine.number == theirs.number:
        return len(mine.digits) >= LEAST_DIGITS or not _two_lengths(one, other)
    if len(mine.ordered) < LEAST_DIGITS or mine.ordered != theirs.ordered:
        return False
    return len(mine.digits) == len(theirs.digits) or len(mine.plain) == len(theirs.plain)


def _two_lengths(one: Claim, other: Claim) -> bool:
    """« trois mois », « trois ans »: all lengths of time are told in small numbers."""
    a, b = one.value, other.value
    assert isinstance(a, Interval)
    assert isinstance(b, Interval)
    return one.kind == other.kind == "duration" and a.unit != b.unit


def one_number(one: Claim, other: Claim) -> bool:
    """« 12 MWh », « 12 kWh »; « 1 186 000 », « 118 600 »: one number, of which the unit or the
    noughts slipped. Lengths of time are no slips: all of them are told in small numbers.
    """
    mine, theirs = side(one), side(other)
    if mine.number is None or theirs.number is None or "duration" in (one.kind, other.kind):
        return False
    if mine.number == theirs.number:
        return one.kind == other.kind and one.kind in ("measure", "money")
    if mine.digits != theirs.digits:
        return False
    low, high = sorted((mine.number, theirs.number))
    scale = high == low * 1000  # « millions », « milliards »
    return len(mine.digits) >= (LEAST_DIGITS if scale else PARTICULAR_DIGITS)


def one_digit(one: Claim, other: Claim) -> bool:
    """« 24 sièges », « 27 sièges »; « 14e », « 4e »: all digits but one, another or left out."""
    mine, theirs = side(one).plain, side(other).plain
    while mine.endswith("0") and theirs.endswith("0"):
        mine, theirs = mine[:-1], theirs[:-1]  # « 100 », « 500 » differ in all that they tell
    if not mine or not theirs or max(len(mine), len(theirs)) < LEAST_DIGITS:
        return False
    if len(mine) == len(theirs):
        return _differing(mine, theirs) == 1
    shorter, longer = sorted((mine, theirs), key=len)
    return _left_out(shorter, longer)


def one_part(one: Claim, other: Claim) -> bool:
    """« 14 mars 1934 », « 14 mars 1935 »: dates of one form that share all parts but the month or
    the year; of years alone, all digits but one, or two neighbours exchanged (« 1897 », « 1879 »).

    Days of one month are no slips, for a week has seven; but « mercredi 5 juin », which is a
    Thursday, is one of the Wednesday before.
    """
    if not isinstance(one.value, Period) or not isinstance(other.value, Period):
        return False
    if _by_weekday(one.value, other.value) or _by_weekday(other.value, one.value):
        return True
    mine, theirs = one.value.edtf, other.value.edtf
    if not (plain_date(mine) and plain_date(theirs)):
        return False
    if mine.count("-") != theirs.count("-"):
        return False
    if "-" not in mine:
        return _differing(mine, theirs) == 1 or exchanged(mine, theirs)
    pairs = list(zip(mine.split("-"), theirs.split("-"), strict=True))
    return pairs[-1][0] == pairs[-1][1] and sum(a != b for a, b in pairs) == 1


def _by_weekday(slipped: Period, other: Period) -> bool:
    """Whether the weekday printed beside a day is not that day's but that of another near it."""
    if slipped.weekday is None or slipped.first is None or other.first is None:
        return False
    if slipped.first != slipped.last or other.first != other.last:
        return False
    wrong = slipped.first.weekday() != slipped.weekday == other.first.weekday()
    return wrong and 0 < abs((slipped.first - other.first).days) <= WEEK


def plain_date(edtf: str) -> bool:
    """Whether a text is a year, a month or a day: `plain_date("1934-03")`."""
    return _PLAIN_DATE.fullmatch(edtf) is not None


_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def exchanged(one: str, other: str) -> bool:
    """Whether two neighbours have taken each other's place: `exchanged("1897", "1879")`."""
    at = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(at) != 2 or at[1] != at[0] + 1:
        return False
    return one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


def _left_out(shorter: str, longer: str) -> bool:
    """Whether one character of the longer text, left out, gives the shorter."""
    if len(longer) - len(shorter) != 1:
        return False
    same = next((i for i, char in enumerate(shorter) if char != longer[i]), len(shorter))
    return shorter[same:] == longer[same + 1 :]


def _differing(one: str, other: str) -> int:
    """Places at which two texts of one length differ; more than there are when they have not."""
    if len(one) != len(other):
        return len(one) + len(other)
    return sum(a != b for a, b in zip(one, other, strict=True))
