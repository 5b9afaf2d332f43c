"""Periods counted from publication in a diary: « 2 derniers mois », « deux jours plus tard ».

In a sentence « les deux derniers mois » is a length of time, and two articles of different days
that speak of it do not differ; so only a text that is nothing but a date is read this way.

>>> from crosscheck.expressions.dates.almanac import almanac
>>> window_at(tokenise("2 derniers mois"), 0, date(2025, 6, 25), almanac()).value.edtf
'2025-04/2025-05'
"""

from datetime import date, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["tokenise", "window_at"]

LONGEST = 5000
"""No window of more units is told."""
_UNITS = ("an", "mois", "semaine", "jour")


def window_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """The days, weeks, months or years that a number at token `i` counts from publication."""
    if published is None or not entry(tokens, words):
        return None
    numeral = read_numeral(tokens, i, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal or not 0 < numeral.low < LONGEST:
        return None
    before = words.windows.starts_at(tokens, numeral.last)
    k = before[0] if before else numeral.last
    unit = words.lexicon.durations.get(plain(tokens.word(k)))
    if unit is None or unit.unit not in _UNITS or unit.times != 1:
        return None
    after = None if before else words.windows.starts_at(tokens, k + 1)
    later = words.later.starts_at(tokens, k + 1)
    count = int(numeral.low)
    if later is not None and unit.unit in ("jour", "semaine"):
        away = count * later[1] * (7 if unit.unit == "semaine" else 1)
        when = cal.shifted(published, days_away=away)
        return Candidate("date", i, later[0], cal.day(when)) if when else None
    told = before or after
    if told is None:
        return None
    value = _window(unit.unit, count, told[1], published)
    return Candidate("date", i, after[0] if after else k + 1, value) if value else None


def _window(unit: str, count: int, side: int, published: date) -> Period | None:
    """So many whole units before the present one, or after it."""
    if unit == "an":
        near, far = published.year + side, published.year + side * count
        return cal.year(near) if count == 1 else cal.years(min(near, far), max(near, far))
    if unit == "mois":
        ends = [cal.shifted(published, months_away=side * k) for k in (1, count)]
        if ends[0] is None or ends[1] is None:
            return None
        first, last = sorted((end.year, end.month) for end in ends if end)
        return cal.run_of_months(first, last)
    length = 7 if unit == "semaine" else 1
    start = published - timedelta(days=published.weekday() if unit == "semaine" else 0)
    first_day = cal.shifted(start, days_away=length * (side if side > 0 else -count))
    last_day = cal.shifted(start, days_away=length * (count + 1 if side > 0 else 0) - 1)
    return cal.days(first_day, last_day) if first_day and last_day else None
