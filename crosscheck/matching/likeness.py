"""How far two claims answer one question: what keeps them apart, then features with weights.

A slot known on both sides that clashes keeps two claims apart; an empty slot says nothing. What is
left is a sum of features that a reader can check, each with its weight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log

from rapidfuzz import fuzz

from crosscheck.matching.weights import WEIGHTS
from crosscheck.models import NUMERIC, Claim, Subject
from crosscheck.values import Interval, Period

APART_DAYS = 45
"""Days between two dates from which they tell of two events, unless day and month are the same."""
ARCHIVE_DAYS = 90
"""Days between two articles from which their figures are of two times."""
SAME_NUMBER = 0.75
"""What one number under two hedges counts against one value."""
TWIN = 0.8
"""Share of words from which two sentences are one sentence told twice."""
TWIN_WORDS = 2
_PLAIN = frozenset({"count", "measure", "ordinal", "age", "duration"})
"""Kinds whose border is a matter of taste: « 65 ans », « 65e anniversaire »."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, with what makes it so."""

    score: float
    """Between 0 and 1: the share of pairs with these features that answer one question."""
    features: tuple[tuple[str, float], ...]
    clash: str = ""
    """Which slot keeps them apart, in words; empty when none does."""


Rarity = Mapping[str, float]
"""Weight of each stem of a story: the fewer sentences have it, the more it tells."""


def rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of the words around the claims, over their sentences."""
    sentences = {(c.article, c.sentence): c for c in claims if c.kind in NUMERIC | {"date"}}
    counts = Counter(w for c in sentences.values() for w in c.subject.context)
    total = len(sentences) + 1
    return {word: log(total / n) for word, n in counts.items()}


def comparable(one: Claim, other: Claim) -> bool:
    """Whether two kinds can hold one answer."""
    return one.kind == other.kind or {one.kind, other.kind} <= _PLAIN


def clash(one: Claim, other: Claim) -> str:
    """The slot that keeps two numbers or dates apart, in words; empty when none does."""
    if isinstance(one.value, Interval) and isinstance(other.value, Interval):
        units = _units(one), _units(other)
        if one.kind == other.kind and one.kind in ("measure", "duration") and units[0] != units[1]:
            return f"unités différentes : {one.value.unit}, {other.value.unit}"
        if one.kind != other.kind and not _same_number(one.value, other.value):
            return "natures différentes"
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        return _periods_apart(one.value, other.value)
    return _events_apart(one, other) or _scopes_apart(one, other)


_DIMENSIONS = {
    "m": "longueur", "km": "longueur", "cm": "longueur", "mm": "longueur",
    "an": "durée", "mois": "durée", "jour": "durée", "semaine": "durée", "heure": "durée",
    "minute": "durée", "seconde": "durée", "ha": "surface", "km²": "surface", "m²": "surface",
    "W": "puissance", "kW": "puissance", "MW": "puissance", "GW": "puissance",
    "Wh": "énergie", "kWh": "énergie", "MWh": "énergie", "GWh": "énergie",
    "kg": "masse", "g": "masse", "tonne": "masse", "t": "masse",
    "l": "volume", "litre": "volume", "m³": "volume",
}  # fmt: skip


def _units(claim: Claim) -> str:
    assert isinstance(claim.value, Interval)
    return _DIMENSIONS.get(claim.value.unit, claim.value.unit)


def _same_number(one: Interval, other: Interval) -> bool:
    return one.stated == other.stated or one.meet(other) is not None


def _periods_apart(one: Period, other: Period) -> str:
    if bool(one.clock) != bool(other.clock):
        return "une heure, un jour"
    gap = _gap((one.first, one.last), (other.first, other.last))
    if gap > APART_DAYS and one.edtf[-5:] != other.edtf[-5:]:
        return f"événements différents : {one.edtf}, {other.edtf}"
    return ""


def _gap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> int:
    """Days between two periods; 0 when they touch, or when one is unknown."""
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return 0
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def _events_apart(one: Claim, other: Claim) -> str:
    if one.subject.time is None or other.subject.time is None:
        return ""
    if _gap(one.subject.time, other.subject.time) <= APART_DAYS:
        return ""
    return f"événements différents : {one.subject.time[0]}, {other.subject.time[0]}"


def long_between(one: Claim, other: Claim, days: tuple[date | None, date | None]) -> str:
    """Figures of articles that came out months apart: they moved, unless they are the same or
    said to be provisional or final.
    """
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= ARCHIVE_DAYS:
        return ""
    if one.value.same(other.value) or one.kind == "date":
        return ""
    if (one.subject.scope | other.subject.scope) & {"provisoire", "definitif"}:
        return ""
    return f"articles parus à plusieurs mois d'écart : {days[0]}, {days[1]}"


_OPPOSED = ({"quotidien", "cumule"}, {"minimum", "maximum"}, {"femmes", "hommes"}, {"femmes", "enfants"}, {"hommes", "enfants"})


def _scopes_apart(one: Claim, other: Claim) -> str:
    mine, theirs = one.subject.scope, other.subject.scope
    for pair in _OPPOSED:
        if len(mine & pair) == len(theirs & pair) == 1 and mine & pair != theirs & pair:
            return f"portées différentes : {min(mine & pair)}, {min(theirs & pair)}"
    return ""


def features(one: Claim, other: Claim, rare: Rarity) -> tuple[tuple[str, float], ...]:
    """What two numbers or dates share, each as a number from -1 to 1, in a fixed order."""
    a, b = one.subject, other.subject
    return (
        ("tête", _same(a.head, b.head)),
        ("action", _same(a.action, b.action)),
        ("compléments", _shared(a.attributes | {a.head}, b.attributes | {b.head}, rare)),
        ("proposition", _shared(a.clause | a.attributes, b.clause | b.attributes, rare)),
        ("phrase", _shared(a.context, b.context, rare)),
        ("croisé", _crossed(a.attributes | a.clause, b.context, b.attributes | b.clause, a.context, rare)),
        ("même phrase", _twin(a, b, rare)),
        ("valeur", _same_value(one, other)),
        ("valeur rare", _telling_value(one, other)),
        ("ordre de grandeur", _near_value(one, other)),
        ("titre", float(one.in_headline and other.in_headline)),
        ("fermeté", float(one.polarity == other.polarity)),
    )  # fmt: skip


def likeness(one: Claim, other: Claim, rare: Rarity) -> Likeness:
    """How alike two numbers or dates are."""
    found = features(one, other, rare)
    weights = WEIGHTS[_sort(one, other)]
    total = weights["biais"] + sum(weights[name] * value for name, value in found)
    return Likeness(1 / (1 + exp(-total)), found, clash(one, other))


def _sort(one: Claim, other: Claim) -> str:
    """Which weights speak of a pair."""
    if one.kind != other.kind:
        return "mixed"
    return "date" if one.kind == "date" else "number"


def _same(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one == other else -1.0


def _weight(words: frozenset[str], rare: Rarity) -> float:
    return sum(rare.get(w, 1.0) for w in sorted(words) if w)


def _shared(one: frozenset[str], other: frozenset[str], rare: Rarity) -> float:
    """Weight of the shared words over that of the poorer side: 0 to 1."""
    least = min(_weight(one, rare), _weight(other, rare))
    return _weight(one & other, rare) / least if least > 0 else 0.0


def _crossed(
    one: frozenset[str], theirs: frozenset[str], other: frozenset[str], mine: frozenset[str],
    rare: Rarity,
) -> float:  # fmt: skip
    """Words near the one value that stand anywhere in the sentence of the other."""
    weight = _weight(one, rare) + _weight(other, rare)
    return (_weight(one & theirs, rare) + _weight(other & mine, rare)) / weight if weight else 0.0


def _twin(one: Subject, other: Subject, rare: Rarity) -> float:
    """1 when two sentences say the same words about another number."""
    words = _shared(one.context, other.context, rare), _shared(one.clause, other.clause, rare)
    enough = min(len(one.context), len(other.context)) >= TWIN_WORDS
    return float(enough and min(words) >= TWIN)


def _same_value(one: Claim, other: Claim) -> float:
    """1 for one value, less for one number with another hedge (« 65 ans », « plus de 65 ans »)."""
    if one.value.same(other.value):
        return 1.0
    return SAME_NUMBER if _one_number(one, other) else 0.0


def _one_number(one: Claim, other: Claim) -> bool:
    """Whether both print the same number, whatever their hedges, and can both be true."""
    return (
        isinstance(one.value, Interval)
        and isinstance(other.value, Interval)
        and one.value.stated == other.value.stated
        and one.value.meet(other.value) is not None
    )


def _telling_value(one: Claim, other: Claim) -> float:
    """1 for one number of three digits or more that is not round: chance seldom repeats it."""
    if not isinstance(one.value, Interval) or not _one_number(one, other):
        return 0.0
    digits = one.value.stated.normalize().as_tuple().digits
    return min(1.0, (len(digits) - 1) / 2)


def _near_value(one: Claim, other: Claim) -> float:
    """1 when both admit something or are a tenth apart at most; digits swapped count half."""
    if one.value.meet(other.value) is not None:  # type: ignore[arg-type]
        return 1.0
    if isinstance(one.value, Interval) and isinstance(other.value, Interval):
        a, b = one.value.stated, other.value.stated
        if a.is_finite() and b.is_finite() and a and b:
            ratio = float(min(a, b) / max(a, b)) if (a > 0) == (b > 0) else 0.0
            return max(0.0, ratio if ratio > 0.5 else 0.0)  # noqa: PLR2004
    return 0.0


def similar_text(one: str, other: str) -> float:
    """Likeness of two wordings whatever the order of their words: 0 to 1."""
    return float(fuzz.token_set_ratio(one, other)) / 100
