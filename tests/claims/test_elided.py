"""Figures whose noun stands elsewhere: before them, above their list, in a label."""

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article, Claim

UNDERSTOOD = [
    (
        "Les syndicats demandent 6 % d'augmentation, quand la direction en propose 2,5, assortis "
        "d'une prime.",
        ("2,5", "percentage", 2.5, "%"),
    ),
    (
        "Si la direction montait à 5 %, on signerait. Mais elle reste à deux et demi.",
        ("deux et demi", "percentage", 2.5, "%"),
    ),
    (
        "Sa liste compte treize députés, l'UDS 27 et l'Alliance 18, dans une assemblée.",
        ("27", "count", 27, "député"),
    ),
    (
        "L'UDS décroche 24 des 55 sièges ; l'Alliance du large en compte 18.",
        ("18", "count", 18, "siège"),
    ),
    ("– Nouveaux cas (24 heures) : 41", ("41", "count", 41, "cas")),
    ("Les tirs ont fait un mort et au moins quatre blessés.", ("un mort", "count", 1, "mort")),
    (
        "La démission des deux principaux dirigeants est acquise.",
        ("deux principaux dirigeants", "count", 2, "dirigeant"),
    ),
    ("Le billet coûte 46 euros, contre 40 l'an dernier.", ("40", "money", 40, "euro")),
    ("Le maillot est vendu 79 euros au lieu de 99.", ("99", "money", 99, "euro")),
    ("Le déficit est de 15 M€, contre 12 en 2024.", ("12", "money", 12_000_000, "euro")),
    ("La récolte est de 120 tonnes, contre 150 en 2024.", ("150", "measure", 150, "tonne")),
    ("Une peine de 12 mois, contre 15 en appel.", ("15", "duration", 15, "mois")),
    (
        "Le train roulait à 124 km/h, quand la vitesse autorisée est de 90.",
        ("90", "measure", 90, "km/h"),
    ),
    (
        "Devant le lycée, 1 200 personnes selon les syndicats, 450 selon la police, ont défilé.",
        ("450", "count", 450, "personne"),
    ),
    (
        "En dix jours, vous avez été 312 000 à vivre les Échappées.",
        ("312 000", "count", 312_000, ""),
    ),
    ("Il était 23 h 40 quand le vote est tombé : 68 pour.", ("68", "count", 68, "")),
    (
        "Le groupe emploie 12 500 salariés dans 14 pays, dont 4 200 en France.",
        ("4 200", "count", 4200, "salarié"),
    ),
    ("Le plan coûte 15 millions d'euros, dont 3 pour la gare.", ("3", "money", 3_000_000, "euro")),
    ("La peine passe de trente mois à 18, puis 12.", ("12", "duration", 12, "mois")),
    ("Deux hommes de 22 et 25 ans ont été jugés.", ("22", "age", 22, "an")),
    ("Le bilan est passé de 12 à 15 morts.", ("12", "count", 12, "mort")),
    (
        "La fréquentation chute, de 90 000 à 60 000 visiteurs.",
        ("90 000", "count", 90_000, "visiteur"),
    ),
    (
        "L'association compte 1 400 adhérents, contre 900 en 2024.",
        ("900", "count", 900, "adhérent"),
    ),
    ("Il a versé 30 000 euros, puis 12 000, puis rien.", ("12 000", "money", 12_000, "euro")),
    ("Après 12 ans de guerre, 45 sont morts.", ("45", "count", 45, "")),
    (
        "Elle l'emporte avec 53 % des voix, cent dix très exactement, cent six pour son rival.",
        ("cent six", "count", 106, "voix"),
    ),
    (
        "Elle l'emporte avec 53 % des voix, cent dix très exactement, cent six pour son rival.",
        ("cent dix", "count", 110, "voix"),
    ),
    (
        "Il manque deux millions d'euros, deux millions cent mille pour être précis.",
        ("deux millions cent mille", "money", 2_100_000, "euro"),
    ),
    (
        "Le nuage redescend : quatre kilomètres, onze au plus fort.",
        ("onze", "measure", 11, "km"),
    ),
    ("Le bilan est de 25 blessés, dont 4 graves.", ("4 graves", "count", 4, "blessé")),
    (
        "L'accident a fait 25 blessés, dont six grièvement.",
        ("six grièvement", "count", 6, "blessé"),
    ),
    ("Un séisme de 6,3 a frappé la côte.", ("6,3", "measure", 6.3, "magnitude")),
]


def claims_of(text: str) -> list[Claim]:
    return list(extract(Article.from_text(text, id="a")))


@pytest.mark.parametrize(("text", "wanted"), UNDERSTOOD, ids=[row[1][0] for row in UNDERSTOOD])
def test_understood(text: str, wanted: tuple[str, str, float, str]) -> None:
    words, kind, number, unit = wanted
    claim = next(c for c in claims_of(text) if c.text == words)
    value = claim.value.to_dict()
    assert (claim.kind, value["low"], value["unit"]) == (kind, number, unit)


NOT_UNDERSTOOD = [
    ("L'accident a fait trois morts sur la RN 27 coupée hier.", ["trois morts"]),
    ("Trois morts, selon France 3, et rien de plus.", ["Trois morts"]),
    ("Elle a vu un mort sur la route.", []),
    ("Les deux dirigeants se sont vus.", []),
]


@pytest.mark.parametrize(("text", "wanted"), NOT_UNDERSTOOD)
def test_not_understood(text: str, wanted: list[str]) -> None:
    assert [c.text for c in claims_of(text) if c.kind == "count"] == wanted


def test_whole_numbers_are_no_percentage_across_sentences() -> None:
    claims = claims_of("Elle monterait à 5 %. Elle en reste à douze.")
    assert "percentage" not in [c.kind for c in claims if c.text == "douze"]


def test_some_of_a_group_are_no_percentage() -> None:
    claims = claims_of("Le texte a eu 54 % des voix, mais deux de ses ministres sont partis.")
    assert [c.kind for c in claims if c.text.startswith("deux")] == ["count"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Il obtient 38 % des voix.", "voix"),
        ("Plus de la moitié des zones sont touchées.", "zone"),
        ("Le budget baisse de 3 %.", ""),
        ("La banque annonce une perte de 600 millions d'euros.", "perte"),
        ("Elle commence un cycle de cinq jours.", "cycle"),
    ],
)
def test_what_is_so_much(text: str, head: str) -> None:
    claim = next(c for c in claims_of(text) if c.kind != "name")
    assert claim.subject.head == head


LIST = """COMMUNIQUÉ FINAL

Ont pris part au scrutin 496 délégués. Résultat du vote des assises :
– pour : 421 ;
– contre : 63 ;

Fait à Bassoumé, le 20 avril 2025
"""


def test_items_have_the_words_that_introduce_their_list() -> None:
    claims = {c.text: c for c in claims_of(LIST)}
    for text in ("421", "63"):
        assert {"result", "voix", "assise"} <= claims[text].subject.context
    assert "assise" not in claims["496 délégués"].subject.context


def test_a_long_list_ends_the_search() -> None:
    items = "\n".join(f"– point {n} : {n} places" for n in range(10, 400))
    assert len(claims_of(f"Les sites :\n{items}\n")) >= 300
