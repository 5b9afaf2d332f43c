"""Two bounds that make one range: « supérieur à 1 000 et inférieur à 1 500 », « entre la 10e et la
15e place ».

>>> one, two = (Candidate("count", *place, value) for place, value in (
...     ((0, 3), Interval(Decimal(10), INFINITE)), ((4, 7), Interval(-INFINITE, Decimal(20)))))
>>> joined_bounds(tokenise("plus de 10 et moins de 20"), one, two).value.high
Decimal('20')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import INFINITE, Interval

__all__ = ["INFINITE", "Decimal", "Interval", "joined_bounds", "tokenise"]


_ARTICLES = ("le", "la")
_PLACES = frozenset(["place", "rang", "position", "minute"])
"""What is counted along a row; of anything else the two ends are two things."""


def joined_bounds(tokens: Tokens, one: Candidate, two: Candidate) -> Candidate | None:
    """The range of a lower and an upper bound that « et » or « mais » joins; `None` for others."""
    if one.kind != two.kind or one.hidden or two.hidden:
        return None
    if one.kind == "ordinal":
        return _joined_places(tokens, one, two)
    if two.first != one.last + 1:
        return None
    if tokens.word(one.last) not in ("et", "mais"):
        return None
    first, second = one.value, two.value
    if not isinstance(first, Interval) or not isinstance(second, Interval):
        return None
    if (first.unit, first.currency) != (second.unit, second.currency):
        return None
    low, high = (first, second) if first.high == INFINITE else (second, first)
    if low.high != INFINITE or high.low != -INFINITE or not low.low < high.high:
        return None
    grain = min(first.grain, second.grain)
    value = replace(low, high=high.high, grain=grain, strict=low.strict and high.strict)
    return replace(one, last=two.last, value=value, number=(one.number[0], two.number[1]))


def _joined_places(tokens: Tokens, one: Candidate, two: Candidate) -> Candidate | None:
    """« entre la 10e et la 15e place »: one place of several, where no two things are told apart.

    « Entre le premier et le second tour » names two, and so does any other noun.
    """
    first, second = one.value, two.value
    if not isinstance(first, Interval) or not isinstance(second, Interval):
        return None
    around = (tokens.words[max(one.first - 2, 0) : one.first], tokens.words[one.last : two.first])
    if around not in [(("entre", article), ("et", article)) for article in _ARTICLES]:
        return None
    after = tokens.word(two.last)
    if first.high + 1 >= second.low or (after.isalpha() and plain(after) not in _PLACES):
        return None
    value = replace(first, high=second.high, grain=min(first.grain, second.grain))
    return replace(
        one, first=one.first - 2, last=two.last, value=value, number=(one.number[0], two.number[1])
    )
