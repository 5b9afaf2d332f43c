"""What speaks for one question in two claims, by their columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.archive.blocking import Limits, steps
from crosscheck.archive.idents import BITS
from crosscheck.archive.scoring import alike
from crosscheck.archive.slots import COLUMNS, LANES, WORDED, bit_of, signature

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (extra « store »)")

ENOUGH = Limits().enough

PLAIN = {"kind": 1, "unit": 5, "head": 6, "value": 7, "telling": 0, "action": 8}
ROLE = {"kind": 5, "unit": 0, "head": 9, "value": 7, "telling": 0, "action": 0}
OFFICE = ROLE | {"value": 0}


def scored(one: dict[str, int], other: dict[str, int], words: tuple[str, str] = ("", "")) -> int:
    """The points of one pair of claims, whose articles are neighbours."""
    rows = " UNION ALL ".join(
        f"SELECT {n} AS claim, {n} AS article, {_columns(row)}, '{wording}' AS wording"
        for n, (row, wording) in enumerate(zip((one, other), words, strict=True))
    )
    connection = duckdb.connect(":memory:scored")
    connection.execute(
        "CREATE OR REPLACE TABLE neighbours AS SELECT 0 AS one, 1 AS other, 40 AS bits"
    )
    connection.execute(f"CREATE OR REPLACE TABLE claims AS {rows}")
    for each in steps(Limits()):
        if each.name in ("sides", "pairs", "decided"):
            connection.execute(f"CREATE OR REPLACE VIEW {each.name} AS {each.query}")
    ((points,),) = connection.execute("SELECT points FROM pairs").fetchall()
    found = connection.execute("SELECT wording, others FROM decided WHERE worded").fetchnumpy()
    return int(points) + 2 * int(alike(found["wording"], found["others"]).sum())


def _columns(row: dict[str, int]) -> str:
    return ", ".join(f"CAST({row.get(name, 0)} AS BIGINT) AS {name}" for name in COLUMNS)


@pytest.mark.parametrize(
    ("one", "other", "words", "expected"),
    [
        pytest.param(PLAIN, PLAIN, ("", ""), 5, id="value, unit, head, action"),
        pytest.param(PLAIN, PLAIN | {"value": 99}, ("", ""), 3, id="another value of one question"),
        pytest.param(
            PLAIN | {"telling": 1}, PLAIN | {"telling": 1}, ("", ""), 7, id="a particular value"
        ),
        pytest.param(
            {"kind": 1, "unit": 5}, {"kind": 1, "unit": 6}, ("", ""), 0, id="nothing in common"
        ),
        pytest.param({"kind": 1}, {"kind": 1}, ("", ""), 0, id="what is not told is not shared"),
        pytest.param(OFFICE, OFFICE, ("asimi goita", "asimi goita"), 3, id="one person"),
        pytest.param(OFFICE, OFFICE, ("asimi goita", "vladimir putin"), 1, id="another person"),
        pytest.param(
            ROLE | {"value": 1, "head": 2}, ROLE, ("asimi goita", "asimi goita"), 0,
            id="words are compared only where columns leave it open",
        ),
        pytest.param(
            ROLE, ROLE, ("asimi goita", "asimi goita"), 3,
            id="words are not compared where columns are enough",
        ),
    ],
)  # fmt: skip
def test_points(
    one: dict[str, int], other: dict[str, int], words: tuple[str, str], expected: int
) -> None:
    assert scored(one, other, words) == expected


def test_words_in_common_count_beyond_what_chance_gives() -> None:
    words = ["epidemie", "choler", "provin", "zone", "sante", "gouver"]
    row = dict(zip(COLUMNS[-4:], signature(words), strict=True))
    assert scored({"kind": 1} | row, {"kind": 1} | row) >= ENOUGH


def test_a_signature_may_be_full() -> None:
    """Counts of bits are small numbers, whose sum and product are not."""
    full = dict.fromkeys(COLUMNS[-LANES:], (1 << BITS) - 1)
    assert scored({"kind": 1} | full, {"kind": 1} | full) == 1


def test_what_the_steps_say_in_figures() -> None:
    """« 252 » and « kinds from 5 » in `blocking.sql`."""
    assert (LANES * BITS, min(WORDED), ENOUGH) == (252, 5, 3)


WORDS = st.frozensets(st.text("abcdefgh", min_size=1, max_size=4), max_size=12)


@given(WORDS, WORDS)
def test_two_claims_that_share_a_word_share_a_bit(
    one: frozenset[str], other: frozenset[str]
) -> None:
    """So nothing that matching would propose by a word is held to share none."""
    lanes = zip(signature(one), signature(other), strict=True)
    shared = sum((mine & theirs).bit_count() for mine, theirs in lanes)
    assert shared >= len({bit_of(word) for word in one & other})


SLOT = st.integers(0, 3)


@given(st.lists(st.tuples(SLOT, SLOT, SLOT, SLOT, SLOT), min_size=2, max_size=2))
def test_points_are_the_same_from_either_side(rows: list[tuple[int, ...]]) -> None:
    names = ("unit", "head", "value", "telling", "lane0")
    one, other = ({"kind": 1} | dict(zip(names, row, strict=True)) for row in rows)
    assert scored(one, other) == scored(other, one)
