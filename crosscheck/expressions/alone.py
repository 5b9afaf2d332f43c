"""Whether words stand alone on their line, with no sentence that would make more of them.

>>> alone(tokenise("un tiers"), 0, 2)
True
"""

from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["alone", "tokenise"]

_EDGES = frozenset(["", BREAK])


def alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing stands before and after tokens `first` to `last` on their line."""
    if tokens.word(first - 1) not in _EDGES:
        return False
    last += tokens.word(last) == "."
    return tokens.word(last) in _EDGES
