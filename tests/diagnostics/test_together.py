"""What is told together: one mistake, and one line of an article that has too many."""

import json
from dataclasses import replace
from datetime import date

import pytest

from crosscheck.decisions import Decision, Scene, decide
from crosscheck.diagnostics import CheckRun, Choice, Diagnostic, Place, choose
from crosscheck.diagnostics.saying import said_of
from crosscheck.formats.concise import to_concise
from crosscheck.formats.sarif import to_sarif
from crosscheck.models import Article
from tests.diagnostics.test_choose import diagnostic


def at(code: str, start: int, end: int, line: int = 1, article: str = "a") -> Diagnostic:
    place = Place(article, start, end, line, start + 1, line, end + 1, "42 %")
    return replace(
        diagnostic(code, "high"), place=place, message=f"{code}.", fingerprint=f"{code}{start}"
    )


ROWS: list[tuple[str, list[Diagnostic], int, list[list[str]]]] = [
    ("one mistake", [at("C103", 40, 44), at("I405", 10, 43)], 3, [["C103", "I405"]]),
    ("however many are told", [at("C103", 40, 44), at("I405", 10, 43)], 0, [["C103", "I405"]]),
    ("other words", [at("C103", 44, 48), at("I405", 10, 43)], 3, [["C103"], ["I405"]]),
    ("two articles", [at("C103", 0, 4), at("I405", 0, 4, 1, "b")], 3, [["C103"], ["I405"]]),
    # Two checks of one passage may well be two mistakes, and so may two conflicts.
    ("checks alone", [at("I401", 0, 9), at("I405", 5, 12)], 3, [["I401"], ["I405"]]),
    ("conflicts alone", [at("C101", 0, 9), at("C301", 5, 12)], 3, [["C101"], ["C301"]]),
    ("a dispute is no mistake", [at("D101", 0, 9), at("I405", 5, 12)], 3, [["D101"], ["I405"]]),
    (
        "the first of two",
        [at("C101", 0, 3), at("C201", 5, 9), at("I401", 0, 9)],
        3,
        [["C101", "I401"], ["C201"]],
    ),
    (
        "a crowded article, by lines",
        [at("C301", 0, 3, 1), at("C102", 5, 9, 1), at("C101", 20, 25, 2), at("I401", 30, 31, 3)],
        3,
        [["C301", "C102"], ["C101"], ["I401"]],
    ),
    (
        "the gravest lines, and on each what is gravest first",
        [at("I401", 0, 3, 1), at("C102", 5, 9, 1), at("I101", 20, 25, 2), at("C101", 30, 31, 3)],
        2,
        [["C102", "I401"], ["C101"]],
    ),
    (
        "not crowded",
        [at("C301", 0, 3, 1), at("C102", 5, 9, 1), at("C101", 20, 25, 2)],
        3,
        [["C301"], ["C102"], ["C101"]],
    ),
]


@pytest.mark.parametrize(("found", "most", "told"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_told_together(found: list[Diagnostic], most: int, told: list[list[str]]) -> None:
    chosen = choose(found, Choice(select=("ALL",), most=most))
    assert [[one.code for one in (d, *d.also)] for d in chosen.told] == told
    assert chosen.beyond == len(found) - sum(map(len, told))


def test_what_is_not_asked_for_is_told_with_nothing() -> None:
    rows = [at("C103", 40, 44), at("I405", 10, 43)]
    assert [d.also for d in choose(rows, Choice(ignore=("I",))).told] == [()]
    assert [d.code for d in choose(rows, Choice(select=("I",))).told] == ["I405"]


def test_it_fails_as_soon_as_one_of_them_does() -> None:
    rows = [at("C103", 40, 44), at("I405", 10, 43)]
    chosen = choose(rows, Choice(select=("ALL",), fail_on=("check",)))
    assert [d.level for d in chosen.told] == ["error"] and chosen.fails


def test_each_keeps_its_words_and_its_fingerprint() -> None:
    """Both can be copied into `crosscheck accept`."""
    told = choose([at("C103", 40, 44), at("I405", 10, 43)], Choice()).told
    assert said_of(told[0]) == "C103. Au même endroit, I405 : I405."
    line = to_concise(CheckRun((Article.from_text("…", id="a"),), told))
    assert line == "a:1:41: C103 C103. Au même endroit, I405 : I405. [C10340 I40510]\n"


def test_what_was_accepted_takes_nothing_with_it() -> None:
    """The check is told by itself once the conflict is accepted."""
    rows = [at("C103", 40, 44), at("I405", 10, 43)]
    left = decide(rows, [Decision("C10340", "accepted", "vu")], Scene({}, date(2025, 6, 25)))
    assert [d.code for d in choose(left.open, Choice()).told] == ["I405"]


def test_sarif_shows_where_each_stands() -> None:
    told = choose([at("C103", 40, 44), at("I405", 10, 43)], Choice()).told
    log = json.loads(to_sarif(CheckRun((Article.from_text("…", id="a"),), told)))
    (result,) = log["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert result["ruleId"] == "C103"
    assert related["physicalLocation"]["region"]["startColumn"] == 11
    assert related["message"]["text"] == r"I405 \[I40510\] I405."
