"""Signs that are looked for first: a sentence without them would have told nothing."""

import tomllib
from pathlib import Path

import pytest

from crosscheck.claims.polarity import by_cues, marked
from crosscheck.claims.sentences import Sentence, parsed, sentence_spans
from crosscheck.claims.speakers import named_by_cues, told_by_somebody
from crosscheck.models import Article

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def sentences(clusters: Path) -> list[Sentence]:
    """Those of labelled stories, and the examples of the words by which all this is told."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(clusters.glob("*/*.txt"))[::2]]
    for name in ("cues", "derived", "worth", "offices"):
        rules = tomllib.loads((ROOT / "rules" / "fr" / f"{name}.toml").read_text(encoding="utf-8"))
        texts.append("\n".join(map(str, rules["examples"])))
    articles = [Article.from_text(text, id="a") for text in texts]
    return [s for article in articles for s in parsed(article, sentence_spans(article))]


def test_what_has_no_mark_is_asserted(sentences: list[Sentence]) -> None:
    plain = [sentence for sentence in sentences if not marked(sentence)]
    assert len(sentences) / 4 < len(plain) < len(sentences)
    for sentence in plain:
        for token in sentence.doc:
            for counted in (True, False):
                assert by_cues(sentence, token, token.idx, counted=counted) == "asserted"


def test_what_has_no_sign_is_nobody_s(sentences: list[Sentence]) -> None:
    silent = [sentence for sentence in sentences if not told_by_somebody(sentence)]
    assert len(sentences) / 4 < len(silent) < len(sentences)
    for sentence in silent:
        for token in sentence.doc:
            assert named_by_cues(sentence, token, token.idx, token.idx + len(token.text)) is None
