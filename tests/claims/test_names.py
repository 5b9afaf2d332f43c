"""Names of agreements, institutions and meetings, and the keys they are compared by."""

import pytest

from crosscheck.claims.names import name_key, name_mentions
from crosscheck.claims.sentences import parsed, sentence_spans
from crosscheck.models import Article

ROWS = [
    (
        "C'est la Commission intergouvernementale mixte Mali-Russie, nouvellement créée.",
        [("Commission intergouvernementale mixte Mali-Russie", None)],
    ),
    (
        "Il parle de l'Alliance des États du Sahel (AES), un bloc.",
        [("Alliance des États du Sahel", "AES")],
    ),
    # The initials do not fit, and that is just what a desk must see.
    (
        "Les efforts de la Confédération des États du Sahel (AES) sont connus.",
        [("Confédération des États du Sahel", "AES")],
    ),
    (
        "Le SUTR (Syndicat unitaire des transports de la rive) appelle à la grève.",
        [("Syndicat unitaire des transports de la rive", "SUTR")],
    ),
    (
        "Ils ont signé un accord portant sur les fondements des relations bilatérales.",
        [("accord portant sur les fondements des relations bilatérales", None)],
    ),
    ("Ces accords ont été salués par la Fédération de Russie.", []),
    ("La commission a siégé.", []),
    (
        "L'Agence française de lutte contre le dopage (AFLD) a parlé.",
        [("Agence française de lutte contre le dopage", "AFLD")],
    ),
    (
        "Elle a souri au Conseil des ministres au retour des congés.",
        [("Conseil des ministres", None)],
    ),
    ("Elle montrait au Conseil des ministres un ventre rond.", [("Conseil des ministres", None)]),
    ("Il a sa majorité au Congrès et le gain de dix voix.", []),
    ("Il a été reçu au Sénat par un groupe de députés.", []),
    ("C'est une organisation terroriste aux États-Unis.", []),
    ("On lui a confié une mission pseudo-diplomatique.", []),
    (
        "Le parquet vise la Banque postale et Axa, dit le Ministère de l'Économie et des Finances.",
        [("Banque postale", None), ("Ministère de l'Économie et des Finances", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    article = Article.from_text(text, id="a")
    found = [
        (mention.name, mention.acronym)
        for sentence in parsed(article, sentence_spans(article))
        for mention in name_mentions(sentence)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Commission mixte maliano-russe", "Commission intergouvernementale mixte Mali-Russie"),
        ("Commission intergouvernementale russo-malienne", "Commission mixte Mali-Russie"),
        ("commission mixte indonéso-tchadienne", "Grande Commission mixte Tchad-Indonésie"),
    ],
)
def test_one_institution_under_several_wordings(one: str, other: str) -> None:
    assert set(name_key(one).split()) - {"grande"} == set(name_key(other).split()) - {"grande"}


def test_two_heads_are_two_names() -> None:
    assert name_key("Alliance des États du Sahel") != name_key("Confédération des États du Sahel")
