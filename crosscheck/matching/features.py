"""What two numbers or dates share, each as a figure that a reader can check.

Words weigh by how few sentences of the story have them, and the nearer they stand to the value the
more; numbers by how near, how particular, and whether one looks like a slip of the other.
"""

from collections.abc import Iterable, Set
from datetime import date
from functools import lru_cache
from math import log

from crosscheck.matching.nearness import Near
from crosscheck.matching.sides import Side
from crosscheck.matching.slips import exchanged, one_digit, one_number, one_part, same_digits
from crosscheck.matching.weighing import MEASURED, Quantity, Rarity, Story, Words, weight
from crosscheck.models import Claim, Subject
from crosscheck.values import Interval, Period, Value

TWIN = 0.8
"""Share of words from which two sentences are one sentence told twice."""
TWIN_WORDS = 3
SAME_ERA, OTHER_ERA = 10, 200
"""Days between the times of two passages, up to which they tell of one time, from which of two."""
ORDINARY = 20
"""Numbers and dates that an article of some length gives."""
LATE = 20
"""Years before publication that are told apart to the year."""
TODAY = "2010"
"""Stands for the publication of articles that are all undated."""

Values = tuple[float, ...]
NAMES = (
    "tête", "rang de même tête", "proposition", "phrase", "croisé", "voisinage", "même phrase",
    "même action", "mêmes noms", "autres noms", "seul de sa sorte", "même unité", "valeur",
    "valeur rare", "ordre de grandeur", "mêmes chiffres", "même nombre", "un chiffre près",
    "date à un élément près", "même portée", "même date", "même époque", "autre époque",
    "même endroit", "peu de valeurs", "fermeté", "seuls à différer",
)  # fmt: skip
"""What `features` tells, in its order."""


def features(one: Side, other: Side, story: Story, near: Near) -> Values:
    """What two numbers or dates share, each as a number from -1 to 1, in the order of `NAMES`."""
    a, b, rare = one.subject, other.subject, story.rare
    mine, theirs = story.words[one.id], story.words[other.id]
    heads = _heads(one, other)
    apart, strangers = _between(a.era, b.era), a.actors.isdisjoint(b.actors)
    phrase = _shared(a.context & b.context, mine.context_weight, theirs.context_weight, rare)
    firm = one.polarity == other.polarity or _announced(one, other, near)
    return (
        heads,
        float(one.kind == other.kind == "ordinal" and a.head == b.head != ""),
        _shared(mine.clause & theirs.clause, mine.clause_weight, theirs.clause_weight, rare),
        phrase,
        _crossed(a, b, mine, theirs, rare),
        _nearby(mine, theirs),
        float(phrase >= TWIN and _twin(a, b, mine, theirs, rare)),
        float(a.action == b.action != ""),
        float(not strangers),
        float(bool(a.actors and b.actors and strangers)),
        _alone(mine, theirs),
        float(_same_unit(one.value, other.value)),
        near.shared,
        near.telling,
        near.ratio,
        *_digits(one, other),
        float(one.kind == "date" and slipped(one, other, story.present)),
        float(a.scope == b.scope),
        float(a.time == b.time is not None),
        float(apart is not None and apart <= SAME_ERA),
        float(apart is not None and apart > OTHER_ERA),
        1 - abs(mine.place - theirs.place),
        few(max(mine.crowd, theirs.crowd)) if heads >= 0 else 0.0,
        float(firm),
        0.0 if near.admitted else _odd(mine, theirs),
    )


def _digits(one: Side, other: Side) -> tuple[float, float, float]:
    """Whether the digits of two numbers look like a slip: the same, of one number, all but one."""
    if one.number is None or other.number is None:
        return _NO_SLIP
    if one.ordered == other.ordered:
        same, number = same_digits(one, other), one_number(one, other)
        return float(same), float(number), float(one_digit(one, other))
    return 0.0, 0.0, float(one_digit(one, other))


_NO_SLIP = (0.0, 0.0, 0.0)


@lru_cache(maxsize=1024)
def few(fuller: int) -> float:
    """How much fewer values than an ordinary article the fuller of the two gives, as a logarithm:
    of few values, two are the likelier to answer each other, unless they count two things.
    """
    return max(0.0, log(ORDINARY / fuller))


def slipped(one: Claim, other: Claim, present: Set[str]) -> bool:
    """Whether one date looks like a slip of the other, and not like this year and the last: of
    late years, two that differ in their last digit are two years. `present` are the years around
    publication (`weighing.present_years`).
    """
    if not isinstance(one.value, Period) or not isinstance(other.value, Period):
        return False
    years = one.value.edtf, other.value.edtf
    if all(year in present for year in years):
        return False
    if all(len(year) == len("2008") for year in years):
        late = min(years) >= str(int(max(present, default=TODAY)) - LATE)
        if late and (years[0][:-1] == years[1][:-1] or exchanged(*years)):
            return False
    return one_part(one, other)


def _announced(one: Claim, other: Claim, near: Near) -> bool:
    """« va prêter 45 millions », then « a prêté 45 millions »: one loan, announced and made; a
    third session to come is not the second that was held.
    """
    return near.admitted and {one.polarity, other.polarity} == {"planned", "asserted"}


def _heads(one: Claim, other: Claim) -> float:
    """1 when both count, or measure, one thing, -1 when they count two; « une perte de 600
    millions » and « un trou de 600 millions » may well be one.
    """
    mine, theirs = one.subject.head, other.subject.head
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    return 0.0 if one.kind in MEASURED else -1.0


def _same_unit(one: Value, other: Value) -> bool:
    """Whether both count or measure in one word: « 12 morts », « 12 morts », « 5 km », « 5 km »."""
    return (
        isinstance(one, Interval) and isinstance(other, Interval) and one.unit == other.unit != ""
    )


def _shared(words: frozenset[str], mine: float, theirs: float, rare: Rarity) -> float:
    """Weight of the shared words over that of the poorer side: 0 to 1."""
    least = min(mine, theirs)
    return weight(words, rare) / least if words and least > 0 else 0.0


def _crossed(one: Subject, other: Subject, mine: Words, theirs: Words, rare: Rarity) -> float:
    """Words near the one value that stand anywhere in the sentence of the other."""
    total = mine.clause_weight + theirs.clause_weight
    shared = weight(mine.clause & other.context, rare) + weight(theirs.clause & one.context, rare)
    return shared / total if total else 0.0


def _nearby(mine: Words, theirs: Words) -> float:
    """Weight of the shared words over that of the poorer side, each by how near it stands."""
    least = min(mine.near_weight, theirs.near_weight)
    others = theirs.near
    if least <= 0 or mine.near.keys().isdisjoint(others):
        return 0.0
    return sum(min(told, others[w]) for w, told in mine.near.items() if w in others) / least


def _alone(mine: Words, theirs: Words) -> float:
    """1 when each article gives one value only of this sort (its one length, its one toll)."""
    if mine.sort != theirs.sort or not mine.sort[1]:
        return 0.0
    return 1.0 / max(mine.alike, theirs.alike)


def _odd(mine: Words, theirs: Words) -> float:
    """1 when two sentences share a number of this sort, or one that chance seldom repeats, and the
    one of this sort that each has besides differs: « 312 voix contre 97 », « 342 voix, 97 contre ».
    """
    one, other = mine.quantity, theirs.quantity
    if one is None or other is None or one[:2] != other[:2]:
        return 0.0
    both = mine.beside.keys() & theirs.beside.keys()
    if (
        not both
        or _left(one, mine.beside, both) != {one}
        or _left(one, theirs.beside, both) != {other}
    ):
        return 0.0
    return float(any(n[:2] == one[:2] or (mine.beside[n] and theirs.beside[n]) for n in both))


def _left(one: Quantity, among: Iterable[Quantity], both: Set[Quantity]) -> Set[Quantity]:
    """The numbers of one sort that are not in both."""
    return {other for other in among if other[:2] == one[:2] and other not in both}


def _twin(one: Subject, other: Subject, mine: Words, theirs: Words, rare: Rarity) -> bool:
    """Whether two sentences that share their words do so in the clause too: one sentence, said of
    another number.
    """
    if min(len(one.context), len(other.context)) < TWIN_WORDS:
        return False
    if min(len(one.clause), len(other.clause)) < 2:
        return False
    words = one.clause & other.clause
    return _shared(words, mine.told_weight, theirs.told_weight, rare) >= TWIN


def _between(one: tuple[date, date] | None, other: tuple[date, date] | None) -> int | None:
    """Days between two times; 0 when they touch, `None` when one is not told."""
    if one is None or other is None:
        return None
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)
