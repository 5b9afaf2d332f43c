"""Which articles tell one story: those that share nothing are not held against each other.

Matching weighs words by how few sentences of the story have them, and takes the best candidate of
each article. So an article about something else would not only lend its own numbers to chance
(« 62 % » of the agents there, « 65 % » of the voters here), it would also move what is said of the
others. Articles are therefore parted first, by what two of them share alone: what others are in the
folder has no say in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from crosscheck.models import NUMERIC, Claim

ENOUGH_WORDS = 25
"""Words around the claims of an article from which it shows what its story is. A shorter one goes
with the story that it shares most with."""
ONE_STORY = 0.15
"""Share of the words of the poorer article that the other has too, from which they may tell one
story. Of two articles of one labelled story the median is .25, of two stories .05; no labelled
story falls apart, nor any of ten folders of real press, and of articles of other labelled stories
nine in ten are held apart."""
_TOLD = NUMERIC | {"date"}

Words = frozenset[str]
Stories = Mapping[str, int]
"""The number of the story that each article tells."""


def stories_of(claims: Sequence[Claim]) -> Stories:
    """`stories_of(claims)["01-agence"]`: the number of the story that each article tells."""
    parts = _stories(_words(claims))
    return {article: number for number, part in enumerate(parts) for article in sorted(part)}


def by_story(claims: Sequence[Claim], stories: Stories) -> list[list[int]]:
    """The places of the claims, story by story, each in the order given."""
    found: dict[int, list[int]] = {}
    for place, claim in enumerate(claims):
        found.setdefault(stories[claim.article], []).append(place)
    return sorted(found.values())


def _words(claims: Iterable[Claim]) -> dict[str, Words]:
    """The classes of words around the numbers and dates of each article, in the order of articles.

    Those alone: who asks about numbers and dates only must be told the same stories.
    """
    words: dict[str, set[str]] = {}
    for claim in claims:
        subject = claim.subject
        here = words.setdefault(claim.article, set())
        if claim.kind in _TOLD:
            here.update(subject.context, subject.clause, subject.attributes)
    return {article: frozenset(found - {""}) for article, found in words.items()}


def _stories(words: Mapping[str, Words]) -> list[set[str]]:
    """The articles of each story: what is linked, however far, is one."""
    full = [article for article, found in words.items() if len(found) >= ENOUGH_WORDS]
    own = {article: {article} for article in full}
    parts = list(own.values())
    for one, other in combinations(full, 2):
        mine, theirs = own[one], own[other]
        if mine is not theirs and shared(words[one], words[other]) >= ONE_STORY:
            mine |= theirs
            own.update(dict.fromkeys(theirs, mine))
            parts.remove(theirs)
    if not parts:
        return [set(words)]
    nearest = {
        article: max(parts, key=lambda part: max(len(found & words[a]) for a in sorted(part)))
        for article, found in words.items()
        if len(found) < ENOUGH_WORDS
    }
    for article, part in nearest.items():
        part.add(article)
    return parts


def shared(one: Words, other: Words) -> float:
    """The share of the poorer side's words that the other has: `shared({"a"}, {"a", "b"})` is 1."""
    return len(one & other) / max(1, min(len(one), len(other)))
