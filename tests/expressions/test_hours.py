"""Hours, parts of a day and moments: what each sentence gives, and what gives none."""

from datetime import date, datetime

import pytest

from crosscheck.expressions import mentions
from crosscheck.values import Period

WEDNESDAY = date(2025, 6, 25)
NIGHT = datetime(2025, 6, 25, 4, 30)


def read(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    """Surface and EDTF of every date of a text."""
    return [
        (text[m.start : m.end], m.value.edtf)
        for m in mentions(text, published)
        if isinstance(m.value, Period)
    ]


HOURS = [
    ("Il a plu à 15h, à 15 h 30, à 15 heures 30 et à 08:15.",
     [("15h", "T15:00"), ("15 h 30", "T15:30"), ("15 heures 30", "T15:30"), ("08:15", "T08:15")]),
    ("Il part à onze heures moins vingt, à midi moins le quart ou à minuit trois.",
     [("onze heures moins vingt", "T10:40"), ("midi moins le quart", "T11:45"),
      ("minuit trois", "T00:03")]),
    ("Il part à huit heures et quart, à onze heures trois quarts, à midi et demi.",
     [("huit heures et quart", "T08:15"), ("onze heures trois quarts", "T11:45"),
      ("midi et demi", "T12:30")]),
    ("À huit heures et vingt-sept minutes, à huit heures moins vingt-trois minutes.",
     [("huit heures et vingt-sept minutes", "T08:27"),
      ("huit heures moins vingt-trois minutes", "T07:37")]),
    ("Il part à 8 h du soir, à 3 h du mat, à trois heures de l'après-midi.",
     [("8 h du soir", "T20:00"), ("3 h du mat", "T03:00"),
      ("trois heures de l'après-midi", "T15:00")]),
    ("Le relevé est fait à 10:12:59.", [("10:12:59", "T10:12")]),
    ("Le débat, à 20 heures CET, est en direct.", [("20 heures", "T20:00")]),
    ("On se voit à 9 h ou 13 h, 15 h le mardi et 20h30 demain.",
     [("9 h", "T09:00"), ("13 h", "T13:00"), ("15 h", "T15:00"), ("mardi", ""),
      ("20h30", "T20:30"), ("demain", "")]),
    ("Fermé entre midi et 14 heures, et de midi à 13 h.",
     [("midi et 14 heures", "T12:00/T14:00"), ("midi à 13 h", "T12:00/T13:00")]),
    ("Ouvert 9h-18h, 13-15h ou 8:10 - 12h32, puis de 14 à 18h30.",
     [("9h-18h", "T09:00/T18:00"), ("13-15h", "T13:00/T15:00"),
      ("8:10 - 12h32", "T08:10/T12:32"), ("14 à 18h30", "T14:00/T18:30")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_hours_without_a_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, None) == expected


DAYS = [
    ("Il parle demain après-midi à trois heures et quart.",
     [("demain après-midi", "2025-06-26T12:00/2025-06-26T19:00"),
      ("trois heures et quart", "2025-06-26T15:15")]),
    ("Il parle à 8 heures ce soir.",
     [("8 heures", "2025-06-25T20:00"), ("ce soir", "2025-06-25T18:00/2025-06-26T00:00")]),
    ("Ce soir de 8 h à 10 h, puis ce soir à minuit.",
     [("Ce soir", "2025-06-25T18:00/2025-06-26T00:00"),
      ("8 h à 10 h", "2025-06-25T20:00/2025-06-25T22:00"),
      ("ce soir", "2025-06-25T18:00/2025-06-26T00:00"),
      ("minuit", "2025-06-26T00:00")]),
    ("Ce soir, à 1 h du matin, il dort.",
     [("Ce soir", "2025-06-25T18:00/2025-06-26T00:00"), ("1 h du matin", "2025-06-25T01:00")]),
    ("Le couvre-feu, mardi, est de 21h-5h.",
     [("mardi", "2025-06-24"), ("21h-5h", "2025-06-24T21:00/2025-06-25T05:00")]),
    ("Il a ouvert dimanche dès 9 heures, à 16 h lundi.",
     [("dimanche", "2025-06-22"), ("9 heures", "2025-06-22T09:00"),
      ("16 h", "2025-06-23T16:00"), ("lundi", "2025-06-23")]),
    ("Il a été vu lundi avant 16 h, et mardi après 9h30.",
     [("lundi", "2025-06-23"), ("16 h", "../2025-06-23T16:00"), ("mardi", "2025-06-24"),
      ("9h30", "2025-06-24T09:30/..")]),
    ("Il a été vu lundi peu avant 16 h.", [("lundi", "2025-06-23"), ("16 h", "2025-06-23T16:00")]),
    ("Le lundi 23 juin au soir, la pluie a repris.",
     [("lundi 23 juin au soir", "2025-06-23T18:00/2025-06-24T00:00")]),
    ("La veille au soir, il chantait ; le lendemain matin, il a été élu.",
     [("La veille au soir", "2025-06-24T18:00/2025-06-25T00:00"),
      ("le lendemain matin", "2025-06-25T04:00/2025-06-25T12:00")]),
    ("Il a plu dans la nuit de mardi à mercredi.", [("mardi à mercredi", "2025-06-24/2025-06-25")]),
    ("Lundi, il a plu ; la foule est venue dans la soirée.",
     [("Lundi", "2025-06-23"), ("soirée", "2025-06-23T18:00/2025-06-24T00:00")]),
    ("La foule est venue en fin d'après-midi.",
     [("fin d'après-midi", "2025-06-25T17:00/2025-06-25T19:00")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_hours_and_parts_of_a_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_part_is_compared_by_its_day_and_hangs_where_it_stands_apart() -> None:
    touching, apart = mentions("Il est venu hier soir, puis encore dans la matinée.", WEDNESDAY)
    assert isinstance(touching.value, Period) and isinstance(apart.value, Period)
    day = Period("2025-06-24", date(2025, 6, 24), date(2025, 6, 24))
    assert (touching.value.of, apart.value.of) == (day, day)
    assert (touching.hanging, apart.hanging) == (False, True)


def test_part_without_any_day() -> None:
    (mention,) = mentions("La foule est venue dans la soirée.")
    assert isinstance(mention.value, Period)
    assert (mention.value.edtf, mention.value.first) == ("T18:00/T24:00", None)
    assert mention.value.of == Period("")
    assert read("Le 7 novembre au matin, il neige.", None)[0][1].startswith("XXXX-11-07T04:00/")


ENTRIES = [
    ("15h", "2025-06-25T15:00"),
    ("huit heures sept", "2025-06-25T08:07"),
    ("minuit", "2025-06-26T00:00"),
    ("3 h du mat", "2025-06-26T03:00"),
    ("le soir", "2025-06-25T18:00/2025-06-26T00:00"),
    ("après-midi à 5", "2025-06-25T17:00"),
    ("maintenant", "2025-06-25T04:30"),
    ("dans 5 minutes", "2025-06-25T04:35"),
    ("il y a 12 heures", "2025-06-24T16:30"),
    ("dans un quart d'heure", "2025-06-25T04:45"),
    ("dans 3/4 h", "2025-06-25T05:15"),
    ("2 dernières minutes", "2025-06-25T04:28/2025-06-25T04:30"),
    ("les 24 heures passées", "2025-06-24T04:30/2025-06-25T04:30"),
]


@pytest.mark.parametrize(("text", "edtf"), ENTRIES)
def test_entry_of_a_diary_at_a_known_moment(text: str, edtf: str) -> None:
    assert read(text, NIGHT)[-1][1] == edtf


def test_moments_are_lengths_where_only_the_day_is_known() -> None:
    assert read("Il y a deux heures, il est parti ; il revient dans 5 minutes.") == []
    assert [m.kind for m in mentions("dans 5 minutes", WEDNESDAY)] == ["duration"]


NO_DATES = [
    "Le soir, il lit ; tous les matins, il court, et chaque après-midi il dort.",
    "Il travaille du matin au soir, dans la soirée de gala du club.",
    "Il a marché trois heures hors de la ville et a dormi 8 heures.",
    "Le vol a duré 2 h 30, puis 8 heures par nuit, 3 heures plus tard.",
    "Le marathon a été gagné en 2:07:31, devant un rival à 2:08:12.",
    "Le verset Jean 3:16 est lu à une heure tardive.",
    "Il faut compter de deux à trois heures, ou de 2 à 3 heures.",
    "L'accent du Midi, la Nuit debout, « Le Petit Matin ».",
    "Un trajet de 2 h-3 h, un repos de 9 à 12 h, une veille de 3 à 5 heures.",
    "Il y a deux heures de route dans les deux dernières minutes du match.",
    "Maintenant que tout est dit, il part.",
    "Les 8 heures suivantes, il a dormi.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert read(text, NIGHT) == []
