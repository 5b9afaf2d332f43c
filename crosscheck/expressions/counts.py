"""Numbers of things; and figures that are a name, a year, a place in a list or a score.

>>> tokens, lex = tokenise("l'article 85"), lexicon()
>>> count_at(tokens, amount_at(tokens, read_numeral(tokens, 2, lex), lex), -9, lex) is None
True
"""

from dataclasses import replace

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.number import Numeral
from crosscheck.expressions.numerals import read_numeral
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.ranges import Amount, amount_at, dashed, figures_at
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.expressions.units import DE, read_unit
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


def count_at(tokens: Tokens, amount: Amount, counted: int, lex: Lexicon) -> Candidate | None:
    """A number of things; `None` for figures that are a name, a year, a place in a list."""
    first, last = amount.first, amount.last
    value = Interval(amount.low, amount.high, "", None, amount.grain, vague=amount.vague)
    candidate = Candidate(
        "count", first, last, value, amount.number, sure=not amount.numeral.attached
    )
    if amount.numeral.bare_one:
        return _one(tokens, candidate, counted, lex)
    if amount.numeral.attached or leading_zero(tokens, amount):
        return None
    if (
        _is_name(tokens, *amount.number, lex)
        or _before_month(tokens, amount, lex)
        or _is_year(tokens, amount)
        or _new(tokens, first)
    ):
        return None
    return candidate


def _one(tokens: Tokens, candidate: Candidate, counted: int, lex: Lexicon) -> Candidate | None:
    """« un seul accord », « dont un enfant », « deux policiers et un manifestant »."""
    k = candidate.last
    if tokens.word(k) in lex.single:
        return replace(candidate, last=k + 1)
    before = tokens.word(candidate.first - 1)
    if before == "dont" and tokens.word(k).isalpha():
        return candidate
    near = 0 < candidate.first - counted <= 4
    if before == "et" and near and tokens.word(k) not in ("demi", "demie", "quart", "peu", "autre"):
        between = tokens.words[counted : candidate.first]
        if all(word.isalpha() for word in between):
            return candidate
    hedge = lex.hedges_before.ends_at(tokens, candidate.first)
    return candidate if hedge and not hedge[1].of and tokens.word(k) not in ("peu",) else None


def _is_name(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« article 85 », « n° 14 », « 1. Titre »: figures that name."""
    if not tokens.is_figures(first):
        return False
    before = tokens.word(first - 1)
    if _model(tokens, first, last) or _address(tokens, last, lex):
        return True
    if before in lex.labels or before in ("°", "º", "#"):
        return True
    if before == "." and tokens.word(first - 2) in ("no", "n", "art", "tél", "p", "chap"):
        return True
    follows = tokens.word(last) in (".", ")", "-", "/") and tokens.glued(last)
    opens = before in ("", BREAK)
    if opens and follows and last == first + 1 and not tokens.glued(last + 1):
        return _small(tokens.word(first))
    if tokens.word(last) == "/" and tokens.is_figures(last + 1):
        return True
    return before == "/" or (
        tokens.word(last) == ":" and tokens.glued(last + 1) and tokens.is_figures(last + 1)
    )


def _model(tokens: Tokens, first: int, last: int) -> bool:
    """« un Boeing 737 », « la Ligue 2 »: a name before the figures and no noun after."""
    if not tokens.capital(first - 1) or not tokens.word(first - 1).isalpha():
        return False
    named = tokens.word(first - 2) in ("un", "une", "des", "d'un", "du", "type")
    after = tokens.word(last)
    noun = after.isalpha() and len(after) > 3 and not tokens.capital(last)
    return named and not noun


def _address(tokens: Tokens, last: int, lex: Lexicon) -> bool:
    """« 127 bis », « 15, rue du Puits »."""
    after = last + (tokens.word(last) == ",")
    return tokens.word(after) in lex.addresses


def _before_month(tokens: Tokens, amount: Amount, lex: Lexicon) -> bool:
    """Whether the number is a day of the month: « 30 juin »."""
    return amount.high <= 31 and tokens.word(amount.last) in lex.months


def _small(figures: str) -> bool:
    """Whether figures are small enough to number an item of a list: `_small("12")`."""
    return len(figures) <= 2


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
    if before in ("flambant", "tout", "remis", "mis"):
        return True
    return (
        before in ("à", "de", "du", "d'")
        and not plural
        and tokens.word(first + 1) in (".", ",", "?", "!", "")
    )


def leading_zero(tokens: Tokens, amount: Amount) -> bool:
    """Whether figures begin with a zero that a quantity would not have: « 07 »."""
    word = tokens.word(amount.number[0])
    whole = amount.number[1] == amount.number[0] + 1
    return whole and len(word) > 1 and word[0] == "0" and word.isdigit()


def score_at(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Candidate | None:
    """« 2-1 », « 3 à 2 », « 24h/24 »: figures that go together and are no quantity."""
    k = numeral.last
    if tokens.word(k) in ("-", "–", "/", ":") and tokens.glued(k) and tokens.glued(k + 1):
        second = tokens.is_figures(k + 1)
        if second and dashed(tokens, numeral, lex) is None:
            return _hidden(numeral.first, k + 2)
    if tokens.word(k) == "à" and tokens.word(numeral.first - 1) not in DE:
        second_numeral = read_numeral(tokens, k + 1, lex)
        if second_numeral and not second_numeral.vague and not second_numeral.attached:
            small = numeral.high < 40 and second_numeral.low <= numeral.low
            if small and read_unit(tokens, second_numeral, second_numeral.last, lex) is None:
                return _hidden(numeral.first, second_numeral.last)
    around = _around_the_clock(tokens, numeral, lex)
    return _hidden(numeral.first, around) if around else None


def _hidden(first: int, last: int) -> Candidate:
    return Candidate("count", first, last, Interval.exactly(0), (first, last), hidden=True)


def _around_the_clock(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> int:
    """« 24 h/24 », « 7 jours sur 7 »: the token after; 0 where it is none."""
    k = numeral.last
    if plain(tokens.word(k)) not in ("h", "heure", "jour", "j"):
        return 0
    if tokens.word(k + 1) not in ("/", "sur"):
        return 0
    second = read_numeral(tokens, k + 2, lex) or figures_at(tokens, k + 2)
    return second.last if second and second.low == numeral.low else 0
