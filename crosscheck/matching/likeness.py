"""How far two claims answer one question: what keeps them apart, then features with weights.

A slot known on both sides that clashes keeps two claims apart; an empty slot says nothing. What is
left is a sum of features that a reader can check, each with its weight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log

from crosscheck.claims.lexicon import word_set
from crosscheck.matching.weights import WEIGHTS
from crosscheck.measures import in_base
from crosscheck.models import NUMERIC, Claim, Subject
from crosscheck.values import Interval, Period

APART_DAYS = 45
"""Days between two dates from which they tell of two events, unless day and month are the same."""
ARCHIVE_DAYS = 90
"""Days between two articles from which their figures are of two times."""
ROUNDED = 0.99
"""Ratio from which two numbers in two measures are one: conversions are rounded."""
FEW = 3
"""Ranks up to this are had by too many things: the first session is not the first man."""
NARROW = 1.3
"""High end of a band over its low end, up to which it tells one number."""
BOUND_REACH, SMALL = 5, 20
"""How many times its number a bound still speaks of, for numbers that are not small."""
SAME_NUMBER = 0.75
"""What one number under two hedges counts against one value."""
TWIN = 0.8
"""Share of words from which two sentences are one sentence told twice."""
TWIN_WORDS = 3
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


@dataclass(frozen=True, slots=True)
class Story:
    """What the claims of a story, taken together, tell of any two of them."""

    rare: Rarity
    alike: Mapping[tuple[str, str, str], int]
    """How many values each article gives of one sort: its deaths, its lengths, its dollars."""


def story_of(claims: Sequence[Claim]) -> Story:
    """The weights of the words of a story, and how crowded each sort of value is."""
    values: dict[tuple[str, str, str], set[str]] = {}
    for claim in claims:
        if claim.kind in NUMERIC | {"date"}:
            values.setdefault(_sort_of(claim), set()).add(str(claim.value.to_dict()))
    return Story(rarity(claims), {sort: len(found) for sort, found in values.items()})


def _sort_of(claim: Claim) -> tuple[str, str, str]:
    """Article, kind, and what is counted or measured."""
    value = claim.value
    if isinstance(value, Interval) and claim.kind in ("money", "measure", "duration"):
        return claim.article, claim.kind, in_base(value)[0]
    return claim.article, claim.kind, claim.subject.head


def rarity(claims: Sequence[Claim]) -> Rarity:
    """Inverse document frequency of the words around the claims, over their sentences."""
    sentences = {(c.article, c.sentence): c for c in claims if c.kind in NUMERIC | {"date"}}
    counts = Counter(w for c in sentences.values() for w in c.subject.context)
    total = len(sentences) + 1
    return {word: log(total / n) for word, n in counts.items()}


def comparable(one: Claim, other: Claim) -> bool:
    """Whether two kinds can hold one answer."""
    return one.kind == other.kind or {one.kind, other.kind} <= _PLAIN


def known(claim: Claim) -> bool:
    """Whether a claim has a value to compare: « vendredi » in an undated article has none."""
    return not isinstance(claim.value, Period) or claim.value.edtf != ""


def clash(one: Claim, other: Claim) -> str:
    """The slot that keeps two numbers or dates apart, in words; empty when none does."""
    if isinstance(one.value, Interval) and (apart := _numbers_apart(one, other)):
        return apart
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        return _periods_apart(one.value, other.value)
    return _events_apart(one, other) or _scopes_apart(one, other)


def _numbers_apart(one: Claim, other: Claim) -> str:
    """Lengths and masses, rates and points of rates: what is not measured alike."""
    assert isinstance(one.value, Interval)
    assert isinstance(other.value, Interval)
    mine, theirs = in_base(one.value)[0], in_base(other.value)[0]
    instants = word_set("synonyms", "instants")
    if one.kind == "ordinal" and one.subject.head in instants and not same_value(one, other):
        return "instants différents"  # the 41st and the 47th minute are two goals
    same_rank = same_value(one, other) and one.value.stated > FEW
    if (
        one.kind == other.kind == "ordinal"
        and one.subject.head != other.subject.head
        and not same_rank
    ):
        return "rangs de choses différentes"
    if one.kind == other.kind:
        apart = one.kind in ("measure", "duration") and mine != theirs
        return f"unités différentes : {one.value.unit}, {other.value.unit}" if apart else ""
    if {one.kind, other.kind} in _KINDRED and one.value.stated == other.value.stated:
        return ""
    return "" if mine == theirs and mine else "natures différentes"


_KINDRED = ({"duration", "ordinal"}, {"duration", "age"})
"""« 65 ans », « 65e anniversaire »: kinds that tell one number without one unit."""


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
    if one.subject.time is None or other.subject.time is None or one.kind == "duration":
        return ""  # a term of two years is told beside its first day or its last
    if _gap(one.subject.time, other.subject.time) <= APART_DAYS:
        return ""
    return f"événements différents : {one.subject.time[0]}, {other.subject.time[0]}"


def long_between(one: Claim, other: Claim, days: tuple[date | None, date | None]) -> str:
    """Figures of articles that came out months apart: they moved, unless both can be true or are
    said to be provisional or final.
    """
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= ARCHIVE_DAYS:
        return ""
    if admits(one, other) or one.kind == "date":
        return ""
    if (one.subject.scope | other.subject.scope) & {"provisoire", "definitif"}:
        return ""
    return f"articles parus à plusieurs mois d'écart : {days[0]}, {days[1]}"


_OPPOSED = (
    {"quotidien", "cumule"},
    {"minimum", "maximum"},
    {"femmes", "hommes"},
    {"femmes", "enfants"},
    {"hommes", "enfants"},
)


def _scopes_apart(one: Claim, other: Claim) -> str:
    mine, theirs = one.subject.scope, other.subject.scope
    for pair in _OPPOSED:
        if len(mine & pair) == len(theirs & pair) == 1 and mine & pair != theirs & pair:
            return f"portées différentes : {min(mine & pair)}, {min(theirs & pair)}"
    return ""


def features(one: Claim, other: Claim, story: Story) -> tuple[tuple[str, float], ...]:
    """What two numbers or dates share, each as a number from -1 to 1, in a fixed order."""
    a, b, rare = one.subject, other.subject, story.rare
    return (
        ("tête", _same(a.head, b.head)),
        ("compléments", _shared(a.attributes | {a.head}, b.attributes | {b.head}, rare)),
        ("proposition", _shared(a.clause | a.attributes, b.clause | b.attributes, rare)),
        ("phrase", _shared(a.context, b.context, rare)),
        ("croisé", _crossed(a, b, rare)),
        ("seul de sa sorte", _alone(one, other, story)),
        ("même phrase", _twin(a, b, rare)),
        ("valeur", _same_value(one, other)),
        ("valeur rare", _telling_value(one, other)),
        ("ordre de grandeur", _near_value(one, other)),
        ("titre", float(one.in_headline and other.in_headline)),
        ("fermeté", float(one.polarity == other.polarity)),
    )  # fmt: skip


def likeness(one: Claim, other: Claim, story: Story) -> Likeness:
    """How alike two numbers or dates are."""
    found = features(one, other, story)
    weights = WEIGHTS[_sort(one, other)]
    total = weights["biais"] + sum(weights[name] * value for name, value in found)
    return Likeness(1 / (1 + exp(-total)), found, clash(one, other))


def _sort(one: Claim, other: Claim) -> str:
    """Which weights speak of a pair."""
    if one.kind != other.kind:
        return "mixed"
    sort = "date" if one.kind == "date" else "number"
    return sort if admits(one, other) else f"other {sort}"


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


def _crossed(one: Subject, other: Subject, rare: Rarity) -> float:
    """Words near the one value that stand anywhere in the sentence of the other."""
    mine, theirs = one.attributes | one.clause, other.attributes | other.clause
    weight = _weight(mine, rare) + _weight(theirs, rare)
    shared = _weight(mine & other.context, rare) + _weight(theirs & one.context, rare)
    return shared / weight if weight else 0.0


def _alone(one: Claim, other: Claim, story: Story) -> float:
    """1 when each article gives one value only of this sort (its one length, its one toll)."""
    mine, theirs = _sort_of(one), _sort_of(other)
    if mine[1:] != theirs[1:] or not mine[2]:
        return 0.0
    return 1.0 / max(story.alike.get(mine, 1), story.alike.get(theirs, 1))


def _twin(one: Subject, other: Subject, rare: Rarity) -> float:
    """1 when two sentences say the same words about another number."""
    words = _shared(one.context, other.context, rare), _shared(one.clause, other.clause, rare)
    enough = min(len(one.context), len(other.context)) >= TWIN_WORDS
    enough = enough and min(len(one.clause), len(other.clause)) > 1
    return float(enough and min(words) >= TWIN)


def _measured(one: Claim, other: Claim) -> tuple[Interval, Interval] | None:
    """Two numbers in one measure; two kinds (« 65 ans », « 65e ») as they are printed."""
    if not isinstance(one.value, Interval) or not isinstance(other.value, Interval):
        return None
    if one.kind != other.kind:
        return one.value, other.value
    return in_base(one.value)[1], in_base(other.value)[1]


def admits(one: Claim, other: Claim) -> bool:
    """Whether both values can be true, units and fixed parities brought to one measure."""
    numbers = _measured(one, other)
    if numbers is None:
        return one.value.meet(other.value) is not None
    if _far_bound(*numbers):
        return False
    return numbers[0].meet(numbers[1]) is not None or _ratio(one, other) >= ROUNDED


def _far_bound(one: Interval, other: Interval) -> bool:
    """« plus de 100 » does not speak of 240 000, though it admits it."""
    bounds = [v for v in (one, other) if not v.high.is_finite() and not v.vague]
    if not bounds or not (one.stated.is_finite() and other.stated.is_finite()):
        return False
    low, high = sorted((one.stated, other.stated))
    return high > SMALL and high > low * BOUND_REACH


def same_value(one: Claim, other: Claim) -> bool:
    """Whether both say one value: « deux ans » and « 24 mois » do."""
    numbers = _measured(one, other)
    return one.value.same(other.value) if numbers is None else numbers[0].same(numbers[1])


def _same_value(one: Claim, other: Claim) -> float:
    """1 for one value, less for one number with another hedge (« 65 ans », « plus de 65 ans »)."""
    if same_value(one, other):
        return 1.0
    return SAME_NUMBER if _one_number(one, other) else 0.0


def _one_number(one: Claim, other: Claim) -> bool:
    """Whether both print the same number, whatever their hedges, and can both be true.

    An hour is the same with and without its day.
    """
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        return one.value.clock == other.value.clock != "" and admits(one, other)
    numbers = _measured(one, other)
    if numbers is None or not admits(one, other):
        return False
    mine, theirs = numbers
    narrow = any(
        _narrow(band) and number.exact for band, number in ((mine, theirs), (theirs, mine))
    )
    return mine.stated == theirs.stated or narrow


def _narrow(value: Interval) -> bool:
    """« environ 78 millions »: a band so narrow that the number in it is the one meant."""
    ends = value.low.is_finite() and value.high.is_finite() and value.low > 0
    return ends and not value.exact and float(value.high / value.low) <= NARROW


def _telling_value(one: Claim, other: Claim) -> float:
    """1 for one number of three digits or more that is not round: chance seldom repeats it."""
    if not isinstance(one.value, Interval) or not _one_number(one, other):
        return 0.0
    exact = one.value if one.value.exact or not isinstance(other.value, Interval) else other.value
    digits = exact.stated.normalize().as_tuple().digits
    return min(1.0, (len(digits) - 1) / 2)


def _near_value(one: Claim, other: Claim) -> float:
    """1 when both can be true; else the smaller number over the larger, from a half on."""
    if admits(one, other):
        return 1.0
    if isinstance(one.value, Interval) and isinstance(other.value, Interval):
        ratio = _ratio(one, other)
        return ratio if ratio > 0.5 else 0.0
    return 0.0


def _ratio(one: Claim, other: Claim) -> float:
    """The smaller of two stated numbers over the larger, in one measure; 0 when there is none."""
    numbers = _measured(one, other)
    if numbers is None:
        return 0.0
    mine, theirs = numbers
    a, b = mine.stated, theirs.stated
    if not (a.is_finite() and b.is_finite() and a > 0 and b > 0):
        return 0.0
    if not mine.commensurable(theirs):
        return float(a == b)  # the same number of another money: a slip
    return float(min(a, b) / max(a, b))
