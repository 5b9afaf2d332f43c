"""Where values that nobody wrote may answer those that others wrote.

The claims that stand in the articles are lined up first and as if there were no others. A derived
one then joins the group that holds the one likeliest answer to it, if that is likely enough; else
it is dropped, since nobody asked what it answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.matching.bonds import AGREEING, DIFFERING, MARGIN
from crosscheck.matching.contrasts import may_answer
from crosscheck.matching.likeness import Likeness, likeness
from crosscheck.matching.nearness import admits
from crosscheck.matching.sides import side
from crosscheck.matching.stories import stories_of
from crosscheck.matching.times import long_between
from crosscheck.matching.weighing import Story, story_of
from crosscheck.models import Claim, ClaimGroup, Derived

ANSWERED = ("count", "money", "measure", "percentage", "duration")
"""Kinds of which there are derived values."""


@dataclass(frozen=True, slots=True)
class Told:
    """One story: what its claims tell of any two of them, and when its articles came out."""

    story: Story
    days: Mapping[str, date | None]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A group that a derived claim may join."""

    group: int
    score: float
    admitted: bool


def with_derived(
    groups: Sequence[ClaimGroup],
    derived: Sequence[Derived],
    claims: Sequence[Claim],
    published: Mapping[str, date | None],
) -> tuple[tuple[ClaimGroup, ...], tuple[Claim, ...]]:
    """The groups with the derived claims that answer them, and those claims, numbered.

    `claims` are those that stand in the articles, `published` the days of these. What answers
    nothing is left out. The order of `derived` gives the numbers and nothing else.
    """
    if not derived:
        return tuple(groups), ()
    told = Tellings(claims, published, [found.claim for found in derived])
    kept: list[Claim] = []
    joined: dict[int, list[Claim]] = {}
    for found in derived:
        place = _best(found.claim, groups, told)
        if place is not None:
            kept.append(replace(found.claim, id=f"c{len(claims) + len(kept) + 1}"))
            joined.setdefault(place, []).append(kept[-1])
    return tuple(
        ClaimGroup((*group.claims, *joined.get(i, ()))) for i, group in enumerate(groups)
    ), tuple(kept)


class Tellings(dict[str, Told]):
    """The story that each article tells, in which words of `derived` claims have weights too.

    `Tellings(claims, published, derived)["01-agence"]`: a story is weighed when it is first asked
    for, since most derived claims answer nothing.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        published: Mapping[str, date | None],
        derived: Sequence[Claim],
    ) -> None:
        super().__init__()
        self._claims, self._published, self._derived = claims, published, derived

    def __missing__(self, article: str) -> Told:
        stories = stories_of(self._claims)
        number = stories[article]
        days = {i: self._published.get(i) for i, story in stories.items() if story == number}
        own = [claim for claim in self._claims if claim.article in days]
        also = [claim for claim in self._derived if claim.article in days]
        self.update(dict.fromkeys(days, Told(story_of(own, days.values(), also), days)))
        return self[article]


def _best(claim: Claim, groups: Sequence[ClaimGroup], told: Tellings) -> int | None:
    """The group that a derived claim answers; `None` where two are as likely, or none is."""
    answers = sorted(_answers(claim, groups, told), key=lambda a: (-a.score, a.group))
    if not answers:
        return None
    best, *others = answers
    rivals = [other for other in others if other.score > best.score - MARGIN]
    if any(other.admitted == best.admitted for other in rivals):
        return None
    return best.group


def _answers(claim: Claim, groups: Sequence[ClaimGroup], tellings: Tellings) -> Iterator[_Answer]:
    """The groups of other articles that are alike enough."""
    for i, group in enumerate(groups):
        if group.claims[0].kind not in ANSWERED:
            continue
        asked = [other for other in group.claims if may_answer(claim, other)]
        if not asked or any(mine.article == claim.article for mine in group.claims):
            continue  # what the article writes itself needs no arithmetic
        told = tellings[claim.article]
        scored = [
            (like.score, admits(claim, other))
            for other in asked
            if other.article in told.days and (like := answer(claim, other, told)) is not None
        ]
        if scored:
            score, admitted = max(scored)
            if score >= (AGREEING if admitted else DIFFERING):
                yield _Answer(i, score, admitted)


def answer(claim: Claim, other: Claim, told: Told) -> Likeness | None:
    """How likely a written value is to answer a derived one; `None` if something keeps it apart."""
    if not may_answer(claim, other):
        return None
    if long_between(claim, other, (told.days[claim.article], told.days[other.article])):
        return None
    # Without its words, since « 12 de plus qu'en 2024 » is no count of the others.
    found = likeness(replace(side(claim), text=""), side(other), told.story)
    return found if found.most == 1 and not found.clash else None
