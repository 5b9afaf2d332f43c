"""Days of the year that have a name: « Noël », « lundi de Pâques 2024 », « 14-Juillet ».

>>> from crosscheck.expressions.dates.almanac import almanac
>>> feast_at(tokenise("à Pâques 2024"), 1, None, almanac()).value.edtf
'2024-03-31'
"""

from dataclasses import dataclass
from datetime import date

from crosscheck.expressions.dates import almanac as cal
from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.dates.directions import direction, entry
from crosscheck.expressions.dates.feastdays import Feast, FeastWords, feast_day, feast_words
from crosscheck.expressions.dates.periods import periods
from crosscheck.expressions.dates.written import year_number
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Period

__all__ = ["Named", "feast_at", "feast_named", "place_named_after", "tokenise"]

_DE = ("de", "d'", "du")
_ARTICLES = ("la", "le", "l'", "les")


@dataclass(frozen=True, slots=True)
class Named:
    """A feast where it stands, tokens `first` to `last` (excluded)."""

    first: int
    last: int
    feast: Feast
    year: int | None
    said: int
    """-1 for « dernier », 1 for « prochain »."""


def feast_at(tokens: Tokens, i: int, published: date | None, words: Almanac) -> Candidate | None:
    """« avant Noël »: the next or the last one, as the words around it say."""
    named = feast_named(tokens, i, words)
    if named is None or _of_a_noun(tokens, named.first):
        return None
    return Candidate("date", named.first, named.last, feast_value(tokens, named, published, words))


def feast_named(tokens: Tokens, i: int, words: Almanac) -> Named | None:
    """The feast whose name begins at token `i`; a person or a place of that name is none."""
    lists = feast_words()
    found = lists.names.starts_at(tokens, i)
    if found is None:
        return None
    last, feast = found
    if last == i + 1 and not (tokens.capital(i) or entry(tokens, words)):
        return None
    if feast.article and tokens.word(i - 1) not in feast.article and not entry(tokens, words):
        return None
    year = year_number(tokens, last)
    if year is None and (_is_name(tokens, i, last) or tokens.word(last) in lists.other_calendars):
        return None
    if year is not None:
        return Named(i, last + 1, feast, year, 0)
    if tokens.word(last) in periods().hanging:
        # « Pâques suivante » is told from another one: as good as « prochaine ».
        side = 1 if tokens.word(last).startswith("suivant") else -1
        return Named(i, last + 1, feast, None, side)
    after = periods().shifts.get(tokens.word(last), 0)
    before = periods().shifts.get(tokens.word(i - 1), 0)
    return Named(i, last + (after != 0), feast, None, after or before)


def _is_name(tokens: Tokens, i: int, last: int) -> bool:
    """« Noël Mamère », « M. Toussaint », « Jean-Noël », « Saint-Valentin-Plage »."""
    if tokens.capital(last) or (tokens.word(last) == "-" and tokens.glued(last)):
        return True
    before = tokens.word(i - 1)
    if (before == "-" and tokens.glued(i)) or before in feast_words().titles:
        return True
    titled = before == "." and tokens.glued(i - 1) and tokens.word(i - 2) in ("m", "mgr")
    named = tokens.capital(i - 1) and tokens.word(i - 2) not in ("", ".", "\n", "«", "!", "?", ":")
    return titled or (named and tokens.capital(i) and before not in (*_DE, *_ARTICLES))


def _of_a_noun(tokens: Tokens, i: int) -> bool:
    """« marché de Noël », « vacances de la Toussaint »: what is named is no day."""
    at = i - 1 - (tokens.word(i - 1) in _ARTICLES)
    if tokens.word(at) not in ("de", "d'", "du", "des"):
        return False
    noun = tokens.word(at - 1)
    return noun != "" and noun not in feast_words().nouns


def feast_value(tokens: Tokens, named: Named, published: date | None, words: Almanac) -> Period:
    """The day of a feast: of the year written, or the nearest to publication as the words say."""
    if named.year is not None:
        when = feast_day(named.feast, named.year)
        return cal.day(when) if when else Period("")
    if published is None:
        fixed = named.feast.day
        return Period(f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "")
    side = named.said or direction(tokens, named.first, named.last, words)
    if not side and entry(tokens, words):
        side = 1
    return near_feast(named.feast, published, side, said=named.said != 0)


def near_feast(feast: Feast, published: date, side: int, *, said: bool = False) -> Period:
    """The feast nearest to publication, on one side of it where `side` says; not that very day
    where a word said « prochain »."""
    days = [feast_day(feast, published.year + away) for away in (-1, 0, 1)]
    dated = [day for day in days if day is not None and not (said and day == published)]
    sided = [day for day in dated if (day - published).days * side >= 0] or dated
    near = min(sided, key=lambda day: (abs((day - published).days), day), default=None)
    return cal.day(near) if near else Period("")


def place_named_after(
    tokens: Tokens, i: int, published: date | None, words: Almanac
) -> Candidate | None:
    """« avenue du 8 mai 1945 », « stade du 28-Septembre », « le 11-Septembre » are no dates.

    With a hyphen and a capital a day is a name; it is read only where the day is a feast.
    """
    k = i + 1 + (tokens.word(i + 1) == "er")
    hyphen = tokens.word(k) == "-" and tokens.glued(k) and tokens.glued(k + 1)
    k += hyphen
    month = words.months.get(tokens.word(k))
    if month is None or len(tokens.word(i)) > 2:
        return None
    last = k + 1
    if tokens.word(last) == "-" and tokens.glued(last) and year_number(tokens, last + 1):
        last += 1
    year = year_number(tokens, last)
    last += year is not None
    lists = feast_words()
    if tokens.word(i - 1) == "du" and _place(tokens, i - 2, lists):
        return Candidate("date", i - 2, last, Period(""), hidden=True)
    if not hyphen or not tokens.capital(k):
        return None
    feast = Feast(day=(month, int(tokens.word(i))))
    if year is None and feast.day not in lists.hyphened:
        return Candidate("date", i, last, Period(""), hidden=True)
    named = Named(i, last, feast, year, 0)
    return Candidate("date", i, last, feast_value(tokens, named, published, words), (i, i + 1))


def _place(tokens: Tokens, k: int, lists: FeastWords) -> bool:
    """Whether a street, a stadium or a movement is named by the date after it."""
    word = tokens.word(k)
    if word in lists.capital_places:
        return tokens.capital(k)
    return word in lists.places and tokens.word(k - 1) not in ("en", "sur", "mise", "prise")
