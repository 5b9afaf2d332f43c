"""Parts of a whole: « la moitié », « deux tiers », « sept habitants sur dix », « le double ».

>>> share(tokenise("les deux tiers des voix"), 1, lexicon()).value.unit
'%'
"""

from decimal import Decimal

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numerals import Numeral, read_numeral
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


def share(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """The part of a whole that begins at token `i`; `None` where there is none."""
    return (
        _adjective(tokens, i, lex)
        or _multiple(tokens, i, lex)
        or _fraction(tokens, i, lex)
        or _out_of(tokens, i, lex)
    )


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


def _fraction(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """« la moitié », « les trois quarts », « un cinquième de »: a percentage, or a duration."""
    word = tokens.word(i)
    if word in ("demi", "demie"):
        return None
    number, k = Decimal(1), i
    numeral = None
    if word in lex.cardinals:
        numeral = read_numeral(tokens, i, lex)
        if numeral is None or numeral.vague or numeral.ordinal or numeral.high > 99:
            return None
        number, k = numeral.low, numeral.last
    if numeral is not None and numeral.bare_one and tokens.word(k) in ("demi", "demie"):
        return _half(tokens, i, k, lex)
    noun = tokens.word(k)
    whole = lex.fractions.get(noun) or (
        lex.fractions.get(noun[:-1]) if numeral and number > 1 else None
    )
    if whole is None or not _is_part(tokens, i, k, numeral, lex):
        return None
    first = i - 1 if numeral is None or (tokens.word(i - 1) == "les") else i
    time = _of_time(tokens, k + 1, number / whole, lex)
    if time is not None:
        return Candidate("duration", i, time[0], time[1], (i, k + 1))
    part = (100 * number / whole).quantize(Decimal("0.01"))
    grain = Decimal(1) if part == part.to_integral_value() else Decimal("0.01")
    value = Interval(part.normalize() + 0, part.normalize() + 0, "%", None, grain)
    return Candidate("percentage", first, k + 1, value, (i, k + 1))


def _is_part(tokens: Tokens, i: int, k: int, numeral: Numeral | None, lex: Lexicon) -> bool:
    """Whether the word is a part: « un cinquième corps » is a place in a row, « quart de finale »
    a match, « un tiers » before nothing may be anybody."""
    noun, after = tokens.word(k), tokens.word(k + 1)
    if noun.startswith("quart") and after in _OF and tokens.word(k + 2).startswith("final"):
        return False
    if after == "-" and tokens.glued(k + 1):
        return False
    if noun in lex.ordinals:
        return numeral is not None and numeral.bare_one and after in _OF
    if numeral is None:
        return tokens.word(i - 1) in ("la", "le") and (noun != "quart" or after in _OF)
    return numeral.low < lex.fractions.get(noun, 99) or noun.endswith("s")


def _of_time(tokens: Tokens, k: int, part: Decimal, lex: Lexicon) -> tuple[int, Interval] | None:
    """« un quart d'heure » is 15 minutes, « un quart de siècle » 25 years."""
    if tokens.word(k) not in ("de", "d'"):
        return None
    return _part_of(tokens.word(k + 1), part, k + 2, lex)


def _part_of(word: str, part: Decimal, last: int, lex: Lexicon) -> tuple[int, Interval] | None:
    unit = lex.durations.get(plain(word))
    if unit is None:
        return None
    if unit.unit == "heure":
        return last, Interval.exactly((part * 60).normalize() + 0, "minute")
    return last, Interval.exactly((part * unit.times).normalize() + 0, unit.unit)


def _half(tokens: Tokens, i: int, k: int, lex: Lexicon) -> Candidate | None:
    """« un demi-siècle », « une demi-heure »."""
    after = k + 2 if tokens.word(k + 1) == "-" else k + 1
    found = _part_of(tokens.word(after), Decimal("0.5"), after + 1, lex)
    if found is None:
        return None
    return Candidate("duration", i, found[0], found[1], (i, k + 1))


def _out_of(tokens: Tokens, i: int, lex: Lexicon) -> Candidate | None:
    """« sept habitants sur dix », « un Ondalais sur quatre », « un sur six »."""
    part = read_numeral(tokens, i, lex)
    if part is None or part.ordinal or part.vague or part.attached or part.scaled:
        return None
    k = part.last
    while k < part.last + LONGEST_NOUN and tokens.word(k).rstrip("'").isalpha():
        if tokens.word(k) == "sur" or tokens.word(k) in lex.cardinals:
            break
        k += 1
    if tokens.word(k) != "sur":
        return None
    whole = read_numeral(tokens, k + 1, lex)
    if whole is None or whole.ordinal or whole.vague or whole.attached or whole.bare_one:
        return None
    wholes = _WHOLES if not part.bare_one else _WHOLES | set(range(2, 31))
    if whole.low not in wholes or part.low >= whole.low or _counts(tokens, whole, lex):
        return None
    value = (100 * part.low / whole.low).quantize(Decimal("0.01")).normalize() + 0
    grain = Decimal(1) if value == value.to_integral_value() else Decimal("0.01")
    interval = Interval(value, value, "%", None, grain)
    return Candidate("percentage", i, whole.last, interval, (i, whole.last))


def _counts(tokens: Tokens, whole: Numeral, lex: Lexicon) -> bool:
    """Whether a plural noun follows: « un accord sur deux pays » is no share."""
    after = tokens.word(whole.last)
    if not after.isalpha() or after in lex.after_share:
        return after in ("%", "ans", "mois", "jours")
    return after[-1] in "sx" and len(after) > 2
