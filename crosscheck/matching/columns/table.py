"""The numbers and dates of stories as columns: all that pairs of them are looked at by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat

import numpy as np

from crosscheck.claims.lexicon import word_set
from crosscheck.matching.clashes import holds, people, says_others, several
from crosscheck.matching.columns.arrays import (
    Bools,
    Ints,
    bools,
    coded,
    ints,
    joint,
)
from crosscheck.matching.columns.beside import Beside
from crosscheck.matching.columns.crowds import Crowds
from crosscheck.matching.columns.days import Days, Span
from crosscheck.matching.columns.digits import Digits
from crosscheck.matching.columns.numbers import Numbers
from crosscheck.matching.columns.words import Words
from crosscheck.matching.likeness import AGE
from crosscheck.matching.sides import Side
from crosscheck.matching.times import STAGES, THEN, beside
from crosscheck.matching.weighing import sort_of

KINDS = ("date", "count", "money", "percentage", "duration", "ordinal", "measure", "age")
DATE, COUNT, MONEY, PERCENTAGE, DURATION, ORDINAL, MEASURE, AGED = range(len(KINDS))
"""Kinds by number."""
POLARITIES = ("asserted", "planned", "denied", "hypothetical")
ASSERTED, PLANNED = range(2)


@dataclass(frozen=True, slots=True)
class Part:
    """Claims that are weighed together: no pair is made of two parts."""

    sides: Sequence[Side]
    published: Mapping[str, date | None]
    stories: Sequence[int] = ()
    """The story of each claim, where only pairs of two stories are looked at: to tell what was kept
    apart.
    """


@dataclass(frozen=True, slots=True)
class Slots:
    """What claims are about. Slots are told apart by numbers; 0 is an empty one."""

    head: Ints
    action: Ints
    scope: Ints
    time: Ints
    family: Ints
    sort: Ints
    """0 where what is counted or measured has no name."""
    actors: tuple[Ints, ...]
    """Those of each claim as bits: some in each column."""
    times: Span
    eras: Span
    polarity: Ints
    context: Ints
    """How many words the sentence has."""
    clause: Ints
    """How many the clause has."""

    @classmethod
    def of(cls, parts: Sequence[Part], sort: Ints) -> "Slots":
        """`Slots.of(parts, sort).head` is 0 for « 27 »; `sort` tells apart the sorts of values."""
        sides = [side for part in parts for side in part.sides]
        subjects = [side.subject for side in sides]
        return cls(
            coded([s.head for s in subjects]),
            coded([s.action for s in subjects]),
            coded([s.scope for s in subjects], first=frozenset()),
            coded([s.time for s in subjects], first=None),
            coded([side.family for side in sides]),
            np.where(bools([sort_of(side)[1] for side in sides]), sort, 0),
            _bits([[side.subject.actors for side in part.sides] for part in parts]),
            Span.of([s.time for s in subjects]),
            Span.of([s.era for s in subjects]),
            ints([POLARITIES.index(side.polarity) for side in sides]),
            ints([len(s.context) for s in subjects]),
            ints([len(s.clause) for s in subjects]),
        )

    @property
    def named(self) -> Bools:
        """Whether each claim names anybody."""
        found: Bools = np.zeros(len(self.head), np.bool_)
        for names in self.actors:
            found |= names != 0
        return found


@dataclass(frozen=True, slots=True)
class Flags:
    """What is or is not so of each claim (`clashes`)."""

    instant: Bools
    others: Bools
    holds: Bools
    several: Bools
    event: Bools
    beside: Bools
    then: Bools
    staged: Bools
    aged: Bools
    """Whether the head is that of every age."""
    people: Ints
    """The place of its people in `peoples`."""
    peoples: tuple[str, ...]
    """Stems; the first is that of no people."""

    @classmethod
    def of(cls, sides: Sequence[Side]) -> "Flags":
        """Of counts alone what only counts are asked."""
        instants, events = word_set("synonyms", "instants"), word_set("synonyms", "events")
        counts = [side.kind == "count" for side in sides]
        told = list(zip(counts, sides, strict=True))
        stems = [people(side.text) if count else "" for count, side in told]
        peoples = ("", *sorted({stem for stem in stems if stem}))
        return cls(
            bools([side.subject.head in instants for side in sides]),
            bools([count and says_others(side.text) for count, side in told]),
            bools([count and holds(side) for count, side in told]),
            bools([count and several(side) for count, side in told]),
            bools([side.subject.action in events for side in sides]),
            bools([side.kind == "date" and beside(side.subject) for side in sides]),
            bools([THEN in side.subject.scope for side in sides]),
            bools([not side.subject.scope.isdisjoint(STAGES) for side in sides]),
            bools([side.subject.head == AGE for side in sides]),
            ints(map(peoples.index, stems)),
            peoples,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The claims of some parts, one after another, by columns."""

    parts: Sequence[Part]
    sides: Sequence[Side]
    part: Ints
    """The place of its part."""
    first: Ints
    """The row at which its part begins."""
    place: Ints
    """Its place in its part."""
    across: Bools
    """Whether it is looked at beside other stories alone."""
    story: Ints
    """The number of its story, where that is asked."""
    kind: Ints
    article: Ints
    value: Ints
    """Equal values by equal numbers."""
    crowds: Crowds
    published: Span
    """The day of its article."""
    numbers: Numbers
    digits: Digits
    days: Days
    words: Words
    beside: Beside
    slots: Slots
    flags: Flags

    @classmethod
    def of(cls, parts: Sequence[Part]) -> "Table":
        """`Table.of([Part(sides, {})]).kind` tells what each claim is."""
        sizes = ints([len(part.sides) for part in parts])
        sides = [side for part in parts for side in part.sides]
        part = np.repeat(np.arange(len(parts)), sizes)
        first = (np.cumsum(sizes) - sizes)[part]
        article = coded([side.article for side in sides], first=None)
        value = coded([side.value_text for side in sides])
        sort = coded(map(sort_of, sides))
        sentence = joint(part, article, *(ints([s.sentence[k] for s in sides]) for k in (0, 1)))
        numbers = Numbers.of(sides)
        days = [part.published.get(side.article) for part in parts for side in part.sides]
        return cls(
            parts,
            sides,
            part,
            first,
            np.arange(len(sides)) - first,
            bools([part.stories for part in parts])[part],
            ints(chain.from_iterable(p.stories or repeat(0, len(p.sides)) for p in parts)),
            ints([KINDS.index(side.kind) for side in sides]),
            article,
            value,
            Crowds.of(sides, joint(part, article), sort, value),
            Span.of([(day, day) for day in days]),
            numbers,
            Digits.of(sides),
            Days.of(sides),
            Words.of([part.sides for part in parts], sentence),
            Beside.of(sides, sentence, numbers.length > 1),
            Slots.of(parts, sort),
            Flags.of(sides),
        )


_BITS = 62
"""Names of a part that a column tells."""


def _bits(parts: Iterable[Iterable[frozenset[str]]]) -> tuple[Ints, ...]:
    """Sets of names as bits of numbers; those of two parts are not compared."""
    masks, most = [], 1
    for part in parts:
        seen: dict[str, int] = {}
        masks += [sum({1 << seen.setdefault(n, len(seen)) for n in found}) for found in part]
        most = max(most, len(seen))
    full = (1 << _BITS) - 1
    return tuple(ints([mask >> first & full for mask in masks]) for first in range(0, most, _BITS))
