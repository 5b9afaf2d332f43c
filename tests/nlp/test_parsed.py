"""What is read off a parse is what spaCy would have answered."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crosscheck.claims.sentences import clean, spans
from crosscheck.nlp import model, parse
from crosscheck.nlp.loading import LEARNT, plain
from crosscheck.nlp.parsed import Morph
from crosscheck.nlp.readoff import read_off
from crosscheck.nlp.release import installed

if TYPE_CHECKING:
    from spacy.tokens import Token as SpacyToken

    from crosscheck.nlp import Token

FIELDS = ("Mood", "Number", "Tense", "VerbForm", "NumType", "Nothing")


def told(token: "Token | SpacyToken") -> tuple[object, ...]:
    """All that claims ask of a token."""
    return (
        token.text, token.i, token.idx, token.lemma_, token.pos_, token.dep_, token.whitespace_,
        token.is_punct, token.is_space, token.like_num, token.head.i, token.left_edge.i,
        [other.i for other in token.doc if token.is_ancestor(other)],
        [child.i for child in token.children], [below.i for below in token.subtree],
        [token.morph.get(field, []) for field in FIELDS],
        token.nbor(1).text if token.i + 1 < len(token.doc) else None,
        token.nbor(-1).text if token.i else None,
    )  # fmt: skip


def test_each_token_answers_alike(seeds: Path, clusters: Path) -> None:
    files = [*sorted(seeds.glob("*.txt")), *sorted(clusters.glob("*/*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in files]
    sentences = [clean(text[low:high]) for text in texts for low, high in spans(text, 0)]
    for doc in plain(installed()).nlp.pipe(sentences):
        parsed = read_off(doc)
        assert parsed.text == doc.text and len(parsed) == len(doc)
        assert [told(token) for token in parsed] == [told(token) for token in doc]
        assert [t.i for t in parsed[2:5]] == [t.i for t in doc[2:5]]


def test_no_neighbour_beyond_the_ends() -> None:
    (parsed,) = parse(["Il pleut."])
    for distance in (-1, 3):
        with pytest.raises(IndexError):
            parsed[0].nbor(distance)
    assert repr(parsed[1]) == "pleut" and parsed[1].nbor() is parsed[2]


@pytest.mark.parametrize(
    ("said", "field", "values"),
    [
        ("", "Tense", []),
        ("Tense=Past", "Tense", ["Past"]),
        ("Number=Plur|PronType=Int,Rel", "PronType", ["Int", "Rel"]),
    ],
)
def test_grammar(said: str, field: str, values: list[str]) -> None:
    assert Morph(said).get(field) == values
    assert Morph(said).get("Other", ["x"]) == ["x"]


def test_the_vocabulary_stays_flat() -> None:
    """New words are forgotten with their text, and parsed as ever when they come again."""
    strings = model().nlp.vocab.strings
    unheard = [f"Le {'abcdefghij'[i % 10] * 3}{i:x}isme a {i} membres." for i in range(8000)]
    first = [token.lemma_ for token in parse(unheard[:1])[0]]
    for start in range(0, len(unheard), 1000):
        parse(unheard[start : start + 1000])
    assert len(strings) < LEARNT + 5000
    assert [token.lemma_ for token in parse(unheard[:1])[0]] == first
