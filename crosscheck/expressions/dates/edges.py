"""Parts of a month, a week, a year: « fin mars », « mi-2027 », « début du XXe siècle ».

The part is the value; the month or year stays as `of`, by which sources are compared, since where
the end of a year begins is our reading.

>>> from crosscheck.expressions.dates.almanac import almanac
>>> edged_at(tokenise("fin mars 2013"), 0, None, almanac()).value.edtf
'2013-03-21/2013-03-31'
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import direction, verb_before
from crosscheck.expressions.dates.months import named_month, near_year
from crosscheck.expressions.dates.periods import Band, Periods, periods
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.dates.years import century_named, counted_next, decade_named
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["edged_at", "month_part", "tokenise"]

_OF = frozenset(["de", "d'", "du", "des"])
_DETERMINERS = frozenset(["le", "la", "l'", "les", "ce", "cet", "cette"])
_UNITS = {"mois": "bare_month", "année": "turn", "annee": "turn", "an": "turn", "semaine": "week"}


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where an edge begins, where what it is the edge of begins, and how that is joined to it."""

    first: int
    last: int
    """The token after « fin »."""
    at: int
    """The token after « de la »."""
    linked: bool
    told: bool
    """Whether an article stands before the noun: « fin de la semaine », not « fin de semaine »."""


def edged_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """The part of a period that begins with the edge at token `i`: « fin », « début », « mi- »."""
    lists = periods()
    found = lists.opening.starts_at(tokens, i)
    if found is None:
        return None
    edge = _edge(tokens, i, found[0])
    return (
        _of_month(tokens, edge, published, words, lists)
        or _of_year(tokens, edge, words, lists)
        or _of_years(tokens, edge, words, lists)
        or _of_this(tokens, edge, published, words, lists)
    )


def _edge(tokens: Tokens, i: int, last: int) -> _Edge:
    at = last
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        return _Edge(i, last, at + 1, False, False)
    linked = tokens.word(at) in _OF
    told = tokens.word(at) in ("du", "des")
    at += linked
    if linked and tokens.word(at) in _DETERMINERS:
        told, at = True, at + 1
    return _Edge(i, last, at, linked, told)


def _band(tokens: Tokens, edge: _Edge, unit: str, lists: Periods) -> Band | None:
    """What part of such a period the edge is."""
    found = lists.edges[unit].starts_at(tokens, edge.first)
    return found[1] if found is not None and found[0] == edge.last else None


def _of_month(
    tokens: Tokens, edge: _Edge, published: date | None, words: Almanac, lists: Periods
) -> Candidate | None:
    """« fin mars », « début du mois d'avril 2024 », « mi-décembre »."""
    month = named_month(tokens, edge.at, words)
    band = _band(tokens, edge, "month", lists)
    if month is None or band is None or (month.short and month.year is None):
        return None
    if edge.told and tokens.word(edge.at) != "mois":
        return None
    year = month.year
    if year is None and published is not None:
        year = near_year(tokens, edge.first, month, published, words)
    value = month_part(year, month.number, band)
    return Candidate("date", edge.first, month.last, value)


def month_part(year: int | None, number: int, band: Band) -> Period:
    """Days of a month, which stays as `of`: `month_part(2013, 3, (21, 31))`; all of it is it."""
    whole = cal.month(year, number) if year is not None else Period(f"XXXX-{number:02}")
    length = calendar.monthrange(year if whole.first and year else 2024, number)[1]
    first, last = band[0], min(band[1], length)
    if not whole.edtf or (first, last) == (1, length):
        return whole
    if whole.first is None:
        stem = whole.edtf
        return Period(f"{stem}-{first:02}/{stem}-{last:02}", of=whole)
    days = cal.days(whole.first.replace(day=first), whole.first.replace(day=last))
    return Period(days.edtf, days.first, days.last, of=whole)


def _of_year(tokens: Tokens, edge: _Edge, words: Almanac, lists: Periods) -> Candidate | None:
    """« fin 2024 », « à la fin de 2000 », « début de l'année 2012 », « mi-2027 »."""
    at = edge.at + (tokens.word(edge.at) in ("année", "annee", "an"))
    year = year_number(tokens, at)
    band = _band(tokens, edge, "year", lists)
    if year is None or band is None or (edge.told and at == edge.at):
        return None
    if counted_next(tokens, at + 1, words) or _runs_on(tokens, at + 1):
        return None
    return Candidate("date", edge.first, at + 1, _months(cal.year(year), year, band), (at, at + 1))


def _runs_on(tokens: Tokens, k: int) -> bool:
    """Whether figures go on: « fin 2024-2025 »."""
    joined = tokens.word(k) in ("-", "–", "/") and tokens.glued(k) and tokens.glued(k + 1)
    return joined and tokens.is_figures(k + 1)


def _months(whole: Period, year: int, band: Band) -> Period:
    """So many months of a year, which stays as `of`."""
    if not whole.edtf or band == (1, 12):
        return whole
    part = cal.run_of_months((year, band[0]), (year, min(band[1], 12)))
    return Period(part.edtf, part.first, part.last, of=whole)


def _of_years(tokens: Tokens, edge: _Edge, words: Almanac, lists: Periods) -> Candidate | None:
    """« début des années 1990 », « au milieu du XXe siècle »."""
    for unit, reader in (("decade", decade_named), ("century", century_named)):
        found = reader(tokens, edge.at, words)
        band = _band(tokens, edge, unit, lists)
        if found is None or band is None or not edge.linked:
            continue
        whole, last = found
        if whole.first is None:
            return None
        start = whole.first.year - 1
        part = cal.years(start + band[0], start + band[1])
        if part.first is None or (part.first, part.last) == (whole.first, whole.last):
            return Candidate("date", edge.first, last, whole)
        return Candidate(
            "date", edge.first, last, Period(part.edtf, part.first, part.last, of=whole.of or whole)
        )
    return None


def _of_this(
    tokens: Tokens, edge: _Edge, published: date | None, words: Almanac, lists: Periods
) -> Candidate | None:
    """« fin du mois », « en fin d'année », « au début de la semaine prochaine »."""
    unit = _UNITS.get(tokens.word(edge.at))
    band = _band(tokens, edge, unit, lists) if unit else None
    if unit is None or band is None:
        return None
    if edge.at == edge.last and tokens.word(edge.at + 1) not in lists.shifts:
        return None
    if not edge.told and tokens.word(edge.first - 1) not in lists.before_bare:
        return None
    k = edge.at + 1
    after = tokens.word(k)
    if plain(after) in lists.other_years or after in lists.hanging or after in _OF:
        return None
    away = lists.shifts.get(after)
    last = k + (away is not None)
    # « depuis le début de l'année » tells how far a count goes back and claims no date.
    since = words.open_ends.ends_at(tokens, edge.first)
    hanging = unit == "week" or (unit == "turn" and since is not None and since[1] == "since")
    if published is None:
        return Candidate("date", edge.first, last, Period(""), hanging=hanging)
    value = _part(unit, away or 0, band, published)
    if away is None and value.first is not None and value.last is not None:
        side = direction(tokens, edge.first, last, words)
        if side < 0:  # « L'accord, signé en 2018, expire à la fin de l'année »
            side = verb_before(tokens, edge.first, words)
        if (side < 0 and value.first > published) or (side > 0 and value.last < published):
            value = _part(unit, side, band, published)
    return Candidate("date", edge.first, last, value, hanging=hanging)


def _part(unit: str, away: int, band: Band, published: date) -> Period:
    """Part of the month, year or week so many away from that of publication."""
    if unit == "turn":
        year = published.year + away
        return _months(cal.year(year), year, band)
    if unit == "bare_month":
        when = cal.shifted(published, months_away=away)
        return month_part(when.year, when.month, band) if when else Period("")
    monday = cal.shifted(published, days_away=7 * away - published.weekday())
    if monday is None or monday > date.max - timedelta(days=7):
        return Period("")
    whole = cal.days(monday, monday + timedelta(days=6))
    days = cal.days(monday + timedelta(days=band[0] - 1), monday + timedelta(days=band[1] - 1))
    return Period(days.edtf, days.first, days.last, of=whole)
