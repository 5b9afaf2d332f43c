"""Which currency a shared name is, and whether « 12 milliards » alone is money.

>>> from crosscheck.expressions import mentions
>>> [m.value.currency for m in mentions("715 francs, soit un peu plus que 600 francs CFA")]
['XOF', 'XOF']
"""

from collections.abc import Iterable
from dataclasses import replace

from crosscheck.expressions.alone import alone
from crosscheck.expressions.lexicon import Lexicon
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import BREAK, Tokens
from crosscheck.values import Interval

SCALES = ("million", "milliard", "billion")
LARGE = 10_000
HUNDREDTHS = frozenset(["", "centime", "cent"])
"""Units of money that leave open of which currency they are."""
NOUN = 4
SUM = 100
"""Fewer of what is also a noun are no sum of money."""
REACH = 6
"""How many sums before and after are asked what a bare one is of."""
CUE = 8
"""How many words before a bare sum may hold the one that tells of money."""


HEAD, NEAR = 120, 25
"""Words of the head of a text, and words on each side of a sum, whose places tell its money."""


def with_currencies(
    tokens: Tokens, candidates: Iterable[Candidate], lex: Lexicon
) -> list[Candidate]:
    """The candidates, money with the currency that the text lets one know."""
    found = list(candidates)
    known = {name: _code(tokens, found, name, lex) for name in _shared(found)}
    found = [_named(tokens, candidate, known, lex) for candidate in found]
    if "centime" in known or "cent" in known:
        only = _only_money(found)
        found = [_hundredth(candidate, only) for candidate in found]
    return _bare_sums(tokens, found, lex)


def _shared(found: list[Candidate]) -> list[str]:
    units = [c.value.unit for c in found if c.kind == "money" and isinstance(c.value, Interval)]
    return sorted(set(units))


def _code(tokens: Tokens, found: list[Candidate], name: str, lex: Lexicon) -> str | None:
    """The code of a name that several currencies share, in this text; `None` if unknown."""
    values = [c.value for c in found if isinstance(c.value, Interval) and c.value.currency]
    own = {value.currency for value in values if value.unit == name}
    whole = {value.currency for value in values if value.unit.startswith(f"{name} ")}
    if len(whole) == 1 and not own:
        return next(iter(whole))
    places = lex.currency_places.get(name, {})
    words = _places_around(tokens, found, name, lex) if places else set()
    counts = {code: len(words & names) for code, names in places.items()}
    best = max(counts.values(), default=0)
    codes = [code for code, number in counts.items() if number == best]
    if best and len(codes) == 1:
        return codes[0]
    if name in lex.noun_currencies:
        return None
    return next(iter(own)) if len(own) == 1 else lex.default_currency.get(name)


def _places_around(tokens: Tokens, found: list[Candidate], name: str, lex: Lexicon) -> set[str]:
    """The words that may tell the money: all of them, unless one goes without saying.

    « Dollars » are American but in a text set elsewhere, from its head on or beside the sum.
    """
    if name not in lex.default_currency or name in lex.noun_currencies:
        return set(tokens.words)
    words = set(tokens.words[:HEAD])
    for candidate in found:
        if isinstance(candidate.value, Interval) and candidate.value.unit == name:
            words.update(tokens.words[max(0, candidate.first - NEAR) : candidate.last + NEAR])
    return words


def _named(
    tokens: Tokens, candidate: Candidate, known: dict[str, str | None], lex: Lexicon
) -> Candidate:
    value = candidate.value
    if candidate.kind != "money" or not isinstance(value, Interval):
        return candidate
    # The franc CFA alone has a code of its own that the place may still overrule.
    if value.currency and value.unit != "franc CFA":
        return candidate
    code = known.get(value.unit) or value.currency
    if value.unit in lex.noun_currencies:
        if alone(tokens, candidate.first, candidate.last):
            code = code or lex.default_currency.get(value.unit)
        elif code is None or (value.stated < SUM and candidate.kind == "money"):
            return _count(candidate, value)
    return replace(candidate, value=replace(value, currency=code))


def _count(candidate: Candidate, value: Interval) -> Candidate:
    """« deux livres » as two of something."""
    last = candidate.number[1]
    return replace(candidate, kind="count", last=last, value=replace(value, unit=""))


def _hundredth(candidate: Candidate, only: Candidate | None) -> Candidate:
    """« 20 centimes », of the one currency of the text, else of a euro."""
    value = candidate.value
    if not isinstance(value, Interval) or value.unit not in HUNDREDTHS:
        return candidate
    model = only.value if only is not None else None
    if isinstance(model, Interval):
        return replace(candidate, value=replace(value, unit=model.unit, currency=model.currency))
    if value.unit == "cent":
        value = replace(value, low=100 * value.low, high=100 * value.high)
        return _count(candidate, value)
    return replace(candidate, value=replace(value, unit="euro", currency="EUR"))


def _bare_sums(tokens: Tokens, found: list[Candidate], lex: Lexicon) -> list[Candidate]:
    """« 47,2 milliards », with no noun after: of what the number of its scale before it is.

    Where none stands before, the next one tells; a bare « milliard » is money in any case.
    """
    scaled = [i for i, c in enumerate(found) if _scale_word(tokens, c)]
    large, only = _large_sum(found), _only_money(found)
    for place, i in enumerate(scaled):
        candidate = found[i]
        if candidate.kind != "count" or not _bare(tokens, candidate, lex.sums):
            continue
        word = _scale_word(tokens, candidate)
        others = [
            found[j]
            for j in (
                *reversed(scaled[max(place - REACH, 0) : place]),
                *scaled[place + 1 : place + 1 + REACH],
            )
        ]
        others = [c for c in others if c.kind == "money" or not _bare(tokens, c, lex.sums)]
        alike = [c for c in others if _scale_word(tokens, c) == word]
        model = next(iter(alike or others), None)
        if model is not None and model.kind == "money":
            found[i] = _as_money(candidate, model)
        elif model is None and (
            word == "milliard"
            or large
            or _priced(tokens, candidate, lex)
            or _of_sums(tokens, candidate, lex)
        ):
            found[i] = _as_money(candidate, only)
        if found[i].kind == "money" and i and _passes(tokens, found[i - 1], candidate):
            found[i - 1] = _as_money(found[i - 1], found[i])
    return found


def _priced(tokens: Tokens, candidate: Candidate, lex: Lexicon) -> bool:
    """« une étude le chiffrait à 95 millions »: a word of money stands before, in the sentence."""
    for k in range(candidate.first - 1, max(candidate.first - CUE, 0) - 1, -1):
        if tokens.word(k) in (BREAK, ".", ";"):
            return False
        if tokens.word(k).startswith(lex.prices):
            return True
    return False


def _of_sums(tokens: Tokens, candidate: Candidate, lex: Lexicon) -> bool:
    """« 6 millions de primes », « 180 millions d'économies »: the noun is one of money."""
    k = candidate.number[1]
    noun = plain(tokens.word(k + 1))
    return tokens.word(k) in ("de", "d'") and noun in lex.sums and noun not in ("moins", "plus")


def _passes(tokens: Tokens, first: Candidate, last: Candidate) -> bool:
    """« de 1,6 à 1,9 million »: the number before is of the same money."""
    linked = tokens.word(first.last) == "à" and first.last + 1 == last.first
    return linked and first.kind == "count"


def _only_money(found: list[Candidate]) -> Candidate | None:
    """A sum of the one currency of the text; `None` where it names none or several."""
    sums = [c for c in found if c.kind == "money" and isinstance(c.value, Interval)]
    units = {c.value.unit for c in sums if isinstance(c.value, Interval)} - HUNDREDTHS
    return (
        next((c for c in sums if isinstance(c.value, Interval) and c.value.unit in units), None)
        if len(units) == 1
        else None
    )


def _large_sum(found: list[Candidate]) -> bool:
    """Whether the text names a sum large enough for its millions to be money too."""
    return any(
        c.kind == "money" and isinstance(c.value, Interval) and c.value.stated >= LARGE
        for c in found
    )


def _as_money(candidate: Candidate, model: Candidate | None) -> Candidate:
    value = candidate.value
    assert isinstance(value, Interval)
    if model is None or not isinstance(model.value, Interval):
        return replace(candidate, kind="money")
    named = replace(value, unit=model.value.unit, currency=model.value.currency)
    return replace(candidate, kind="money", value=named)


def _scale_word(tokens: Tokens, candidate: Candidate) -> str:
    """« million », « milliard » or « billion » where the number holds one; else empty."""
    if candidate.kind not in ("count", "money"):
        return ""
    for word in tokens.words[candidate.number[0] : candidate.number[1]]:
        if word.startswith(SCALES):
            return word.rstrip("s")
    return ""


def _bare(tokens: Tokens, candidate: Candidate, sums: frozenset[str]) -> bool:
    """Whether no noun follows: after « million » it would need a « de »."""
    k = candidate.number[1]
    if not tokens.word(k - 1).startswith(SCALES) and len(tokens.word(k)) >= NOUN:
        return not tokens.word(k).isalpha()  # « deux milliards trois cent mille arbres »
    if tokens.word(k) not in ("de", "d'"):
        return True
    # « les 449,8 millions de l'exercice »: an article, where a counted noun has none.
    return tokens.word(k + 1) in ("l'", "la", "cette", "ce") or plain(tokens.word(k + 1)) in sums
