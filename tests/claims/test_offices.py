"""Offices and ranks in the frames of the press: who is what, under one name; and who is nothing."""

import pytest

from crosscheck.claims import extract
from crosscheck.claims.persons import same_person
from crosscheck.models import Article
from crosscheck.values import Role

BECOMING = [
    ("Claire Morin est maire de Lille depuis 2014.", {("Claire Morin", "maire de Lille")}),
    ("Paul Lenoir devient trésorier du club.", {("Paul Lenoir", "trésorier du club")}),
    (
        "Claire Morin est élue présidente de la ligue.",
        {("Claire Morin", "présidente de la ligue")},
    ),
    ("Paul Lenoir a été nommé directeur du musée.", {("Paul Lenoir", "directeur du musée")}),
    ("Claire Morin n'est plus maire de Lille.", set()),
    ("Le fils de Paul Lenoir est avocat.", set()),
    (
        "Interrogée par la juge Claire Morin, la trésorière du club a avoué.",
        {("Claire Morin", "juge")},
    ),
]

OF_ANOTHER = [
    (
        "Paul Lenoir, porte-parole du ministre Jean Duval, a parlé.",
        {("Paul Lenoir", "porte-parole du ministre"), ("Jean Duval", "ministre")},
    ),
    (
        "Selon Paul Lenoir, avocat de la directrice Claire Morin, rien n'est sûr.",
        {("Paul Lenoir", "avocat de la directrice"), ("Claire Morin", "directrice")},
    ),
    (
        "Paul Lenoir, conseiller du président de la République Jean Duval, a parlé.",
        {
            ("Paul Lenoir", "conseiller du président de la République"),
            ("Jean Duval", "président de la République"),
        },
    ),
    (
        "Après la visite de Claire Morin, le porte-parole du président Paul Lenoir a parlé.",
        {("Paul Lenoir", "porte-parole du président")},
    ),
    (
        "Le premier adjoint au maire, Paul Lenoir, a signé.",
        {("Paul Lenoir", "premier adjoint au maire")},
    ),
]

BEFORE = [
    ("La préfète, Claire Morin, a signé.", {("Claire Morin", "préfète")}),
    ("La ministre déléguée Claire Morin a signé.", {("Claire Morin", "ministre déléguée")}),
    ("L'ancien maire Paul Lenoir est mort.", {("Paul Lenoir", "ancien maire")}),
    ("L'ex-ministre Paul Lenoir est jugé.", {("Paul Lenoir", "ex-ministre")}),
    ("L'ex-président Paul Lenoir est jugé.", {("Paul Lenoir", "ex-président")}),
    (
        "Le président par intérim, Paul Lenoir, a signé.",
        {("Paul Lenoir", "président par intérim")},
    ),
    (
        "Le porte-parole du gouvernement, Paul Lenoir, a parlé.",
        {("Paul Lenoir", "porte-parole du gouvernement")},
    ),
    ("Le colonel Paul Lenoir commandait.", {("Paul Lenoir", "colonel")}),
    ("La capitaine Claire Morin a levé le trophée.", {("Claire Morin", "capitaine")}),
    ("Le PDG de Renault, Paul Lenoir, a signé.", {("Paul Lenoir", "PDG de Renault")}),
    (
        "La directrice générale du groupe, Claire Morin, a signé.",
        {("Claire Morin", "directrice générale du groupe")},
    ),
    ("L'entraîneur Paul Lenoir a salué son équipe.", {("Paul Lenoir", "entraîneur")}),
    (
        "Le sélectionneur des Bleus, Paul Lenoir, a tranché.",
        {("Paul Lenoir", "sélectionneur des Bleus")},
    ),
    (
        "L'archevêque de Reims, Paul Lenoir, prie.",
        {("Paul Lenoir", "archevêque de Reims")},
    ),
    ("Le pape Léon XIV a parlé.", {("Léon XIV", "pape")}),
    (
        "La secrétaire générale de la CGT, Claire Morin, a appelé à la grève.",
        {("Claire Morin", "secrétaire générale de la CGT")},
    ),
    (
        "Le secrétaire d'État aux Transports, Paul Lenoir, est venu.",
        {("Paul Lenoir", "secrétaire d'État aux Transports")},
    ),
    ("Le vice-président J.-D. Vance est arrivé.", {("J.-D. Vance", "vice-président")}),
    ("L'ancien président G. W. Bush est venu.", {("G. W. Bush", "ancien président")}),
    ("Le président Assimi GOÏTA est venu.", {("Assimi Goïta", "président")}),
    (
        "Le Président malien Assimi Goïta(à gauche) a parlé.",
        {("Assimi Goïta", "président malien")},
    ),
    (
        "Le maire de Saint-Aubrin, M. Paul Lenoir, a signé.",
        {("Paul Lenoir", "maire de Saint-Aubrin")},
    ),
    (
        "Le procureur de la République de Nîmes, Paul Lenoir, a parlé.",
        {("Paul Lenoir", "procureur de la République de Nîmes")},
    ),
    ("La reine Camilla est là.", {("Camilla", "reine")}),
    (
        "Le ministre d'État, ministre des Affaires étrangères, Paul Lenoir, a parlé.",
        {("Paul Lenoir", "ministre d'État, ministre des Affaires étrangères")},
    ),
    (
        "Il a vu le Ministre d'État, Ministre des Affaires étrangères, de l'Intégration africaine "
        "et des Tchadiens de l'extérieur, M. Hassan DJIMTOLOUM.",
        {
            (
                "Hassan Djimtoloum",
                "ministre d'État, Ministre des Affaires étrangères",
            )
        },
    ),
    (
        "La présidente de la Commission européenne, Ursula von der Leyen, a parlé.",
        {("Ursula von der Leyen", "présidente de la Commission européenne")},
    ),
    ("Le général de brigade Paul Lenoir commandait.", {("Paul Lenoir", "général de brigade")}),
    ("Le gardien de but Paul Lenoir est blessé.", {("Paul Lenoir", "gardien de but")}),
    (
        "La commissaire européenne Claire Morin part.",
        {("Claire Morin", "commissaire européenne")},
    ),
    ("Le Premier ministre Paul Lenoir a démissionné.", {("Paul Lenoir", "Premier ministre")}),
    ("Le maire (PS) de Lille, Claire Morin, a voté.", {("Claire Morin", "maire (PS) de Lille")}),
    ("Le sénateur LR du Var Paul Lenoir a voté.", {("Paul Lenoir", "sénateur LR du Var")}),
    ("Le député LFI Paul Lenoir a voté.", {("Paul Lenoir", "député LFI")}),
    ("Le roi Charles III est venu.", {("Charles III", "roi")}),
    (
        "La conseillère d'État chargée de la sécurité, Claire Morin, viendra.",
        {("Claire Morin", "conseillère d'État chargée de la sécurité")},
    ),
    (
        "La ministre déléguée à l'Énergie, Claire Morin, a parlé.",
        {("Claire Morin", "ministre déléguée à l'Énergie")},
    ),
    ("Le maire a Paul Lenoir pour adjoint.", set()),
    (
        "Le futur Premier ministre Paul Lenoir part.",
        {("Paul Lenoir", "futur Premier ministre")},
    ),
]

AFTER = [
    ("Paul Lenoir, maire de Saint-Aubrin, a signé.", {("Paul Lenoir", "maire de Saint-Aubrin")}),
    ("Paul Lenoir, 54 ans, préfet du Gard, a signé.", {("Paul Lenoir", "préfet du Gard")}),
    ("Claire Morin, ancienne ministre, est morte.", {("Claire Morin", "ancienne ministre")}),
    ("Paul Lenoir, l'ancien maire, est mort.", {("Paul Lenoir", "ancien maire")}),
    ("Paul Lenoir, directeur de l'usine, a parlé.", {("Paul Lenoir", "directeur de l'usine")}),
    ("Paul Lenoir (photo), député du Gard, a voté.", {("Paul Lenoir", "député du Gard")}),
    (
        "Claire Morin, coprésidente du syndicat, a parlé.",
        {("Claire Morin", "coprésidente du syndicat")},
    ),
    ("Paul Lenoir, capitaine du RC Lens, a marqué.", {("Paul Lenoir", "capitaine du RC Lens")}),
    ("Paul Lenoir, imam de la mosquée, a prié.", {("Paul Lenoir", "imam de la mosquée")}),
    (
        "Paul Lenoir, directeur général de Crédit Rural SA, a parlé.",
        {("Paul Lenoir", "directeur général de Crédit Rural SA")},
    ),
    (
        "Paul Lenoir, directeur d'études à l'institut Claude Morin, a parlé.",
        {("Paul Lenoir", "directeur d'études à l'institut Claude Morin")},
    ),
    (
        "D'après Paul Lenoir, porte-parole du moine, tout va bien.",
        {("Paul Lenoir", "porte-parole du moine")},
    ),
    (
        "Il vise Paul Lenoir, l'ancien maire auquel le parti reste fidèle.",
        {("Paul Lenoir", "ancien maire")},
    ),
]

LATER = [
    (
        "Le ministre Alexandre Novak est venu. Le ministre Novak a signé.",
        {("Alexandre Novak", "ministre")},
    ),
    (
        "Le préfet, Gérard Van den Bosche, est venu. Le préfet Vandenbosche a signé.",
        {("Gérard Van den Bosche", "préfet")},
    ),
    (
        "Le maire Jean Diop et la sénatrice Awa Diop sont là. Le maire Diop a signé.",
        {("Jean Diop", "maire"), ("Awa Diop", "sénatrice")},
    ),
    (
        "On a élevé Monsieur Adama TOLOKOURY. Le général Tolokoury gouverne.",
        {("Adama Tolokoury", "général")},
    ),
    (
        "Le président Emmanuel Macron a reçu le maire Emmanuel Marron.",
        {("Emmanuel Macron", "président"), ("Emmanuel Marron", "maire")},
    ),
]

NONE = [
    ("Le fondeur Mécalorne Duval a fermé.", set()),
    ("Il a salué le chef de l'État et son épouse, Claire Morin.", set()),
    ("C'est sous les yeux du chef de l'État et de son épouse, Claire Morin.", set()),
    ("L'épouse du chef de l'État Claire Morin est venue.", set()),
    ("Un membre du secrétariat général, Paul Lenoir, est mort.", set()),
    ("La Franco-Belge, ex-candidate à la mairie, est libre.", set()),
    ("Elle n'est pas la première à être ministre et enceinte : Claire Morin l'a été.", set()),
    ("La plainte vise Claire Morin, un chef passible de trois ans de prison.", set()),
    ("Le buteur Paul Lenoir a marqué.", set()),
    ("Le docteur Paul Lenoir a parlé.", set()),
    ("Le Dr Paul Lenoir a parlé.", set()),
    ("M. Paul Lenoir a parlé.", set()),
    ("Le ministre a visité le lycée Paul Lenoir.", set()),
    ("Le maire a parlé à Paul Lenoir.", set()),
    ("La rue du Général-Leclerc est fermée.", set()),
    ("Il a lu Le Ministre, de Paul Lenoir.", set()),
    ("Il a envoyé Paul Lenoir à Rome.", set()),
    ("Le directeur a quitté Saint-Aubrin.", set()),
]

ROWS = [*BECOMING, *OF_ANOTHER, *BEFORE, *AFTER, *LATER, *NONE]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_offices(text: str, expected: set[tuple[str, str]]) -> None:
    values = [claim.value for claim in extract(Article.from_text(text, id="a"))]
    assert {(v.person, v.role) for v in values if isinstance(v, Role)} == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gérard Van den Bosche", "Vandenbosche", True),
        ("J.-D. Vance", "James David Vance", True),
        ("G. W. Bush", "George W. Bush", True),
        ("Moussa DAN BABA", "Moussa Danbaba", True),
        ("Mahamat Déby", "Mahamat Deby", True),
        ("Emmanuel Macron", "Emmanuel Marron", False),
        ("Jean Diop", "Awa Diop", False),
        ("Paul Van den Bosche", "Gérard Vandenbosche", False),
        ("G. W. Bush", "Laura Bush", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same
