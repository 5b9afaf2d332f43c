"""Numbers in figures: « 10 000 », « 10.000 », « 350'000 », « 38,9 »; and what only looks so.

>>> read_figures(tokenise("10 000 m³"), 0).value
Decimal('10000')
"""

from decimal import Decimal
from itertools import compress

from crosscheck.expressions.lexicon import Lexicon, lexicon
from crosscheck.expressions.numbers.number import Numeral, grain_of
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["blocked_figures", "lexicon", "read_figures", "tokenise"]

_LINKS = frozenset([".", "-", "/"])
_CODES = frozenset(["EUR", "USD", "GBP", "CHF", "CAD"])
_SCALES = ("million", "milliard")
MOST_FIGURES = 15
"""Longer runs of figures are identifiers: no count of the press reaches a quadrillion."""


def read_figures(tokens: Tokens, i: int) -> Numeral | None:
    """Digits with their groups and decimals: « 10 000 », « 10.000 », « 350'000 », « 38,9 »."""
    alone = not tokens.glued(i) and not tokens.glued(i + 1)
    if alone and not tokens.is_figures(i + 1) and len(tokens.word(i)) <= MOST_FIGURES:
        value = Decimal(tokens.word(i))
        return Numeral(i, i + 1, value, value, grain_of(value), figures=True)
    if tokens.word(i - 1) == "," and _no_units(tokens, i):
        return _decimal_alone(tokens, i)
    if _stuck_before(tokens, i) and not _code(tokens, i):
        return None
    first = i
    k, digits = _groups(tokens, i)
    if len(digits) > MOST_FIGURES:
        return None
    value, decimals, stop = _decimals(tokens, k, digits, grouped=k > i + 1)
    if stop is None:
        return None
    if tokens.glued(i) and tokens.word(i - 1) == "-":
        value, first = -value, i - 1
    attached = tokens.glued(stop) and tokens.word(stop)[:1].isalpha()
    grain = grain_of(value, decimals)
    return Numeral(first, stop, value, value, grain, figures=True, attached=attached)


def _no_units(tokens: Tokens, i: int) -> bool:
    """« ,5 » and « -,5 » at the head of a line: a decimal that has left out its zero.

    Inside a sentence a comma stuck to the next word is a slip of the typist: « Paul ,12 ans ».
    """
    if not tokens.glued(i):
        return False
    minus = tokens.word(i - 2) == "-" and tokens.glued(i - 1)
    return tokens.word(i - 2 - minus) in ("", BREAK)


def _decimal_alone(tokens: Tokens, i: int) -> Numeral | None:
    digits = tokens.word(i)
    if len(digits) > MOST_FIGURES:
        return None
    minus = tokens.word(i - 2) == "-"
    value = Decimal(f"{'-' if minus else ''}0.{digits}")
    attached = tokens.glued(i + 1) and tokens.word(i + 1)[:1].isalpha()
    grain = grain_of(value, len(digits))
    return Numeral(i - 1 - minus, i + 1, value, value, grain, figures=True, attached=attached)


def _stuck_before(tokens: Tokens, i: int) -> bool:
    """Whether something before the figures makes them part of a name: « RN7 », « Covid-19 »."""
    if not tokens.glued(i):
        return False
    before = tokens.word(i - 1)
    if before == "-":
        if tokens.is_figures(i - 2):
            return True
        return tokens.glued(i - 1) and tokens.word(i - 2) not in '(«"“'
    if before in (",", ".", "'") and tokens.glued(i - 1) and tokens.is_figures(i - 2):
        return True
    if before == "+":
        return tokens.glued(i - 1)
    return (before[0].isalnum() and not before.endswith("'")) or before in ("_", "#", "@", "/")


def _code(tokens: Tokens, i: int) -> bool:
    """Whether three capitals before the figures may be a currency: « EUR29,99 »."""
    name = tokens.raw(i - 1)
    priced = tokens.word(i + 1) in (",", ".") and len(tokens.word(i + 2)) == 2
    return priced and len(name) == 3 and name in _CODES and not tokens.glued(i - 1)


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


def _decimals(
    tokens: Tokens, k: int, digits: str, *, grouped: bool
) -> tuple[Decimal, int, int | None]:
    """The value with what follows the decimal mark; no end when it is a version or an address."""
    mark = tokens.word(k)
    if mark not in (",", ".") or not tokens.glued(k) or not tokens.is_figures(k + 1):
        return Decimal(digits), 0, k
    tail = tokens.word(k + 1)
    if not tokens.glued(k + 1):
        # « 1 776, 4 milliards »: a slip of the typist that only groups and a scale give away.
        slip = grouped and mark == "," and len(tail) == 1 and tokens.spaced(k + 1)
        if slip and tokens.word(k + 2).startswith(_SCALES):
            return Decimal(f"{digits}.{tail}"), 1, k + 2
        return Decimal(digits), 0, k
    more = tokens.word(k + 2) in (",", ".") and tokens.glued(k + 2) and tokens.glued(k + 3)
    if (more and tokens.is_figures(k + 3)) or len(tail) > MOST_FIGURES:
        return Decimal(0), 0, None
    return Decimal(f"{digits}.{tail}"), len(tail), k + 2


def blocked_figures(tokens: Tokens, lex: Lexicon) -> frozenset[int]:
    """Tokens of telephone numbers and the like, which are no numbers.

    >>> sorted(blocked_figures(tokenise("tél. 01 42 43 56 78"), lexicon()))
    [2, 3, 4, 5, 6]
    """
    blocked: set[int] = set()
    i = -1
    for k in compress(range(len(tokens.figures)), tokens.figures):
        if k <= i:
            continue
        run = _run(tokens, k)
        if _telephone(tokens, run) or _called(tokens, run, lex):
            blocked.update(run)
        i = run[-1]
    return frozenset(blocked)


def _run(tokens: Tokens, i: int) -> list[int]:
    """The groups of figures from token `i` on, spaces, dots, hyphens or slashes between them."""
    run, k = [i], i + 1
    while True:
        if tokens.is_figures(k) and tokens.spaced(k):
            step = k
        elif tokens.word(k) in _LINKS and tokens.is_figures(k + 1):
            step = k + 1 if tokens.glued(k) and tokens.glued(k + 1) else -1
        else:
            return run
        if step < 0:
            return run
        run.append(step)
        k = step + 1


def _in_brackets(tokens: Tokens, run: list[int]) -> bool:
    """« +33 (0)1 42 43 56 78 », « (514) 555-0187 »: each of the two parts."""
    first, after = run[0], run[-1] + 1
    before = tokens.word(first - 1)
    if before == "+" and tokens.word(after) == "(" and tokens.word(after + 1) == "0":
        return True
    if before == "(" and tokens.word(after) == ")" and tokens.is_figures(after + 1):
        return tokens.word(first) == "0" or tokens.word(after + 2) == "-"
    if before != ")" or not tokens.is_figures(first - 2) or tokens.word(first - 3) != "(":
        return False
    return tokens.word(first - 2) == "0" or (len(run) == 2 and tokens.word(first + 1) == "-")


def _called(tokens: Tokens, run: list[int], lex: Lexicon) -> bool:
    """« composer le 17 », « le 119 est joignable », « Tél. : 77 123 45 67 »."""
    first = run[0]
    if tokens.word(first - 1) == "le" and len(run) == 1 and len(tokens.word(first)) <= 4:
        words = (tokens.word(first - 2), tokens.word(first + 2))  # « le 3919, numéro d'écoute »
        return any(word in lex.calls for word in words)
    if _in_brackets(tokens, run):
        return True
    before = (tokens.word(first - 1), tokens.word(first - 2), tokens.word(first - 3))
    return len(run) >= 3 and any(word in lex.calls for word in before)


def _telephone(tokens: Tokens, run: list[int]) -> bool:
    """Whether groups of figures are a telephone number, or figures after a « + »."""
    parts = [tokens.word(k) for k in run]
    if len(parts) >= 4 and all(len(part) == 2 for part in parts):
        return True
    plus = tokens.word(run[0] - 1) == "+" and tokens.glued(run[0])
    starts_zero = parts[0][0] == "0" and (len(parts[0]) > 1 or len(parts) >= 4)
    zero_run = len(parts) >= 3 and starts_zero and all(tokens.spaced(k) for k in run[1:])
    return (plus and len(parts) >= 3) or zero_run
