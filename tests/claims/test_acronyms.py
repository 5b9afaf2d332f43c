"""Acronyms written out in another sentence than the one that uses them."""

import pytest

from crosscheck.claims import extract
from crosscheck.claims.acronyms import acronyms_of, spelled
from crosscheck.models import Article

SPELLED = [
    (
        "L'Agence pour le développement des exportations pétrolières cherche un partenaire.",
        {"ADEP"},
        [("Agence pour le développement des exportations pétrolières", "ADEP")],
    ),
    (
        "Les Forces armées révolutionnaires de Colombie l'ont dit.",
        {"FARC", "AFP"},
        [("Forces armées révolutionnaires de Colombie", "FARC")],
    ),
    # A word that gives no letter, a mark between the words, a letter too few.
    ("Le Syndicat très unifié des travailleurs du rail.", {"SUTR"}, []),
    ("Le Syndicat unifié, des travailleurs du rail.", {"SUTR"}, []),
    ("Le Syndicat unifié des travailleurs.", {"SUTR"}, []),
    # Two acronyms fit: neither is taken.
    ("L'Union des Comores.", {"UDC", "UC"}, []),
]


@pytest.mark.parametrize(("text", "acronyms", "wanted"), SPELLED)
def test_spelled(text: str, acronyms: set[str], wanted: list[tuple[str, str]]) -> None:
    found = [(text[start:end], which) for start, end, which in spelled(text, frozenset(acronyms))]
    assert found == wanted


def test_acronyms_written_out_beside_are_left_to_themselves() -> None:
    text = "L'AES (Alliance des États du Sahel) et l'ONU ont écrit à la FAO (Organisation)."
    assert acronyms_of(text) == {"ONU"}


TOLD = [
    (
        "Le dossier de l'ADEP avance. L'Agence pour le développement des exportations pétrolières "
        "cherche un partenaire depuis trois ans.",
        [("Agence pour le développement des exportations pétrolières", "ADEP")],
    ),
    # The masthead claims nothing else: neither its year nor its number.
    (
        "SUTR INFOS - le blog du Syndicat unifié des travailleurs du rail\n\nDebout !\n\n"
        "16 octobre 2025 - par le bureau\n\nNeuf camarades ont été interpellés jeudi à l'aube.\n",
        [("Syndicat unifié des travailleurs du rail", "SUTR")],
    ),
    (
        "L'Alliance du large en compte 18 et les autres 12 députés.",
        [("Alliance du large", None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[row[0][:30] for row in TOLD])
def test_names_take_the_acronym_of_their_article(
    text: str, wanted: list[tuple[str, str | None]]
) -> None:
    claims = extract(Article.from_text(text, id="a"))
    found = [c.value.to_dict() for c in claims if c.kind == "name"]
    assert [(value["name"], value["acronym"]) for value in found] == wanted
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
