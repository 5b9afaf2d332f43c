"""Groups of words, found at a place of a text whatever their elisions, plurals and accents.

>>> Phrases({"mètre cube": "m³"}).starts_at(tokenise("dix mètres cubes"), 1)
(3, 'm³')
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from crosscheck.expressions.tokens import Tokens, tokenise

T = TypeVar("T")
SHORTEST = 4
"""Words of fewer letters keep their accents: « dès » is not « des »."""
_ELISIONS = {"d'": "de", "l'": "le", "qu'": "que", "jusqu'": "jusque", "quelqu'": "quelque"}


def bare(word: str) -> str:
    """The word without accents, as capitals often are; short ones keep them: « à », « dès ».

    >>> bare("deuxième")
    'deuxieme'
    """
    if word.isascii() or len(word) < SHORTEST:
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word by which phrases are compared: no elision, no plural « s » or « x », no accents.

    >>> plain("mètres"), plain("d'")
    ('metre', 'de')
    """
    word = bare(_ELISIONS.get(word, word))
    return word[:-1] if len(word) > 2 and word[-1] in "sx" and word != "des" else word


class Phrases(Generic[T]):
    """Groups of words and what each means; holds them by first and by last word, to be quick."""

    def __init__(self, entries: Mapping[str, T], *, exact: bool = False) -> None:
        self.exact = exact
        self._spelled: set[str] = set()
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase in sorted(entries, key=lambda p: (-len(p.split()), -len(p), p)):
            tokens = tokenise(phrase)
            self._spelled.add(tokens.words[0])
            key = tuple(self._key(tokens, i) for i in range(len(tokens.words)))
            self._first.setdefault(key[0], []).append((key, entries[phrase]))
            self._last.setdefault(key[-1], []).append((key, entries[phrase]))
        for rows in (*self._first.values(), *self._last.values()):
            rows.sort(key=lambda row: -len(row[0]))

    def _key(self, tokens: Tokens, index: int) -> str:
        return tokens.raw(index) if self.exact else plain(tokens.word(index))

    def first_words(self) -> frozenset[str]:
        """The words, as printed in a text, that may begin a group."""
        return frozenset(self._spelled | set(self._first) | {bare(w) for w in self._spelled})

    def starts_at(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """The longest group that begins at token `index`: the token after it, and its meaning."""
        for key, value in self._first.get(self._key(tokens, index), ()):
            if all(self._key(tokens, index + k) == part for k, part in enumerate(key)):
                return index + len(key), value
        return None

    def ends_at(self, tokens: Tokens, end: int, last: str = "") -> tuple[int, T] | None:
        """The longest group whose last token is before `end`: its first token, its meaning.

        `last` is what that last token is to be taken for: « des » for « de ».
        """
        last = last or self._key(tokens, end - 1)
        for key, value in self._last.get(last, ()):
            start = end - len(key)
            if start >= 0 and all(
                self._key(tokens, start + k) == part for k, part in enumerate(key[:-1])
            ):
                return start, value
        return None
