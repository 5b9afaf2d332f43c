"""Which half of the day an hour is of: « 6 heures du soir », « 8 h 10 PM », « 5:16 p.m. ».

>>> found = half_at(tokenise("8 h 10 PM"), 3, hours())
>>> found[0], found[1].of_day(8 * 60 + 10) // 60
(4, 20)
"""

from crosscheck.expressions.dates.hours import Half, Hours, hours
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["half_at", "hours", "tokenise"]


def half_at(tokens: Tokens, k: int, words: Hours) -> tuple[int, Half] | None:
    """The half of the day told at token `k`, after an hour, and the token after it.

    A lone letter must be stuck to the figures: « 5:16p ».
    """
    found = words.halves.starts_at(tokens, k)
    if found is not None or not tokens.glued(k):
        return found
    letter = words.glued_halves.get(tokens.word(k))
    goes_on = tokens.glued(k + 1) and tokens.word(k + 1)[:1].isalnum()
    return (k + 1, letter) if letter is not None and not goes_on else None
