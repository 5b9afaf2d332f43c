"""What is known of a word by itself: how it is compared, whatever its elision, plural and accents.

>>> plain("mètres"), plain("d'")
('metre', 'de')
"""

import unicodedata
from collections.abc import Callable
from typing import Generic, TypeVar

SHORTEST = 4
"""Words of fewer letters keep their accents: « dès » is not « des »."""
MOST_REMEMBERED = 50_000
_ELISIONS = {"d'": "de", "l'": "le", "qu'": "que", "jusqu'": "jusque", "quelqu'": "quelque"}

Made = TypeVar("Made")


class Remembered(dict[str, Made], Generic[Made]):
    """What a function makes of each word: made once, as texts repeat their words, then looked up.

    Its state is what was asked so far; it forgets all when it has grown large.

    >>> Remembered(str.upper)["an"]
    'AN'
    """

    def __init__(self, function: Callable[[str], Made]) -> None:
        self.function = function

    def __missing__(self, word: str) -> Made:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        made = self[word] = self.function(word)
        return made


def bare(word: str) -> str:
    """The word without accents, as capitals often are; short ones keep them: « à », « dès ».

    >>> bare("deuxième")
    'deuxieme'
    """
    if word.isascii() or len(word) < SHORTEST:
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c))


def _plain(word: str) -> str:
    word = bare(_ELISIONS.get(word, word))
    return word[:-1] if len(word) > 2 and word[-1] in "sx" and word != "des" else word


PLAIN = Remembered(_plain)
"""`PLAIN[word]` is `plain(word)`."""


def plain(word: str) -> str:
    """A word by which phrases are compared: no elision, no plural « s » or « x », no accents.

    `plain("mètres")` is « metre », `plain("d'")` is « de ».
    """
    return PLAIN[word]
