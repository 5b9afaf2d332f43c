"""Decisions and notes laid over diagnostics: what is suppressed, and what is stale.

`decide(diagnostics, decisions, Scene(paths, today))` changes nothing of what is true: a suppressed
diagnostic keeps its place and its words, and knows by whom and why it is not told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from crosscheck.decisions.inline import Note
from crosscheck.decisions.records import Decision
from crosscheck.diagnostics.codes import codes_called
from crosscheck.diagnostics.records import Diagnostic, Suppression


@dataclass(frozen=True, slots=True)
class Decided:
    """The diagnostics after what editors decided."""

    open: tuple[Diagnostic, ...]
    """What is to be told, errors confirmed among them."""
    suppressed: tuple[Diagnostic, ...]
    stale: tuple[Decision, ...]
    """Decisions on an article of this run that nothing answers any more."""
    expired: tuple[Decision, ...]
    """Decisions that would hold, but their day is over."""
    unused: tuple[tuple[str, Note], ...]
    """Notes that suppress nothing, with the id of their article."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What decisions are laid over, besides the diagnostics."""

    paths: Mapping[str, str]
    """Path of each new article from the folder of the decisions, by its id."""
    today: date
    notes: Mapping[str, Sequence[Note]] = field(default_factory=dict)
    """The notes inside each new article, by its id."""
    gone: frozenset[str] = frozenset()
    """Paths that decisions name and that exist no more: their articles may have been moved."""

    def about(self, decision: Decision, article: str) -> bool:
        """Whether a decision is about the article of that id."""
        return decision.about(self.paths.get(article, article), self.gone)


def decide(
    diagnostics: Sequence[Diagnostic], decisions: Sequence[Decision], scene: Scene
) -> Decided:
    """Decisions and notes laid over the diagnostics of some new articles."""
    answered: set[Decision] = set()
    used: set[tuple[str, Note]] = set()
    found = []
    for diagnostic in diagnostics:
        about = [d for d in decisions if _answers(d, diagnostic, scene)]
        answered.update(about)
        held = [d for d in about if not d.expired(scene.today)]
        note = _note_on(diagnostic, scene.notes)
        if note is not None:
            used.add((diagnostic.place.article, note))
        found.append(replace(diagnostic, suppression=_suppression(held, note)))
    return Decided(
        open=tuple(d for d in found if not _quiet(d)),
        suppressed=tuple(d for d in found if _quiet(d)),
        stale=tuple(
            d
            for d in decisions
            if d not in answered and any(scene.about(d, article) for article in scene.paths)
        ),
        expired=tuple(d for d in decisions if d in answered and d.expired(scene.today)),
        unused=tuple(
            (article, note)
            for article, own in scene.notes.items()
            for note in own
            if note.reason and (article, note) not in used
        ),
    )


def _answers(decision: Decision, diagnostic: Diagnostic, scene: Scene) -> bool:
    same = decision.fingerprint == diagnostic.fingerprint
    return same and scene.about(decision, diagnostic.place.article)


def _note_on(diagnostic: Diagnostic, notes: Mapping[str, Sequence[Note]]) -> Note | None:
    """The note that is about a diagnostic: its code, one of its lines, and a reason."""
    place = diagnostic.place
    lines = range(place.line, place.end_line + 1)
    for note in notes.get(place.article, ()):
        codes = {code.code for name in note.codes for code in codes_called(name)}
        near = note.lines.start < lines.stop and lines.start < note.lines.stop
        if note.reason and near and diagnostic.code in codes:
            return note
    return None


def _suppression(held: Sequence[Decision], note: Note | None) -> Suppression | None:
    """The decision of the file, which has a name and a day, before a note."""
    if held:
        decision = held[-1]
        return Suppression("external", decision.reason, decision.decision, decision.by)
    return Suppression("inSource", note.reason) if note else None


def _quiet(diagnostic: Diagnostic) -> bool:
    decided = diagnostic.suppression
    return decided is not None and decided.decision != "confirmed"
