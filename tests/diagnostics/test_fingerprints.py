"""Fingerprints go by content: lines and names may change, values may not."""

import re
from datetime import date

import pytest

from crosscheck.checking import Desk, check_articles
from crosscheck.diagnostics import Choice, Diagnostic
from crosscheck.diagnostics.fingerprints import apart
from crosscheck.models import Article
from crosscheck.reading import describe

KNOWN = "Deux accords ont été signés à Moscou par les deux ministres.\n"
NEW = "Trois accords ont été signés à Moscou par les deux ministres.\n"
DAY = date(2025, 6, 23)


def told(new: str, known: str = KNOWN, name: str = "b") -> tuple[Diagnostic, ...]:
    articles = [
        describe(Article.from_text(text, id=id, outlet=id, published=DAY))
        for text, id in ((new, name), (known, "a"))
    ]
    return check_articles(articles[:1], articles[1:], Desk(Choice(most=0))).told


@pytest.fixture(scope="module")
def before() -> str:
    return told(NEW)[0].fingerprint


@pytest.mark.parametrize(
    ("new", "known", "name"),
    [
        ("\n\n" + NEW, KNOWN, "b"),
        (NEW, "\n\n\n" + KNOWN, "b"),
        (NEW, KNOWN, "un-autre-nom"),
        ("Il pleut depuis lundi.\n\n" + NEW, KNOWN, "b"),
        (NEW.replace("Trois", "3"), KNOWN, "b"),
        (NEW.replace("\n", "\r\n"), KNOWN, "b"),
    ],
)
def test_stays_when_lines_move(before: str, new: str, known: str, name: str) -> None:
    assert [d.fingerprint for d in told(new, known, name) if d.code == "C101"] == [before]


@pytest.mark.parametrize(
    ("new", "known"),
    [(NEW.replace("Trois", "Quatre"), KNOWN), (NEW, KNOWN.replace("Deux", "Cinq"))],
)
def test_changes_with_a_value(before: str, new: str, known: str) -> None:
    found = [d.fingerprint for d in told(new, known) if d.code == "C101"]
    assert found and before not in found


def test_checks_go_by_their_words() -> None:
    slip = "La réunion aura lieu le samedi 14 mars 2025.\n"
    one, two = told(slip)[0], told("Un premier alinéa.\n\n" + slip)[0]
    other = told(slip.replace("14", "13"))[0]
    assert one.code == two.code == other.code == "I101"
    assert one.fingerprint == two.fingerprint != other.fingerprint


def test_twins_are_told_apart() -> None:
    found = apart(told(NEW) * 2)
    assert [d.fingerprint.partition("-")[2] for d in found] == ["", "2"]
    assert len({d.short for d in found}) == 2


def test_shape() -> None:
    found = told(NEW)[0]
    assert re.fullmatch(r"[0-9a-f]{16}", found.fingerprint)
    assert found.fingerprint.startswith(found.short)
