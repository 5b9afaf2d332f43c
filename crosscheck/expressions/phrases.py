"""Groups of words, found at a place of a text whatever their elisions, plurals and accents.

>>> Phrases({"mètre cube": "m³"}).starts_at(tokenise("dix mètres cubes"), 1)
(3, 'm³')
"""

from collections.abc import Mapping
from typing import Generic, TypeVar

from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.expressions.words import bare, plain

__all__ = ["Phrases", "bare", "plain"]

T = TypeVar("T")


class Phrases(Generic[T]):
    """Groups of words and what each means; holds them by first and by last word, to be quick."""

    def __init__(self, entries: Mapping[str, T], *, exact: bool = False) -> None:
        self.exact = exact
        self._spelled: set[str] = set()
        self._first: dict[str, list[tuple[list[str], int, T]]] = {}
        self._last: dict[str, list[tuple[list[str], int, T]]] = {}
        for phrase in sorted(entries, key=lambda p: (-len(p.split()), -len(p), p)):
            tokens = tokenise(phrase)
            self._spelled.add(tokens.words[0])
            size = len(tokens.words)
            key = self._keys(tokens)[:size]
            self._first.setdefault(key[0], []).append((key[1:], size, entries[phrase]))
            self._last.setdefault(key[-1], []).append((key[:-1], size, entries[phrase]))
        for rows in (*self._first.values(), *self._last.values()):
            rows.sort(key=lambda row: -row[1])

    def _keys(self, tokens: Tokens) -> list[str]:
        return tokens.raws if self.exact else tokens.plains

    def first_words(self) -> frozenset[str]:
        """The words, as printed in a text, that may begin a group."""
        return frozenset(self._spelled | set(self._first) | {bare(w) for w in self._spelled})

    def starts_at(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """The longest group that begins at token `index`: the token after it, and its meaning."""
        keys = tokens.raws if self.exact else tokens.plains
        rows = self._first.get(keys[index])
        if rows is None:
            return None
        for rest, size, value in rows:
            last = index + size
            if size == 1 or keys[index + 1 : last] == rest:
                return last, value
        return None

    def ends_at(self, tokens: Tokens, end: int, last: str = "") -> tuple[int, T] | None:
        """The longest group whose last token is before `end`: its first token, its meaning.

        `last` is what that last token is to be taken for: « des » for « de ».
        """
        keys = tokens.raws if self.exact else tokens.plains
        rows = self._last.get(last or keys[end - 1])
        if rows is None:
            return None
        for before, size, value in rows:
            start = end - size
            if start >= 0 and (size == 1 or keys[start : end - 1] == before):
                return start, value
        return None
