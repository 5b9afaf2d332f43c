"""Which currency a shared name is, and whether « 12 milliards » alone is money.

>>> from crosscheck.expressions import mentions
>>> [m.value.currency for m in mentions("715 francs, soit un peu plus que 600 francs CFA")]
['XOF', 'XOF']
"""

from collections.abc import Iterable
from dataclasses import replace

from crosscheck.expressions.lexicon import Lexicon
from crosscheck.expressions.spans import Candidate
from crosscheck.expressions.tokens import Tokens
from crosscheck.values import Interval

SCALES = ("million", "milliard", "billion")


def with_currencies(
    tokens: Tokens, candidates: Iterable[Candidate], lex: Lexicon
) -> list[Candidate]:
    """The candidates, money with the currency that the text lets one know."""
    found = list(candidates)
    known = {name: _code(tokens, found, name, lex) for name in _shared(found)}
    found = [_named(candidate, known) for candidate in found]
    return _bare_sums(tokens, found)


def _shared(found: list[Candidate]) -> list[str]:
    units = [c.value.unit for c in found if c.kind == "money" and isinstance(c.value, Interval)]
    return sorted(set(units))


def _code(tokens: Tokens, found: list[Candidate], name: str, lex: Lexicon) -> str | None:
    """The code of a name that several currencies share, in this text; `None` if unknown."""
    own = {c.value.currency for c in found
           if isinstance(c.value, Interval) and c.value.unit == name and c.value.currency}  # fmt: skip
    whole = {c.value.currency for c in found if isinstance(c.value, Interval)
             and c.value.currency and c.value.unit.startswith(f"{name} ")}  # fmt: skip
    if len(whole) == 1 and not own:
        return next(iter(whole))
    places = lex.currency_places.get(name, {})
    words = set(tokens.words) if places else set()
    counts = {code: len(words & names) for code, names in places.items()}
    best = max(counts.values(), default=0)
    codes = [code for code, number in counts.items() if number == best]
    if best and len(codes) == 1:
        return codes[0]
    return next(iter(own)) if len(own) == 1 else lex.default_currency.get(name)


def _named(candidate: Candidate, known: dict[str, str | None]) -> Candidate:
    value = candidate.value
    if candidate.kind != "money" or not isinstance(value, Interval):
        return candidate
    # The franc CFA alone has a code of its own that the place may still overrule.
    if value.currency and value.unit != "franc CFA":
        return candidate
    code = known.get(value.unit) or value.currency
    return replace(candidate, value=replace(value, currency=code))


def _bare_sums(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """« 47,2 milliards », with no noun after: money when the sum told before it is money."""
    scaled = [i for i, c in enumerate(found) if _scaled(tokens, c)]
    for place, i in enumerate(scaled):
        candidate = found[i]
        if candidate.kind != "count" or not _bare(tokens, candidate):
            continue
        near = [found[j] for j in (scaled[place - 1 : place] if place else [])]
        near += [found[j] for j in scaled[place + 1 : place + 2]]
        near = [c for c in near if c.kind == "money"] if all(
            c.kind == "money" or _bare(tokens, c) for c in near
        ) else near[:1]  # fmt: skip
        if near and near[0].kind == "money":
            found[i] = _as_money(candidate, near[0])
    return found


def _as_money(candidate: Candidate, model: Candidate) -> Candidate:
    value, sum_of = candidate.value, model.value
    assert isinstance(value, Interval) and isinstance(sum_of, Interval)
    named = replace(value, unit=sum_of.unit, currency=sum_of.currency)
    return replace(candidate, kind="money", value=named)


def _scaled(tokens: Tokens, candidate: Candidate) -> bool:
    words = tokens.words[candidate.first : candidate.last]
    return candidate.kind in ("count", "money") and any(w.startswith(SCALES) for w in words)


def _bare(tokens: Tokens, candidate: Candidate) -> bool:
    """Whether no noun follows the number."""
    after = tokens.word(candidate.last)
    return after not in ("de", "d'") and not (after.isalpha() and after[-1] in "sx" and len(after) > 4)
