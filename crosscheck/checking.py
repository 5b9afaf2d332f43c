"""New articles against references: the road of `crosscheck check`, from articles to what is told.

>>> from crosscheck.models import Article
>>> known = Article.from_text("Deux accords ont été signés à Moscou.", id="a", outlet="A")
>>> new = Article.from_text("Trois accords ont été signés à Moscou.", id="b", outlet="B")
>>> [found.code for found in check_articles([new], [known]).told]
['C101']
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from crosscheck.claims import holds_something
from crosscheck.decisions import Decided, Decision, Note, Scene, decide, faults, notes_in
from crosscheck.diagnostics import CheckRun, Choice, Chosen, Diagnostic, choose
from crosscheck.diagnostics.diagnose import diagnose
from crosscheck.diagnostics.fingerprints import apart
from crosscheck.judging import check_article
from crosscheck.models import Article, Claim, Report, Skipped
from crosscheck.rules import use_rules
from crosscheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """What a newsroom wants to be told, and what it has decided before."""

    choice: Choice = field(default_factory=Choice)
    """What is told, and what stops the run."""
    decisions: tuple[Decision, ...] = ()
    today: date = date.min
    """The day by which decisions end."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The characters of the file of each new article that may hold notes, by its id."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Path of each new article from the folder of the decisions, by its id."""
    gone: frozenset[str] = frozenset()
    """Paths named by decisions that exist no more."""
    known: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    """The claims of articles that were read for claims before, by their ids."""


@dataclass(frozen=True, slots=True)
class Checked:
    """All that one run found."""

    chosen: Chosen
    decided: Decided
    skipped: tuple[Skipped, ...]
    """What the road itself would not read: another language."""

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """What is to be printed."""
        return self.chosen.told

    def run(self, articles: Sequence[Article], skipped: Sequence[Skipped]) -> CheckRun:
        """What the formats write: `checked.run(new, skipped)`."""
        return CheckRun(tuple(articles), self.told, self.decided.suppressed, tuple(skipped))


def check_articles(
    new: Sequence[Article],
    references: Sequence[Article],
    desk: Desk | None = None,
    *,
    settings: Settings | None = None,
    progress: Callable[[str], None] | None = None,
) -> Checked:
    """What is to be told of new articles: against each other, the references, and themselves.

    Ids of articles differ. Where no new article holds anything to compare, the references are not
    read, and the French model is not loaded.
    """
    desk = desk or Desk()
    if settings is not None:
        use_rules(settings.rules)
    ids = frozenset(article.id for article in new)
    if any(holds_something(article) for article in new):
        from crosscheck.pipeline import line_up, reported  # not before they are needed: slow

        every = [*new, *references]
        lined = line_up(every, settings, known=desk.known, progress=progress)
        report = reported(lined, about=ids)
    else:
        report = _without_claims(new)
    notes = {a.id: notes_in(desk.sources[a.id]) for a in new if a.id in desk.sources}
    found = [*diagnose(report, ids), *_faults(new, notes, desk)]
    scene = Scene({a.id: desk.paths.get(a.id, a.path) for a in new}, desk.today, notes, desk.gone)
    decided = decide(apart(found), desk.decisions, scene)
    return Checked(choose(decided.open, desk.choice), decided, report.skipped)


def _without_claims(articles: Sequence[Article]) -> Report:
    """The report on articles that claim nothing: what a check of their text alone may find."""
    checks = [check for article in articles for check in check_article(article, ())]
    numbered = tuple(replace(check, id=f"k{i}") for i, check in enumerate(checks, 1))
    return Report(tuple(articles), (), (), (), numbered)


def _faults(
    new: Sequence[Article], notes: Mapping[str, Sequence[Note]], desk: Desk
) -> Sequence[Diagnostic]:
    return [
        fault
        for article in new
        if article.id in notes
        for fault in faults(article, desk.sources[article.id], notes[article.id])
    ]
