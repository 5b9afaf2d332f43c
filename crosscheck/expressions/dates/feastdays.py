"""The feasts of the rules, and on which day of a year each falls.

>>> feast_day(Feast(easter=0), 2025)
datetime.date(2025, 4, 20)
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from crosscheck.expressions.phrases import Phrases
from crosscheck.expressions.tokens import tokenise
from crosscheck.expressions.wordlists import integers, listed, texts, wrong
from crosscheck.rules import remembered, table

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by what fixes its day: one of the four is told."""

    day: MonthDay | None = None
    """Month and day."""
    easter: int | None = None
    """Days from Easter Sunday."""
    sunday: MonthDay | None = None
    """Month, and which of its Sundays; -1 for the last."""
    advent: int | None = None
    """Which of the four Sundays before Christmas."""
    article: frozenset[str] = field(default_factory=frozenset)
    """One of these must stand before it; empty where none need."""


@dataclass(frozen=True, slots=True)
class FeastWords:
    """Every word list of feasts, checked."""

    names: Phrases[Feast]
    hyphened: frozenset[MonthDay]
    """Days written as names: « 14-Juillet »."""
    eves: Phrases[int]
    """« veille »: how many days from the day named after it."""
    nouns: frozenset[str]
    """« jour de Noël » is a day, « marché de Noël » none."""
    titles: frozenset[str]
    """« père Noël » is no day."""
    other_calendars: frozenset[str]
    """« Nouvel An chinois » is another day."""
    begun_the_evening_before: Phrases[bool]
    """« le soir de Noël » is that of the day before."""
    places: frozenset[str]
    """« avenue du 8 mai »."""
    capital_places: frozenset[str]
    """The same where they have a capital: « Mouvement du 23 mars »."""
    entry_words: frozenset[str]


@remembered
def feast_words() -> FeastWords:
    """The words of the rules in use; `RuleError` on a mistake."""
    names = _names()
    said = {word for name in names for word in tokenise(name).words}
    nouns = listed("feasts", "nouns")
    return FeastWords(
        names=Phrases(names),
        hyphened=frozenset(_month_days("hyphened").values()),
        eves=Phrases(integers("feasts", "eves")),
        nouns=frozenset(nouns),
        titles=frozenset(listed("feasts", "titles")),
        other_calendars=frozenset(listed("feasts", "other_calendars")),
        begun_the_evening_before=Phrases(dict.fromkeys(listed("feasts", "evenings"), True)),
        places=frozenset(listed("feasts", "places")),
        capital_places=frozenset(listed("feasts", "places", "with_capital")),
        entry_words=frozenset(said | set(nouns)),
    )


def _names() -> dict[str, Feast]:
    articles = {
        word: frozenset((*told.split(), "prochaine", "dernière"))
        for word, told in texts("feasts", "articles").items()
    }
    made = {word: Feast(day=day) for word, day in _month_days("feasts").items()}
    made |= {word: Feast(easter=away) for word, away in integers("feasts", "easter").items()}
    made |= {word: Feast(sunday=row) for word, row in _sundays().items()}
    made |= {word: Feast(advent=row) for word, row in integers("feasts", "advent").items()}
    for word in articles:
        if word not in made:
            raise wrong("feasts", f"articles.{word}", word, "le nom d'une fête")
    none: frozenset[str] = frozenset()
    return {
        word: Feast(f.day, f.easter, f.sunday, f.advent, articles.get(word, none))
        for word, f in made.items()
    }


def _month_days(key: str) -> dict[str, MonthDay]:
    found = {}
    for word, value in table("feasts", key).items():
        if not (isinstance(value, list) and len(value) == 2 and _date(2024, *value)):
            raise wrong("feasts", f"{key}.{word}", value, "un mois et un jour, [12, 25]")
        found[word] = (value[0], value[1])
    return found


def _date(year: int, month: object, number: object) -> date | None:
    """The day, or `None` where a rules file tells of one that is none."""
    if not isinstance(month, int) or not isinstance(number, int):
        return None
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def _sundays() -> dict[str, MonthDay]:
    found = {}
    for word, value in table("feasts", "sundays").items():
        pair = isinstance(value, list) and len(value) == 2
        if not (pair and _date(2024, value[0], 1) and value[1] in (-1, 1, 2, 3, 4)):
            raise wrong("feasts", f"sundays.{word}", value, "un mois et un rang, [6, 3]")
        found[word] = (value[0], value[1])
    return found


def feast_day(feast: Feast, year: int) -> date | None:
    """The day on which a feast falls in a year; `None` beyond the years of the press."""
    if not 1600 <= year <= 2200:
        return None
    if feast.day is not None:
        return _date(year, *feast.day)
    if feast.easter is not None:
        return easter(year) + timedelta(days=feast.easter)
    if feast.sunday is not None:
        return _sunday(year, *feast.sunday)
    christmas = date(year, 12, 25)
    fourth = christmas - timedelta(days=christmas.weekday() + 1)
    return fourth - timedelta(days=7 * (4 - (feast.advent or 4)))


def _sunday(year: int, month: int, place: int) -> date:
    """The so-manieth Sunday of a month; the feast of mothers gives way to Pentecost."""
    if place > 0:
        first = date(year, month, 1)
        return first + timedelta(days=6 - first.weekday() + 7 * (place - 1))
    following = date(year + month // 12, month % 12 + 1, 1)
    last = following - timedelta(days=following.weekday() + 1)
    return last + timedelta(days=7) if last == easter(year) + timedelta(days=49) else last


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar: `easter(2024)` is 31 March.

    The reckoning of Meeus: the first Sunday after the first full moon of spring.
    """
    moon = year % 19
    hundreds = year // 100
    leap = hundreds - hundreds // 4 - (8 * hundreds + 13) // 25
    epact = (19 * moon + leap + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - moon) // 11))
    weekday = (year + year // 4 + epact + 2 - hundreds + hundreds // 4) % 7
    away = epact - weekday
    month = 3 + (away + 40) // 44
    return date(year, month, away + 28 - 31 * (month // 4))
