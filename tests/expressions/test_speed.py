"""Reading takes time in proportion to the length of the text, and not much of it.

Bounds are generous, since machines differ: `benchmarks/expressions.py` measures.
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
        "7",
        "7 ",
        ",",
        " ",
        "\n",
        "a",
        "É ",
        "a.b@",
        "www.",
        "l'",
        "plus de ",
        "1 000 ",
        "1,5 million ",
        "un million de ",
        "vingt et ",
        "quatre-vingt-",
        "virgule zéro ",
        "du 1 au 2 ",
        "entre 1 et ",
        "un sur ",
        "une ",
        "(2 ",
        "47,2 milliards, ",
        "1 franc ",
        "1 heure et ",
        "34 ans, ",
        "01 42 ",
        "le lendemain ",
        "lundi à mardi ",
        "le 1, 2 et ",
        "en 2024 à ",
        "vers 5 h 30 ",
        "il y a ",
        "avant Noël ",
        "XXe ",
    ],
)
def test_time_grows_with_the_length_alone(wording: str) -> None:
    text = wording * (10_000 // len(wording))
    short, long = best_time(text), best_time(text * 4)
    assert long < 10 * short + 0.05


@pytest.mark.parametrize("wording", ["7", ",", " ", "\n", "a", "mot "])
def test_long_text_without_a_value(wording: str) -> None:
    text = wording * (1_000_000 // len(wording))
    assert best_time(text, rounds=1) < 20
