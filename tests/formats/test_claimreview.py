"""ClaimReview: only what a person confirmed, in the properties that schema.org knows."""

import json
from datetime import date
from typing import Any

import pytest

from crosscheck.formats import speaking
from crosscheck.formats.claimreview import Confirmation, to_claimreview

from .hostile import HOSTILE, with_text
from .sample import sample_report

DAY = date(2025, 6, 26)
THING = {"@type", "name", "url", "identifier", "description"}
WORK = THING | {
    "author", "publisher", "datePublished", "inLanguage", "headline", "text", "appearance",
    "creditText",
}  # fmt: skip
PROPERTIES = {
    "ClaimReview": WORK | {"claimReviewed", "reviewBody", "reviewRating", "itemReviewed"},
    "Claim": WORK,
    "NewsArticle": WORK,
    "Rating": THING | {"alternateName", "ratingExplanation", "ratingValue"},
    "Person": THING,
    "Organization": THING,
}
"""What schema.org says each type may have, of what is used here."""
REQUIRED = {
    "ClaimReview": {"author", "claimReviewed", "itemReviewed", "reviewRating", "datePublished"},
    "Claim": {"name", "text", "appearance"},
    "Rating": {"alternateName"},
    "NewsArticle": {"identifier"},
    "Person": {"name"},
    "Organization": {"name"},
}


def check(node: Any) -> None:
    """Every typed node of a graph, against what its type may and must have."""
    if isinstance(node, list):
        for item in node:
            check(item)
    elif isinstance(node, dict):
        kind = node["@type"]
        assert set(node) <= PROPERTIES[kind], kind
        assert set(node) >= REQUIRED[kind], kind
        assert all(value not in ("", None, []) for value in node.values())
        for value in node.values():
            if isinstance(value, dict | list):
                check(value)


def reviews(*names: str, **more: str) -> list[dict[str, Any]]:
    confirmed = [Confirmation(name, "Awa Sérié", DAY) for name in names]
    told = json.loads(to_claimreview(sample_report(), confirmed, **more))
    assert set(told) == {"@context", "@graph"} and told["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = told["@graph"]
    return found


@pytest.mark.parametrize("names", [[], ["f1"], ["f2", "f4", "f5", "f6", "f7"]])
def test_properties(names: list[str]) -> None:
    found = reviews(*names, publisher="Le Courrier", address="https://redaction.example/a")
    assert len(found) == len(names)
    check(found)


def test_only_what_was_confirmed_is_reviewed() -> None:
    (found,) = reviews("f1", address="https://redaction.example/a")
    assert found["url"] == "https://redaction.example/a#f1"
    assert found["datePublished"] == "2025-06-26" and found["author"]["name"] == "Awa Sérié"
    assert "23 juin 2025" in found["claimReviewed"] and "24 juin 2025" in found["claimReviewed"]
    places = [[w["identifier"] for w in claim["appearance"]] for claim in found["itemReviewed"]]
    assert places == [["01-agence", "04-site"], ["02-quotidien"]]


def test_no_review_says_who_is_right() -> None:
    for review in reviews("f1", "f2", "f4", "f5", "f6", "f7"):
        assert "ratingValue" not in review["reviewRating"]
        assert not {"vrai", "faux"} & set(review["reviewRating"]["alternateName"].lower().split())


def test_order_of_confirmations_changes_nothing() -> None:
    confirmed = [Confirmation(name, "Awa Sérié", DAY) for name in ("f4", "f1", "f2")]
    report = sample_report()
    assert to_claimreview(report, confirmed) == to_claimreview(report, confirmed[::-1])


@pytest.mark.parametrize(("name", "said"), [("f99", "constat inconnu"), ("f9", "qu'une source")])
def test_what_cannot_be_reviewed(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        to_claimreview(sample_report(), [Confirmation(name, "Awa Sérié", DAY)])


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_words_stay_inside_a_script(name: str) -> None:
    text = to_claimreview(with_text(HOSTILE[name]), [Confirmation("f1", HOSTILE[name], DAY)])
    assert not set("<>&") & set(text) and text.encode("utf-8")
    assert json.loads(text)["@graph"][0]["author"]["name"] == HOSTILE[name]


def test_in_english() -> None:
    with speaking("en"):
        (found,) = reviews("f4")
    assert found["reviewRating"]["alternateName"] == "The sources give opposed figures"
    assert found["inLanguage"] == "en"
