"""Records that are made quickly are those that dataclasses make: equal, frozen, of their class."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace
from inspect import signature

import pytest

import crosscheck
from crosscheck.making import changing, making, quickly_made
from crosscheck.matching.sides import Side, side
from crosscheck.models import Article, Claim, Finding, Subject
from crosscheck.values import Interval


@dataclass(frozen=True, slots=True)
class Plain:
    page: int
    line: int = 1


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    page: int
    line: int = 1


@quickly_made
@dataclass(frozen=True, slots=True)
class Wider(Quick):
    word: str = "mot"


@quickly_made
@dataclass(frozen=True)
class Open:
    page: int


@pytest.mark.parametrize(
    ("made", "values"),
    [
        (Quick(3), (3, 1)),
        (Quick(3, 7), (3, 7)),
        (Quick(line=7, page=3), (3, 7)),
        (Wider(3), (3, 1, "mot")),
        (Wider(3, word="ville"), (3, 1, "ville")),
        (replace(Quick(3), line=9), (3, 9)),
        (changing(Quick, "page")(Quick(3, 7), 4), (4, 7)),
        (changing(Quick, "line", "page")(Quick(3, 7), 8, 4), (4, 8)),
        (changing(Wider, "word")(Quick(3, 7), "ville"), (3, 7, "ville")),
        (making(Wider)(1, 2, "ville"), (1, 2, "ville")),
        (making(Plain)(1, 2), (1, 2)),
        (copy.deepcopy(Quick(3)), (3, 1)),
        (pickle.loads(pickle.dumps(Wider(3))), (3, 1, "mot")),
        (Open(5), (5,)),
    ],
)
def test_fields(made: Plain | Quick | Open, values: tuple[object, ...]) -> None:
    assert type(made) in (Plain, Quick, Wider, Open)
    assert tuple(getattr(made, field.name) for field in fields(made)) == values
    with pytest.raises(FrozenInstanceError):
        made.page = 0  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.page


def test_as_dataclasses_make_it() -> None:
    assert (repr(Quick(3)), hash(Quick(3))) == (
        repr(Plain(3)).replace("Plain", "Quick"),
        hash((3, 1)),
    )
    assert Quick(3) == Quick(3, 1) != Quick(4)
    assert Wider(3) != Quick(3)
    assert list(signature(Quick).parameters) == ["page", "line"]
    assert not hasattr(Quick(3), "__dict__")


@pytest.mark.parametrize("values", [(), (1, 2, 3)])
def test_a_field_too_few_or_too_many(values: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        Quick(*values)


@pytest.mark.parametrize("kind", [Claim, Subject, Finding, Interval, Side])
def test_of_the_road(kind: type) -> None:
    """What the road makes most of is as `dataclasses` declare it."""
    assert is_dataclass(kind)
    assert list(signature(kind).parameters) == [field.name for field in fields(kind)]


def test_a_side_is_its_claim() -> None:
    report = crosscheck.cross_check([Article.from_text("Deux accords signés.", id="a")])
    (claim,) = report.claims
    assert [getattr(side(claim), f.name) for f in fields(claim)] == [
        getattr(claim, f.name) for f in fields(claim)
    ]
