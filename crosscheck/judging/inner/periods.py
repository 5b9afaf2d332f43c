"""Two ends of a period: the later before the earlier, or a duration that they do not make.

« Du 14 décembre au 3 novembre », « lancés en 2024 et achevés en 2022 », « du 6 au 9 novembre, soit
six jours ». A number of days may count both ends or one of them.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from crosscheck.judging.figures import any_of, names, plain
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import Grammar, Laid, grammar, stems, wanted, windows
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, words

WRAPPED = 300
"""A period that would last so many days when it goes over the new year was not meant to."""
OVER = 0.2
"""Share of a week, month or year from which one begun is counted as one more."""
BEFORE = 25
"""Characters before a period in which the way through time is told."""
FAR = 6
"""A duration so many times too long or short was told of something else."""
_YEAR = r"[12]\d{3}"
_TOLD = wanted(
    "jours|semaines|mois|ans|annees",
    "periods.soit|periods.lasted|periods.during",
    "du|year",
    sizes=(1, 2),
)
"""One of each of these stands wherever a period is told with how long it lasts."""


@remembered
def _months() -> str:
    return "(?:" + "|".join(words("inner")["months"]) + ")"


def check_order(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« de 2019 à 2016 », « du 23 au 12 mai », « lancés en mars 2024 et achevés en 2022 »."""
    folded = plain(article.text)
    for pattern, quick in _orders():
        for found in pattern.finditer(folded) if quick.search(folded) else ():
            first, last = _end(found, "a"), _end(found, "b")
            before = fold(folded[max(0, found.start() - BEFORE) : found.start()])
            backwards = re.search(stems("periods", "backwards"), before)
            if first and last and _reversed(first, last) and not backwards:
                span = found.span()
                yield make("calendar.order", article, span, claims, text=slice_of(article, span))


@remembered
def _orders() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The ways of giving two ends, with what stands in each and is quickly looked for.

    Groups `a_day`, `a_month`, `a_year`, and the same for `b`.
    """
    months = _months()

    def dated(end: str) -> str:
        return (
            rf"(?:(?P<{end}_day>\d{{1,2}}|1er) )?(?:(?P<{end}_month>{months}) )?"
            rf"(?P<{end}_year>(?:19|20)\d\d)\b"
        )

    def day(end: str) -> str:
        return (
            rf"(?P<{end}_day>\d{{1,2}}|1er)(?: (?P<{end}_month>{months})"
            rf"(?: (?P<{end}_year>(?:19|20)\d\d))?)?\b"
        )

    def year(end: str) -> str:
        return rf"(?P<{end}_year>(?:1[5-9]|20)\d\d)"

    start, stop = (_done(key) for key in ("begun", "ended"))
    weekday = rf"(?:(?:{any_weekday()}) )?"
    return tuple(
        (re.compile(pattern, re.IGNORECASE), re.compile(quick))
        for pattern, quick in (
            # « passé de 2040 à 1990 habitants » counts no years.
            (
                rf"(?<!pass[ée] )(?<!passés )(?<!passant )(?<!tombé )\b(?:de|entre|depuis) "
                rf"{year('a')} (?:à|et|jusqu'en|jusqu'à) {year('b')}\b"
                rf"(?! [a-zà-ÿ]{{3,}}s\b| ?%| euros?\b)",
                rf"{_YEAR} \D{{1,9}} {_YEAR}",
            ),
            (
                r"\((?:\w+ )?(?P<a_year>1\d{3}|20\d\d) ?[-–] ?(?P<b_year>1\d{3}|20\d\d)\)",
                rf"{_YEAR} ?[-–] ?{_YEAR}\)",
            ),
            (rf"\bdu {weekday}{day('a')} au {weekday}{day('b')}", r"[dD][uU] [^\d]{0,40}\d"),
            (
                rf"\b{start} (?:en|le) {dated('a')},? (?:et|puis) (?:\w+ ){{0,2}}?{stop} "
                rf"(?:en|le) {dated('b')}",
                rf"{_YEAR},? (?:[eE][tT]|[pP][uU][iI][sS]) ",
            ),
        )
    )


def any_weekday() -> str:
    """The days of the week as a pattern of printed text."""
    return "|".join(words("inner")["weekdays"])


def _done(key: str) -> str:
    """Participles of one list, with their endings: « lancé », « lancées »."""
    return "(?:" + "|".join(words("inner")["periods"][key]) + r")(?:e|s|es)?\b"


End = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as told."""


def _end(found: re.Match[str], name: str) -> End | None:
    groups = found.groupdict()
    year, month, day = (groups.get(f"{name}_{part}") for part in ("year", "month", "day"))
    numbered = names("months").index(fold(month)) + 1 if month else None
    if not (year or month or day):
        return None
    return int(year) if year else None, numbered, int(day.removesuffix("er")) if day else None


def _reversed(first: End, last: End) -> bool:
    """Whether the end comes before the start, in what both tell."""
    if first[0] and last[0]:
        told = [(a, b) for a, b in zip(first, last, strict=True) if a and b]
        return tuple(a for a, _ in told) > tuple(b for _, b in told)
    if first[1] is None and first[2] and last[2]:
        return last[1] is not None and first[2] > last[2]
    days = _lasting(first, last)
    return days is not None and days > WRAPPED


def _lasting(first: End, last: End) -> int | None:
    """Days from one to the other, over the new year where the months ask for it."""
    month, day = first[1] or last[1], first[2]
    if not (month and day and last[1] and last[2]):
        return None
    end_year = last[0] or 2025
    wraps = first[0] is None and (month, day) > (last[1], last[2])
    start_year = first[0] or (end_year - 1 if wraps else end_year)
    sound = day <= monthrange(start_year, month)[1] and last[2] <= monthrange(end_year, last[1])[1]
    return (date(end_year, last[1], last[2]) - date(start_year, month, day)).days if sound else None


def check_lengths(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« du 6 au 9 novembre, soit six jours »; « de 2008 à 2013, pendant neuf ans »."""
    for laid in windows(article.text, _TOLD):
        for shape, strict in _lengths():
            for found in shape.finditer(laid):
                told = laid.figure(found, "told")
                first, last = _end(found, "a"), _end(found, "b")
                allowed = _allowed(first, last, found["unit"]) if first and last else None
                if not allowed or told.hedged or told.value <= 1:
                    continue
                low, high = allowed
                wrong = told.value > high or (strict and told.value < low)
                if wrong and low / FAR <= told.value <= high * FAR:
                    start, end = _placed(article, laid, found)
                    yield make(
                        "calendar.length",
                        article,
                        (start, end),
                        claims,
                        text=slice_of(article, (start, end)),
                        due=_due(low, high),
                        unit=found["unit"],
                        told=told.text,
                    )


def _due(low: Decimal, high: Decimal) -> str:
    """« 3 ou 4 », « de 4 à 6 »."""
    least, most = max(int(low), 1), int(high)
    if least == most:
        return str(least)
    return f"{least} ou {most}" if most - least == 1 else f"de {least} à {most}"


@remembered
def _lengths() -> tuple[tuple[Grammar, bool], ...]:
    """Periods with a duration; whether the duration is that of the whole of it."""
    months, weekdays = any_of("months"), any_of("weekdays")

    def day(end: str) -> str:
        return (
            rf"(?:{weekdays} )?(?P<{end}_day>\d{{1,2}}|1er)(?: (?P<{end}_month>{months})"
            rf"(?: (?P<{end}_year>(?:19|20)\d\d))?)?"
        )

    days = rf"\bdu {day('a')} au {day('b')}"
    years = r"(?:\bde|\bentre) (?P<a_year>(?:1[5-9]|20)\d\d) (?:a|et) (?P<b_year>(?:1[5-9]|20)\d\d)"
    career = (
        r"\b[a-z]+(?:e|i|u|t|s)(?:e|s|es)? en (?P<a_year>(?:1[5-9]|20)\d\d),? (?:et|puis) "
        r"[a-z]+(?:e|i|u|t|s)(?:e|s|es)? en (?P<b_year>(?:1[5-9]|20)\d\d)"
    )
    told = r"@told (?P<unit>jours|semaines|mois|ans|annees)\b(?! (?:de plus|de moins|ouvr))"
    other = rf"[^⟦⟧.;:]{{0,60}}{stems('periods', 'other')}"
    soit = rf",? (?:{stems('periods', 'soit')} )(?:pendant |durant )?{told}"
    lasted = rf",?(?: {stems('periods', 'lasted')}) {told}"
    during = rf"(?!{other})[^⟦⟧.;:]{{0,60}}\b{stems('periods', 'during')} {told}"
    after = rf"[^⟦⟧;:]{{0,60}}¶ {stems('periods', 'during')} {told}"
    tails = (
        (soit, "periods.soit", True),
        (lasted, "periods.lasted", True),
        (during, "periods.during", False),
        (after, "periods.during", False),
    )
    return tuple(
        (grammar(ends + tail, cue, *cues), strict)
        for ends, *cues in ((days, "du", "au"), (years, "year"), (career, "year"))
        for tail, cue, strict in tails
    )


def _allowed(first: End, last: End, unit: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most that a duration may be told as, for two ends."""
    if first[2] is None and first[0] and last[0]:
        span = last[0] - first[0]
        years = Decimal(max(span - 1, 1)), Decimal(span + 1)
        return years if span > 0 and unit in ("ans", "annees") else None
    days = _lasting(first, last)
    if days is None or days <= 0:
        return None
    if unit == "jours":
        # « Huit jours » are a week and « quinze jours » two.
        return Decimal(max(days - (days in (14, 16)), 1)), Decimal(days + 1 + (days in (6, 13)))
    size = {"semaines": 7, "mois": 30, "ans": 365, "annees": 365}[unit]
    if 2 * days < size:
        return None
    # Five weeks and a day are no six; five and a half may be.
    most = days // size + (days % size > size * OVER)
    return Decimal(max(days // size - 1, 0)) or Decimal(1) / 2, Decimal(most)


def _placed(article: Article, laid: Laid, found: re.Match[str]) -> tuple[int, int]:
    """From the first end of the period, as far as it can be placed, to the duration."""
    told = laid.figure(found, "told")
    text = plain(article.text[laid.start : told.start])
    first = found["a_day"] if "a_day" in found.groupdict() else found["a_year"]
    at = text.rfind(first) if first else -1
    at = text[: at - 1].rfind(" ") + 1 if at > 0 else at  # with « du », « de », « en »
    return (laid.start + at if at >= 0 else told.start), told.end + 1 + len(found["unit"])
