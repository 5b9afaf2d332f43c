"""Numbers in words: « quatre-vingt-dix-sept », « deux cent mille », « vingt et unième ».

>>> from crosscheck.expressions.lexicon import lexicon
>>> read_spelled(tokenise("cent nonante-trois"), 0, lexicon()).value
Decimal('193')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon
from crosscheck.expressions.numbers.number import Numeral, exactly, grain_of
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["decimal_part", "hyphen", "read_spelled", "tokenise"]

_ALONE = frozenset({"premier", "première", "premiere", "premiers", "premières", "premieres"})
_ALONE |= {"second"}
_NOT_ALONE = frozenset({"unième", "unieme", "unièmes", "uniemes"})
_THOUSAND_INSIDE = frozenset({"mil", "milles"})
"""« mil neuf cent », « six milles douze »: a thousand before more of the number only, for « mil »
is a grain and « milles » are lengths."""
_LARGE = 1000
"""From « millième » on, what stands before an ordinal multiplies it: « deux-millième »."""

LONGEST_DECIMALS = 9


def hyphen(tokens: Tokens, k: int) -> int:
    """The token that carries a spelled number on from `k`: a hyphen is passed over."""
    return k + 1 if tokens.word(k) == "-" and tokens.glued(k) and tokens.glued(k + 1) else k


def read_spelled(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """A number in words, below a million: « quatre-vingt-dix-sept », « deux cent mille ».

    Each word must fit the ones before: « deux trois » is two numbers.
    """
    if tokens.word(i) in ("cent", "cents") and tokens.word(i - 1) == "pour":
        return None
    thousands, current, k, last = 0, None, i, i
    while True:
        word = tokens.word(k)
        if word == "et" and current is not None:
            joined = _after_et(tokens, k, current, lex)
            if joined is None:
                break
            current, last, ordinal = joined
            if ordinal:
                return exactly(i, last, Decimal(thousands + current), ordinal=True)
        elif _place(word, thousands, current, lex):
            total = _place_value(thousands, current, lex.ordinals[word])
            return exactly(i, k + 1, total, ordinal=True)
        else:
            if word in _THOUSAND_INSIDE:
                word = _thousand(tokens, k, lex)
            stepped = _stepped(word, thousands, current, lex)
            if stepped is None:
                break
            (thousands, current), last = stepped, k + 1
        k = hyphen(tokens, last)
    if last == i:
        return None
    return _whole(tokens, i, last, thousands + (current or 0))


def _whole(tokens: Tokens, i: int, last: int, value: int) -> Numeral:
    """The number read; « mille et un » too, which elsewhere than alone is a manner of speaking."""
    and_one = tokens.word(last) == "et" and tokens.word(last + 1) in ("un", "une")
    if and_one and value % 1000 == 0 and value and alone(tokens, i, last + 2):
        return exactly(i, last + 2, Decimal(value + 1))
    bare_one = last == i + 1 and tokens.word(i) in ("un", "une")
    return exactly(i, last, Decimal(value), bare_one=bare_one)


def _thousand(tokens: Tokens, k: int, lex: Lexicon) -> str:
    """« mille » for « mil » or « milles » that more of the number follows, else no word."""
    more = tokens.word(hyphen(tokens, k + 1))
    return "mille" if more not in ("un", "une") and more in lex.cardinals else ""


def _place(word: str, thousands: int, current: int | None, lex: Lexicon) -> bool:
    """Whether the word ends an ordinal: « unième » never alone, « premier » always."""
    number = lex.ordinals.get(word)
    if number is None or (number < _LARGE and not _fits(current, number)):
        return False
    alone = current is None and thousands == 0
    if not alone and number >= 100 and word[-1] == "s":
        return False  # « deux centièmes » is a fraction
    return word not in _NOT_ALONE if alone else word not in _ALONE


def _place_value(thousands: int, current: int | None, number: int) -> Decimal:
    """What « centième » or « millième » makes of the words before it."""
    if number < _LARGE:
        return Decimal(thousands + _joined(current, number))
    return Decimal((thousands + (current or 0) or 1) * number)


def _stepped(
    word: str, thousands: int, current: int | None, lex: Lexicon
) -> tuple[int, int | None] | None:
    """The thousands and the rest with one more word; `None` where the word does not fit."""
    number = lex.cardinals.get(word)
    if number is None:
        return None
    if number == 1000:
        if thousands or current == 1:
            return None
        return (1 if current is None else current) * 1000, None
    return (thousands, _joined(current, number)) if _fits(current, number) else None


def decimal_part(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« trois virgule zéro cinq », « dix point huit »: the number with its decimals in words."""
    k = numeral.last
    mark = tokens.word(k)
    if mark not in ("virgule", "point") or numeral.figures or numeral.vague:
        return numeral
    if mark == "point" and numeral.bare_one:
        return numeral
    digits, last = _digits(tokens, k + 1, lex)
    if not digits:
        return numeral
    value = Decimal(f"{numeral.low}.{digits}")
    return replace(
        numeral, last=last, low=value, high=value, grain=grain_of(value, 1), bare_one=False
    )


def _digits(tokens: Tokens, k: int, lex: Lexicon) -> tuple[str, int]:
    """Decimals in words, « zéro cinq », « deux quatre zéro », « vingt-cinq », and the token after.

    Figures are told one by one, or the rest as one number.
    """
    digits = ""
    while len(digits) < LONGEST_DECIMALS:
        digit = lex.cardinals.get(tokens.word(k))
        if digit is None or digit > 9 or (digits and digit == 1):
            break
        # « zéro vingt-cinq »: what is no single figure closes the number.
        if digits.strip("0") == "" and digit and _longer(tokens, k, lex):
            break
        digits += str(digit)
        k += 1
    if digits.strip("0"):
        return digits, k
    tail = read_spelled(tokens, k, lex)
    if tail is None or tail.ordinal:
        return digits, k
    return digits + str(tail.low), tail.last


def _longer(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """Whether the number at token `k` is told in more than one word: « quatre-vingts »."""
    tail = read_spelled(tokens, k, lex)
    return tail is not None and tail.last > k + 1


def _after_et(tokens: Tokens, k: int, current: int, lex: Lexicon) -> tuple[int, int, bool] | None:
    """« vingt et un », « soixante et onzième »: value, token after, whether an ordinal."""
    after = hyphen(tokens, k + 1)
    word = tokens.word(after)
    number = lex.cardinals.get(word) or lex.ordinals.get(word)
    if number is None or number not in (1, 11) or word in _ALONE:
        return None
    if not _fits(current, number) or current % 100 not in (20, 30, 40, 50, 60, 70, 80, 90):
        return None
    return _joined(current, number), after + 1, word in lex.ordinals


def _fits(current: int | None, number: int) -> bool:
    """Whether a word for `number` can follow what was read of a spelled number."""
    if current is None:
        return True
    units = current % 100
    if number == 100:
        return 2 <= current <= 19
    if number == 0 or current == 0:
        return False
    if number == 20 and units == 4:
        return True
    if number < 10:
        tens = units in (20, 30, 40, 50, 60, 70, 80, 90) or (units in (10,) and number >= 7)
        # « soixante-dix-sept »: ten after sixty or eighty takes seven, eight and nine only.
        if units in (70, 90):
            return True
        return units == 0 or tens
    if number < 20:
        return units in (0, 60, 80)
    return units == 0


def _joined(current: int | None, number: int) -> int:
    """What a word for `number` makes of what was read."""
    if current is None:
        return number
    if number == 100:
        return current * 100
    if number == 20 and current % 100 == 4:
        return current + 76
    return current + number
