"""Numbers as French prints and spells them: « 10 000 », « 1,2 million », « dix-neuf (19) ».

>>> tokens = tokenise("deux mille trois cents habitants")
>>> read_numeral(tokens, 0, lexicon()).value
Decimal('2300')
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from crosscheck.expressions.lexicon import Band, Lexicon, lexicon
from crosscheck.expressions.tokens import Tokens, tokenise

__all__ = ["Numeral", "blocked_figures", "lexicon", "read_numeral", "tokenise"]

MOST_FIGURES = 15
"""Longer runs of figures are identifiers: no count of the press reaches a quadrillion."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands: tokens `first` to `last` (excluded) of the text."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    grain: Decimal
    figures: bool = False
    """Printed in figures, at least once."""
    ordinal: bool = False
    scaled: bool = False
    """Holds « millier », « million » or « milliard »."""
    vague: bool = False
    """« une dizaine », « plusieurs », « des milliers »: the ends are our reading."""
    bare_one: bool = False
    """« un » or « une » alone: perhaps an article."""
    attached: bool = False
    """A word is stuck to the figures, which must be a unit: « 12km »."""
    uncounted: bool = False
    """« plusieurs » or « quelques » alone, without « dizaines »."""

    @property
    def value(self) -> Decimal:
        """The number, for one that is exact."""
        return self.low


def grain_of(value: Decimal, decimals: int = 0) -> Decimal:
    """One unit of the last figure that is no trailing zero: 10000 for 10 000, 0.1 for 38,9."""
    if decimals or value != value.to_integral_value():
        exponent = value.as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    grain = Decimal(1)
    while value and value % (grain * 10) == 0:
        grain *= 10
    return grain


def _exact(first: int, last: int, value: Decimal, **more: bool) -> Numeral:
    return Numeral(first, last, value, value, grain_of(value), **more)


def tidy(number: Decimal) -> Decimal:
    """The number without zeros that say nothing: `tidy(Decimal("47200000000.0"))`."""
    if number.is_finite() and number == number.to_integral_value():
        return number.quantize(Decimal(1)) if abs(number) < 10**27 else number
    return number.normalize()


def read_numeral(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """The number that begins at token `i`, as long as it goes; `None` where there is none.

    A number told twice, « dix-neuf (19) », is one.
    """
    if tokens.is_figures(i):
        numeral = _read_figures(tokens, i)
    else:
        numeral = _read_rough(tokens, i, lex) or _read_spelled(tokens, i, lex)
    if numeral is None or numeral.attached or numeral.ordinal or numeral.uncounted:
        return numeral
    return _told_twice(tokens, _scale(tokens, numeral, lex), lex)


def _read_figures(tokens: Tokens, i: int) -> Numeral | None:
    """Digits with their groups and decimals: « 10 000 », « 10.000 », « 350'000 », « 38,9 »."""
    if _stuck_before(tokens, i):
        return None
    k, digits = _groups(tokens, i)
    value, decimals, stop = _decimals(tokens, k, digits)
    if stop is None or len(digits) > MOST_FIGURES:
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
        return tokens.glued(i - 1) and tokens.word(i - 2) not in "(«\"“"
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
        parts = []
        while tokens.word(after) == mark and _group(tokens, after + 1, glued=True):
            parts.append(tokens.word(after + 1))
            after += 2
        # One comma and three figures are decimals in French; two are an English million.
        if parts and not (mark == "," and len(parts) < 2):
            return after, digits + "".join(parts)
        return k, digits
    while _group(tokens, k, glued=False):
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


def _next(tokens: Tokens, k: int) -> int:
    """The token that carries a spelled number on from `k`: a hyphen is passed over."""
    return k + 1 if tokens.word(k) == "-" and tokens.glued(k) and tokens.glued(k + 1) else k


def _read_spelled(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """A number in words, below a million: « quatre-vingt-dix-sept », « deux cent mille ».

    Each word must fit the ones before: « deux trois » is two numbers.
    """
    thousands, current, k, last = 0, None, i, i
    if tokens.word(i) in ("cent", "cents") and tokens.word(i - 1) == "pour":
        return None
    while True:
        word = tokens.word(k)
        if word == "et" and current is not None and last > i - 1:
            joined = _after_et(tokens, k, current, lex)
            if joined is None:
                break
            current, last, ordinal = joined
            if ordinal:
                return _exact(i, last, Decimal(thousands + current), ordinal=True)
            k = _next(tokens, last)
            continue
        if word in lex.ordinals and _fits(current, lex.ordinals[word]):
            alone = current is None and thousands == 0
            if (alone and word == "unième") or (not alone and word in ("premier", "première")):
                break
            total = thousands + _joined(current, lex.ordinals[word])
            return _exact(i, k + 1, Decimal(total), ordinal=True)
        if word not in lex.cardinals:
            break
        number = lex.cardinals[word]
        if number == 1000:
            if thousands or current == 1:
                break
            thousands, current = (1 if current is None else current) * 1000, None
        elif _fits(current, number):
            current = _joined(current, number)
        else:
            break
        last = k + 1
        k = _next(tokens, last)
    if last == i:
        return None
    bare = last == i + 1 and tokens.word(i) in ("un", "une")
    return _exact(i, last, Decimal(thousands + (current or 0)), bare_one=bare)


def _after_et(
    tokens: Tokens, k: int, current: int, lex: Lexicon
) -> tuple[int, int, bool] | None:
    """« vingt et un », « soixante et onzième »: value, token after, whether an ordinal."""
    after = _next(tokens, k + 1)
    word = tokens.word(after)
    number = lex.cardinals.get(word) or lex.ordinals.get(word)
    if number not in (1, 11) or word in ("premier", "première"):
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


def _read_rough(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """« une bonne vingtaine », « deux douzaines », « des milliers », « plusieurs centaines »."""
    word = tokens.word(i)
    many = lex.uncounted.get(word)
    if many is None and word not in ("un", "une", "des", "de", "d'"):
        number = lex.cardinals.get(word)
        if number is None or number < 2 or tokens.word(i + 1) not in _plurals(lex):
            return None
    k = i + 1
    while tokens.word(k) in ("petite", "bonne", "bon", "petit", "grosse", "demi", "-", "grandes"):
        k += 1
    noun = tokens.word(k)
    singular = noun.removesuffix("s")
    band = lex.approximate.get(singular)
    if word in ("un", "une", "d'", "de") and (band is None or noun != singular):
        return None
    if band is None and (singular not in lex.scales or noun == singular):
        plain_many = many is not None and k == i + 1
        return _uncounted(i, many) if plain_many and many is not None else None
    if word in ("d'", "de"):
        return None
    base = band or _as_band(lex.scales[singular])
    half = Decimal("0.5") if "demi" in tokens.words[i + 1 : k] else Decimal(1)
    low, high = _stretch(base.low, base.high, base.value, word, many, lex)
    numeral = Numeral(i, k + 1, tidy(low * half), tidy(high * half), base.value, vague=True)
    return _times_scale(tokens, numeral, lex)


def _plurals(lex: Lexicon) -> frozenset[str]:
    return frozenset(f"{name}s" for name in lex.approximate) - {"milliers"}


def _as_band(value: int) -> Band:
    return Band(Decimal(value), Decimal(value), Decimal(value))


def _stretch(
    low: Decimal, high: Decimal, value: Decimal, word: str, many: Band | None, lex: Lexicon
) -> tuple[Decimal, Decimal]:
    """Ends of « une … », « deux … », « plusieurs … », « des … » before a rough number."""
    if word == "des":
        return value * 2, Decimal("Infinity")
    if many is not None:
        return value * many.low, value * many.high
    count = lex.cardinals.get(word, 1)
    return low * count, high * count


def _uncounted(i: int, band: Band) -> Numeral:
    return Numeral(i, i + 1, band.low, band.high, Decimal(1), vague=True, uncounted=True)


def _times_scale(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« des centaines de milliers »: the rough number times the one it governs."""
    k = numeral.last
    noun = tokens.word(k + 1).removesuffix("s")
    scale = lex.scales.get(tokens.word(k + 1)) or (lex.approximate[noun].value if noun in lex.approximate else None)
    if tokens.word(k) not in ("de", "d'") or scale is None:
        return numeral
    factor = Decimal(scale)
    return replace(
        numeral,
        last=k + 2,
        low=numeral.low * factor,
        high=numeral.high * factor,
        grain=numeral.grain * factor,
        scaled=True,
    )


def _scale(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« 1,2 million », « 12 mille », « deux millions trois cent mille », « un million et demi »."""
    k = numeral.last
    word = tokens.word(k)
    scale = 1000 if word == "mille" and numeral.figures else lex.scales.get(word)
    if scale is None or numeral.vague:
        return numeral
    factor = Decimal(scale)
    value, grain = numeral.low * factor, numeral.grain * factor
    k += 1
    if tokens.word(k) == "et" and tokens.word(k + 1) in ("demi", "demie"):
        value, grain, k = value + factor / 2, tidy(factor / 10), k + 2
    else:
        rest = _rest(tokens, k, scale, figures=numeral.figures, lex=lex)
        if rest is not None:
            value, grain, k = value + rest.low, min(grain, rest.grain), rest.last
    value = tidy(value)
    return replace(
        numeral, last=k, low=value, high=value, grain=tidy(grain), scaled=True, bare_one=False
    )


def _rest(tokens: Tokens, k: int, scale: int, *, figures: bool, lex: Lexicon) -> Numeral | None:
    """What follows « deux millions » of the same number: « trois cent mille »."""
    if tokens.is_figures(k) is not figures:
        return None
    rest = _read_figures(tokens, k) if figures else _read_spelled(tokens, k, lex)
    if rest is None or rest.ordinal or rest.attached or rest.bare_one:
        return None
    if tokens.word(rest.last) in lex.scales:
        rest = _scale(tokens, rest, lex)
    if not 0 < rest.low < scale or (figures and rest.low < scale / 1000):
        return None
    return rest


def _told_twice(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Numeral:
    """« dix-neuf (19) » and « 19 (dix-neuf) » as one number, when both say the same."""
    k = numeral.last
    if tokens.word(k) != "(" or numeral.vague:
        return numeral
    inner: Numeral | None
    if tokens.is_figures(k + 1):
        inner = _read_figures(tokens, k + 1)
    else:
        inner = _read_spelled(tokens, k + 1, lex)
    if inner is None or inner.ordinal or inner.attached or numeral.figures is inner.figures:
        return numeral
    inner = _scale(tokens, inner, lex)
    if tokens.word(inner.last) != ")" or inner.low != numeral.low:
        return numeral
    return replace(numeral, last=inner.last + 1, figures=True, bare_one=False)


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
