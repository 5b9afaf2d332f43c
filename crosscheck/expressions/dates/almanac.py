"""The words of the calendar, and days made of numbers.

>>> almanac().months["juin"]
6
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.expressions.dates.feastdays import feast_words
from crosscheck.expressions.dates.hours import Hours, hours
from crosscheck.expressions.dates.periods import periods
from crosscheck.expressions.lexicon import Lexicon, integers, lexicon, listed, rows, texts
from crosscheck.expressions.phrases import Phrases, plain
from crosscheck.expressions.tokens import tokenise
from crosscheck.rules import remembered, table
from crosscheck.values import Period

FIRST_YEAR, LAST_YEAR = 1000, 2200
"""Four figures beyond these are no year of the press."""


@dataclass(frozen=True, slots=True)
class Season:
    """EDTF code, first and last month."""

    code: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AfterWeekday:
    """What words after a weekday make of it: « prochain », « de la semaine dernière »."""

    side: int = 0
    """-1 for the last such day before publication, 1 for the next after it."""
    week: int | None = None
    """Which week it is of, counted from that of publication."""
    weeks: int = 0
    """So many weeks after the next such day: « lundi en huit »."""
    follows: bool = False
    """Counted from the day last named: « le mardi suivant »."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The words around two dates that make one run of them."""

    opening: Phrases[bool]
    """« de », after whose date one of `to` leads to the second."""
    to: Phrases[bool]
    between: Phrases[bool]
    """« entre », after whose date one of `both` leads to the second."""
    both: Phrases[bool]
    moved: tuple[str, ...]
    """First letters of verbs that make two dates of it: « reporté de lundi à mardi »."""


@dataclass(frozen=True, slots=True)
class Almanac:
    """Every word list of dates, checked."""

    lexicon: Lexicon
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    after_weekday: Phrases[AfterWeekday]
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    seasons: Mapping[str, Season]
    relative: Phrases[bool]
    """All that tells a day or a period from another, to see at once where none stands."""
    relative_days: Phrases[int]
    present: Phrases[bool]
    fillers: Phrases[bool]
    """Between « il y a » and a number: « maintenant »."""
    following: Phrases[tuple[str, int]]
    """Periods told from the one last named: its unit (« day », « week », …) and how many away."""
    windows: Phrases[int]
    """« derniers », « à venir »: -1 for what is before publication, 1 for what comes after."""
    later: Phrases[int]
    """« plus tard », « avant »: 1 or -1."""
    open_ends: Phrases[str]
    """« until », « before », « since » or « after »."""
    opened_after: Phrases[str]
    """The same after a date: « ou plus tard »."""
    parts: frozenset[str]
    runs: Runs
    relative_periods: Phrases[tuple[str, int]]
    openers: Phrases[bool]
    until: Phrases[bool]
    """Right before a day, these say that it is to come: « jusqu'au »; `before` may."""
    before: Phrases[bool]
    future: Phrases[bool]
    since: Phrases[bool]
    past: Phrases[bool]
    not_future: frozenset[str]
    to_be: frozenset[str]
    no_participle: frozenset[str]
    """Behind these and `to_be` it is a noun (« une tournée en mai »), or not done yet."""
    hours: Hours
    entry_words: frozenset[str]
    """What a diary's entry may hold beside figures: « vendredi », « à », « matin »."""


def _flags(key: str, inner: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(listed("calendar", key, inner), True))


@remembered
def almanac() -> Almanac:
    """The calendar words of the rules in use; `RuleError` on a mistake."""
    season = {"code": int, "from": int, "to": int}
    periods = rows("calendar", "relative_periods", {"unit": str, "away": int})
    following = rows("calendar", "following", {"unit": str, "away": int})
    after = rows(
        "calendar",
        "after_weekday",
        {"side": [int], "week": [int], "weeks": [int], "follows": [bool]},
    )
    return Almanac(
        lexicon=lexicon(),
        weekdays=integers("calendar", "weekdays"),
        short_weekdays=integers("calendar", "short_weekdays"),
        after_weekday=Phrases({w: AfterWeekday(**row) for w, row in after.items()}),
        months=integers("calendar", "months"),
        short_months=integers("calendar", "short_months"),
        seasons={
            word: Season(row["code"], row["from"], row["to"])
            for word, row in rows("calendar", "seasons", season).items()
        },
        relative=Phrases(dict.fromkeys(_relative(), True)),
        relative_days=Phrases(integers("calendar", "relative_days")),
        present=_flags("present", "words"),
        fillers=_flags("fillers", "words"),
        following=Phrases({w: (r["unit"], r["away"]) for w, r in following.items()}),
        windows=Phrases(integers("calendar", "windows")),
        later=Phrases(integers("calendar", "later")),
        open_ends=Phrases(_open_ends()),
        opened_after=Phrases(texts("calendar", "opened_after")),
        parts=frozenset(listed("calendar", "parts")),
        runs=_runs(),
        relative_periods=Phrases({w: (r["unit"], r["away"]) for w, r in periods.items()}),
        openers=_flags("openers", "words"),
        until=_flags("directions", "until"),
        before=_flags("directions", "before"),
        since=_flags("directions", "since"),
        future=_flags("directions", "future"),
        past=_flags("directions", "past"),
        not_future=frozenset(listed("calendar", "directions", "not_future")),
        to_be=frozenset(listed("calendar", "directions", "to_be")),
        no_participle=frozenset(listed("calendar", "directions", "no_participle")),
        hours=hours(),
        entry_words=_entry_words(),
    )


def _runs() -> Runs:
    lists = {key: _flags("runs", key) for key in ("opening", "to", "between", "both")}
    return Runs(**lists, moved=listed("calendar", "runs", "moved"))


def _relative() -> list[str]:
    keys = ("relative_days", "following", "relative_periods")
    tables = [phrase for key in keys for phrase in table("calendar", key)]
    return [*tables, *listed("calendar", "present", "words")]


def _open_ends() -> dict[str, str]:
    ends = ("until", "before", "since", "after")
    return {word: end for end in ends for word in listed("calendar", "open_ends", end)}


def _entry_words() -> frozenset[str]:
    """Every word of the calendar and of the numbers, and the small words between them."""
    found = set(listed("calendar", "entries", "words"))
    keys = ("weekdays", "months", "short_months", "seasons", "relative_days",
            "following", "relative_periods")  # fmt: skip
    for key in (*keys, "short_weekdays", "after_weekday", "windows", "later"):
        for phrase in table("calendar", key):
            found.update(tokenise(phrase).words)
    found.update(periods().entry_words, feast_words().entry_words, hours().entry_words)
    found.update(listed("calendar", "parts"), lexicon().cardinals, lexicon().ordinals)
    return frozenset(found | {plain(word) for word in found})


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or `None` where there is no such day: `make_day(2025, 2, 30)`."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError, TypeError):
        return None


def _told(year: int) -> bool:
    """Whether a year is one that the press tells of; beyond, a period stays empty."""
    return FIRST_YEAR <= year <= LAST_YEAR


def day(when: date, weekday: int | None = None) -> Period:
    """One day as a period: `day(date(2025, 6, 23)).edtf` is « 2025-06-23 »."""
    return Period(when.isoformat(), when, when, weekday)


def days(first: date, last: date) -> Period:
    """A run of days, `first` to `last`."""
    if first == last:
        return day(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last)


def weekend(saturday: date) -> Period:
    """The week-end of a Saturday, from Friday at six as Duckling has it; compared by its two days.

    `weekend(date(2025, 6, 21)).edtf` is « 2025-06-20T18:00/2025-06-23T00:00 ».
    """
    friday, sunday = saturday - timedelta(days=1), saturday + timedelta(days=1)
    monday = sunday + timedelta(days=1)
    edtf = f"{friday.isoformat()}T18:00/{monday.isoformat()}T00:00"
    return Period(edtf, friday, sunday, of=days(saturday, sunday))


def month(year: int, number: int) -> Period:
    """A month: `month(2025, 6).edtf` is « 2025-06 »."""
    if not _told(year):
        return Period("")
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04}-{number:02}", date(year, number, 1), date(year, number, last))


def run_of_months(first: tuple[int, int], last: tuple[int, int]) -> Period:
    """Months from (year, month) to another; empty where they stand the wrong way round.

    `run_of_months((2025, 1), (2025, 3)).edtf` is « 2025-01/2025-03 ».
    """
    if first > last:
        return Period("")
    one, other = month(*first), month(*last)
    if one.first is None or other.last is None:
        return Period("")
    return one if first == last else Period(f"{one.edtf}/{other.edtf}", one.first, other.last)


def year(number: int) -> Period:
    """A year: `year(2025).edtf` is « 2025 »."""
    if not _told(number):
        return Period("")
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def years(first: int, last: int) -> Period:
    """A run of years: `years(1998, 2006).edtf` is « 1998/2006 »."""
    if not _told(first) or not _told(last):
        return Period("")
    return Period(f"{first:04}/{last:04}", date(first, 1, 1), date(last, 12, 31))


def season(number: int, which: Season) -> Period:
    """A season: the summer of 2025 is « 2025-22 »; a winter is named by the year it begins in."""
    last_year = number + (which.last < which.first)
    if not _told(number) or not _told(last_year):
        return Period("")
    end = calendar.monthrange(last_year, which.last)[1]
    edtf = f"{number:04}-{which.code}"
    return Period(edtf, date(number, which.first, 1), date(last_year, which.last, end))


def nearest_year(month_number: int, day_number: int, published: date, direction: int = 0) -> int:
    """The year that puts a day nearest to publication; on one side of it where `direction` says.

    >>> nearest_year(1, 5, date(2025, 12, 20))
    2026
    """
    options = [published.year + k for k in (-1, 0, 1)]
    made = [
        (y, make_day(y, month_number, day_number) or make_day(y, month_number, 28)) for y in options
    ]
    dated = [(y, d) for y, d in made if d is not None]
    sided = [(y, d) for y, d in dated if (d - published).days * direction >= 0] or dated
    return min(sided, key=lambda row: (abs((row[1] - published).days), row[0]))[0]


def shifted(when: date, *, days_away: int = 0, months_away: int = 0) -> date | None:
    """A day so many days or months away; the last of the month where it has no such day."""
    try:
        if not months_away:
            return when + timedelta(days=days_away)
        total = when.year * 12 + when.month - 1 + months_away
        number, month_number = divmod(total, 12)
        last = calendar.monthrange(number, month_number + 1)[1]
        return date(number, month_number + 1, min(when.day, last))
    except (ValueError, OverflowError):
        return None
