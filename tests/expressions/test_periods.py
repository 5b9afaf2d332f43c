"""Months, seasons, quarters and feasts, and days told by their place in a period."""

from datetime import date

import pytest

from crosscheck.expressions import mentions
from crosscheck.expressions.dates.feastdays import Feast, easter, feast_day
from crosscheck.values import Period

PUBLISHED = date(2025, 6, 25)
"""A Wednesday."""
FEBRUARY = date(2013, 2, 12)


def dates(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Surface and EDTF of every date."""
    return [
        (text[m.start : m.end], m.value.edtf)
        for m in mentions(text, published)
        if isinstance(m.value, Period)
    ]


PARTS = [
    ("annoncé fin mars", "fin mars", "2025-03-21/2025-03-31", "2025-03"),
    (
        "à la fin du mois de mars 2024",
        "fin du mois de mars 2024",
        "2024-03-21/2024-03-31",
        "2024-03",
    ),
    ("fin février 2024", "fin février 2024", "2024-02-21/2024-02-29", "2024-02"),
    ("dès début avril 2026", "début avril 2026", "2026-04-01/..", "2026-04"),
    ("la mi-août", "mi-août", "2025-08-10/2025-08-19", "2025-08"),
    ("d'ici la fin du mois", "fin du mois", "../2025-06-30", "2025-06"),
    (
        "au début de la semaine prochaine",
        "début de la semaine prochaine",
        "2025-06-30/2025-07-01",
        "2025-06-30/2025-07-06",
    ),
    ("fin 2024", "fin 2024", "2024-09/2024-12", "2024"),
    ("à la fin de l'année dernière", "fin de l'année dernière", "2024-11/2024-12", "2024"),
    ("au début des années 90", "début des années 90", "1990/1993", "199X"),
    ("au début du XXe siècle", "début du XXe siècle", "1901/1933", "1901/2000"),
    (
        "la seconde moitié du dix-neuvième siècle",
        "seconde moitié du dix-neuvième siècle",
        "1851/1900",
        "1801/1900",
    ),
    (
        "Il a plu la première quinzaine d'avril",
        "première quinzaine d'avril",
        "2025-04-01/2025-04-14",
        "2025-04",
    ),
    (
        "la première semaine d'octobre 2014",
        "première semaine d'octobre 2014",
        "2014-10-06/2014-10-12",
        "2014-10",
    ),
]


@pytest.mark.parametrize(("text", "surface", "edtf", "of"), PARTS)
def test_a_part_is_read_and_compared_by_its_whole(
    text: str, surface: str, edtf: str, of: str
) -> None:
    (mention,) = [m for m in mentions(text, PUBLISHED) if m.kind == "date"]
    assert isinstance(mention.value, Period)
    assert (text[mention.start : mention.end], mention.value.edtf) == (surface, edtf)
    assert mention.value.of is not None
    assert mention.value.of.edtf == of


READ = [
    ("Il a perdu en juillet 98, à Paris.", [("juillet 98", "1998-07")]),
    ("en juin de 1992", [("juin de 1992", "1992-06")]),
    ("de janvier à mars", [("janvier à mars", "2025-01/2025-03")]),
    ("de 2014 à mai 2018", [("2014 à mai 2018", "2014/2018-05")]),
    ("de mars 2014 à 2018", [("mars 2014 à 2018", "2014-03/2018")]),
    ("l'exercice 2023-24, la saison 2011-12", [("2023-24", "2023/2024"), ("2011-12", "2011/2012")]),
    ("Est-ce une date ? 12-2015", [("12-2015", "2015-12")]),
    ("né en mille neuf cent quarante-deux", [("mille neuf cent quarante-deux", "1942")]),
    ("Les élections auront lieu en mars.", [("mars", "2026-03")]),
    ("Il a été élu en octobre.", [("octobre", "2024-10")]),
    ("Il a dit que l'usine fermerait en octobre.", [("octobre", "2025-10")]),
    ("La rentrée a lieu en septembre.", [("septembre", "2025-09")]),
    ("le premier lundi de mars 2025", [("premier lundi de mars 2025", "2025-03-03")]),
    ("le dernier samedi du mois prochain", [("dernier samedi du mois prochain", "2025-07-26")]),
    ("le 4e jour de juillet 1995", [("4e jour de juillet 1995", "1995-07-04")]),
    (
        "le deuxième week-end de septembre",
        [("deuxième week-end de septembre", "2025-09-12T18:00/2025-09-15T00:00")],
    ),
    ("la semaine du 23 juin", [("la semaine du 23 juin", "2025-06-23/2025-06-29")]),
    ("le 15 du mois prochain", [("15 du mois prochain", "2025-07-15")]),
    ("au 3e trimestre 2024", [("3e trimestre 2024", "2024-07/2024-09")]),
    (
        "au deuxième trimestre de l'année dernière",
        [("deuxième trimestre de l'année dernière", "2024-04/2024-06")],
    ),
    ("le dernier trimestre de l'année", [("dernier trimestre de l'année", "2025-10/2025-12")]),
    ("Au troisième trimestre, le chômage a reculé.", [("troisième trimestre", "2024-07/2024-09")]),
    ("Le premier a plu, le second semestre sera dur.", [("second semestre", "2025-07/2025-12")]),
    ("au T3 2024 et au S1 2025", [("T3 2024", "2024-07/2024-09"), ("S1 2025", "2025-01/2025-06")]),
    ("l'hiver 2024-2025", [("hiver 2024-2025", "2024-24")]),
    ("l'hiver dernier, l'été dernier", [("hiver dernier", "2024-24"), ("été dernier", "2024-22")]),
    ("L'usine ouvrira au printemps.", [("printemps", "2026-21")]),
    ("L'usine a fermé à l'automne.", [("automne", "2024-23")]),
    ("la veille de Noël 2024", [("la veille de Noël 2024", "2024-12-24")]),
    (
        "Il a plu le lendemain du 13 février",
        [("le lendemain du 13 février", "2025-02-14")],
    ),
    ("deux semaines avant le 13 mai 1999", [("deux semaines avant le 13 mai 1999", "1999-04-29")]),
    ("trois mois après Pâques 2024", [("trois mois après Pâques 2024", "2024-06")]),
    ("Le défilé du 14-Juillet aura lieu.", [("14-Juillet", "2025-07-14")]),
    ("l'Ascension 2026", [("Ascension 2026", "2026-05-14")]),
    ("Il a plu le lundi de Pentecôte", [("lundi de Pentecôte", "2025-06-09")]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_dates_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


QUIET = [
    "Noël Mamère, Pascal Toussaint, Toussaint Louverture et M. Noël Diarra.",
    "Le père Noël, les vacances de Noël, l'île de Pâques et l'île de l'Ascension.",
    "Il habite 12, avenue du 8-Mai-1945 et part de la place du 14 juillet.",
    "Les attentats du 13-Novembre et ceux du 11-Septembre.",
    "Le stade du 28-Septembre ; le Mouvement du 23 mars a repris la ville.",
    "Le Nouvel An chinois, l'Aïd, le ramadan et la guerre du Kippour.",
    "Les primes de fin d'année et les fins de mois difficiles.",
    "La fin du conflit, la fin de match et la mi-temps.",
    "Le premier mercredi du mois et le premier dimanche de chaque mois.",
    "Le premier trimestre de l'année scolaire et le premier trimestre de grossesse.",
    "La loi 2011-12, l'article 2015-12, une Audi Q3 2024.",
    "Ils vivent en deux mille exemplaires, en deux mille francs.",
    "Mars a perdu de l'argent. Le robot est sur Mars.",
]


@pytest.mark.parametrize("text", QUIET)
def test_names_habits_and_counts_are_no_dates(text: str) -> None:
    assert dates(text) == []


ENTRIES = [
    ("mars", "2013-03"),
    ("noël", "2013-12-25"),
    ("mi-décembre", "2013-12-10/2013-12-19"),
    ("cet hiver", "2012-24"),
    ("jour de l'an", "2014-01-01"),
    ("3eme jour d'octobre", "2013-10-03"),
    ("premier mercredi du mois prochain", "2013-03-06"),
    ("la semaine du 7 octobre", "2013-10-07/2013-10-13"),
    ("pour la saint-sylvestre", "2013-12-31"),
    ("en fin de semaine", "2013-02-14/2013-02-17"),
]


@pytest.mark.parametrize(("text", "edtf"), ENTRIES)
def test_an_entry_of_a_diary_is_to_come(text: str, edtf: str) -> None:
    assert [said for _, said in dates(text, FEBRUARY)] == [edtf]


UNDATED = [
    ("fin mars", "XXXX-03-21/XXXX-03-31"),
    ("avant Noël", "../XXXX-12-25"),
    ("la veille de Noël", "XXXX-12-24"),
    ("à Pâques", ""),
    ("la fin du mois", ""),
    ("le premier lundi de mars", ""),
    ("le troisième jour d'octobre", "XXXX-10-03"),
    ("le dernier jour de février", ""),
    ("ce trimestre", ""),
]


@pytest.mark.parametrize(("text", "edtf"), UNDATED)
def test_without_a_day_of_publication_nothing_is_guessed(text: str, edtf: str) -> None:
    assert [said for _, said in dates(text, None)] == [edtf]


def test_weeks_and_how_far_a_count_goes_back_claim_no_date() -> None:
    for text in ("depuis le début de l'année", "à la fin de la semaine"):
        assert [m.hanging for m in mentions(text, PUBLISHED)] == [True]
    assert [m.hanging for m in mentions("à la fin de l'année", PUBLISHED)] == [False]


EASTERS = [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2025, 4, 20)]


@pytest.mark.parametrize(("year", "month", "day"), EASTERS)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_sundays() -> None:
    mothers, advent = Feast(sunday=(5, -1)), Feast(advent=1)
    assert feast_day(mothers, 2025) == date(2025, 5, 25)
    # The last Sunday of May 2023 was Pentecost.
    assert feast_day(mothers, 2023) == date(2023, 6, 4)
    assert feast_day(Feast(sunday=(6, 3)), 2025) == date(2025, 6, 15)
    assert feast_day(advent, 2022) == date(2022, 11, 27)
    assert feast_day(advent, 2023) == date(2023, 12, 3)
