"""What the report finds of the labelled stories, beside what it found when it was last taken.

    python run.py accuracy
    python run.py accuracy --update

Runs the report on every labelled folder of `tests/clusters` and on `seeds`, and prints, by kind of
claim, how many were labelled and said, how many of the labelled were found (recall) and how many of
the said are right (precision); then claims, links, conflicts, verdicts and inner checks, for all
stories and for each part of them (see `scoring` for what counts); then the claims gained and lost
since the state kept in `tests/accuracy.json`. The last line is the verdict.

Status 1 when claims F1 is more than one point of a hundred under the landed one. `--update` makes
the present state the landed one; `--document docs/accuracy.md` writes the figures of every story
there, with what is missed and what is told wrongly by its words, and those of the pairs of
sentences that are at hand (`CROSSCHECK_EVAL` names their folder).
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import document
from benchmarks.labels import FREE, WEIGHED, read_story, story_folders
from benchmarks.landed import Changes, compare, judge, read, state, write
from benchmarks.misses import Misses, misses_of
from benchmarks.pairs import measure
from benchmarks.scoring import MEASURES, Figure, Outcome, score, total
from crosscheck import cross_check, read_articles

ROOT = Path(__file__).parent.parent
STORIES = (ROOT / "tests" / "clusters", ROOT / "seeds")
LANDED = ROOT / "tests" / "accuracy.json"
PROBE = ROOT / "tests" / "data" / "probe.jsonl"
PAIRS = ("wiki", "hinge", "press")
"""Files of pairs whose texts are not the project's to give away: pairs are named by id."""
TITLES = {"sides": "right sides", "checks": "inner checks"}
HEAD = f"{'labelled':>10}{'said':>7}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"


def run(folder: Path) -> tuple[Outcome, Misses]:
    """`run(Path("seeds"))`: makes the report on a labelled folder, scores it, names the misses."""
    articles, skipped = read_articles([folder])
    report: dict[str, Any] = cross_check(articles, skipped=skipped).to_dict()
    story = read_story(folder)
    return score(story, report), misses_of(story, report)


def pairs_at_hand() -> tuple[list[Path], list[str]]:
    """The files of pairs that are here, and the names of those that are not.

    The probe belongs to the project; the others stand where `CROSSCHECK_EVAL` says.
    """
    elsewhere = Path(os.environ.get("CROSSCHECK_EVAL", "")) / "pairs"
    places = [PROBE, *(elsewhere / f"{name}.jsonl" for name in PAIRS)]
    return [p for p in places if p.is_file()], [p.stem for p in places if not p.is_file()]


def part(story: str) -> str:
    """The part of the stories that one belongs to.

    >>> part("a1-accident"), part("b6b-greve"), part("seeds")
    ('stories a', 'stories b', 'seeds')
    """
    return f"stories {story[0]}" if story[1:2].isdigit() else story


def tables(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """`tables(outcomes)`: the lines on all stories by kind, then on every part of them."""
    outcomes = sorted(outcomes, key=lambda outcome: outcome.story)
    parts: dict[str, list[Outcome]] = {"all stories": list(outcomes)}
    for outcome in outcomes:
        parts.setdefault(part(outcome.story), []).append(outcome)
    kinds = [*sorted(WEIGHED), *sorted(FREE)]
    yield from _table("by kind", total(outcomes), kinds)
    for name, members in parts.items():
        yield ""
        yield from _table(name, total(members), MEASURES)


def changes(moved: Changes) -> Iterator[str]:
    """`changes(compare(now, landed))`: the lines on what was gained (+) and lost (-)."""
    told = (
        ("found anew", "+", moved.found),
        ("superfluous no more", "+", moved.gone),
        ("not found any more", "-", moved.lost),
        ("superfluous anew", "-", moved.new),
    )
    for title, sign, lines in told:
        if lines:
            yield f"{title} ({len(lines)})"
            yield from (f"  {sign} {line}" for line in lines)
            yield ""


def main(arguments: list[str] | None = None) -> int:
    """`main(["--update"])`: measures, prints, compares; gives the exit status."""
    parser = argparse.ArgumentParser(
        prog="accuracy",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--stories",
        type=Path,
        nargs="+",
        default=STORIES,
        help="labelled folders, or folders of them (default: tests/clusters seeds)",
    )
    parser.add_argument(
        "--landed", type=Path, default=LANDED, help="the state to compare with and to update"
    )
    parser.add_argument("--update", action="store_true", help="write the state that was measured")
    parser.add_argument("--document", type=Path, help="a page: put the figures between its marks")
    parser.add_argument("--pairs", type=Path, nargs="+", default=[], help="more files of pairs")
    options = parser.parse_args(arguments)
    folders = story_folders(options.stories)
    if not folders:
        parser.error(f"no labelled story in {', '.join(map(str, options.stories))}")
    outcomes, misses = [], {}
    for done, folder in enumerate(folders, start=1):
        print(f"{done}/{len(folders)} {folder.name}", file=sys.stderr, flush=True)
        outcome, misses[folder.name] = run(folder)
        outcomes.append(outcome)
    now, landed = state(outcomes), read(options.landed)
    print(*tables(outcomes), "", sep="\n")
    if landed is not None:
        for text in changes(compare(now, landed)):
            print(text)
    line, passes = judge(now, landed)
    print(line)
    if options.update:
        write(options.landed, now)
        print(f"landed: {options.landed}", file=sys.stderr)
    if options.document:
        files, absent = pairs_at_hand()
        files += options.pairs
        told = [measure(path) for path in files]
        absent = [name for name in absent if name not in {pairs.name for pairs in told}]
        document.write(options.document, document.document(outcomes, misses, told, absent))
    return 0 if passes or options.update else 1


def _table(title: str, figures: Mapping[str, Figure], names: Iterable[str]) -> Iterator[str]:
    yield f"{title:<14}{HEAD}"
    for name in names:
        figure = figures.get(name, Figure())
        ratios = f"{figure.precision:>11.3f}{figure.recall:>8.3f}{figure.f1:>7.3f}"
        counts = f"{figure.labelled:>10}{figure.said:>7}{figure.found:>7}{figure.right:>7}"
        yield f"  {TITLES.get(name, name):<12}{counts}{ratios}"


if __name__ == "__main__":
    sys.exit(main())
