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
    """Groups of words and what each means.

    They are held by their first two words, and by their last two, so that one look at the words
    of a place tells, nearly always, that no group stands there.
    """

    def __init__(self, entries: Mapping[str, T], *, exact: bool = False) -> None:
        self.exact = exact
        self._spelled: set[str] = set()
        self._first: dict[str, _Near[T]] = {}
        self._last: dict[str, _Near[T]] = {}
        for phrase in sorted(entries, key=lambda p: (-len(p.split()), -len(p), p)):
            tokens = tokenise(phrase)
            self._spelled.add(tokens.words[0])
            size = len(tokens.words)
            key = (tokens.raws if exact else tokens.plains)[:size]
            self._first.setdefault(key[0], _Near()).add(key[1:], key[1:2], entries[phrase])
            self._last.setdefault(key[-1], _Near()).add(key[:-1], key[-2:-1], entries[phrase])
        self.firsts = frozenset(self._first)
        """The first word of each group, as groups are compared by."""

    def first_words(self) -> frozenset[str]:
        """The words, as printed in a text, that may begin a group."""
        return frozenset(self._spelled | set(self._first) | {bare(w) for w in self._spelled})

    def starts_at(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """The longest group that begins at token `index`: the token after it, and its meaning."""
        keys = tokens.raws if self.exact else tokens.plains
        near = self._first.get(keys[index])
        if near is None:
            return None
        start = index + 1
        for rest, value in near.rows.get(keys[start], ()):
            last = start + len(rest)
            if keys[start:last] == rest:
                return last, value
        return (start, near.alone[0]) if near.alone else None

    def ends_at(self, tokens: Tokens, end: int, last: str = "") -> tuple[int, T] | None:
        """The longest group whose last token is before `end`: its first token, its meaning.

        `last` is what that last token is to be taken for: « des » for « de ».
        """
        keys = tokens.raws if self.exact else tokens.plains
        near = self._last.get(last or keys[end - 1])
        if near is None:
            return None
        stop = end - 1
        for rest, value in near.rows.get(keys[stop - 1], ()):
            start = stop - len(rest)
            if start >= 0 and keys[start:stop] == rest:
                return start, value
        return (stop, near.alone[0]) if near.alone else None


class _Near(Generic[T]):
    """The groups that share a first word, or a last one: the rest of each, by the word next to it.

    Filled while the groups are read, and not changed afterwards.
    """

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[list[str], T]]] = {}
        self.alone: list[T] = []
        """The meaning of the word alone, if it has one."""

    def add(self, rest: list[str], beside: list[str], value: T) -> None:
        """One more group, shorter than those before it or as long."""
        if not beside:
            self.alone.append(value)
            return
        rows = self.rows.setdefault(beside[0], [])
        rows.append((rest, value))
        rows.sort(key=lambda row: -len(row[0]))
