"""Notes inside an article: what they say, and which lines they are about."""

import pytest

from crosscheck.decisions import faults, may_hold_notes, notes_in
from crosscheck.models import Article

OK = '<!-- crosscheck: ok C101 raison="vu" -->'


@pytest.mark.parametrize(
    ("text", "codes", "reason"),
    [
        (OK, ("C101",), "vu"),
        ('<!--crosscheck:ok C1,I401 raison="vu"-->', ("C1", "I401"), "vu"),
        ("<!-- crosscheck: ok conflict.count raison='vu' -->", ("conflict.count",), "vu"),
        ("<!-- crosscheck: ok C101 raison=« vu et revu » -->", ("C101",), "vu et revu"),
        ('<!-- crosscheck: ok C101 reason="l\'état"\n -->', ("C101",), "l'état"),
        ('<!-- crosscheck: ok C101\n  raison="vu\n  hier" -->', ("C101",), "vu hier"),
        ("<!-- crosscheck: ok C101 -->", ("C101",), ""),
        ('<!-- crosscheck: ok C101 raison="" -->', ("C101",), ""),
        ('<!-- crosscheck: ok raison="vu" -->', (), "vu"),
    ],
)
def test_what_a_note_says(text: str, codes: tuple[str, ...], reason: str) -> None:
    (note,) = notes_in(text)
    assert (note.codes, note.reason) == (codes, reason)


@pytest.mark.parametrize(
    "text", ["", "crosscheck: ok C101", "<!-- crosscheck: okay -->", "<!-- ok -->", "<!-- cross"]
)
def test_what_is_no_note(text: str) -> None:
    assert notes_in(text) == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{OK}\nun\ndeux\n\ntrois", range(1, 4)),
        (f"{OK}\n\nun\ndeux\n\ntrois", range(1, 5)),
        (f"zéro\n\n{OK}\nun", range(3, 5)),
        (f"un {OK}\ndeux", range(1, 2)),
        (f"| un | {OK} |\n| deux |", range(1, 2)),
        (f"un\r\n\r\n{OK}\r\ndeux\r\n", range(3, 5)),
        (f"{OK}\n{OK}\nun\n\ndeux", range(1, 4)),
        (f"un\n{OK}", range(2, 3)),
        (f"un\n\n{OK}\n\n\n", range(3, 7)),
    ],
)
def test_which_lines_it_is_about(text: str, lines: range) -> None:
    """Its own line where that has words, else the paragraph that follows."""
    assert notes_in(text)[0].lines == lines


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (OK, []),
        ("<!-- crosscheck: ok C101 -->", ["N101"]),
        ('<!-- crosscheck: ok C999 raison="vu" -->', ["N102"]),
        ('<!-- crosscheck: ok raison="vu" -->', ["N102"]),
        ("<!-- crosscheck: ok C101, zut -->", ["N102", "N101"]),
    ],
)
def test_a_faulty_note_is_told(text: str, codes: list[str]) -> None:
    source = f"Un titre.\n\n{text}\n"
    found = faults(Article.from_text(source, id="a"), source, notes_in(source))
    assert [d.code for d in found] == codes
    assert all((d.place.line, d.place.column) == (3, 1) for d in found)


@pytest.mark.parametrize(
    ("path", "may"), [("a.md", True), ("a.MARKDOWN", True), ("a.txt", False), ("md", False)]
)
def test_only_markdown_has_notes(path: str, may: bool) -> None:
    assert may_hold_notes(path) is may
