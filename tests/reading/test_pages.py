"""Saved pages with the furniture of news sites: the article whole, and nothing else.

`pages/expected.toml` has each article line by line. Every number from 900 to 999 in these pages
stands in furniture.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article
from crosscheck.reading import read_articles

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    (PAGES / "expected.toml").read_text(encoding="utf-8")
)
FURNITURE = re.compile(r"(?<!\d)9\d\d(?!\d)")


@pytest.fixture(scope="module")
def pages() -> dict[str, Article]:
    articles, skipped = read_articles(sorted(PAGES.glob("*.html")))
    assert skipped == ()
    return {article.id: article for article in articles}


def shown(article: Article) -> list[str]:
    """The lines that are read for claims."""
    runs = [article.text[b.start : b.end] for b in article.blocks if b.kind != "boilerplate"]
    return [line for run in runs for line in run.split("\n") if line]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_article_and_nothing_else(name: str, pages: dict[str, Article]) -> None:
    article, expected = pages[name], EXPECTED[name]
    assert shown(article) == expected["lines"]
    assert article.title == expected["title"] and article.outlet == expected["outlet"]
    assert str(article.published or "") == expected["published"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_claim_of_furniture_and_none_lost(name: str, pages: dict[str, Article]) -> None:
    """The claims are those of the article copied out by hand."""
    copied = Article.from_text(
        "\n\n".join(EXPECTED[name]["lines"]), published=pages[name].published
    )
    claims = extract(pages[name])
    assert not [claim.text for claim in claims if FURNITURE.search(claim.text)]
    values = sorted((c.kind, str(c.value.to_dict())) for c in claims)
    assert values == sorted((c.kind, str(c.value.to_dict())) for c in extract(copied))


def test_what_is_left_out_is_told(pages: dict[str, Article]) -> None:
    told = {left.words for left in pages["01-quotidien-national"].left_out}
    assert any("ALERTE" in words for words in told) and any("commentaires" in w for w in told)
    assert "réservé aux abonnés" in pages["04-payant"].remarks[0]


def words(text: str) -> str:
    """The words alone, so that a table drawn otherwise is no loss."""
    return " ".join(re.findall(r"\w+", text))


def score(lines: dict[str, list[str]]) -> tuple[int, int]:
    """Lines of the articles that were lost, and lines of furniture that came in."""
    lost = came = 0
    for name, expected in EXPECTED.items():
        whole = words(" ".join(lines[name]))
        lost += sum(words(line) not in whole for line in expected["lines"][1:])
        came += sum(bool(FURNITURE.search(line)) for line in lines[name])
    return lost, came


def test_beside_trafilatura(pages: dict[str, Article]) -> None:
    """Plain trafilatura loses what ours has, and lets numbers of furniture in."""
    import trafilatura

    theirs = {
        name: (trafilatura.extract((PAGES / f"{name}.html").read_bytes()) or "").split("\n")
        for name in EXPECTED
    }
    ours = {name: shown(article) for name, article in pages.items()}
    assert score(ours) == (0, 0)
    lost, came = score(theirs)
    assert lost > 0 and came > 0, "trafilatura does as well: its text could be taken as it is"
    print(f"trafilatura: {lost} lines lost, {came} of furniture")
