"""Words that turn a number into a bound or a band: « au moins 12 », « 400 vols environ ».

>>> from crosscheck.expressions.numbers.quantities import quantities
>>> quantities(tokenise("au moins 12 morts"), lexicon())[0].value.high
Decimal('Infinity')
"""

from dataclasses import replace
from decimal import Decimal

from crosscheck.expressions.lexicon import Hedge, Lexicon, lexicon
from crosscheck.expressions.numbers.number import tidy
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.values import Interval

__all__ = ["hedged", "lexicon", "tokenise"]

_STOPS = frozenset(
    [
        "et",
        "ou",
        "ni",
        "qui",
        "que",
        "qu'",
        "dont",
        "où",
        "a",
        "ont",
        "est",
        "sont",
        "était",
        "étaient",
        "avait",
        "avaient",
        "dans",
        "à",
        "au",
        "aux",
        "sur",
        "pour",
        "avec",
        "sans",
        "par",
        "ce",
        "se",
        "s'",
        "ne",
        "n'",
        "plus",
        "moins",
        "mais",
        "car",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "un",
        "une",
    ]
)
_OPENING = frozenset('«"“(')


def hedged(
    tokens: Tokens, candidate: Candidate, value: Interval, lex: Lexicon, *, fraction: bool
) -> Candidate:
    """The candidate with its hedge, before it or after it; as it was where there is none."""
    before = _before(tokens, candidate, lex, fraction=fraction)
    if before is not None:
        start, hedge = before
        if hedge.outside:
            return replace(candidate, value=stretch(value, hedge))
        return replace(candidate, first=start, value=stretch(value, hedge))
    after = _after(tokens, candidate, lex)
    if after is not None:
        end, hedge = after
        return replace(candidate, last=end, value=stretch(value, hedge))
    return candidate


def _before(
    tokens: Tokens, candidate: Candidate, lex: Lexicon, *, fraction: bool
) -> tuple[int, Hedge] | None:
    first = candidate.first
    last = tokens.word(first - 1)
    found = lex.hedges_before.ends_at(tokens, first)
    if found is None and fraction and last in ("du", "des", "aux", "au"):
        found = lex.hedges_before.ends_at(tokens, first, "de" if last[0] == "d" else "à")
    if found is None or (found[1].of and found[1].of != candidate.kind):
        return None
    if found[1].high == 1 and _reached(tokens, found[0], lex):
        return None
    if found[1].outside and _denied(tokens, found[0]):
        return None
    return found


def _reached(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """« a grimpé jusqu'à 500 » reached 500; « peut grimper jusqu'à 500 » may not."""
    verb = tokens.word(k - 1)
    up_to = tokens.word(k) == "jusqu'"
    return up_to and verb.startswith(lex.change) and not verb.endswith(("er", "re", "ir", "ant"))


def _denied(tokens: Tokens, k: int) -> bool:
    """Whether the verb at token `k` is denied: « n'a pas dépassé », « ne saurait excéder »."""
    return any(tokens.word(at) in ("ne", "n'") for at in range(k - 4, k))


def _after(tokens: Tokens, candidate: Candidate, lex: Lexicon) -> tuple[int, Hedge] | None:
    """A hedge right after the unit, or after the noun and its complement."""
    k = candidate.last
    for skipped in range(5):
        at = k + skipped
        if tokens.word(at) in _OPENING:
            found = lex.hedges_after.starts_at(tokens, at + 1)
        else:
            found = lex.hedges_after.starts_at(tokens, at)
        if found is not None:
            joined = tokens.word(at) in ("ou", "et")
            if (joined and skipped > 1) or _governs(tokens, found[0], lex):
                return None
            longer = lex.hedges_before.starts_at(tokens, at + 1) if joined else None
            if longer is not None and longer[0] > found[0]:
                return None  # « plus grand que 10 et plus petit que 20 »
            return found
        word = tokens.word(at)
        if word in _STOPS or word in lex.cardinals or not word.rstrip("'").isalpha():
            return None
    return None


def _governs(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """Whether what follows is the number or the word that the hedge belongs to: « 12, au plus
    14 », « 11 km au plus fort de la crue »."""
    word = tokens.word(k)
    if tokens.word(k - 1) == "plus" and word in lex.degrees:
        return True
    return tokens.is_figures(k) or word in lex.cardinals or word in ("de", "d'", "des", "autant")


def stretch(value: Interval, hedge: Hedge) -> Interval:
    """The interval that a hedge makes of a number: « au moins 12 » is from 12 to infinity."""
    low = tidy(value.low * hedge.low) if hedge.low.is_finite() else hedge.low
    high = tidy(value.high * hedge.high) if hedge.high.is_finite() else hedge.high
    if value.vague:
        # « au moins une centaine »: the bound is the number said, and the other end is open.
        low = value.low if hedge.high == Decimal("Infinity") else low
    if low > high:
        low, high = high, low  # below zero, a tenth less is more
    return replace(value, low=low, high=high, strict=hedge.strict, vague=hedge.vague or value.vague)
