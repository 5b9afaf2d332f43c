"""Words, figures and marks of a text, with their places.

>>> tokenise("Près de 10 000 m³").words
('près', 'de', '10', '000', 'm³')
"""

import re
import unicodedata
from dataclasses import dataclass

_FOLD = {ord(c): "'" for c in "’ʼ‘＇"} | {ord(c): " " for c in "\u00a0\u202f\u2009\u2007\u2008"}
_FOLD |= {ord(c): "-" for c in "\u2010\u2011"} | {0x2212: "-"}
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+|[\w.+-]{1,64}+@[\w-]{1,63}\.[\w.-]{1,120})"
    r"|(?P<figures>[0-9]+)"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*'?)"
    # A blank line ends everything, and so does a line that the next does not carry on.
    r"|(?P<end>\n[ \t\r]*\n\s*|\n(?![ \t]*[a-zà-öø-ÿ]))"
    r"|(?P<mark>\S)"
)
BREAK = "\n"
"""The word of a token that ends a paragraph or a line."""


def fold(text: str) -> str:
    """The text with plain apostrophes, spaces and hyphens, one character for one.

    >>> fold("l’an\\u00a02024")
    "l'an 2024"
    """
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A folded text cut into words; index -1 and beyond the end give the empty word."""

    text: str
    words: tuple[str, ...]
    """Lower case, composed accents; an elided word keeps its apostrophe: « d' »."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    figures: tuple[bool, ...]
    """Whether the token is a run of figures that may be read as a number."""

    def word(self, index: int) -> str:
        """The word at `index`, empty outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """The characters of the token at `index` as they stand, empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if self.has(index) else ""

    def has(self, index: int) -> bool:
        """Whether there is a token at `index`."""
        return 0 <= index < len(self.words)

    def is_figures(self, index: int) -> bool:
        """Whether the token at `index` is a run of figures."""
        return 0 <= index < len(self.words) and self.figures[index]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token at `index` and the one before."""
        if not 0 < index < len(self.words) or self.words[index - 1] == BREAK:
            return False
        return self.starts[index] == self.ends[index - 1]

    def spaced(self, index: int) -> bool:
        """Whether one plain space stands between the token at `index` and the one before."""
        if not 0 < index < len(self.words):
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return gap == " "

    def capital(self, index: int) -> bool:
        """Whether the token at `index` begins with a capital."""
        return self.has(index) and self.text[self.starts[index]].isupper()


def tokenise(text: str) -> Tokens:
    """The tokens of a text; links and addresses are one token each, read as no words.

    >>> tokenise("voir www.lieu.fr/12").words[1]
    '@'
    """
    folded = fold(text)
    words, starts, ends, figures = [], [], [], []
    for match in _TOKEN.finditer(folded):
        group = match.lastgroup
        word = match.group()
        if group == "word":
            word = word.lower() if word.isascii() else unicodedata.normalize("NFC", word.lower())
        elif group == "end":
            word = BREAK
        elif group == "link":
            word = "@"
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
        figures.append(group == "figures")
    return Tokens(folded, tuple(words), tuple(starts), tuple(ends), tuple(figures))
