"""Whether « 34 ans » is somebody's age or a length of time.

>>> tokens = tokenise("Drissa Kéhi, 34 ans, figure")
>>> age_or_duration(tokens, 3, Measured("duration", "an", 5), lexicon())
('age', 5)
"""

from typing import Literal

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.units import Measured
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["age_or_duration", "lexicon", "listed_age", "tokenise"]

_LISTING = ("et", "ou", ",")
LONGEST_LIST = 12
"""Words of a list of ages, at the most: longer ones list other numbers."""
OLDEST = 130
"""No age of a person is told beyond this number of years."""


def age_or_duration(
    tokens: Tokens, first: int, unit: Measured, lex: Lexicon
) -> tuple[Literal["age", "duration"], int]:
    """The kind of a length of time whose number begins at token `first`, and the token after."""
    start = _first_listed(tokens, _before_hedge(tokens, first, lex))
    if _of_infant(tokens, start, unit, lex) or _in_tens(tokens, start, unit, lex):
        return "age", unit.last
    if unit.unit not in ("an", "mois") or tokens.word(unit.last - 1) not in ("ans", "an", "mois"):
        return "duration", unit.last
    if lex.age_before.ends_at(tokens, start) or lex.age_before.ends_at(tokens, start + 1):
        return "age", unit.last
    if unit.unit == "an" and (
        _between_commas(tokens, start, unit.last, lex)
        or _of_person(tokens, start, lex)
        or _had(tokens, start, unit.last, lex)
        or _at(tokens, start, unit.last, lex)
    ):
        return "age", unit.last
    return "duration", unit.last


def listed_age(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """Whether a bare number is an age whose « ans » stands at the end of a list.

    >>> listed_age(tokenise("deux hommes de 22 et 25 ans"), 3, 4, lexicon())
    True
    """
    if tokens.word(last) not in _LISTING or not tokens.is_figures(first):
        return False
    end = last + LONGEST_LIST
    while last < end and tokens.word(last) in _LISTING and tokens.is_figures(last + 1):
        last += 2
    start = _first_listed(tokens, first)
    told = lex.age_before.ends_at(tokens, start) or _of_person(tokens, start, lex)
    return tokens.word(last) == "ans" and bool(told)


def _first_listed(tokens: Tokens, first: int) -> int:
    """The first of several numbers of one noun: « 6 » of « 6, 8 et 11 ans »."""
    end = first - LONGEST_LIST
    while first > end and tokens.word(first - 1) in _LISTING and tokens.is_figures(first - 2):
        first -= 2
    return first


def _of_infant(tokens: Tokens, start: int, unit: Measured, lex: Lexicon) -> bool:
    """« un bébé de 18 mois », « une fillette de trois ans et demi »."""
    told = unit.unit == "mois" or (unit.unit == "an" and unit.added != 0)
    return told and tokens.word(start - 1) == "de" and tokens.word(start - 2) in lex.infants


def _in_tens(tokens: Tokens, start: int, unit: Measured, lex: Lexicon) -> bool:
    """« une femme d'une trentaine d'années », « âgé d'une trentaine d'années »."""
    if tokens.words[unit.last - 2 : unit.last] != ("d'", "années"):
        return False
    told = lex.age_before.ends_at(tokens, start) is not None
    return told or _of_person(tokens, start, lex)


def _before_hedge(tokens: Tokens, first: int, lex: Lexicon) -> int:
    """The token where the number begins with its hedge."""
    found = lex.hedges_before.ends_at(tokens, first)
    return found[0] if found else first


def _between_commas(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« Drissa Kéhi, 34 ans, »: after a name, before a stop."""
    before = tokens.word(first - 1)
    named = tokens.capital(first - 2) or (before == "(" and tokens.word(first - 2).isalpha())
    if before == "," and not named:
        # « la comptable, 47 ans, écope »: both commas close the figure in.
        return tokens.word(last) == "," and _person(tokens.word(first - 2), lex)
    stops = (",", ")", ".", "alors", "et", ";", "»", "!", "–", "-", "à", BREAK, "")
    return before in (",", "(") and named and tokens.word(last) in stops


def _of_person(tokens: Tokens, first: int, lex: Lexicon) -> bool:
    """« une vendeuse de 51 ans », « un enfant de neuf ans »."""
    if tokens.word(first - 1) not in ("de", "d'"):
        return False
    for at in (first - 2, first - 3, first - 4):
        word = tokens.word(at)
        if not word.rstrip("'").isalpha() or word in lex.having:
            return False
        if _person(word, lex):
            return True
        # « coiffeuse de Mwakati de 37 ans », « vendeuse d'eau de 45 ans »
        if at == first - 2 and tokens.word(first - 3) not in ("de", "d'"):
            return False
    return False


def _person(word: str, lex: Lexicon) -> bool:
    """Whether a noun is one of persons, by list or by its ending."""
    if word in lex.persons or (word[-1:] == "s" and word[:-1] in lex.persons):
        return True
    return word.endswith(lex.person_endings) and word not in lex.not_persons and len(word) > 5


def _had(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« elle avait 91 ans », « ses quarante ans »; not « il y a 34 ans »."""
    before = tokens.word(first - 1)
    if before not in lex.having or tokens.word(first - 2) == "y":
        return False
    return tokens.word(last) not in ("de", "d'")


def _at(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« s'est éteinte à 91 ans », « À 54 ans, … »; not « condamné à cinq ans de prison »."""
    if tokens.word(first - 1) != "à" or tokens.word(last) in lex.not_age:
        return False
    verb = tokens.word(first - 2)
    return not verb.startswith(("condamn", "port", "fix", "prolong", "ramen", "limit", "rédui"))
