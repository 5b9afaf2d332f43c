"""Dates that no calendar has: « samedi 14 mars 2025 », « 31 juin », « de 2019 à 2016 »."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from crosscheck.expressions.tokens import fold as plain
from crosscheck.judging.figures import names, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.judging.reasons import day_name
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, words
from crosscheck.values import Period


@remembered
def _day_pattern() -> re.Pattern[str]:
    """A day and a month as printed, with the weekday before and the year after, if any."""
    weekdays, months = ("|".join(words("inner")[key]) for key in ("weekdays", "months"))
    return re.compile(
        rf"(?<!\w)(?:(?P<weekday>{weekdays}),?\s+)?(?P<day>\d{{1,2}}|1er)\s+(?P<month>{months})"
        r"(?:\s+(?P<year>(?:19|20)\d\d))?(?!\w)",
        re.IGNORECASE,
    )


def check_weekdays(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« mardi 13 août » where the thirteenth is a Wednesday; each such date told once.

    Without a year, the date nearest to the publication is meant, unless the sentence names a year
    in which the weekday is right.
    """
    seen: set[tuple[str, date]] = set()
    for found in _day_pattern().finditer(plain(article.text)):
        weekday = found["weekday"]
        day = _resolve(found, article) if weekday else None
        if day is None or not weekday:
            continue
        written = names("weekdays").index(fold(weekday))
        if day.weekday() == written or (weekday.lower(), day) in seen:
            continue
        if found["year"] is None and _right_in_named_year(article, found, day, written):
            continue
        seen.add((weekday.lower(), day))
        text, true = day_name(Period(day.isoformat(), day, day))
        span = found.span()
        yield make(
            "calendar.weekday",
            article,
            span,
            claims,
            text=slice_of(article, span),
            day=text,
            weekday=true,
        )


def _resolve(found: re.Match[str], article: Article) -> date | None:
    """The date that is meant; `None` when no year can be known or there is no such day."""
    day = int(found["day"].removesuffix("er"))
    month = names("months").index(fold(found["month"])) + 1
    if found["year"]:
        years: tuple[int, ...] = (int(found["year"]),)
    elif article.published:
        years = tuple(article.published.year + step for step in (-1, 0, 1))
    else:
        return None
    possible = [date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1]]
    near = article.published or date.min
    return min(possible, key=lambda d: abs((d - near).days), default=None)


def _right_in_named_year(article: Article, found: re.Match[str], day: date, written: int) -> bool:
    """Whether the sentence names another year, in which the weekday is right."""
    sentence = next((s for s in sentences(article.text) if s.start <= found.start() < s.end), None)
    years = re.findall(r"\b(?:19|20)\d\d\b", sentence.text) if sentence else []
    last = monthrange(2000, day.month)[1]
    return any(
        date(int(y), day.month, min(day.day, 28 if day.month == 2 else last)).weekday() == written
        for y in years
    )


def check_impossible(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 31 juin », « 30 février »: days that no year has."""
    for found in _day_pattern().finditer(plain(article.text)):
        month = names("months").index(fold(found["month"])) + 1
        day = int(found["day"].removesuffix("er"))
        year = int(found["year"]) if found["year"] else 2000
        if not 28 < day <= 31 or day <= monthrange(year, month)[1]:
            continue
        span = found.span()
        yield make("calendar.impossible", article, span, claims, text=slice_of(article, span))


def check_order(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« de 2019 à 2016 », « du 23 au 12 mai »: the end before the start."""
    months = "|".join(words("inner")["months"])
    folded = plain(article.text)
    patterns = (
        r"\b(?:[Dd]e|[Ee]ntre|[Dd]epuis) (?P<a>(?:19|20)\d\d) "
        r"(?:à|et|jusqu'en) (?P<b>(?:19|20)\d\d)\b",
        rf"\b[Dd]u (?P<a>\d{{1,2}}) au (?P<b>\d{{1,2}}) (?:{months})\b",
    )
    for pattern in patterns:
        for found in re.finditer(pattern, folded):
            if int(found["a"]) > int(found["b"]):
                span = found.span()
                yield make(
                    "calendar.order",
                    article,
                    span,
                    claims,
                    text=slice_of(article, span),
                )
