"""Names of persons: spellings of one, and two that are not."""

import pytest

from crosscheck.claims.persons import PERSON, fullest, same_person, tidy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Assimi GOÏTA", "Assimi Goita"),
        ("N'Dri BLÉHOUÉ", "Ndri Bléhoué"),
        ("Gérard Van den Bosche", "Gérard Vandenbosche"),
        ("Issoufou Mahaman Dan Baba", "Issoufou Mahamane DANBABA"),
        ("Hélène Boisgontier", "Hélène Boisgonthier"),
        ("Vladimir Poutine", "V. Poutine"),
        ("M. Novak", "Alexandre Novak"),
        ("Bambang WIRASUNARTO", "Bambang Wirasoenarto"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Emmanuel Macron", "Emmanuel Marron"),
        ("Jean Dupont", "Marie Dupont"),
        ("Sergueï Lavrov", "Sergueï Tsivilev"),
        ("Abdoulaye Diop", "Abdoulaye Maïga"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_family_name_takes_the_full_name_it_can_only_be() -> None:
    assert fullest("Novak", ["Alexandre Novak"]) == "Alexandre Novak"
    assert fullest("Dupont", ["Jean Dupont", "Marie Dupont"]) == "Dupont"


def test_capitals_are_set_down() -> None:
    assert tidy("Anne-Lise CARVALLON") == "Anne-Lise Carvallon"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sergueï Tsivilev.", "Sergueï Tsivilev"),
        ("N'Dri Bléhoué, préfet", "N'Dri Bléhoué"),
        ("Gérard Van den Bosche a", "Gérard Van den Bosche"),
        ("Anne-Lise Carvallon fait", "Anne-Lise Carvallon"),
    ],
)
def test_how_a_name_looks(text: str, name: str) -> None:
    match = PERSON.match(text)
    assert match is not None
    assert match[0] == name
