"""The measured part of the accuracy page: misses by their words, tables, marks."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.document import BEGIN, END, document, write
from benchmarks.labels import Label, Question, Story
from benchmarks.misses import Misses, misses_of
from benchmarks.pairs import Pairs, flagged, measure
from benchmarks.scoring import score


def label(name: str, article: str, value: int) -> Label:
    return Label(name, article, "count", 0, 8, f"{value} morts", value)


def story(verdict: str) -> Story:
    """Two articles that answer one question, and one of which contradicts itself."""
    labels = (label("l1", "a.txt", 12), label("l2", "b.txt", 14))
    told = (("a.txt", "3 et 4 font 7, pas 8"),)
    return Story("a1-essai", labels, (Question("nombre de morts", ("l1", "l2"), verdict),),
                 Counter({"a.txt": 1}), told)  # fmt: skip


def report(*findings: tuple[str, list[str]], checks: tuple[str, ...] = ()) -> dict[str, Any]:
    """A report on the two articles: the verdicts and claims of its findings."""
    return {
        "articles": [{"id": n, "path": f"{n}.txt"} for n in "ab"],
        "claims": [
            {
                "id": i, "article": n, "kind": "count", "start": 0, "end": 8,
                "text": f"{value} morts", "value": {"low": value, "high": value},
            }
            for i, n, value in (("c1", "a", 12), ("c2", "b", 14))
        ],
        "findings": [{"verdict": verdict, "claims": claims} for verdict, claims in findings],
        "checks": [{"article": a, "rule": "arithmetic.sum", "why": "2 | 3"} for a in checks],
    }  # fmt: skip


APART = (("single", ["c1"]), ("single", ["c2"]))
JOINED = (("conflict", ["c1", "c2"]),)
BOTH = "« 12 morts » (a) · « 14 morts » (b)"


@pytest.mark.parametrize(
    ("labelled", "said", "part", "lines"),
    [
        ("conflict", APART, "missed_conflicts", (f"nombre de morts : {BOTH}",)),
        ("conflict", JOINED, "missed_conflicts", ()),
        ("conflict", JOINED, "false_conflicts", ()),
        ("updated", JOINED, "false_conflicts", (f"{BOTH} — labelled updated",)),
        ("conflict", APART, "wrong_sides",
         (f"nombre de morts : single, labelled conflict; {BOTH}",)),
        ("updated", JOINED, "wrong_sides", ()),
    ],
)  # fmt: skip
def test_misses_are_named(
    labelled: str, said: tuple[tuple[str, list[str]], ...], part: str, lines: tuple[str, ...]
) -> None:
    assert getattr(misses_of(story(labelled), report(*said)), part) == lines


def test_checks_are_named() -> None:
    none = misses_of(story("conflict"), report(*JOINED))
    assert none.missed_checks == ("a : 3 et 4 font 7, pas 8",)
    other = misses_of(story("conflict"), report(*JOINED, checks=("a", "b")))
    assert (other.missed_checks, other.false_checks) == ((), ("b : arithmetic.sum, 2 | 3",))


def page(*said: tuple[str, list[str]], pairs: tuple[Pairs, ...] = (), absent: str = "") -> str:
    told = report(*said, checks=("b",))
    mine = story("conflict")
    misses = {mine.name: misses_of(mine, told)}
    return document([score(mine, told)], misses, pairs, [absent] if absent else [])


def test_page_tells_figures_and_folds_misses() -> None:
    text = page(*APART)
    row = (
        "| `a1-essai` | 1.000 | .000 / .000 / .000 | – / .000 | 1 | 0 | .000 | .000 | 0 of 1 / 1 |"
    )
    assert row in text.splitlines()
    assert f"- nombre de morts : {BOTH}" in text
    assert "- b : arithmetic.sum, 2 \\| 3" in text
    assert text.count("<details>") == text.count("</details>") == 1
    assert page(*APART) == text


def test_page_tells_pairs_by_id() -> None:
    told = Pairs("wiki", 4, (("agree", 2, 1), ("conflict", 2, 1)), ("w-2",), (("w_3", "agree"),))
    text = page(*JOINED, pairs=(told,), absent="press")
    assert "| `wiki` (4, of which 2 conflict) | .500 / .500 | 1 of 2 | 0 of 0 |" in text
    assert "Missed: w-2" in text
    assert "False: w_3 (agree)" in text
    assert "`press`: not measured here." in text


def test_a_story_without_a_miss_says_so() -> None:
    mine = story("conflict")
    outcome = score(mine, report(*JOINED))
    assert "nothing missed" in document([outcome], {mine.name: Misses(mine.name)}, ())


def test_only_what_stands_between_the_marks_is_written(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(f"# Mine\n\n{BEGIN}\nold\n{END}\n\nkept\n", encoding="utf-8")
    assert write(file, "new\n")
    assert file.read_text(encoding="utf-8") == f"# Mine\n\n{BEGIN}\n\nnew\n\n{END}\n\nkept\n"
    assert not write(file, "new")
    file.write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(ValueError, match="are expected"):
        write(file, "new")


def test_pairs_are_measured(tmp_path: Path) -> None:
    assert flagged("Le choc a fait 12 morts à Lyon.", "Le choc a fait 14 morts à Lyon.")
    file = tmp_path / "essai.jsonl"
    file.write_text(
        '{"id": 1, "a": "Le choc a fait 12 morts à Lyon.", "b": "Le choc a fait 14 morts à Lyon.", '
        '"label": "agree"}\n'
        '{"id": 2, "a": "Il pleut.", "b": "Le choc a fait 14 morts.", "expect": "flag"}\n',
        encoding="utf-8",
    )
    found = measure(file)
    assert (found.missed, found.false, found.conflicts) == (("2",), (("1", "agree"),), 1)
    assert (found.precision, found.recall) == (0.0, 0.0)
