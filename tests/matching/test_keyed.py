"""Offices, names and quotations joined by keys."""

import pytest

from crosscheck.matching.keyed import office_head
from crosscheck.matching.origins import mark_copies
from crosscheck.models import Article
from crosscheck.values import Role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Premier ministre", "vice-Premier ministre de la Fédération de Russie"),
        ("ministre des Finances", "ex-ministre des Finances"),
        ("comptable", "ancienne comptable"),
        ("directeur général", "directrice"),
        ("président-directeur général", "PDG"),
    ],
)
def test_one_sort_of_office(one: str, other: str) -> None:
    assert office_head(Role("x", one)) == office_head(Role("x", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Premier ministre", "ministre de la Santé"), ("maire", "députée"), ("juge", "avocat")],
)
def test_two_sorts_of_office(one: str, other: str) -> None:
    assert office_head(Role("x", one)) != office_head(Role("x", other))


TEXT = (
    "Au moins douze personnes ont été tuées mercredi dans la collision de deux cars près de la "
    "capitale, a annoncé la préfecture, qui a ouvert une enquête et promis un rapport complet."
)


def test_a_copy_names_its_original() -> None:
    articles = [Article.from_text(t, id=i) for i, t in (("a", f"Drame\n\n{TEXT}"), ("b", TEXT))]
    assert [a.copy_of for a in mark_copies(articles)] == [None, "a"]
    assert [a.copy_of for a in mark_copies(articles[::-1])] == ["a", None]


def test_two_hands_on_one_event_are_no_copies() -> None:
    other = "Deux cars se sont heurtés mercredi : douze morts au moins, dit la préfecture."
    articles = [Article.from_text(t, id=i) for i, t in (("a", TEXT), ("b", other))]
    assert [a.copy_of for a in mark_copies(articles)] == [None, None]
