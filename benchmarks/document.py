"""The measured part of `docs/accuracy.md`: the figures of each story, and each miss by its words.

It stands between two marks; what stands around them was written by hand and stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from benchmarks.labels import WEIGHED
from benchmarks.misses import Misses
from benchmarks.pairs import Pairs
from benchmarks.scoring import Figure, Outcome, total

BEGIN = "<!-- measured: begin (make accuracy writes what follows) -->"
END = "<!-- measured: end -->"
PARTS = (
    ("missed_conflicts", "Conflicts missed"),
    ("false_conflicts", "False conflicts"),
    ("missed_checks", "Inner checks missed"),
    ("false_checks", "False inner checks"),
    ("wrong_sides", "Verdicts on the wrong side"),
)
HEAD = (
    "| story | claims F1 | links P / R / F1 | conflicts P / R | missed | false | verdicts exact "
    "| right side | checks found / said |\n|---|---|---|---|---|---|---|---|---|"
)


def write(path: Path, text: str) -> bool:
    """`write(Path("docs/accuracy.md"), text)`: puts the text between the marks; whether it moved.

    A page without the marks is an error, since nobody knows then where the figures belong.
    """
    page = path.read_text(encoding="utf-8")
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path}: the lines « {BEGIN} » and « {END} » are expected")
    new = f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}"
    if new != page:
        path.write_text(new, encoding="utf-8", newline="\n")
    return new != page


def document(
    outcomes: Sequence[Outcome],
    misses: Mapping[str, Misses],
    pairs: Sequence[Pairs],
    absent: Iterable[str] = (),
) -> str:
    """`document(outcomes, misses, pairs)`: the tables, and what went wrong folded under them."""
    ordered = sorted(outcomes, key=lambda outcome: outcome.story)
    clusters = [outcome for outcome in ordered if outcome.story[1:2].isdigit()]
    lines = ["### Stories", "", HEAD]
    lines += [_row(f"`{o.story}`", o.figures) for o in ordered]
    for name, part in (("`a1`–`a8`", "a"), ("`b1`–`b8`", "b"), ("all of these", "ab")):
        members = [o for o in clusters if o.story[0] in part]
        if members:
            lines.append(_row(f"**{name}**", total(members)))
    kinds = sorted(
        ((total(clusters or ordered).get(k, Figure()).f1, k) for k in WEIGHED), reverse=True
    )
    lines += ["", "By kind, F1 of claims: " + _kinds(kinds) + "."]
    lines += ["", "### What is missed, and what is told wrongly", ""]
    for outcome in ordered:
        lines += _folded(misses[outcome.story])
    lines += ["", "### Pairs of sentences", "", *_pairs(pairs)]
    lines += [f"\n`{name}`: not measured here." for name in absent]
    return "\n".join(lines)


def _kinds(kinds: Iterable[tuple[float, str]]) -> str:
    """« age 1.000, measure .978 », the best first."""
    return ", ".join(f"{kind} {_share(f1)}" for f1, kind in kinds)


def _row(name: str, figures: Mapping[str, Figure]) -> str:
    claims, links, conflicts, verdicts, sides, checks = (
        figures.get(measure, Figure())
        for measure in ("claims", "links", "conflicts", "verdicts", "sides", "checks")
    )
    cells = (
        name,
        _share(claims.f1),
        f"{_share(links.precision)} / {_share(links.recall)} / {_share(links.f1)}",
        f"{_of(conflicts.right, conflicts.said)} / {_of(conflicts.found, conflicts.labelled)}",
        str(conflicts.labelled - conflicts.found),
        str(conflicts.said - conflicts.right),
        _of(verdicts.found, verdicts.labelled),
        _of(sides.found, sides.labelled),
        f"{checks.found} of {checks.labelled} / {checks.said}",
    )
    return f"| {' | '.join(cells)} |"


def _share(value: float) -> str:
    """« .925 »: shares are told as the page tells them."""
    return f"{value:.3f}".removeprefix("0")


def _of(part: int, whole: int) -> str:
    """« .780 », or a dash where there is nothing to have a share of."""
    return _share(part / whole) if whole else "–"


def _folded(misses: Misses) -> Iterator[str]:
    """One story: what went wrong, folded, or that nothing did."""
    parts = [(title, getattr(misses, name)) for name, title in PARTS]
    told = ", ".join(f"{title.lower()} {len(lines)}" for title, lines in parts if lines)
    if not told:
        yield f"<p><code>{misses.story}</code>: nothing missed, nothing wrong</p>\n"
        return
    yield f"<details><summary><code>{misses.story}</code>: {told}</summary>\n"
    for title, lines in parts:
        if lines:
            yield f"{title}:\n"
            yield from (f"- {_plain(line)}" for line in lines)
            yield ""
    yield "</details>\n"


def _plain(text: str) -> str:
    """Words of an article as Markdown shows them, whatever marks they hold."""
    safe = escape(" ".join(text.split()), quote=False)
    return "".join(f"\\{c}" if c in "\\`*_[]|#" else c for c in safe)


def _pairs(pairs: Sequence[Pairs]) -> Iterator[str]:
    yield "| pairs | conflicts P / R | flagged of what agrees or is compatible | of the unrelated |"
    yield "|---|---|---|---|"
    for one in pairs:
        flagged = {label: (n, of) for label, of, n in one.labelled}
        near = [flagged.get(label, (0, 0)) for label in ("agree", "compatible")]
        alike, other = tuple(map(sum, zip(*near, strict=True))), flagged.get("unrelated", (0, 0))
        yield (
            f"| `{one.name}` ({one.count}, of which {one.conflicts} conflict) "
            f"| {_share(one.precision)} / {_share(one.recall)} "
            f"| {alike[0]} of {alike[1]} | {other[0]} of {other[1]} |"
        )
    yield ""
    for one in pairs:
        if one.missed or one.false:
            counts = f"missed {len(one.missed)}, false {len(one.false)}"
            yield f"<details><summary><code>{one.name}</code>: {counts}</summary>\n"
            if one.missed:
                yield f"Missed: {', '.join(one.missed)}\n"
            if one.false:
                yield f"False: {', '.join(f'{name} ({label})' for name, label in one.false)}\n"
            yield "</details>\n"
