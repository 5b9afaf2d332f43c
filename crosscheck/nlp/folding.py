"""Words as they are compared: lower case, no accents.

>>> fold("L’État")
"l'etat"
"""

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


_ASCII = Letters(lambda char: anyascii("'" if char == "’" else char))


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Lower case without accents, one apostrophe and one kind of space: `fold("L’État")`."""
    plain = text if text.isascii() else text.translate(_ASCII)
    return " ".join(plain.casefold().split())
