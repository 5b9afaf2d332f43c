"""A step chart: a value that moves, by the day on which it was published.

The line holds a value until another is published; it never slopes, since nobody said what was true
in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from crosscheck.formats.html.scale import Scale, day_scale, number_scale
from crosscheck.formats.view import View
from crosscheck.formats.wording import say_answer, say_list
from crosscheck.models import Claim, Finding
from crosscheck.values import Interval

HEIGHT = 190
"""Pixels from the top to the axis of days."""
_TOP, _FOOT = 26, 24
"""Pixels kept free above the highest and below the lowest value."""
_LINE = 16
"""Pixels between two labels one above the other."""
_ABOVE = 9
"""Pixels between a dot and the label over it."""
_BELOW = 18
"""Pixels between a dot and the label under it."""
_RIGHT = 65
"""Per cent of the width from which on a label stands to the left of its dot."""
_WIDE = 25
"""Per cent of the width that a label may need."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One value on its day of publication."""

    x: float
    """Per cent of the width."""
    y: float
    """Pixels from the top."""
    label: str
    """« 17 »; empty where an earlier dot of the same level has it."""
    names: str
    """The sources that published it; left out where the page is narrow."""
    label_y: float
    left: bool
    """Whether the label stands to the left of the dot, near the right edge."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A drawing in per cent across and pixels down."""

    dots: tuple[Dot, ...]
    line: tuple[tuple[float, float, float, float], ...]
    """Pieces of the line: x1, y1, x2, y2."""
    rows: tuple[tuple[float, str], ...]
    """Horizontal rules: pixels from the top, and their number."""
    days: Scale
    height: int = HEIGHT


def steps(view: View, finding: Finding) -> Steps | None:
    """The step chart of a finding; `None` unless numbers of two days of publication differ."""
    told = _told(view, finding)
    if finding.verdict != "updated" or len({day for day, _ in told}) < 2:
        return None
    values = [claim.value for _, claim in told if isinstance(claim.value, Interval)]
    stated = [value.stated for value in values]
    if len(values) < len(told) or not all(x.is_finite() for x in stated):
        return None
    across = day_scale(min(d for d, _ in told).toordinal(), max(d for d, _ in told).toordinal())
    down = number_scale(stated)
    dots = _dots(view, told, across, down)
    return Steps(tuple(dots), tuple(_line(told, across, down)), _rules(down), across)


def _told(view: View, finding: Finding) -> list[tuple[date, Claim]]:
    """The claims that have a number and a day of publication, in the order of days.

    What is only our reading of words (« une vingtaine ») has no height of its own, and is left out.
    """
    dated = [(view.articles[c.article].published, c) for c in view.ordered(finding.group.claims)]
    told = [
        (day, c)
        for day, c in dated
        if day is not None and c.polarity == "asserted" and not getattr(c.value, "vague", False)
    ]
    clock = {article.id: article.clock for article in view.articles.values()}
    return sorted(told, key=lambda item: (item[0], clock[item[1].article], view.place(item[1])))


def _x(across: Scale, day: date) -> float:
    return across.at(day.toordinal() + 0.5)


def _y(down: Scale, claim: Claim) -> float:
    assert isinstance(claim.value, Interval)
    share = (100 - down.at(float(claim.value.stated))) / 100
    return round(_TOP + share * (HEIGHT - _TOP - _FOOT), 1)


def _dots(view: View, told: list[tuple[date, Claim]], across: Scale, down: Scale) -> list[Dot]:
    """One dot for each value of a day; a value told again on the same level is named once."""
    places: dict[tuple[float, float], list[Claim]] = {}
    for day, claim in told:
        places.setdefault((_x(across, day), _y(down, claim)), []).append(claim)
    dots: list[Dot] = []
    levels: dict[tuple[float, str], list[Claim]] = {}
    for (_, y), claims in sorted(places.items()):
        answers = say_list(dict.fromkeys(map(say_answer, claims)))
        levels.setdefault((y, answers), []).extend(claims)
    before = float("inf")
    for (x, y), claims in sorted(places.items()):
        answers = say_list(dict.fromkeys(map(say_answer, claims)))
        named = levels.pop((y, answers), [])
        # To the left of a dot and over it runs the line from which it has fallen.
        wanted = y + _BELOW if x > _RIGHT and y > before else y - _ABOVE
        before = y
        taken = [dot.label_y for dot in dots if dot.label and abs(dot.x - x) < _WIDE]
        label_y = _free_line(wanted, taken) if named else y
        names = view.names(named) if named else ""
        dots.append(Dot(x, y, answers if named else "", names, label_y, x > _RIGHT))
    return dots


def _free_line(wanted: float, taken: Sequence[float]) -> float:
    """The first line from the wanted one down on which no label stands."""
    while any(abs(wanted - line) < _LINE for line in taken):
        wanted += _LINE
    return round(wanted, 1)


def _line(
    told: list[tuple[date, Claim]], across: Scale, down: Scale
) -> list[tuple[float, float, float, float]]:
    """Level until the next day, then up or down; a day's last telling is what it leaves."""
    by_day = {_x(across, day): _y(down, claim) for day, claim in told}
    places = sorted(by_day.items())
    pieces = []
    for (x, y), (next_x, next_y) in pairwise(places):
        pieces.append((x, y, next_x, y))
        if y != next_y:
            pieces.append((next_x, y, next_x, next_y))
    return pieces


def _rules(down: Scale) -> tuple[tuple[float, str], ...]:
    free = HEIGHT - _TOP - _FOOT
    return tuple((round(_TOP + (100 - at) / 100 * free, 1), label) for at, label in down.ticks)
