"""Words as they are compared: lower case, no accents.

>>> fold("L’État")
"l'etat"
"""

import codecs
from collections.abc import Callable
from functools import lru_cache

from anyascii import anyascii


class Letters(dict[int, str]):
    """What each character becomes, for `str.translate`. Its state is what was asked so far."""

    def __init__(self, become: Callable[[str], str]) -> None:
        self.become = become

    def __missing__(self, code: int) -> str:
        made = self[code] = self.become(chr(code))
        return made


@lru_cache(maxsize=4096)
def _spelt(characters: str) -> str:
    """What stands for some characters that ASCII does not have."""
    return anyascii(characters.replace("’", "'"))


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _spelt(error.object[error.start : error.end]), error.end


_WAY = "crosscheck.fold"
codecs.register_error(_WAY, _instead)
"""What is told to the codec of ASCII: it passes over the letters that need no folding, nine in ten,
at the speed of a copy; `str.translate` looks up each."""


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Lower case without accents, one apostrophe and one kind of space: `fold("L’État")`."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """The same of what will not be asked again, which need not be remembered: a whole sentence."""
    plain = text if text.isascii() else text.encode("ascii", _WAY).decode("ascii")
    return " ".join(plain.casefold().split())
