"""Pairs looked at in columns are those looked at one by one, to the last bit.

On every labelled story; on stories in one folder, whose articles are parted first; and on the
claims of several taken for one story, where kinds, units and dates meet that no story brings
together.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from crosscheck.matching.align import plain_claims
from crosscheck.matching.bonds import bonds_of
from crosscheck.matching.candidates import candidates
from crosscheck.matching.columns import bonds_in_columns
from crosscheck.matching.columns.arrays import coded
from crosscheck.matching.columns.bonding import looked_at
from crosscheck.matching.columns.looks import ELSEWHERE, LONG, NOTHING, SLOT
from crosscheck.matching.columns.words import Words
from crosscheck.matching.contrasts import told_apart
from crosscheck.matching.pools import Pool
from crosscheck.matching.rivals import second_look
from crosscheck.matching.sides import Side, side
from crosscheck.matching.stories import Stories, stories_of
from crosscheck.matching.times import LONG_BETWEEN
from crosscheck.matching.weighing import rarity, weight
from crosscheck.pipeline import derived_from
from tests.labelled import STORIES, Read, read

TOGETHER = ("seeds", "a1-accident-broukakro", "b5-fmi-sambaya", "a5-presidentielle-sorlanges")
"""Stories whose claims are of all kinds."""
Days = Mapping[str, date | None]


def gathered(members: Sequence[Read]) -> tuple[list[Side], Days]:
    """The numbers and dates of some articles, numbered, and when these came out."""
    claims = [replace(c, article=a.id) for a, told in members for c in told]
    numbered = [replace(claim, id=f"c{number}") for number, claim in enumerate(claims)]
    return [side(c) for c in plain_claims(numbered)], {a.id: a.published for a, _ in members}


def in_one_folder(names: Sequence[str]) -> list[Read]:
    """The articles of several stories, under names of their own."""
    return [
        (replace(article, id=f"{name}/{article.id}"), told)
        for name in names
        for article, told in read(name)
    ]


def code(clash: str) -> int:
    """How columns tell a reason."""
    if not clash:
        return NOTHING
    if clash.startswith(LONG_BETWEEN):
        return LONG
    return ELSEWHERE if clash.endswith("(presque aucun mot commun)") else SLOT


def hold(sides: Sequence[Side], days: Days, stories: Stories) -> None:
    """Both looks at all pairs tell the same of each."""
    single = candidates(sides, days, stories)
    columns, score = looked_at([Pool(sides, days, stories)])
    twice = second_look(sides, single)
    places = list(zip(columns.i.tolist(), columns.j.tolist(), strict=True))
    assert sorted(places) == sorted(single)
    assert len(places) == len(single)
    rows = np.stack(columns.features, axis=1).tolist() if places else []
    for row, place in enumerate(places):
        one = single[place]
        assert tuple(rows[row]) == one.values, place
        assert columns.clash[row] == code(one.clash), (place, one.clash)
        assert columns.most[row] == one.most, place
        assert columns.admitted[row] == one.admitted, place
        assert score[row] == twice[place].score, place


@pytest.mark.parametrize("story", STORIES)
def test_a_story_looked_at_in_columns(story: str) -> None:
    sides, days = gathered(read(story))
    hold(sides, days, stories_of(sides))


def test_several_stories_in_one_folder() -> None:
    sides, days = gathered(in_one_folder(TOGETHER))
    stories = stories_of(sides)
    assert len(set(stories.values())) > 1
    hold(sides, days, stories)


def test_claims_of_several_stories_taken_for_one() -> None:
    sides, days = gathered(in_one_folder(TOGETHER))
    hold(sides, days, dict.fromkeys(days, 0))


@pytest.mark.parametrize("names", [(name,) for name in STORIES] + [TOGETHER])
def test_what_bonds_the_claims_of_stories(names: Sequence[str]) -> None:
    members = in_one_folder(names)
    sides, days = gathered(members)
    derived = derived_from([article for article, _ in members], sides)
    stories = stories_of(sides)
    pairs = told_apart(second_look(sides, candidates(sides, days, stories)), sides, derived)
    single, (columns,) = bonds_of(pairs), bonds_in_columns([Pool(sides, days, stories, derived)])
    assert columns.components == single.components
    assert columns.apart == single.apart


def test_reports_looked_at_together() -> None:
    """Each gives what it gives alone, one of several stories and one without a pair among them."""
    pools = [Pool([], {}, {})]
    for names in [(name,) for name in STORIES[:6]] + [TOGETHER] + [(STORIES[0],)]:
        members = in_one_folder(names)
        sides, days = gathered(members)
        derived = derived_from([article for article, _ in members], sides)
        pools.append(Pool(sides, days, stories_of(sides), derived))
    alone = [bonds for pool in pools for bonds in bonds_in_columns([pool])]
    assert bonds_in_columns(pools) == alone
    assert bonds_in_columns(pools[::-1]) == alone[::-1]


def test_blocks_of_pairs_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sides, days = gathered(in_one_folder(TOGETHER))
    stories = dict.fromkeys(days, 0)
    _, whole = looked_at([Pool(sides, days, stories)])
    monkeypatch.setattr("crosscheck.matching.columns.words.CELLS", 3000)
    monkeypatch.setattr("crosscheck.matching.columns.proposals.PLACES", 64)
    _, parts = looked_at([Pool(sides, days, stories)])
    assert parts.tolist() == whole.tolist()


@pytest.mark.parametrize("story", STORIES[:3])
def test_what_words_weigh_together(story: str) -> None:
    sides, _ = gathered(read(story))
    rare = rarity(sides)
    places = coded([(s.article, s.sentence) for s in sides], first=None)
    words = Words.of([sides], places)
    assert set(words.largest) == {max(rare.values())}
    assert words.context.tolist() == [weight(s.subject.context, rare) for s in sides]
    assert words.told.tolist() == [weight(s.subject.clause, rare) for s in sides]


def test_equal_values_have_equal_numbers() -> None:
    assert coded(["mort", "", "blessé", "mort"]).tolist() == [1, 0, 2, 1]


def test_a_story_without_pairs() -> None:
    assert bonds_in_columns([Pool([], {}, {})])[0].apart == ()
    assert bonds_in_columns([]) == []
    sides, days = gathered(read("seeds")[:1])
    hold(sides[:1], days, stories_of(sides[:1]))


def test_small_stories_need_no_numpy() -> None:
    code = """
from crosscheck import Article
from crosscheck.matching import group_claims
import sys
assert "numpy" not in sys.modules, "numpy"
group_claims([], {})
assert "numpy" not in sys.modules, "numpy"
"""
    subprocess.run([sys.executable, "-c", code], check=True)
