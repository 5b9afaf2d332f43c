"""A finding as the page shows it: head, drawing, matrix and the exact words of each side."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.formats.html.gaps import gap
from crosscheck.formats.html.steps import Steps, steps
from crosscheck.formats.html.strips import Strip, strip
from crosscheck.formats.matrix import cell, columns
from crosscheck.formats.messages import phrase
from crosscheck.formats.passages import Piece, excerpt, passage
from crosscheck.formats.view import Row, View, question
from crosscheck.formats.wording import say_count
from crosscheck.models import Check, Claim, Finding

PASSAGE = 600
"""Characters of a sentence that are shown; few are longer."""
SHORT_PASSAGE = 180
_AROUND = 160
"""Characters around a check that is about no claim."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of one source."""

    article: str
    by: str
    """« l. 12 · source : le préfet · démenti »: where, who says so, how firmly."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One answer, and everyone who gives it."""

    answer: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding; plain text, which the template escapes."""

    id: str
    verdict: str
    kind: str
    severity: str
    question: str
    why: str
    gap: str
    facts: tuple[str, ...]
    articles: tuple[str, ...]
    names: str
    """The sources by their short names."""
    told: str
    """Every answer with its sources, in one line: what a drawing says to who does not see it."""
    answers: tuple[tuple[str, str], ...]
    """Each answer and the sources that give it."""
    sides: tuple[Side, ...]
    columns: tuple[str, ...]
    """The sources that the matrix has a column for."""
    matrix: tuple[tuple[str, tuple[str, ...]], ...]
    """Each answer, and for each column « told », « told_otherwise » or « silent »."""
    strip: Strip | None
    steps: Steps | None


@dataclass(frozen=True, slots=True)
class Lone:
    """What one origin alone says, on one line."""

    id: str
    kind: str
    question: str
    answer: str
    telling: Telling
    articles: tuple[str, ...]
    elsewhere: str
    """Where else the same origin says it; empty where nowhere."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A contradiction inside one article."""

    id: str
    article: str
    where: str
    why: str
    tellings: tuple[Telling, ...]


def card(view: View, finding: Finding) -> Card:
    """Everything the page says of one finding."""
    rows = view.rows(finding.group.claims)
    shown = tuple(columns(view, finding))
    told = (phrase(f"severity.{finding.severity}"), say_count("origin", finding.origins))
    return Card(
        finding.id,
        finding.verdict,
        finding.kind,
        finding.severity,
        question(finding),
        view.why(finding.why),
        gap(finding, rows),
        tuple(filter(None, told)),
        finding.group.articles,
        phrase("join.list").join(view.speakers_in(finding.group.claims)),
        phrase("join.clauses").join(map(view.told, rows)),
        tuple((row.answer, view.names(row.claims)) for row in rows),
        tuple(Side(row.answer, tuple(_tellings(view, row))) for row in rows),
        shown,
        tuple((row.answer, tuple(cell(row, article) for article in shown)) for row in rows),
        strip(view, finding),
        steps(view, finding),
    )


def _tellings(view: View, row: Row) -> list[Telling]:
    """One for each sentence, speaker and polarity of an article; its claims marked together."""
    kept: dict[tuple[str, tuple[int, int], str, str], list[Claim]] = {}
    for claim in row.claims:
        key = claim.article, claim.sentence, claim.speaker or "", claim.polarity
        kept.setdefault(key, []).append(claim)
    return [telling(view, claims, PASSAGE) for claims in kept.values()]


def telling(view: View, claims: Sequence[Claim], limit: int) -> Telling:
    """The sentence of some claims that share it, at most about `limit` characters."""
    first = claims[0]
    facts = [phrase("finding.speaker", speaker=first.speaker)] if first.speaker else []
    facts.append(phrase(f"polarity.{first.polarity}"))
    if any(claim.in_headline for claim in claims):
        facts.append(phrase("finding.in_headline"))
    pieces = passage(view.articles[first.article], claims, limit)
    said = phrase("page.join").join(filter(None, [view.places(claims), *facts]))
    return Telling(first.article, said, tuple(pieces))


def lone(view: View, finding: Finding) -> Lone:
    """One line for a claim that stands alone."""
    claims = view.ordered(finding.group.claims)
    others = [c for c in claims if c.article != claims[0].article]
    answers = phrase("join.values").join(row.answer for row in view.rows(claims))
    return Lone(
        finding.id,
        finding.kind,
        question(finding),
        answers,
        telling(view, claims[:1], SHORT_PASSAGE),
        finding.group.articles,
        view.where(others) if others else "",
    )


def inner(view: View, check: Check) -> Inner:
    """What is wrong inside an article, and each sentence that shows it."""
    article = view.articles[check.article]
    claims = view.ordered(view.claims[i] for i in check.claims if i in view.claims)
    own = [claim for claim in claims if claim.article == article.id]
    spans = dict.fromkeys(claim.sentence for claim in own)
    told = [telling(view, [c for c in own if c.sentence == span], PASSAGE) for span in spans]
    where = view.spot(article, check.start)
    if not told:
        around = _around(article.text, check.start, check.end)
        pieces = excerpt(article.text, around, [(check.start, check.end)], PASSAGE)
        told = [Telling(article.id, where, tuple(pieces))]
    return Inner(check.id, article.id, where, view.why(check.why), tuple(told))


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line of a span, or as much of it as is worth showing."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    stops = [stop for stop in (text.find("\n", end), text.find("\r", end)) if stop >= 0]
    return max(first, start - _AROUND), min([*stops, len(text), end + _AROUND])
