"""French and English: the same keys, the same places, and no sentence of ours left in French."""

import re
from collections.abc import Iterator
from decimal import Decimal
from string import Formatter
from typing import Any

import pytest

from crosscheck.formats import FORMATS, LANGUAGES, render, speaking
from crosscheck.formats.dates import say_edtf
from crosscheck.formats.translation import say_subject, translated
from crosscheck.formats.typography import typo
from crosscheck.formats.wording import say_count, say_number, say_value
from crosscheck.models import Kind
from crosscheck.rules import rule_files, words
from crosscheck.values import INFINITE, Interval, Value

from .sample import sample_report

D = Decimal
OPEN = ("rank_endings", "unit_names", "currencies", "weekdays", "fragments")
"""Sections whose keys are those of the language."""


def places(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def entries(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every entry of a catalogue by its dotted key."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from entries(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


BOTH = sorted(rule_files("fr").keys() & rule_files("en").keys())


@pytest.mark.parametrize("name", BOTH)
def test_same_keys_and_places(name: str) -> None:
    """A sentence that is missing in one language would stop the report in that one."""
    french, english = (dict(entries(words(name, language))) for language in LANGUAGES)
    closed = [
        {key for key in found if key.split(".")[0] not in OPEN} for found in (french, english)
    ]
    if name == "report":
        assert closed[0] == closed[1]
    elif name in ("verdicts", "checks"):
        assert closed[0] <= closed[1]
    for key in sorted(closed[0] & closed[1]):
        one, other = french[key], english[key]
        assert type(one) is type(other), key
        if isinstance(one, str):
            assert places(other) <= places(one), key
        elif key != "units.invariable":
            assert len(one) == len(other), key


SIDES = {
    "left": "« plus de 10 000 : voilà » (a, b et 3 de plus)",
    "right": "« 12,5 » (c)",
    "steps": "« 3 morts » (a), puis « 4 » (b)",
    "claims": "« 3 » (a)",
    "why": "« 1 » (a) ≠ « 2 » (b)",
    "day": "14 mars 2025",
    "weekday": "vendredi",
    "currency": "francs CFA",
    "unit": "jours",
}
SAID = {
    "left": "“plus de 10 000 : voilà” (a, b and 3 more)",
    "right": "“12,5” (c)",
    "steps": "“3 morts” (a), then “4” (b)",
    "claims": "“3” (a)",
    "why": "“1” (a) ≠ “2” (b)",
    "day": "14 March 2025",
    "weekday": "Friday",
    "currency": "francs CFA",
    "unit": "jours",
}


@pytest.mark.parametrize("key", sorted(words("verdicts")["messages"]))
def test_every_why_is_said_in_english(key: str) -> None:
    template = words("verdicts")["messages"][key]
    plain = dict.fromkeys(places(template), "AES")
    with speaking("en"):
        said = translated(template.format(**(plain | SIDES)) + ".")
    assert said == words("verdicts", "en")["messages"][key].format(**(plain | SAID))


@pytest.mark.parametrize("key", sorted(words("checks")["messages"]))
def test_every_check_is_said_in_english(key: str) -> None:
    template = words("checks")["messages"][key]
    fields = dict.fromkeys(places(template), "1 234,5") | {
        name: SIDES[name]
        for name in ("day", "weekday", "currency", "unit")
        if name in places(template)
    }
    english = {name: "1,234.5" if name in FIGURES else text for name, text in fields.items()}
    english |= {
        name: SAID[name] for name in ("day", "weekday", "currency", "unit") if name in fields
    }
    said = template.format(**fields)
    with speaking("en"):
        found = translated(said[0].upper() + said[1:] + ".")
    assert found == words("checks", "en")["messages"][key].format(**english)


FIGURES = {
    "sum", "told", "share", "part", "whole", "parts", "due", "before", "after", "count", "price",
    "total",
}  # fmt: skip


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("12 + Treize font 25, et non 2,5 millions.", "12 + “Treize” make 25, not 2.5 million"),
        ("événements différents : 2014-03, 2025-06", "different events: 2014-03, 2025-06"),
        ("format non lu (.json)", "format not read (.json)"),
        ("Phrase inconnue.", "In French: “Phrase inconnue”"),
        ("", ""),
        ("« a » (x) ≠ « b : c » (y)", "“a” (x) ≠ “b : c” (y)"),
    ],
)
def test_translated(french: str, english: str) -> None:
    assert translated(french) == french
    with speaking("en"):
        assert translated(french) == english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("date : début du procès", "date: début du procès"),
        ("âge d'Awa Sérié", "age of Awa Sérié"),
        ("développé du sigle AES", "what AES stands for"),
        ("accords et traités signés", "accords et traités signés"),
    ],
)
def test_questions(french: str, english: str) -> None:
    with speaking("en"):
        assert say_subject(french) == english


@pytest.mark.parametrize(
    ("value", "kind", "text", "expected"),
    [
        (Interval(D(10000), INFINITE, strict=True), "count", "", "more than 10,000"),
        (Interval.exactly("38.9", "%"), "percentage", "", "38.9%"),
        (Interval.exactly(65, "an"), "duration", "", "65 years"),
        (Interval.exactly(1, "jour"), "duration", "un jour", "1 day"),
        (Interval.exactly("1.5", "heure"), "duration", "", "1.5 hours"),
        (Interval.exactly(3000000, "tonne"), "measure", "", "3 million tonnes"),
        (Interval.exactly(1200000, "", currency="EUR"), "money", "", "1.2 million euros"),
        (Interval.exactly(2500000000, "", currency="XOF"), "money", "", "2.5 billion CFA francs"),
        (Interval(D(8), D(12), "mort", vague=True), "count", "Une dizaine", "une dizaine"),
    ]
    + [
        (Interval.exactly(n), "ordinal", "", said)
        for n, said in [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"),
            (21, "21st"), (102, "102nd"), (113, "113th"),
        ]
    ],
)  # fmt: skip
def test_values_in_english(value: Value, kind: Kind, text: str, expected: str) -> None:
    with speaking("en"):
        assert say_value(value, kind, text) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-06-23", "23 June 2025"),
        ("2025-03-01", "1 March 2025"),
        ("2025-06", "June 2025"),
        ("2024-10-28/2024-11-03", "28 October to 3 November 2024"),
        ("2025-03-14T05:30", "14 March 2025, 5:30"),
        ("../2025-03-03", "until 3 March 2025"),
        ("199X", "1990s"),
    ],
)
def test_dates_in_english(edtf: str, expected: str) -> None:
    with speaking("en"):
        assert say_edtf(edtf) == expected


def test_plurals_follow_the_language() -> None:
    assert [say_count("conflict", n) for n in (0, 1, 2)] == ["0 conflit", "1 conflit", "2 conflits"]
    with speaking("en"):
        said = [say_count("conflict", n) for n in (0, 1, 2)]
    assert said == ["0 conflicts", "1 conflict", "2 conflicts"]
    assert say_number(D("1.5")) == "1,5"


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("Qui : « a » ?", "Qui\u00a0: «\u00a0a\u00a0»\u202f?", "Qui : « a » ?"),
        ("3 %", "3\u202f%", "3 %"),
        ("a:b", "a:b", "a:b"),
    ],
)
def test_typography(text: str, french: str, english: str) -> None:
    assert typo(text) == french
    with speaking("en"):
        assert typo(text) == english


OURS = re.compile(
    r"\b(conflits?|accords? (?=:)|sources? (?=:)|gravité|origines?|réponse|lu|lus|à voir|écart|"
    r"chronologie|fonction (?:de|d.)|rédaction|aucun|constats?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", ["markdown", "text", "html"])
def test_no_word_of_ours_stays_french(name: str) -> None:
    """The sample's whys are made by hand, so they are quoted; what frames them is English."""
    text = render(sample_report(), name, "en")
    text = re.sub(r"“[^”]*”|<style>.*?</style>|<[^>]+lang=.fr.[^>]*>[^<]*<", "", text, flags=re.S)
    assert sorted(set(OURS.findall(text))) == []


def test_json_is_the_same_in_every_language() -> None:
    for name in ("json",):
        assert render(sample_report(), name, "en") == FORMATS[name](sample_report())
