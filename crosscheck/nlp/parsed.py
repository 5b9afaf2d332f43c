"""A parsed sentence as plain objects: what claims ask of spaCy's `Doc` and `Token`, by the same
names, read off once.

Each question to a token of spaCy makes a Python string from a hash, and a new object for each
neighbour: claims ask a hundred of each word. Nothing of spaCy leaves this room, so what it has
learnt of a text can be forgotten (`memory_zone`) as soon as the text is parsed.
"""

from collections.abc import Callable, Iterator, Mapping
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


_ASKED: list[int | str] = [
    "POS",
    "DEP",
    "HEAD",
    "MORPH",
    "IS_PUNCT",
    "IS_SPACE",
    "LIKE_NUM",
    "SPACY",
]
"""What is asked of all tokens at once; hashes and distances are of 64 bits, with a sign or none."""
_WHOLE = (1 << 64) - 1
_morph = lru_cache(maxsize=4096)(Morph)


class Token:
    """One token of a parsed sentence. Has state only as a tree has: set once, as it is built."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "is_punct", "is_space", "lemma_", "like_num",
        "morph",
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


def read_off(doc: "Doc", lemma: Callable[[str, str], str] | None = None) -> Parsed:
    """What spaCy found. With `lemma`, which gives the lemma of a word and its part of speech, the
    last components of the pipeline need not have run: those that write lemmas and mend spaces.
    """
    names = doc.vocab.strings
    tokens = tuple(Token() for _ in range(len(doc)))
    parsed, at = Parsed(doc.text, tokens), 0
    rows = doc.to_array(_ASKED).astype("int64").tolist() if tokens else []
    for i, (token, found, row) in enumerate(zip(tokens, doc, rows, strict=True)):
        pos, dep, head, morph, punct, space, number, spaced = row
        token.doc, token.i, token.idx, token.text = parsed, i, at, found.text
        token.pos_, token.dep_ = names[pos], names[dep & _WHOLE]
        token.morph = _morph(names[morph & _WHOLE])
        token.is_punct, token.is_space = bool(punct), bool(space)
        token.like_num = bool(number)
        token.whitespace_ = " " if spaced else ""
        token.head, token.children = tokens[i + head], []
        at += len(token.text) + spaced
        if lemma is not None and (space or token.pos_ == "SPACE"):
            _mend(token)
        token.lemma_ = found.lemma_ if lemma is None else lemma(token.text, token.pos_)
    for token in tokens:
        if token.head is not token:
            token.head.children.append(token)
    return parsed


def _mend(token: Token) -> None:
    """What the model's last rules say of spaces; all they do besides is to copy parts of speech."""
    token.pos_ = "SPACE" if token.is_space else "X"
    token.morph = _morph("")
    if token.is_space and token.dep_:
        token.dep_ = "dep"
