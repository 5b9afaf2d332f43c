"""What keeps two claims apart by the times that they tell of, or when their articles came out."""

from datetime import date

from crosscheck.claims.lexicon import word_set
from crosscheck.matching.nearness import admits, same_value, size_ratio
from crosscheck.matching.slips import one_part
from crosscheck.models import Claim, Subject
from crosscheck.values import Period

APART_DAYS = 45
"""Days between two dates from which they tell of two events, unless day and month are the same."""
ARCHIVE_DAYS = 90
"""Days between two articles from which their figures are of two times."""
LONG_BETWEEN = "articles parus"
"""How the reason begins that keeps figures of two years apart."""
ALIKE = 0.8
"""Ratio from which two figures of different times are still one figure, rounded or hedged."""
LONG_AGO = 200
"""Days from a named day to the time that another passage tells of, from which they are two."""
MONTH = 31
"""Days up to which a period may hold a day whose year is not told."""
YEAR = 4
"""Digits of a bare year."""
THEN = "d'alors"
"""The scope of « 58 ans alors »."""
STAGES = frozenset({"provisoire", "definitif"})
"""Scopes of figures of which the one comes after the other."""


def periods_apart(mine: Claim, theirs: Claim) -> str:
    one, other = mine.value, theirs.value
    assert isinstance(one, Period)
    assert isinstance(other, Period)
    if bool(one.clock) != bool(other.clock):
        return "une heure, un jour"
    if not same_value(mine, theirs) and _named_events_apart(mine, theirs):
        return "dates de deux faits"
    if not same_value(mine, theirs) and _years_of_two(mine, theirs):
        return "des années de deux noms"
    masked = [p for p in (one, other) if p.first is None]
    spans = [p for p in (one, other) if p.first and p.last and (p.last - p.first).days > MONTH]
    if masked and spans:
        return "année inconnue"  # « 1954 » admits a 21 July without saying so
    gap = _gap((one.first, one.last), (other.first, other.last))
    if gap > APART_DAYS and one.edtf[-5:] != other.edtf[-5:] and not one_part(mine, theirs):
        return f"événements différents : {one.edtf}, {other.edtf}"
    return ""


def _named_events_apart(one: Claim, other: Claim) -> bool:
    """« signés le 23 juin », « la visite de juin »: each names what it dates, and not the same."""
    events = word_set("synonyms", "events")
    mine, theirs = one.subject.action, other.subject.action
    return mine != theirs and mine in events and theirs in events


def _years_of_two(one: Claim, other: Claim) -> bool:
    """« depuis Bill Clinton en 1996 », « depuis Jimmy Carter, en 1976 »: a year right beside a name
    is of what that one did.
    """
    years = all(isinstance(c.value, Period) and len(c.value.edtf) == YEAR for c in (one, other))
    apart = one.subject.actors.isdisjoint(other.subject.actors)
    return years and apart and all(beside(c.subject) for c in (one, other))


def beside(subject: Subject) -> bool:
    """Whether a name that is no place stands right beside the value."""
    names = subject.actors - subject.place
    return any(word in names for word, distance in subject.near if distance <= 1)


def _gap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> int:
    """Days between two periods; 0 when they touch, or when one is unknown."""
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return 0
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def events_apart(one: Claim, other: Claim) -> str:
    if one.subject.time is None or other.subject.time is None or one.kind == "duration":
        return ""  # a term of two years is told beside its first day or its last
    if _gap(one.subject.time, other.subject.time) <= APART_DAYS:
        return ""
    return f"événements différents : {one.subject.time[0]}, {other.subject.time[0]}"


def long_ago(one: Claim, other: Claim) -> str:
    """« le 15 juin 2019, devant 19 300 spectateurs », in a story of 2025; « 58 ans alors »."""
    if same_value(one, other):
        return ""
    if (THEN in one.subject.scope) != (THEN in other.subject.scope):
        return "d'un autre temps : « alors »"
    for past, now in ((one.subject, other.subject), (other.subject, one.subject)):
        day, era = past.time, now.era
        if day is None or era is None or (day[1] - day[0]).days > MONTH:
            continue
        if (era[0] - day[1]).days > LONG_AGO:
            return f"événements différents : {day[0]}, {era[0]}"
    return ""


def long_between(one: Claim, other: Claim, days: tuple[date | None, date | None]) -> str:
    """Figures of articles that came out months apart: they moved, unless both can be true or are
    said to be provisional or final.
    """
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= ARCHIVE_DAYS:
        return ""
    if one.kind == "date" or (admits(one, other) and size_ratio(one, other) >= ALIKE):
        return ""
    if (one.subject.scope | other.subject.scope) & STAGES:
        return ""
    return f"{LONG_BETWEEN} à plusieurs mois d'écart : {days[0]}, {days[1]}"
