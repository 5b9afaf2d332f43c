"""Grammars of laid text want a figure and some words: where these are not, none need be tried."""

import gc
import re
import tomllib
from pathlib import Path

import pytest

from crosscheck.judging import check_article
from crosscheck.judging.figures import sentences
from crosscheck.judging.inner.laying import Grammar, Laid, lay
from crosscheck.models import Article

ROOT = Path(__file__).parents[3]
TEXTS = [
    file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests/clusters").glob("*/*.txt"))
]
ROWS = [
    row["text"]
    for path in sorted(Path(__file__).parent.glob("*-*.toml"))
    for rows in tomllib.loads(path.read_text(encoding="utf-8")).values()
    for row in rows
]
"""Of each grammar some have what it wants, and others nearly."""


@pytest.fixture(scope="module")
def grammars() -> list[Grammar]:
    """Those that these texts ask for."""
    check_article(Article.from_text("\n\n".join(TEXTS[:12] + ROWS), id="a"), ())
    made = [held for held in gc.get_objects() if isinstance(held, Grammar)]
    assert len(made) > 50
    return made


def laid_out(text: str) -> list[Laid]:
    """All windows of one to three sentences, be they wanted or not."""
    every = sentences(text)
    return [
        lay(*every[first : first + size])
        for size in (1, 2, 3)
        for first in range(len(every) - size + 1)
    ]


def test_no_grammar_fits_words_without_a_figure(grammars: list[Grammar]) -> None:
    """What `Grammar` takes for granted when it does not even compile."""
    bare = "\n".join(laid.text for text in TEXTS for laid in laid_out(text) if not laid.figures)
    assert len(bare) > 40_000
    assert [grammar.pattern for grammar in grammars if re.search(grammar.pattern, bare)] == []


def test_no_grammar_fits_without_what_it_wants(grammars: list[Grammar]) -> None:
    every = [laid for text in ROWS + TEXTS[:12] for laid in laid_out(text) if laid.figures]
    lost, fitting = [], 0
    for grammar in grammars:
        pattern = re.compile(grammar.pattern)
        fits = [laid for laid in every if pattern.search(laid.text)]
        lost += [(grammar.pattern, laid.text) for laid in fits if not grammar.may_fit(laid)]
        fitting += len(fits)
    assert lost == []
    assert fitting > 500
