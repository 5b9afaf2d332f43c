"""What a page says around the values: how far apart, what happened, what is to be asked."""

from dataclasses import replace
from datetime import date

import pytest

from crosscheck.formats.html.gaps import gap
from crosscheck.formats.html.registers import moments
from crosscheck.formats.questions import questions
from crosscheck.formats.registers import happened
from crosscheck.formats.view import View, question
from crosscheck.models import ClaimGroup, Finding, Kind, Report
from crosscheck.values import Interval, Period
from tests.formats.sample import sample_report

GAPS: list[tuple[Kind, str, str, str]] = [
    ("count", "48", "56", "8 d’écart (+17\u202f%)"),
    ("count", "10", "25", "×\u00a02,5"),
    ("percentage", "49.3", "58", "8,7 points d’écart"),
    ("percentage", "4.6", "4.7", "0,1 point d’écart"),
    ("percentage", "2", "30", "28 points d’écart"),
    ("ordinal", "47", "74", "27 d’écart"),
]

ASKED = [
    ("date de la fermeture de l'usine", "Date de la fermeture de l’usine", "Fermeture de l’usine"),
    ("date du scrutin", "Date du scrutin", "Scrutin"),
    ("date d'une visite", "Date d’une visite", "Visite"),
    ("date : l'appel est ouvert", "Date : l’appel est ouvert", "L’appel est ouvert"),
    ("date de déclaration", "Date de déclaration", "Déclaration"),
    ("date", "Date", "Date"),
]


def conflict(report: Report) -> Finding:
    return next(f for f in report.findings if f.verdict == "conflict" and f.kind == "date")


@pytest.mark.parametrize(("kind", "low", "high", "said"), GAPS)
def test_gaps(kind: Kind, low: str, high: str, said: str) -> None:
    report = sample_report()
    found = next(f for f in report.findings if f.verdict == "conflict")
    claims = tuple(
        replace(claim, kind=kind, value=Interval.exactly(n, "x"), polarity="asserted")
        for claim, n in zip(found.group.claims[:2], (low, high), strict=True)
    )
    found = replace(found, kind=kind, group=ClaimGroup(claims))
    assert gap(found, View(report).rows(claims)).replace(" ", "\u00a0") == said.replace(
        " ", "\u00a0"
    )


@pytest.mark.parametrize(("subject", "heading", "event"), ASKED)
def test_a_date_as_a_question_and_as_an_event(subject: str, heading: str, event: str) -> None:
    finding = replace(conflict(sample_report()), subject=subject)
    assert question(finding) == heading
    assert happened(finding) == event


def test_no_question_has_two_colons() -> None:
    report = sample_report()
    worded = tuple(
        replace(f, subject="durée : la perte approche") if f.kind != "date" else f
        for f in report.findings
    )
    asked = [q.what for q in questions(View(replace(report, findings=worded)))]
    assert any("durée (la perte approche)" in what for what in asked)
    assert not any(what.split(" ? ")[0].count(" : ") > 1 for what in asked)


def test_no_time_passes_from_a_year_to_a_day() -> None:
    report = sample_report()
    years = {
        claim.id: replace(claim, value=Period("2019", date(2019, 1, 1), date(2019, 12, 31)))
        for claim in report.claims
        if claim.kind == "date" and claim.article == "02-quotidien"
    }
    findings = tuple(
        replace(f, group=ClaimGroup(tuple(years.get(c.id, c) for c in f.group.claims)))
        for f in report.findings
    )
    told = moments(View(replace(report, findings=findings)))
    after = [m.since for i, m in enumerate(told) if i and "2019" in told[i - 1].date]
    assert after
    assert set(after) <= {""}
