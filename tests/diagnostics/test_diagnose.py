"""Where a diagnostic stands, and what stands against it."""

from datetime import date

import pytest

from crosscheck.checking import Desk, check_articles
from crosscheck.diagnostics import Choice
from crosscheck.diagnostics.places import place_of, position
from crosscheck.models import Article
from crosscheck.reading import describe


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("ab", 0, (1, 1)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 4, (2, 2)),
        ("été 😀 x", 6, (1, 7)),
        ("a\u2028b\x0bc", 4, (1, 5)),
        ("", 0, (1, 1)),
        ("ab\n", 3, (2, 1)),
    ],
)
def test_lines_and_columns(text: str, offset: int, expected: tuple[int, int]) -> None:
    """Columns count characters; only CR, LF and CR LF end a line, as in editors."""
    assert position(text, offset) == expected


def test_place_over_two_lines() -> None:
    place = place_of(Article.from_text("un\ndeux", id="a"), (1, 5))
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 2, 2, 3)


def articles(*texts: str) -> list[Article]:
    return [
        describe(Article.from_text(text, id=id, outlet=id, published=date(2025, 6, 23)))
        for text, id in zip(texts, "abcd", strict=False)
    ]


SAYS = "{n} accords ont été signés à Moscou par les deux ministres."


def test_the_other_side_is_one_that_excludes() -> None:
    """« Trois » against « deux », not against the « trois » of another article."""
    new, same, other = articles(*(SAYS.format(n=n) for n in ("Trois", "Trois", "Deux")))
    found = check_articles([new], [same, other]).told
    assert [(d.code, d.place.text, d.related[0].place.text) for d in found] == [
        ("C101", "Trois accords", "Deux accords")
    ]


@pytest.mark.parametrize(
    ("new", "others", "standing"),
    [
        ("Trois", ["Deux"], "alone"),
        ("Trois", ["Deux", "Deux"], "alone"),
        ("Trois", ["Trois", "Deux", "Deux"], "alone"),
        ("Trois", ["Trois", "Deux"], "backed"),
        ("Trois", ["Deux", "Quatre"], "aside"),
    ],
)
def test_how_the_article_stands_to_the_others(new: str, others: list[str], standing: str) -> None:
    """The witnesses are the two ends: « deux » and « quatre », where « trois » is new."""
    own, *rest = articles(*(SAYS.format(n=n) for n in (new, *others)))
    (found,) = check_articles([own], rest).told
    assert (found.standing, found.sources) == (standing, 1 + len(others))


def test_only_what_touches_a_new_article() -> None:
    new, one, other = articles("Il pleut.", SAYS.format(n="Deux"), SAYS.format(n="Trois"))
    assert check_articles([new], [one, other], Desk(Choice(("ALL",), most=0))).told == ()


def test_order_of_articles_changes_nothing() -> None:
    rows = articles(*(SAYS.format(n=n) for n in ("Trois", "Deux", "Quatre")))
    runs = [
        check_articles(rows[:1], rows[1:]).told,
        check_articles(rows[:1], rows[:0:-1]).told,
    ]
    assert runs[0] == runs[1] != ()


def test_a_weekday_that_a_conflict_tells_is_told_once() -> None:
    """One slip, one line: the finding gives the same reason at the same words."""
    text = "La première réunion du comité aura lieu le {day} 20 novembre 2025 à Lyon."
    new, known = articles(text.format(day="mercredi"), text.format(day="jeudi"))
    assert [d.code for d in check_articles([new], [known]).told] == ["C201"]
    assert [d.code for d in check_articles([new], []).told] == ["I101"]
