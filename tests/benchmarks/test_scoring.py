"""What counts as found of a labelled story, and how it is compared with the landed state."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks import accuracy, landed
from benchmarks.answers import Said, answers
from benchmarks.labels import Label, Question, Story, read_story, story_folders
from benchmarks.scoring import Figure, Outcome, match, score, total

TWELVE = {"low": 12, "high": 12, "unit": "mort"}
JUNE = {"edtf": "2025-06", "from": "2025-06-01", "to": "2025-06-30"}
MAYOR = {"person": "Ali Bâ", "role": "maire de Kati"}


def label(kind: str, value: object, modifier: str | None = None, **other: Any) -> Label:
    place = {"article": "a.txt", "start": 10, "end": 20, "words": "…", "id": "l1"} | other
    return Label(kind=kind, value=value, modifier=modifier, **place)


def said(kind: str, value: dict[str, object], **other: Any) -> Said:
    place = {"article": "a.txt", "start": 10, "end": 20, "words": "…", "id": "c1"} | other
    return Said(kind=kind, value=value, **place)


def band(low: float | None, high: float | None, unit: str = "mort") -> dict[str, object]:
    return {"low": low, "high": high, "unit": unit}


@pytest.mark.parametrize(
    ("wanted", "claim", "expected"),
    [
        (label("count", 12), said("count", TWELVE), True),
        (label("count", 12), said("count", band(13, 13)), False),
        (label("count", 12), said("count", band(12, None)), False),
        # What tells a count from a measure is a matter of taste; a share is another thing.
        (label("count", 12), said("measure", TWELVE), True),
        (label("count", 12), said("percentage", TWELVE), False),
        # Of a bound, the stated side; « plus de 12 » may begin at 12 or at 13.
        (label("count", 12, "at_least"), said("count", band(12, None)), True),
        (label("count", 12, "more_than"), said("count", band(13, None)), True),
        (label("count", 12, "more_than"), said("count", band(14, None)), False),
        (label("count", 12, "at_least"), said("count", TWELVE), False),
        (label("count", 12, "at_most"), said("count", band(None, 12)), True),
        (label("count", 12, "less_than"), said("count", band(0, 11)), True),
        (label("count", 12, "at_most"), said("count", band(12, None)), False),
        (label("percentage", 2.5, "more_than"), said("percentage", band(2.5, None)), True),
        (label("percentage", 2.5, "more_than"), said("percentage", band(3, None)), False),
        # A band that holds the value, for what is told about; the very ends, for a range.
        (label("count", 100, "about"), said("count", band(90, 110)), True),
        (label("count", 100, "about"), said("count", band(100, 100)), False),
        (label("count", 100, "about"), said("count", band(110, 130)), False),
        (label("count", [60, 80], "between"), said("count", band(60, 80)), True),
        (label("count", [60, 80], "between"), said("count", band(60, 90)), False),
        # « plusieurs »: anything but a number.
        (label("count", None, "vague"), said("count", band(2, None)), True),
        (label("count", None, "vague"), said("count", TWELVE), False),
        (label("duration", 2.5, unit="an"), said("duration", band(30, 30, "mois")), True),
        (label("duration", 2.5, unit="an"), said("duration", band(2.5, 2.5, "mois")), False),
        (
            label("money", {"amount": 5, "currency": "EUR"}),
            said("money", band(5, 5) | {"currency": "EUR"}),
            True,
        ),
        (
            label("money", {"amount": 5, "currency": "EUR"}),
            said("money", band(5, 5) | {"currency": "USD"}),
            False,
        ),
        (label("money", {"amount": 5, "currency": "EUR"}), said("money", band(5, 5)), True),
        (label("date", "2025-06"), said("date", JUNE), True),
        (label("date", "2025-06-01"), said("date", JUNE), False),
        (label("date", "2025-06-01/2025-06-30"), said("date", JUNE), True),
        (label("date", "../2025-06"), said("date", JUNE | {"from": None}), True),
        (label("date", None, "vague"), said("date", JUNE), False),
        (label("date", None, "vague"), said("date", {"edtf": "XXXX-06"}), True),
        (label("date", "2025-06-01T08:30:00"), said("date", {"edtf": "T08:30"}), True),
        (label("date", "2025-06-01T08:30:00"), said("date", {"edtf": "T09:30"}), False),
        (label("date", "2025-22"), said("date", JUNE | {"edtf": "2025-22"}), True),
        (label("date", "2025-22"), said("date", JUNE), False),
        (label("role", {"person": "Bâ", "role": "maire"}), said("role", MAYOR), True),
        (label("role", {"person": "Ali Ba", "role": "Maire de Kati"}), said("role", MAYOR), True),
        (label("role", {"person": "Ali Bâ", "role": "préfet"}), said("role", MAYOR), False),
        (label("role", {"person": "Awa Sy", "role": "maire"}), said("role", MAYOR), False),
        (label("name", "Union africaine"), said("name", {"name": "l'Union Africaine"}), True),
        # Elsewhere.
        (label("count", 12), said("count", TWELVE, start=20, end=30), False),
        (label("count", 12), said("count", TWELVE, start=19, end=30), True),
        (label("count", 12), said("count", TWELVE, article="b.txt"), False),
    ],
)
def test_answers(wanted: Label, claim: Said, expected: bool) -> None:
    assert answers(wanted, claim) is expected


@pytest.mark.parametrize("hour", ["T08:30", "T09:30"])
def test_hours_are_compared_where_both_give_one(hour: str) -> None:
    days = {"from": "2025-06-01", "to": "2025-06-01"}
    claim = said("date", days | {"edtf": f"2025-06-01{hour}"})
    assert answers(label("date", "2025-06-01"), claim)
    assert answers(label("date", "2025-06-01T08:30:00"), claim) == (hour == "T08:30")


def test_each_claim_answers_one_label_the_closest_first() -> None:
    labels = [label("count", 12, id="wide", start=0), label("count", 12, id="same")]
    claims = [said("count", TWELVE, id="c1"), said("count", TWELVE, id="c2", start=0, end=12)]
    assert match(labels, claims) == {"same": "c1", "wide": "c2"}
    assert match(labels, claims[:1]) == {"same": "c1"}


# A story of two articles: deaths differ (12, 14), the month is the same, a share stands alone.
STORY = Story(
    name="a1-story",
    labels=(
        label("count", 12, id="a-dead"),
        label("date", "2025-06", id="a-month", start=30, end=34),
        label("count", 14, id="b-dead", article="b.txt"),
        label("date", "2025-06", id="b-month", article="b.txt", start=30, end=34),
        label("percentage", 5, id="b-share", article="b.txt", start=50, end=53),
        label("name", "Kati", id="b-name", article="b.txt", start=60, end=64),
    ),
    questions=(
        Question("morts", ("a-dead", "b-dead"), "conflict"),
        Question("mois", ("a-month", "b-month"), "agree"),
        Question("part", ("b-share",), "single"),
        Question("lieu", ("b-name",), "single"),
    ),
    contradictions=Counter({"a.txt": 2}),
)


def claim_row(id: str, article: str, kind: str, start: int, value: object) -> dict[str, object]:
    place = {"start": start, "end": start + 4, "text": "…"}
    return {"id": id, "article": article, "kind": kind, "value": value} | place


def report(*findings: tuple[str, str], checks: str = "") -> dict[str, Any]:
    """A report on that story: findings as « ids of claims, verdict », articles of the checks."""
    return {
        "articles": [{"id": "a", "path": "x/a.txt"}, {"id": "b", "path": "x/b.txt"}],
        "claims": [
            claim_row("c1", "a", "count", 10, band(12, 12)),
            claim_row("c2", "a", "date", 30, JUNE),
            claim_row("c3", "b", "count", 10, band(14, 14)),
            claim_row("c4", "b", "date", 30, JUNE),
            claim_row("c5", "b", "money", 50, band(5, 5)),
            claim_row("c6", "b", "quote", 70, {"text": "…"}),
        ],
        "findings": [{"claims": ids.split(), "verdict": verdict} for ids, verdict in findings],
        "checks": [{"article": article} for article in checks],
    }


APART = (("c1", "single"), ("c3", "single"), ("c2", "single"), ("c4", "single"), ("c5", "single"))
JOINED = (("c1 c3", "conflict"), ("c2 c4", "agree"), ("c5", "single"))


def test_claims_of_a_story() -> None:
    outcome = score(STORY, report(*APART))
    figures = outcome.figures
    assert figures["claims"] == Figure(labelled=5, found=4, said=5, right=4)
    assert figures["percentage"] == Figure(labelled=1)
    assert figures["money"] == Figure(said=1)
    assert figures["name"] == Figure(labelled=1)
    assert [found.id for found in outcome.found] == ["a-dead", "a-month", "b-dead", "b-month"]
    assert [claim.id for claim in outcome.superfluous] == ["c5"]


@pytest.mark.parametrize(
    ("findings", "links", "conflicts", "verdicts", "sides"),
    [
        # By name: labelled, found, said, right.
        (JOINED, (2, 2, 2, 2), (1, 1, 1, 1), (2, 2, 2, 2), (2, 2, 2, 2)),
        (APART, (2, 0, 0, 0), (1, 0, 0, 0), (2, 0, 2, 0), (2, 1, 2, 1)),
        # A conflict of what does not differ, a dispute of what does.
        (
            (("c1 c3", "disputed"), ("c2 c4", "conflict")),
            (2, 2, 2, 2),
            (1, 0, 1, 0),
            (2, 0, 2, 0),
            (2, 1, 2, 1),
        ),
        # Two questions in one finding: no conflict that the labels have, and links too many.
        (
            (("c1 c2 c3 c4", "conflict"),),
            (2, 2, 4, 2),
            (1, 1, 1, 0),
            (2, 1, 2, 1),
            (2, 1, 2, 1),
        ),
    ],
)
def test_what_is_put_together(
    findings: tuple[tuple[str, str], ...],
    links: tuple[int, ...],
    conflicts: tuple[int, ...],
    verdicts: tuple[int, ...],
    sides: tuple[int, ...],
) -> None:
    figures = score(STORY, report(*findings)).figures
    assert figures["links"] == Figure(*links)
    assert figures["conflicts"] == Figure(*conflicts)
    assert figures["verdicts"] == Figure(*verdicts)
    assert figures["sides"] == Figure(*sides)


def test_inner_checks_count_by_article() -> None:
    figures = score(STORY, report(*APART, checks="aaab")).figures
    assert figures["checks"] == Figure(labelled=2, found=2, said=4, right=2)


def test_figures_of_nothing_are_nothing() -> None:
    assert (Figure().precision, Figure().recall, Figure().f1) == (0.0, 0.0, 0.0)


def outcome(story: str, found: list[Label], superfluous: list[Said]) -> Outcome:
    counts = Figure(10, len(found), len(found) + len(superfluous), len(found))
    return Outcome(story, {"claims": counts}, tuple(found), tuple(superfluous))


def test_changes_are_told_by_article_kind_place_and_words() -> None:
    old = outcome("a1", [label("count", 12, words="douze\nmorts")], [said("date", JUNE)])
    new = outcome("a1", [label("role", MAYOR, start=3, words="maire")], [said("money", TWELVE)])
    moved = landed.compare(landed.state([new]), landed.state([old]))
    assert moved.found == ("a1/a.txt  role 3 « maire »",)
    assert moved.lost == ("a1/a.txt  count 10 « douze morts »",)
    assert moved.gone == ("a1/a.txt  date 10 « … »",)
    assert moved.new == ("a1/a.txt  money 10 « … »",)
    assert [line[:3] for line in accuracy.changes(moved) if line.startswith(" ")] == [
        "  +", "  +", "  -", "  -",
    ]  # fmt: skip


def test_the_landed_file_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    outcomes = [outcome("b", [label("count", 1)], []), outcome("a", [], [said("date", JUNE)])]
    for name, order in (("one", outcomes), ("two", outcomes[::-1])):
        landed.write(tmp_path / name, landed.state(order))
    one = tmp_path / "one"
    assert one.read_bytes() == (tmp_path / "two").read_bytes()
    assert landed.read(one) == landed.state(outcomes)
    assert landed.read(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("found", "passes"), [(1000, True), (951, True), (941, True), (940, False), (0, False)]
)
def test_one_point_may_be_lost_and_no_more(found: int, passes: bool) -> None:
    def at(found: int) -> dict[str, Any]:
        return landed.state([Outcome("a", {"claims": Figure(1000, found, 1000, found)}, (), ())])

    line, passed = landed.judge(at(found), at(951))
    assert passed is passes
    assert ("fell by more than 1 point" in line) is not passes


def test_labels_stand_where_they_say(clusters: Path, seeds: Path) -> None:
    folders = story_folders([clusters, seeds])
    assert len(folders) > 1
    for folder in folders:
        story = read_story(folder)
        for item in story.labels:
            text = (folder / item.article).read_bytes().decode("utf-8")
            assert text[item.start : item.end] == item.words, (folder.name, item.id)
        known = {item.id for item in story.labels}
        placed = Counter(i for question in story.questions for i in question.labels)
        assert placed == Counter(known), folder.name


def test_every_story_has_its_part(clusters: Path, seeds: Path) -> None:
    parts = {accuracy.part(folder.name) for folder in story_folders([clusters, seeds])}
    assert parts == {"stories a", "stories b", "seeds"}


def test_command(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "landed.json"
    arguments = ["--stories", str(seeds), "--landed", str(file)]
    assert accuracy.main(arguments) == 1
    assert "nothing landed" in capsys.readouterr().out.splitlines()[-1]
    assert accuracy.main([*arguments, "--update"]) == 0
    first, bytes_of_first = capsys.readouterr(), file.read_bytes()
    assert accuracy.main([*arguments, "--update"]) == 0
    second = capsys.readouterr()
    assert file.read_bytes() == bytes_of_first
    assert second.out.splitlines()[:-1] == first.out.splitlines()[:-1]
    assert second.out.splitlines()[-1].endswith("+0.0)")
    assert "1/1 seeds" in second.err


def test_command_without_labels(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        accuracy.main(["--stories", str(tmp_path)])
    assert stopped.value.code == 2


def test_totals_add_up() -> None:
    outcomes = [score(STORY, report(*JOINED)), score(STORY, report(*APART))]
    assert total(outcomes)["claims"] == Figure(10, 8, 10, 8)
