"""schema.org ClaimReview for findings that a person has confirmed, as JSON-LD.

>>> Confirmation("f1", "Awa Sérié", date(2025, 6, 26)).by
'Awa Sérié'

The review says that the sources differ, and how; it carries no rating in figures, since crosscheck
never says who is right. Nothing is written of a finding that nobody has confirmed.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crosscheck.formats.json_format import visible
from crosscheck.formats.messages import phrase, spoken
from crosscheck.formats.view import View, question
from crosscheck.models import Article, Claim, Finding, Report

CONTEXT = "https://schema.org"
_FOR_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's word that a finding is one."""

    finding: str
    by: str
    """The reviewer, by name."""
    when: date
    reason: str = ""
    """What the reviewer wrote; it becomes the body of the review."""


def to_claimreview(
    report: Report,
    confirmed: Iterable[Confirmation],
    *,
    publisher: str = "",
    address: str = "",
) -> str:
    """The reviews of the confirmed findings, in the order of the report; ends with one newline.

    `publisher` is the newsroom that signs the reviews, `address` the page that they stand on; a
    finding's own anchor (`#f3`) is added to it. Safe inside a `<script>` element: `<`, `>` and `&`
    are written as escapes. Raises `ValueError` for a finding that the report does not hold, or one
    of a single source, which there is nothing to review in.
    """
    view = View(report)
    by_finding = {confirmation.finding: confirmation for confirmation in confirmed}
    known = {finding.id: finding for finding in report.findings}
    for name in by_finding:
        if name not in known:
            raise ValueError(f"constat inconnu : {name}")
        if known[name].verdict == "single":
            raise ValueError(f"{name} n'a qu'une source : il n'y a rien à confronter")
    reviews = []
    for finding in view.findings():
        if finding.id in by_finding:
            review = _review(view, finding, by_finding[finding.id])
            if publisher:
                review["publisher"] = {"@type": "Organization", "name": publisher}
            if address:
                review["url"] = f"{address}#{finding.id}"
            reviews.append(review)
    graph = {"@context": CONTEXT, "@graph": reviews}
    text = visible(json.dumps(graph, ensure_ascii=False, indent=2))
    return text.translate(_FOR_SCRIPT) + "\n"


def _review(view: View, finding: Finding, confirmation: Confirmation) -> dict[str, object]:
    """One ClaimReview: what is claimed, by whom, where, and that the sources differ."""
    rows = view.rows(finding.group.claims)
    answers = phrase("join.clauses").join(map(view.told, rows))
    said = phrase("claimreview.claim", question=question(finding), answers=answers)
    body = [view.why(finding.why), confirmation.reason]
    return {
        "@type": "ClaimReview",
        "inLanguage": spoken(),
        "datePublished": confirmation.when.isoformat(),
        "author": {"@type": "Person", "name": confirmation.by},
        "claimReviewed": said,
        "reviewBody": " ".join(filter(None, body)),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": phrase(f"claimreview.{finding.verdict}"),
            "ratingExplanation": phrase(f"legend.{finding.verdict}"),
        },
        "itemReviewed": [_claim(view, row.claims) for row in rows],
    }


def _claim(view: View, claims: Sequence[Claim]) -> dict[str, object]:
    """One answer as a schema.org Claim: the exact words, who said them and where they appeared."""
    speakers = list(dict.fromkeys(claim.speaker for claim in claims if claim.speaker))
    first = claims[0]
    said: dict[str, object] = {
        "@type": "Claim",
        "name": view.rows(claims)[0].answer,
        "text": " ".join(view.articles[first.article].text[slice(*first.sentence)].split()),
        "appearance": [
            _appearance(view.articles[name])
            for name in dict.fromkeys(claim.article for claim in claims)
        ],
    }
    if speakers:
        # No « author »: whether « la police » is a person or a body is not known.
        said["creditText"] = phrase("join.list").join(speakers)
    return said


def _appearance(article: Article) -> dict[str, object]:
    """The article that carries a claim; what is not known of it is left out."""
    work: dict[str, object] = {
        "@type": "NewsArticle",
        "identifier": article.id,
        "inLanguage": article.language,
        "headline": article.title,
        "datePublished": article.published.isoformat() if article.published else "",
    }
    if article.outlet:
        work["publisher"] = {"@type": "Organization", "name": article.outlet}
    return {key: value for key, value in work.items() if value}
