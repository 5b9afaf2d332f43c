"""Reading is fast enough to run on everything, and no text makes it slow.

Bounds are generous, since machines differ: `benchmarks/expressions.py` measures. That time is in
proportion to length is held, wording by wording, in `test_properties.py` too.
"""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from crosscheck.expressions import mentions

SEEDS = Path(__file__).parent.parent.parent / "seeds"
SLOWEST = 50_000
"""Characters a second of press text that any machine should reach."""
PUBLISHED = date(2025, 6, 25)


def best_time(text: str, rounds: int = 3) -> float:
    """The least time, in seconds, that reading the text took."""
    times = []
    for _ in range(rounds):
        start = process_time()
        mentions(text, PUBLISHED)
        times.append(process_time() - start)
    return min(times)


def test_press_is_read_fast() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    mentions("deux")
    assert sum(map(best_time, texts)) < sum(map(len, texts)) / SLOWEST


@pytest.mark.parametrize(
    "wording",
    [
        "demi ",  # each was read on from anew
        "une bonne petite demi ",
        "5 cent ",  # each asked all the others what money the text is about
        "1cent $1 2024 ",
        "1 franc 5 cents ",
        "47,2 milliards, ",
        "É ",
        "a.b@",
        "(2 ",
        "vers 5 h 30 ",
        "avant Noël ",
        "XXe siècle ",
    ],
)
def test_time_grows_with_the_length_alone(wording: str) -> None:
    text = wording * (8_000 // len(wording))
    assert best_time(text * 4) < 10 * best_time(text) + 0.05


@pytest.mark.parametrize("wording", ["7", ",", " ", "\n", "a", "mot "])
def test_long_text_without_a_value(wording: str) -> None:
    text = wording * (1_000_000 // len(wording))
    assert best_time(text, rounds=1) < 20
