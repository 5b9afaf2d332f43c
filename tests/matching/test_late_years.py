"""Years of late are told apart to the year; of long ago, one digit off is a slip."""

from datetime import date

import pytest

from crosscheck import Article, cross_check
from crosscheck.matching.candidates import candidates

ROWS = [
    ("2005", "2007", 0.0),
    ("2008", "2009", 0.0),
    ("1996", "1976", 1.0),
    ("1953", "1954", 1.0),
]


@pytest.mark.parametrize(("one", "other", "slip"), ROWS)
def test_years_one_digit_apart(one: str, other: str, slip: float) -> None:
    day = date(2010, 9, 8)
    texts = (f"Le champion a gagné le Tour en {year}." for year in (one, other))
    articles = [
        Article.from_text(text, id=name, published=day)
        for name, text in zip("ab", texts, strict=True)
    ]
    claims = [c for c in cross_check(articles).claims if c.kind == "date"]
    found = candidates(claims, {"a": day, "b": day})[0, 1]
    assert dict(found.features)["date à un élément près"] == slip
