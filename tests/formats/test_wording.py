"""Values, dates and counts in French."""

from decimal import Decimal

import pytest

from crosscheck.formats.dates import say_edtf
from crosscheck.formats.messages import phrase
from crosscheck.formats.wording import say_count, say_list, say_number, say_value
from crosscheck.models import Kind
from crosscheck.rules import RuleError, words
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role, Value

D = Decimal
N = "\u202f"


@pytest.mark.parametrize(
    ("value", "kind", "text", "expected"),
    [
        (Interval.exactly(3, "accord"), "count", "trois accords", "3"),
        (Interval(D(10000), INFINITE, strict=True), "count", "", f"plus de 10{N}000"),
        (Interval(D(12), INFINITE, "mort"), "count", "", "au moins 12"),
        (Interval(D(0), D(20), "minute", strict=True), "duration", "", "moins de 20 minutes"),
        (Interval(-INFINITE, D(20)), "count", "", "au plus 20"),
        (Interval(D(300), D(400), "mm"), "measure", "", "entre 300 et 400 mm"),
        (Interval(D(8), D(12), "mort", vague=True), "count", "Une dizaine", "une dizaine"),
        (Interval(-INFINITE, INFINITE), "count", "des centaines", "des centaines"),
        (Interval(-INFINITE, INFINITE), "count", "", "non précisé"),
        (Interval.exactly("38.9", "%"), "percentage", "", f"38,9{N}%"),
        (Interval.exactly("0.9", "point"), "percentage", "", "0,9 point"),
        (Interval.exactly(65, "an"), "duration", "", "65 ans"),
        (Interval.exactly(3, "mois"), "duration", "", "3 mois"),
        (Interval.exactly(1, "jour"), "duration", "un jour", "1 jour"),
        (Interval.exactly(34, "an"), "age", "", "34 ans"),
        (Interval.exactly("90.5", "km/h"), "measure", "", "90,5 km/h"),
        (Interval.exactly(3000000, "tonne"), "measure", "", "3 millions de tonnes"),
        (Interval.exactly(500000, "ariary", currency="MGA"), "money", "", f"500{N}000 ariary"),
        (
            Interval.exactly(12, "livre libanaise", currency="LBP"),
            "money",
            "",
            "12 livres libanaises",
        ),
        (Interval.exactly(2, "journal"), "measure", "", "2 journaux"),
        (Interval.exactly(2, "tonne de riz"), "measure", "", "2 tonnes de riz"),
        (Interval.exactly(65), "ordinal", "65e anniversaire", "65e"),
        (Interval.exactly(1), "ordinal", "première", "première"),
        (Interval.exactly(1200000, "", currency="EUR"), "money", "", "1,2 million d’euros"),
        (Interval.exactly(2, "", currency="XOF"), "money", "", "2 francs CFA"),
        (Interval.exactly(7, "", currency="ZZZ"), "money", "", "7 ZZZ"),
        (Interval.exactly(7, "cauri"), "money", "", "7 cauris"),
        (Role("Awa Sérié", "ministre"), "role", "", "ministre (Awa Sérié)"),
        (Name("Communauté du Delta", "CD"), "name", "", "Communauté du Delta (CD)"),
        (Name("CD", "CD"), "name", "", "CD"),
        (Quote("Oui", "Awa Sérié"), "quote", "", "« Oui » (Awa Sérié)"),
        (Quote("Oui"), "quote", "", "« Oui »"),
        (Period(""), "date", "hier", "hier"),
    ],
)
def test_say_value(value: Value, kind: Kind, text: str, expected: str) -> None:
    assert say_value(value, kind, text) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-06-23", "23 juin 2025"),
        ("2025-06-01", "1er juin 2025"),
        ("2025-06", "juin 2025"),
        ("2025", "2025"),
        ("2025-21", "printemps 2025"),
        ("199X", "années 1990"),
        ("XXXX-10-03", "3 octobre"),
        ("2024-11-09/2024-11-10", "du 9 au 10 novembre 2024"),
        ("2024-10-28/2024-11-03", "du 28 octobre au 3 novembre 2024"),
        ("2024-12-28/2025-01-03", "du 28 décembre 2024 au 3 janvier 2025"),
        ("2025-06/2025-08", "de juin à août 2025"),
        ("2024-04/2024-08", "d’avril à août 2024"),
        ("2020/2024", "de 2020 à 2024"),
        ("2025-03-14T05:30", "14 mars 2025 à 5 h 30"),
        ("2025-03-14T05:00/2025-03-14T06:15", "14 mars 2025, entre 5 h et 6 h 15"),
        ("2025-06-01/..", "depuis le 1er juin 2025"),
        ("../2025-06-01", "jusqu’au 1er juin 2025"),
        ("T05:30", ""),
        ("2025-99", ""),
        ("", ""),
    ],
)
def test_say_edtf(edtf: str, expected: str) -> None:
    assert say_edtf(edtf) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("1234", f"1{N}234"),
        ("-12.50", "-12,5"),
        ("1E+2", "100"),
        ("1000000", "1 million"),
        ("2345000", "2,345 millions"),
        ("2345678", f"2{N}345{N}678"),
        ("2300000000", "2,3 milliards"),
    ],
)
def test_say_number(number: str, expected: str) -> None:
    assert say_number(Decimal(number)) == expected


def test_counts_and_lists() -> None:
    assert [say_count("conflict", n) for n in (0, 1, 2)] == ["0 conflit", "1 conflit", "2 conflits"]
    assert [say_list("abc"[:n]) for n in range(4)] == ["", "a", "a et b", "a, b et c"]


def test_a_place_that_nobody_fills_is_told() -> None:
    with pytest.raises(RuleError, match=r"values\.above"):
        phrase("values.above", number=3)
    with pytest.raises(RuleError, match=r"values\.nothing"):
        phrase("values.nothing")


def test_verdicts_all_have_their_words() -> None:
    catalogue = words("report")
    for verdict in ("conflict", "disputed", "updated", "compatible", "agree", "single"):
        for section in ("verdicts", "verdicts_short", "symbols", "legend", "counts"):
            assert catalogue[section][verdict]
