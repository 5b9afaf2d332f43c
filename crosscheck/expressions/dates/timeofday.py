"""Whether hours tell a time of day or a length: « à 9 h ou 13 h », « 9 h le mardi », « en 2 h 15 ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> is_time(tokenise("vers 5 h"), 1, Read(3, 300, sign=True), almanac())
True
"""

from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import entry
from crosscheck.expressions.dates.halves import half_at
from crosscheck.expressions.dates.printed import DAY, Read
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["Read", "is_length", "is_time", "tokenise"]

_OF = ("de", "d'")
NOON = 12 * 60
"""Minutes above which hours right after a day are an hour of it: « attendre lundi 12 heures » is a
length."""
_HOURS = frozenset({"h", "heure", "heures", "midi", "minuit"})


def is_time(tokens: Tokens, i: int, read: Read, words: Almanac) -> bool:
    """Whether the words around a bare hour make it a time of day."""
    last, after, before = read.last, tokens.word(read.last), tokens.word(i - 1)
    told = _told_after(tokens, i, read, words)
    if told is not None:
        return told
    if before == "à" and tokens.word(i - 3) == "de" and _counts(tokens, i - 2, words):
        return False  # « de deux à trois heures »
    told = _told_before(tokens, i, last, words)
    if told is not None:
        return told
    since = read.sign or before == "depuis"  # « depuis six heures ce matin »
    if _beside_hour(tokens, i, last, words) or (since and _day_next(tokens, i, last, words)):
        return read.minutes < DAY
    if before in ("avant", "après", "ce", "le") and tokens.is_figures(i):
        late = before == "après" and DAY > read.minutes > 12 * 60 and not after.isalpha()
        return read.sign or before == "avant" or late
    if read.minutes >= DAY or read.minutes == 60:
        return False
    dated = _year(tokens, i - 2) or _after_day(tokens, i - 1, words)
    if before == "," and dated and after in (BREAK, ".", "", ":"):
        return True  # « vendredi 9 janvier, 17 h. »
    if read.sign and _after_day(tokens, i, words):
        return True
    if _after_date(tokens, i, words) and (read.minutes > NOON or _until(tokens, i, words)):
        return read.minutes < DAY
    alone = before in ("", BREAK, ",", ":", "(") or _after_day(tokens, i, words)
    return alone and entry(tokens, words)


def _told_after(tokens: Tokens, i: int, read: Read, words: Almanac) -> bool | None:
    """What the words behind an hour say of it: « 9 h du matin » is one, « 9 h plus tard » none."""
    last, after = read.last, tokens.word(read.last)
    if half_at(tokens, last, words.hours) or words.hours.after.starts_at(tokens, last):
        # « douze heures pile avant la cérémonie » is a length.
        return tokens.word(last + 1) not in ("avant", "après")
    if tokens.word(i - 1) == "à" and after in ("avant", "après"):
        # « fermé vendredi à 17 heures après une panne »
        return read.minutes < DAY and _after_day(tokens, i - 1, words)
    return False if plain(after) in words.hours.not_after else None


def _told_before(tokens: Tokens, i: int, last: int, words: Almanac) -> bool | None:
    """What the words before an hour say of it: « vers 8 heures » is one, « condamné à 24 heures »
    none, « c'est 8 h » one where the part of the day follows."""
    if tokens.words[max(i - 2, 0) : i] == ("c'", "est"):
        lead = words.hours.leads.starts_at(tokens, last)
        return lead is not None and words.hours.parts.starts_at(tokens, lead[0]) is not None
    found = words.hours.sure.ends_at(tokens, i)
    return tokens.word(found[0] - 1) not in words.hours.unsure if found else None


def _beside_hour(tokens: Tokens, i: int, last: int, words: Almanac) -> bool:
    """« de 7 heures à 18 heures », « à 9 h ou 13 h »."""
    if tokens.word(i - 1) in ("entre", "et", "de") and _other_hour(tokens, i, last):
        return True
    return _after_hour(tokens, i, words)


def _after_hour(tokens: Tokens, i: int, words: Almanac) -> bool:
    """« à 9 h ou 13 h »: another hour that « à » tells stands before."""
    if tokens.word(i - 1) not in ("ou", "et") or tokens.word(i - 2) not in ("h", "heures"):
        return False
    return tokens.is_figures(i - 3) and words.hours.sure.ends_at(tokens, i - 3) is not None


def _day_next(tokens: Tokens, i: int, last: int, words: Almanac) -> bool:
    """« 9 h le 13 décembre », « 15 h demain », and the heading « 15 h : » of a programme."""
    if tokens.word(i - 1) in ("", BREAK) and tokens.word(last) == ":":
        return True
    if tokens.word(last) == "le":
        day = tokens.word(last + 1)
        dated = tokens.is_figures(last + 1) and tokens.word(last + 2) in words.months
        return day in words.weekdays or dated
    told = words.relative_days.starts_at(tokens, last)
    return told is not None and tokens.word(i - 1) not in ("de", "d'", "en", "pendant")


def _counts(tokens: Tokens, k: int, words: Almanac) -> bool:
    return tokens.is_figures(k) or tokens.word(k) in words.lexicon.cardinals


def _after_day(tokens: Tokens, i: int, words: Almanac) -> bool:
    """Whether a day or a part of one stands right before token `i`: « demain matin 11 h »."""
    before = tokens.word(i - 1)
    return (
        before in words.weekdays
        or (before in words.months and tokens.is_figures(i - 2))
        or (_year(tokens, i - 1) and tokens.word(i - 2) in words.months)
        or words.relative_days.ends_at(tokens, i) is not None
        or (words.relative_periods.ends_at(tokens, i) or (0, ("", 0)))[1][0] == "semaine"
        or (tokens.is_figures(i - 1) and tokens.word(i - 2) == "semaine")
        or words.hours.parts.ends_at(tokens, i) is not None
    )


def _after_date(tokens: Tokens, i: int, words: Almanac) -> bool:
    """« jusqu'à vendredi 20 heures », « mardi 14 mai 20 heures »: a day stands right before."""
    before = tokens.word(i - 1)
    return before in words.weekdays or (before in words.months and tokens.is_figures(i - 2))


def _until(tokens: Tokens, i: int, words: Almanac) -> bool:
    """« jusqu'à vendredi 8 heures »: what leads to the day leads to an hour of it."""
    phrases = words.until, words.since, words.before
    return any(phrase.ends_at(tokens, i - 1) is not None for phrase in phrases)


def _other_hour(tokens: Tokens, i: int, last: int) -> bool:
    """« de 7 heures à 18 heures », « entre 8 h et 10 h », « entre midi et 14 heures »."""
    before, following = tokens.word(i - 1), tokens.words[last + 1 : last + 4]
    if before == "et":
        earlier = tokens.words[max(i - 7, 0) : i - 1]
        return "entre" in earlier and not _HOURS.isdisjoint(earlier)
    link = tokens.word(last) == {"de": "à", "entre": "et"}[before]
    marked = following[1:2] == (":",) and len(following[0]) == 2
    return link and (marked or not _HOURS.isdisjoint(following))


def is_length(tokens: Tokens, i: int, last: int, words: Almanac) -> bool:
    """Whether hours and minutes are a length: « pendant 1 h 30 », « 2 h 15 de retard »."""
    if tokens.word(last) in _OF and tokens.word(last + 1) not in ("l'", "la"):
        return not words.hours.after.starts_at(tokens, last)
    found = words.hours.length.ends_at(tokens, i)
    if found is None:
        return False
    before = tokens.word(i - 1)
    return before not in ("de", "d'", "après") or tokens.word(i - 2) in (
        "durée",
        "durera",
        "retard",
        "près",
        "plus",
        "moins",
    )


def _year(tokens: Tokens, k: int) -> bool:
    return tokens.is_figures(k) and len(tokens.word(k)) == 4
