"""Claims put together from what links them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.claims import extract
from crosscheck.matching.bonds import APART, ENOUGH, Bonds
from crosscheck.matching.clusters import clustered
from crosscheck.matching.sides import Side, side
from crosscheck.models import Article

ARTICLES = "abcdef"
(CLAIM,) = extract(Article.from_text("La piste est longue de 2,5 km.", id="a"))


def told_by(articles: str) -> list[Side]:
    """One claim of each of some articles, an article for each letter."""
    return [side(replace(CLAIM, id=f"c{i}", article=article)) for i, article in enumerate(articles)]


def linked(links: dict[tuple[int, int], float], *, differing: bool = False) -> Bonds:
    """Bonds of claims that are all of one component."""
    return Bonds((tuple((i, j, link, not differing) for (i, j), link in links.items()),), ())


@pytest.mark.parametrize(
    ("articles", "links", "clusters"),
    [
        pytest.param("abc", {(0, 1): 0.6, (0, 2): 0.6, (1, 2): 0.5}, [[0, 1, 2]], id="all alike"),
        pytest.param("abcd", {(0, 1): 0.6}, [[0, 1], [2], [3]], id="what nothing links"),
        pytest.param("abc", {(0, 1): 0.9, (1, 2): 0.5}, [[0, 1], [2]], id="not all alike"),
        pytest.param(
            "abc", {(0, 1): 0.9, (1, 2): 0.8, (0, 2): APART}, [[0, 1], [2]], id="kept apart"
        ),
        pytest.param(
            "abb", {(0, 1): 0.8, (0, 2): 0.79, (1, 2): 0.1}, [[0, 1, 2]], id="one value told twice"
        ),
    ],
)
def test_clusters(
    articles: str, links: dict[tuple[int, int], float], clusters: list[list[int]]
) -> None:
    assert clustered(told_by(articles), linked(links)) == clusters


LINK = st.sampled_from([0.0, 0.3, 0.48, ENOUGH, 0.6, 0.8, 1.0, APART])
"""Of two claims."""


@given(st.text(ARTICLES, min_size=2, max_size=7), st.data(), st.booleans())
def test_claims_all_alike_are_what_joining_gives(
    articles: str, data: st.DataObject, differing: bool
) -> None:
    """One cluster known at once is the one that they would come to stand in one by one."""
    pairs = [(i, j) for j in range(len(articles)) for i in range(j)]
    links = {pair: data.draw(LINK) for pair in pairs}
    sides, bonds = told_by(articles), linked(links, differing=differing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crosscheck.matching.clusters._one_answer", lambda *_: False)
        joined = clustered(sides, bonds)
    assert clustered(sides, bonds) == joined
