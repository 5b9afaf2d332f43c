"""Days of the month and of the week, one or several.

>>> from crosscheck.expressions.almanac import almanac
>>> day_at(tokenise("9 et 10 novembre 2024"), 0, None, almanac()).value.edtf
'2024-11-09/2024-11-10'
"""

from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.expressions import almanac as cal
from crosscheck.expressions.almanac import Almanac
from crosscheck.expressions.directions import direction
from crosscheck.expressions.numerals import read_numeral
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["dashed_date", "day_at", "slashed_day", "tokenise", "weekday_at"]

_AFTER_DAY = frozenset(
    [".", ",", ";", ")", "peut", "pour", "lors", "dans", "par", "dernier", "courant"]
)
_LINKS = {"et": "and", "au": "to", "-": "to", "–": "to", "à": "to", ",": "and", "ou": "and"}


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written: « mardi 3 mars 2015 », with what of it is missing."""

    last: int
    day: int
    month: int | None
    year: int | None
    weekday: int | None


def _written(tokens: Tokens, i: int, words: Almanac) -> Written | None:
    """The day that begins at token `i`, with its weekday, month and year as far as they stand."""
    weekday = words.weekdays.get(tokens.word(i))
    k = i + (weekday is not None)
    if weekday is not None and tokens.word(k) in (",", "le"):
        k += 1
    number = _day_number(tokens, k, words)
    if number is None:
        return None
    value, k = number
    if tokens.word(k) == "-" and tokens.glued(k):
        k += 1 if tokens.word(k + 1) in words.months else 0
    month = words.months.get(tokens.word(k))
    if month is None:
        month = words.short_months.get(tokens.word(k)) if tokens.is_figures(k - 1) else None
        if month is None:
            return Written(k, value, None, None, weekday)
        k += tokens.word(k + 1) == "." and (tokens.is_figures(k + 2) or not tokens.capital(k + 2))
    k += 1
    year = year_number(tokens, k)
    return Written(k + (year is not None), value, month, year, weekday)


def _day_number(tokens: Tokens, k: int, words: Almanac) -> tuple[int, int] | None:
    """A number from 1 to 31, « 1er » and « premier » too, and the token after it."""
    word = tokens.word(k)
    if word == "premier":
        return 1, k + 1
    if tokens.is_figures(k):
        if len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        if tokens.word(k + 1) == "er" and tokens.glued(k + 1) and int(word) == 1:
            return 1, k + 2
        glued = tokens.glued(k + 1) and tokens.word(k + 1)[:1].isalpha()
        return None if glued else (int(word), k + 1)
    numeral = read_numeral(tokens, k, words.lexicon) if word.isalpha() else None
    if numeral is None or numeral.vague or numeral.ordinal or numeral.scaled:
        return None
    if numeral.bare_one or not 1 <= numeral.low <= 31:
        return None
    return int(numeral.low), numeral.last


def year_number(tokens: Tokens, k: int) -> int | None:
    """Four figures at token `k` that can be a year."""
    word = tokens.word(k)
    if not tokens.is_figures(k) or len(word) != 4:
        return None
    after = tokens.word(k + 1)
    if tokens.glued(k + 1) and (after[:1].isalpha() or after in ("'", "%")):
        return None
    return int(word) if cal.FIRST_YEAR <= int(word) <= cal.LAST_YEAR else None


def day_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« lundi 23 juin 2025 », « 9 et 10 novembre », « jeudi 17 au samedi 19 avril »."""
    if tokens.is_figures(i) and tokens.glued(i) and tokens.word(i - 1) in (".", ",", "/", "-"):
        return None
    chain = _chain(tokens, i, words)
    if not chain:
        return _day_alone(tokens, i, published, words)
    first, last = chain[0], chain[-1]
    if last.month is None:
        return None
    side = direction(tokens, i, last.last, words, strict=True)
    year = last.year or first.year
    if year is None and published is not None:
        year = cal.nearest_year(last.month, last.day, published, side)
    value = _value(first, last, year)
    return Candidate("date", i, last.last, value, _numbers(tokens, i, first, words))


def _day_alone(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« entamée le 6. »: the last such day before publication."""
    number = _day_number(tokens, i, words)
    if number is None or not tokens.is_figures(i) or tokens.word(i - 1) != "le":
        return None
    last = number[1]
    if tokens.word(i - 2) == "dans" or tokens.word(last) not in _AFTER_DAY:
        return None
    if tokens.word(last) == "," and tokens.word(last + 1) in words.lexicon.addresses:
        return None
    if published is None:
        return Candidate("date", i, number[1], Period(""), (i, i + 1))
    earlier = cal.shifted(published.replace(day=1), days_away=-1)
    for month in (published, earlier):
        when = cal.make_day(month.year, month.month, number[0]) if month else None
        if when is not None and when <= published:
            return Candidate("date", i, number[1], cal.day(when), (i, i + 1))
    return None


def _numbers(tokens: Tokens, i: int, first: Written, words: Almanac) -> tuple[int, int]:
    start = i + (tokens.word(i) in words.weekdays)
    return (start, start + 1)


def _chain(tokens: Tokens, i: int, words: Almanac) -> list[Written]:
    """The days that share a month: « 9 », « 10 novembre 2024 »; empty when it comes to none."""
    found = _written(tokens, i, words)
    chain: list[Written] = []
    while found is not None and len(chain) < 6:
        chain.append(found)
        link = _LINKS.get(tokens.word(found.last))
        if found.month is not None and link != "to":
            break
        if link is None:
            return [] if found.month is None else chain
        at = found.last + 1
        at += tokens.word(at) == "le"
        following = _written(tokens, at, words)
        if found.month is not None and (following is None or following.month is None):
            break
        if found.month is not None and found.year and tokens.word(found.last) == "à":
            break
        found = following
    return chain if chain and chain[-1].month is not None else []


def _value(first: Written, last: Written, year: int | None) -> Period:
    month = first.month or last.month
    assert month is not None and last.month is not None
    weekday = last.weekday if first is last else None
    if year is None:
        start, end = (
            f"XXXX-{m:02}-{d:02}" for m, d in ((month, first.day), (last.month, last.day))
        )
        known = cal.make_day(2024, month, first.day) and cal.make_day(2024, last.month, last.day)
        return Period(
            (start if first is last else f"{start}/{end}") if known else "", weekday=weekday
        )
    opening = first.year or (year - 1 if month > last.month else year)
    start_day = cal.make_day(opening, month, first.day)
    end_day = cal.make_day(year, last.month, last.day)
    if start_day is None or end_day is None or start_day > end_day:
        return Period("", weekday=weekday)
    return cal.day(start_day, weekday) if first is last else cal.days(start_day, end_day)


def weekday_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« vendredi », « lundi prochain », « nuit de mardi à mercredi »."""
    number = words.weekdays[tokens.word(i)]
    if tokens.word(i - 1) in ("le", "les", "chaque", "tous") and _habit(tokens, i, words):
        return None
    last = i + 1
    night = tokens.word(i + 1) in ("à", "au") and words.weekdays.get(tokens.word(i + 2)) is not None
    if night and (number + 1) % 7 == words.weekdays[tokens.word(i + 2)]:
        last = i + 3
    while tokens.word(last) in words.parts and last < i + 4:
        last += 1
        if tokens.word(last) == "-" and tokens.word(last + 1) == "midi":
            last += 2
    if tokens.word(last) == "après" and tokens.word(last + 2) == "midi":
        last += 3
    if published is None:
        return Candidate("date", i, last, Period(""))
    when = _weekday_near(tokens, (i, last), published, words)
    if when is None:
        return Candidate("date", i, last, Period(""))
    if last >= i + 3 and night:
        return Candidate("date", i, last, cal.days(when, when + timedelta(days=1)))
    return Candidate("date", i, last, cal.day(when))


def _habit(tokens: Tokens, i: int, words: Almanac) -> bool:
    """« le lundi », « tous les mardis »: every week."""
    return tokens.word(i - 1) in ("les", "chaque", "tous") or tokens.word(i + 1) == "au"


def _weekday_near(
    tokens: Tokens, span: tuple[int, int], published: date, words: Almanac
) -> date | None:
    """The day of that name before publication, or after it where a word says that it is to come."""
    i, last = span
    number = words.weekdays[tokens.word(i)]
    said = tokens.words[i:last]
    back = (published.weekday() - number) % 7
    if "dernier" in said or "passé" in said:
        return cal.shifted(published, days_away=-(back or 7))
    ahead = (number - published.weekday()) % 7
    if "prochain" in said:
        return cal.shifted(published, days_away=ahead or 7)
    if tokens.word(i - 1) == "ce" and back == 0:
        return published
    if direction(tokens, i, last, words) > 0:
        return cal.shifted(published, days_away=ahead)
    return cal.shifted(published, days_away=-back)


def slashed_day(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« le 23/06 », « vendredi 12/05 »: day and month, after a word that makes them so."""
    weekday = words.weekdays.get(tokens.word(i - 1))
    if weekday is None and tokens.word(i - 1) not in ("le", "du", "au", "ce"):
        return None
    glued = tokens.word(i + 1) == "/" and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not glued or not tokens.is_figures(i + 2) or tokens.word(i + 3) == "/":
        return None
    day, month = tokens.word(i), tokens.word(i + 2)
    if (len(day), len(month)) != (2, 2) or not cal.make_day(2024, int(month), int(day)):
        return None
    written = Written(i + 3, int(day), int(month), None, weekday)
    year = cal.nearest_year(int(month), int(day), published) if published else None
    first = i - (weekday is not None)
    return Candidate("date", first, i + 3, _value(written, written, year), (i, i + 3))


def dashed_date(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« 2025-06-23 », « 23/06/2025 », « 23.06.2025 »."""
    mark = tokens.word(i + 1)
    if mark not in ("-", "/", ".") or tokens.word(i + 3) != mark or tokens.glued(i):
        return None
    if not all(tokens.glued(k) for k in range(i + 1, i + 5)):
        return None
    if not (tokens.is_figures(i + 2) and tokens.is_figures(i + 4)):
        return None
    parts = [tokens.word(k) for k in (i, i + 2, i + 4)]
    if [len(part) for part in parts] == [4, 2, 2]:
        when = cal.make_day(*(int(part) for part in parts))
    elif len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4):
        year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
        when = cal.make_day(year, int(parts[1]), int(parts[0]))
    else:
        return None
    if when is None or not cal.FIRST_YEAR <= when.year <= cal.LAST_YEAR:
        return None
    return Candidate("date", i, i + 5, cal.day(when), (i, i + 5))
