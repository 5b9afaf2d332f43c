"""What holds for any values and any verdicts, whatever they say."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crosscheck.judging import judge
from crosscheck.judging.amounts import compare_amounts
from crosscheck.judging.days import compare_days
from crosscheck.models import Claim
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role, Value

from .records import article, claim, group

UNHURRIED = settings(deadline=None, max_examples=150)
"""The first comparison reads the rules files."""
PRAGMATIC = frozenset({"conflict-bounds", "conflict-far-bound"})
"""« plus de 10 000 » is no interval alone: who writes it does not speak of 40 000."""

NUMBERS = st.integers(0, 60) | st.sampled_from((950, 1000, 1040, 9800, 10000, 10250, 10300))
GRAINS = st.sampled_from((Decimal("0.1"), Decimal(1), Decimal(10), Decimal(1000), Decimal(100000)))


@st.composite
def closed(draw: st.DrawFn, unit: str = "mort") -> Interval:
    """« 12 », « entre 10 et 20 », « une dizaine »."""
    low = Decimal(draw(NUMBERS))
    high = low + draw(st.sampled_from((0, 0, 0, 1, 5, 250)))
    vague = low != high and draw(st.booleans())
    return Interval(low, high, unit, grain=draw(GRAINS), vague=vague)


@st.composite
def bounded(draw: st.DrawFn) -> Interval:
    """« plus de 12 », « au moins 12 », « moins de 12 »."""
    end, strict = Decimal(draw(NUMBERS)), draw(st.booleans())
    low, high = draw(st.sampled_from(((end, INFINITE), (-INFINITE, end))))
    return Interval(low, high, "mort", strict=strict)


INTERVALS = closed() | bounded()
CURRENCIES = st.sampled_from((None, "EUR", "USD"))
MONEY = st.builds(
    lambda value, currency: Interval(value.low, value.high, "", currency, value.grain),
    closed(),
    CURRENCIES,
)
DAYS = st.dates(date(2024, 11, 1), date(2025, 3, 31))


@st.composite
def periods(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Period:
    """A day, with its weekday or hour or not; a run of days; a day of an unknown year; nothing."""
    first = draw(days)
    sort = draw(st.sampled_from(("day", "hour", "run", "unknown", "nothing")))
    if sort == "nothing":
        return Period("")
    if sort == "unknown":
        return Period(f"XXXX-{first:%m-%d}")
    if sort == "run":
        last = first + timedelta(days=draw(st.integers(1, 60)))
        return Period(f"{first}/{last}", first, last)
    if sort == "hour":
        return Period(f"{first}T{draw(st.sampled_from(('05:30', '06:00')))}", first, first)
    weekday = draw(st.sampled_from((None, first.weekday(), (first.weekday() + 1) % 7)))
    return Period(str(first), first, first, weekday)


KEYS = st.lists(st.sampled_from(("alli", "etat", "sahel", "conf")), max_size=3).map(" ".join)
VALUES: st.SearchStrategy[Value] = st.one_of(
    INTERVALS,
    MONEY,
    periods(),
    st.builds(lambda key: Role("A. B.", key, key), KEYS),
    st.builds(lambda key: Name(key, None, key), KEYS),
    st.builds(lambda key: Quote(key, None, key), KEYS),
)


def left_of(value: Value | None) -> object:
    """What is left of two values: the numbers, the days, whether anything is."""
    if isinstance(value, Interval):
        return value.low, value.high, value.currency
    if isinstance(value, Period):
        return value.first, value.last
    return value is not None


@UNHURRIED
@given(VALUES, VALUES)
def test_same_and_meet_are_symmetric(one: Value, other: Value) -> None:
    assert one.same(other) == other.same(one)
    assert left_of(one.meet(other)) == left_of(other.meet(one))


@UNHURRIED
@given(VALUES)
def test_what_is_the_same_can_both_be_true(one: Value) -> None:
    assume(not isinstance(one, Period) or one.edtf)  # two days that nobody knows are not one
    assert one.same(one)
    assert one.meet(one) is not None


@UNHURRIED
@given(*[INTERVALS | MONEY] * 3)
def test_meet_of_intervals_is_associative(one: Interval, two: Interval, three: Interval) -> None:
    left, right = one.meet(two), two.meet(three)
    assert left_of(left and left.meet(three)) == left_of(right and one.meet(right))


@UNHURRIED
@given(INTERVALS | MONEY, INTERVALS | MONEY)
def test_numbers_stand_to_each_other_alike_from_either_side(one: Interval, other: Interval) -> None:
    assert compare_amounts(one, other) == compare_amounts(other, one)


@UNHURRIED
@given(periods(), periods(), st.booleans())
def test_days_stand_to_each_other_alike_from_either_side(
    one: Period, other: Period, about: bool
) -> None:
    assert compare_days(one, other, about=about) == compare_days(other, one, about=about)


@st.composite
def widened(draw: st.DrawFn, value: Interval) -> Interval:
    """The same value, and more: what it admitted it still admits."""
    low = value.low - draw(st.sampled_from((0, 0, 1, 7, 400)))
    high = value.high + draw(st.sampled_from((0, 0, 1, 7, 400)))
    return Interval(low, high, value.unit, value.currency, value.grain, value.strict, value.vague)


@UNHURRIED
@given(st.data(), INTERVALS, INTERVALS)
def test_a_wider_number_is_at_odds_with_no_more(
    data: st.DataObject, one: Interval, other: Interval
) -> None:
    before = compare_amounts(one, other)
    assume(before.kind in ("same", "admits"))
    after = compare_amounts(data.draw(widened(one)), other)
    assert after.kind != "clash" or after.reason in PRAGMATIC


NEIGHBOURS = st.dates(date(2025, 3, 10), date(2025, 3, 12))


@UNHURRIED
@given(periods(NEIGHBOURS), periods(NEIGHBOURS), st.integers(0, 9), st.integers(2, 40))
def test_a_wider_period_is_at_odds_with_no_more(
    one: Period, other: Period, earlier: int, later: int
) -> None:
    if not (one.first and one.last) or compare_days(one, other).kind == "clash":
        return
    # By more than a night, whose days have their names: « mardi 13 » is at odds with « 12 au 13 ».
    first, last = one.first - timedelta(days=earlier), one.last + timedelta(days=later)
    assert compare_days(Period(f"{first}/{last}", first, last), other).kind != "clash"


NAMES = ("a", "b", "c", "d")
FIRM = st.sampled_from(("asserted", "asserted", "asserted", "denied", "planned", "hypothetical"))


@st.composite
def tellings(draw: st.DrawFn, values: st.SearchStrategy[Value]) -> list[Claim]:
    """Claims of one question, in two articles or more, some of them by a named speaker."""
    told = draw(st.lists(st.tuples(st.sampled_from(NAMES), values), min_size=2, max_size=5))
    return [
        claim(
            f"c{number}",
            name,
            value,
            speaker=draw(st.sampled_from((None, None, "le préfet", "le syndicat"))),
            polarity=draw(FIRM),
            scope=draw(st.sampled_from((frozenset(), frozenset(), frozenset({"provisoire"})))),
        )
        for number, (name, value) in enumerate(told, 1)
    ]


PUBLISHED = st.lists(
    st.none() | st.dates(date(2025, 3, 14), date(2025, 3, 17)), min_size=4, max_size=4
)


@UNHURRIED
@given(st.data(), tellings(INTERVALS) | tellings(periods()), PUBLISHED)
def test_order_and_numbers_of_claims_change_no_verdict(
    data: st.DataObject, claims: list[Claim], days: list[date | None]
) -> None:
    articles = {name: article(name, day) for name, day in zip(NAMES, days, strict=True)}
    found = judge([group(*claims)], articles)
    shuffled = data.draw(st.permutations(claims))
    backwards = dict(reversed(articles.items()))
    assert judge([group(*shuffled)], backwards) == found
    numbered = [
        claim(f"c{n}", c.article, c.value, speaker=c.speaker, polarity=c.polarity,
              scope=c.subject.scope)
        for n, c in enumerate(shuffled, 1)
    ]  # fmt: skip
    (anew,) = judge([group(*numbered)], backwards)
    assert (anew.verdict, anew.severity, anew.origins) == (
        found[0].verdict,
        found[0].severity,
        found[0].origins,
    )


@st.composite
def holding(draw: st.DrawFn, number: int) -> Interval:
    """A number told exactly or between two ends, printed round or not, that may be this one."""
    below, above = draw(st.sampled_from((0, 0, 1, 90))), draw(st.sampled_from((0, 0, 1, 90)))
    return Interval(Decimal(number - below), Decimal(number + above), "mort", grain=draw(GRAINS))


@UNHURRIED
@given(st.data(), NUMBERS, st.integers(1, 3))
def test_a_wider_value_makes_no_conflict(data: st.DataObject, common: int, more: int) -> None:
    values = [data.draw(holding(common)) for _ in range(more + 1)]
    articles = {name: article(name) for name in NAMES}
    claims = [claim(f"c{n}", NAMES[n], value) for n, value in enumerate(values)]
    (before,) = judge([group(*claims)], articles)
    assume(before.verdict in ("agree", "compatible"))
    wide = claim("c0", NAMES[0], data.draw(widened(values[0])))
    (after,) = judge([group(wide, *claims[1:])], articles)
    assert after.verdict != "conflict", after.why


@UNHURRIED
@given(st.data(), tellings(INTERVALS) | tellings(periods()), PUBLISHED, st.integers(0, 9))
def test_a_copy_changes_no_verdict(
    data: st.DataObject, claims: list[Claim], days: list[date | None], later: int
) -> None:
    articles = {name: article(name, day) for name, day in zip(NAMES, days, strict=True)}
    (before,) = judge([group(*claims)], articles)
    copied = data.draw(st.sampled_from(sorted({c.article for c in claims})))
    day = articles[copied].published
    articles["z"] = article("z", day and day + timedelta(days=later), copy_of=copied)
    again = [
        claim(f"c{90 + n}", "z", c.value, speaker=c.speaker, polarity=c.polarity,
              scope=c.subject.scope)
        for n, c in enumerate(c for c in claims if c.article == copied)
    ]  # fmt: skip
    (after,) = judge([group(*claims, *again)], articles)
    assert (after.verdict, after.origins) == (before.verdict, before.origins)
