"""The first look at many pairs at once: `likeness` of all of them, to the last bit.

A pair by itself is read in `features` and `clashes`, where each feature is told in words; here the
same is reckoned for the pairs of a whole story, a feature at a time. A test holds the two together.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp

import numpy as np

from crosscheck.matching.columns.apart import clashing, long_between
from crosscheck.matching.columns.arrays import Bools, Floats, Ints, floats, share
from crosscheck.matching.columns.days import gap, near_days
from crosscheck.matching.columns.numbers import Near, near_numbers
from crosscheck.matching.columns.pairs import Pairs
from crosscheck.matching.columns.table import (
    ASSERTED,
    DATE,
    DURATION,
    KINDS,
    MEASURE,
    MONEY,
    ORDINAL,
    PERCENTAGE,
    PLANNED,
)
from crosscheck.matching.columns.words import Shared
from crosscheck.matching.features import NAMES, OTHER_ERA, SAME_ERA, TWIN, TWIN_WORDS, slipped
from crosscheck.matching.likeness import (
    CERTAIN,
    HARDLY,
    LOOSE,
    PARTICULAR,
    PLENTIFUL,
    SHARE,
    TELLING,
    UNSHARED,
    Scale,
    Scales,
)
from crosscheck.matching.weighing import present_years
from crosscheck.matching.weights import FIRST

SORTS = ("mixed", "number", "other number", "date", "other date")
"""Which weights speak of a pair, by number (`likeness.sort_of`)."""
NOTHING, SLOT, LONG, ELSEWHERE = range(4)
"""What keeps a pair apart: nothing, a slot, months between its articles, another story."""
Columns = tuple[Floats, ...]
_FIRST = {sort: Scale.of(weights) for sort, weights in FIRST.items()}


@dataclass(frozen=True, slots=True)
class Looked:
    """Many pairs as they look by themselves, the first of their claims in ascending order."""

    i: Ints
    j: Ints
    odds: Floats
    """How alike each is, as a logarithm of odds (`likeness.Likeness.odds`)."""
    features: Columns
    clash: Ints
    most: Floats
    """The most that each can be alike (`likeness.Likeness.most`)."""
    admitted: Bools
    sort: Ints

    def only(self, rows: Ints) -> "Looked":
        """Some of the pairs."""
        return Looked(
            self.i[rows],
            self.j[rows],
            self.odds[rows],
            tuple(column[rows] for column in self.features),
            self.clash[rows],
            self.most[rows],
            self.admitted[rows],
            self.sort[rows],
        )


def look(pairs: Pairs, scales: Scales = _FIRST) -> Looked:
    """The first look at the pairs that are worth one (`candidates.worth_a_look`)."""
    kind, near = pairs.table.kind, _nearness(pairs)
    other = pairs.alike(kind) | near.admitted
    rows = np.flatnonzero(np.where(pairs.alike(pairs.table.article), near.same, other))
    pairs, near = pairs.only(rows), near.only(rows)
    words = pairs.table.words.shared(pairs.i, pairs.j)
    features = _features(pairs, near, words)
    dates: Ints = pairs.are(kind, DATE).astype(np.int64)
    sort: Ints = np.where(pairs.alike(kind), 1 + 2 * dates + ~near.admitted, 0)
    apart = clashing(pairs, near, features[_DIGITS] > 0)
    late = np.where(long_between(pairs, near), LONG, NOTHING)
    return Looked(
        pairs.i,
        pairs.j,
        odds_of(features, sort, scales),
        features,
        np.where(apart, SLOT, late),
        _most(pairs, near, _share_words(pairs, near, words, features)),
        near.admitted,
        sort,
    )


def odds_of(features: Columns, sort: Ints, scales: Scales) -> Floats:
    """The sum of the features of each pair under the weights of its sort (`Scale.odds`)."""
    biases, weights = _by_sort(tuple(scales[name] for name in SORTS), len(features))
    total = biases[sort]
    for column, told in zip(features, weights, strict=True):
        total += told[sort] * column  # one by one, as `Scale.odds` sums them
    return np.minimum(np.maximum(total, -CERTAIN), CERTAIN)


def chances(odds: Floats) -> Floats:
    """`likeness.chance` of each: with `math.exp`, since numpy's may differ in its last bit."""
    return 1 / (1 + floats([exp(told) for told in (-odds).tolist()]))


@lru_cache(maxsize=4)
def _by_sort(scales: tuple[Scale, ...], count: int) -> tuple[Floats, Floats]:
    """The bias of each sort, and a row of what a feature weighs in each: 0 counts nothing."""
    told = [dict(scale.terms) for scale in scales]
    weights = [[row.get(place, 0.0) for row in told] for place in range(count)]
    return np.array([scale.bias for scale in scales]), np.array(weights)


def _nearness(pairs: Pairs) -> Near:
    kind = pairs.table.kind
    as_told = ~pairs.alike(kind) | pairs.are(kind, ORDINAL)
    near = near_numbers(pairs.table.numbers, pairs.i, pairs.j, as_told)
    rows = np.flatnonzero(pairs.are(kind, DATE))
    return near.put(rows, near_days(pairs.table.days, pairs.i[rows], pairs.j[rows]))


def _features(pairs: Pairs, near: Near, words: Shared) -> Columns:
    """The columns of `features.NAMES`, in their order."""
    slots, told, crowds = pairs.table.slots, pairs.table.words, pairs.table.crowds
    heads = _heads(pairs)
    phrase = share(words.context, pairs.least(told.context))
    apart = gap(slots.eras, pairs.i, slots.eras, pairs.j)
    eras, strangers = pairs.both(slots.eras.told), pairs.strangers()
    found = (
        heads,
        pairs.are(pairs.table.kind, ORDINAL) & (heads > 0),
        share(words.clause, pairs.least(told.clause)),
        phrase,
        share(words.crossed, told.clause[pairs.i] + told.clause[pairs.j]),
        share(words.near, pairs.least(told.nearby)),
        (phrase >= TWIN) & _twins(pairs, words),
        pairs.same(slots.action),
        ~strangers,
        pairs.both(slots.named) & strangers,
        np.where(pairs.same(slots.sort), 1.0 / pairs.most(crowds.alike), 0.0),
        pairs.same(pairs.table.numbers.told.unit),
        near.shared,
        near.telling,
        near.ratio,
        *_digits(pairs),
        _slipped(pairs),
        pairs.alike(slots.scope),
        pairs.same(slots.time),
        eras & (apart <= SAME_ERA),
        eras & (apart > OTHER_ERA),
        1 - np.abs(crowds.place[pairs.i] - crowds.place[pairs.j]),
        np.where(heads >= 0, pairs.least(crowds.few), 0.0),
        _firm(pairs, near),
        ~near.admitted & pairs.table.beside.odd(pairs.i, pairs.j),
    )
    return tuple(column.astype(np.float64) for column in found)


_OTHER_HEAD = np.full(len(KINDS), -1.0)
_OTHER_HEAD[[MONEY, MEASURE, DURATION]] = 0.0
"""What another head says of each kind: little of sums, measures and lengths of time."""


def _heads(pairs: Pairs) -> Floats:
    head, kind = pairs.table.slots.head, pairs.table.kind[pairs.i]
    return np.where(pairs.known(head), np.where(pairs.alike(head), 1.0, _OTHER_HEAD[kind]), 0.0)


def _digits(pairs: Pairs) -> tuple[Bools, Bools, Bools]:
    """The same digits, one number, all digits but one."""
    i, j, kind, digits = pairs.i, pairs.j, pairs.table.kind, pairs.table.digits
    lengths = pairs.are(kind, DURATION) & ~pairs.alike(pairs.table.numbers.told.unit)
    sized = pairs.are(kind, MEASURE) | pairs.are(kind, MONEY)
    return (
        digits.same(i, j, lengths),
        digits.one_number(i, j, pairs.either(kind == DURATION), sized),
        digits.one_digit(i, j),
    )


def _twins(pairs: Pairs, words: Shared) -> Bools:
    slots, told = pairs.table.slots, pairs.table.words
    full = (pairs.least(slots.context) >= TWIN_WORDS) & (pairs.least(slots.clause) >= 2)
    told_twice: Bools = share(words.told, pairs.least(told.told)) >= TWIN
    return full & told_twice


def _slipped(pairs: Pairs) -> Bools:
    """Each two dates of a part asked once."""
    table, period = pairs.table, pairs.table.days.period
    found = pairs.known(period) & table.days.may_slip(pairs.i, pairs.j)
    present = [present_years(part.published.values()) for part in table.parts]
    known: dict[tuple[int, int, int], bool] = {}
    for row in np.flatnonzero(found):
        i, j = int(pairs.i[row]), int(pairs.j[row])
        two = part, _, _ = int(table.part[i]), int(period[i]), int(period[j])
        if two not in known:
            known[two] = slipped(table.sides[i], table.sides[j], present[part])
        found[row] = known[two]
    return found


def _firm(pairs: Pairs, near: Near) -> Bools:
    polarity = pairs.table.slots.polarity
    announced: Bools = (pairs.least(polarity) == ASSERTED) & (pairs.most(polarity) == PLANNED)
    return pairs.alike(polarity) | (near.admitted & announced)


def _most(pairs: Pairs, near: Near, shared: Bools) -> Floats:
    kind = pairs.table.kind
    many = np.isin(kind, [KINDS.index(name) for name in PLENTIFUL])[pairs.i] & pairs.alike(kind)
    return np.where(shared, 1.0, np.where(many & (near.shared == 0), LOOSE, UNSHARED))


def _share_words(pairs: Pairs, near: Near, words: Shared, features: Columns) -> Bools:
    """Whether anything but the value speaks for one question (`likeness._share_words`)."""
    table, kind = pairs.table, pairs.table.kind
    digits, nearby = features[_DIGITS] > 0, features[_NEARBY] >= HARDLY
    shares = pairs.are(kind, PERCENTAGE) & ~near.admitted
    alone = shares & (words.count < SHARE) & (features[_ONE_DIGIT] == 0)
    headed = (features[_HEAD] > 0) & ~table.flags.aged[pairs.i]
    named = pairs.either(table.slots.head != 0) | nearby
    beside = headed | (digits & named) | (features[_CLAUSE] > 0) | nearby
    nothing = ~beside & ~near.admitted & (kind[pairs.i] != DATE)
    particular: Bools = near.telling >= np.where(kind[pairs.i] == PERCENTAGE, 1.0, PARTICULAR)
    least = np.minimum(TELLING, table.words.largest[pairs.i] / 3)
    speaks = headed | digits | particular | (words.every >= least)
    found: Bools = speaks & ~alone & ~nothing
    return found


_HEAD, _DIGITS, _CLAUSE, _NEARBY, _ONE_DIGIT = map(
    NAMES.index, ("tête", "mêmes chiffres", "proposition", "voisinage", "un chiffre près")
)
