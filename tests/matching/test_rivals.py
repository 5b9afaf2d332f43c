"""A pair is as good as its lead over what else could answer; and a reader can see why."""

from crosscheck import Article, cross_check
from crosscheck.matching.candidates import candidates
from crosscheck.matching.explain import explain
from crosscheck.matching.rivals import rivalry, second_look
from crosscheck.models import Report

ONE = "La tempête a détruit 412 maisons à Saurel. Elle a blessé 37 personnes."
OTHER = "À Saurel, la tempête a détruit 421 maisons et blessé 37 personnes."


def report_of(*texts: str) -> Report:
    return cross_check([Article.from_text(t, id=chr(97 + i)) for i, t in enumerate(texts)])


def test_a_pair_has_the_odds_of_its_rivals() -> None:
    report = report_of(ONE, OTHER)
    claims = list(report.claims)
    first = candidates(claims, {"a": None, "b": None})
    told = rivalry(claims, first)
    texts = [claim.text for claim in claims]
    houses = texts.index("412 maisons"), texts.index("421 maisons")
    hurt = texts.index("37 personnes"), len(texts) - 1 - texts[::-1].index("37 personnes")
    assert dict(told[houses])["premier choix"] == 2.0
    assert dict(told[hurt])["premier choix"] == 2.0
    crossed = houses[0], hurt[1]
    assert crossed not in told or dict(told[crossed])["premier choix"] < 2.0


def test_the_second_look_keeps_every_pair() -> None:
    claims = list(report_of(ONE, OTHER, ONE.replace("412", "412")).claims)
    first = candidates(claims, dict.fromkeys("abc"))
    assert second_look(claims, first).keys() == first.keys()


def test_a_finding_is_explained() -> None:
    report = report_of(ONE, OTHER)
    finding = next(f for f in report.findings if "412 maisons" in {c.text for c in f.group.claims})
    assert finding.verdict == "conflict"
    told = explain(finding.group, report.claims, {"a": None, "b": None})
    (pair,) = told.joined
    assert pair.score >= pair.needed
    assert {"mêmes chiffres", "biais"} <= {part.feature for part in pair.parts}
    weights = [abs(part.value * part.weight) for part in pair.parts]
    assert weights == sorted(weights, reverse=True)
