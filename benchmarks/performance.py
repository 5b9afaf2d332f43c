"""Every figure of speed and memory, beside what it must reach: `make bench`.

    python -m benchmarks.performance [NAME…] [--runs N] [--full] [--write]

Figures are ratios of runs that take turns, or seconds of the processor, so that a machine that is
busy changes them little. Those of archives are of full size with `--full`, which takes an hour on a
quiet machine, and of a tenth or less without; each says its size. `--write` puts the tables into
`docs/performance.md`, in place of those of the same name. Status 1 when a figure is not reached.
"""

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence

from benchmarks import again, asking, blocking, kills, road, startup, whole
from benchmarks.figures import ROOT, Figure

BENCHMARKS: Mapping[str, Callable[[int], list[Figure]]] = {
    "startup": startup.measure,
    "road": road.measure,
}
"""Each gives its figures, measured in so many runs."""
OF_ARCHIVES: Mapping[str, Callable[[int, bool], list[Figure]]] = {
    "again": again.measure,
    "asking": lambda _, full: asking.measure(full),
    "blocking": lambda _, full: blocking.measure(full),
    "whole": lambda _, full: whole.measure(full),
    "kills": lambda _, full: kills.measure(full),
}
"""The same, of archives of full size or of small ones."""
PAGE = ROOT / "docs" / "performance.md"
HEAD = "| figure | measured | must reach | aim |\n|---|---|---|---|\n"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table of Markdown."""
    return HEAD + "".join(f"{figure.row()}\n" for figure in figures)


def written(page: str, name: str, figures: Sequence[Figure]) -> str:
    """The page with a table between its marks: `<!-- road -->` … `<!-- /road -->`."""
    marks = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    return re.sub(marks, lambda m: m[1] + table(figures) + m[2], page, flags=re.DOTALL)


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; the exit status says whether all were reached."""
    parser = argparse.ArgumentParser()
    every = [*BENCHMARKS, *OF_ARCHIVES]
    parser.add_argument("names", nargs="*", choices=[*every, []])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    missed = False
    for name in given.names or every:
        if name in BENCHMARKS:
            figures = BENCHMARKS[name](given.runs)
        else:
            figures = OF_ARCHIVES[name](given.runs, given.full)
        print(f"{name}\n\n{table(figures)}", flush=True)
        missed = missed or not all(figure.reached for figure in figures)
        if given.write:
            page = PAGE.read_text(encoding="utf-8")
            PAGE.write_text(written(page, name, figures), encoding="utf-8")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
