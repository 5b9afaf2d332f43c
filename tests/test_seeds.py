"""The report on the five seed articles says what a desk editor would, and nothing false."""

from pathlib import Path

import pytest

from crosscheck import cross_check, read_articles
from crosscheck.models import Finding, Report
from crosscheck.values import Interval, Name, Period, Role


@pytest.fixture(scope="module")
def report(seeds: Path) -> Report:
    articles, skipped = read_articles([seeds])
    return cross_check(articles, skipped=skipped)


def articles_of(finding: Finding) -> set[str]:
    return {claim.article[:3] for claim in finding.group.claims}


def finding_of(report: Report, article: str, text: str) -> Finding:
    """The one finding that holds the claim of an article which begins with these words."""
    found = [
        f
        for f in report.findings
        if any(c.article.startswith(article) and c.text.startswith(text) for c in f.group.claims)
    ]
    assert len(found) == 1, [f.subject for f in found]
    return found[0]


def test_several_agreements_admit_three(report: Report) -> None:
    finding = finding_of(report, "001", "trois accords")
    assert finding == finding_of(report, "004", "plusieurs accords")
    assert finding.verdict == "compatible"
    assert "précision" in finding.why


def test_two_expansions_of_one_acronym(report: Report) -> None:
    finding = finding_of(report, "000", "Alliance des États du Sahel")
    assert finding.verdict == "conflict"
    assert articles_of(finding) == {"000", "002"}
    assert finding.severity == "high"
    assert report.findings[0] == finding


def test_anniversary_and_bound(report: Report) -> None:
    finding = finding_of(report, "004", "plus de 65 ans")
    assert {c.text for c in finding.group.claims} == {
        "65 ans",
        "65e anniversaire",
        "plus de 65 ans",
    }
    assert finding.verdict == "compatible"
    assert "borne" in finding.why


def test_visit_of_june(report: Report) -> None:
    finding = finding_of(report, "000", "juin 2025")
    assert articles_of(finding) == {"000", "003"}
    assert finding.verdict == "agree"
    assert "visite" in finding.subject


def test_signature_on_a_monday(report: Report) -> None:
    finding = finding_of(report, "001", "lundi 23 juin 2025")
    assert finding.verdict == "single"
    value = finding.group.claims[0].value
    assert isinstance(value, Period)
    assert value.edtf == "2025-06-23"
    assert not [check for check in report.checks if check.rule.startswith("calendar")]


def test_one_commission_under_four_wordings(report: Report) -> None:
    finding = finding_of(report, "000", "Commission mixte maliano-russe")
    assert articles_of(finding) == {"000", "001", "003"}
    assert finding.verdict == "agree"
    assert len(finding.group.claims) == 4


@pytest.mark.parametrize(
    ("person", "role", "articles", "verdict"),
    [
        (
            "Assimi Goïta",
            "président de la Transition",
            {"000", "001", "002", "003", "004"},
            "agree",
        ),
        ("Assimi Goïta", "général d'Armée", {"000", "001", "002", "004"}, "agree"),
        ("Abdoulaye Maïga", "Premier ministre", {"000", "002"}, "agree"),
        ("Abdoulaye Maïga", "général de division", {"000", "002"}, "agree"),
        ("Vladimir Poutine", "président russe", {"000", "001", "004"}, "agree"),
        ("Alexandre Novak", "vice-Premier ministre de la Fédération de Russie", {"002"}, "single"),
        ("Sergueï Tsivilev", "ministre de l'Énergie", {"000"}, "single"),
        ("Sergueï Lavrov", "chef de diplomatie", {"003"}, "single"),
        ("Abdoulaye Diop", "chef de diplomatie", {"003"}, "single"),
    ],
)
def test_who_is_who(
    report: Report, person: str, role: str, articles: set[str], verdict: str
) -> None:
    found = [
        f
        for f in report.findings
        if any(
            isinstance(c.value, Role)
            and (c.value.person, c.value.role.lower()) == (person, role.lower())
            for c in f.group.claims
        )
    ]
    assert [(articles_of(f), f.verdict) for f in found] == [(articles, verdict)]


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("000", "sept sous-commissions"),
        ("002", "six vice-ministres"),
        ("002", "jeudi 28 novembre 2024"),
        ("002", "9 et 10 novembre 2024"),
        ("004", "plus de 10 000 cadres"),
    ],
)
def test_single_sources(report: Report, article: str, text: str) -> None:
    assert finding_of(report, article, text).verdict == "single"


def test_who_said_ten_thousand(report: Report) -> None:
    (claim,) = finding_of(report, "004", "plus de 10 000").group.claims
    assert claim.speaker == "Le chef du Kremlin"
    assert isinstance(claim.value, Interval)
    assert claim.value.to_dict() == {"low": 10000, "high": None, "unit": "cadre"}


def test_signed_and_draft(report: Report) -> None:
    checks = [c for c in report.checks if c.article.startswith("001")]
    assert [c.rule.partition(".")[0] for c in checks] == ["status"]


def test_another_event_conflicts_with_nothing(report: Report) -> None:
    for finding in report.findings:
        if finding.verdict in ("conflict", "disputed", "updated"):
            kinds = {c.kind for c in finding.group.claims}
            assert "002" not in articles_of(finding) or kinds == {"name"}


def test_nothing_is_claimed_from_furniture(report: Report) -> None:
    words = {claim.text for claim in report.claims}
    for furniture in ("0 étoile", "5", "2025-06", "deux pays", "deux chefs", "deux parties"):
        assert not any(text.startswith(furniture) for text in words), furniture


def test_every_claim_stands_once_and_is_a_slice(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    for claim in report.claims:
        assert texts[claim.article][claim.start : claim.end] == claim.text
        assert claim.sentence[0] <= claim.start
        assert claim.end <= claim.sentence[1]
    placed = [claim.id for finding in report.findings for claim in finding.group.claims]
    assert sorted(placed) == sorted(claim.id for claim in report.claims)


def test_acronym_is_kept(report: Report) -> None:
    names = [c.value for c in report.claims if isinstance(c.value, Name)]
    assert {n.acronym for n in names if n.acronym} == {"AES"}
