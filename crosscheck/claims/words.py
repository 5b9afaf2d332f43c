"""Words of a sentence as French writes them: elisions cut off, compounds whole, with their tags.

The model cuts « russo-malienne » in two and « M. » differently from one sentence to the next; the
grammars of offices and names want words as they are printed.
"""

import re
from dataclasses import dataclass

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.rules import remembered, remembered_lately

_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:[A-Z]\.-?){{2,}}|[ldnjsmtcLDNJSMTC]'(?=\w)|[Qq]u'(?=\w)|{_LETTER}\.(?=\s)"
    rf"|(?:{_LETTER}|'(?=[A-ZÀ-Þ]))+(?:[-']{_LETTER}+)*\.?|\d+|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word; `start` and `end` count from the start of its sentence."""

    text: str
    start: int
    end: int
    pos: str
    lemma: str

    @property
    def fold(self) -> str:
        """Lower case without accents."""
        return fold(self.text)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@remembered
def _dotted() -> frozenset[str]:
    """Words that keep their full stop: « m. », « s.e. »."""
    both = word_set("offices", "offices") | word_set("offices", "honorifics")
    return frozenset(word for word in both if word.endswith("."))


@remembered_lately(64)
def words_of(sentence: Sentence) -> list[Word]:
    """Words and marks of a sentence in order; a compound has the tag of its last part.

    Asked several times of each sentence: the latest are remembered.
    """
    tags = {int(t.idx): t for t in sentence.doc}
    words: list[Word] = []
    for match in _WORD.finditer(sentence.text):
        text, end = match[0], match.end()
        stop = text.endswith(".") and len(text) > 2 and fold(text) not in _dotted()
        text, end = (text[:-1], end - 1) if stop else (text, end)
        token = next((tags[i] for i in range(end - 1, match.start() - 1, -1) if i in tags), None)
        pos, lemma = (str(token.pos_), str(token.lemma_)) if token is not None else ("X", text)
        whole = token is not None and token.idx == match.start()
        words.append(Word(text, match.start(), end, pos, lemma if whole else text.lower()))
        if stop:
            words.append(Word(".", end, end + 1, "PUNCT", "."))
    return words
