"""The claims of the labelled stories, read once a run, to be put together in any company."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from crosscheck import read_articles
from crosscheck.claims import extract
from crosscheck.judging import judge
from crosscheck.matching import group_claims, mark_copies
from crosscheck.models import Article, Claim, Finding
from crosscheck.reading import describe

ROOT = Path(__file__).parent.parent
STORIES = (
    *sorted(path.parent.name for path in (ROOT / "tests" / "clusters").glob("*/gold.json")),
    "seeds",
)
Read = tuple[Article, tuple[Claim, ...]]
"""An article with its claims."""


@cache
def read(story: str) -> tuple[Read, ...]:
    """`read("a1-accident-broukakro")`: the articles of a labelled story with their claims."""
    folder = ROOT / story if story == "seeds" else ROOT / "tests" / "clusters" / story
    articles, _ = read_articles([folder])
    described = [a if a.blocks else describe(a) for a in articles]
    return tuple((article, tuple(extract(article))) for article in described)


def told(members: Sequence[Read]) -> tuple[Finding, ...]:
    """What the report on these articles finds, from claims that are read already."""
    claims_of = {article.id: claims for article, claims in members}
    ordered = mark_copies(sorted((article for article, _ in members), key=_place))
    articles = {article.id: article for article in ordered}
    claims = [replace(claim, article=name) for name in articles for claim in claims_of[name]]
    claims = [replace(claim, id=f"c{number}") for number, claim in enumerate(claims, 1)]
    groups, _ = group_claims(
        claims,
        {name: article.published for name, article in articles.items()},
        {name: article.copy_of for name, article in articles.items()},
    )
    return judge(groups, articles)


def _place(article: Article) -> tuple[str, str, str]:
    day = article.published.isoformat() if article.published else "9999"
    return day, article.sha256, article.id


Said = Mapping[tuple[tuple[str, int, int, str], ...], tuple[str, int]]
"""For the places of the claims of a finding: its verdict and its origins."""


def said_of(findings: Sequence[Finding], names: Sequence[str]) -> Said:
    """What is found among some articles, by where their claims stand."""
    found = {}
    for finding in findings:
        places = sorted(
            (c.article, c.start, c.end, c.kind) for c in finding.group.claims if c.article in names
        )
        if places:
            found[tuple(places)] = finding.verdict, finding.origins
    return found
