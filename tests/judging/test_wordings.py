"""Offices, names, quotations and dates, two by two."""

import pytest

from crosscheck.judging.days import compare_days
from crosscheck.judging.wordings import compare_names, compare_quotes, compare_roles
from crosscheck.values import Name, Quote, Role

from .records import day


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("directrice", "directrice générale", "same"),
        ("président", "président de la Transition du Mali", "same"),
        ("président russe", "président de la Fédération de Russie", "same"),
        ("président malien", "président de la Transition malienne", "same"),
        ("Premier ministre", "vice-Premier ministre", "clash"),
        ("président", "vice-président", "clash"),
        ("préfet", "sous-préfet", "clash"),
        ("secrétaire général", "secrétaire général adjoint", "clash"),
        ("comptable", "ancienne comptable", "same"),
        ("ministre", "ministre des Transports", "same"),
        ("ministre de la Défense", "ministre de la Justice", "clash"),
        ("ministre de la Culture", "ministre de la Jeunesse", "admits"),
        ("maire", "maire honoraire", "same"),
        ("capitaine", "lieutenant", "clash"),
        ("colonel", "colonel-major", "clash"),
        ("lieutenant-colonel", "colonel", "clash"),
        ("général de division", "général de corps d'armée", "clash"),
        ("général", "général d’armée", "same"),
        ("capitaine", "préfet", "admits"),
    ],
)
def test_roles(left: str, right: str, kind: str) -> None:
    roles = Role("A. B.", left, left.lower()), Role("A. B.", right, right.lower())
    assert compare_roles(*roles).kind == kind
    assert compare_roles(*reversed(roles)).kind == kind


@pytest.mark.parametrize(
    ("left", "right", "acronym", "kind"),
    [
        ("Alliance des États du Sahel", "Confédération des États du Sahel", "AES", "clash"),
        ("Alliance des États du Sahel", "Alliance États Sahel", "AES", "same"),
        ("Alliance des États du Sahel", "Confédération des États du Sahel", None, "admits"),
        ("Union démocratique sorlangeaise", "Union démocratique", "UDS", "same"),
        ("Comité technique de crise", "Centre de traitement du choléra", "CTC", "clash"),
        ("Comité technique de crise", "CTC", "CTC", "admits"),
    ],
)
def test_names(left: str, right: str, acronym: str | None, kind: str) -> None:
    small = ("de", "des", "du")
    keys = [" ".join(sorted(w for w in n.lower().split() if w not in small)) for n in (left, right)]
    names = [Name(n, acronym, key) for n, key in zip((left, right), keys, strict=True)]
    assert compare_names(*names).kind == kind


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Nous ne lâcherons rien", "nous ne lâcherons rien.", "admits"),
        ("Nous ne lâcherons rien, jamais", "Nous ne lâcherons rien", "admits"),
        ("Nous voulons la paix […] au Sahel", "Nous voulons la paix et le pain au Sahel", "admits"),
        (
            "Nous voulons porter nos relations à un niveau plus élevé",
            "Nous voulons porter nos relations historiques à un niveau encore plus élevé",
            "clash",
        ),
        (
            "Je vis au loin, a-t-elle dit hier au journal, et je ne dirai rien là-dessus",
            "Je vis au loin et c'est ma limite. Je ne dirai rien là-dessus",
            "admits",
        ),
        ("ce n'est pas une maladie", "Elle n'est pas du genre à s'économiser", "admits"),
        ("La route est longue", "Il pleut depuis trois jours sur tout le pays", "admits"),
    ],
)
def test_quotes(left: str, right: str, kind: str) -> None:
    quotes = [Quote(text, "A. Novak", text.lower()) for text in (left, right)]
    assert compare_quotes(*quotes).kind == kind


def test_quotes_show_the_words_that_differ() -> None:
    one = Quote("Nous voulons porter nos relations à un niveau élevé", "A", "1")
    other = Quote("Nous voulons porter nos relations à un niveau bas", "A", "2")
    assert compare_quotes(one, other).detail == "élevé / bas"


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (day("2025-06"), day("2025-06-23"), "admits"),
        (day("2025-06-24"), day("2025-06-23"), "clash"),
        (day("2025-03-14", 4), day("2025-03-14"), "same"),
        (day("2025-03-14", 5), day("2025-03-14", 4), "clash"),
        (day("2025-03-14", 5), day("2025-03-14"), "clash"),
        (day("2025-03-14T05:30"), day("2025-03-14"), "admits"),
        (day("2025-03-14T05:30"), day("2025-03-14T07:30"), "clash"),
    ],
)
def test_days(left: object, right: object, kind: str) -> None:
    assert compare_days(left, right).kind == kind  # type: ignore[arg-type]


def test_ranges_told_from_end_to_end() -> None:
    left, right = day("1998/2006"), day("1998/2008")
    assert compare_days(left, right).kind == "admits"
    assert compare_days(left, right, ranges=True).kind == "clash"


def test_hour_told_as_about() -> None:
    left, right = day("2025-03-14T05:00"), day("2025-03-14T05:30")
    assert compare_days(left, right).kind == "clash"
    assert compare_days(left, right, about=True).kind == "admits"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("1998/2006", "1998/2008", "clash"),
        ("1998/2006", "1999/2007", "clash"),
        ("2008/2019", "2013/2018", "admits"),
        ("2025-07-02/2025-07-11", "2025-07-03/2025-07-10", "clash"),
    ],
)
def test_a_time_inside_another_is_not_at_odds_with_it(one: str, other: str, kind: str) -> None:
    assert compare_days(day(one), day(other), ranges=True).kind == kind
    assert compare_days(day(other), day(one), ranges=True).kind == kind
