"""A first run is near silent: each article of each labelled story against the others of it.

At the default `--fail-on`, no article gives more than three findings, and every conflict that is
labelled, that the report finds and that touches the article is among what fails.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from benchmarks.labels import Story, read_story, story_folders
from benchmarks.scoring import _claimed, match
from crosscheck import Report, cross_check, read_articles
from crosscheck.diagnostics import Choice, choose
from crosscheck.diagnostics.choose import DEFAULT_MOST
from crosscheck.diagnostics.diagnose import diagnose

CLUSTERS = Path(__file__).parents[1] / "clusters"
STORIES = story_folders([CLUSTERS])


@pytest.fixture(scope="module", params=STORIES, ids=lambda folder: folder.name[:3])
def story(request: pytest.FixtureRequest) -> tuple[Story, Report]:
    """A labelled story and its report: claims are extracted once for all its articles."""
    articles, skipped = read_articles([request.param])
    return read_story(request.param), cross_check(articles, skipped=skipped)


def labelled(story: Story, report: Report) -> Iterator[str]:
    """Findings that say conflict, of claims that answer one question labelled so."""
    said = report.to_dict()
    files = {article.id: Path(article.path).name for article in report.articles}
    label_of = {claim: label for label, claim in match(story.labels, _claimed(said, files)).items()}
    conflicts = [set(q.labels) for q in story.questions if q.verdict == "conflict"]
    for finding in report.findings:
        labels = [label_of.get(claim.id, "") for claim in finding.group.claims]
        right = any(sum(label in known for label in labels) > 1 for known in conflicts)
        if finding.verdict == "conflict" and right:
            yield finding.id


def failing(report: Report) -> Mapping[str, tuple[list[str], list[str]]]:
    """By article: what is told of it, and all that fails; by the id of finding or check."""
    found = {}
    for article in report.articles:
        every = diagnose(report, frozenset({article.id}))
        told = choose(every, Choice()).told
        fails = choose(every, Choice(most=0)).told
        found[article.id] = ([d.source for d in told], [d.source for d in fails])
    return found


def test_near_silent(story: tuple[Story, Report]) -> None:
    _, report = story
    assert {a: len(told) for a, (told, _) in failing(report).items() if len(told) > 3} == {}
    assert DEFAULT_MOST == 3


def test_labelled_conflicts_are_among_what_fails(story: tuple[Story, Report]) -> None:
    labels, report = story
    right = set(labelled(labels, report))
    groups = {finding.id: finding.group for finding in report.findings}
    for article, (told, fails) in failing(report).items():
        touching = {f for f in right if article in groups[f].articles}
        assert touching <= set(fails)
        assert touching <= set(told) or len(touching) > DEFAULT_MOST


def test_something_is_asked() -> None:
    """The two tests above are not empty: most stories have a conflict that is found."""
    assert len(STORIES) == 17
    found = 0
    for folder in STORIES[:4]:
        articles, _ = read_articles([folder])
        found += len(list(labelled(read_story(folder), cross_check(articles))))
    assert found >= 4
