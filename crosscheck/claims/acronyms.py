"""Acronyms and the words whose initials they are, wherever an article writes them out.

>>> list(spelled("Le blog du Syndicat unifié des travailleurs du rail.", frozenset({"SUTR"})))
[(11, 51, 'SUTR')]
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from crosscheck.claims.lexicon import fold

SMALL = frozenset(
    {"de", "du", "des", "d'", "la", "le", "les", "l'", "et", "à", "au", "aux", "en", "pour"}
    | {"sur", "d", "l", "a", "une", "un", "par", "dans"}
)
"""Words that may give no letter to an acronym."""
ACRONYM = r"[A-ZÀ-Þ][A-ZÀ-Þa-z0-9-]{0,9}[A-ZÀ-Þ0-9]"
LONG_THEN_SHORT = re.compile(rf"\s\(({ACRONYM})\)")
SHORT_THEN_LONG = re.compile(rf"\b({ACRONYM})\s\(([^()]{{8,120}})\)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
_ARTICLES = frozenset({"les", "une", "ces", "cette", "nos", "leurs"})
"""Words at the head of a sentence that begin no name."""
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{3,8}\b")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]{2,}")


def written_out(before: str, acronym: str) -> int | None:
    """Where the words begin whose initials make the acronym, read from the right.

    Small words may be left out; the first letter must begin the first word.
    """
    letters = [c for c in fold(acronym) if c.isalnum()]
    parts = [
        (m.start() + piece.start(), fold(piece[0]))
        for m in list(_WORD.finditer(before))[-14:]
        for piece in re.finditer(r"[^'’-]+['’]?", m[0])
    ]
    need = len(letters) - 1
    i = len(parts) - 1
    start = None
    while i >= 0 and need >= 0:
        place, word = parts[i]
        if word.startswith(letters[need]):
            start = place
            need -= 1
        elif word.rstrip("'") not in SMALL and (need < len(letters) - 1 or i < len(parts) - 2):
            return None
        i -= 1
    return start if need < 0 else None


@lru_cache(maxsize=4)
def acronyms_of(text: str) -> frozenset[str]:
    """The acronyms that a text uses and writes out beside none of their uses.

    `acronyms_of("Le SUTR appelle à la grève.")` is `frozenset({"SUTR"})`.
    """
    beside = {m[1] for m in (*LONG_THEN_SHORT.finditer(text), *SHORT_THEN_LONG.finditer(text))}
    return frozenset(m[0] for m in _CAPITALS.finditer(text)) - beside


def spelled(text: str, acronyms: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of words, from a capital on, whose initials are one of some acronyms: start, end, which.

    Only small words may give no letter, and no mark stands between the words.
    """
    if not acronyms:
        return
    by_initial: dict[str, list[str]] = {}
    for acronym in sorted(acronyms):
        by_initial.setdefault(fold(acronym)[0], []).append(acronym)
    for first in _CAPITAL.finditer(text):
        word = fold(first[0])
        begun = by_initial.get(word[0])
        if begun is None or word in SMALL | _ARTICLES:
            continue
        ends = {acronym: _spelled_until(text[first.start() :], acronym) for acronym in begun}
        fits = [(end, acronym) for acronym, end in ends.items() if end is not None]
        if len(fits) == 1:
            yield first.start(), first.start() + fits[0][0], fits[0][1]


def _spelled_until(text: str, acronym: str) -> int | None:
    """Where the words end whose initials are the letters of an acronym, in order."""
    letters, end = list(fold(acronym)), None
    for word in _WORD.finditer(text):
        if end is not None and not text[end : word.start()].isspace():
            return None
        for part in re.findall(r"[^'’-]+['’]?", fold(word[0])):
            if letters and part.startswith(letters[0]):
                letters.pop(0)
            elif part.rstrip("'’") not in SMALL:
                return None
        end = word.end()
        if not letters:
            return end
    return None
