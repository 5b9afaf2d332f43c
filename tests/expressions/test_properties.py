"""What holds for any text: spans, order, no exception, numbers that come back, time."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.expressions import mentions
from crosscheck.expressions.tokens import fold, tokenise
from crosscheck.models import Mention
from crosscheck.values import Interval, Period

WORDS = [
    "un",
    "une",
    "deux",
    "neuf",
    "dix",
    "cent",
    "mille",
    "million",
    "millions",
    "milliards",
    "de",
    "d'",
    "du",
    "des",
    "la",
    "le",
    "les",
    "l'",
    "entre",
    "et",
    "à",
    "ou",
    "sur",
    "plus",
    "moins",
    "au",
    "environ",
    "près",
    "dizaine",
    "centaines",
    "tiers",
    "quart",
    "moitié",
    "demi",
    "heures",
    "h",
    "ans",
    "mois",
    "jours",
    "siècle",
    "%",
    "pour",
    "euros",
    "francs",
    "CFA",
    "$",
    "€",
    "km",
    "m",
    "²",
    "°C",
    "5",
    "10",
    "000",
    "1",
    "30",
    "2024",
    "31",
    "mars",
    "juin",
    "lundi",
    "mardi",
    "hier",
    "dernier",
    "prochain",
    "il",
    "y",
    "a",
    "dans",
    "avant",
    "nuit",
    "veille",
    "lendemain",
    "suivante",
    "année",
    "fin",
    "mi",
    "-",
    "–",
    "/",
    ":",
    ",",
    ".",
    "(",
    ")",
    "'",
    "«",
    "virgule",
    "point",
    "e",
    "er",
    "XXIe",
    "premier",
    "trimestre",
    "printemps",
    "été",
    "Noël",
    "années",
    "90",
    "+",
    "seul",
    "quelques",
    "07",
    "12,5",
    "1.200",
]
GAPS = [" ", " ", "", "\u202f", "-", "\n", "\n\n"]
PUBLISHED = st.none() | st.dates()


def hold(text: str, found: tuple[Mention, ...]) -> None:
    """Mentions stand within the text, in order, apart, and their values are whole."""
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        first, end = mention.number
        assert (first, end) == (0, 0) or mention.start <= first < end <= mention.end
        value = mention.value
        if isinstance(value, Interval):
            assert value.low <= value.high
            assert value.grain > 0
        else:
            assert isinstance(value, Period)
            assert (value.first is None) == (value.last is None)
            assert value.first is None or value.last is None or value.first <= value.last
        value.to_dict()


@given(st.text(), PUBLISHED)
@settings(deadline=None, max_examples=150)
def test_any_text(text: str, published: date | None) -> None:
    assert len(fold(text)) == len(text)
    hold(text, mentions(text, published))


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=14), PUBLISHED)
@settings(deadline=None, max_examples=400)
def test_any_row_of_number_words(row: list[tuple[str, str]], published: date | None) -> None:
    text = "".join(word + gap for word, gap in row)
    hold(text, mentions(text, published))


@given(
    st.integers(0, 10**12 - 1), st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", "’", "'"])
)
@settings(deadline=None)
def test_a_grouped_number_comes_back(number: int, mark: str) -> None:
    text = f"{number:,}".replace(",", mark) + " morts"
    (mention,) = mentions(text)
    assert isinstance(mention.value, Interval)
    assert mention.value.low == mention.value.high == number
    assert text[mention.start : mention.end] == text[: -len(" morts")]


UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def spelled(number: int, *, last: bool = True) -> str:
    """A number below a million in words, as in France."""
    if number < 20:
        return UNITS[number]
    if number < 80:
        ten, rest = (6, number - 60) if number >= 60 else divmod(number, 10)
        link = " et " if rest in (1, 11) else "-"
        return TENS[ten] + (link + UNITS[rest] if rest else "")
    if number < 100:
        return "quatre-vingt" + (f"-{UNITS[number - 80]}" if number > 80 else "s" if last else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{UNITS[hundreds]} cent"
        plural = "s" if hundreds > 1 and not rest and last else ""
        return head + (f" {spelled(rest, last=last)}" if rest else plural)
    thousands, rest = divmod(number, 1000)
    head = "mille" if thousands == 1 else f"{spelled(thousands, last=False)} mille"
    return head + (f" {spelled(rest)}" if rest else "")


@given(st.integers(2, 999_999))
@settings(deadline=None)
def test_a_spelled_number_comes_back(number: int) -> None:
    (mention,) = mentions(f"{spelled(number)} personnes")
    assert isinstance(mention.value, Interval)
    assert mention.value.low == mention.value.high == number


HEAVY = {
    "figures": "1" * 40_000,
    "groups": "100 " * 20_000,
    "dots": "1." * 20_000,
    "hyphens": "1-" * 20_000,
    "words": "quatre " * 15_000,
    "scales": "12 milliards " * 5_000,
    "bare sums": "un million " * 5_000,
    "brackets": "dix (dix (10 " * 5_000,
    "addresses": "a." * 40_000,
    "days": "mardi à " * 8_000,
    "chains": "9 et " * 8_000,
    "hours": "5 h 30 " * 5_000,
    "anchors": "la veille le lendemain " * 4_000,
    "hedges": "plus de " * 20_000,
    "accents": "e" + "\u0301" * 40_000,
    "lines": "\n" * 80_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_time_is_in_proportion_to_length(name: str) -> None:
    """Ten times the text takes about ten times as long; what is squared would take a hundred."""
    text = HEAVY[name]
    short = text[: len(text) // 10]
    mentions(short)
    start = process_time()
    mentions(short)
    between = process_time()
    mentions(text)
    assert process_time() - between < 40 * (between - start) + 0.5


def test_tokens_cover_every_word() -> None:
    tokens = tokenise("L’an 2024, aujourd’hui")
    assert tokens.words == ("l'", "an", "2024", ",", "aujourd'", "hui")
