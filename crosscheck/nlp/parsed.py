"""A parsed sentence as plain objects: what claims ask of spaCy's `Doc` and `Token`, by the same
names, read off once.

Each question to a token of spaCy makes a Python string from a hash, and a new object for each
neighbour: claims ask a hundred of each word. Nothing of spaCy leaves this room, so what it has
learnt of a text can be forgotten (`memory_zone`) as soon as the text is parsed.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import overload


class Morph:
    """The grammar of a word: `Morph("Number=Plur|Tense=Past").get("Tense")` is `["Past"]`."""

    __slots__ = ("_said",)

    def __init__(self, said: str) -> None:
        pairs = (part.partition("=") for part in said.split("|") if part)
        self._said: Mapping[str, list[str]] = {name: v.split(",") for name, _, v in pairs}

    def get(self, field: str, default: list[str] | None = None) -> list[str]:
        """The values of a field, or the default where nothing is said of it."""
        return self._said.get(field) or default or []


morph_of = lru_cache(maxsize=4096)(Morph)
"""`morph_of(said)` is `Morph(said)`, made once."""
Known = tuple[str, str, str, str, str, Morph, bool, bool, bool]
"""What does not hang on the sentence: text and lemma, both folded as well, part of speech, grammar,
and whether the word is a mark, a space, a number."""

Link = tuple[int, str]
"""How far away the head of a word stands, and what the word is to it."""
SPACE = "dep"
"""What a space is to its head, whatever the parser takes it for."""


class Token:
    """One token of a parsed sentence. Has state only as a tree has: set once, as it is built."""

    __slots__ = (
        "children", "dep_", "doc", "folded", "folded_lemma", "head", "i", "idx", "is_punct",
        "is_space", "lemma_", "like_num", "morph", "pos_", "text", "whitespace_",
    )  # fmt: skip

    doc: "Parsed"
    i: int
    """Place in the sentence."""
    idx: int
    """Character of the sentence at which it begins."""
    text: str
    lemma_: str
    folded: str
    """The word as words are compared: lower case without accents."""
    folded_lemma: str
    pos_: str
    dep_: str
    """What it is to its head."""
    head: "Token"
    """Itself for the root."""
    children: "Sequence[Token]"
    """In the order of the sentence."""
    morph: Morph
    whitespace_: str
    """The space behind it, or nothing."""
    is_punct: bool
    is_space: bool
    like_num: bool
    """Digits, or a number in words."""

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

    def is_ancestor(self, below: "Token") -> bool:
        """Whether another word hangs on this one, however far below."""
        while below.head is not below:
            below = below.head
            if below is self:
                return True
        return False

    @property
    def left_edge(self) -> "Token":
        """The first word of what hangs on it."""
        first, waiting = self, [self]
        while waiting:
            for child in waiting.pop().children:
                if child.i < first.i:
                    first = child
                waiting.append(child)
        return first


class Parsed:
    """A parsed sentence: its words in order, and its characters.

    >>> len(Parsed("", ()))
    0
    """

    __slots__ = ("_words", "starts", "text")

    def __init__(self, text: str, words: tuple[Token, ...]) -> None:
        self.text = text
        self._words = words
        self.starts: list[int] = []
        """Where each word begins, to look words up by their places."""

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

    def let_go(self) -> None:
        """Parts the words, which hold on to each other, so that they are freed with the last who
        holds one; nothing is asked of them afterwards.
        """
        words, self._words = self._words, ()
        for word in words:
            del word.head


def linked(
    text: str, words: Sequence[Known], links: Sequence[Link], spaced: Sequence[int]
) -> Parsed:
    """A parsed sentence: its words, their heads, and whether a space follows each."""
    tokens = tuple([Token() for _ in words])
    parsed, at = Parsed(text, tokens), 0
    rows = zip(tokens, words, links, spaced, strict=True)
    for i, (token, known, (away, dep), space) in enumerate(rows):
        token.doc, token.i, token.idx, token.dep_ = parsed, i, at, dep
        parsed.starts.append(at)
        (
            token.text, token.lemma_, token.folded, token.folded_lemma, token.pos_, token.morph,
            token.is_punct, token.is_space, token.like_num,
        ) = known  # fmt: skip
        if token.is_space:
            token.dep_ = SPACE
        token.whitespace_ = " " if space else ""
        token.head, token.children = tokens[i + away], ()
        at += len(token.text) + space
    below: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head is not token:
            below.setdefault(token.head.i, []).append(token)
    for i, children in below.items():
        tokens[i].children = children
    return parsed
