"""`--select`, `--ignore`, `--fail-on` and the most per article: what is told, what fails."""

from dataclasses import replace

import pytest

from crosscheck.diagnostics import Choice, Diagnostic, Place, Suppression, UnknownTerm, choose
from crosscheck.models import Severity


def diagnostic(
    code: str, severity: Severity = "medium", article: str = "a", at: int = 0
) -> Diagnostic:
    """One on a line of its own, the more words on the further down."""
    start = 100 * at
    place = Place(article, start, start + 5, at + 1, 1, at + 1, 6, "douze")
    return Diagnostic(code, "…", place, (), severity, "…", ("douze",), f"{code}{at}", "f1")


@pytest.mark.parametrize(
    ("fail_on", "code", "severity", "fails"),
    [
        ("conflict", "C101", "medium", True),
        ("conflict", "D101", "high", False),
        ("updated", "D101", "low", True),
        ("updated", "P101", "low", False),
        ("updated", "I101", "high", False),
        ("compatible", "A101", "none", False),
        ("check", "I101", "low", True),
        ("check", "N101", "low", True),
        ("check", "C101", "high", False),
        ("check:high", "I101", "medium", False),
        ("conflict:high", "C101", "medium", False),
        ("conflict:high", "C101", "high", True),
        ("disputed:medium", "C101", "medium", True),
        ("high", "U101", "high", True),
        ("medium", "U101", "low", False),
        ("low", "S101", "none", False),
        ("C1", "C107", "low", True),
        ("C1", "C201", "high", False),
        ("calendar", "I101", "low", True),
        ("calendar.weekday:high", "I101", "medium", False),
        ("single", "S101", "none", True),
        ("ALL", "A303", "none", True),
    ],
)
def test_what_fails(fail_on: str, code: str, severity: Severity, fails: bool) -> None:
    assert Choice(fail_on=(fail_on,)).fails(code, severity) is fails


@pytest.mark.parametrize(
    ("choice", "told", "levels"),
    [
        (Choice(), ["C101", "I101"], ["error", "error"]),
        (Choice(ignore=("I",)), ["C101"], ["error"]),
        (Choice(fail_on=("disputed",)), ["C101", "D101"], ["error", "error"]),
        (Choice(select=("D", "P")), ["D101", "P101"], ["warning", "note"]),
        (Choice(select=("ALL",), ignore=("C1", "calendar")), ["D101", "P101"], ["warning", "note"]),
    ],
)
def test_what_is_told(choice: Choice, told: list[str], levels: list[str]) -> None:
    """Without --select, what is told is what fails."""
    rows = [("C101", "high"), ("D101", "medium"), ("P101", "low"), ("I101", "high")]
    every = [diagnostic(code, severity, at=i) for i, (code, severity) in enumerate(rows)]  # type: ignore[arg-type]
    found = choose(every, choice)
    assert [d.code for d in found.told] == told
    assert [d.level for d in found.told] == levels
    assert found.fails is ("error" in levels)
    assert found.other == 4 - len(told)


def test_the_gravest_are_kept_and_the_others_counted() -> None:
    """Conflicts first, the graver first; in the order of the text."""
    found = choose(
        [
            diagnostic("I101", "high", at=0),
            diagnostic("C101", "medium", at=1),
            diagnostic("C201", "high", at=2),
            diagnostic("C302", "high", at=3),
            diagnostic("C301", "medium", "b", at=4),
        ],
        Choice(),
    )
    assert [d.code for d in found.told] == ["C101", "C201", "C302", "C301"]
    assert (found.beyond, found.fails) == (1, True)


def test_what_the_article_tells_alone_comes_first() -> None:
    """Before graver things that others tell too, or differ on among themselves."""
    rows = [
        replace(diagnostic("C101", "high", at=0), standing="aside", sources=5),
        replace(diagnostic("C102", "high", at=1), standing="backed", sources=3),
        replace(diagnostic("C103", "high", at=2), standing="backed", sources=4),
        diagnostic("C104", "medium", at=3),
    ]
    kept = [[d.code for d in choose(rows, Choice(most=n)).told] for n in (1, 2, 3)]
    assert kept == [["C104"], ["C103", "C104"], ["C102", "C103", "C104"]]


def test_the_surest_come_first() -> None:
    """Before graver ones, and before what the article tells alone."""
    rows = [
        diagnostic("C101", "high", at=0),
        replace(diagnostic("C102", "medium", at=1), standing="backed", sure=True),
        replace(diagnostic("I101", "high", at=2)),
    ]
    kept = [[d.code for d in choose(rows, Choice(most=n)).told] for n in (1, 2)]
    assert kept == [["C102"], ["C101", "C102"]]


def test_no_most_is_all() -> None:
    every = [diagnostic("C101", at=i) for i in range(9)]
    assert len(choose(every, Choice(most=0)).told) == 9
    assert len(choose(every, Choice(most=1)).told) == 1


def test_a_confirmed_error_is_always_told_and_fails() -> None:
    confirmed = replace(
        diagnostic("P101", "low"), suppression=Suppression("external", "vu", "confirmed")
    )
    found = choose([confirmed], Choice(ignore=("P",)))
    assert [d.level for d in found.told] == ["error"] and found.fails


@pytest.mark.parametrize(
    ("choice", "term"),
    [
        (Choice(select=("C", "Z1")), "Z1"),
        (Choice(ignore=("calender",)), "calender"),
        (Choice(fail_on=("faux",)), "faux"),
        (Choice(fail_on=("conflict:grave",)), "conflict:grave"),
    ],
)
def test_unknown_words_are_named(choice: Choice, term: str) -> None:
    with pytest.raises(UnknownTerm) as caught:
        choice.check()
    assert caught.value.term == term
