"""The French tokenizer's longest pattern, with what its alternatives end in written once.

>>> factored("(?iu)(?:^anti[-][a-z]*$)|(?:^abat[-][a-z]*$)", [("", "[a-z]*$")])
'(?iu)^(?:anti[-]|abat[-])[a-z]*$'

A word of one token (« faux-semblant », « saut-de-ski ») is told by 266 alternatives, nearly all of
which end in the same letters of the alphabet, spelled out: 1.45 million characters, two seconds to
compile. `(?:AT)|(?:BT)` and `(?:A|B)T` match the same, so the ends are taken out: 24 thousand
characters, compiled fifty times faster. All of them want a hyphen or an apostrophe, which is looked
for first, so that the words that have none, nearly all, are told at once.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

HYPHENS, ELISION = "-–—‐‑", "'’"
FRENCH_SIGNS = (f"[{HYPHENS}]", f"[{ELISION}]")
"""One of these stands in every alternative of French."""
_OPEN, _CLOSE = "(?:", ")"


def factored(pattern: str, shared: Sequence[tuple[str, str]], signs: Sequence[str] = ()) -> str:
    """A pattern of the same language, shorter where its alternatives share a start and an end.

    `shared` pairs are tried in order, so longer ones stand first. Where each alternative wants one
    of some classes of signs (`["[-]", "[']"]`), that is asked first. What is not of the form
    `(?iu)(?:^…$)|(?:^…$)` stays as it is.
    """
    flags, alternatives = _alternatives(pattern)
    middles: dict[tuple[str, str], list[str]] = {}
    for text in alternatives:
        start, end = next((pair for pair in shared if _is_between(text, *pair)), ("", ""))
        middles.setdefault((start, end), []).append(text[1 + len(start) : len(text) - len(end)])
    if not middles:
        return pattern
    whole = "|".join(
        f"^{start}(?:{'|'.join(between)}){end}" for (start, end), between in middles.items()
    )
    if not signs or not all(_wants(text, signs) for text in alternatives):
        return flags + whole
    either = "".join(sign[1:-1] for sign in signs)
    return f"{flags}(?=[^{either}]*[{either}])(?:{whole})"


def _wants(text: str, signs: Sequence[str]) -> bool:
    """Whether an alternative cannot do without a sign: `_wants("^a[-]b$", ["[-]"])`."""
    outside = _GROUP.sub("", text)
    return any(re.search(rf"{re.escape(sign)}(?![?*{{])", outside) for sign in signs)


_GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)[?*]?")


def _is_between(text: str, start: str, end: str) -> bool:
    """Whether an alternative is « ^ », this start, something whole by itself, and this end."""
    if not (text.startswith(start, 1) and text.endswith(end)):
        return False
    return 1 + len(start) + len(end) <= len(text) and _is_one(text[1 + len(start) : -len(end)])


def _alternatives(pattern: str) -> tuple[str, list[str]]:
    """Flags, and the alternatives where each is anchored at both ends and could be cut anywhere.

    An alternative with « | » outside brackets would mean something else once its end is gone.
    """
    flags = re.match(r"(?:\(\?[a-z]+\))?", pattern)
    start = flags[0] if flags else ""
    rest = pattern[len(start) :]
    if not (rest.startswith(_OPEN) and rest.endswith(_CLOSE)):
        return start, []
    parts = rest[len(_OPEN) : -len(_CLOSE)].split(f"{_CLOSE}|{_OPEN}")
    whole = all(p.startswith("^") and p.endswith("$") and _is_one(p) for p in parts)
    return start, parts if whole else []


def gathered(pattern: str) -> str:
    """A pattern of the same language, whose alternatives of one sign before the end are one class:
    tried at once, where a word that ends in none of them has to fail at each.

    >>> gathered(",$|[.][.]+$|!$|(?<=[0-9])%$")
    '[.][.]+$|(?<=[0-9])%$|[,!]$'

    What is not of the form `…$|…$`, of which it does not matter which is tried first, stays as it
    is.
    """
    bars = _bars(pattern)
    if bars is None:
        return pattern
    alternatives = [pattern[low + 1 : high] for low, high in pairwise([-1, *bars, len(pattern)])]
    signs = [text for text in alternatives if _SIGN.fullmatch(text)]
    if not signs or not all(text.endswith("$") for text in alternatives):
        return pattern
    one_of = "".join(re.escape(text[-2]) for text in signs)
    return "|".join([*(text for text in alternatives if text not in signs), f"[{one_of}]$"])


_SIGN = re.compile(r"(?:[^\w\s\\.^$*+?()\[\]{}|]|\\[^\w\s])\$")
"""One mark as itself before the end, escaped where it would mean something else."""


def _is_one(part: str) -> bool:
    """Whether brackets close and « | » stands inside them only: `_is_one("b(?:c|rg)")`."""
    return _bars(part) == []


def _bars(part: str) -> list[int] | None:
    """Where « | » stands outside brackets; `None` where brackets do not close."""
    depth, in_class, escaped, found = 0, False, False, []
    for i, sign in enumerate(part):
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            found.append(i)
        if depth < 0:
            return None
    return found if depth == 0 and not in_class and not escaped else None


def french_shared() -> tuple[tuple[str, str], ...]:
    """Starts and ends that alternatives of French share, from spaCy's own classes of letters."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    return (
        (f"[{ALPHA}]+[{HYPHENS}]", f"[{HYPHENS}](?:l[{ELISION}])?[{ALPHA}]+$"),
        ("", f"[{ALPHA_LOWER}][{HYPHENS}{ALPHA_LOWER}{ELISION}]*$"),
        ("", f"[{ALPHA_LOWER}]+$"),
        ("", f"[{ALPHA_LOWER}]*$"),
    )
