"""Where the marks of the drawings stand, what their axes say, and how far apart answers are."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from crosscheck.formats.html.gaps import apart, gap, lapse
from crosscheck.formats.html.moments import ends
from crosscheck.formats.html.scale import EDGE, day_scale, number_scale
from crosscheck.formats.html.steps import HEIGHT, steps
from crosscheck.formats.html.strips import Mark, strip
from crosscheck.formats.view import View
from crosscheck.models import Claim, Report
from crosscheck.values import INFINITE, Interval, Period, Value

from .sample import sample_report

D = Decimal
N = "\u202f"


@pytest.mark.parametrize(
    ("numbers", "ticks", "log"),
    [
        ([48, 56], ["45", "50", "55", "60"], False),
        ([3, 3], ["1", "2", "3", "4", "5"], False),
        ([0, 4], ["0", "1", "2", "3", "4", "5"], False),
        ([2290000, 2312000], ["2 millions", "2,2 millions", "2,4 millions", "2,6 millions"], False),
        (["4.6", "4.7"], ["4", "4,25", "4,5", "4,75", "5", "5,25"], False),
        ([-4, 12], ["-5", "0", "5", "10", "15"], False),
        ([10, 10000], ["10", "100", f"1{N}000", f"10{N}000"], True),
        ([3, 450], ["1", "10", "100", f"1{N}000"], True),
    ],
)
def test_number_axis(numbers: list[int | str], ticks: list[str], log: bool) -> None:
    """Round numbers; a logarithm where values span decades; no half of a person."""
    scale = number_scale([D(n) for n in numbers])
    assert [label for _, label in scale.ticks] == ticks
    assert scale.log is log
    places = [scale.at(float(n)) for n in numbers]
    assert all(EDGE <= place <= 100 - EDGE for place in places)


def test_what_differs_by_little_looks_close() -> None:
    scale = number_scale([D(1000), D(1010)])
    assert scale.at(1010) - scale.at(1000) < 10


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2025-06-23", "2025-06-24", ["22 juin", "23 juin", "24 juin", "25 juin"]),
        ("2025-03-01", "2025-03-08", ["28 févr.", "2 mars", "4 mars", "6 mars", "8 mars"]),
        ("2024-11-20", "2025-06-10",
         ["nov. 2024", "janv. 2025", "mars 2025", "mai 2025", "juil. 2025"]),
        ("1960-08-01", "2025-06-23", ["1960", "1980", "2000", "2020", "2040"]),
        ("0001-01-01", "0001-01-02", ["1er janv.", "2 janv.", "3 janv."]),
    ],
)  # fmt: skip
def test_day_axis(first: str, last: str, ticks: list[str]) -> None:
    scale = day_scale(*(date.fromisoformat(d).toordinal() for d in (first, last)))
    assert [label for _, label in scale.ticks] == ticks


@pytest.mark.parametrize(
    ("edtf", "first", "last", "expected"),
    [
        ("2025-03-14", "2025-03-14", "2025-03-14", (0.0, 1.0)),
        ("2025-03", "2025-03-01", "2025-03-31", (-13.0, 18.0)),
        ("2025-03-14T06:00", "2025-03-14", "2025-03-14", (0.25, 0.25)),
        ("2025-03-14T06:00/2025-03-14T18:00", "2025-03-14", "2025-03-14", (0.25, 0.75)),
    ],
)
def test_places_in_time(edtf: str, first: str, last: str, expected: tuple[float, float]) -> None:
    start = date(2025, 3, 14).toordinal()
    found = ends(Period(edtf, date.fromisoformat(first), date.fromisoformat(last)))
    assert found == tuple(start + x for x in expected)
    assert ends(Period("XXXX-03-14")) is None


def with_values(*values: Value, polarity: str = "asserted") -> tuple[Report, list[Claim]]:
    """The sample, its fifth finding (« blessés », updated) with other values."""
    report = sample_report()
    finding = report.findings[4]
    claims = [
        replace(claim, value=value, polarity="asserted" if i else polarity)
        for i, (claim, value) in enumerate(zip(finding.group.claims, values, strict=False))
    ]
    group = replace(finding.group, claims=tuple(claims))
    changed = replace(finding, group=group)
    findings = (*report.findings[:4], changed, *report.findings[5:])
    return replace(report, findings=findings), claims


def day(edtf: str) -> Period:
    return Period(edtf, date.fromisoformat(edtf), date.fromisoformat(edtf))


@pytest.mark.parametrize(
    ("values", "shapes"),
    [
        ([Interval.exactly(11), Interval.exactly(14)], ["point", "point"]),
        ([Interval(D(12), INFINITE), Interval.exactly(14)], ["after", "point"]),
        ([Interval(-INFINITE, D(20)), Interval.exactly(14)], ["before", "point"]),
        ([Interval(D(8), D(12), vague=True), Interval.exactly(11)], ["bar", "point"]),
        ([day("2025-06-23"), day("2025-06-24")], ["point", "point"]),
        ([Period("2025-06", date(2025, 6, 1), date(2025, 6, 30)), day("2025-06-24")],
         ["bar", "point"]),
        ([Period("../2025-06-24", date.min, date(2025, 6, 24)), day("2025-06-24")],
         ["before", "point"]),
        ([Period("2025-06-24/..", date(2025, 6, 24), date.max), day("2025-06-20")],
         ["after", "point"]),
        ([Period("XXXX-06-24"), day("2025-06-20"), day("2025-06-21")], ["point", "point"]),
    ],
)  # fmt: skip
def test_marks(values: list[Value], shapes: list[str]) -> None:
    """A point is one value, a bar a range, an arrow what is open to one side."""
    report, _ = with_values(*values)
    drawn = strip(View(report), report.findings[4])
    assert drawn is not None
    assert [mark.shape for lane in drawn.lanes for mark in lane.marks] == shapes
    assert all(0 <= mark.at <= mark.to <= 100 for mark in drawn.marks)


@pytest.mark.parametrize(
    "values",
    [
        [Interval.exactly(11), Interval.exactly(11)],
        [Interval.exactly(11), day("2025-06-20")],
        [day("2025-06-20"), day("2025-06-20")],
        [Interval(-INFINITE, INFINITE)] * 2,
    ],
)
def test_no_strip_of_one_value_or_of_two_measures(values: list[Value]) -> None:
    report, _ = with_values(*values)
    assert strip(View(report), report.findings[4]) is None


def test_a_denied_value_is_hollow() -> None:
    report, _ = with_values(Interval.exactly(11), Interval.exactly(14), polarity="denied")
    drawn = strip(View(report), report.findings[4])
    assert drawn is not None
    assert [mark.firm for mark in drawn.marks] == [False, True]
    assert isinstance(drawn.marks[0], Mark)


def test_steps_follow_the_days_of_publication() -> None:
    """The line holds a value until the next day, and what is vague has no height of its own."""
    drawn = steps(View(sample_report()), sample_report().findings[4])
    assert drawn is not None
    assert [(dot.label, dot.names) for dot in drawn.dots] == [
        ("11", "01-agence"),
        ("14", "03-radio"),
    ]
    (level, rise) = drawn.line
    assert level[1] == level[3] and rise[0] == rise[2] and rise[1] > rise[3]
    assert all(0 < dot.y < HEIGHT for dot in drawn.dots)


def test_the_label_of_a_fall_stands_under_its_dot() -> None:
    """To the left of the last dot and over it runs the line from which it has fallen."""
    report, _ = with_values(Interval.exactly(14), Interval.exactly(11))
    days = sorted(a.published for a in report.articles if a.published)
    articles = tuple(
        replace(a, published=days[0] if a.published == days[0] else days[0] + timedelta(9))
        for a in report.articles
    )
    report = replace(report, articles=articles)
    drawn = steps(View(report), report.findings[4])
    assert drawn is not None
    first, last = drawn.dots
    assert first.label_y < first.y < last.y < last.label_y < HEIGHT


def test_no_steps_without_days() -> None:
    report = sample_report()
    articles = tuple(replace(article, published=None) for article in report.articles)
    assert steps(View(replace(report, articles=articles)), report.findings[4]) is None
    assert steps(View(report), report.findings[3]) is None


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (48, 56, f"8 d’écart (+17{N}%)"),
        ("4.6", "4.7", f"0,1 d’écart (+2,2{N}%)"),
        (100, 392, "× 3,9"),
        (3, 450, "× 150"),
        (0, 5, "5 d’écart"),
        (-2, 5, "7 d’écart"),
        (5, 5, ""),
    ],
)
def test_apart(low: int | str, high: int | str, expected: str) -> None:
    assert apart(D(low), D(high)) == expected


def test_gaps_of_the_sample() -> None:
    view = View(sample_report())
    said = [gap(f, view.rows(f.group.claims)) for f in view.report.findings[:7]]
    assert said == [
        "1 jour d’écart", "2 formulations", "", f"8{N}000 d’écart (+67{N}%)",
        f"3 d’écart (+27{N}%)", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "expected"), [(1, "1 jour"), (45, "45 jours"), (90, "3 mois"), (23700, "65 ans")]
)
def test_lapse(days: int, expected: str) -> None:
    assert lapse(days) == expected
