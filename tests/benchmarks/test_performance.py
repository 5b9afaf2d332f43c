"""Figures of speed as they are told, and the page that holds them."""

import sys
from pathlib import Path

import pytest

from benchmarks.figures import ROOT, Cost, Figure, cost, least
from benchmarks.performance import BENCHMARKS, OF_ARCHIVES, PAGE, table, written


@pytest.mark.parametrize(
    ("figure", "reached", "row"),
    [
        (Figure("a", 0.3, 0.35, 0.22), True, "| a | 0.3 | ≤ 0.35 | ≤ 0.22 |"),
        (Figure("a", 0.4, 0.35), False, "| a | 0.4 **(missed)** | ≤ 0.35 |  |"),
        (Figure("a", 3, 4, 7, more_is_better=True), False, "| a | 3 **(missed)** | ≥ 4 | ≥ 7 |"),
        (Figure("a", 163.7, 250, unit=" MB"), True, "| a | 164 MB | ≤ 250 |  |"),
        (Figure("a", 9), True, "| a | 9 |  |  |"),
    ],
)
def test_a_figure_beside_its_bar(figure: Figure, reached: bool, row: str) -> None:
    assert (figure.reached, figure.row()) == (reached, row)


def test_a_table_goes_between_its_marks() -> None:
    page = "a\n<!-- x -->\nold\n<!-- /x -->\n<!-- y -->\nkept\n<!-- /y -->\n"
    made = written(page, "x", [Figure("b", 1)])
    assert made == page.replace("old\n", table([Figure("b", 1)]))
    assert written(made, "x", [Figure("b", 1)]) == made


@pytest.mark.parametrize("name", [*BENCHMARKS, *OF_ARCHIVES])
def test_every_benchmark_has_its_place_on_the_page(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"<!-- {name} -->\n" in page and f"<!-- /{name} -->" in page


def test_a_process_is_measured(tmp_path: Path) -> None:
    spent = cost((sys.executable, "-c", "sum(range(10**6))"), tmp_path, tmp_path)
    assert 0 < spent.cpu < 60 and 0 < spent.wall < 60 and spent.megabytes > 1
    assert least([spent, Cost(0, 0, 0)]) == Cost(0, 0, 0)
    assert ROOT.joinpath("benchmarks").is_dir()
