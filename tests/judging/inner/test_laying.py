"""Grammars of laid text want a figure: where there is none, they need not be tried."""

import gc
import re
from pathlib import Path

from crosscheck.judging import check_article
from crosscheck.judging.inner.laying import Grammar, windows
from crosscheck.models import Article

ROOT = Path(__file__).parents[3]
TEXTS = [
    file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests/clusters").glob("*/*.txt"))
]


def test_no_grammar_fits_words_without_a_figure() -> None:
    """What `Grammar` takes for granted when it does not even compile."""
    check_article(Article.from_text("\n\n".join(TEXTS[:12]), id="a"), ())
    made = [held for held in gc.get_objects() if isinstance(held, Grammar)]
    assert len(made) > 50
    bare = "\n".join(laid.text for text in TEXTS for laid in windows(text, 2) if not laid.figures)
    assert len(bare) > 40_000
    assert [grammar.pattern for grammar in made if re.search(grammar.pattern, bare)] == []
