"""The rows of the table, one after the other, on groups built by hand."""

from datetime import date
from itertools import permutations

import pytest

from crosscheck.judging import judge
from crosscheck.models import Article, Claim, Finding
from crosscheck.values import Name, Period, Role, Value

from .records import article, claim, day, group, more_than, number

DAYS = [date(2025, 3, 14), date(2025, 3, 15), date(2025, 3, 16)]
SAME_DAY = {name: article(name) for name in "abc"}
IN_TURN = {name: article(name, when) for name, when in zip("abc", DAYS, strict=True)}


def one(*claims: Claim, articles: dict[str, Article] | None = None) -> Finding:
    """The finding of one group."""
    return judge((group(*claims),), articles or SAME_DAY)[0]


def test_single() -> None:
    found = one(claim("c1", "a", number(12)), claim("c2", "a", number(14)))
    assert (found.verdict, found.severity, found.origins) == ("single", "none", 1)


def test_copies_are_one_origin() -> None:
    articles = {"a": article("a"), "b": article("b", copy_of="a")}
    same = one(claim("c1", "a", number(12)), claim("c2", "b", number(12)), articles=articles)
    changed = one(claim("c1", "a", number(12)), claim("c2", "b", number(14)), articles=articles)
    assert (same.verdict, changed.verdict) == ("single", "conflict")


def test_one_agency_is_one_origin() -> None:
    articles = {name: article(name, origin="AFP") for name in "ab"}
    found = one(claim("c1", "a", number(12)), claim("c2", "b", number(12)), articles=articles)
    assert (found.verdict, found.origins) == ("single", 1)


def test_agree_compatible_conflict() -> None:
    twelve, fourteen = claim("c1", "a", number(12)), claim("c2", "b", number(14))
    bound = claim("c3", "c", more_than(10), text="plus de 10 morts")
    assert one(twelve, claim("c2", "b", number(12))).verdict == "agree"
    assert one(twelve, bound).verdict == "compatible"
    assert one(twelve, fourteen, bound).verdict == "conflict"


def test_why_names_values_and_articles() -> None:
    found = one(
        claim("c1", "a", number(3), text="trois accords"),
        claim("c2", "b", number(2, "Infinity", vague=True), text="plusieurs accords"),
    )
    assert found.why == (
        "« plusieurs accords » (b) admet « trois accords » (a) : la différence est de précision."
    )


def test_bound_is_told() -> None:
    found = one(
        claim("c1", "a", more_than(65), text="plus de 65 ans"),
        claim("c2", "b", number(65), text="65 ans"),
    )
    assert found.verdict == "compatible"
    assert found.why.startswith("Affaire de borne : « plus de 65 ans » (a)")


@pytest.mark.parametrize(
    ("head", "values", "verdict"),
    [
        ("mort", (14, 17, 19), "updated"),
        ("mort", (19, 17, 14), "conflict"),
        ("disparu", (7, 4, 4), "updated"),
        ("disparu", (7, 4, 7), "conflict"),
        ("accord", (3, 4, 5), "conflict"),
        ("enfant", (3, 4, 4), "conflict"),
    ],
)
def test_tolls_follow_the_days(head: str, values: tuple[int, ...], verdict: str) -> None:
    claims = [
        claim(f"c{i}", name, number(n), head=head)
        for i, (name, n) in enumerate(zip("abc", values, strict=True))
    ]
    assert one(*claims, articles=IN_TURN).verdict == verdict


def test_toll_on_one_day_is_no_update() -> None:
    assert one(claim("c1", "a", number(14)), claim("c2", "b", number(17))).verdict == "conflict"


@pytest.mark.parametrize(
    ("head", "low", "high", "verdict"),
    [
        ("mort", more_than(10, strict=False), more_than(14, strict=False), "compatible"),
        ("soldat", more_than(200), more_than(500), "compatible"),
        ("accord", more_than(10), more_than(14), "conflict"),
        ("mort", number(10), number(14), "conflict"),
    ],
)
def test_bounds_of_what_is_under_way(head: str, low: Value, high: Value, verdict: str) -> None:
    """« au moins 10 morts », « au moins 14 morts » are true one after the other."""
    assert (
        one(claim("c1", "a", low, head=head), claim("c2", "b", high, head=head)).verdict == verdict
    )


def test_toll_with_speakers_is_updated_when_days_explain_it() -> None:
    claims = (
        claim("c1", "a", number(14), speaker="secours"),
        claim("c2", "b", number(17), speaker="ministère"),
    )
    assert one(*claims, articles=IN_TURN).verdict == "updated"
    assert one(*claims).verdict == "disputed"


def test_provisional_then_final() -> None:
    first = claim(
        "c1", "a", number("38.9"), kind="percentage", head="voix", scope=frozenset({"provisoire"})
    )
    last = claim(
        "c2", "b", number("38.4"), kind="percentage", head="voix", scope=frozenset({"définitif"})
    )
    error = claim("c3", "c", number("43.9"), kind="percentage", head="voix")
    assert one(first, last, articles=IN_TURN).verdict == "updated"
    assert one(first, last, error, articles=IN_TURN).verdict == "conflict"


def test_disputed() -> None:
    police = claim("c1", "a", number(1800), head="manifestant", speaker="la police")
    union = claim("c2", "b", number(5000), head="manifestant", speaker="les organisateurs")
    nobody = claim("c3", "c", number(5000), head="manifestant")
    found = one(police, union)
    assert (found.verdict, found.witnesses) == ("disputed", ("c1", "c2"))
    assert "selon la police" in found.why
    assert one(police, nobody).verdict == "conflict"


def test_one_speaker_who_says_two_things_is_a_conflict() -> None:
    claims = (
        claim("c1", "a", number(2), speaker="la direction"),
        claim("c2", "b", number(3), speaker="direction"),
    )
    assert one(*claims).verdict == "conflict"


def test_source_against_a_speaker() -> None:
    told = claim("c1", "a", number(6812), head="sinistré", speaker="le gouvernement")
    quoted = claim("c2", "b", number(6812), head="sinistré", speaker="le gouvernement")
    own = claim("c3", "b", number(11000), head="sinistré")
    assert one(told, quoted, own).verdict == "disputed"


def test_denied() -> None:
    told = claim("c1", "a", number(35))
    denied = claim("c2", "b", number(35), polarity="denied", speaker="la ministre")
    other = claim("c3", "c", number(19))
    assert one(told, denied).verdict == "disputed"
    assert one(other, denied).verdict == "compatible"


def test_negation_that_nobody_speaks_is_no_denial() -> None:
    told = claim("c1", "a", number(2), head="pont")
    negated = claim("c2", "b", number(2), head="pont", polarity="denied")
    other = claim("c3", "b", number(3), head="pont", polarity="denied")
    assert one(told, negated).verdict == "agree"
    assert one(told, other).verdict == "compatible"


def test_what_may_be_is_left_out() -> None:
    found = one(claim("c1", "a", number(19)), claim("c2", "b", number(25), polarity="hypothetical"))
    assert found.verdict == "compatible"
    assert "laissé de côté" in found.why


def test_office_changed() -> None:
    later = {"a": article("a", date(2024, 1, 1)), "b": article("b", date(2025, 1, 1))}
    claims = (
        claim("c1", "a", Role("A. B.", "colonel")),
        claim("c2", "b", Role("A. B.", "général de brigade")),
    )
    assert one(*claims, articles=later).verdict == "updated"
    assert one(*claims).verdict == "conflict"


def test_acronym_conflict_names_both() -> None:
    found = one(
        claim("c1", "a", Name("Alliance des États", "AES", "alli etat"), text="Alliance des États"),
        claim("c2", "b", Name("Confédération des États", "AES", "conf etat"), text="Confédération"),
    )
    assert (found.verdict, found.severity) == ("conflict", "high")
    assert found.why == "AES : « Alliance des États » (a) ≠ « Confédération » (b)."


def test_weekday_is_told() -> None:
    found = one(
        claim("c1", "a", day("2025-03-14", 4), text="vendredi 14 mars"),
        claim("c2", "b", day("2025-03-14", 5), text="samedi 14 mars"),
    )
    assert found.verdict == "conflict"
    assert "« samedi 14 mars » (b) : le 14 mars 2025 est un vendredi" in found.why


def test_a_wrong_weekday_is_at_odds_with_its_day_alone() -> None:
    wrong = claim("c1", "a", day("2025-03-14", 5), text="samedi 14 mars")
    assert one(wrong, claim("c2", "b", day("2025-03-14"))).verdict == "conflict"
    assert one(wrong, claim("c2", "b", day("2025-03-13/2025-03-14"))).verdict == "conflict"
    assert one(wrong, claim("c2", "b", day("2025-03"))).verdict == "compatible"


def test_a_wrong_weekday_of_an_undated_article() -> None:
    """« jeudi 7 novembre » where nothing tells the year, and the 7th is a Friday elsewhere."""
    masked = Period("XXXX-11-07", weekday=3)
    found = one(
        claim("c1", "a", day("2025-11-07", 4), text="vendredi 7 novembre 2025"),
        claim("c2", "b", masked, text="jeudi 7 novembre"),
    )
    assert found.verdict == "conflict"
    assert found.why == (
        "« jeudi 7 novembre » (b) : le 7 novembre 2025 est un vendredi ; les autres sources : "
        "« vendredi 7 novembre 2025 » (a)."
    )
    right = claim("c3", "c", Period("XXXX-11-07", weekday=4), text="vendredi 7 novembre")
    assert one(right, claim("c1", "a", day("2025-11-07", 4))).verdict == "compatible"
    assert one(claim("c2", "b", masked), claim("c4", "d", day("2025-11"))).verdict == "compatible"


def test_a_dispatch_printed_again_is_no_news() -> None:
    days = {"a": 14, "b": 15, "z": 17}
    articles = {n: article(n, date(2025, 3, d)) for n, d in days.items()}
    articles["z"] = article("z", date(2025, 3, 17), copy_of="a")
    told = [claim(i, a, number(n)) for i, a, n in (("c1", "a", 14), ("c2", "b", 17))]
    assert one(*told, articles=articles).verdict == "updated"
    assert one(*told, claim("c3", "z", number(14)), articles=articles).verdict == "updated"


def test_values_of_other_sorts_never_clash() -> None:
    found = one(
        claim("c1", "a", number(65, unit="an"), kind="duration"), claim("c2", "b", day("1960"))
    )
    assert found.verdict == "compatible"


def test_order_and_ids() -> None:
    groups = [
        group(claim("c5", "a", number(3)), claim("c6", "b", number(3))),
        group(claim("c7", "a", number(4))),
        group(claim("c9", "a", number(12)), claim("c10", "b", number(14))),
    ]
    found = judge(groups, SAME_DAY)
    assert [f.verdict for f in found] == ["conflict", "agree", "single"]
    assert [f.id for f in found] == ["f1", "f2", "f3"]
    assert [c.id for c in found[0].group.claims] == ["c9", "c10"]
    for shuffled in permutations(groups):
        turned = [group(*reversed(g.claims)) for g in shuffled]
        assert judge(turned, dict(reversed(SAME_DAY.items()))) == found
