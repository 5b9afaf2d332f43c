"""What holds for any folder: copies, other stories and the order of articles change nothing.

Articles are those of the labelled stories, whose claims are read once; what is drawn is the company
in which they are put together.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crosscheck.matching.stories import stories_of

from .labelled import STORIES, Read, read, said_of, told

UNHURRIED = settings(deadline=None, max_examples=25)
"""The first story loads the model."""


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    """Every story is read before anything is drawn."""
    for story in STORIES:
        read(story)


@st.composite
def folders(draw: st.DrawFn) -> list[Read]:
    """Two articles of one labelled story or more, in any order."""
    members = read(draw(st.sampled_from(STORIES)))
    chosen = draw(st.permutations(members))
    return chosen[: draw(st.integers(2, len(members)))]


def names(members: list[Read]) -> list[str]:
    return [article.id for article, _ in members]


@UNHURRIED
@given(st.data(), folders())
def test_order_of_articles_changes_nothing(data: st.DataObject, members: list[Read]) -> None:
    assert told(data.draw(st.permutations(members))) == told(members)


@UNHURRIED
@given(folders(), st.integers(0, 20), st.integers(0, 9), st.sampled_from(("0-copie", "zz-copie")))
def test_a_copy_changes_no_verdict_and_no_origin(
    members: list[Read], days: int, which: int, name: str
) -> None:
    article, claims = members[which % len(members)]
    later = article.published and article.published + timedelta(days=days)
    copy = replace(article, id=name, outlet="Un autre titre", published=later)
    after = said_of(told([*members, (copy, claims)]), names(members))
    assert after == said_of(told(members), names(members))


@UNHURRIED
@given(folders(), st.sampled_from(STORIES), st.integers(0, 9))
def test_another_story_changes_no_finding(members: list[Read], other: str, which: int) -> None:
    article, claims = read(other)[which % len(read(other))]
    assume(all(known.text not in {a.text for a, _ in read(other)} for known, _ in members))
    stranger = replace(article, id="zz-autre")
    taken = tuple(replace(claim, article="zz-autre") for claim in claims)
    assume(_apart(members, (article, claims)))  # nine articles of ten of another story are
    after = said_of(told([*members, (stranger, taken)]), names(members))
    assert after == said_of(told(members), names(members))


def test_other_stories_are_known_as_such() -> None:
    """Each story beside the first article of each other: how many are held apart."""
    held = [
        _apart(list(read(story)), read(other)[0])
        for story in STORIES
        for other in STORIES
        if story != other
    ]
    assert sum(held) >= 0.85 * len(held)
    for story in STORIES:
        assert not any(stories_of([c for _, own in read(story) for c in own]).values()), story


def _apart(members: list[Read], stranger: Read) -> bool:
    taken = [replace(claim, article="zz-autre") for claim in stranger[1]]
    stories = stories_of([*(claim for _, own in members for claim in own), *taken])
    return all(stories[name] != stories["zz-autre"] for name in names(members) if name in stories)
