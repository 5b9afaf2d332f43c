"""A text as its lines, each with its place; nothing is ever changed in the text itself.

>>> [line.text for line in lines_of("Titre\\r\\n\\r\\n Le corps. ")]
['Titre', 'Le corps.']
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
SHORT = 220
"""Longest line, in characters, that is looked at as furniture; anything longer is prose."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it."""

    text: str
    start: int
    gap: bool
    """Whether a blank line, or nothing, stands before it."""

    @property
    def end(self) -> int:
        """Character after the last."""
        return self.start + len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank, in order."""
    found: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        between = text[before : match.start()].replace("\r\n", "\n").replace("\r", "\n")
        found.append(Line(match.group(), match.start(), not found or between.count("\n") > 1))
        before = match.end()
    return found


_PLAIN = {"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces: one character for one.

    >>> fold("L’Écho – À lire")
    "l'écho – à lire"
    """
    plain = text
    for mark, instead in _PLAIN.items():  # ten times as fast as `translate`, which looks up all
        plain = plain.replace(mark, instead)
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(c.lower()[:1] for c in plain)


@lru_cache(maxsize=64)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds one of `words` in a folded text; « # » stands for a number.

    >>> bool(any_of(("noté # étoile",)).match("noté 0 étoile sur 5."))
    True
    """
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(_pattern(fold(word)) for word in longest) or r"(?!)")


def _pattern(word: str) -> str:
    body = re.escape(word).replace(r"\#", "#").replace("#", r"\d[\d ./,]*")
    left = r"(?<!\w)" if word[:1].isalnum() else ""
    right = r"(?!\w)" if word[-1:].isalnum() else ""
    return left + body + right
