"""Figures that look alike and answer two questions: two articles, and what is told of them.

Each row is a kind of false conflict seen in the press, in other words; beside it stands one that
must still be told.
"""

import pytest

from crosscheck import Article, cross_check

ROWS = [
    # Shares: the one word that both have tells of what they are a share, or what share.
    (
        "Le pays compte 6 343 000 femmes (50,8 %) et 6 143 300 hommes, selon le recensement.",
        "Le handicap touche un habitant sur dix. Cinquante-huit pour cent sont des femmes.",
        False,
    ),
    (
        "Le gouvernement ne contiendra pas le déficit à 3,1 % du PIB.",
        "Le plan de relance représente 1,3 % du PIB.",
        False,
    ),
    (
        "Le gouvernement a contenu le déficit à 3,1 % du PIB.",
        "Le déficit a été contenu à 4,1 % du PIB.",
        True,
    ),
    # Lengths of time are told in small numbers: the same one of two units is no slip.
    (
        "Après trois mois de suspense, le coureur a annoncé mardi son retour à la compétition.",
        "Retiré depuis trois ans, le coureur a annoncé mardi son retour à la compétition.",
        False,
    ),
    (
        "La transition durera 24 mois, ont annoncé les autorités du pays.",
        "La transition durera 18 mois, ont annoncé les autorités du pays.",
        True,
    ),
    # An age is somebody's.
    (
        "M. Daschle, 61 ans, était leader de la majorité au Sénat.",
        "Aujourd'hui âgé de 66 ans, ce diplômé de l'Académie militaire a servi au Vietnam.",
        False,
    ),
    (
        "Tom Daschle, 61 ans, était leader de la majorité au Sénat.",
        "Tom Daschle, 66 ans, était leader de la majorité au Sénat.",
        True,
    ),
    # « Les Vingt-Sept » is a name.
    (
        "Il faudrait un accord unanime des Vingt-Sept.",
        "Le rythme des entrées est repassé à 27.000 après un trou d'air en août.",
        False,
    ),
    # A year beside a name is of what that one did.
    (
        "C'est la première fois depuis Bill Clinton en 1996 qu'un démocrate l'emporte.",
        "C'est la première fois depuis Jimmy Carter, en 1976, qu'un démocrate l'emporte.",
        False,
    ),
    # « En mai » admits the 31 May, of whatever year.
    ("Maria Ochoa a été arrêtée le 31 mai.", "Maria Ochoa a été arrêtée en mai.", False),
    ("Maria Ochoa a été arrêtée le 31 mai.", "Maria Ochoa a été arrêtée le 30 mars.", True),
    # How many a thing holds, how many were in it.
    (
        "Le car transportait 48 passagers entre Abidjan et Korhogo.",
        "Le car était prévu pour transporter 50 passagers entre Abidjan et Korhogo.",
        False,
    ),
    (
        "Le car transportait 48 passagers entre Abidjan et Korhogo.",
        "Le car transportait 56 passagers entre Abidjan et Korhogo.",
        True,
    ),
    (
        "Le nouveau stade d'Odessane aura une capacité de 30 000 spectateurs.",
        "Le nouveau stade d'Odessane aura une capacité de 40 000 spectateurs.",
        True,
    ),
]


@pytest.mark.parametrize(("one", "other", "told"), ROWS)
def test_told_as_a_conflict(one: str, other: str, told: bool) -> None:
    articles = [
        Article.from_text(text, id=id, outlet=id) for id, text in (("a", one), ("b", other))
    ]
    conflicts = [f.why for f in cross_check(articles).findings if f.verdict == "conflict"]
    assert bool(conflicts) is told, conflicts
