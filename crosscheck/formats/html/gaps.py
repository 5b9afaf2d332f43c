"""How far apart the answers to one question are, in a few words.

>>> apart(Decimal(48), Decimal(56))
'8 d’écart (+17\\u202f%)'
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from crosscheck.formats.messages import phrase, plural
from crosscheck.formats.typography import typo
from crosscheck.formats.view import Row
from crosscheck.formats.wording import say_count, say_number
from crosscheck.models import Claim, Finding
from crosscheck.values import Interval, Period

_DOUBLE = 2
"""From this many times on, the factor says more than the difference."""
_APART = ("conflict", "disputed", "updated")
"""Verdicts of answers that are apart; what one source admits of another is no distance."""
_MONTHS = 60
_YEARS = 730


def gap(finding: Finding, rows: Sequence[Row]) -> str:
    """« 8 d’écart (+17 %) », « 1 jour d’écart », « 2 formulations »; empty when all can be true."""
    claims = [c for c in finding.group.claims if c.polarity != "denied"] or finding.group.claims
    if len(rows) < 2 or finding.verdict not in _APART:
        return ""
    values = [claim.value for claim in claims]
    intervals = [v for v in values if isinstance(v, Interval)]
    if len(intervals) == len(values):
        return _between_numbers(intervals, claims)
    periods = [v for v in values if isinstance(v, Period)]
    if len(periods) == len(values):
        return _between_days(periods) or say_count("wording", len(rows))
    return say_count("wording", len(rows))


def _between_numbers(values: Sequence[Interval], claims: Sequence[Claim]) -> str:
    """Between the least and the greatest number that is printed."""
    stated = [v.stated for v in values if not v.vague and v.stated.is_finite()]
    one_measure = len({v.currency or v.unit for v in values} - {""}) < 2
    if len(stated) < 2 or not (one_measure or claims[0].kind == "count"):
        return ""
    if claims[0].kind == "percentage":
        return _points(max(stated) - min(stated))
    return apart(min(stated), max(stated), shared=claims[0].kind != "ordinal")


def _points(difference: Decimal) -> str:
    """« 8,7 points d’écart »: a share of a share would be read as a number of points."""
    if not difference:
        return ""
    points = f"{say_number(difference)} {plural('values.point', difference)}"
    return typo(phrase("page.gap", n=points))


def apart(low: Decimal, high: Decimal, *, shared: bool = True) -> str:
    """The difference between two numbers, and what it is of the lesser; empty where none is.

    Ranks have no share: the 74th minute is not « 57 % » after the 47th (`shared=False`).
    """
    if low == high:
        return ""
    difference = say_number(high - low)
    if low <= 0 or not shared:
        return typo(phrase("page.gap", n=difference))
    if high / low >= _DOUBLE:
        times = (high / low).quantize(Decimal("0.1") if high / low < 10 else Decimal(1))
        return typo(phrase("page.gap_times", n=say_number(times)))
    share = (high - low) / low * 100
    share = share.quantize(Decimal(1) if share >= 10 else Decimal("0.1"))
    return typo(phrase("page.gap_share", n=difference, share=say_number(share)))


def _between_days(periods: Sequence[Period]) -> str:
    """From the last day of the earliest to the first day of the latest."""
    known = [p for p in periods if p.first and p.last]
    first = min((p.last for p in known if p.last), default=date.min)
    last = max((p.first for p in known if p.first), default=date.min)
    days = (last - first).days
    return typo(phrase("page.gap", n=lapse(days))) if days > 0 else ""


def lapse(days: int) -> str:
    """« 3 jours », « 4 mois », « 60 ans »: a stretch of time as one says it."""
    if days >= _YEARS:
        return say_count("year", round(days / 365.25))
    if days >= _MONTHS:
        return say_count("month", round(days / 30.44))
    return say_count("day", days)
