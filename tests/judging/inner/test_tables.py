"""Short articles with one slip or none, read from end to end: what the checks must say of them.

The tables `dev`, `held`, `fresh`, `later` and `press` say how they were written;
`stories` has passages of whole stories of which a check had spoken wrongly.
`docs/verdicts.md` has what was found of each when it was first measured.
"""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crosscheck.claims import extract
from crosscheck.judging import RULES, check_article
from crosscheck.models import Article
from crosscheck.reading import describe

FRIDAY = date(2025, 10, 17)
HERE = Path(__file__).parent


def rows(kind: str) -> list[Any]:
    """The rows of all tables, named by table and first words."""
    return [
        pytest.param(row, id=f"{path.stem}: {row['text'].split('.')[0].strip()[:60]}")
        for path in sorted(HERE.glob(f"*-{kind}.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))[kind]
    ]


def rules(text: str) -> list[str]:
    """The rules that speak of an article."""
    article = describe(Article.from_text(text, id="a", published=FRIDAY))
    claims = [replace(claim, id=f"c{i}") for i, claim in enumerate(extract(article), 1)]
    return [check.rule for check in check_article(article, claims)]


@pytest.mark.parametrize("row", rows("slip"))
def test_slip_is_said(row: dict[str, str]) -> None:
    # A row that is known to be missed must lose its mark as soon as it is found.
    assert rules(row["text"]) == ([] if "missed" in row else [row["rule"]])


@pytest.mark.parametrize("row", rows("sound"))
def test_nothing_is_said_where_nothing_is_wrong(row: dict[str, str]) -> None:
    assert rules(row["text"]) == [], row["trap"]


def test_tables_and_rules_know_each_other() -> None:
    named = {row.values[0]["rule"] for row in rows("slip")}
    visits = {"status.visit"}  # told by the seeds, and by the table of sentences
    assert named | visits == set(RULES)
