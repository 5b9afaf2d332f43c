"""Words, figures and marks of a text, with their places.

>>> tokenise("Près de 10 000 m³").words
('près', 'de', '10', '000', 'm³')
"""

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import accumulate

from crosscheck.expressions.numbers.number import Numeral
from crosscheck.expressions.words import PLAIN, Remembered

_FOLDED = (
    dict.fromkeys("’ʼ‘＇′", "'") | {"″": '"'} | dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008", " ")
)
_FOLDED |= dict.fromkeys("\u2010\u2011\u2212", "-") | {"ᵉ": "e", "ʳ": "r"}
_LINK = r"(?:https?://|www\.)\S+"
_ADDRESS = r"[\w.+-]{1,64}+@[\w-]{1,63}\.[\w.-]{1,120}"
# Nearly every word has letters of Latin alone, which are quick to test, and ends before a mark
# that no word goes on after; the others are left to the next alternative.
_LATIN = r"[A-Za-zÀ-ÖØ-öø-ɏ]++(?=[\x00-\xa0«»])'?"
_REST = (
    r"[0-9]+"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*'?"
    # A blank line ends everything, and so does a line that the next does not carry on.
    r"|\n[ \t\r]*\n\s*|\n(?![ \t]*[a-zà-öø-ÿ])"
    r"|\S"
)
_TOKEN = re.compile(f"({_LINK}|{_LATIN}|{_REST})")
_TOKEN_OR_ADDRESS = re.compile(f"({_LINK}|{_ADDRESS}|{_LATIN}|{_REST})")
BREAK = "\n"
"""The word of a token that ends a paragraph or a line."""
AROUND = 64
"""How many tokens before and after the text may be asked for: no rule looks so far."""


def fold(text: str) -> str:
    """The text with plain apostrophes, spaces and hyphens, one character for one.

    >>> fold("l’an\\u00a02024")
    "l'an 2024"
    """
    if text.isascii():
        return text
    for mark, folded in _FOLDED.items():
        text = text.replace(mark, folded)
    return text


def _word(raw: str) -> str:
    """The word of a token: lower case, composed accents; one for all breaks, one for all links."""
    if raw[0] == "\n":
        return BREAK
    if len(raw) > 1 and not raw.isalnum() and any(mark in raw for mark in "@./"):
        return "@"
    if len(raw) == 1 and not (raw.isalnum() and not raw.isdecimal()):
        return raw
    return raw.lower() if raw.isascii() else unicodedata.normalize("NFC", raw.lower())


_WORDS = Remembered(_word)
_FIGURES = Remembered(lambda word: word.isascii() and word.isdigit())


@dataclass(frozen=True, slots=True)
class Tokens:
    """A folded text cut into words; before index 0 and beyond the end stands the empty word.

    The lists that the grammar asks at each step go on for `AROUND` places beyond the end; as an
    index below 0 counts from there, they do so before the beginning too.
    """

    text: str
    words: tuple[str, ...]
    """Lower case, composed accents; an elided word keeps its apostrophe: « d' »."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    figures: tuple[bool, ...]
    """Whether the token is a run of figures that may be read as a number."""
    around: list[str] = field(repr=False)
    """The words, and empty ones around: `around[i]` is `word(i)`, for where that is asked most."""
    plains: list[str] = field(repr=False)
    """The words as phrases are compared by: `plain` of each."""
    raws: list[str] = field(repr=False)
    """The characters of each token as they stand."""
    gaps: list[str] = field(repr=False)
    """What stands before each token: nothing, where it is glued to the one before."""
    runs: list[bool] = field(repr=False)
    """`figures`, and none around."""
    numerals: dict[int, Numeral | None] = field(default_factory=dict, repr=False, compare=False)
    """The numbers read so far by where they begin, since the grammar asks for each several times;
    a text is read with one set of words."""

    def word(self, index: int) -> str:
        """The word at `index`, empty outside the text."""
        return self.around[index]

    def raw(self, index: int) -> str:
        """The characters of the token at `index` as they stand, empty outside the text."""
        return self.raws[index]

    def has(self, index: int) -> bool:
        """Whether there is a token at `index`."""
        return 0 <= index < len(self.words)

    def is_figures(self, index: int) -> bool:
        """Whether the token at `index` is a run of figures."""
        return self.runs[index]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token at `index` and the one before."""
        return not self.gaps[index]

    def spaced(self, index: int) -> bool:
        """Whether one plain space stands between the token at `index` and the one before."""
        return self.gaps[index] == " "

    def capital(self, index: int) -> bool:
        """Whether the token at `index` begins with a capital."""
        return self.raws[index][:1].isupper()


def tokenise(text: str) -> Tokens:
    """The tokens of a text; links and addresses are one token each, read as no words.

    >>> tokenise("voir www.lieu.fr/12").words[1]
    '@'
    """
    folded = fold(text)
    # By turns what stands between two tokens and a token.
    pieces = (_TOKEN_OR_ADDRESS if "@" in folded else _TOKEN).split(folded)
    places = tuple(accumulate(map(len, pieces)))
    raws, gaps = pieces[1::2], pieces[0::2]
    words = list(map(_WORDS.__getitem__, raws))
    runs = list(map(_FIGURES.__getitem__, words))
    _part(words, gaps)
    outside = [""] * AROUND
    return Tokens(
        folded,
        tuple(words),
        places[0:-1:2],
        places[1::2],
        tuple(runs),
        words + outside,
        list(map(PLAIN.__getitem__, words)) + outside,
        raws + outside,
        gaps + [BREAK] * AROUND,
        runs + [False] * AROUND,
    )


def _part(words: list[str], gaps: list[str]) -> None:
    """No token is glued to a break, nor to what lies outside the text."""
    gaps[0] = gaps[-1] = BREAK
    place = -1
    for _ in range(words.count(BREAK)):
        place = words.index(BREAK, place + 1)
        gaps[place + 1] = gaps[place + 1] or BREAK
