"""Two bounds that make one range: « supérieur à 1 000 et inférieur à 1 500 ».

>>> one, two = (Candidate("count", *place, value) for place, value in (
...     ((0, 3), Interval(Decimal(10), INFINITE)), ((4, 7), Interval(-INFINITE, Decimal(20)))))
>>> joined_bounds(tokenise("plus de 10 et moins de 20"), one, two).value.high
Decimal('20')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import INFINITE, Interval

__all__ = ["INFINITE", "Decimal", "Interval", "joined_bounds", "tokenise"]


def joined_bounds(tokens: Tokens, one: Candidate, two: Candidate) -> Candidate | None:
    """The range of a lower and an upper bound that « et » or « mais » joins; `None` for others."""
    if one.kind != two.kind or one.hidden or two.hidden or two.first != one.last + 1:
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
