"""The minutes after an hour: « 30 », « et quart », « moins vingt », « trente-huit ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> minutes_at(tokenise("onze heures moins le quart"), 2, almanac())
Minutes(last=5, count=-15, loose=False)
"""

from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["Minutes", "minutes_at", "tokenise"]

_PARTS = {"demie": 30, "demi": 30, "quart": 15}
_NAMED = ("minute", "min", "mn")
_PAST = ("passé", "passée", "passés", "passées")
"""« quinze heures passées de dix minutes »."""


@record
class Minutes:
    """How many to add to the hour, and the token after them."""

    last: int
    count: int
    loose: bool = False
    """Said of lengths as well: « trois heures et demie »."""


def minutes_at(tokens: Tokens, k: int, words: Almanac) -> Minutes | None:
    """The minutes that begin at token `k`, after « h » or « heures »; `None` where there are none.

    « trente » and « 30 » after the hour make it a time of day; « et demie » leaves it open.
    """
    word = tokens.word(k)
    if word == "moins":
        return _less(tokens, k + 1, words)
    if word in _PAST and tokens.word(k + 1) == "de":
        found = _spelled(tokens, k + 2, words)
        return found if found and plain(tokens.word(found.last - 1)) in _NAMED else None
    joined = word == "et"
    at = k + joined
    if joined and tokens.word(at) in _PARTS:
        return Minutes(at + 1, _PARTS[tokens.word(at)], loose=True)
    if tokens.words[at : at + 2] in (("trois", "quarts"), ("3", "quarts")):
        after = tokens.word(at + 2)
        return None if after in ("de", "d'", "des", "du") else Minutes(at + 2, 45, loose=True)
    if joined:
        found = _spelled(tokens, at, words)
        named = found is not None and plain(tokens.word(found.last - 1)) in _NAMED
        return Minutes(found.last, found.count, loose=True) if found and named else None
    return _figures(tokens, k) if tokens.is_figures(k) else _spelled(tokens, k, words)


def _less(tokens: Tokens, k: int, words: Almanac) -> Minutes | None:
    """« moins le quart », « moins vingt »."""
    if tokens.words[k : k + 2] == ("le", "quart"):
        return Minutes(k + 2, -15)
    found = _spelled(tokens, k, words)
    if found is None or not 0 < found.count < 31:
        return None
    return Minutes(found.last, -found.count, loose=True)


def _figures(tokens: Tokens, k: int) -> Minutes | None:
    """« 15 h 30 », « 5 heures 30 minutes »; not « à 10 h 25,5 % »."""
    word = tokens.word(k)
    glued = tokens.glued(k + 1) and tokens.word(k + 1) in (",", "%") and tokens.is_figures(k + 2)
    if len(word) != 2 or int(word) >= 60 or glued or tokens.word(k + 1) == "%":
        return None
    return Minutes(k + 1 + (plain(tokens.word(k + 1)) in _NAMED), int(word))


def _spelled(tokens: Tokens, k: int, words: Almanac) -> Minutes | None:
    """« cinq heures trente », « vingt-sept minutes »: named, or with nothing after to count."""
    if not tokens.is_figures(k) and tokens.word(k) not in words.lexicon.cardinals:
        return None
    numeral = read_numeral(tokens, k, words.lexicon)
    if numeral is None or numeral.vague or numeral.ordinal or not 0 < numeral.low < 60:
        return None
    if numeral.low != numeral.low.to_integral_value():
        return None
    count = int(numeral.low)
    if plain(tokens.word(numeral.last)) == "minute":
        return Minutes(numeral.last + 1, count)
    if not _ends(tokens, numeral.last) or numeral.attached:
        return None
    return Minutes(numeral.last, count, loose=count < 5 or count % 5 > 0)


def _ends(tokens: Tokens, k: int) -> bool:
    """Whether the minutes end here: « cinq heures trente, », « trois heures trente à … »."""
    word = tokens.word(k)
    return word not in ("%", "/", "€", "$") and (not word.isalpha() or word in ("à", "et"))
