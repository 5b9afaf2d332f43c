"""Which claims are looked at together at all: those that share a word, a value or a unit."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from crosscheck.matching.clashes import comparable, known, long_between
from crosscheck.matching.features import story_of
from crosscheck.matching.likeness import likeness
from crosscheck.matching.nearness import admits, same_value
from crosscheck.matching.rivals import Pairs
from crosscheck.matching.stories import Stories, by_story, stories_of
from crosscheck.measures import in_base
from crosscheck.models import Claim
from crosscheck.values import Interval

CROWD = 150
"""Claims that may share a word before it no longer proposes pairs: it then tells nothing."""
_STORIES = "événements différents : {}, {} (presque aucun mot commun)"


def candidates(
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
    stories: Stories | None = None,
) -> Pairs:
    """First look at every pair of a story that shares something, by the places of the two claims.

    Pairs of two stories are looked at only to tell what was kept apart; each story is weighed by
    itself. `stories` may be known from more claims than these.
    """
    stories = stories_of(claims) if stories is None else stories
    parts = by_story(claims, stories)
    if len(parts) < 2:
        return _within(claims, published)
    found = {
        (i, j): replace(like, clash=_STORIES.format(claims[i].article, claims[j].article))
        for (i, j), like in _within(claims, published).items()
        if stories[claims[i].article] != stories[claims[j].article]
    }
    for story in parts:
        articles = {claims[i].article for i in story}
        days = {article: day for article, day in published.items() if article in articles}
        alone = _within([claims[i] for i in story], days)
        found |= {(story[i], story[j]): like for (i, j), like in alone.items()}
    return found


def _within(claims: Sequence[Claim], published: Mapping[str, date | None]) -> Pairs:
    """First look at the pairs of one story."""
    story = story_of(claims, published.values())
    found: Pairs = {}
    for i, j in sorted(_proposed(claims)):
        one, other = claims[i], claims[j]
        if not _worth_a_look(one, other):
            continue
        like = likeness(one, other, story)
        if not like.clash:
            days = published.get(one.article), published.get(other.article)
            like = replace(like, clash=long_between(one, other, days))
        found[i, j] = like
    return found


def _worth_a_look(one: Claim, other: Claim) -> bool:
    """Whether two claims can be one answer, or two answers of two articles to one question."""
    if not comparable(one, other) or not (known(one) and known(other)):
        return False
    if one.article == other.article:
        return same_value(one, other)
    return one.kind == other.kind or admits(one, other)


def _proposed(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Pairs that share a word of their sentence, what they count or measure, or the value."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        subject = claim.subject
        for word in subject.context | subject.clause | subject.attributes | {subject.head}:
            if word:
                holders["word", word].append(i)
        holders["value", claim.kind, str(claim.value.to_dict())].append(i)
        if isinstance(claim.value, Interval):
            holders["unit", claim.kind, in_base(claim.value)[0]].append(i)
    return {
        pair
        for places in holders.values()
        if 1 < len(places) <= CROWD
        for pair in combinations(places, 2)
    }
