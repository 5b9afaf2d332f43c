"""Made archives: the same each time, as large as asked for, with pairs to hold blocking to."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.archives import Archive, archive
from benchmarks.moulds import Mould, moulds
from crosscheck import cross_check, read_articles

SIZE = 2_000


@pytest.fixture(scope="module")
def shapes(clusters: Path) -> list[Mould]:
    folders = ("a1-accident-broukakro", "b3-cholera-sud-lomela")
    return moulds([cross_check(read_articles([clusters / name])[0]) for name in folders])


@pytest.fixture(scope="module")
def made(shapes: list[Mould]) -> Archive:
    return archive(SIZE, shapes)


def test_the_same_size_gives_the_same_archive(made: Archive, shapes: list[Mould]) -> None:
    again = archive(SIZE, shapes)
    for name in made.claims:
        assert np.array_equal(made.claims[name], again.claims[name])
    assert np.array_equal(made.tokens["token"], again.tokens["token"])
    assert np.array_equal(made.planted, again.planted)
    assert made.wordings.tolist() == again.wordings.tolist()


def test_the_size_is_near_what_was_asked_for(made: Archive) -> None:
    assert abs(len(made.wordings) / SIZE - 1) < 0.1


def test_planted_pairs_are_of_two_articles_of_one_story_and_one_kind(made: Archive) -> None:
    one, other = made.planted[:, 0], made.planted[:, 1]
    owner, kind = made.claims["article"], made.claims["kind"]
    assert (owner[one] != owner[other]).all()
    assert (made.stories[owner[one]] == made.stories[owner[other]]).all()
    assert (kind[one] == kind[other]).all()


def test_articles_stand_in_the_order_of_their_days(made: Archive) -> None:
    assert (np.diff(made.days) >= 0).all()
    assert (np.diff(made.claims["article"]) >= 0).all()


def test_conflicts_are_planted(made: Archive) -> None:
    """Of the pairs to be found, some agree and some do not."""
    value = made.claims["value"]
    same = (value[made.planted[:, 0]] == value[made.planted[:, 1]]).mean()
    assert 0.2 < same < 0.8
