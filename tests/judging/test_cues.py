"""Which lists of words a text may hold a word of: never one too few."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.expressions.numbers.numerals import lexicon, read_numeral
from crosscheck.expressions.tokens import tokenise
from crosscheck.judging.cues import LISTS, SPELT, cues_in, met, needed
from crosscheck.judging.figures import number_starts, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import stems
from crosscheck.rules import words

ROOT = Path(__file__).parents[2]
TEXTS = [
    file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests/clusters").glob("*/*.txt"))
]


def entries(name: str) -> list[str]:
    """The words of a list of the rules file, folded."""
    part, _, key = name.strip("*").partition(".")
    found = words("inner")[part][key] if key else words("inner")[part]
    rows = [[row] if isinstance(row, str) else row for row in found]
    return [fold(entry) for row in rows for entry in row]


@pytest.mark.parametrize("name", LISTS)
def test_each_word_of_a_list_is_its_cue(name: str) -> None:
    for entry in entries(name):
        before = ["", "avant ", "d'"] + (["rabat"] if name.startswith("*") else [])
        after = ["", " apres", ", puis"] + (["aient"] if name.endswith("*") else [])
        told = [a + entry.removesuffix("*") + b for a in before for b in after]
        assert all(met(needed(name), cues_in(text)) for text in told), entry


@pytest.mark.parametrize(
    ("cue", "text", "held"),
    [
        ("dont", "12 hommes, dont la moitie", True),
        ("dont", "12 hommes, dontils parlent", False),
        ("lorsqu*", "lorsqu'il", True),
        ("*divis*", "le total, subdivise", True),
        ("*divis*", "le total, partage", False),
        ("dont|sur", "un sur dix", True),
        ("%", "12 %", True),
        ("year", "en 1987", True),
        ("year", "12 300", False),
        ("changes.noun", "en augmentant", True),
        ("repetition.so_far", "depuis le debut", True),
    ],
)
def test_cues(cue: str, text: str, *, held: bool) -> None:
    assert met(needed(cue), cues_in(text)) is held


@given(st.text(max_size=60), st.sampled_from([n for n in LISTS if "." in n and "*" not in n]))
def test_what_a_pattern_finds_has_its_cue(text: str, name: str) -> None:
    part, key = name.split(".")
    if all(isinstance(row, str) for row in words("inner")[part][key]) and re.search(
        stems(part, key), fold(text)
    ):
        assert met(needed(name), cues_in(fold(text)))


def test_each_cue_is_named_once_and_wanted_somewhere() -> None:
    assert len({*LISTS, *SPELT}) == len(LISTS) + len(SPELT)
    wanted = {
        cue
        for path in (ROOT / "crosscheck/judging/inner").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for cue in node.value.split("|")
    }
    ways = {"directions.up", "directions.down"}
    assert {*LISTS, *SPELT} - wanted == ways


def test_the_gaps_of_a_sentence_have_no_other_cues() -> None:
    """« douze € » becomes « douze EUR »: one word more in the gap than in the sentence."""
    for text in [*TEXTS, "Il faut douze€, soit 3 par tête.", "5½ pour cent ; 12€par tête"]:
        for sentence in sentences(text):
            assert cues_in(sentence.folded, *sentence.gaps) & ~sentence.cues == 0


def test_numbers_begin_only_where_they_are_looked_for() -> None:
    lex = lexicon()
    for text in [*TEXTS, "de -12 à −5 °C, dix-neuf (19), le millier, une dizaine, ,5"]:
        tokens = tokenise(text)
        found = {i for i in range(len(tokens.words)) if read_numeral(tokens, i, lex)}
        assert found <= set(number_starts(tokens, lex))
