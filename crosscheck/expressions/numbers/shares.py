"""Parts of a whole: « la moitié », « deux tiers », « sept habitants sur dix », « le double ».

>>> tokens = tokenise("les deux tiers des voix")
>>> share(tokens, 1, read_numeral(tokens, 1, lexicon()), lexicon()).value.unit
'%'
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.fractions import number as fraction
from crosscheck.expressions.numbers.fractions import part, part_of, percentage, slashed
from crosscheck.expressions.numbers.numerals import Numeral, read_numeral
from crosscheck.expressions.numbers.records import record
from crosscheck.expressions.numbers.spelled import hyphen, read_spelled
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Interval

__all__ = ["lexicon", "share", "tokenise"]

_ARTICLES = frozenset({"la", "le", "les", "l'", "un", "une"})
_OF = frozenset({"de", "d'", "des", "du"})
_WHOLES = frozenset({2, 3, 4, 5, 6, 8, 10, 20, 100, 1000})
LONGEST_NOUN = 4
"""Words between « sept » and « sur dix »."""


def share(tokens: Tokens, i: int, numeral: Numeral | None, lex: Lexicon) -> Candidate | None:
    """The part of a whole that begins at token `i`; `None` where there is none.

    `numeral` is the number that begins there, if any.
    """
    if tokens.is_figures(i):
        return slashed(tokens, i, lex) or _out_of(tokens, i, numeral, lex)
    if numeral is None or numeral.ordinal:
        adjective = _adjective(tokens, i, lex) or _multiple(tokens, i, lex)
        return adjective or _fraction(tokens, i, None, lex)
    return _fraction(tokens, i, numeral, lex) or _out_of(tokens, i, numeral, lex)


def _adjective(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """« un programme triennal » lasts three years."""
    years = lex.adjectives.get(tokens.word(i))
    if years is None:
        return None
    return Candidate("duration", i, i + 1, Interval.exactly(years, "an"), (i, i + 1))


def _multiple(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """« le double », « plus du double »: how many times over."""
    times = lex.multiples.get(tokens.word(i))
    before = tokens.word(i - 1)
    if times is None or before not in ("le", "du", "au") or tokens.word(i + 1) not in _OF | {
        ".", ",", "en", ")", ";"
    }:  # fmt: skip
        return None
    first = i - (before == "le")
    return Candidate("measure", first, i + 1, Interval.exactly(times, "fois"), (i, i + 1))


@record
class _Part:
    """« deux tiers »: the number above, if one is told, the whole below, and their tokens."""

    first: int
    noun: int
    last: int
    numeral: Numeral | None
    whole: Decimal

    @property
    def share(self) -> Decimal:
        """Two thirds as a number."""
        return (self.numeral.low if self.numeral else Decimal(1)) / self.whole


def _fraction(tokens: Tokens, i: int, numeral: Numeral | None, lex: Lexicon) -> Candidate | None:
    """« la moitié », « les trois quarts », « un cinquième de »: a percentage, or a duration."""
    word = tokens.word(i)
    if word in ("demi", "demie"):
        return _half(tokens, i, i, lex)
    k = i
    if numeral is not None:
        if numeral.vague or numeral.high > 99:
            return None
        k = hyphen(tokens, numeral.last)
        if tokens.word(k) == "et":
            return _mixed(tokens, i, numeral, lex)
        if numeral.bare_one and tokens.word(k) in ("demi", "demie"):
            return _half(tokens, i, k, lex)
    below = _below(tokens, k, numeral, lex)
    if below is None:
        return None
    found = _Part(i, k, below[1], numeral, below[0])
    return _said(tokens, found, lex) if _is_part(tokens, found, lex) else None


def _said(tokens: Tokens, found: _Part, lex: Lexicon) -> Candidate | None:
    """The part as what it says: a length or a measure, a plain number, a percentage."""
    i, last = found.first, found.last
    if tokens.word(last) in ("de", "d'"):
        measured = part_of(tokens, last + 1, found.share, lex)
        if measured is not None:
            return replace(part(i, measured, lex), number=(i, last))
    before = tokens.word(i - 1)
    if found.numeral is None and before == "du":
        return percentage(i, last, found.share, (i, last))
    if found.numeral is None:
        return percentage(i - 1, last, found.share, (i, last)) if before in _ARTICLES else None
    if alone(tokens, i, last):
        return fraction(i, last, found.share)
    return percentage(i - (before == "les"), last, found.share, (i, last))


def _mixed(tokens: Tokens, i: int, numeral: Numeral, lex: Lexicon) -> Candidate | None:
    """« quatre et deux tiers », where nothing else stands."""
    above = read_numeral(tokens, numeral.last + 1, lex)
    if above is None or above.vague or above.ordinal or above.figures:
        return None
    below = _below(tokens, above.last, above, lex)
    if below is None or not alone(tokens, i, below[1]):
        return None
    return fraction(i, below[1], numeral.low + above.low / below[0])


def _below(
    tokens: Tokens, k: int, numeral: Numeral | None, lex: Lexicon
) -> tuple[Decimal, int] | None:
    """What the part at token `k` is a part of, « tiers » or « quarantième », and where it ends."""
    word = tokens.word(k)
    several = numeral is not None and numeral.low > 1
    whole = lex.fractions.get(word) or (lex.fractions.get(word[:-1]) if several else None)
    if whole is not None:
        return Decimal(whole), k + 1
    if numeral is None or (word not in lex.ordinals and word not in lex.cardinals):
        return None
    place = read_spelled(tokens, k, lex)
    if place is None or not place.ordinal or place.low < 3:
        return None
    plural = tokens.word(place.last - 1)[-1] == "s"
    return (place.low, place.last) if plural == several else None


def _is_part(tokens: Tokens, found: _Part, lex: Lexicon) -> bool:
    """Whether the word is a part: « un cinquième corps » is a place in a row, « quart de finale »
    a match, « vendu à un tiers » anybody."""
    i, last, numeral = found.first, found.last, found.numeral
    noun, after = tokens.word(found.noun), tokens.word(last)
    if (after == "-" and tokens.glued(last)) or lex.idioms.starts_at(tokens, found.noun):
        return False
    if tokens.word(last - 1) in lex.ordinals:
        return numeral is not None and _is_ordinal_part(tokens, found, numeral)
    if numeral is None:
        of = tokens.word(i - 1) == "du" and lex.hedges_before.ends_at(tokens, i, "de")
        named = (of or tokens.word(i - 1) in ("la", "le")) and (noun != "quart" or after in _OF)
        return bool(named) or (after in _OF and alone(tokens, i, last + 2))
    if noun == "tiers" and numeral.bare_one and after not in _OF:
        hedge = lex.hedges_before.ends_at(tokens, i)
        return tokens.word(i - 1) not in ("à", "par", "avec", "chez") or hedge is not None
    return numeral.low < lex.fractions.get(noun, 99) or noun.endswith("s")


def _is_ordinal_part(tokens: Tokens, found: _Part, numeral: Numeral) -> bool:
    """« un cinquième de la somme », « deux neuvièmes » and no « un cinquième homme »."""
    after = tokens.word(found.last)
    if after in _OF:
        return numeral.bare_one or numeral.low < found.whole
    if not numeral.bare_one:
        return not after.isalpha()
    # « un quatrième » alone is rather the fourth, for one would say « un quart ».
    named = plain(tokens.word(found.noun)) in ("troisieme", "quatrieme")
    return alone(tokens, found.first, found.last) and not named


def _half(tokens: Tokens, i: int, k: int, lex: Lexicon) -> Candidate | None:
    """« un demi-siècle », « une demi-heure », « un demi-litre »; « demi-litre » alone."""
    if i == k and (tokens.word(i - 1) in ("et", "-", "un", "une") or tokens.is_figures(i - 1)):
        return None
    after = k + 2 if tokens.word(k + 1) == "-" else k + 1
    found = part_of(tokens, after, Decimal("0.5"), lex)
    if found is None:
        return None
    candidate = replace(part(i, found, lex), number=(i, k + 1))
    return None if i == k and candidate.kind == "duration" else candidate


def _out_of(tokens: Tokens, i: int, some: Numeral | None, lex: Lexicon) -> Candidate | None:
    """« sept habitants sur dix », « un Ondalais sur quatre », « un sur six »."""
    if some is None or some.ordinal or some.vague or some.attached or some.scaled:
        return None
    k = some.last
    if "sur" not in tokens.around[k : k + LONGEST_NOUN + 1]:
        return None
    while k < some.last + LONGEST_NOUN and tokens.word(k).rstrip("'").isalpha():
        if tokens.word(k) == "sur" or tokens.word(k) in lex.cardinals:
            break
        k += 1
    if tokens.word(k) != "sur":
        return None
    whole = read_numeral(tokens, k + 1, lex)
    if whole is None or whole.ordinal or whole.vague or whole.attached or whole.bare_one:
        return None
    wholes = _WHOLES if not some.bare_one else _WHOLES | set(range(2, 31))
    if whole.low not in wholes or some.low >= whole.low or _counts(tokens, whole, lex):
        return None
    return percentage(i, whole.last, some.low / whole.low, (i, whole.last))


def _counts(tokens: Tokens, whole: Numeral, lex: Lexicon) -> bool:
    """Whether a plural noun follows: « un accord sur deux pays » is no share."""
    after = tokens.word(whole.last)
    if not after.isalpha() or after in lex.after_share:
        return after in ("%", "ans", "mois", "jours")
    return after[-1] in "sx" and len(after) > 2
