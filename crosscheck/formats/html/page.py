"""All that the page says, as records: `build(report)`; the template only lays it out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.formats.html.cards import Card, Inner, Lone, card, inner, lone
from crosscheck.formats.html.registers import (
    Moment,
    Origin,
    Somebody,
    Source,
    moments,
    origins,
    persons,
    sources,
)
from crosscheck.formats.messages import counted, phrase
from crosscheck.formats.opening import TO_SEE, summary
from crosscheck.formats.questions import Question, questions
from crosscheck.formats.translation import translated
from crosscheck.formats.view import VERDICTS, View, file_name, origin_groups, story
from crosscheck.formats.wording import capital, say_count
from crosscheck.models import Claim, Report, VerdictName

GLANCE = 40
"""Lines of the overview: more than that is no glance."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the head: « 3 conflits », and the section that tells of them."""

    number: int
    label: str
    verdict: str
    target: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter, and how many items it leaves."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Section:
    """The cards of some verdicts under one heading."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one article alone says."""

    source: Source
    claims: tuple[Lone, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Claims that look alike and were kept apart."""

    why: str
    claims: tuple[tuple[str, str, str], ...]
    """Words, source and line of each."""


@dataclass(frozen=True, slots=True)
class Page:
    """One report, ready to be laid out."""

    title: str
    summary: str
    notes: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: dict[str, Source]
    origins: tuple[Origin, ...]
    glance: tuple[Card, ...]
    """The findings that ask for a look, gravest first."""
    glance_more: str
    """How many of them the overview leaves to the sections below; empty for none."""
    sections: tuple[Section, ...]
    """Conflicts, moving values, differences of precision."""
    checks: tuple[Inner, ...]
    agreements: tuple[Card, ...]
    singles: tuple[Alone, ...]
    verdicts: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    questions: tuple[Question, ...]
    moments: tuple[Moment, ...]
    persons: tuple[Somebody, ...]
    apart: tuple[Pair, ...]
    unread: tuple[tuple[str, str], ...]
    """Files that could not be read, and why."""
    passed: tuple[tuple[str, str], ...]
    """Files that were passed over in a folder, and why."""
    items: int
    """How many findings and checks the filters go through."""
    all_items: str
    """The same in words: « 57 constats »."""


def build(report: Report) -> Page:
    """Everything the page says, in the language of the report."""
    view = View(report)
    known, seen = sources(view), view.findings(*TO_SEE)
    items = len(report.findings) + len(report.checks)
    cards = {f.id: card(view, f) for f in view.findings(*TO_SEE, "agree")}
    sections = tuple(
        Section(name, tuple(cards[f.id] for f in view.findings(*verdicts)))
        for name, verdicts in _SECTIONS.items()
        if view.findings(*verdicts)
    )
    return Page(
        title=_title(report),
        summary=summary(view),
        notes=tuple(view.why(note) for note in report.notes),
        figures=_figures(view),
        sources=known,
        origins=tuple(origins(view, known)),
        glance=tuple(cards[f.id] for f in seen[:GLANCE]),
        glance_more=say_count("more_findings", len(seen) - GLANCE) if seen[GLANCE:] else "",
        sections=sections,
        checks=tuple(inner(view, check) for check in report.checks),
        agreements=tuple(cards[f.id] for f in view.findings("agree")),
        singles=_singles(view, known),
        verdicts=_verdicts(view),
        kinds=_kinds(view),
        questions=tuple(Question(q.who, capital(q.what)) for q in questions(view)),
        moments=tuple(moments(view)),
        persons=tuple(persons(view)),
        apart=_apart(view),
        unread=tuple((s.path, translated(s.reason)) for s in report.skipped if s.error),
        passed=tuple(
            (file_name(s.path), translated(s.reason)) for s in report.skipped if not s.error
        ),
        items=items,
        all_items=say_count("finding", items),
    )


_SECTIONS: dict[str, tuple[VerdictName, ...]] = {
    "conflict": ("conflict",),
    "moving": ("disputed", "updated"),
    "compatible": ("compatible",),
}


def _title(report: Report) -> str:
    """The folder of the articles as a heading: « visite-sorlande » as « Visite sorlande »."""
    about = story(report)
    named = about if " " in about else about.replace("-", " ").replace("_", " ")
    return capital(named) or phrase("head.title_alone")


def _figures(view: View) -> tuple[Figure, ...]:
    """Articles, origins, then what there is of each verdict; conflicts even where there is none."""
    report = view.report
    numbers: Counter[str] = Counter(finding.verdict for finding in report.findings)
    numbers["check"] = len(report.checks)
    compared = len(report.articles) > 1
    origin_count = len(origin_groups(report.articles))
    figures = [
        Figure(len(report.articles), counted("article", len(report.articles)), "", "sources"),
        Figure(origin_count, counted("origin", origin_count), "", "sources"),
    ]
    for verdict, target in _TARGETS.items():
        number = numbers[verdict]
        if number or (verdict == "conflict" and compared):
            figures.append(Figure(number, counted(verdict, number), verdict, target))
    return tuple(figures)


_TARGETS = {
    "conflict": "conflict",
    "check": "checks",
    "disputed": "moving",
    "updated": "moving",
    "compatible": "compatible",
    "agree": "agree",
    "single": "single",
}
"""The verdicts in the order of the head, and the section that each leads to."""


def _verdicts(view: View) -> tuple[Choice, ...]:
    """The verdicts that occur, for the filter."""
    told = [f.verdict for f in view.report.findings]
    choices = [
        Choice(v, phrase(f"verdicts_short.{v}"), told.count(v)) for v in VERDICTS if v in told
    ]
    if view.report.checks:
        choices.append(Choice("check", phrase("head.inner"), len(view.report.checks)))
    return tuple(choices)


def _kinds(view: View) -> tuple[Choice, ...]:
    """The kinds that occur, the most frequent first."""
    told = [f.kind for f in view.report.findings]
    kinds = sorted(set(told), key=lambda kind: (-told.count(kind), kind))
    return tuple(Choice(kind, phrase(f"kinds.{kind}"), told.count(kind)) for kind in kinds)


def _singles(view: View, known: dict[str, Source]) -> tuple[Alone, ...]:
    """What one article alone says, by article and in the order of its text."""
    first: dict[str, Claim] = {
        f.id: view.ordered(f.group.claims)[0] for f in view.findings("single")
    }
    found = sorted(view.findings("single"), key=lambda f: view.place(first[f.id]))
    by_article: dict[str, list[Lone]] = {}
    for finding in found:
        by_article.setdefault(first[finding.id].article, []).append(lone(view, finding))
    return tuple(Alone(known[name], tuple(items)) for name, items in by_article.items())


def _apart(view: View) -> tuple[Pair, ...]:
    return tuple(
        Pair(capital(translated(pair.why)), tuple(_told(view, pair.claims)))
        for pair in view.report.not_compared
    )


def _told(view: View, ids: Sequence[str]) -> list[tuple[str, str, str]]:
    claims = view.ordered(view.claims[i] for i in ids if i in view.claims)
    return [(c.text, view.short[c.article], view.places([c])) for c in claims]
