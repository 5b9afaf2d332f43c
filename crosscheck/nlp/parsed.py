"""A parsed sentence as plain objects: what claims ask of spaCy's `Doc` and `Token`, by the same
names, read off once.

Each question to a token of spaCy makes a Python string from a hash, and a new object for each
neighbour: claims ask a hundred of each word. Nothing of spaCy leaves this room, so what it has
learnt of a text can be forgotten (`memory_zone`) as soon as the text is parsed.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Morph:
    """The grammar of a word: `Morph("Number=Plur|Tense=Past").get("Tense")` is `["Past"]`."""

    __slots__ = ("_said",)

    def __init__(self, said: str) -> None:
        pairs = (part.partition("=") for part in said.split("|") if part)
        self._said: Mapping[str, list[str]] = {name: v.split(",") for name, _, v in pairs}

    def get(self, field: str, default: list[str] | None = None) -> list[str]:
        """The values of a field, or the default where nothing is said of it."""
        return self._said.get(field) or default or []


_morph = lru_cache(maxsize=4096)(Morph)


class Token:
    """One token of a parsed sentence. Has state only as a tree has: set once, as it is built."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "is_punct", "is_space", "lemma_", "morph",
        "pos_", "text", "whitespace_",
    )  # fmt: skip

    doc: "Parsed"
    i: int
    """Place in the sentence."""
    idx: int
    """Character of the sentence at which it begins."""
    text: str
    lemma_: str
    pos_: str
    dep_: str
    """What it is to its head."""
    head: "Token"
    """Itself for the root."""
    children: "list[Token]"
    """In the order of the sentence."""
    morph: Morph
    whitespace_: str
    """The space behind it, or nothing."""
    is_punct: bool
    is_space: bool

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> "Token":
        """The word so many places further on. Raises `IndexError` where there is none."""
        if self.i + distance < 0:
            raise IndexError(distance)
        return self.doc[self.i + distance]

    @property
    def subtree(self) -> "Iterator[Token]":
        """What hangs on the word, and itself, each branch whole."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first word of what hangs on it."""
        return min(self.subtree, key=_place)


def _place(word: Token) -> int:
    return word.i


class Parsed:
    """A parsed sentence: its words in order, and its characters.

    >>> len(Parsed("", ()))
    0
    """

    __slots__ = ("_words", "text")

    def __init__(self, text: str, words: tuple[Token, ...]) -> None:
        self.text = text
        self._words = words

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        return self._words[at]


def plain(doc: "Doc") -> Parsed:
    """What spaCy found, read off."""
    words = tuple(Token() for _ in range(len(doc)))
    parsed = Parsed(doc.text, words)
    for i, (word, token) in enumerate(zip(words, doc, strict=True)):
        word.doc, word.i, word.idx = parsed, i, token.idx
        word.text, word.whitespace_ = token.text, token.whitespace_
        word.lemma_, word.pos_, word.dep_ = token.lemma_, token.pos_, token.dep_
        word.morph = _morph(str(token.morph))
        word.is_punct, word.is_space = token.is_punct, token.is_space
        word.head, word.children = words[token.head.i], []
    for word in words:
        if word.head is not word:
            word.head.children.append(word)
    return parsed
