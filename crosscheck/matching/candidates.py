"""Which claims are looked at together at all: those that share a word, a value or a unit."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from operator import or_

from crosscheck.matching.clashes import comparable, known
from crosscheck.matching.likeness import likeness
from crosscheck.matching.nearness import admits, same_value
from crosscheck.matching.rivals import Pairs
from crosscheck.matching.sides import Side, side
from crosscheck.matching.stories import Stories, by_story, stories_of
from crosscheck.matching.times import long_between
from crosscheck.matching.weighing import story_of
from crosscheck.models import Claim
from crosscheck.values import Interval

CROWD = 150
"""Claims that may share a word before it no longer proposes pairs: it then tells nothing."""
OTHER_STORY = "événements différents : {}, {} (presque aucun mot commun)"


def candidates(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    stories: Stories | None = None,
) -> Pairs:
    """First look at every pair of a story that shares something, by the places of the two claims.

    Pairs of two stories are looked at only to tell what was kept apart; each story is weighed by
    itself. `stories` may be known from more claims than these.
    """
    sides = [side(claim) for claim in claims]
    stories = stories_of(sides) if stories is None else stories
    parts = by_story(sides, stories)
    if len(parts) < 2:
        return _looked_at(sides, published, _proposed(sides))
    numbers = [stories[claim.article] for claim in sides]
    found = {
        (i, j): replace(like, clash=OTHER_STORY.format(sides[i].article, sides[j].article))
        for (i, j), like in _looked_at(sides, published, _proposed(sides, numbers)).items()
    }
    for story in parts:
        told = [sides[i] for i in story]
        articles = {claim.article for claim in told}
        days = {article: day for article, day in published.items() if article in articles}
        alone = _looked_at(told, days, _proposed(told))
        found |= {(story[i], story[j]): like for (i, j), like in alone.items()}
    return found


def _looked_at(
    sides: Sequence[Side], published: Mapping[str, date | None], proposed: Iterable[tuple[int, int]]
) -> Pairs:
    """First look at some pairs of a story."""
    story = story_of(sides, published.values())
    found: Pairs = {}
    for i, j in proposed:
        one, other = sides[i], sides[j]
        if not worth_a_look(one, other):
            continue
        like = likeness(one, other, story)
        if not like.clash:
            days = published.get(one.article), published.get(other.article)
            apart = long_between(one, other, days)
            like = replace(like, clash=apart) if apart else like
        found[i, j] = like
    return found


def worth_a_look(one: Claim, other: Claim) -> bool:
    """Whether two claims that can be compared can be one answer, or two answers of two articles to
    one question.
    """
    if one.article == other.article:
        return same_value(one, other)
    return one.kind == other.kind or admits(one, other)


def _proposed(claims: Sequence[Side], stories: Sequence[int] = ()) -> Iterator[tuple[int, int]]:
    """The pairs that `proposed` tells, in order."""
    for i, later in enumerate(proposed(claims, stories)):
        while later:
            yield i, (later & -later).bit_length() - 1
            later &= later - 1


def proposed(claims: Sequence[Side], stories: Sequence[int] = ()) -> list[int]:
    """For each claim those after it, as bits, that it can be compared with and shares a word of
    its sentence with, what it counts or measures, or the value. Where the story of each claim is
    given, those of other stories alone.

    Claims are bits of integers: what twenty claims share is told by twenty unions, not by two
    hundred pairs.
    """
    shared = [_shared(claim) for claim in claims]
    holders: dict[Hashable, int] = defaultdict(int)
    for i, keys in enumerate(shared):
        mark = 1 << i
        for key in keys:
            holders[key] |= mark
    if len(claims) > CROWD:
        holders |= {key: 0 for key, bits in holders.items() if bits.bit_count() > CROWD}
    holders[""] = 0  # where nothing is counted
    near = [reduce(or_, map(holders.__getitem__, keys)) for keys in shared]
    fit = _fit(claims)
    told: dict[int, int] = defaultdict(int)
    for i, number in enumerate(stories):
        told[number] |= 1 << i
    return [
        near[i] & fit[claim.kind] & ~(told[stories[i]] if stories else 0) & -(2 << i)
        if known(claim)
        else 0
        for i, claim in enumerate(claims)
    ]


def _fit(claims: Sequence[Side]) -> Mapping[str, int]:
    """For each kind: the claims, as bits, that a claim of this kind can be compared with."""
    bits: dict[str, int] = defaultdict(int)
    for i, claim in enumerate(claims):
        bits[claim.kind] |= known(claim) << i
    return {
        kind: sum(told for other, told in bits.items() if comparable(kind, other)) for kind in bits
    }


def _shared(claim: Side) -> list[Hashable]:
    """What a claim can be found by: its words, its value, its unit."""
    subject = claim.subject
    keys: list[Hashable] = [*subject.context.union(subject.clause, subject.attributes)]
    keys += subject.head, (claim.kind, claim.value_text)
    if isinstance(claim.value, Interval):
        keys.append((claim.kind, claim.family, "unit"))
    return keys
