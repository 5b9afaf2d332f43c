"""What keeps two claims apart however alike they are: a slot known on both sides that differs."""

import re
from functools import lru_cache

from crosscheck.claims.lexicon import CAPACITY, fold, stem, word_set
from crosscheck.matching.nearness import admits, same_value
from crosscheck.matching.sides import side
from crosscheck.matching.slips import same_digits
from crosscheck.matching.times import events_apart, long_ago, periods_apart
from crosscheck.models import Claim
from crosscheck.rules import remembered, remembered_lately
from crosscheck.values import Interval, Period

NIGH = 2
"""Ranks apart up to which two moments may be one."""
FEW = 3
"""Ranks up to this are had by too many things: the first session is not the first man."""
FEWEST = 2
"""Where « plusieurs » and « quelques » begin."""
SHORT_WORD = 3
"""Letters of a word up to which it tells nothing of what is counted."""
_PLAIN = frozenset({"count", "measure", "ordinal", "age", "duration"})
"""Kinds whose border is a matter of taste: « 65 ans », « 65e anniversaire »."""


def comparable(one: str, other: str) -> bool:
    """Whether two kinds can hold one answer: `comparable("age", "ordinal")`."""
    return one == other or {one, other} <= _PLAIN


def known(claim: Claim) -> bool:
    """Whether a claim has a value to compare: « vendredi » in an undated article has none."""
    return not isinstance(claim.value, Period) or claim.value.edtf != ""


def clash(one: Claim, other: Claim) -> str:
    """The slot that keeps two numbers or dates apart, in words; empty when none does."""
    if isinstance(one.value, Interval) and (apart := _numbers_apart(one, other)):
        return apart
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        return periods_apart(one, other)
    return events_apart(one, other) or long_ago(one, other) or _scopes_apart(one, other)


def _numbers_apart(one: Claim, other: Claim) -> str:
    """Lengths and masses, rates and points of rates: what is not measured alike."""
    assert isinstance(one.value, Interval)
    assert isinstance(other.value, Interval)
    mine, theirs = side(one).family, side(other).family
    if one.kind == other.kind == "ordinal" and _few_ranks_apart(one, other):
        return "rangs de choses différentes"
    if one.kind == other.kind == "ordinal" and _moments_apart(one, other):
        return f"deux moments : {one.text}, {other.text}"
    if one.kind == other.kind == "count" and _peoples_apart(one, other):
        return "de deux peuples"
    if one.kind == other.kind == "count" and (says_others(one.text) or says_others(other.text)):
        return "" if same_value(one, other) else "un compte des autres"
    if one.kind == other.kind == "count" and _held_and_holding(one, other):
        return "une capacité, ce qui s'y trouve"
    if one.kind == other.kind == "age" and {"planned"} < {one.polarity, other.polarity}:
        return "" if same_value(one, other) else "un âge à venir"
    if one.kind == other.kind == "count" and _vague_apart(one, other):
        return "comptes vagues de choses différentes"
    if one.kind == other.kind:
        apart = one.kind in ("measure", "duration") and mine != theirs
        return f"unités différentes : {one.value.unit}, {other.value.unit}" if apart else ""
    if {one.kind, other.kind} in KINDRED:
        alike = one.value.stated == other.value.stated or (mine == theirs and admits(one, other))
        return "" if alike else "natures différentes"
    return "" if mine == theirs and mine else "natures différentes"


def _few_ranks_apart(one: Claim, other: Claim) -> bool:
    """« premier mandat », « première fois »: small ranks are had by too many things."""
    assert isinstance(one.value, Interval)
    return (
        one.subject.head != other.subject.head
        and one.value.stated <= FEW
        and same_value(one, other)
    )


@remembered
def _people() -> re.Pattern[str]:
    """« 200 soldats thaïlandais », « soldats thaï »: a noun and, at the end, a people's name."""
    named = "|".join(sorted(map(re.escape, word_set("offices", "demonyms"))))
    ended = r"\w+?(?:ais|ois|ien|een|ain)(?:ne|e)?"
    return re.compile(rf"(\w+)(?: (?:et )?\w+)? ((?:{named}|{ended}))s?$")


@remembered_lately(4096)
def people(text: str) -> str:
    """The stem of the people that a phrase ends with, asked of one claim in each of its pairs."""
    found = _people().search(fold(text))
    return stem(found[2]) if found else ""


def two_peoples(mine: str, theirs: str) -> bool:
    """Whether two stems are of two peoples: « thaï » is short for « thaïlandais », and no other."""
    short, long = sorted((mine, theirs), key=len)
    return short != "" and not long.startswith(short)


def _peoples_apart(one: Claim, other: Claim) -> bool:
    """« 200 soldats thaïlandais », « 800 soldats cambodgiens »: one noun, two peoples."""
    if one.subject.head != other.subject.head:
        return False
    return two_peoples(people(one.text), people(other.text))


def _moments_apart(one: Claim, other: Claim) -> bool:
    """« la 88e minute », « 90e+4 »: ranks that say when, too far from each other for a slip; what
    has no noun is a minute of play.
    """
    assert isinstance(one.value, Interval)
    assert isinstance(other.value, Interval)
    instants = word_set("synonyms", "instants")
    heads = {one.subject.head, other.subject.head}
    said = any(head in instants for head in heads)
    when = said and all(head in instants or not head for head in heads)
    far = abs(one.value.stated - other.value.stated) > NIGH
    return when and far and not same_digits(one, other)


def _held_and_holding(one: Claim, other: Claim) -> bool:
    """« un car prévu pour cinquante », « 48 passagers »: how many a thing holds, how many are in
    it; « 50 places » are a capacity by themselves.
    """
    return holds(one) != holds(other) and not same_value(one, other)


def holds(claim: Claim) -> bool:
    """Whether a count tells how many a thing has room for."""
    return CAPACITY in claim.subject.scope or claim.subject.head in word_set("synonyms", "rooms")


_OTHERS = re.compile(r"\b(?:autres?|de plus|supplementaires?)\b")


@lru_cache(maxsize=4096)
def says_others(text: str) -> bool:
    """« Ingrid Betancourt et 14 autres otages »: those besides, where another says fifteen."""
    return bool(_OTHERS.search(fold(text)))


def _vague_apart(one: Claim, other: Claim) -> bool:
    """« plusieurs noms », « plusieurs collègues », « neuf membres »: what admits any number needs
    one thing that is counted, of one sort.
    """
    if not (several(one) or several(other)):
        return False
    mine, theirs = one.subject, other.subject
    if mine.head and theirs.head and mine.head != theirs.head:
        return several(one) and several(other)
    if same_value(one, other):
        return False
    return of_others(mine.label, theirs.label)


def of_others(mine: str, theirs: str) -> bool:
    """Whether two labels tell of whom or what, and not the same: « membres du bureau »."""
    told = _complements(mine), _complements(theirs)
    return bool(told[0] and told[1]) and told[0].isdisjoint(told[1])


@lru_cache(maxsize=4096)
def _complements(label: str) -> frozenset[str]:
    """The telling words of whom or what: « membres des *forces spéciales* », not adjectives."""
    words = re.split(r" (?:de |des |du |d['’])", label, maxsplit=1)[1:]
    return frozenset(
        stem(word) for text in words for word in text.split() if len(word) > SHORT_WORD
    )


def several(claim: Claim) -> bool:
    """« plusieurs », « quelques », with no scale."""
    value = claim.value
    return isinstance(value, Interval) and value.vague and value.low == FEWEST


KINDRED = ({"duration", "ordinal"}, {"duration", "age"})
"""« 65 ans », « 65e anniversaire »: kinds that tell one number without one unit."""


_OPPOSED = (
    {"quotidien", "cumule"},
    {"minimum", "maximum"},
    {"femmes", "hommes"},
    {"femmes", "enfants"},
    {"hommes", "enfants"},
)


def _scopes_apart(one: Claim, other: Claim) -> str:
    pair = opposed(one.subject.scope, other.subject.scope)
    return f"portées différentes : {pair[0]}, {pair[1]}" if pair else ""


def opposed(mine: frozenset[str], theirs: frozenset[str]) -> tuple[str, str] | None:
    """What of two scopes excludes each other: `("femmes", "hommes")`."""
    if mine == theirs:
        return None
    for pair in _OPPOSED:
        if len(mine & pair) == len(theirs & pair) == 1 and mine & pair != theirs & pair:
            return min(mine & pair), min(theirs & pair)
    return None
