"""Fingerprints by content: code, both values, what is asked. No line, no name of a file, no id.

>>> fingerprint("C101", "12 mort", "14 mort") == fingerprint("C101", "14 mort", "12 mort")
True

They stay when lines move or an article is renamed, and change with a value; so what an editor
accepted stays accepted until what was written changes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from crosscheck.diagnostics.records import Diagnostic
from crosscheck.judging.folding import fold
from crosscheck.models import Claim
from crosscheck.values import Interval, Name, Period, Quote, Role

_DIGITS = 16
_SAID = re.compile(r"«[^»]*»|\d[\d\s.,]*")
"""What a reason says of the article: its words and numbers, not ours around them."""


def normal(claim: Claim) -> str:
    """The value of a claim in one wording: « 12..12 mort » for « douze morts »."""
    value = claim.value
    match value:
        case Interval():
            unit = value.currency or value.unit
            return f"{value.low.normalize():f}..{value.high.normalize():f} {fold(unit)}"
        case Period():
            return f"{value.edtf} {'' if value.weekday is None else value.weekday}".strip()
        case Role():
            return f"{fold(value.person)} : {value.key or fold(value.role)}"
        case Name():
            return f"{fold(value.acronym or '')} : {value.key or fold(value.name)}"
        case Quote():
            return value.key or fold(value.text)


def fingerprint(code: str, *sides: str, about: Iterable[str] = ()) -> str:
    """Sixteen hexadecimal digits; the order of the sides does not matter."""
    parts = [code, *sorted(sides), "", *sorted(set(about))]
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def of_claims(code: str, claims: Sequence[Claim]) -> str:
    """The fingerprint of two claims (or one) under a code."""
    heads = (claim.subject.head for claim in claims)
    return fingerprint(code, *map(normal, claims), about=heads)


def of_words(code: str, words: str, why: str) -> str:
    """The fingerprint of a check: its words, and those that its reason quotes."""
    return fingerprint(code, fold(words), about=(fold(said) for said in _SAID.findall(why)))


def apart(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """True twins told apart: the second of one fingerprint ends with « -2 », in order of place."""
    seen: Counter[str] = Counter()
    found = []
    for diagnostic in diagnostics:
        seen[diagnostic.fingerprint] += 1
        number = seen[diagnostic.fingerprint]
        twin = diagnostic.fingerprint + (f"-{number}" if number > 1 else "")
        found.append(replace(diagnostic, fingerprint=twin))
    return tuple(found)
