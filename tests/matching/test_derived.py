"""What one article writes and another gives by arithmetic: said together, or not at all."""

from collections.abc import Iterator
from csv import DictReader
from datetime import date
from io import StringIO
from itertools import permutations

import pytest

from crosscheck import Article, cross_check
from crosscheck.formats import FORMATS
from crosscheck.models import Finding, Report

DAY = date(2025, 6, 30)
FESTIVAL = "Le festival a attiré 45 000 spectateurs, 5 000 de moins que l'an dernier."
SALES = "Le chiffre d'affaires atteint 12 millions d'euros, en hausse de 20 % par rapport à 2023."
VISIT = "Le ministre chinois effectue une visite du 22 au 26 juin à Bamako."
SUMMIT = "Le sommet s'est tenu du 22 au 26 juin 2025 à Dakar."
VOTE = "Le oui l'emporte avec 58 % des suffrages exprimés, soit 575 222 voix."
STAFF = "L'usine emploie 112 salariés, 12 de plus qu'en 2024."
ROADS = "La ville a enregistré 24 accidents en 2024, le double de 2023."
ZONES = "Cinq des 14 zones de santé sont touchées par le choléra."

ROWS = [
    (SUMMIT, "Le sommet de Dakar a duré quatre jours.", "compatible"),
    (VISIT, "Le ministre chinois est à Bamako pour une visite de cinq jours.", "compatible"),
    (VISIT, "Le ministre chinois est à Bamako pour une visite de trois jours.", "conflict"),
    (
        "Le festival a lieu du 3 au 12 juillet à Avignon.",
        "Le festival d'Avignon se tient en juillet. Les intermittents ont fait grève trois jours.",
        "",
    ),
    (VOTE, "Sur 991 762 suffrages exprimés, le oui l'emporte.", "compatible"),
    (
        VOTE,
        "On a compté 1 391 762 suffrages exprimés au référendum, et le oui l'emporte.",
        "conflict",
    ),
    (
        ROADS,
        "En 2024, la commune a compté vingt-quatre accidents de la route, contre 12 en 2023.",
        "compatible",
    ),
    (
        ROADS,
        "En 2024, la commune a compté vingt-quatre accidents de la route, contre 19 en 2023.",
        "conflict",
    ),
    (STAFF, "Dans l'usine travaillent 112 salariés ; ils étaient 100 en 2024.", "agree"),
    (
        STAFF,
        "Dans l'usine travaillent 112 salariés ; l'usine employait 90 salariés en 2024.",
        "conflict",
    ),
    (STAFF, "L'usine emploie 112 salariés et en perdra 90.", ""),
    (FESTIVAL, "Le festival avait attiré 50 000 spectateurs en 2024.", "agree"),
    (FESTIVAL, "Le festival avait attiré 60 000 spectateurs en 2024.", "conflict"),
    (
        SALES,
        "Le groupe avait réalisé un chiffre d'affaires de 10 millions d'euros en 2023.",
        "compatible",
    ),
    (
        SALES,
        "Le groupe avait réalisé un chiffre d'affaires de 14 millions d'euros en 2023.",
        "conflict",
    ),
    (
        "58 % des 991 762 électeurs ont voté.",
        "Quelque 575 000 électeurs ont voté dimanche.",
        "compatible",
    ),
    (
        "La moitié des 200 tonnes de céréales a été distribuée.",
        "Cent tonnes de céréales ont été distribuées aux sinistrés.",
        "compatible",
    ),
    (ZONES, "Le choléra touche un tiers des zones de santé.", "compatible"),
]
"""Two articles, and the verdict on what follows from the first; empty where it answers nothing."""


def report_of(*texts: str) -> Report:
    return cross_check(
        Article.from_text(text, id=name, published=DAY)
        for text, name in zip(texts, "abc", strict=False)
    )


def of_derived(report: Report) -> Iterator[Finding]:
    return (f for f in report.findings if any(c.derivation for c in f.group.claims))


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS)
def test_verdicts(one: str, other: str, wanted: str) -> None:
    assert [f.verdict for f in of_derived(report_of(one, other))] == ([wanted] if wanted else [])


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS)
def test_what_is_held_against_another_time_is_no_conflict_of_its_own(
    one: str, other: str, wanted: str
) -> None:
    """Without the derived value, none of these pairs is told as a conflict."""
    told = [f for f in report_of(one, other).findings if f.verdict == "conflict"]
    assert all(any(c.derivation for c in f.group.claims) for f in told)


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS[:4] + ROWS[-1:])
def test_order_changes_nothing(one: str, other: str, wanted: str) -> None:
    texts = (one, other, "Il pleut sur Nantes depuis trois jours.")
    seen = {
        tuple(sorted((f.verdict, f.why) for f in of_derived(cross_check(articles))))
        for articles in permutations(
            Article.from_text(text, id=name, published=DAY)
            for text, name in zip(texts, "abc", strict=True)
        )
    }
    assert len(seen) == 1


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS)
def test_an_article_does_not_contradict_what_it_does_not_write(
    one: str, other: str, wanted: str
) -> None:
    alone = {check.why for text in (one, other) for check in report_of(text).checks}
    assert {check.why for check in report_of(one, other).checks} == alone
    written = {claim.id for claim in report_of(one, other).claims if not claim.derivation}
    assert all(written >= set(check.claims) for check in report_of(one, other).checks)


def test_the_sum_is_told() -> None:
    report = report_of(FESTIVAL, "Le festival avait attiré 60 000 spectateurs en 2024.")
    (finding,) = of_derived(report)
    assert finding.why == (
        "« 60 000 spectateurs » (b) ≠ « 5 000 de moins que l'an dernier » "
        "[45 000 + 5 000 = 50 000] (a)."
    )
    (claim,) = (c for c in report.claims if c.derivation)
    article = next(a for a in report.articles if a.id == "a")
    assert claim.text == article.text[claim.start : claim.end]
    assert claim.rule == "counts.derived"
    assert claim.to_dict()["derivation"] == "45 000 + 5 000 = 50 000"
    assert claim.selector is not None
    assert claim.id == f"c{len(report.claims)}"


def test_a_spreadsheet_has_the_value_and_its_sum() -> None:
    report = report_of(ROADS, "En 2023, la ville avait compté 12 accidents de la route.")
    rows = list(DictReader(StringIO(FORMATS["csv"](report))))
    (row,) = (row for row in rows if row["derivation"])
    assert (row["text"], row["value"], row["derivation"]) == (
        "le double de 2023", "entre 11 et 13", "24 ÷ 2 = 12",
    )  # fmt: skip


def test_what_answers_nothing_is_not_told() -> None:
    report = report_of(FESTIVAL, "Le maire a reçu douze élèves.")
    assert not [c for c in report.claims if c.derivation]
