"""Words made comparable: `fold("Général d’Armée")` is « general d'armee »."""

import re
from functools import lru_cache

from anyascii import anyascii

from crosscheck.rules import remembered, table


class _Plain(dict[int, str]):
    """What each character is without its accents, looked up at the first text that has it."""

    def __missing__(self, char: int) -> str:
        found = self[char] = anyascii(chr(char))
        return found


_PLAIN = _Plain()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, no accents, one space between words: `fold("Décès\\u00a0!")` is « deces ! »."""
    return " ".join(text.translate(_PLAIN).casefold().split())


def tokens(text: str) -> tuple[str, ...]:
    """The folded words: `tokens("l'Alliance des États")` is `("l", "alliance", "des", "etats")`."""
    return tuple(re.findall(r"[a-z0-9]+", fold(text)))


@remembered
def listed(part: str, key: str, language: str = "fr") -> tuple[str, ...]:
    """A list of words of the rules file `judging`, folded: `listed("moving", "up")`."""
    return tuple(fold(word) for word in table("judging", part, dict, language)[key])


@remembered
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some folded words: « mort* » with any ending, « cas » as it is or with an s."""
    parts = [
        re.escape(w[:-1]) + r"[a-z]*" if w.endswith("*") else re.escape(w) + "s?" for w in words
    ]
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(parts)})(?![a-z0-9])")


def mentions_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the folded `words` stands in `text`: `mentions_any("Décès", ("deces",))`."""
    return bool(_pattern(words).search(fold(text)))
