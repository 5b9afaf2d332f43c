"""What holds for any text: spans, order, no exception, time in proportion to length."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.expressions import mentions
from crosscheck.expressions.tokens import fold, tokenise
from crosscheck.models import Mention
from crosscheck.values import Interval, Period

PIECES = (
    "un une deux neuf dix cent mille million millions milliards de d' du des la le les l'"
    " entre et à ou sur plus moins au environ près dizaine centaines tiers quart moitié demi"
    " heures h ans mois jours siècle % pour euros francs CFA $ € km m ² °C 5 10 000 1 30 2024"
    " 31 mars juin lundi mardi hier dernier prochain il y a dans avant nuit veille lendemain"
    " suivante année fin mi - – / : , . ( ) ' « virgule point e er XXIe premier trimestre"
    " printemps été Noël années 90 + seul quelques 07 12,5 1.200 soir matin semaine week-end"
    " jusqu'à depuis après minuit midi début M€ kWh ème mil -27 49.3 n° article mon fois"
    " double plusieurs dont degrés magnitude"
)
WORDS = PIECES.split()
GAPS = (" ", " ", "", "\u202f", "\u00a0", "-", "\n", "\n\n")
LETTERS = "aàâbcçdeéèêëfghiîïjlmnoôœpqrstuùûvxyz AEÉÀÇ \n\u00a0\u202f'’-–—«».,;:!?()%€$°²³/+"
DIGITS = "0123456789 .,'’-–/:\u202f\u00a0hHe%€ème+()n°kmM²\n"
PUBLISHED = st.none() | st.dates()


def hold(text: str, found: tuple[Mention, ...]) -> None:
    """Mentions stand within the text, in order, apart, and their values are whole."""
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
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


@given(st.text(LETTERS) | st.text(DIGITS) | st.text(LETTERS + DIGITS), PUBLISHED)
@settings(deadline=None, max_examples=400)
def test_any_french_letters_and_figures(text: str, published: date | None) -> None:
    hold(text, mentions(text, published))


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=14), PUBLISHED)
@settings(deadline=None, max_examples=600)
def test_any_row_of_number_words(row: list[tuple[str, str]], published: date | None) -> None:
    text = "".join(word + gap for word, gap in row)
    hold(text, mentions(text, published))


@given(st.lists(st.sampled_from(WORDS), max_size=12), PUBLISHED)
@settings(deadline=None, max_examples=200)
def test_a_headline_without_a_value_changes_places_alone(
    row: list[str], published: date | None
) -> None:
    text = " ".join(row)
    short, long = "Le pont", "Le pont de la vallée est rouvert"
    one, other = (mentions(f"{headline}\n\n{text}", published) for headline in (short, long))
    away = len(long) - len(short)
    assert [(m.kind, m.start + away, m.end + away, m.value) for m in one] == [
        (m.kind, m.start, m.end, m.value) for m in other
    ]


HEAVY = {
    "figures": "1",
    "groups of three": "100 ",
    "thousands": "1 000 ",
    "dotted groups": "1.000.",
    "dots": "1.",
    "commas": ",",
    "commas and figures": "1,",
    "hyphens": "1-",
    "slashes": "12/",
    "colons": "12:",
    "number words": "quatre ",
    "hyphened words": "quatre-vingt-",
    "hundreds": "cent mille ",
    "scales": "12 milliards ",
    "bare sums": "un million ",
    "scales of": "un million de ",
    "rough": "des dizaines de ",
    "brackets": "dix (dix (10 ",
    "addresses": "a.",
    "letters": "e",
    "accents": "e\u0301",
    "weekdays": "mardi à ",
    "days": "du 1 au 2 ",
    "days of a month": "1, 2 et 3 juin ",
    "chains": "9 et ",
    "hours": "5 h 30 ",
    "anchors": "la veille le lendemain ",
    "hedges": "plus de ",
    "hedges after": "12 morts au moins ",
    "ranges": "entre 1 et ",
    "changes": "passe de 1 à ",
    "shares": "un sur ",
    "money": "5 francs ",
    "telephones": "01 42 ",
    "ages": "un homme de 12 ans ",
    "quotes": "« ",
    "elisions": "l'",
    "lines": "\n",
    "blanks": " ",
}
FIRST = 2_000
LEAST = 0.02
"""Seconds that a reading must take for its time to say something."""
LONGEST = 400_000
"""Characters: what takes less than `LEAST` at this length is quick in any case."""


def taken(text: str) -> float:
    """Seconds of the processor that a reading takes."""
    start = process_time()
    mentions(text, date(2025, 6, 25))
    return process_time() - start


@pytest.mark.parametrize("name", HEAVY)
def test_time_is_in_proportion_to_length(name: str) -> None:
    """Four times the text takes about four times as long; what is squared would take sixteen."""
    unit, length = HEAVY[name], FIRST
    mentions(unit * 100)
    while taken(unit * (length // len(unit))) < LEAST and length < LONGEST:
        length *= 2
    short, long = (unit * (times * length // len(unit)) for times in (1, 4))
    # Another process may have slowed one of the readings: one good trial of three will do.
    assert any(taken(long) < 8 * max(taken(short), LEAST / 2) for _ in range(3))


def test_tokens_cover_every_word() -> None:
    tokens = tokenise("L’an 2024, aujourd’hui")
    assert tokens.words == ("l'", "an", "2024", ",", "aujourd'", "hui")
