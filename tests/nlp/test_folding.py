"""Words as they are compared: folded at the speed of a copy, as character by character."""

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.nlp.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’État", "l'etat"),
        ("Général d’Armée", "general d'armee"),
        ("«\u00a012\u202f000 €\u00a0»", "<< 12 000 eur >>"),
        ("cœur, ½, №\u00a05 … 12\u2009m²", "coeur, 1/2, no 5 ... 12 m2"),
        ("Straße Καλημέρα", "strasse kalimera"),
        ("un\nautre\tmot ", "un autre mot"),
        ("\ud800é\udfff’", "e'"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_fold_is_that_of_each_character(text: str) -> None:
    each = "".join(anyascii("'" if c == "’" else c) for c in text)
    assert fold(text) == " ".join(each.casefold().split())
