"""Which of many pairs a slot keeps apart that is known on both sides and differs (`clashes`)."""

import numpy as np

from crosscheck.matching.clashes import FEW, KINDRED, NIGH, of_others, opposed, two_peoples
from crosscheck.matching.columns.arrays import Bools, bools
from crosscheck.matching.columns.days import UNTOLD, gap
from crosscheck.matching.columns.numbers import Near
from crosscheck.matching.columns.pairs import Pairs
from crosscheck.matching.columns.table import (
    AGED,
    COUNT,
    DATE,
    DURATION,
    KINDS,
    MEASURE,
    ORDINAL,
    PLANNED,
)
from crosscheck.matching.slips import one_part
from crosscheck.matching.times import ALIKE, APART_DAYS, ARCHIVE_DAYS, LONG_AGO, MONTH

_KINDRED = np.array([[{one, other} in KINDRED for other in KINDS] for one in KINDS])


def clashing(pairs: Pairs, near: Near, same_digits: Bools) -> Bools:
    """Whether `clashes.clash` tells a reason."""
    dates = pairs.are(pairs.table.kind, DATE)
    found = _numbers_apart(pairs, near, same_digits)
    found |= _events_apart(pairs) | _long_ago(pairs, near.same) | _opposed(pairs)
    rows = np.flatnonzero(dates)
    found[rows] = _periods_apart(pairs.only(rows), near.same[rows])
    return found


def _numbers_apart(pairs: Pairs, near: Near, same_digits: Bools) -> Bools:
    """Kinds that measure two things; then what is asked of two ranks, two counts, two ages."""
    kind, families = pairs.table.kind, pairs.table.slots.family
    one_kind, one_family = pairs.alike(kind), pairs.alike(families)
    measured = pairs.are(kind, MEASURE) | pairs.are(kind, DURATION)
    one_number = pairs.alike(pairs.table.numbers.told.stated) | (one_family & near.admitted)
    kindred = _KINDRED[kind[pairs.i], kind[pairs.j]]
    mixed = np.where(kindred, ~one_number, ~pairs.same(families))
    found = np.where(one_kind, measured & ~one_family, mixed)
    rows = np.flatnonzero(pairs.are(kind, ORDINAL))
    found[rows] = _ranks_apart(pairs.only(rows), near.same[rows], same_digits[rows])
    rows = np.flatnonzero(pairs.are(kind, COUNT))
    found[rows] = _counts_apart(pairs.only(rows), near.same[rows])
    rows = np.flatnonzero(pairs.are(kind, AGED))
    planned = pairs.one(pairs.table.slots.polarity == PLANNED)
    found[rows] = (planned & ~near.same)[rows]
    return found


def _ranks_apart(pairs: Pairs, same: Bools, same_digits: Bools) -> Bools:
    """Small ranks of two things; moments too far from each other for a slip."""
    head, instant = pairs.table.slots.head, pairs.table.flags.instant
    stated = pairs.table.numbers.told.stated
    few = ~pairs.alike(head) & (stated[pairs.i] <= FEW) & same
    when = pairs.either(instant) & pairs.both(instant | (head == 0))
    far = np.abs(stated[pairs.i] - stated[pairs.j]) > NIGH
    return few | (when & far & ~same_digits)


def _counts_apart(pairs: Pairs, same: Bools) -> Bools:
    """Of two peoples; of the others; a room and those in it; vague counts of two things."""
    flags = pairs.table.flags
    others, held = pairs.either(flags.others), pairs.one(flags.holds)
    apart = np.where(others, ~same, (held & ~same) | _vague_apart(pairs, same))
    return _peoples_apart(pairs) | apart


def _peoples_apart(pairs: Pairs) -> Bools:
    people, names = pairs.table.flags.people, pairs.table.flags.peoples
    found = pairs.alike(pairs.table.slots.head) & pairs.known(people) & ~pairs.alike(people)
    for row in np.flatnonzero(found):
        found[row] = two_peoples(names[people[pairs.i[row]]], names[people[pairs.j[row]]])
    return found


def _vague_apart(pairs: Pairs, same: Bools) -> Bools:
    head, several = pairs.table.slots.head, pairs.table.flags.several
    two, sides = pairs.known(head) & ~pairs.alike(head), pairs.table.sides
    found = pairs.either(several) & ~two & ~same
    for row in np.flatnonzero(found):
        mine, theirs = (sides[places[row]].subject.label for places in (pairs.i, pairs.j))
        found[row] = of_others(mine, theirs)
    return found | (two & pairs.both(several))


def _periods_apart(pairs: Pairs, same: Bools) -> Bools:
    """An hour beside a day; dates of two facts; years of two names; a year that nobody tells."""
    days, flags, sides = pairs.table.days, pairs.table.flags, pairs.table.sides
    facts = ~pairs.alike(pairs.table.slots.action) & pairs.both(flags.event)
    names = pairs.both(days.year) & pairs.both(flags.beside) & pairs.strangers()
    long = days.span.told & (days.span.last - days.span.first > MONTH)
    masked = pairs.either(days.span.first == UNTOLD) & pairs.either(long)
    found = pairs.one(days.clock == 0) | (~same & (facts | names)) | masked
    far = gap(days.span, pairs.i, days.span, pairs.j) > APART_DAYS
    apart = far & ~pairs.alike(days.day) & ~found
    for row in np.flatnonzero(apart & days.may_slip(pairs.i, pairs.j)):
        apart[row] = not one_part(sides[pairs.i[row]], sides[pairs.j[row]])
    return found | apart


def _events_apart(pairs: Pairs) -> Bools:
    times, lasting = pairs.table.slots.times, pairs.table.kind[pairs.i] == DURATION
    apart: Bools = ~lasting & (gap(times, pairs.i, times, pairs.j) > APART_DAYS)
    return apart


def _long_ago(pairs: Pairs, same: Bools) -> Bools:
    """A day named long before the time that the other passage tells of."""
    times, eras = pairs.table.slots.times, pairs.table.slots.eras
    named = times.told & (times.last - times.first <= MONTH)
    found = pairs.one(pairs.table.flags.then)
    for past, now in ((pairs.i, pairs.j), (pairs.j, pairs.i)):
        later = eras.first[now] - times.last[past] > LONG_AGO
        found |= named[past] & eras.told[now] & later
    return found & ~same


def _opposed(pairs: Pairs) -> Bools:
    """Scopes that exclude each other; each two of them asked once."""
    scope, sides = pairs.table.slots.scope, pairs.table.sides
    found = ~pairs.alike(scope)
    rows = np.flatnonzero(found)
    i, j = pairs.i[rows], pairs.j[rows]
    two = scope[i] * (int(scope.max(initial=0)) + 1) + scope[j]
    _, first, place = np.unique(two, return_index=True, return_inverse=True)
    told = [
        opposed(sides[one].subject.scope, sides[other].subject.scope) is not None
        for one, other in zip(i[first].tolist(), j[first].tolist(), strict=True)
    ]
    found[rows] = bools(told)[place]
    return found


def long_between(pairs: Pairs, near: Near) -> Bools:
    """Whether `clashes.long_between` tells a reason."""
    table = pairs.table
    late = gap(table.published, pairs.i, table.published, pairs.j) > ARCHIVE_DAYS
    alike = near.admitted & (near.size >= ALIKE)
    dates: Bools = table.kind[pairs.i] == DATE
    return late & ~dates & ~alike & ~pairs.either(table.flags.staged)
