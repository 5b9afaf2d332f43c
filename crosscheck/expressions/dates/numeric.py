"""Dates in figures alone: « 2025-06-23 », « 23/06/2025 », « du 01/10 au 02/11/2017 », « 17/2 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> numeric_date(tokenise("23/06/2025"), 0, None, almanac()).value.edtf
'2025-06-23'
"""

from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.days import dated_side, span_value
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.dates.written import Written, full_year
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["numeric_date", "tokenise"]

_MARKS = ("-", "/", ".")
_LINKS = ("au", "-", "–", "à")
LAST_MONTH = 12
_INTRODUCED = ("le", "du", "au", "ce", "les", "prochain")


def numeric_date(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """The day, or the run of days, that begins with the figures at token `i`."""
    if tokens.word(i + 1) not in _MARKS and not entry(tokens, words):
        return None
    if tokens.glued(i) and tokens.word(i - 1) in (*_MARKS, ",", "'"):
        return None
    first = _full(tokens, i, published) or _short(tokens, i, words) or _spaced(tokens, i, words)
    if first is None:
        return None
    last = _second(tokens, first, published, words) or first
    weekday = words.weekdays.get(tokens.word(i - 1))
    start = i - (weekday is not None and first.year is None)
    if last is first and start < i:
        first = last = Written(first.last, first.day, first.month, first.year, weekday)
    side = dated_side(tokens, i, last, published, words)
    value = span_value(first, last, published, side)
    if not value.edtf and last.year is not None:
        return None
    return Candidate("date", start, last.last, value, (i, last.last))


def _figures(tokens: Tokens, i: int, count: int) -> list[str] | None:
    """So many runs of figures, glued together by one mark: « 23/06/2025 »."""
    mark = tokens.word(i + 1)
    places = range(i, i + 2 * count - 1)
    if mark not in _MARKS or not all(tokens.glued(k) for k in places[1:]):
        return None
    if not all(tokens.is_figures(k) for k in places[::2]):
        return None
    if any(tokens.word(k) != mark for k in places[1::2]):
        return None
    return [tokens.word(k) for k in places[::2]]


def _full(tokens: Tokens, i: int, published: date | None) -> Written | None:
    """« 2025-06-23 », « 23/06/2025 », « 31.10.74 »."""
    parts = _figures(tokens, i, 3)
    if parts is None or (tokens.glued(i + 5) and tokens.word(i + 5)[:1].isalnum()):
        return None
    lengths = [len(part) for part in parts]
    if lengths[0] == 4 and max(lengths[1:]) <= 2 and tokens.word(i + 1) in "-/":
        year, month, day = (int(part) for part in parts)
    elif max(lengths[:2]) <= 2 and lengths[2] in (2, 4):
        day, month, year = int(parts[0]), int(parts[1]), full_year(parts[2], published)
    else:
        return None
    known = cal.make_day(year, month, day) is not None
    if not known or not cal.FIRST_YEAR <= year <= cal.LAST_YEAR:
        return None
    return Written(i + 5, day, month, year, None)


def _short(tokens: Tokens, i: int, words: Almanac) -> Written | None:
    """« le 23/06 », « vendredi 12/5 »: day and month, after a word that makes them so."""
    parts = _figures(tokens, i, 2)
    if parts is None or tokens.word(i + 3) in ("/", "de", "des", "d'"):
        return None
    if tokens.word(i + 1) == ".":
        return _dotted(tokens, i, parts, words)
    if tokens.word(i + 1) != "/":
        return None
    before = tokens.word(i - 1)
    introduced = before in words.weekdays or before in _INTRODUCED or _runs_on(tokens, i + 3)
    introduced = introduced or (before in (",", "et", "ou") and _listed(tokens, i - 4))
    day, month = int(parts[0]), int(parts[1])
    if not introduced and not (entry(tokens, words) and (day > LAST_MONTH or parts[1][0] == "0")):
        return None  # « 1/2 » alone is a half
    sure = before in words.weekdays or before == "le" or max(map(len, parts)) == 2
    if not sure and not _runs_on(tokens, i + 3):
        return None
    if max(len(part) for part in parts) > 2 or cal.make_day(2024, month, day) is None:
        return None
    return Written(i + 3, day, month, None, None)


def _listed(tokens: Tokens, k: int) -> bool:
    """« le 20/11, 22/11 ou 25/11 »: another day in figures stands at token `k`."""
    parts = _figures(tokens, k, 2) if tokens.is_figures(k) else None
    if parts is None or tokens.word(k + 1) != "/":
        return False
    return cal.make_day(2024, int(parts[1]), int(parts[0])) is not None


def _runs_on(tokens: Tokens, k: int) -> bool:
    """Whether a day in figures with its year ends a run at token `k`: « 10/1-11/2/2017 »."""
    if tokens.word(k) not in _LINKS:
        return False
    parts = _figures(tokens, k + 1, 3)
    return parts is not None and tokens.word(k + 2) == "/" and len(parts[2]) == 4


def _dotted(tokens: Tokens, i: int, parts: list[str], words: Almanac) -> Written | None:
    """« le 17.06. », and « le 17.06 » where nothing else is written; alone it is a number."""
    weekday = tokens.word(i - 1) in words.weekdays
    if tokens.word(i - 1) not in _INTRODUCED and not weekday:
        return None
    ended = tokens.word(i + 3) == "." and tokens.glued(i + 3) and tokens.has(i + 4)
    if not ended and not weekday and not entry(tokens, words):
        return None
    day, month = int(parts[0]), int(parts[1])
    if (max(map(len, parts)) > 2 if weekday else list(map(len, parts)) != [2, 2]) or cal.make_day(
        2024, month, day
    ) is None:
        return None
    return Written(i + 3 + ended, day, month, None, None)


def _spaced(tokens: Tokens, i: int, words: Almanac) -> Written | None:
    """« le 20 02 2014 », where nothing else is written."""
    figures = [k for k in range(i, i + 3) if tokens.is_figures(k)]
    if not entry(tokens, words) or len(figures) < 2 or figures != list(range(i, i + len(figures))):
        return None
    told = tokens.word(i - 1) == "le"
    if i > told or tokens.has(i + len(figures)) or any(tokens.glued(k) for k in figures[1:]):
        return None
    if any(len(tokens.word(k)) > 2 for k in figures[:2]):
        return None
    year = full_year(tokens.word(i + 2), None) if len(figures) == 3 else None
    day, month = int(tokens.word(i)), int(tokens.word(i + 1))
    if not told and year is None and day <= LAST_MONTH:
        return None
    if cal.make_day(year or 2024, month, day) is None:
        return None
    return Written(i + len(figures), day, month, year, None)


def _second(
    tokens: Tokens, first: Written, published: date | None, words: Almanac
) -> Written | None:
    """The last day of « 01/10 au 02/11/2017 » or « 10/1-11/2/2017 »."""
    at = first.last + 1
    if tokens.word(first.last) not in _LINKS or not tokens.is_figures(at):
        return None
    found = _full(tokens, at, published)
    if found is None and tokens.word(at + 1) == "/":
        parts = _figures(tokens, at, 2)
        day, month = (int(part) for part in parts) if parts else (0, 0)
        if cal.make_day(2024, month, day) is not None:
            found = Written(at + 3, day, month, None, None)
    return found if found is not None and (first.year is None or found.year) else None
