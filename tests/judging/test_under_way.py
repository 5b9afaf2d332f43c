"""What is under way by the words beside the noun: another figure the next day is no conflict."""

import pytest

from crosscheck import Article, cross_check

FIRST = "Les secours font le point à Kandéra\n\nPublié le 3 mars 2025\n\n{}"
NEXT = "Kandéra compte encore ses dégâts\n\nPublié le 4 mars 2025\n\n{}"


def verdicts(one: str, other: str) -> set[str]:
    """What is said of two articles of two days, but for claims that stand alone."""
    texts = {"a": FIRST.format(one), "b": NEXT.format(other)}
    articles = [Article.from_text(text, id=name, outlet=name) for name, text in texts.items()]
    found = cross_check(articles).findings
    return {finding.verdict for finding in found if len(finding.group.claims) > 1}


@pytest.mark.parametrize(
    ("first", "then", "verdict"),
    [
        ("3 mars 2025 à 9 h 20", "3 mars 2025 à 18 h", "updated"),
        ("3 mars 2025 à 18 h", "3 mars 2025 à 9 h 20", "conflict"),  # the dead do not rise
        ("3 mars 2025 à 9 h 20", "3 mars 2025", "conflict"),
        ("3 mars 2025", "3 mars 2025", "conflict"),
    ],
)
def test_a_toll_of_one_day_follows_its_hours(first: str, then: str, verdict: str) -> None:
    articles = [
        Article.from_text(
            f"Un car verse à Kandéra\n\nPublié le {when}\n\nL'accident du car à Kandéra a fait"
            f" {dead} morts, selon les secours de Kandéra.",
            id=name,
            outlet=name,
        )
        for name, when, dead in (("a", first, 14), ("b", then, 17))
    ]
    (found,) = (f for f in cross_check(articles).findings if f.kind == "count")
    assert found.verdict == verdict
    assert found.why.startswith("La valeur suit les heures") is (verdict == "updated")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (
            "L'aéroport de Kandéra compte 26 vols annulés en raison des cendres.",
            "L'aéroport de Kandéra compte 31 vols annulés en raison des cendres.",
            "updated",
        ),
        (
            "L'aéroport de Kandéra compte 31 vols réguliers en raison des accords.",
            "L'aéroport de Kandéra compte 26 vols réguliers en raison des accords.",
            "conflict",
        ),
        (
            "Le laboratoire de Kandéra recense 2 140 cas confirmés de rougeole.",
            "Le laboratoire de Kandéra recense 2 410 cas confirmés de rougeole.",
            "updated",
        ),
        (
            "La couverture vaccinale atteint 48 % des enfants de Kandéra.",
            "La couverture vaccinale atteint 68 % des enfants de Kandéra.",
            "updated",
        ),
        (  # what only grows does not come down
            "La couverture vaccinale atteint 68 % des enfants de Kandéra.",
            "La couverture vaccinale atteint 48 % des enfants de Kandéra.",
            "conflict",
        ),
    ],
)
def test_counts_under_way(one: str, other: str, verdict: str) -> None:
    assert verdict in verdicts(one, other)
