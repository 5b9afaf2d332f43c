"""Words of a sentence as French writes them: elisions cut off, compounds whole, with their tags.

The model cuts « russo-malienne » in two and « M. » differently from one sentence to the next; the
grammars of offices and names want words as they are printed.
"""

import re
from collections.abc import Iterable

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.expressions.numbers.records import record
from crosscheck.rules import remembered

_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:[A-Z]\.-?){{2,}}|[ldnjsmtcLDNJSMTC]'(?=\w)|[Qq]u'(?=\w)|{_LETTER}\.(?=\s)"
    rf"|(?:{_LETTER}|'(?=[A-ZÀ-Þ]))+(?:[-']{_LETTER}+)*\.?|\d+|[^\w\s]"
)
_RUN = re.compile(rf"{_LETTER}+")


@record
class Word:
    """A printed word; `start` and `end` count from the start of its sentence."""

    text: str
    start: int
    end: int
    pos: str
    lemma: str
    fold: str
    """Lower case without accents."""
    capital: bool
    """Whether it begins with a capital."""


@remembered
def _dotted() -> frozenset[str]:
    """Words that keep their full stop: « m. », « s.e. »."""
    both = word_set("offices", "offices") | word_set("offices", "honorifics")
    return frozenset(word for word in both if word.endswith("."))


def telling_pieces(words: Iterable[str]) -> frozenset[str]:
    """Of each folded word the longest run of letters, without which it does not stand anywhere:
    `telling_pieces(["vice-president"])` holds « president ».
    """
    return frozenset(max(_RUN.findall(word), key=len, default=word) for word in words)


@once_a_sentence
def pieces_of(sentence: Sentence) -> frozenset[str]:
    """All runs of letters of a sentence, and all lemmas, folded: where none is of a list, no word
    is, and much sooner told.
    """
    words = {t.folded for t in sentence.doc}
    parts = {run for word in words if not word.isalpha() for run in _RUN.findall(word)}
    return frozenset(words | parts | {t.folded_lemma for t in sentence.doc})


@once_a_sentence
def words_of(sentence: Sentence) -> list[Word]:
    """Words and marks of a sentence in order; a compound has the tag of its last part.

    Asked several times of each sentence: the latest are remembered.
    """
    words: list[Word] = []
    tokens, at = sentence.doc[:], 0
    for match in _WORD.finditer(sentence.text):
        text, (start, end) = match[0], match.span()
        stop = text[-1] == "." and len(text) > 2 and fold(text) not in _dotted()
        text, end = (text[:-1], end - 1) if stop else (text, end)
        while at < len(tokens) and tokens[at].idx < end:
            at += 1
        token = tokens[at - 1] if at and tokens[at - 1].idx >= start else None
        whole = token is not None and token.idx == start
        pos = token.pos_ if token is not None else "X"
        lemma = token.lemma_ if token is not None and whole else text.lower()
        words.append(Word(text, start, end, pos, lemma, fold(text), text[0].isupper()))
        if stop:
            words.append(Word(".", end, end + 1, "PUNCT", ".", ".", False))
    return words
