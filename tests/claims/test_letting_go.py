"""Sentences of which all was asked are freed at once, and do not wait to be found as garbage."""

import gc

from crosscheck.claims import extract
from crosscheck.models import Article
from crosscheck.nlp import Token
from crosscheck.nlp.garbage import no_garbage

ARTICLE = Article.from_text(
    "Trois accords ont été signés à Moscou le 3 mars 2025, a déclaré le ministre Paul Duval.\n"
    "« Deux blessés ont été soignés », selon la police, qui en comptait quatre la veille.",
    id="a",
)


def words_at_hand() -> int:
    """How many words of parsed sentences are held by anything, garbage or not."""
    return sum(isinstance(thing, Token) for thing in gc.get_objects())


def test_no_word_is_left_of_an_article_that_was_read() -> None:
    assert extract(ARTICLE)  # what other tests asked of other sentences is forgotten too
    with no_garbage():
        before = words_at_hand()
        assert extract(ARTICLE)
        assert words_at_hand() == before
