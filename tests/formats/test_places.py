"""Where a claim is looked for: a line, a page or a paragraph, as its file has them."""

import re
from dataclasses import replace

import pytest

from crosscheck.formats import FORMATS, render
from crosscheck.formats.view import View
from crosscheck.models import PlaceUnit, Report
from tests.formats.sample import sample_report

UNITS: list[tuple[PlaceUnit, str, str]] = [
    ("line", "l. ", "l. "),
    ("page", "p. ", "p. "),
    ("paragraph", "§ ", "¶ "),
]


def report_in(unit: PlaceUnit) -> Report:
    """The sample as if its files had other places: each page begins at a new line."""
    report = sample_report()
    articles = tuple(
        replace(a, place_unit=unit, marks=(0, a.text.index("\n") + 1) if unit == "page" else ())
        for a in report.articles
    )
    return replace(report, articles=articles)


@pytest.mark.parametrize(("unit", "french", "english"), UNITS, ids=[row[0] for row in UNITS])
@pytest.mark.parametrize("name", ["markdown", "html", "text"])
def test_every_format_says_the_unit_of_the_file(
    name: str, unit: PlaceUnit, french: str, english: str
) -> None:
    first = report_in(unit).claims[0]
    number = View(report_in(unit)).number(first)
    for language, sign in (("fr", french), ("en", english)):
        said = render(report_in(unit), name, language)
        assert f"{sign}{number}" in said
        if unit != "line":
            legend = r"[«“].?l\. 12.?[»”]"
            assert not re.search(r"\bl\. \d", re.sub(legend, "", said))


@pytest.mark.parametrize("unit", [row[0] for row in UNITS])
def test_the_view_places_as_the_article_does(unit: PlaceUnit) -> None:
    report = report_in(unit)
    view = View(report)
    for claim in report.claims:
        article = view.articles[claim.article]
        assert view.number(claim) == article.where(claim.start).number


def test_the_column_of_the_lone_claims_is_named_after_the_unit() -> None:
    assert "| Ligne |" in FORMATS["markdown"](report_in("line"))
    assert "| Page |" in FORMATS["markdown"](report_in("page"))
    assert "| Paragraphe |" in FORMATS["markdown"](report_in("paragraph"))
