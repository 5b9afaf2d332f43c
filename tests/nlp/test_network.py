"""What stands in for the pipeline: vectors of words, links between them, garbage looked for late.

That the annotations are those of the model as shipped is for `test_same.py`.
"""

import gc
from pathlib import Path

import numpy as np
import pytest

from crosscheck.claims.sentences import clean, spans
from crosscheck.nlp import model, parse, parse_all
from crosscheck.nlp.embedding import ASKED, FEATURES
from crosscheck.nlp.garbage import no_garbage
from crosscheck.nlp.readoff import SPACED
from crosscheck.nlp.transitions import (
    BREAK,
    LEFT,
    LOOKED_AT,
    REDUCE,
    RIGHT,
    SHIFT,
    Sentence,
    Words,
)

TEXT = "Trois ministres du Mali ont signé, jeudi 3 mars 2025, « deux » accords."


@pytest.fixture(scope="module")
def asked() -> "np.ndarray[tuple[int, int], np.dtype[np.uint64]]":
    """What is asked of each word of a text."""
    doc = model().nlp.make_doc(TEXT)
    return np.asarray(doc.to_array(ASKED))


@pytest.mark.parametrize("together", [1, 2, 3, 5, 100])
def test_a_vector_does_not_hang_on_what_is_embedded_beside(
    asked: "np.ndarray[tuple[int, int], np.dtype[np.uint64]]", together: int
) -> None:
    """So that what was read before changes no bit of what is read."""
    quick = model().quick
    assert quick is not None
    embedded = quick.network.embedding._embedded
    parts = [embedded(asked[i : i + together]) for i in range(0, len(asked), together)]
    assert np.array_equal(np.concatenate(parts), embedded(asked))


def test_vectors_are_kept_while_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond, all are forgotten and made anew, the same."""
    quick = model().quick
    assert quick is not None
    first = [(t.text, t.dep_) for t in parse([TEXT])[0]]
    monkeypatch.setattr("crosscheck.nlp.embedding.MOST", 3)
    monkeypatch.setattr("crosscheck.nlp.readoff.MOST", 3)
    for _ in range(3):
        assert [(t.text, t.dep_) for t in parse([TEXT])[0]] == first
    assert len(quick.network.embedding.seen) <= len(TEXT.split()) + 4


def test_an_article_is_parsed_alike_after_others(clusters: Path) -> None:
    """What was learnt on the way is no part of a parse."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(clusters.glob("*/*.txt"))[:6]]
    articles = [[clean(text[low:high]) for low, high in spans(text, 0)] for text in texts]

    def told(sentences: list[str]) -> list[tuple[object, ...]]:
        return [(t.text, t.lemma_, t.pos_, t.dep_, t.head.i) for d in parse(sentences) for t in d]

    forward = [told(sentences) for sentences in articles]
    assert [told(sentences) for sentences in reversed(articles)][::-1] == forward


def test_an_article_is_parsed_alike_with_others(clusters: Path) -> None:
    """No bit of its vectors hangs on what goes through the layers and the parser beside it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(clusters.glob("*/*.txt"))[:5]]
    articles = [[clean(text[low:high]) for low, high in spans(text, 0)] for text in texts]
    told = [[(t.text, t.pos_, t.dep_, t.head.i) for d in parse(a) for t in d] for a in articles]
    together = parse_all([[], *articles, [""]])
    assert [[(t.text, t.pos_, t.dep_, t.head.i) for d in a for t in d] for a in together] == [
        [], *told, [],
    ]  # fmt: skip
    quick = model().quick
    assert quick is not None
    words = [[model().nlp.make_doc(text).to_array(ASKED) for text in a] for a in articles]
    alone = [quick.network.read([article])[0] for article in words]
    assert np.array_equal(quick.network.read(words)[0], np.concatenate(alone))


def test_where_a_space_is_told() -> None:
    """The place that the reader takes from what the network is asked."""
    assert ["ORTH", *FEATURES][SPACED] == "SPACY"


@pytest.mark.parametrize(
    ("steps", "heads"),
    [
        # « Il pleut . »: once no word waits, those that were begun with are done with.
        ([(SHIFT, ""), (LEFT, "nsubj"), (SHIFT, ""), (RIGHT, "punct")], [2, 0, 2]),
        # A word that found no head waits again, and another may take it.
        ([(SHIFT, ""), (SHIFT, ""), (REDUCE, ""), (RIGHT, "obj"), (REDUCE, ""), (RIGHT, "obj")],
         [0, 1, 1]),
        # The last head that a word is given counts.
        ([(SHIFT, ""), (RIGHT, "obj"), (LEFT, "nsubj"), (RIGHT, "obj")], [0, 3, 1]),
        # Where a sentence begins inside, all before it is done with first.
        ([(BREAK, "ROOT"), (SHIFT, ""), (REDUCE, ""), (SHIFT, ""), (RIGHT, "obj")], [0, 0, 2]),
    ],
)  # fmt: skip
def test_steps_join_three_words(steps: list[tuple[int, str]], heads: list[int]) -> None:
    words, sentence = Words(3), Sentence(1, 4)
    for i, (move, label) in enumerate(steps):
        seen: list[int] = []
        assert sentence.look(words, seen) >> move & 1, f"step {i} may not be taken"
        assert len(seen) == LOOKED_AT
        assert sentence.take(words, move, label) == (i + 1 < len(steps)), f"step {i}"
    assert words.heads[1:] == heads


def test_garbage_is_looked_for_afterwards() -> None:
    assert gc.isenabled()
    with no_garbage():
        assert not gc.isenabled()
        with no_garbage():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), no_garbage():
        raise ValueError("x")
    assert gc.isenabled()
