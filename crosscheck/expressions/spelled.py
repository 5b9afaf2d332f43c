"""Numbers in words: « quatre-vingt-dix-sept », « deux cent mille », « vingt et unième ».

>>> from crosscheck.expressions.lexicon import lexicon
>>> read_spelled(tokenise("cent nonante-trois"), 0, lexicon()).value
Decimal('193')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.lexicon import Lexicon
from crosscheck.expressions.number import Numeral, exactly, grain_of
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["decimal_part", "hyphen", "read_spelled", "tokenise"]

_ALONE = frozenset({"premier", "première", "premiere"})
_NOT_ALONE = frozenset({"unième", "unieme"})


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
            total = thousands + _joined(current, lex.ordinals[word])
            return exactly(i, k + 1, Decimal(total), ordinal=True)
        else:
            stepped = _stepped(word, thousands, current, lex)
            if stepped is None:
                break
            (thousands, current), last = stepped, k + 1
        k = hyphen(tokens, last)
    if last == i:
        return None
    bare_one = last == i + 1 and tokens.word(i) in ("un", "une")
    return exactly(i, last, Decimal(thousands + (current or 0)), bare_one=bare_one)


def _place(word: str, thousands: int, current: int | None, lex: Lexicon) -> bool:
    """Whether the word ends an ordinal: « unième » never alone, « premier » always."""
    if word not in lex.ordinals or not _fits(current, lex.ordinals[word]):
        return False
    alone = current is None and thousands == 0
    return word not in _NOT_ALONE if alone else word not in _ALONE


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
    """« trois virgule zéro cinq »: the number with its decimals in words."""
    k = numeral.last
    if tokens.word(k) != "virgule" or numeral.figures or numeral.vague:
        return numeral
    zeros = 0
    while lex.cardinals.get(tokens.word(k + 1 + zeros)) == 0:
        zeros += 1
    tail = read_spelled(tokens, k + 1 + zeros, lex)
    digits = "0" * zeros + (str(tail.low) if tail and not tail.ordinal else "")
    if not digits:
        return numeral
    last = tail.last if tail else k + 1 + zeros
    value = Decimal(f"{numeral.low}.{digits}")
    return replace(
        numeral, last=last, low=value, high=value, grain=grain_of(value, 1), bare_one=False
    )


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
