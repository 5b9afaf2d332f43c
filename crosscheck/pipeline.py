"""The road, end to end: articles in, one report out.

>>> from crosscheck.models import Article
>>> report = cross_check([
...     Article.from_text("Deux accords ont été signés à Moscou.", id="a", outlet="A"),
...     Article.from_text("Trois accords ont été signés à Moscou.", id="b", outlet="B"),
... ])
>>> [finding.verdict for finding in report.findings]
['conflict']
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.claims.derived import derived_claims
from crosscheck.extraction import Reading, claims_of, claims_of_each, placed
from crosscheck.judging import check_article, judge
from crosscheck.matching import Gathered, group_all, mark_copies, with_derived
from crosscheck.models import (
    Article,
    Check,
    Claim,
    ClaimGroup,
    Derived,
    NotCompared,
    Report,
    Skipped,
    numbered,
)
from crosscheck.nlp.runs import runs
from crosscheck.reading import describe, foreign_language
from crosscheck.rules import rules_in_use, use_rules
from crosscheck.settings import Settings

__all__ = [
    "claims_of",
    "cross_check",
    "cross_check_all",
    "derived_from",
    "line_up",
    "line_up_all",
    "reported",
]

TOGETHER = 1_000
"""Claims of so many stories are put together at once: from some thousands on their columns are
larger than what a processor has at hand, and take longer."""
Known = Mapping[str, Sequence[Claim]]
"""The claims of articles that were read for claims before, by the ids of the articles."""


@dataclass(frozen=True, slots=True)
class Lined:
    """Claims that answer one question, put together, before anything is said of them."""

    articles: tuple[Article, ...]
    """By day, hour and content."""
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    groups: tuple[ClaimGroup, ...]
    not_compared: tuple[NotCompared, ...]


def cross_check(
    articles: Iterable[Article],
    settings: Settings | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    known: Known | None = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """What the articles of one story claim, lined up and judged.

    The order of the articles changes nothing: they are taken by day and hour of publication, then
    by content. An article that is plainly not in French is not read for claims but listed as
    skipped.
    `known` gives the claims of articles that were read for claims before, by id (`claims_of`),
    whatever the name that the article had then.
    `progress` is called with the id of each article before it is read for claims.
    """
    return reported(line_up(articles, settings, known=known, progress=progress), skipped=skipped)


def cross_check_all(
    stories: Iterable[tuple[Sequence[Article], Known]], settings: Settings | None = None
) -> Iterator[Report]:
    """The report on each of many stories whose claims are known, as `cross_check` gives it."""
    return map(reported, line_up_all(stories, settings))


def line_up(
    articles: Iterable[Article],
    settings: Settings | None = None,
    *,
    known: Known | None = None,
    progress: Callable[[str], None] | None = None,
) -> Lined:
    """The first half of `cross_check`, whose arguments it takes: everything but the verdicts."""
    settings = settings or Settings(rules=rules_in_use())
    (lined,) = _lined([_laid_out(articles, settings, known, progress)])
    return lined


def line_up_all(
    stories: Iterable[tuple[Sequence[Article], Known]], settings: Settings | None = None
) -> Iterator[Lined]:
    """The same of many stories whose claims are known, some of them at once."""
    settings = settings or Settings(rules=rules_in_use())
    laid = (_laid_out(articles, settings, known) for articles, known in stories)
    for some in runs(laid, lambda story: len(story.claims), TOGETHER):
        yield from _lined(some)


@dataclass(frozen=True, slots=True)
class _Laid:
    """The articles of a report in order, with what they claim."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    following: Sequence[Derived]

    @property
    def days(self) -> dict[str, date | None]:
        return {article.id: article.published for article in self.articles}


def _laid_out(
    articles: Iterable[Article],
    settings: Settings,
    known: Known | None,
    progress: Callable[[str], None] | None = None,
) -> _Laid:
    use_rules(settings.rules)
    given = list(articles)
    asked = [a for a in given if a.id not in (known or {})]  # what was read for claims is French
    foreign = {id(a): found for a in asked if (found := foreign_language(a.text))}
    described = [a if a.blocks else describe(a) for a in given if id(a) not in foreign]
    ordered = mark_copies(sorted(described, key=_place))
    reading = Reading(settings.jobs, settings.cache)
    claims = numbered(claims_of_each(ordered, reading, known=known, progress=progress))
    skipped = tuple(
        Skipped(a.path or a.id, f"pas en français ({foreign[id(a)]})")
        for a in given
        if id(a) in foreign
    )
    return _Laid(ordered, skipped, claims, derived_from(ordered, claims))


def _lined(stories: Sequence[_Laid]) -> list[Lined]:
    """The claims of some stories put together, each story by itself."""
    gathered = [
        Gathered(s.claims, s.days, {a.id: a.copy_of for a in s.articles}, s.following)
        for s in stories
    ]
    lined = []
    for story, (groups, not_compared) in zip(stories, group_all(gathered), strict=True):
        groups, derived = with_derived(groups, story.following, story.claims, story.days)
        claims = (*story.claims, *derived)
        lined.append(Lined(story.articles, story.skipped, claims, groups, not_compared))
    return lined


def reported(
    lined: Lined, *, skipped: Sequence[Skipped] = (), about: Collection[str] | None = None
) -> Report:
    """The second half of `cross_check`: what is to be said.

    `about` names the articles that are asked about, where it is not all of them: what speaks of
    others alone is then neither judged nor checked.
    """
    by_id = {article.id: article for article in lined.articles}
    asked = by_id.keys() if about is None else about
    groups = [g for g in lined.groups if any(claim.article in asked for claim in g.claims)]
    return Report(
        articles=lined.articles,
        skipped=tuple(sorted((*skipped, *lined.skipped), key=lambda s: (s.path, s.reason))),
        claims=lined.claims,
        findings=judge(groups, by_id),
        checks=_checks([a for a in lined.articles if a.id in asked], lined.claims),
        not_compared=lined.not_compared,
        notes=_notes(lined.articles),
    )


def _place(article: Article) -> tuple[str, str, str, str]:
    """Day and hour of publication, then content: names of files change nothing."""
    day = article.published.isoformat() if article.published else "9999"
    return day, article.clock, article.sha256, article.id


def derived_from(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Derived]:
    """What follows from the claims of each article, in the order of the articles.

    `derived_from(report.articles, report.claims)`: what does not answer another article included.
    Their ids are d1, d2, … until it is known which do.
    """
    written = _written(claims)
    following = [
        replace(found, claim=placed(article, [found.claim])[0])
        for article in articles
        for found in derived_claims(article, written.get(article.id, ()))
    ]
    return [replace(f, claim=replace(f.claim, id=f"d{i}")) for i, f in enumerate(following, 1)]


def _checks(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Check, ...]:
    written = _written(claims)
    found = [
        check
        for article in articles
        for check in check_article(article, written.get(article.id, ()))
    ]
    return tuple(replace(check, id=f"k{i}") for i, check in enumerate(found, 1))


def _written(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """What each article claims, by its id; what follows from that is none of its words."""
    written: dict[str, list[Claim]] = {}
    for claim in claims:
        if not claim.derivation:
            written.setdefault(claim.article, []).append(claim)
    return written


def _notes(articles: Sequence[Article]) -> tuple[str, ...]:
    notes = []
    if len(articles) == 1:
        notes.append("Un seul article lu : rien à comparer, chaque affirmation n'a qu'une source.")
    told: dict[str, list[str]] = {}
    for article in articles:
        for remark in article.remarks:
            told.setdefault(remark, []).append(article.id)
    notes += [
        f"{remark[:1].upper()}{remark[1:]} : {', '.join(ids)}." for remark, ids in told.items()
    ]
    undated = [article.id for article in articles if article.published is None]
    if undated:
        names = ", ".join(undated)
        unread = "« hier », « cette année » n'y sont ni datés ni comparés."
        notes.append(f"Sans date de parution : {names}. {unread}")
    return tuple(notes)
