"""French sentences and the expressions in them: kind, surface, value."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from crosscheck.expressions import mentions
from crosscheck.values import INFINITE, Interval, Period

PUBLISHED = date(2025, 6, 25)
"""A Wednesday."""


def found(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Kind, surface and value of every mention, the value in short."""
    rows = []
    for mention in mentions(text, published):
        value = mention.value
        if isinstance(value, Period):
            said = value.edtf
        else:
            assert isinstance(value, Interval)
            low, high = (str(end).replace("Infinity", "inf") for end in (value.low, value.high))
            said = low if low == high else f"{low}..{high}"
        rows.append((mention.kind, text[mention.start : mention.end], said))
    return rows


COUNTS = [
    ("27 autres blessées, dont neuf grièvement", [("count", "27", "27"), ("count", "neuf", "9")]),
    (
        "dix-neuf (19) décès, sept (07) indemnes",
        [("count", "dix-neuf (19)", "19"), ("count", "sept (07)", "7")],
    ),
    ("douze (13) hommes", [("count", "douze", "12"), ("count", "13", "13")]),
    (
        "1.200 cadres et 350’000 autres",
        [("count", "1.200", "1200"), ("count", "350’000", "350000")],
    ),
    (
        "10\u202f000 et 6\u00a0812 sinistrés",
        [("count", "10\u202f000", "10000"), ("count", "6\u00a0812", "6812")],
    ),
    ("au moins 12 morts", [("count", "au moins 12", "12..inf")]),
    (
        "Quatre cents vols environ ont été annulés",
        [("count", "Quatre cents vols environ", "360..440")],
    ),
    (
        "trois hommes ont au moins 40 voix",
        [("count", "trois", "3"), ("count", "au moins 40", "40..inf")],
    ),
    ("entre 1 800 et 5 000 manifestants", [("count", "entre 1 800 et 5 000", "1800..5000")]),
    ("deux à trois millions d'habitants", [("count", "deux à trois millions", "2000000..3000000")]),
    ("un seul accord, dont un enfant", [("count", "un seul", "1"), ("count", "un", "1")]),
    ("Deux policiers et un manifestant", [("count", "Deux", "2"), ("count", "un", "1")]),
    ("des dizaines de milliers de foyers", [("count", "des dizaines de milliers", "20000..inf")]),
    ("trois virgule cinq enfants", [("count", "trois virgule cinq", "3.5")]),
    ("mil neuf cent vingt sacs de mil", [("count", "mil neuf cent vingt", "1920")]),
    (
        "soixante virgule deux quatre zéro",
        [("count", "soixante virgule deux quatre zéro", "60.240")],
    ),
    ("moins vingt-cinq mille", [("count", "moins vingt-cinq mille", "-25000")]),
    ("Il marque entre -10 et 15", [("count", "entre -10 et 15", "-10..15")]),
    ("-12 morts au Mali, -13 au Niger", [("count", "12", "12"), ("count", "-13", "-13")]),
    ("100K abonnés, 1,2M de vues", [("count", "100K", "100000"), ("count", "1,2M", "1200000")]),
    ("un tiers", [("count", "un tiers", "0.333333333")]),
    ("4 1/3", [("count", "4 1/3", "4.333333333")]),
    ("10 à 15 000 manifestants", [("count", "10 à 15 000", "10000..15000")]),
    ("5 à 1 000 personnes", [("count", "5 à 1 000", "5..1000")]),
    (
        "Le bilan a grimpé jusqu'à 500 morts, il peut grimper jusqu'à 600",
        [("count", "500", "500"), ("count", "jusqu'à 600", "-inf..600")],
    ),
    (
        "plus grand que 10 et plus petit que 20",
        [("count", "plus grand que 10 et plus petit que 20", "10..20")],
    ),
    ("Réunis autour d'un temple, plus d'un blessé", [("count", "plus d'un", "1..inf")]),
]

NOT_FOUND = [
    "Victoire 2-1, puis 3 à 2 en finale.",
    "Ouvert 24 h/24, 7 j/7 et 24 heures sur 24.",
    "Tél. 02 00 00 00 00 ou +33 6 12 34 56 78.",
    "L'A320, la RN7, le G7, le Covid-19 et le M23.",
    "Écrire à redaction12@journal.fr ou www.journal.fr/2025/06/23.",
    "Un Boeing 737, un ATR 72.",
    "La rue des Trois-Fontaines, la loi n° 2004-12.",
    "Un homme et une femme sont venus.",
    "Un bâtiment flambant neuf.",
    "Le Premier ministre est en première ligne, en premier.",
    "adresse 192.168.0.1, version 1.2.3",
    "Un deux-roues, un trois-pièces et les Deux Alpes.",
    "Le CAC 40, France 24, l'autoroute A 7 et le 4 x4.",
    "Buts : Martin (12', 45').",
    "Les huitièmes de finale, une demi finale et le 3/4 arrière.",
    "Vendu à un tiers, le tiers payant, un élève de 3e B.",
]

QUANTITIES = [
    (
        "une aide de un million (1 000 000) de francs CFA",
        [("money", "un million (1 000 000) de francs CFA", "1000000")],
    ),
    (
        "47,2 milliards de FCFA, dont 29,5 milliards empruntés",
        [
            ("money", "47,2 milliards de FCFA", "47200000000"),
            ("money", "29,5 milliards", "29500000000"),
        ],
    ),
    (
        "12,5 millions d'habitants, contre 9 millions il y a peu",
        [("count", "12,5 millions", "12500000"), ("count", "9 millions", "9000000")],
    ),
    (
        "passe de 600 à 715 francs CFA",
        [("money", "600", "600"), ("money", "715 francs CFA", "715")],
    ),
    ("deux euros et cinq centimes", [("money", "deux euros et cinq centimes", "2.05")]),
    (
        "Septante pour cent, +0,4 %",
        [("percentage", "Septante pour cent", "70"), ("percentage", "0,4 %", "0.4")],
    ),
    (
        "moins des deux tiers, près de la moitié",
        [
            ("percentage", "moins des deux tiers", "-inf..66.67"),
            ("percentage", "près de la moitié", "45..50"),
        ],
    ),
    ("Plus de six agents sur dix", [("percentage", "Plus de six agents sur dix", "60..inf")]),
    (
        "Une ligne de bus sur quatre, un sur six",
        [
            ("percentage", "Une ligne de bus sur quatre", "25"),
            ("percentage", "un sur six", "16.67"),
        ],
    ),
    ("deux accords sur trois projets", [("count", "deux", "2"), ("count", "trois", "3")]),
    (
        "à 90 km/h sur 12 kilomètres",
        [("measure", "90 km/h", "90"), ("measure", "12 kilomètres", "12")],
    ),
    ("une centaine d'hectares", [("measure", "une centaine d'hectares", "80..130")]),
    ("deux fois moins", [("measure", "deux fois moins", "2")]),
    (
        "une heure et quart, deux ans et demi",
        [("duration", "une heure et quart", "1.25"), ("duration", "deux ans et demi", "2.5")],
    ),
    ("de sept à dix jours", [("duration", "de sept à dix jours", "7..10")]),
    ("vingt-quatre mois « au plus »", [("duration", "vingt-quatre mois « au plus", "-inf..24")]),
    (
        "le 65e anniversaire, au quatre-vingt-douzième jour",
        [("ordinal", "65e", "65"), ("ordinal", "quatre-vingt-douzième", "92")],
    ),
    (
        "but à la 90e+4, un sixième corps, un cinquième du budget",
        [
            ("ordinal", "90e+4", "94"),
            ("ordinal", "sixième", "6"),
            ("percentage", "un cinquième", "20"),
        ],
    ),
    (
        "Nadia Lemoisne, 47 ans, écope de 30 mois",
        [("age", "47 ans", "47"), ("duration", "30 mois", "30")],
    ),
    (
        "À 54 ans, il est condamné à cinq ans de prison",
        [("age", "54 ans", "54"), ("duration", "cinq ans", "5")],
    ),
    ("65 ans de coopération", [("duration", "65 ans", "65")]),
    (
        "1/3 des voix, un quart de litre, deux dixièmes de seconde",
        [
            ("percentage", "1/3", "33.33"),
            ("measure", "un quart de litre", "0.25"),
            ("duration", "deux dixièmes de seconde", "0.2"),
        ],
    ),
    (
        "moins 12 degrés, 10 degrés au-dessous de zéro, au moins 3 °C",
        [
            ("measure", "moins 12 degrés", "-12"),
            ("measure", "10 degrés au-dessous de zéro", "-10"),
            ("measure", "au moins 3 °C", "3..inf"),
        ],
    ),
    (
        "1 776, 4 milliards de dollars, EUR29,99 et 3 € 50 le kilo",
        [
            ("money", "1 776, 4 milliards de dollars", "1776400000000"),
            ("money", "EUR29,99", "29.99"),
            ("money", "3 € 50", "3.5"),
        ],
    ),
    (
        "un an et un quart, 9 s 58",
        [("duration", "un an et un quart", "1.25"), ("duration", "9 s 58", "9.58")],
    ),
    (
        "le deux-millième, les vingt-troisièmes Rencontres",
        [("ordinal", "deux-millième", "2000"), ("ordinal", "vingt-troisièmes", "23")],
    ),
]

DATES = [
    ("Ils sont sept mille cent.", [("count", "sept mille cent", "7100")]),
    (
        "Il attend lundi 12 heures",
        [("date", "lundi", "2025-06-23"), ("duration", "12 heures", "12")],
    ),
    (
        "Il est ouvert vendredi, de 9 h à 15 h 30",
        [
            ("date", "vendredi", "2025-06-20"),
            ("date", "9 h à 15 h 30", "2025-06-20T09:00/2025-06-20T15:30"),
        ],
    ),
    ("Il est venu le 12 au matin", [("date", "12 au matin", "2025-06-12T04:00/2025-06-12T12:00")]),
    ("Elle a signé mardi sept textes", [("date", "mardi", "2025-06-24"), ("count", "sept", "7")]),
    ("Mardi 24 personnes sont parties", [("date", "Mardi", "2025-06-24"), ("count", "24", "24")]),
    (
        "Il est venu mardi 24 au matin",
        [("date", "mardi 24 au matin", "2025-06-24T04:00/2025-06-24T12:00")],
    ),
    (
        "entre le 1er janvier 2016 et le 31 mars 2019, il a plu",
        [("date", "1er janvier 2016 et le 31 mars 2019", "2016-01-01/2019-03-31")],
    ),
    (
        "Il a plu entre le 10 juin et le 1er juillet",
        [("date", "10 juin et le 1er juillet", "2025-06-10/2025-07-01")],
    ),
    ("Il a plu du 13 au 18.", [("date", "13 au 18", "2025-06-13/2025-06-18")]),
    ("vendredi 14 mars 2025", [("date", "vendredi 14 mars 2025", "2025-03-14")]),
    (
        "Il a plu le 23 juin et le 3 janvier",
        [("date", "23 juin", "2025-06-23"), ("date", "3 janvier", "2025-01-03")],
    ),
    ("depuis le 31 décembre", [("date", "31 décembre", "2024-12-31/..")]),
    (
        "du jeudi 17 au samedi 19 avril 2025",
        [("date", "jeudi 17 au samedi 19 avril 2025", "2025-04-17/2025-04-19")],
    ),
    (
        "du 28 décembre au 3 janvier 2025",
        [("date", "28 décembre au 3 janvier 2025", "2024-12-28/2025-01-03")],
    ),
    (
        "Il a plu dans la nuit de mardi à mercredi",
        [("date", "mardi à mercredi", "2025-06-24/2025-06-25")],
    ),
    ("Il a parlé mercredi", [("date", "mercredi", "2025-06-25")]),
    ("Il doit s'exprimer vendredi", [("date", "vendredi", "2025-06-27")]),
    ("Les obsèques auront lieu lundi", [("date", "lundi", "2025-06-30")]),
    (
        "hier soir, la veille, demain vendredi",
        [
            ("date", "hier soir", "2025-06-24T18:00/2025-06-25T00:00"),
            ("date", "la veille", "2025-06-24"),
            ("date", "demain vendredi", "2025-06-26"),
        ],
    ),
    (
        "Lundi, le car est parti. Le lendemain, il est revenu.",
        [("date", "Lundi", "2025-06-23"), ("date", "Le lendemain", "2025-06-24")],
    ),
    (
        "En 1961, puis l'année suivante",
        [("date", "1961", "1961"), ("date", "l'année suivante", "1962")],
    ),
    (
        "en 2025, 2000 francs et 2012 voix",
        [("date", "2025", "2025"), ("money", "2000 francs", "2000"), ("count", "2012", "2012")],
    ),
    (
        "Il a plu lundi à 10 h 30",
        [("date", "lundi", "2025-06-23"), ("date", "10 h 30", "2025-06-23T10:30")],
    ),
    (
        "Il est venu mardi. Vers 5 heures 30 minutes, un choc.",
        [("date", "mardi", "2025-06-24"), ("date", "5 heures 30 minutes", "T05:30")],
    ),
    (
        "il y a un an, il y a trente ans",
        [("date", "il y a un an", "2024-06"), ("date", "il y a trente ans", "1995")],
    ),
    (
        "d'avril à juin 2017, le 30 février 2025",
        [("date", "avril à juin 2017", "2017-04/2017-06"), ("date", "30 février 2025", "")],
    ),
    (
        "un deuil de 48 heures, à 18 heures",
        [("duration", "48 heures", "48"), ("date", "18 heures", "2025-06-25T18:00")],
    ),
]

UNDATED = [
    (
        "Il est mort dimanche, hier, cette année.",
        [("date", "dimanche", ""), ("date", "hier", ""), ("date", "cette année", "")],
    ),
    ("jeudi 7 novembre", [("date", "jeudi 7 novembre", "XXXX-11-07")]),
    ("en août, à 5 h 30", [("date", "août", "XXXX-08"), ("date", "5 h 30", "T05:30")]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS + QUANTITIES + DATES)
def test_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_day_of_publication(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, None) == expected


GRAINS = [
    ("10 000 morts", "10000"),
    ("1 250 morts", "10"),
    ("1,2 million de morts", "100000"),
    ("38,9 %", "0.1"),
    ("412,0 %", "0.1"),
    ("12 morts", "1"),
    ("neuf millions de morts", "1000000"),
    ("47,2 milliards d'euros", "100000000"),
]


@pytest.mark.parametrize(("text", "grain"), GRAINS)
def test_grain_is_one_unit_of_the_last_figure_told(text: str, grain: str) -> None:
    (mention,) = mentions(text)
    assert isinstance(mention.value, Interval)
    assert mention.value.grain == Decimal(grain)


ADMITTED = [
    ("une dizaine", 12, 40),
    ("une vingtaine", 22, 40),
    ("une vingtaine", 19, 12),
    ("une cinquantaine", 48, 56),
    ("une centaine", 120, 200),
    ("près de 200", 193, 210),
    ("près de 200", 195, 120),
    ("plusieurs", 9, 1),
]


@pytest.mark.parametrize(("words", "inside", "outside"), ADMITTED)
def test_rough_number_admits_what_a_desk_would(words: str, inside: int, outside: int) -> None:
    (mention,) = mentions(f"{words} textes")
    assert isinstance(mention.value, Interval)
    assert mention.value.vague
    assert mention.value.low <= inside <= mention.value.high
    assert not mention.value.low <= outside <= mention.value.high


def test_bounds_say_whether_the_number_itself_is_left_out() -> None:
    over, least = (m.value for m in mentions("plus de 65 voix, au moins 12 voix"))
    assert isinstance(over, Interval) and isinstance(least, Interval)
    assert (over.low, over.high, over.strict) == (Decimal(65), INFINITE, True)
    assert (least.low, least.strict, least.vague) == (Decimal(12), False, False)


def test_the_number_stands_apart_from_hedge_and_unit() -> None:
    text = "environ 1,2 million d'euros"
    (mention,) = mentions(text)
    assert text[slice(*mention.number)] == "1,2 million"


def test_a_weekday_beside_a_day_is_kept_as_written() -> None:
    (mention,) = mentions("samedi 14 mars 2025")
    assert mention.value == Period("2025-03-14", date(2025, 3, 14), date(2025, 3, 14), weekday=5)


def test_a_moment_of_publication_counts_as_its_day() -> None:
    assert mentions("hier", datetime(2025, 6, 25, 8, 15)) == mentions("hier", PUBLISHED)


CURRENCIES = [
    ("715 francs", [None]),
    ("715 francs, ou 600 francs CFA", ["XOF", "XOF"]),
    ("Au Tchad, 50 milliards de francs CFA", ["XAF"]),
    ("27,50 $ à Toronto", ["CAD"]),
    ("84 millions de dollars", ["USD"]),
    ("600 000 roupies", [None]),
]


@pytest.mark.parametrize(("text", "codes"), CURRENCIES)
def test_currency_is_what_the_text_lets_one_know(text: str, codes: list[str | None]) -> None:
    values = [m.value for m in mentions(text)]
    assert [v.currency for v in values if isinstance(v, Interval)] == codes
