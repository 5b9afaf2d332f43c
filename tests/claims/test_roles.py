"""Offices and ranks beside names: what each sentence says of whom."""

import pytest

from crosscheck.claims.roles import role_mentions
from crosscheck.claims.sentences import parsed, sentence_spans
from crosscheck.models import Article

ROWS = [
    (
        "Le Premier ministre, Général de Division Abdoulaye Maïga, a reçu une délégation.",
        [("Abdoulaye Maïga", "Premier ministre"), ("Abdoulaye Maïga", "général de Division")],
    ),
    (
        "Une délégation conduite par le ministre de l’Énergie, Sergueï Tsivilev.",
        [("Sergueï Tsivilev", "ministre de l'Énergie")],
    ),
    (
        "Alexandre Novak, vice-Premier ministre de la Fédération de Russie, a été reçu.",
        [("Alexandre Novak", "vice-Premier ministre de la Fédération de Russie")],
    ),
    (
        "Il a vu le Président de la Fédération, Son Excellence Vladimir POUTINE.",
        [("Vladimir POUTINE", "président de la Fédération")],
    ),
    ("Le président russe Vladimir Poutine l'a reçu.", [("Vladimir Poutine", "président russe")]),
    ("L’avocat Ousseni Delahaye conteste.", [("Ousseni Delahaye", "avocat")]),
    ("« Oui », raconte Awa Zébé, vendeuse de 51 ans.", [("Awa Zébé", "vendeuse")]),
    (
        "La médiation est confiée à l’ancien inspecteur du travail Paul Vertadier.",
        [("Paul Vertadier", "ancien inspecteur du travail")],
    ),
    (
        "Karim Delestrade, 41 ans, secrétaire général du SUTR, l'a dit.",
        [("Karim Delestrade", "secrétaire général du SUTR")],
    ),
    (
        "La ministre des Transports, Adélaïde Kpangui, était hier au chevet des rescapés.",
        [("Adélaïde Kpangui", "ministre des Transports")],
    ),
    ("Le chauffeur du car, Drissa Kéhi, 34 ans, est mort.", [("Drissa Kéhi", "chauffeur du car")]),
    (
        "La représentante de la Banque africaine (BAD), Mme Léa Winterhalter, a signé.",
        [("Léa Winterhalter", "représentante de la Banque africaine")],
    ),
    (
        "Le tribunal a condamné le directeur de la coopérative Logis, Jean Duval.",
        [("Jean Duval", "directeur de la coopérative Logis")],
    ),
    ("Le ministre de l'Énergie a parlé du lycée Victor Hugo.", []),
    ("La société Sanda Voyages a son siège dans la capitale.", []),
    ("Le président a parlé.", []),
    (
        "Selon la ministre de l'Economie Christine Lagarde, tout va bien.",
        [("Christine Lagarde", "ministre de l'Economie")],
    ),
    ("C'est ce que dit sur BFM Pierre Duval, analyste.", [("Pierre Duval", "analyste")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_roles(text: str, expected: list[tuple[str, str]]) -> None:
    article = Article.from_text(text, id="a")
    found = [
        (mention.person, mention.role)
        for sentence in parsed(article, sentence_spans(article))
        for mention in role_mentions(sentence)
    ]
    assert found == expected


def test_spans_are_slices_of_the_article() -> None:
    text = "Bonjour.\n\nLe président russe Vladimir Poutine l’a reçu."
    article = Article.from_text(text, id="a")
    (mention,) = [m for s in parsed(article, sentence_spans(article)) for m in role_mentions(s)]
    assert text[mention.start : mention.end] == "président russe Vladimir Poutine"
