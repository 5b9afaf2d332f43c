"""The time that a passage tells of: « C'était il y a six ans. … devant 19 300 spectateurs ».

A date told in a sentence dates its figures; else the date told last before them in the paragraph
does; else they are of the day when the article came out.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crosscheck.claims.comparing import held_against
from crosscheck.models import Article, Claim, Mention
from crosscheck.values import Period

Days = tuple[date, date]
"""The first and the last day of a time."""
_BLANK_LINES = ("\n\n", "\n\r\n", "\r\r")


def with_eras(article: Article, claims: Sequence[Claim], found: Sequence[Mention]) -> list[Claim]:
    """The claims, each with the time its passage tells of; `found` are the article's mentions."""
    dates = [(m.start, span) for m in found if (span := _closed(m)) is not None]
    return [
        replace(claim, subject=replace(claim.subject, era=_era(article, claim, dates)))
        for claim in claims
    ]


def _closed(mention: Mention) -> Days | None:
    """First and last day of a date that has both and tells no mere hour."""
    value = mention.value
    if not isinstance(value, Period) or value.first is None or value.last is None:
        return None
    if value.first == date.min or value.last == date.max:
        return None
    return value.first, value.last


def _era(article: Article, claim: Claim, dates: Sequence[tuple[int, Days]]) -> Days | None:
    low, high = claim.sentence
    beside = [
        d
        for d in dates
        if low <= d[0] < high
        and not claim.start <= d[0] < claim.end
        and not held_against(article.text, claim.end, d[0])
    ]
    if beside:
        return min(beside, key=lambda d: abs(d[0] - claim.start))[1]
    opens = max(article.text.rfind(blank, 0, claim.start) for blank in _BLANK_LINES)
    before = [d for d in dates if opens < d[0] < claim.start]
    if before:
        return before[-1][1]
    return (article.published, article.published) if article.published else None
