"""The pipeline that loads at once gives, token for token, what the model gives as shipped."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.claims.sentences import clean, spans
from crosscheck.nlp import model
from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.loading import plain
from crosscheck.nlp.pattern import FRENCH_SIGNS, factored, french_shared, gathered
from crosscheck.nlp.release import installed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token as SpacyToken

    from crosscheck.nlp import Token

ROOT = Path(__file__).parent.parent.parent
CLUSTERS = ROOT / "tests" / "clusters"
FIELDS = ("Gender", "Mood", "Number", "NumType", "Person", "PronType", "Tense", "VerbForm", "Voice")
HARD = (
    "Aujourd'hui, l'après-midi, quelques-uns s'entr'aident : est-ce possible ? Peut-être, dit-il.",
    "Saut-de-ski, faux-semblants, l’arc-en-ciel ; « 10 000 », 4%, 12 °C, 3,5 millions d’€.",
    "MM. Dupont et N'Diaye (www.exemple.fr, jean@exemple.org) v. 2.0 -- etc. :-) M€ km² §3 n° 12",
    "ÉTATS-UNIS - MALI/TCHAD — RÉACTION… A-t-on vu ? S'EST-IL RENDU ? 1er, XXIe, 18h30, 06/11/2024",
    "zzzq Xkjhgf   deux  espaces\tune tabulation 😀 日本 مرحبا Ω≈ç √∫ 100€ 12€/kg, H5N1, COVID-19.",
    "",
    " ",
    "a",
)


def articles() -> Iterator[str]:
    """Sentences of the seeds and of the labelled stories, as they are fed."""
    for path in sorted([*(ROOT / "seeds").glob("*.txt"), *CLUSTERS.glob("*/*.txt")]):
        text = path.read_text(encoding="utf-8")
        yield from (clean(text[low:high]) for low, high in spans(text, 0))


def texts() -> Iterator[str]:
    """The articles, other French text in whole paragraphs, and a third of all examples of rules."""
    yield from articles()
    yield from (ROOT / "README.fr.md").read_text(encoding="utf-8").split("\n\n")
    for path in sorted((ROOT / "rules" / "fr").glob("*.toml")):
        examples = tomllib.loads(path.read_text(encoding="utf-8")).get("examples", ())
        yield from (str(example) for example in list(examples)[::3])
    yield from HARD


def annotations(tokens: "Iterable[Token | SpacyToken]") -> list[tuple[object, ...]]:
    """All that claims are made from, of each token."""
    return [
        (t.text, t.idx, t.whitespace_, t.lemma_, t.pos_, t.dep_, t.head.i, t.is_punct, t.is_space,
         t.like_num,
         [t.morph.get(field, []) for field in FIELDS])
        for t in tokens
    ]  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> "Language":
    """The model as spaCy loads it, with the library of products that spaCy brings."""
    nlp: Language = spacy_library().load("fr_core_news_md", exclude=["ner"])
    return nlp


def test_each_token_is_the_same() -> None:
    """Over the prepared folder as without it, with one thread of the library of products. With two
    the last bits of the library's own sums change, and one of two labels that are as good as each
    other with them.
    """
    given_texts = list(texts())
    assert sum(len(text.split()) for text in given_texts) > 25_000
    quick, slow = model(), plain(installed())
    assert quick.quick is not None, "the plain pipeline was loaded"
    docs = slow.nlp.pipe(given_texts, batch_size=64)
    for ours, theirs in zip(quick.parse(given_texts), docs, strict=True):
        assert annotations(ours) == annotations(theirs)
        assert [t.pos_ for t in ours] == [t.tag_ for t in theirs], "tags say nothing more"
        starts = [t.i for t in ours if t.head is t]
        assert starts == [sentence.root.i for sentence in theirs.sents], "one root a sentence"


def test_products_by_numpy_change_next_to_nothing(shipped: "Language") -> None:
    """Its sums end in other last bits, so that two labels as good as each other may change places:
    one in 400,000 tokens of documentation, of the press and of these texts.
    """
    sentences = list(articles())
    docs = shipped.pipe(sentences, batch_size=64)
    differing = sum(
        a != b
        for ours, theirs in zip(model().parse(sentences), docs, strict=True)
        for a, b in zip(annotations(ours), annotations(theirs), strict=True)
    )
    assert differing <= 3


PARTS = st.sampled_from(
    ["anti", "Faux", "gréco", "vi", "entr", "r", "La Chapelle", "états", "new", "saint", "de", "la",
     "l", "air", "monde", "-", "-", "‑", "—", "'", "’", "é", "Œ", "ß", "ſ", "İ", "x", "7", "\n"]
)  # fmt: skip


@pytest.fixture(scope="module")
def patterns(shipped: "Language") -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """The pattern of words that stay whole, as shipped and factored."""
    whole: re.Pattern[str] = shipped.tokenizer.token_match.__self__
    return whole, re.compile(factored(whole.pattern, french_shared(), FRENCH_SIGNS))


def test_the_factored_pattern_is_short(patterns: "tuple[re.Pattern[str], re.Pattern[str]]") -> None:
    whole, short = patterns
    assert len(whole.pattern) > 1_000_000
    assert len(short.pattern) < 20_000
    assert short.pattern.startswith("(?iu)(?=[^-"), "every alternative wants a sign"


@given(st.lists(PARTS, max_size=7).map("".join))
def test_the_factored_pattern_matches_the_same(
    patterns: "tuple[re.Pattern[str], re.Pattern[str]]", text: str
) -> None:
    whole, short = patterns
    assert bool(whole.match(text)) == bool(short.match(text))


def test_the_factored_pattern_on_every_prefix(
    patterns: "tuple[re.Pattern[str], re.Pattern[str]]",
) -> None:
    """Each of the 266 alternatives, spelled out with and without what may follow."""
    whole, short = patterns
    heads = re.findall(r"\(\?:\^([^\[\]()?]+)\[", whole.pattern)
    assert len(heads) > 100
    for head in heads:
        for tail in ("-monde", "‑Œuvre-x", "'air", "-", "", "-de-la", "s-7", "\n", "-a\n"):
            word = head + tail
            assert bool(whole.match(word)) == bool(short.match(word)), word


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "no pattern"),
        ("abc", "no alternatives"),
        ("(?iu)(?:^a|b[x]+$)|(?:^c[x]+$)", "« | » outside brackets"),
        ("(?iu)(?:a[x]+$)|(?:^c[x]+$)", "not anchored"),
        ("(?iu)(?:^a[-]?[x]+$)|(?:^c[-][x]+$)", "one can do without the sign"),
        ("(?iu)(?:^a[x]+$)|(?:^c\\[x]+$)", "the end is a sign, not a class"),
    ],
)
def test_what_cannot_be_factored_stays(pattern: str, why: str) -> None:
    made = factored(pattern, [("", "[x]+$")], ["[-]"])
    words = ("", "a", "b", "c", "ax", "bx", "cx", "c[x]", "abc", "c[x", "axx", "a-x", "c-x")
    same = [bool(re.match(pattern, word)) == bool(re.match(made, word)) for word in words]
    assert all(same), why


ENDINGS = st.sampled_from(
    ["mot", "A", "ADN", "12", "°C", "€", "km", "%", "'", "’", "-", "-t-elle", "…", ".", "..", ",",
     "!", "]", "^", "»", "_", "\\", "+", "\n", "é", "!?"]
)  # fmt: skip


@given(st.lists(ENDINGS, max_size=5).map("".join))
def test_the_gathered_pattern_finds_the_same_end(shipped: "Language", text: str) -> None:
    whole: re.Pattern[str] = shipped.tokenizer.suffix_search.__self__
    found, same = whole.search(text), re.search(gathered(whole.pattern), text)
    assert (found and found.span()) == (same and same.span())


def test_the_gathered_pattern_has_one_class_of_all_signs(shipped: "Language") -> None:
    whole: str = shipped.tokenizer.suffix_search.__self__.pattern
    made = gathered(whole)
    assert made.endswith("]$")
    assert made.count("$|") < whole.count("$|") - 60


@pytest.mark.parametrize("pattern", ["", "a$|b$", ",$|a", "(a$|,$", r"\d$|\w$", "^,|^;", "ab$|c"])
def test_what_cannot_be_gathered_stays(pattern: str) -> None:
    assert gathered(pattern) == pattern
