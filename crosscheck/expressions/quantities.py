"""Numbers with their hedges, ranges and units: counts, percentages, money, measures, durations.

>>> [c.kind for c in quantities(tokenise("de 10 à 15 km"), lexicon())]
['measure']
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from crosscheck.expressions.almanac import almanac
from crosscheck.expressions.ages import age_or_duration
from crosscheck.expressions.hedging import hedged
from crosscheck.expressions.lexicon import Lexicon, lexicon, plain
from crosscheck.expressions.numerals import Numeral, blocked_figures, grain_of, read_numeral, tidy
from crosscheck.expressions.ordinals import ordinal
from crosscheck.expressions.shares import share
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise
from crosscheck.expressions.units import DE, Measured, read_unit
from crosscheck.models import Kind
from crosscheck.values import Interval

__all__ = ["lexicon", "quantities", "tokenise"]


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or a range of two, and the unit that both share."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    grain: Decimal
    vague: bool
    numeral: Numeral
    """The number, or the second of the two."""
    number: tuple[int, int]
    measured: Measured | None


def quantities(tokens: Tokens, lex: Lexicon) -> list[Candidate]:
    """Everything that a number says in the text, in order; readings may overlap."""
    found: list[Candidate] = []
    blocked = blocked_figures(tokens)
    triggers = _triggers(lex)
    i, count = 0, len(tokens.words)
    counted = -9
    while i < count:
        word = tokens.words[i]
        if not tokens.figures[i] and word not in triggers:
            i += 1
            continue
        if i in blocked:
            found.append(Candidate("count", i, i + 1, Interval.exactly(0), hidden=True))
            i += 1
            continue
        candidates = list(_read_at(tokens, i, counted, lex))
        found += candidates
        after = max((c.number[1] for c in candidates if c.number[1]), default=i + 1)
        if any(c.kind == "count" and not c.hidden for c in candidates):
            counted = after
        i = max(after, i + 1)
    return found


def _triggers(lex: Lexicon) -> frozenset[str]:
    words = {*lex.cardinals, *lex.ordinals, *lex.uncounted, *lex.fractions, *lex.multiples}
    return frozenset(words | {"des", "demi", "demie"} | set(lex.adjectives))


def _read_at(tokens: Tokens, i: int, counted: int, lex: Lexicon) -> Iterator[Candidate]:
    """The readings of the number that begins at token `i`; `counted` is where the last ended."""
    part = share(tokens, i, lex)
    if part is not None:
        yield _stretched(tokens, part, lex, fraction=True)
        return
    numeral = read_numeral(tokens, i, lex)
    if numeral is None:
        return
    if numeral.ordinal or numeral.attached:
        place = ordinal(tokens, numeral, lex)
        if place is not None:
            yield place
        if place is not None or numeral.ordinal:
            return
    score = _score(tokens, numeral, lex)
    if score is not None:
        yield score
        return
    if tokens.word(numeral.last) == "-" and tokens.glued(numeral.last) and tokens.capital(numeral.last + 1):
        # « la rue des Trois-Fontaines »
        return
    amount = _amount(tokens, numeral, lex)
    if amount.measured is None:
        candidate = _count(tokens, amount, counted, lex)
    else:
        candidate = _with_unit(tokens, amount, amount.measured, lex)
    if candidate is not None:
        yield _stretched(tokens, candidate, lex)
    elif numeral.figures:
        yield Candidate("count", numeral.first, numeral.last, Interval.exactly(0), (i, numeral.last), sure=False, hidden=True)


def _score(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Candidate | None:
    """« 2-1 », « 3 à 2 », « 24h/24 »: figures that go together and are no quantity."""
    k = numeral.last
    if tokens.word(k) in ("-", "–", "/", ":") and tokens.glued(k) and tokens.glued(k + 1):
        second = tokens.is_figures(k + 1)
        if second and _dashed(tokens, numeral, lex) is None:
            return _hidden(numeral.first, k + 2)
    if tokens.word(k) == "à" and tokens.word(numeral.first - 1) not in DE:
        second_numeral = read_numeral(tokens, k + 1, lex)
        if second_numeral and not second_numeral.vague and not second_numeral.attached:
            small = numeral.high < 40 and second_numeral.low <= numeral.low
            if small and read_unit(tokens, second_numeral, second_numeral.last, lex) is None:
                return _hidden(numeral.first, second_numeral.last)
    around = _around_the_clock(tokens, numeral, lex)
    return _hidden(numeral.first, around) if around else None


def _hidden(first: int, last: int) -> Candidate:
    return Candidate("count", first, last, Interval.exactly(0), (first, last), hidden=True)


def _around_the_clock(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> int:
    """« 24 h/24 », « 7 jours sur 7 »: the token after; 0 where it is none."""
    k = numeral.last
    if plain(tokens.word(k)) not in ("h", "heure", "jour", "j"):
        return 0
    if tokens.word(k + 1) not in ("/", "sur"):
        return 0
    second = read_numeral(tokens, k + 2, lex) or _glued_figures(tokens, k + 2)
    return second.last if second and second.low == numeral.low else 0


def _glued_figures(tokens: Tokens, k: int) -> Numeral | None:
    """Figures alone at token `k`, whatever stands before them."""
    if not tokens.is_figures(k) or len(tokens.word(k)) > 15:
        return None
    value = Decimal(tokens.word(k))
    return Numeral(k, k + 1, value, value, Decimal(1), figures=True)


def _dashed(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> tuple[Numeral, Measured] | None:
    """« 10-15 % »: the second number and the unit, which alone makes the dash a range."""
    if tokens.word(numeral.last) not in ("-", "–"):
        return None
    second = _glued_figures(tokens, numeral.last + 1)
    if second is None or second.low <= numeral.low:
        return None
    measured = read_unit(tokens, second, second.last, lex)
    return (second, measured) if measured else None


def _amount(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> Amount:
    """The number with its unit, or with the second end of its range."""
    measured = read_unit(tokens, numeral, numeral.last, lex)
    if numeral.attached and (measured is None or not tokens.glued(numeral.last)):
        measured = None
    dashed = _dashed(tokens, numeral, lex)
    if dashed:
        return _range(numeral, dashed[0], dashed[1], numeral.first)
    if not numeral.vague and not numeral.attached:
        ranged = _ranged(tokens, numeral, measured, lex)
        if ranged is not None:
            return ranged
    last = measured.last if measured else numeral.last
    span = (numeral.first, numeral.last)
    return Amount(numeral.first, last, numeral.low, numeral.high, numeral.grain, numeral.vague,
                  numeral, span, measured)  # fmt: skip


def _range(first: Numeral, second: Numeral, measured: Measured | None, start: int) -> Amount:
    last = measured.last if measured else second.last
    grain = min(first.grain, second.grain)
    return Amount(start, last, first.low, second.low, grain, False, second,
                  (first.first, second.last), measured)  # fmt: skip


def _ranged(
    tokens: Tokens, numeral: Numeral, measured: Measured | None, lex: Lexicon
) -> Amount | None:
    """« entre 61 et 65 % », « 60 à 80 mm », « de 3 % à 5 % », « deux ou trois »."""
    k = measured.last if measured else numeral.last
    before, link = tokens.word(numeral.first - 1), tokens.word(k)
    between = before == "entre" and link == "et"
    if not between and (link not in ("à", "ou") or (link == "ou" and measured)):
        return None
    second = read_numeral(tokens, k + 1, lex)
    if second is None or second.vague or second.ordinal or second.attached or second.bare_one:
        return None
    unit = read_unit(tokens, second, second.last, lex)
    changed = link == "à" and before in DE and _change(tokens, numeral.first - 1, lex)
    if changed:
        # « passer de 600 à 715 francs »: two values; the first borrows the unit of the second.
        if measured or unit is None:
            return None
        numeral = _same_scale(tokens, numeral, second, lex)
        return Amount(numeral.first, numeral.last, numeral.low, numeral.low, numeral.grain, False,
                      numeral, (numeral.first, numeral.last), replace(unit, last=numeral.last))  # fmt: skip
    if measured and (unit is None or (measured.unit, measured.kind) != (unit.unit, unit.kind)):
        return None
    if measured and measured.unit == "heure":
        # « de 7 heures à 18 heures » are two times of day; « de 2 à 4 heures » is a length.
        return None
    numeral = _same_scale(tokens, numeral, second, lex)
    if numeral.low >= second.low or (link == "ou" and second.low > 2 * numeral.low + 1):
        return None
    start = numeral.first - 1 if between or (before in DE and link == "à") else numeral.first
    if before in DE and link == "à" and _needs_de(tokens, numeral.first - 1):
        start = numeral.first
    return _range(numeral, second, unit, start)


def _needs_de(tokens: Tokens, k: int) -> bool:
    """Whether « de » belongs to the noun before it: « une hausse de 10 à 15 % »."""
    before = tokens.word(k - 1)
    return before.isalpha() and before not in ("prendra", "prend", "va", "vont", "compte")


def _same_scale(tokens: Tokens, first: Numeral, second: Numeral, lex: Lexicon) -> Numeral:
    """« deux à trois millions »: the first number takes the scale of the second."""
    scale = lex.scales.get(tokens.word(second.last - 1))
    if scale is None or first.scaled or first.low >= 1000:
        return first
    value = tidy(first.low * scale)
    return replace(first, low=value, high=value, grain=tidy(first.grain * scale))


def _change(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """Whether a verb of change stands shortly before token `k`."""
    for at in range(k - 1, max(k - 7, -1), -1):
        word = tokens.word(at)
        if word in (BREAK, ".", ";"):
            return False
        if word.startswith(lex.change):
            return True
    return False


def _with_unit(
    tokens: Tokens, amount: Amount, unit: Measured, lex: Lexicon
) -> Candidate | None:
    """A number of something: the value scaled to the unit, money with its currency."""
    if _leading_zero(tokens, amount) and unit.kind != "percentage":
        return None
    kind: Kind = unit.kind
    last = unit.last
    if unit.kind == "duration":
        kind, last = age_or_duration(tokens, amount.number[0], unit, lex)
    value = Interval(
        tidy(amount.low * unit.times + unit.added),
        tidy(amount.high * unit.times + unit.added),
        unit.unit,
        unit.currency,
        tidy(amount.grain * unit.times) if not unit.added else grain_of(tidy(unit.added)),
        vague=amount.vague,
    )
    return Candidate(kind, amount.first, max(last, amount.last), value, amount.number)


def _leading_zero(tokens: Tokens, amount: Amount) -> bool:
    """Whether figures begin with a zero that a quantity would not have: « 07 »."""
    word = tokens.word(amount.number[0])
    whole = amount.number[1] == amount.number[0] + 1
    return whole and len(word) > 1 and word[0] == "0" and word.isdigit()


def _count(tokens: Tokens, amount: Amount, counted: int, lex: Lexicon) -> Candidate | None:
    """A number of things; `None` for figures that are a name, a year, a place in a list."""
    first, last = amount.first, amount.last
    value = Interval(amount.low, amount.high, "", None, amount.grain, vague=amount.vague)
    candidate = Candidate("count", first, last, value, amount.number, sure=not amount.numeral.attached)
    if amount.numeral.bare_one:
        return _one(tokens, candidate, counted, lex)
    if amount.numeral.attached or _leading_zero(tokens, amount):
        return None
    if _is_name(tokens, *amount.number, lex) or _before_month(tokens, amount) or _is_year(tokens, amount) or _new(tokens, first):
        return None
    return candidate


def _one(tokens: Tokens, candidate: Candidate, counted: int, lex: Lexicon) -> Candidate | None:
    """« un seul accord », « dont un enfant », « deux policiers et un manifestant »."""
    k = candidate.last
    if tokens.word(k) in lex.single:
        return replace(candidate, last=k + 1)
    before = tokens.word(candidate.first - 1)
    if before == "dont" and tokens.word(k).isalpha():
        return candidate
    near = 0 < candidate.first - counted <= 4
    if before == "et" and near and tokens.word(k) not in ("demi", "demie", "quart", "peu", "autre"):
        between = tokens.words[counted : candidate.first]
        if all(word.isalpha() for word in between):
            return candidate
    hedge = lex.hedges_before.ends_at(tokens, candidate.first)
    return candidate if hedge and not hedge[1].of and tokens.word(k) not in ("peu",) else None


def _is_name(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """« article 85 », « n° 14 », « 1. Titre »: figures that name."""
    if not tokens.is_figures(first):
        return False
    before = tokens.word(first - 1)
    if _model(tokens, first, last) or _address(tokens, last, lex):
        return True
    if before in lex.labels or before in ("°", "º", "#"):
        return True
    if before == "." and tokens.word(first - 2) in ("no", "n", "art", "tél", "p", "chap"):
        return True
    follows = tokens.word(last) in (".", ")", "-", "/") and tokens.glued(last)
    opens = before in ("", BREAK)
    if opens and follows and last == first + 1 and not tokens.glued(last + 1):
        return amount_small(tokens.word(first))
    if tokens.word(last) == "/" and tokens.is_figures(last + 1):
        return True
    return before == "/" or (tokens.word(last) == ":" and tokens.glued(last + 1) and tokens.is_figures(last + 1))


def _model(tokens: Tokens, first: int, last: int) -> bool:
    """« un Boeing 737 », « la Ligue 2 »: a name before the figures and no noun after."""
    if not tokens.capital(first - 1) or not tokens.word(first - 1).isalpha():
        return False
    named = tokens.word(first - 2) in ("un", "une", "des", "d'un", "du", "type")
    after = tokens.word(last)
    noun = after.isalpha() and len(after) > 3 and not tokens.capital(last)
    return named and not noun


def _address(tokens: Tokens, last: int, lex: Lexicon) -> bool:
    """« 127 bis », « 15, rue du Puits »."""
    after = last + (tokens.word(last) == ",")
    return tokens.word(after) in lex.addresses


def _before_month(tokens: Tokens, amount: Amount) -> bool:
    """Whether the number is a day of the month: « 30 juin »."""
    return amount.high <= 31 and tokens.word(amount.last) in almanac().months


def amount_small(figures: str) -> bool:
    """Whether figures are small enough to number an item of a list: `amount_small("12")`."""
    return len(figures) <= 2


def _is_year(tokens: Tokens, amount: Amount) -> bool:
    """Four figures without a space, 1800 to 2099, that nothing plural follows."""
    numeral = amount.numeral
    if numeral.last != numeral.first + 1 or not tokens.is_figures(numeral.first):
        return False
    if len(tokens.word(numeral.first)) != 4 or not 1800 <= numeral.low <= 2099:
        return False
    after = tokens.word(amount.last)
    return not (after.isalpha() and after[-1] in "sx" and len(after) > 3)


def _new(tokens: Tokens, first: int) -> bool:
    """« flambant neuf », « quoi de neuf »: the adjective."""
    if tokens.word(first) != "neuf":
        return False
    before = tokens.word(first - 1)
    follows = tokens.word(first + 1)
    plural = follows.isalpha() and follows[-1] in "sx"
    if before in ("flambant", "tout", "remis", "mis"):
        return True
    return before in ("à", "de", "du", "d'") and not plural and tokens.word(first + 1) in (".", ",", "?", "!", "")


def _stretched(
    tokens: Tokens, candidate: Candidate, lex: Lexicon, *, fraction: bool = False
) -> Candidate:
    """The candidate with the hedge before or after it."""
    assert isinstance(candidate.value, Interval)
    return hedged(tokens, candidate, candidate.value, lex, fraction=fraction)
