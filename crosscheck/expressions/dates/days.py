"""Days of the month, one or several.

>>> from crosscheck.expressions.dates.almanac import almanac
>>> day_at(tokenise("9 et 10 novembre 2024"), 0, None, almanac()).value.edtf
'2024-11-09/2024-11-10'
"""

from dataclasses import replace
from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import direction, entry
from crosscheck.expressions.dates.written import DAY_SUFFIXES, Written, written, year_number
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Period

__all__ = ["dated_side", "day_at", "span_value", "tokenise"]

_AFTER_DAY = frozenset(
    [".", ",", ";", ")", "peut", "pour", "lors", "dans", "par", "dernier", "courant"]
)
_COUNTED = frozenset(["h", "an", "moi", "km", "m", "kg", "min", "ha", "g", "l", "t", "j", "eur"])
"""Short words that a number counts: « mardi 12 h », « mardi 3 ans »."""
_SIGNS = frozenset("%€$£°")
_LINKS = {"et": "and", "au": "to", "-": "to", "–": "to", "à": "to", ",": "and", "ou": "and"}
ANNOUNCED = 2
"""The side of a day that a diary announces."""
HARDLY_OVER = 31
"""Days after which a day of the year, in a diary, is that of the next year."""
SHORT_WORD = 3
"""Words of so many letters after a day are verbs and prepositions: « mardi 24 au soir »."""
YEAR_REACH, YEARS_AHEAD = 14, 10
"""Words before a day among which its year is looked for, and how far ahead such a year may be."""
MONTHS_AROUND = range(-11, 12)
"""How many months from publication « jeudi 15 » is looked for."""


def day_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« lundi 23 juin 2025 », « 9 et 10 novembre », « jeudi 17 au samedi 19 avril »."""
    if tokens.is_figures(i) and not _may_be_day(tokens, i, words):
        return None
    found = written(tokens, i, words)
    if found is None or not _goes_on(tokens, i, found):
        return None
    chain = _chain(tokens, i, found, words)
    if not chain:
        return _without_month(tokens, i, found, published, words)
    last = _of_year_ahead(tokens, i, chain[-1], published, words)
    first = chain[0] if len(chain) > 1 else last
    side = dated_side(tokens, i, last, published, words)
    value = span_value(first, last, published, side)
    return Candidate("date", i, last.last, value, _number(tokens, i, words))


def _of_year_ahead(
    tokens: Tokens, i: int, day: Written, published: date | None, words: Almanac
) -> Written:
    """« Les élections de 2027 auront lieu le 11 avril »: the year to come that stands before."""
    if published is None or day.year or day.away is not None:
        return day
    for k in range(i - 1, max(i - YEAR_REACH, -1), -1):
        if tokens.word(k) in (BREAK, ".", ";", "!", "?"):
            break
        year = year_number(tokens, k)
        if year and published.year < year <= published.year + YEARS_AHEAD:
            told = direction(tokens, i, day.last, words) == 1
            return replace(day, year=year) if told else day
    return day


def _may_be_day(tokens: Tokens, i: int, words: Almanac) -> bool:
    """Whether figures may be those of a day, by the words next to them: most are not."""
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    if tokens.glued(i) and before in (".", ",", "/", "-"):
        return False
    if before in ("le", "du") or after in words.months or after in _LINKS:
        return True
    if after == "/" and tokens.word(i + 2)[:1].isalpha():
        return True  # « 01/août/2019 »
    return after in words.short_months or after in DAY_SUFFIXES or after == "jusqu'"


def _goes_on(tokens: Tokens, i: int, found: Written) -> bool:
    """Whether anything makes a day of a number: its month or weekday, a link, « le » before it."""
    if found.month is not None or found.weekday is not None:
        return True
    after = tokens.word(found.last)
    return after in _LINKS or after == "jusqu'" or tokens.word(i - 1) in ("le", "du")


def dated_side(
    tokens: Tokens, i: int, last: Written, published: date | None, words: Almanac
) -> int:
    """Which side of publication a day of a month is on: 1, -1, or 0 for the nearer.

    In a diary a day is to come unless it is hardly over; a weekday that does not fit is a slip.
    """
    told = words.after_weekday.starts_at(tokens, last.last)
    side = told[1].side if told else 0
    side = side or direction(tokens, i, last.last, words, strict=True)
    if side or published is None or last.month is None or not entry(tokens, words):
        return side
    nearest = cal.make_day(cal.nearest_year(last.month, last.day, published), last.month, last.day)
    hardly = nearest is not None and 0 < (published - nearest).days <= HARDLY_OVER
    return 0 if hardly else ANNOUNCED


def _number(tokens: Tokens, i: int, words: Almanac) -> tuple[int, int]:
    start = i + (tokens.word(i) in words.weekdays)
    return (start, start + 1)


def _chain(tokens: Tokens, i: int, found: Written | None, words: Almanac) -> list[Written]:
    """The days that share a month: « 9 », « 10 novembre 2024 »; empty when it comes to none."""
    chain: list[Written] = []
    between = tokens.word(i - 1) == "entre" or tokens.words[max(i - 2, 0) : i] == ("entre", "le")
    while found is not None and len(chain) < 6:
        chain.append(found)
        link, at = _link(tokens, found.last, between=between)
        if found.month is not None and link != "to":
            break
        if not link:
            return []
        following = written(tokens, at, words)
        if found.month is not None and (following is None or following.month is None):
            break
        if found.month is not None and found.year and tokens.word(found.last) in ("à", "et"):
            break
        found = following
    return chain if chain and chain[-1].month is not None else []


def _link(tokens: Tokens, k: int, *, between: bool) -> tuple[str, int]:
    """What joins two days at token `k`, « and » or « to », and where the second begins."""
    word = tokens.word(k)
    link = _LINKS.get(word, "")
    if word == "et" and between:
        link = "to"
    if word == "jusqu'" and tokens.word(k + 1) == "au":
        return "to", k + 2
    return link, k + 1 + (tokens.word(k + 1) == "le")


def span_value(first: Written, last: Written, published: date | None, side: int) -> Period:
    """The days from one to another, or one day; a missing year is that next to publication.

    `side` is 1 where the days are to come, -1 where they are past, 0 where nothing tells.
    """
    month = first.month or last.month
    if month is None or last.month is None:
        return Period("")
    weekday = last.weekday if first is last else None
    year = last.year or first.year
    if year is None and published is not None and last.away is not None:
        year = published.year + last.away
    if year is None and published is not None:
        year = _year_near(last, published, side)
    if year is None:
        return _masked(first, last, month, weekday)
    opening = first.year or (year - 1 if month > last.month else year)
    start_day = cal.make_day(opening, month, first.day)
    end_day = cal.make_day(year, last.month, last.day)
    if start_day is None or end_day is None or start_day > end_day:
        return Period("", weekday=weekday)
    return cal.day(start_day, weekday) if first is last else cal.days(start_day, end_day)


def _masked(first: Written, last: Written, month: int, weekday: int | None) -> Period:
    """A day of no known year: « XXXX-06-23 »."""
    assert last.month is not None
    start, end = (f"XXXX-{m:02}-{d:02}" for m, d in ((month, first.day), (last.month, last.day)))
    known = cal.make_day(2024, month, first.day) and cal.make_day(2024, last.month, last.day)
    edtf = start if first is last else f"{start}/{end}"
    return Period(edtf if known else "", weekday=weekday)


def _year_near(last: Written, published: date, side: int) -> int:
    """The year nearest to publication; of the years around, one whose weekday is that written.

    « samedi 21 septembre » in February is that of the coming autumn if the last was a Friday.
    """
    assert last.month is not None
    nearest = cal.nearest_year(last.month, last.day, published, side)
    if (last.month, last.day) == (2, 29):
        return min(_leap_years(published), key=lambda year: (abs(year - nearest), year))
    when = cal.make_day(nearest, last.month, last.day)
    if last.weekday is None or when is None or when.weekday() == last.weekday:
        return nearest
    # A day near publication is a slip of the weekday; one far from it, of another year.
    if abs((when - published).days) <= 90:
        return nearest
    for year in (published.year, published.year + 1, published.year - 1):
        other = cal.make_day(year, last.month, last.day)
        if other is None or (side == ANNOUNCED and other < published):
            continue
        if other.weekday() == last.weekday:
            return year
    return nearest


def _leap_years(published: date) -> list[int]:
    around = range(published.year - 8, published.year + 9)
    return [year for year in around if cal.make_day(year, 2, 29)]


def _without_month(
    tokens: Tokens, i: int, found: Written, published: date | None, words: Almanac
) -> Candidate | None:
    """« mardi 24 », « entamée le 6. », « du 13 au 18 »: days whose month nobody wrote."""
    run = _run(tokens, i, found, words)
    if run is not None:
        first, last = found, run
    elif _day_of_week(tokens, found) or _day_alone(tokens, i, found, words):
        first = last = found
    else:
        return None
    if published is None:
        if tokens.word(i + 1) == "er" and run is None and not tokens.has(i + 2):
            return None  # « le 1er » alone is rather a place in a row
        return Candidate("date", i, last.last, Period(""), _number(tokens, i, words))
    side = direction(tokens, i, last.last, words)
    when = _in_some_month(first, published, side)
    if when is None:
        # « jeudi 33 », « lundi 7 » of no month: the weekday alone is read.
        return None
    end = when if last is first else _next_such_day(when, last.day)
    value = cal.days(when, end) if end else Period("")
    return Candidate("date", i, last.last, value, _number(tokens, i, words))


def _run(tokens: Tokens, i: int, found: Written, words: Almanac) -> Written | None:
    """The last day of « du 13 au 18 », where nothing is counted after it."""
    du = tokens.word(i - 1) == "du" and tokens.word(found.last) == "au"
    between = tokens.words[max(i - 2, 0) : i] == ("entre", "le") and tokens.word(found.last) == "et"
    if not du and not between:
        return None
    at = found.last + 1 + (tokens.word(found.last + 1) == "le")
    second = written(tokens, at, words)
    if second is None or second.month is not None or second.day <= found.day:
        return None
    return second if tokens.word(second.last) in (*_AFTER_DAY, "", "!", "?", "\n") else None


def _day_of_week(tokens: Tokens, found: Written) -> bool:
    """« mardi 24, », « jeudi 15 à 8 h »; not « mardi 24 personnes », « mardi sept textes »."""
    after = tokens.word(found.last)
    if found.weekday is None or "," in tokens.words[found.last - 2 : found.last]:
        return False
    small = len(after) <= SHORT_WORD and plain(after) not in _COUNTED
    return not (after[:1].isalpha() or after in _SIGNS) or small or after in _AFTER_DAY


def _day_alone(tokens: Tokens, i: int, found: Written, words: Almanac) -> bool:
    """« entamée le 6. », and « le 16 à 18 h » in a diary."""
    if not tokens.is_figures(i) or tokens.word(i - 1) not in ("le", "du"):
        return False
    last = found.last
    if entry(tokens, words):
        return tokens.word(last) in ("", "à", "vers", "plutôt", "jusqu'", ".")
    if tokens.word(i - 1) != "le" or tokens.word(i - 2) == "dans":
        return False
    if tokens.word(last) == "," and tokens.word(last + 1) in words.lexicon.addresses:
        return False
    part = tokens.word(last) == "au" and tokens.word(last + 1) in words.hours.ends
    return tokens.word(last) in _AFTER_DAY or part


def _in_some_month(found: Written, published: date, side: int) -> date | None:
    """The day nearest to publication with that number, and that weekday if one is written.

    The last one, unless the words say that it is to come.
    """
    days = []
    for away in MONTHS_AROUND:
        month = cal.shifted(published.replace(day=1), months_away=away)
        when = cal.make_day(month.year, month.month, found.day) if month else None
        if when is not None and found.weekday in (None, when.weekday()):
            days.append(when)
    coming = [day for day in days if day >= published]
    past = [day for day in days if day <= published]
    if side > 0:
        return coming[0] if coming else None
    if found.weekday is not None and side == 0:
        return min(days, key=lambda day: (abs((day - published).days), day), default=None)
    return past[-1] if past else None


def _next_such_day(when: date, number: int) -> date | None:
    return cal.make_day(when.year, when.month, number)
