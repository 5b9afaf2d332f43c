"""Values that follow from two that are written: the examples of the words, and what they bound."""

import re
from datetime import date
from decimal import Decimal

import pytest

from crosscheck.claims.comparing import held_against
from crosscheck.claims.derived import derived_claims
from crosscheck.claims.lexicon import fold
from crosscheck.claims.reckoning import figure
from crosscheck.extraction import claims_of
from crosscheck.models import Article, Derived
from crosscheck.reading import describe
from crosscheck.rules import words
from crosscheck.values import Interval

MARK = re.compile(r"\[([^|\]]+)\|(\w+) (\S+) ([^\]]+)\]")
EXAMPLES = words("derived")["examples"]
PUBLISHED = date(2025, 6, 25)


def derived(text: str) -> tuple[Derived, ...]:
    article = describe(Article.from_text(text, id="a", published=PUBLISHED))
    return derived_claims(article, claims_of(article))


def told(found: Derived) -> tuple[str, str, str, str]:
    """Words, kind, value and sum, as a mark has them."""
    claim = found.claim
    assert isinstance(claim.value, Interval)
    ends = [f"{end.normalize():f}" for end in (claim.value.low, claim.value.high)]
    value = ends[0] if ends[0] == ends[1] else "..".join(ends)
    return claim.text, claim.kind, value, claim.derivation


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_hold(example: str) -> None:
    text = MARK.sub(r"\1", example)
    assert "|" not in text, f"marque illisible : {example}"
    assert [told(found) for found in derived(text)] == MARK.findall(example)


def test_every_word_has_an_example() -> None:
    text = fold(" ".join(EXAMPLES))
    listed = [w for key, row in words("derived").items() if key != "examples" for w in row]
    lists = [w for w in listed if isinstance(w, str) and len(w) > 1 and w != "lasting"]
    assert [w for w in lists if fold(w) not in text] == []


@pytest.mark.parametrize(
    ("text", "value", "day", "wanted"),
    [
        ("45 000 spectateurs, 5 000 de moins qu'en 2024", "spectateurs", "2024", True),
        ("112 salariés, contre 90 en 2024", "salariés", "2024", True),
        ("112 salariés, en hausse de 2 % par rapport à 2024", "salariés", "2024", True),
        ("24 accidents, le double de 2024", "accidents", "2024", True),
        ("24 accidents en 2024, plus que jamais", "accidents", "2024", False),
        ("En 2024, 24 accidents de plus que prévu", "accidents", "2024", False),
        ("24 accidents, a indiqué la mairie le 23 juin", "accidents", "23 juin", False),
        ("24 accidents, qui disent que le 23 juin", "accidents", "23 juin", False),
    ],
)
def test_dates_that_a_value_is_held_against(text: str, value: str, day: str, wanted: bool) -> None:
    end = text.index(value) + len(value)
    assert held_against(text, end, text.index(day)) is wanted


@pytest.mark.parametrize(
    ("text", "times"),
    [
        # The first figure is not of the year that it is held against; the second one is.
        (
            "L'usine emploie 112 salariés, contre 90 en 2024.",
            {"112 salariés": None, "90": date(2024, 1, 1)},
        ),
        (
            "En 2025, l'usine emploie 112 salariés, contre 90 en 2024.",
            {"112 salariés": date(2025, 1, 1), "90": date(2024, 1, 1)},
        ),
    ],
)
def test_times_of_the_figures(text: str, times: dict[str, date | None]) -> None:
    claims = claims_of(describe(Article.from_text(text, id="a")))
    found = {c.text: c.subject.time[0] if c.subject.time else None for c in claims}
    assert {word: found[word] for word in times} == times


@pytest.mark.parametrize(
    ("number", "wanted"),
    [("10000000", "10 000 000"), ("35.714285", "35,71"), ("0.8", "0,8"), ("991762.07", "991 762")],
)
def test_figures(number: str, wanted: str) -> None:
    assert figure(Decimal(number)) == wanted
