"""What a report finds of a labelled story.

- A *claim* that weighs (`labels.WEIGHED`) is found when the report has one that answers it (see
  `answers`); each answers one label at most, the closest places first. The others are superfluous.
- A *link* is a pair of found claims of two articles: labelled when both answer one question, said
  when both stand in one finding.
- A *conflict* is right when the found claims of its finding answer one question, two of them at
  least, and that question is labelled a conflict.
- A *verdict* is asked of every question that two articles answer: that which most of its found
  claims got, the first claim's where as many got another. Its *side* is right when both verdicts
  say that the sources differ (conflict, disputed, updated), or that they do not. Offices may agree
  or be compatible alike (« directrice », « directrice générale »), and a question of names alone
  counts only when it conflicts.
- An *inner check* is found when an article has as many contradictions as checks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath
from typing import Any, TypeVar

from benchmarks.answers import Said, answers, closeness
from benchmarks.labels import FREE, WEIGHED, Label, Question, Story

Placed = TypeVar("Placed", Label, Said)
DIFFER = ("conflict", "disputed", "updated")
MEASURES = ("claims", "links", "conflicts", "verdicts", "sides", "checks")


@dataclass(frozen=True, slots=True)
class Figure:
    """How much was labelled and said, and what of each the other has.

    >>> Figure(labelled=4, found=3, said=6, right=3).f1
    0.6
    """

    labelled: int = 0
    found: int = 0
    """How many of what was labelled."""
    said: int = 0
    right: int = 0
    """How many of what was said. Not always `found`: one of a kind may answer one of another."""

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of what was labelled that was found."""
        return self.found / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Figure") -> "Figure":
        """The figure of both together."""
        return Figure(
            self.labelled + other.labelled,
            self.found + other.found,
            self.said + other.said,
            self.right + other.right,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the report found of one story."""

    story: str
    figures: Mapping[str, Figure]
    """By measure (`MEASURES`), then by kind of claim."""
    found: tuple[Label, ...]
    """The labels that were found, of those that weigh; by article and place."""
    superfluous: tuple[Said, ...]
    """The claims that answer no label, of the kinds that weigh; by article and place."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A story and its report, side by side."""

    story: Story
    labels: Mapping[str, Label]
    claim_of: Mapping[str, str]
    """Claim that answers each found label."""
    label_of: Mapping[str, str]
    verdict_of: Mapping[str, str]
    """Verdict of the finding in which each claim stands."""
    findings: tuple[tuple[tuple[str, ...], str], ...]
    """The claims of each finding, and its verdict."""


def score(story: Story, report: Mapping[str, Any]) -> Outcome:
    """`score(story, report.to_dict())`: what a report found of a labelled story."""
    files = _files(report)
    said = _claimed(report, files)
    matched = matched_of(story, report)
    checks = Counter(files[row["article"]] for row in report["checks"])
    verdicts, sides = _verdicts(matched)
    pairs = matched.claim_of
    return Outcome(
        story=story.name,
        figures=_claims(matched, said)
        | {
            "links": _links(matched),
            "conflicts": _conflicts(matched),
            "verdicts": verdicts,
            "sides": sides,
            "checks": _checks(story.contradictions, checks),
        },
        found=_placed(i for i in story.labels if i.kind in WEIGHED and i.id in pairs),
        superfluous=_placed(i for i in said if i.kind in WEIGHED and i.id not in matched.label_of),
    )


def matched_of(story: Story, report: Mapping[str, Any]) -> Matched:
    """`matched_of(story, report).claim_of["c001"]`: the claim that answers a label."""
    pairs = match(story.labels, _claimed(report, _files(report)))
    findings = tuple((tuple(row["claims"]), row["verdict"]) for row in report["findings"])
    return Matched(
        story=story,
        labels={label.id: label for label in story.labels},
        claim_of=pairs,
        label_of={claim: label for label, claim in pairs.items()},
        verdict_of={claim: verdict for held, verdict in findings for claim in held},
        findings=findings,
    )


def _files(report: Mapping[str, Any]) -> dict[str, str]:
    """The name of each article's file."""
    return {row["id"]: PurePath(row["path"]).name for row in report["articles"]}


def question_of(story: Story, report: Mapping[str, Any]) -> dict[str, int]:
    """`question_of(story, report.to_dict())["c17"]`: the place, among the story's questions, of
    what a claim answers; claims that no label has are left out, as are labels that ask nothing.
    """
    asked = {label: place for place, q in enumerate(story.questions) for label in q.labels}
    pairs = match(story.labels, _claimed(report, _files(report)))
    return {claim: asked[label] for label, claim in pairs.items() if label in asked}


def _claimed(report: Mapping[str, Any], files: Mapping[str, str]) -> list[Said]:
    """The claims of a report, of the kinds that labels have; `files` names that of each article."""
    return [
        Said(
            id=row["id"],
            article=files[row["article"]],
            kind=row["kind"],
            start=row["start"],
            end=row["end"],
            words=row["text"],
            value=row["value"],
        )
        for row in report["claims"]
        if row["kind"] in WEIGHED | FREE
    ]


def match(labels: Iterable[Label], said: Iterable[Said]) -> dict[str, str]:
    """`match(labels, said)`: the claim that answers each label, for those that have one.

    One to one; where several could answer, the closest places are taken first.
    """
    by_article: dict[str, list[Said]] = {}
    for claim in said:
        by_article.setdefault(claim.article, []).append(claim)
    possible = sorted(
        (-closeness(label, claim), label.article, label.start, claim.start, label.id, claim.id)
        for label in labels
        for claim in by_article.get(label.article, ())
        if answers(label, claim)
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for *_, label_id, claim_id in possible:
        if label_id not in pairs and claim_id not in taken:
            pairs[label_id] = claim_id
            taken.add(claim_id)
    return pairs


def total(outcomes: Iterable[Outcome]) -> dict[str, Figure]:
    """`total(outcomes)["claims"].f1`: the figures of several stories together."""
    whole: dict[str, Figure] = {}
    for outcome in outcomes:
        for name, figure in outcome.figures.items():
            whole[name] = whole.get(name, Figure()) + figure
    return whole


def _placed(items: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(items, key=lambda i: (i.article, i.start, i.end, i.kind, i.id)))


def _claims(matched: Matched, said: Iterable[Said]) -> dict[str, Figure]:
    """The figures of each kind; and of all the kinds that weigh, as « claims »."""
    figures: dict[str, Figure] = {"claims": Figure()}

    def add(kind: str, figure: Figure) -> None:
        for name in (kind, "claims") if kind in WEIGHED else (kind,):
            figures[name] = figures.get(name, Figure()) + figure

    for label in matched.labels.values():
        add(label.kind, Figure(labelled=1, found=label.id in matched.claim_of))
    for claim in said:
        add(claim.kind, Figure(said=1, right=claim.id in matched.label_of))
    return figures


def _links(matched: Matched) -> Figure:
    def links(labels: Iterable[str]) -> set[frozenset[str]]:
        article = {i: matched.labels[i].article for i in labels}
        return {frozenset((a, b)) for a, b in combinations(article, 2) if article[a] != article[b]}

    found = [[i for i in q.labels if i in matched.claim_of] for q in matched.story.questions]
    said = [
        [matched.label_of[c] for c in claims if c in matched.label_of]
        for claims, _ in matched.findings
    ]
    wanted, joined = set[frozenset[str]](), set[frozenset[str]]()
    wanted.update(*map(links, found))
    joined.update(*map(links, said))
    both = len(wanted & joined)
    return Figure(len(wanted), both, len(joined), both)


def _conflicts(matched: Matched) -> Figure:
    labelled = {n for n, q in enumerate(matched.story.questions) if q.verdict == "conflict"}
    told = conflicts_of(matched)
    seen = {n for _, good, _ in told for n in good}
    right = sum(is_right for _, _, is_right in told)
    return Figure(len(labelled), len(seen), len(told), right)


def conflicts_of(matched: Matched) -> list[tuple[tuple[str, ...], set[int], bool]]:
    """Each conflict that is told: its claims, the labelled conflicts in it, whether it is right."""
    asked_of = {i: n for n, q in enumerate(matched.story.questions) for i in q.labels}
    labelled = {n for n, q in enumerate(matched.story.questions) if q.verdict == "conflict"}
    found = []
    for claims, verdict in matched.findings:
        if verdict != "conflict":
            continue
        labels = [matched.label_of[c] for c in claims if c in matched.label_of]
        asked = Counter(asked_of[i] for i in labels if i in asked_of)
        good = {n for n, times in asked.items() if times > 1 and n in labelled}
        found.append((claims, good, bool(good) and len(asked) == 1))
    return found


def _verdicts(matched: Matched) -> tuple[Figure, Figure]:
    """Exact verdicts, and right sides."""
    exact, sides = Figure(), Figure()
    for question, said in verdicts_of(matched):
        if said is None:
            exact, sides = exact + Figure(labelled=1), sides + Figure(labelled=1)
            continue
        kinds = {matched.labels[i].kind for i in question.labels}
        worded = kinds <= {"role", "name"} and {said, question.verdict} <= {"agree", "compatible"}
        same = said == question.verdict or worded
        side = (said in DIFFER) == (question.verdict in DIFFER)
        exact, sides = exact + Figure(1, same, 1, same), sides + Figure(1, side, 1, side)
    return exact, sides


def verdicts_of(matched: Matched) -> list[tuple[Question, str | None]]:
    """The questions that two articles answer, with the verdict that the report gives them."""
    found = []
    for question in matched.story.questions:
        labels = [matched.labels[i] for i in question.labels]
        free = {label.kind for label in labels} <= FREE and question.verdict != "conflict"
        if not free and len({label.article for label in labels}) > 1:
            found.append((question, _said_of(matched, question)))
    return found


def _said_of(matched: Matched, question: Question) -> str | None:
    """The verdict that most found claims of a question got; `None` when none was found."""
    votes = Counter(
        matched.verdict_of[matched.claim_of[i]] for i in question.labels if i in matched.claim_of
    )
    return votes.most_common(1)[0][0] if votes else None


def _checks(wanted: Counter[str], said: Counter[str]) -> Figure:
    both = (wanted & said).total()
    return Figure(wanted.total(), both, said.total(), both)
