"""Offices of which nobody holds two in one body at a time.

>>> exclude_each_other("ministre des Transports", "secrétaire d'État aux Transports")
True
>>> exclude_each_other("ministre de la Culture", "secrétaire d'État aux Transports")
False
>>> exclude_each_other("directrice générale de l'Office", "directrice des opérations de l'Office")
True
>>> exclude_each_other("ministre de l'Intérieur", "ministre de la Santé")
True

Which they are stands in the rules file `judging`. A person may well hold two offices: that needs
another series, another body, or an article that tells both.
"""

import re
from dataclasses import dataclass

from crosscheck.claims.lexicon import fold
from crosscheck.rules import remembered, table

KIN = 4
"""Letters that a country and its adjective share at the least: « Mali », « malien »."""
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a series, and of what it is told: `Office("government", 0, …)`."""

    series: str
    places: frozenset[int]
    """Its place in the series; a director may be director of two things."""
    body: Words
    needs: str
    """What must be known of the body: `told` by both, by both or none (`alike`), or `any`."""

    def excludes(self, other: "Office") -> bool:
        """Whether nobody is both."""
        if self.series != other.series or self.places & other.places:
            return False
        needs = self.needs, other.needs
        if "told" in needs and not (self.body and other.body):
            return False
        if "alike" in needs and bool(self.body) != bool(other.body):
            return False
        return held(self.body, other.body) or held(other.body, self.body)


def exclude_each_other(one: str, other: str) -> bool:
    """Whether two wordings are of offices of which nobody holds both."""
    return any(mine.excludes(theirs) for mine in offices_of(one) for theirs in offices_of(other))


@remembered
def offices_of(role: str) -> tuple[Office, ...]:
    """What series an office is of, by its first words; none where it is past or to come."""
    folded = re.sub(r"[’']", " ", fold(role)).replace("-", " ")
    words = folded.split()
    if set(words) & _aside():
        return ()
    found: dict[str, tuple[str, frozenset[int]]] = {}
    for phrase, name, places in _phrases():
        if name not in found and (folded == phrase or folded.startswith(f"{phrase} ")):
            found[name] = phrase, places
    told = (
        _office(name, places, frozenset(words[len(phrase.split()) :]) - _small())
        for name, (phrase, places) in found.items()
    )
    return tuple(office for office in told if office is not None)


def _office(name: str, places: frozenset[int], body: Words) -> Office | None:
    """An office of a series; of a director's, what is directed is no part of the body.

    Of what house need not be told of a function that is seldom held with another.
    """
    needs, functions = table("judging", "bodies")[name], _functions(name, "functions")
    if not functions:
        return Office(name, places, body, needs)
    told = [i for i, function in enumerate(functions) if function & body]
    said = frozenset(word for i in told for word in functions[i])
    often = any(function & said for function in _functions(name, "often"))
    return Office(name, frozenset(told), body - said, needs if often else "any") if told else None


@remembered
def _phrases() -> tuple[tuple[str, str, frozenset[int]], ...]:
    """Every wording with its series and its places there, the longest first."""
    found: dict[tuple[str, str], set[int]] = {}
    for name, series in table("judging", "series").items():
        for place, wordings in enumerate(series["offices"]):
            for wording in wordings:
                phrase = " ".join(re.findall(r"\w+", fold(wording)))
                found.setdefault((phrase, name), set()).add(place)
    rows = sorted(found.items(), key=lambda row: (-len(row[0][0]), row[0]))
    return tuple((phrase, name, frozenset(places)) for (phrase, name), places in rows)


@remembered
def _functions(series: str, key: str) -> tuple[Words, ...]:
    found = table("judging", "series")[series].get(key, ())
    return tuple(frozenset(map(fold, wordings)) for wordings in found)


@remembered
def _small() -> Words:
    return frozenset(fold(word) for word in table("judging", "offices")["small"])


@remembered
def _aside() -> Words:
    return frozenset(fold(word) for word in table("judging", "offices")["aside"])


def held(mine: Words, theirs: Words) -> bool:
    """Whether each word of one wording has its like in the other: « russe », « Russie »."""
    return all(any(_kin(a, b) for b in theirs) for a in mine)


def _kin(one: str, other: str) -> bool:
    """A country and its adjective share their first letters but for an ending."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shared = min(len(one), len(other)) if shared is None else shared
    return one == other or shared >= max(KIN, min(len(one), len(other)) - 1)
