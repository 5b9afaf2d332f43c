"""Which claims are looked at together at all: those that share a word, a value or a unit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

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

    Claims are bits of integers: a word that twenty claims share is twenty unions, not two hundred
    pairs.
    """
    near = [0] * len(claims)
    for holders in _holders(claims):
        if 1 < len(holders) <= CROWD:
            together = sum(1 << i for i in holders)
            for i in holders:
                near[i] |= together
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
        if known(claim):
            bits[claim.kind] |= 1 << i
    firsts = {claim.kind: claim for claim in reversed(claims)}
    return {
        kind: sum(bits[k] for k, other in firsts.items() if comparable(one, other))
        for kind, one in firsts.items()
    }


def _holders(claims: Sequence[Side]) -> Iterator[list[int]]:
    """The places of the claims that have one word, value or unit."""
    words: dict[str, list[int]] = defaultdict(list)
    values: dict[tuple[str, str], list[int]] = defaultdict(list)
    units: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        subject = claim.subject
        for word in subject.context.union(subject.clause, subject.attributes, (subject.head,)):
            words[word].append(i)
        values[claim.kind, claim.value_text].append(i)
        if isinstance(claim.value, Interval):
            units[claim.kind, claim.family].append(i)
    words.pop("", None)  # where nothing is counted
    return chain(words.values(), values.values(), units.values())
