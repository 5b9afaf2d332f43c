"""Passages, short names, questions and registers."""

from dataclasses import replace
from datetime import date

import pytest

from crosscheck.formats.passages import excerpt, spell
from crosscheck.formats.questions import questions
from crosscheck.formats.registers import chronology, people
from crosscheck.formats.view import View, origins, short_names, story
from crosscheck.models import Article
from crosscheck.values import Period, Role

from .sample import ARTICLES, sample_report


@pytest.mark.parametrize(
    ("text", "span", "limit", "expected"),
    [
        ("Il y a 12 morts.", (7, 15), 240, "Il y a <12 morts>."),
        ("un deux trois quatre cinq", (8, 13), 12, "[…] <trois> […]"),
        ("un deux trois quatre cinq", (8, 13), 16, "[…] deux <trois> […]"),
        ("un deux trois quatre cinq", (0, 2), 14, "<un> deux trois […]"),
        ("un deux trois quatre cinq", (21, 25), 14, "[…] quatre <cinq>"),
        ("un deux trois quatre cinq", (0, 25), 10, "<un deux> […]"),
        ("abcdefghijklmnopqrstuvwxyz", (0, 26), 10, "<abcdefghij> […]"),
        ("un\n  deux\ttrois", (5, 9), 240, "un <deux> trois"),
    ],
)
def test_excerpt(text: str, span: tuple[int, int], limit: int, expected: str) -> None:
    pieces = excerpt(text, (0, len(text)), [span], limit)
    assert spell(pieces, lambda s: " ".join(s.split()), lambda s: f"<{s}>") == expected


def test_excerpt_is_of_the_article() -> None:
    view = View(sample_report())
    for claim in view.report.claims:
        text = view.articles[claim.article].text
        pieces = excerpt(text, claim.sentence, [(claim.start, claim.end)], 80)
        assert [p.text for p in pieces if p.marked] == [claim.text]
        assert sum(len(p.text) for p in pieces) <= 80 + 12


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["a1", "b2"], ["a1", "b2"]),
        (["000_05e1c35ce3dd58fc", "001_e0092a004a558b2e"], ["000", "001"]),
        (["visite-du-president-a", "visite-du-president-b"],
         ["visite-du-president-a", "visite-du-president-b"]),
        (["article-de-presse-long", "autre"], ["article", "autre"]),
        (["abcdefghijklmnopqrstuvwxyz"], ["abcdefghijklmno…"]),
    ],
)  # fmt: skip
def test_short_names(ids: list[str], expected: list[str]) -> None:
    assert list(short_names(ids).values()) == expected


def test_origins() -> None:
    assert origins(ARTICLES) == 4
    wire = [Article(name, "", origin="AFP") for name in "abc"]
    assert origins(wire) == 1
    assert origins([Article("a", "", copy_of="b"), Article("b", "", copy_of="a")]) == 2


def test_story() -> None:
    report = sample_report()
    assert story(report) == "visite-sorlande"
    assert story(replace(report, articles=ARTICLES[:1])) == ARTICLES[0].title
    apart = (ARTICLES[0], replace(ARTICLES[1], path="ailleurs/b.txt"))
    assert story(replace(report, articles=apart)) == ARTICLES[0].title
    assert story(replace(report, articles=(Article("a", ""), Article("b", "")))) == ""


def test_questions_are_put_to_those_who_know() -> None:
    asked = {(q.who, q.what) for q in questions(View(sample_report()))}
    for who, what in [
        (
            "Aux rédactions (01-agence, Agence du Delta ; 02-quotidien, Le Courrier du Lomo)",
            "Que désigne le sigle CED : « Communauté des États du Delta » (01-agence) ou "
            "« Confédération des États du Delta » (02-quotidien) ?",
        ),
        (
            "À la source citée (la police, dans 01-agence)",
            "personnes venues à l’aéroport : vous donnez 12\u202f000, d’autres plus de "
            "20\u202f000 (02-quotidien). Comment ce chiffre a-t-il été établi ?",
        ),
        (
            "À la rédaction (02-quotidien, Le Courrier du Lomo)",
            "accords signés avec la Sorlande : « plusieurs accords », peut-on être plus précis ? "
            "On lit aussi 3 (01-agence, 04-site et 05).",
        ),
    ]:
        assert (who, what) in asked


def test_chronology_is_in_order() -> None:
    dates = [event.date for event in chronology(View(sample_report()))]
    assert dates == [
        "23 juin 2025", "du 23 au 25 juin 2025", "24 juin 2025", "26 juin 2025", "3 octobre",
    ]  # fmt: skip


def test_two_spellings_in_one_finding_are_one_person() -> None:
    report = sample_report()
    office = next(f for f in report.findings if f.kind == "role" and f.verdict == "agree")
    other = replace(office.group.claims[1], value=Role("Issa Dorey", "président", "president"))
    group = replace(office.group, claims=(office.group.claims[0], other))
    changed = replace(
        report,
        claims=tuple(other if c.id == other.id else c for c in report.claims),
        findings=tuple(replace(f, group=group) if f is office else f for f in report.findings),
    )
    first = people(View(changed))[0]
    assert (first.name, first.variants) == ("Issa Dorey", ("Issa Doré",))
    assert [row.answer for row in first.roles] == [
        "président de la Transition", "chef de l’État", "président",
    ]  # fmt: skip


def test_one_day_with_two_names_is_two_answers() -> None:
    report = sample_report()
    finding = report.findings[0]
    told = [("vendredi 14", 4), ("samedi 14", 5), ("le 14", None)]
    day = date(2025, 3, 14)
    days = [
        replace(claim, text=text, value=Period("2025-03-14", day, day, weekday))
        for claim, (text, weekday) in zip(finding.group.claims, told, strict=True)
    ]
    rows = View(report).rows(days)
    assert [(row.answer, len(row.claims)) for row in rows] == [("vendredi 14", 2), ("samedi 14", 1)]


def test_one_value_told_and_denied_says_by_whom() -> None:
    report = sample_report()
    claims = report.findings[0].group.claims[:2]
    denied = replace(claims[1], polarity="denied", value=claims[0].value)
    view = View(report)
    (row,) = view.rows([claims[0], denied])
    assert view.told(row) == "23 juin 2025 (01-agence ; 02-quotidien, démenti)"


def test_long_ids_are_short_in_reasons() -> None:
    view = View(sample_report())
    assert view.why("3 (05_9f86d081884c7d65) ≠ 4 (01-agence)") == "3 (05) ≠ 4 (01-agence)."
