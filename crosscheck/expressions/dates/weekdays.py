"""Days of the week: « vendredi », « lundi prochain », « mardi en huit », « mardi à mercredi ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> weekday_at(tokenise("mardi dernier"), 0, date(2025, 6, 25), almanac()).value.edtf
'2025-06-24'
"""

from datetime import date, timedelta

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import AfterWeekday, Almanac
from crosscheck.expressions.dates.directions import direction, entry
from crosscheck.expressions.spans import Anchor, Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["tokenise", "weekday_at"]

_UNKNOWN = Period("")


def weekday_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """The day named at token `i`, before publication or, where a word says so, after it."""
    number = words.weekdays.get(tokens.word(i))
    if number is None:
        return _short(tokens, i, published, words)
    after = words.after_weekday.starts_at(tokens, i + 1)
    if after is not None:
        return _told(tokens, (i, after[0]), after[1], published, words)
    if tokens.word(i - 1) in ("le", "les", "chaque", "tous", "du") and _habit(tokens, i):
        return None
    if _night(tokens, i, words):
        last = i + 3
        when = _near(tokens, (i, last), number, published, words)
        night = cal.days(when, when + timedelta(days=1)) if when else _UNKNOWN
        return Candidate("date", i, last, night)
    last = _parts(tokens, i + 1, words)
    when = _near(tokens, (i, last), number, published, words)
    return Candidate("date", i, last, cal.day(when) if when else _UNKNOWN)


def _short(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« lun. » in a diary."""
    number = words.short_weekdays[tokens.word(i)]
    if tokens.word(i + 1) != "." or not entry(tokens, words):
        return None
    when = _near(tokens, (i, i + 1), number, published, words)
    return Candidate("date", i, i + 1, cal.day(when) if when else _UNKNOWN)


def _night(tokens: Tokens, i: int, words: Almanac) -> bool:
    """« mardi à mercredi »: two days one after the other."""
    second = words.weekdays.get(tokens.word(i + 2))
    linked = tokens.word(i + 1) in ("à", "au") and second is not None
    return linked and second == (words.weekdays[tokens.word(i)] + 1) % 7


def _parts(tokens: Tokens, last: int, words: Almanac) -> int:
    """The token after « matin », « après-midi » and the like."""
    end = last + 3
    while tokens.word(last) in words.parts and last < end:
        last += 1
        if tokens.word(last) == "-" and tokens.word(last + 1) == "midi":
            last += 2
    if tokens.word(last) == "après" and tokens.word(last + 2) == "midi":
        last += 3
    return last


def _habit(tokens: Tokens, i: int) -> bool:
    """« le lundi », « tous les mardis », « la messe du dimanche »: every week."""
    if tokens.word(i - 1) == "du":
        return True
    return tokens.word(i - 1) in ("les", "chaque", "tous") or tokens.word(i + 1) == "au"


def _told(
    tokens: Tokens,
    span: tuple[int, int],
    after: AfterWeekday,
    published: date | None,
    words: Almanac,
) -> Candidate:
    """« lundi prochain », « mardi de la semaine prochaine », « mercredi en huit »."""
    i, last = span
    number = words.weekdays[tokens.word(i)]
    last = _parts(tokens, last, words)
    if after.follows and not entry(tokens, words):
        # « le mardi suivant » counts from the day last named in the text.
        return Candidate("date", i, last, _UNKNOWN, anchor=Anchor("weekday", number))
    if published is None:
        return Candidate("date", i, last, _UNKNOWN)
    ahead = (number - published.weekday()) % 7
    # In a diary « mercredi suivant » is that of the next week, and « mercredi prochain » the next.
    week = 1 if after.follows else after.week
    if week is not None:
        away = number - published.weekday() + 7 * week
    elif after.side < 0:
        away = (ahead or 7) - 7 if ahead else -7
    else:
        away = ahead + 7 * after.weeks if after.weeks else ahead or 7
    when = cal.shifted(published, days_away=away)
    return Candidate("date", i, last, cal.day(when) if when else _UNKNOWN)


def _near(
    tokens: Tokens, span: tuple[int, int], number: int, published: date | None, words: Almanac
) -> date | None:
    """The day of that name before publication, or after it where a word says that it is to come."""
    if published is None:
        return None
    i, last = span
    back = (published.weekday() - number) % 7
    if tokens.word(i - 1) == "ce" and back == 0:
        return published
    if direction(tokens, i, last, words) <= 0:
        return cal.shifted(published, days_away=-back)
    ahead = (number - published.weekday()) % 7
    return cal.shifted(published, days_away=ahead or 7 * entry(tokens, words))
