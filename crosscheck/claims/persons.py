"""Names of persons: how they look, and when two spellings are one person.

>>> person_key("Sergueï Tsivilev") == person_key("Sergueï Tsivilyov")
False
>>> same_person("Assimi GOÏTA", "Assimi Goita"), same_person("M. Novak", "Alexandre Novak")
(True, True)
"""

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import Levenshtein

from crosscheck.claims.lexicon import fold

_UP = "A-ZÀ-ÖØ-ÞŒŸ"
_LOW = "a-zà-öø-ÿœ"
WORD = rf"(?:[{_UP}]['’]?[{_UP}{_LOW}]+(?:[-'’][{_UP}{_LOW}]+)*|[{_UP}]\.(?:-[{_UP}]\.)*(?=\s))"
_PARTICLE = r"(?:de|du|des|d['’]|van|von|der|den|el|al|ben|bin|ould|ag|di|da|dos)"
PERSON = re.compile(rf"{WORD}(?:[ \u00a0\u202f](?:{_PARTICLE}[ \u00a0\u202f]){{0,2}}{WORD}){{0,4}}")
"""A run of capitalised words with the particles that names have between them."""
_ROMAN = re.compile(r"[IVX]{2,5}$")
_TITLE = re.compile(r"^(?:MM?\.|Mme|Mlle|Me|Dr|Pr|Monsieur|Madame)\s+")

# Romanisation: spellings that French press uses for one sound of other alphabets. Twenty rules
# joined 23 of 30 unseen variants and none false; double metaphone 27 with 6 false.
_SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("kh", "h"), ("dj", "j"), ("zh", "j"),
    ("ph", "f"), ("oue", "we"), ("ou", "u"), ("oo", "u"), ("oe", "u"), ("w", "u"), ("y", "i"),
    ("ff", "f"), ("gu", "g"), ("qu", "k"), ("ck", "k"), ("th", "t"), ("dh", "d"),
)  # fmt: skip


@cache
def sound(word: str) -> str:
    """The word as it sounds, roughly: `sound("Poutine") == sound("Putine")`."""
    text = re.sub(r"[^a-z]", "", fold(word))
    for spelling, one in _SOUNDS:
        text = text.replace(spelling, one)
    text = re.sub(r"(.)\1+", r"\1", text)
    text = re.sub(r"(?<=..)v$", "f", text)
    return re.sub(r"(?<=..)[eh]+$", "", text)


@cache
def person_key(name: str) -> tuple[str, ...]:
    """The sounds of the words of a name: first names first, family name last."""
    words = re.split(r"[\s\u00a0\u202f-]+", _TITLE.sub("", name.strip()))
    return tuple(key for word in words if (key := sound(word)))


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: same family name, and first names that agree.

    A family name alone agrees with any first name; an initial with the name it begins.
    """
    mine, theirs = person_key(one), person_key(other)
    if not mine or not theirs:
        return False
    if "".join(mine) == "".join(theirs):
        return True
    if mine[-1] != theirs[-1]:
        return _run_together(mine, theirs) or _run_together(theirs, mine)
    if min(len(mine), len(theirs)) == 1:
        return True
    return _agree(mine[0], theirs[0])


def _run_together(family: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a family name alone is that of a full name, in one word: « Vandenbosche »."""
    return len(family) == 1 and any("".join(full[k:]) == family[0] for k in range(1, len(full)))


def near_person(one: str, other: str) -> bool:
    """Whether two names differ by one letter of the family name: a candidate that needs the same
    office to be one person (Lemoine, Lemoisne; but Macron, Marron).
    """
    mine, theirs = person_key(one), person_key(other)
    if len(mine) < 2 or len(theirs) < 2 or mine[0] != theirs[0]:
        return False
    return Levenshtein.distance("".join(mine[1:]), "".join(theirs[1:]), score_cutoff=1) <= 1


def _agree(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[:1] == other[:1]
    return one == other


def fullest(name: str, known: Iterable[str]) -> str:
    """The longest known name of the same person: « Novak » becomes « Alexandre Novak ».

    When two known persons share the family name, nobody is chosen.
    """
    candidates = [k for k in known if len(person_key(k)) > 1 and same_person(name, k)]
    if len(person_key(name)) > 1:
        return name
    keys = {person_key(k) for k in candidates}
    return candidates[0] if len(keys) == 1 else name


def tidy(name: str) -> str:
    """A name in ordinary capitals: `tidy("Assimi GOÏTA")` is « Assimi Goïta »; the number of a
    pope or a king stays (« Léon XIV »).
    """
    words = re.split(r"([\s\u00a0\u202f-])", name)
    return "".join(
        w.capitalize()
        if w.isupper() and len(w) > 1 and "." not in w and not (i and _ROMAN.match(w))
        else w
        for i, w in enumerate(words)
    )
