"""Days that no calendar has: « samedi 14 mars 2025 », « 31 juin », « 22 h 75 »."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from crosscheck.judging.figures import names, plain, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import stems
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.judging.reasons import day_name
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, remembered_lately, words
from crosscheck.values import Period

FAR = 60
"""Days from the publication from which a date without a year may be of another one."""


@remembered
def _day_pattern() -> re.Pattern[str]:
    """A day and a month as printed, with the weekday before and the year after, if any.

    The month may stand after a second day: « du jeudi 6 au samedi 8 novembre ».
    """
    weekdays, months = ("|".join(words("inner")[key]) for key in ("weekdays", "months"))
    return re.compile(
        rf"(?<!\w)(?:(?P<weekday>{weekdays}),?\s+)?(?P<day>\d{{1,2}}|1er)\s+"
        rf"(?P<second>(?:au|et|ou|puis(?: le)?|à)\s+(?:{weekdays})\s+(?:\d{{1,2}}|1er)\s+)?"
        rf"(?P<month>{months})(?:\s+(?P<year>(?:19|20)\d\d))?(?!\w)"
        rf"(?P<past>\s+derniers?(?!\w))?"
        rf"(?:,?\s+(?:un|c'est-à-dire un|qui était un|qui est un)\s+(?P<after>{weekdays})(?!\w))?",
        re.IGNORECASE,
    )


@remembered
def _month_pattern() -> re.Pattern[str]:
    """What is quickly looked for, and stands in each day with its month."""
    return re.compile(rf"\d(?:er)?\s+(?:{'|'.join(words('inner')['months'])})", re.IGNORECASE)


@remembered_lately(8)
def _days(text: str) -> tuple[re.Match[str], ...]:
    """Each day with its month; the second of two days is found too."""
    folded, pattern, at, days = plain(text), _day_pattern(), 0, []
    if not _month_pattern().search(folded):
        return ()
    while found := pattern.search(folded, at):
        days.append(found)
        at = found.start("second") if found["second"] else found.end()
    return tuple(days)


def check_weekdays(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« mardi 13 août » where the thirteenth is a Wednesday; each such date told once.

    Without a year, the date nearest to the publication is meant, unless a year in which the
    weekday is right is named nearby.
    """
    seen: set[tuple[str, str]] = set()
    for found in _days(article.text):
        weekday = found["weekday"] or found["after"]
        key = (fold(weekday or ""), fold(found["day"] + found["month"]))
        possible = _meant(found, article) if weekday and key not in seen else ()
        if not possible or not weekday:
            continue
        written = names("weekdays").index(fold(weekday))
        if any(day.weekday() == written for day in possible):
            continue
        if found["year"] is None and _right_in_named_year(article, found, possible[0], written):
            continue
        seen.add(key)
        # Of two days, the first alone: « jeudi 6 (au samedi 8) novembre ».
        span = found.start(), found.start("second") if found["second"] else found.end()
        days = [day_name(Period(d.isoformat(), d, d)) for d in possible]
        yield make(
            "calendar.weekday",
            article,
            span,
            claims,
            say="" if len(days) == 1 else "years",
            text=slice_of(article, span),
            day=days[0][0],
            weekday=days[0][1],
            years=", ".join(str(d.year) for d in possible),
        )


def _meant(found: re.Match[str], article: Article) -> tuple[date, ...]:
    """The dates that may be meant: without a year, the one nearest to the publication.

    An article without a date is of one of two years when it tells its season: « saison 2025-2026 ».
    """
    day = int(found["day"].removesuffix("er"))
    month = names("months").index(fold(found["month"])) + 1
    if found["year"]:
        years: tuple[int, ...] = (int(found["year"]),)
    elif article.published:
        years = tuple(article.published.year + step for step in (-1, 0, 1))
    else:
        season = re.search(
            rf"{stems('calendar', 'season')} (20\d\d) ?[-/] ?(20\d\d)", fold(article.text)
        )
        years = (int(season[1]), int(season[2])) if season else ()
    possible = [date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1]]
    near = article.published
    if not near or not possible:
        return tuple(possible)
    nearest = min(possible, key=lambda d: abs((d - near).days))
    past = [d for d in possible if d <= near] if found["past"] else []
    # « le 7 janvier dernier »: the last one, if the nearest is not meant after all.
    return (nearest, max(past)) if past and max(past) != nearest else (nearest,)


def _right_in_named_year(article: Article, found: re.Match[str], day: date, written: int) -> bool:
    """Whether the sentence, or the one before, names a year in which the weekday is right.

    A day far from the publication may be of a year that its paragraph names.
    """
    every = sentences(article.text)
    far = article.published is not None and abs((day - article.published).days) > FAR
    here = next((i for i, s in enumerate(every) if s.start <= found.start() < s.end), 0)
    start = 0 if far else every[max(0, here - 1)].start
    near = article.text[start : every[here].end].rpartition("\n")[2]
    years = {int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", near)}
    return any(
        day.day <= monthrange(y, day.month)[1] and date(y, day.month, day.day).weekday() == written
        for y in years
    )


_HOUR = re.compile(r"(?<![\w,.])(?:[01]?\d|2[0-4])\s?h(?:eures)?\s?[6-9]\d(?!\w|,\d)")
_HOUR_AT_ALL = re.compile(r"\d\s?h(?:eures)?\s?[6-9]\d")
"""The same, quickly looked for."""


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands between quotation marks, in its paragraph."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count("«") > before.count("»")


def check_impossible(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 31 juin », « 30 février », « 14 h 75 »: days that no year has, minutes that no hour has."""
    for found in _days(article.text):
        month = names("months").index(fold(found["month"])) + 1
        day = int(found["day"].removesuffix("er"))
        year = int(found["year"]) if found["year"] else 2000
        if not 28 < day <= 39 or day <= monthrange(year, month)[1]:
            continue
        if month == 2 and day >= 30 and _quoted(article.text, found.start()):
            continue  # « ils nous paieront le 30 février »
        span = found.span()
        yield make("calendar.impossible", article, span, claims, text=slice_of(article, span))
    folded = plain(article.text)
    for found in _HOUR.finditer(folded) if _HOUR_AT_ALL.search(folded) else ():
        yield make(
            "calendar.impossible",
            article,
            found.span(),
            claims,
            say="hour",
            text=slice_of(article, found.span()),
        )
