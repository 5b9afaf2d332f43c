"""The registers of the page: time line, who is who, the sources by origin."""

from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck.formats.dates import say_edtf
from crosscheck.formats.html.gaps import lapse
from crosscheck.formats.messages import phrase
from crosscheck.formats.registers import chronology, happened, people
from crosscheck.formats.view import Row, View, file_name, origin_groups
from crosscheck.formats.wording import say_count, say_list
from crosscheck.models import Article, Claim
from crosscheck.values import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated event of the time line."""

    date: str
    since: str
    """How long after the event before it: « 3 jours plus tard »; empty where it is not known."""
    event: str
    tone: str
    """How it is told where no article asserts it: « annoncé »."""
    finding: str
    verdict: str
    cells: tuple[str, ...]
    """For each source of the page: « told », « told_otherwise » or « silent »."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a person, and which sources give it."""

    role: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, the spellings of the name, and the offices."""

    name: str
    variants: str
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the page names it."""

    id: str
    short: str
    outlet: str
    named: bool
    """Whether the outlet says more than the short name."""
    title: str
    published: str
    words: str
    file: str
    copy: str
    """« copie de 01-agence »; empty for an original."""
    claims: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Who really speaks, and the articles that carry it."""

    name: str
    articles: tuple[Source, ...]


def moments(view: View) -> list[Moment]:
    """The time line, in the order of time."""
    found, before = [], None
    for event in chronology(view):
        value = event.row.claims[0].value
        assert isinstance(value, Period)
        told = value.first if _narrow(value) else None
        days = (told - before).days if told and before else 0
        before = told
        asserted = any(claim.polarity == "asserted" for claim in event.row.claims)
        found.append(
            Moment(
                event.date,
                phrase("page.later", lapse=lapse(days)) if days > 1 else "",
                happened(event.finding),
                "" if asserted else phrase(f"polarity.{event.row.claims[0].polarity}"),
                event.finding.id,
                event.finding.verdict,
                cells(view, event.row.claims),
            )
        )
    return found


def _narrow(value: Period) -> bool:
    """Whether a date is near enough to a day for the time since another to be counted."""
    if value.first is None or value.last is None:
        return False
    return (value.last - value.first).days <= _MONTH


_MONTH = 31


def cells(view: View, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Which source tells, and how firmly, in the order of the page."""
    told = {claim.article: "told_otherwise" for claim in claims}
    told |= {c.article: "told" for c in claims if c.polarity == "asserted"}
    return tuple(told.get(article, "silent") for article in view.articles)


def persons(view: View) -> list[Somebody]:
    """Who is who."""
    return [
        Somebody(
            person.name,
            say_list(person.variants) if person.variants else "",
            tuple(Office(row.answer, cells(view, row.claims)) for row in _rows(person.roles)),
        )
        for person in people(view)
    ]


def _rows(rows: Iterable[Row]) -> list[Row]:
    """The rows of one office as worded, together."""
    kept: dict[str, list[Claim]] = {}
    for row in rows:
        kept.setdefault(row.answer, []).extend(row.claims)
    return [Row(answer, tuple(claims)) for answer, claims in kept.items()]


def sources(view: View) -> dict[str, Source]:
    """Every article by its id."""
    counts = dict.fromkeys(view.articles, 0)
    for claim in view.report.claims:
        counts[claim.article] = counts.get(claim.article, 0) + 1
    return {name: _source(view, a, counts[name]) for name, a in view.articles.items()}


def _source(view: View, article: Article, claims: int) -> Source:
    original = view.short.get(article.copy_of or "", "")
    published = say_edtf(article.moment)
    if article.modified and article.modified != article.published:
        modified = say_edtf(article.modified.isoformat())
        published = phrase("read.modified", published=published, modified=modified)
    return Source(
        article.id,
        view.short[article.id],
        article.outlet,
        article.outlet not in ("", view.short[article.id]),
        article.title,
        published or phrase("page.undated"),
        say_count("word", article.words),
        file_name(article.path) or article.id,
        phrase("page.copy_of", original=original) if original else "",
        say_count("told", claims),
    )


def origins(view: View, known: dict[str, Source]) -> list[Origin]:
    """The articles by who really speaks, in the order of the report."""
    found = []
    for name, articles in origin_groups(view.report.articles):
        own = tuple(known[article.id] for article in articles)
        found.append(Origin(name or own[0].outlet or own[0].short, own))
    return found
