"""Offices of one series: which exclude each other, and of whom nothing is said."""

import pytest

from crosscheck import Article, cross_check
from crosscheck.matching.offices import exclude_each_other

EXCLUDE = [
    ("ministre des Transports", "secrétaire d'État aux Transports"),
    ("ministre français de la Culture", "secrétaire d'État à la Culture"),
    ("gouverneur", "haut-commissaire de la République"),
    ("préfète de l'Isère", "gouverneure"),
    ("député de la Nièvre", "sénatrice de la Nièvre"),
    ("maire de Vézac", "adjointe au maire de Vézac"),
    ("maire", "premier adjoint"),
    ("trésorière de la fédération", "secrétaire générale de la fédération"),
    ("directrice générale", "directrice artistique"),
    ("directeur des opérations de Météo-Sud", "directeur général de Météo-Sud"),
    ("procureur", "juge"),
    ("directeur des opérations du groupe", "directeur financier"),
    ("directrice des ressources humaines", "directrice de l'exploitation de la Compagnie d'Arve"),
    ("ministre uruguayenne des Affaires étrangères", "ministre de l'Économie"),
    ("ministre de l'Intérieur", "ministre malien de la Santé"),
    ("président de la SAPB", "directrice générale de la SAPB"),
]
BOTH = [
    ("ministre", "secrétaire d'État aux Transports", "« ministre » is said in short of either"),
    ("ministre de la Culture", "secrétaire d'État aux Transports", "two portfolios"),
    ("directrice artistique", "directrice générale des Échappées", "of what is told by one alone"),
    ("directeur du Trésor", "directeur général du Trésor", "the same in short"),
    ("directeur général et artistique", "directeur artistique", "one who is both"),
    ("directeur général de la Recherche", "directeur de la recherche", "shares a function"),
    ("président de la République", "secrétaire général du parti", "two bodies"),
    ("maire de Nantes", "adjoint au maire de Lyon", "two towns"),
    ("ancien maire de Nantes", "premier adjoint", "in turn"),
    ("candidat", "maire", "not held yet"),
    ("député de la Nièvre", "maire de Nevers", "two series"),
    ("président-directeur général d'Axa", "président d'Axa", "one who is both"),
    ("PDG d'Axa", "directeur général d'Axa", "one who is both"),
    ("procureur", "avocate générale", "two wordings of one side of the court"),
    ("directeur financier", "directeur administratif et financier", "shares a function"),
    ("directeur technique", "directeur général de Lormac", "often both"),
    ("ministre", "ministre de la Santé", "in short"),
    ("ministre de la Transition écologique", "ministre de l'Énergie", "of one ministry"),
    ("ministre de la Communication", "ministre de l'Économie numérique", "of one ministry"),
    ("ministre de l'Économie et des Finances", "ministre du Budget", "of one ministry"),
    ("ministre de la Justice", "garde des sceaux", "one office"),
    ("ministre français de la Santé", "ministre malien de la Défense", "two governments"),
    ("ministre d'État, ministre de l'Intérieur", "ministre de l'Intérieur", "one office"),
    ("ancien ministre de la Culture", "ministre de la Défense", "in turn"),
]


@pytest.mark.parametrize(("one", "other"), EXCLUDE)
def test_nobody_holds_both(one: str, other: str) -> None:
    assert exclude_each_other(one, other)
    assert exclude_each_other(other, one)


@pytest.mark.parametrize(("one", "other", "why"), BOTH)
def test_somebody_may_hold_both(one: str, other: str, why: str) -> None:
    assert not exclude_each_other(one, other), why
    assert not exclude_each_other(other, one), why


MINISTER = "Le ministre des Transports, Philippe Garandeau, s'est rendu sur place mardi."
SECRETARY = "Le secrétaire d'État aux Transports, Philippe Garandeau, est arrivé mardi à la gare."
IN_TURN = "Philippe Garandeau, secrétaire d'État aux Transports, est nommé. " + MINISTER


def verdicts(*texts: str) -> list[str]:
    """The verdicts on offices, of articles of these texts."""
    articles = [Article.from_text(text, id=f"a{n}") for n, text in enumerate(texts)]
    return [f.verdict for f in cross_check(articles).findings if f.kind == "role"]


def test_two_articles_that_differ_are_told() -> None:
    assert verdicts(MINISTER, SECRETARY) == ["conflict"]


def test_who_is_promoted_is_at_odds_with_nobody() -> None:
    risen = (
        "Claire Morin, directrice des opérations de Météo-Sud, a salué ses équipes lundi. "
        "Claire Morin, directrice générale de Météo-Sud, prend ses fonctions mardi."
    )
    new = "Claire Morin, directrice générale de Météo-Sud, s'est exprimée mardi matin."
    old = "Claire Morin, directrice des opérations de Météo-Sud, s'est exprimée lundi matin."
    assert verdicts(new, old) == ["conflict"]
    assert "conflict" not in verdicts(risen, new)
    assert "conflict" not in verdicts(risen, new, old)


def test_who_held_both_is_known_by_another_spelling() -> None:
    short = SECRETARY.replace("Philippe Garandeau", "M. Garandeau")
    assert "conflict" not in verdicts(IN_TURN, MINISTER, short)


def test_who_held_both_in_turn_is_left_alone() -> None:
    assert "conflict" not in verdicts(IN_TURN, MINISTER, SECRETARY)
