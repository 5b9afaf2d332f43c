"""Numbers in figures: « 10 000 », « 10.000 », « 350'000 », « 38,9 »; and what only looks so.

>>> read_figures(tokenise("10 000 m³"), 0).value
Decimal('10000')
"""

from decimal import Decimal

from crosscheck.expressions.number import Numeral, grain_of
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["blocked_figures", "read_figures", "tokenise"]

MOST_FIGURES = 15
"""Longer runs of figures are identifiers: no count of the press reaches a quadrillion."""


def read_figures(tokens: Tokens, i: int) -> Numeral | None:
    """Digits with their groups and decimals: « 10 000 », « 10.000 », « 350'000 », « 38,9 »."""
    if _stuck_before(tokens, i):
        return None
    k, digits = _groups(tokens, i)
    if len(digits) > MOST_FIGURES:
        return None
    value, decimals, stop = _decimals(tokens, k, digits)
    if stop is None:
        return None
    if tokens.glued(i) and tokens.word(i - 1) == "-":
        value = -value
    attached = tokens.glued(stop) and tokens.word(stop)[:1].isalpha()
    grain = grain_of(value, decimals)
    return Numeral(i, stop, value, value, grain, figures=True, attached=attached)


def _stuck_before(tokens: Tokens, i: int) -> bool:
    """Whether something before the figures makes them part of a name: « RN7 », « Covid-19 »."""
    if not tokens.glued(i):
        return False
    before = tokens.word(i - 1)
    if before == "-":
        return tokens.glued(i - 1) and tokens.word(i - 2) not in '(«"“'
    if before in (",", ".", "'") and tokens.glued(i - 1) and tokens.is_figures(i - 2):
        return True
    if before == "+":
        return tokens.glued(i - 1)
    return (before[0].isalnum() and not before.endswith("'")) or before in ("_", "#", "@", "/")


def _groups(tokens: Tokens, i: int) -> tuple[int, str]:
    """Digits of the whole groups from token `i`, and the token after them."""
    digits, k = tokens.word(i), i + 1
    if len(digits) > 3 or (digits[0] == "0"):
        return k, digits
    mark = tokens.word(k)
    if mark in (".", "'", ",") and tokens.glued(k):
        after = k
        parts: list[str] = []
        while (
            tokens.word(after) == mark
            and _group(tokens, after + 1, glued=True)
            and len(parts) * 3 <= MOST_FIGURES
        ):
            parts.append(tokens.word(after + 1))
            after += 2
        # One comma and three figures are decimals in French; two are an English million.
        if parts and not (mark == "," and len(parts) < 2):
            return after, digits + "".join(parts)
        return k, digits
    while _group(tokens, k, glued=False) and len(digits) <= MOST_FIGURES:
        digits += tokens.word(k)
        k += 1
    return k, digits


def _group(tokens: Tokens, k: int, *, glued: bool) -> bool:
    """Whether token `k` is a group of three figures of the number before it."""
    if not tokens.is_figures(k) or len(tokens.word(k)) != 3:
        return False
    return tokens.glued(k) and tokens.glued(k - 1) if glued else tokens.spaced(k)


def _decimals(tokens: Tokens, k: int, digits: str) -> tuple[Decimal, int, int | None]:
    """The value with what follows the decimal mark; no end when it is a version or an address."""
    mark = tokens.word(k)
    follows = mark in (",", ".") and tokens.glued(k) and tokens.glued(k + 1)
    if not follows or not tokens.is_figures(k + 1):
        return Decimal(digits), 0, k
    tail = tokens.word(k + 1)
    more = tokens.word(k + 2) in (",", ".") and tokens.glued(k + 2) and tokens.glued(k + 3)
    if (more and tokens.is_figures(k + 3)) or len(tail) > MOST_FIGURES:
        return Decimal(0), 0, None
    return Decimal(f"{digits}.{tail}"), len(tail), k + 2


def blocked_figures(tokens: Tokens) -> frozenset[int]:
    """Tokens of telephone numbers and the like, which are no numbers.

    >>> sorted(blocked_figures(tokenise("tél. 01 42 43 56 78")))
    [2, 3, 4, 5, 6]
    """
    blocked: set[int] = set()
    i, count = 0, len(tokens.words)
    while i < count:
        if not tokens.is_figures(i):
            i += 1
            continue
        run = [i]
        k = i + 1
        while True:
            if tokens.spaced(k) and tokens.is_figures(k):
                step = k
            elif tokens.word(k) in (".", "-", "/") and tokens.is_figures(k + 1):
                step = k + 1 if tokens.glued(k) and tokens.glued(k + 1) else -1
            else:
                step = -1
            if step < 0:
                break
            run.append(step)
            k = step + 1
        if _telephone(tokens, run):
            blocked.update(run)
        i = run[-1] + 1
    return frozenset(blocked)


def _telephone(tokens: Tokens, run: list[int]) -> bool:
    """Whether groups of figures are a telephone number, or figures after a « + »."""
    parts = [tokens.word(k) for k in run]
    if len(parts) >= 4 and all(len(part) == 2 for part in parts):
        return True
    plus = tokens.word(run[0] - 1) == "+" and tokens.glued(run[0])
    starts_zero = parts[0][0] == "0" and len(parts[0]) > 1
    zero_run = len(parts) >= 3 and starts_zero and all(tokens.spaced(k) for k in run[1:])
    return (plus and len(parts) >= 3) or zero_run
