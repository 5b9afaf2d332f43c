"""The question as a reader sees it, and what is no question at all."""

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article

LABELS = [
    ("La perte de 695 millions d'euros s'expliquerait ainsi.", "695", "la perte s'expliquerait"),
    (
        "L'expérience des attentats du 11 septembre 2001 a donné lieu à une loi.",
        "11",
        "date : l'expérience des attentats a donné lieu",
    ),
    ("La réunion s'est achevée avant midi.", "midi", "date : la réunion s'est achevée"),
    (
        "Elle n'avait plus donné signe de vie depuis le 30 novembre 2007.",
        "30",
        "date : Elle n'avait plus donné signe de vie",
    ),
    ("Le plafond de 70 000 euros ne protège que le client.", "70", "le plafond protège"),
    (
        "Le jeudi 28 novembre 2024, M. Novak a effectué une visite de travail.",
        "28",
        "date : M. Novak a effectué une visite de travail",
    ),
    ("La loi touche 40 % des PME innovantes.", "40", "PME innovantes"),
    ("Le cycliste Lance Armand, 37 ans, revient.", "37", "âge de Lance Armand"),
    ("Paul Lenoir a examiné l'otage, âgée de 46 ans.", "46", "âge : otage"),
    ("Claire Morin, âgée de 46 ans, est là.", "46", "âge de Claire Morin"),
]

NOTHING = [
    "Il a changé d'avis plusieurs fois.",
    "Il travaille là depuis quelques mois.",
    "Il n'y a pas eu un seul tir, pas un seul blessé.",
    "Elle étudie à l'université Paris 1 Sorbonne.",
    "La soirée était sous le signe du 8, dit-il.",
]


@pytest.mark.parametrize(("text", "words", "label"), LABELS, ids=[row[0][:40] for row in LABELS])
def test_labels(text: str, words: str, label: str) -> None:
    found = {c.subject.label for c in extract(Article.from_text(text, id="a")) if words in c.text}
    assert found == {label}


@pytest.mark.parametrize("text", NOTHING)
def test_what_no_desk_would_check(text: str) -> None:
    claims = extract(Article.from_text(text, id="a"))
    assert not [c.text for c in claims if c.kind not in ("name", "role")]


def test_a_bare_number_of_money_counts_no_noun_named_before() -> None:
    text = "Deux camps s'opposent : l'un cache le trou de cinq milliards, l'autre non."
    units = {c.text: c.value.to_dict()["unit"] for c in extract(Article.from_text(text, id="a"))}
    assert units["cinq milliards"] == ""


def test_a_day_is_not_what_is_counted() -> None:
    text = "On lit 500 000 références lundi, contre une dizaine jeudi."
    units = {
        c.text: c.value.to_dict().get("unit") for c in extract(Article.from_text(text, id="a"))
    }
    assert units["une dizaine"] != "jeudi"
