"""Periods that are open at one end: « avant le 4 juillet », « depuis 2010 », « à partir de lundi ».

>>> from crosscheck.expressions import mentions
>>> mentions("Depuis le 3 mars 2025")[0].value.edtf
'2025-03-03/..'
"""

from dataclasses import replace
from datetime import date

from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens
from crosscheck.values import Period

__all__ = ["opened"]

_THIS = ("ce", "cet", "cette")


def opened(tokens: Tokens, candidate: Candidate, words: Almanac) -> Candidate:
    """The date with the end that the words before it leave open; the date itself stays as `of`.

    « jusqu'au 4 juillet » ends on that day, « avant juillet » before its first; « depuis juillet »
    begins with its first day, « après juillet » with its last.
    """
    value = candidate.value
    if not isinstance(value, Period) or not value.edtf or candidate.anchor or value.clock:
        return candidate
    first = candidate.first
    before = tokens.word(first - 1)
    if before in _THIS:
        first -= 1
    elif before == "année" and tokens.word(first - 2) == "l'":
        first -= 2
    found = words.open_ends.ends_at(tokens, first)
    if value.first == date.min or value.last == date.max:
        return candidate
    if found is None and tokens.word(candidate.last) not in ("ou", "et"):
        return candidate
    if found is None:
        return _and_later(tokens, candidate, value, words)
    return replace(candidate, value=_open(value, found[1]))


def _and_later(tokens: Tokens, candidate: Candidate, value: Period, words: Almanac) -> Candidate:
    """« en 2030 ou plus tard », « en 2024 et avant »: the end that words after the date open."""
    found = words.opened_after.starts_at(tokens, candidate.last)
    if found is None or tokens.word(found[0]).isalpha():
        return candidate  # « en 2019 et après avoir gagné »
    return replace(candidate, last=found[0], value=_open(value, found[1]))


def _open(value: Period, end: str) -> Period:
    """One side of a period: `_open(day, "until")` is everything up to that day."""
    whole = value.of or value
    first, _, last = value.edtf.partition("/")
    if value.first is not None and value.last is not None:
        first, last = value.first.isoformat(), value.last.isoformat()
    if end in ("until", "before"):
        said = f"../{first if end == 'before' else last or first}"
        latest = value.first if end == "before" else value.last
        return Period(said, date.min if latest else None, latest, value.weekday, whole)
    said = f"{last or first if end == 'after' else first}/.."
    earliest = value.last if end == "after" else value.first
    return Period(said, earliest, date.max if earliest else None, value.weekday, whole)
