"""Numbers of things; and figures that are a name, a year, a place in a list or a score.

>>> tokens, lex = tokenise("l'article 85"), lexicon()
>>> count_at(tokens, amount_at(tokens, read_numeral(tokens, 2, lex), lex), -9, lex) is None
True
"""

from dataclasses import replace

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.number import Numeral
from crosscheck.expressions.numbers.numerals import read_numeral
from crosscheck.expressions.numbers.ranges import Amount, amount_at, dashed, figures_at
from crosscheck.expressions.numbers.sayings import hide, named
from crosscheck.expressions.numbers.units import DE, read_unit
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.values import Interval

__all__ = [
    "amount_at",
    "count_at",
    "leading_zero",
    "lexicon",
    "read_numeral",
    "score_at",
    "tokenise",
]


_ITS_NOUN = frozenset(["un", "le", "du", "ce", "son", "au", "l'", "d'", "aucun", "chaque"])
_AFTER_SCORE = frozenset(["'", "x", "-", "–", "/", ":", "à", "h", "heure", "jour", "j"])
"""What stands after the first of two figures that go together, as phrases are compared by."""
_COMPARING = frozenset(["au", "plus", "moins", "pas", "tout", "minimum", "maximum"])


def count_at(tokens: Tokens, amount: Amount, counted: int, lex: Lexicon) -> Candidate | None:
    """A number of things; `None` for figures that are a name, a year, a place in a list."""
    first = amount.first
    if amount.numeral.bare_one and amount.low == 1:
        return _one(tokens, _counted(amount), counted, lex)
    if amount.numeral.attached or leading_zero(tokens, amount):
        return None
    if (
        _is_name(tokens, *amount.number, lex)
        or named(tokens, amount.numeral, lex)
        or _before_month(tokens, amount, lex)
        or _is_year(tokens, amount)
        or (amount.numeral.last == first + 1 and _new(tokens, first))
    ):
        return None
    return _counted(amount)


def _counted(amount: Amount) -> Candidate:
    value = Interval(amount.low, amount.high, "", None, amount.grain, vague=amount.vague)
    sure = not amount.numeral.attached
    return Candidate("count", amount.first, amount.last, value, amount.number, sure=sure)


def _one(tokens: Tokens, candidate: Candidate, counted: int, lex: Lexicon) -> Candidate | None:
    """« un seul accord », « dont un enfant », « deux policiers et un manifestant », « a fait un
    mort ».
    """
    k = candidate.last
    if tokens.word(k) in lex.befallen and _in_toll(tokens, candidate, lex):
        return candidate
    if tokens.word(k) in lex.single:
        if tokens.word(candidate.first - 1) == "comme":
            return None  # « comme un seul homme »
        return replace(candidate, last=k + 1)
    before = tokens.word(candidate.first - 1)
    if before == "dont" and tokens.word(k).isalpha():
        return candidate
    near = 0 < candidate.first - counted <= 4
    if before == "et" and near and tokens.word(k) not in ("demi", "demie", "quart", "peu", "autre"):
        between = tokens.words[counted : candidate.first]
        if all(word.isalpha() for word in between):
            return candidate
    if tokens.word(k) == "," and tokens.word(k + 1) == "deux":
        return candidate
    hedge = lex.hedges_before.ends_at(tokens, candidate.first)
    if hedge is None or tokens.word(k) == "peu":
        return None
    # « plus d'un blessé » counts; « autour d'un temple », « au-delà d'un accord » do not.
    compares = tokens.word(hedge[0]) in _COMPARING and tokens.word(hedge[0] + 1) != "-"
    return candidate if compares and not hedge[1].of and not hedge[1].vague else None


def _in_toll(tokens: Tokens, candidate: Candidate, lex: Lexicon) -> bool:
    """« font un mort », « Un mort et deux blessés dans l'Ain »: one, as a toll tells it."""
    if tokens.word(candidate.first - 1) in lex.taking:
        return True
    after = candidate.last + 1
    if tokens.word(after) not in ("et", ","):
        return False
    if tokens.word(after + 1) in ("un", "une"):
        return tokens.word(after + 2) in lex.befallen
    return read_numeral(tokens, after + 1, lex) is not None


def _is_name(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« article 85 », « n° 14 », « 1. Titre »: figures that name."""
    if not tokens.is_figures(first):
        return False
    return (
        _labelled(tokens, first, lex)
        or _lettered(tokens, first)
        or _model(tokens, first, last)
        or _address(tokens, first, last, lex)
        or _item(tokens, first, last)
        or _slashed(tokens, first, last)
    )


def _labelled(tokens: Tokens, first: int, lex: Lexicon) -> bool:
    """« article 85 », « les articles 12 et 14 », « n° 14 », « bac + 5 »."""
    before = tokens.word(first - 1)
    if before in lex.labels or before in ("°", "º", "#"):
        return True
    if before in ("et", "ou", "à", ","):
        labelled = tokens.word(first - 3) in lex.labels or tokens.word(first - 3) in ("°", "º")
        return tokens.is_figures(first - 2) and labelled
    if before == "+":
        return tokens.word(first - 2) == "bac"
    return before == "." and tokens.word(first - 2) in ("no", "n", "art", "tél", "p", "chap")


def _item(tokens: Tokens, first: int, last: int) -> bool:
    """« 1. Titre », « 3 – Les suites » at the head of a line."""
    mark = tokens.word(last)
    if tokens.word(first - 1) not in ("", BREAK) or last != first + 1:
        return False
    if mark not in (".", ")", "-", "/", "–") or len(tokens.word(first)) > 2:
        return False
    if tokens.glued(last):
        return mark != "–" and not tokens.glued(last + 1)
    return mark in ("-", "–") and tokens.capital(last + 1) and not tokens.glued(last + 1)


def _slashed(tokens: Tokens, first: int, last: int) -> bool:
    """« 12/34 », « 10:30 »: figures that others are joined to."""
    mark = tokens.word(last)
    if tokens.word(first - 1) == "/":
        return True
    if mark not in ("/", ":") or not tokens.is_figures(last + 1):
        return False
    return mark == "/" or tokens.glued(last + 1)


def _lettered(tokens: Tokens, first: int) -> bool:
    """« l'A 7 », « le M 23 »: one capital before the figures, which is no « A » for « À »."""
    letter, before = tokens.raw(first - 1), tokens.word(first - 2)
    if len(letter) != 1 or not letter.isalpha() or not letter.isupper():
        return False
    if letter in "ÀÉY":
        return False
    return before in ("l'", "autoroute") if letter == "A" else before.rstrip("'").isalpha()


def _model(tokens: Tokens, first: int, last: int) -> bool:
    """« un Boeing 737 », « la Ligue 2 »: a name before the figures and no noun after."""
    if not tokens.capital(first - 1) or not tokens.word(first - 1).isalpha():
        return False
    named = tokens.word(first - 2) in ("un", "une", "des", "d'un", "du", "type")
    after = tokens.word(last)
    noun = after.isalpha() and len(after) > 3 and not tokens.capital(last)
    return named and not noun


def _address(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« 127 bis », « 15, rue du Puits », « 75011 Paris »."""
    if len(tokens.word(first)) == 5 and last == first + 1 and tokens.capital(last):
        return True
    return tokens.word(last + (tokens.word(last) == ",")) in lex.addresses


def _before_month(tokens: Tokens, amount: Amount, lex: Lexicon) -> bool:
    """Whether the number is a day of the month: « 30 juin »."""
    return amount.high <= 31 and tokens.word(amount.last) in lex.months


def _is_year(tokens: Tokens, amount: Amount) -> bool:
    """Four figures without a space, 1800 to 2099, that nothing plural follows."""
    numeral = amount.numeral
    if numeral.last != numeral.first + 1 or not tokens.is_figures(numeral.first):
        return False
    if len(tokens.word(numeral.first)) != 4 or not 1800 <= numeral.low <= 2099:
        return False
    after = tokens.word(amount.last)
    return not (after.isalpha() and after[-1] in "sx" and len(after) > 3)


def _new(tokens: Tokens, first: int) -> bool:
    """« flambant neuf », « quoi de neuf »: the adjective."""
    if tokens.word(first) != "neuf":
        return False
    before = tokens.word(first - 1)
    follows = tokens.word(first + 1)
    plural = follows.isalpha() and follows[-1] in "sx"
    noun = len(before) > 3 and before not in ("maximum", "minimum", "nombre")
    if tokens.word(first - 2) in _ITS_NOUN and noun and not plural:
        return before.isalpha()  # « un vélo neuf »
    if before in ("le", "du", "au") and follows.isalpha() and not plural:
        return True  # « le marché du neuf recule »
    if before in ("flambant", "tout", "remis", "mis"):
        return True
    return (
        before in ("à", "de", "du", "d'")
        and not plural
        and tokens.word(first + 1) in (".", ",", "?", "!", "", ";", "»")
    )


def leading_zero(tokens: Tokens, amount: Amount) -> bool:
    """Whether figures begin with a zero that a quantity would not have: « 07 »."""
    word = tokens.word(amount.number[0])
    whole = amount.number[1] == amount.number[0] + 1
    return whole and len(word) > 1 and word[0] == "0" and word.isdigit()


def score_at(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Candidate | None:
    """« 2-1 », « 3 à 2 », « 24h/24 »: figures that go together and are no quantity."""
    k = numeral.last
    if tokens.plains[k] not in _AFTER_SCORE:
        return None
    if tokens.word(k) == "'" and tokens.glued(k) and not tokens.is_figures(k + 1):
        return hide(numeral.first, k + 1)  # « (12', 81') »: minutes of a match
    if tokens.word(k) == "x" and tokens.is_figures(k + 1):
        return hide(numeral.first, k + 1)  # « le 4 x 100 m »
    if tokens.word(k) in ("-", "–", "/", ":") and tokens.glued(k) and tokens.glued(k + 1):
        second = tokens.is_figures(k + 1)
        if second and dashed(tokens, numeral, lex) is None:
            return hide(numeral.first, k + 2)
    if tokens.word(k) == "à" and tokens.word(numeral.first - 1) not in DE:
        second_numeral = read_numeral(tokens, k + 1, lex)
        if second_numeral and not second_numeral.vague and not second_numeral.attached:
            small = numeral.high < 40 and second_numeral.low <= numeral.low
            if small and read_unit(tokens, second_numeral, second_numeral.last, lex) is None:
                return hide(numeral.first, second_numeral.last)
    around = _around_the_clock(tokens, numeral, lex)
    return hide(numeral.first, around) if around else None


def _around_the_clock(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> int:
    """« 24 h/24 », « 7 jours sur 7 »: the token after; 0 where it is none."""
    k = numeral.last
    if plain(tokens.word(k)) not in ("h", "heure", "jour", "j"):
        return 0
    if tokens.word(k + 1) not in ("/", "sur"):
        return 0
    second = read_numeral(tokens, k + 2, lex) or figures_at(tokens, k + 2)
    return second.last if second and second.low == numeral.low else 0
