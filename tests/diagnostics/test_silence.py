"""A first run is near silent: each article of each labelled story against the others of it.

At the default `--fail-on`, no article is told more than three findings, and every conflict that is
labelled, that the report finds and that touches the article is among what they tell. The first half
holds by `--max-per-article` alone; how many would be told without it is held too (`UNCAPPED`).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest

from benchmarks.labels import Story, read_story, story_folders
from benchmarks.scoring import _claimed, match
from crosscheck import Report, check_articles, cross_check, read_articles
from crosscheck.diagnostics import Choice, Diagnostic, choose
from crosscheck.diagnostics.choose import DEFAULT_MOST
from crosscheck.diagnostics.diagnose import diagnose

CLUSTERS = Path(__file__).parents[1] / "clusters"
STORIES = story_folders([CLUSTERS])
UNCAPPED = 5
"""Most articles, of the 83, of which more than three findings fail."""


@pytest.fixture(scope="module")
def every() -> list[Report]:
    """The reports on all stories: claims are extracted once."""
    return [cross_check(read_articles([folder])[0]) for folder in STORIES]


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


def failing(report: Report) -> Mapping[str, tuple[list[list[str]], list[list[str]]]]:
    """By article: what is told of it, and all that fails; one list for each that is told, by the id
    of finding or check, with what is told with it.
    """
    found = {}
    for article in report.articles:
        every = diagnose(report, frozenset({article.id}))
        told, fails = (choose(every, choice).told for choice in (Choice(), Choice(most=0)))
        found[article.id] = (_sources(told), _sources(fails))
    return found


def _sources(told: Iterable[Diagnostic]) -> list[list[str]]:
    return [[one.source for one in (d, *d.also)] for d in told]


def test_near_silent(every: list[Report]) -> None:
    told = [(a, len(told)) for report in every for a, (told, _) in failing(report).items()]
    assert [row for row in told if row[1] > 3] == [] and DEFAULT_MOST == 3


def test_labelled_conflicts_are_among_what_is_told(every: list[Report]) -> None:
    missing: list[tuple[str, str, set[str]]] = []
    for folder, report in zip(STORIES, every, strict=True):
        right = set(labelled(read_story(folder), report))
        groups = {finding.id: finding.group for finding in report.findings}
        for article, (told, fails) in failing(report).items():
            touching = {f for f in right if article in groups[f].articles}
            assert touching <= set(chain(*fails))
            if not touching <= set(chain(*told)):
                missing.append((folder.name, article, touching - set(chain(*told))))
    assert missing == []


def test_the_cap_holds_little_back(every: list[Report]) -> None:
    """Without `--max-per-article`: three findings or fewer for most articles all the same."""
    counts = [len(fails) for report in every for _, fails in failing(report).values()]
    assert len(every) == 17 and len(counts) == 83
    assert sum(count > DEFAULT_MOST for count in counts) <= UNCAPPED
    assert sum(counts) <= 2.5 * len(counts)


def test_the_command_tells_what_the_report_does() -> None:
    """`check` of one article against the others: what the report on all of them says of it."""
    articles, _ = read_articles([STORIES[0]])
    report = cross_check(articles)
    for article in articles:
        checked = check_articles([article], [a for a in articles if a is not article])
        expected = choose(diagnose(report, frozenset({article.id})), Choice()).told
        assert [d.fingerprint for d in checked.told] == [d.fingerprint for d in expected]


def test_something_is_asked(every: list[Report]) -> None:
    """The tests above are not empty: most stories have conflicts that are found."""
    found = [
        len(list(labelled(read_story(folder), report)))
        for folder, report in zip(STORIES, every, strict=True)
    ]
    assert sum(found) >= 30 and sum(count > 0 for count in found) >= 14
