"""Offices, names and quotations are put together by keys: who, which name, whose words."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from itertools import combinations

from rapidfuzz import fuzz

from crosscheck.claims.lexicon import fold, stem
from crosscheck.claims.persons import near_person, person_key, same_person
from crosscheck.matching.offices import exclude_each_other
from crosscheck.models import Claim
from crosscheck.rules import remembered_lately
from crosscheck.values import Name, Quote, Role

SAME_WORDS = 60.0
"""Likeness in percent from which two quotations are one utterance in other words."""
SAME_NAME = 90.0
"""Likeness in percent from which two names of one head are spellings of one."""
LEAST_LETTERS = 3
"""Words up to this length tell nothing of what is said."""
_STRIPPED = ("vice-", "ex-", "ancien ", "ancienne ", "ex ", "vice ", "futur ", "future ")


def same_office(one: Claim, other: Claim, several: Collection[str] = ()) -> bool:
    """Whether two roles are of one person and one sort of office.

    A minister who is also the prime minister holds two offices; a prime minister whom another
    article calls deputy prime minister is one question with two answers, and so is a minister of
    transports whom another calls secretary of state for transports, unless the person is one of
    those who held `several` in turn.
    """
    mine, theirs = one.value, other.value
    if not isinstance(mine, Role) or not isinstance(theirs, Role):
        return False
    if one.subject.head != other.subject.head:
        return False
    office = one.subject.head == "rank" or office_head(mine) == office_head(theirs)
    if not same_person(mine.person, theirs.person):
        return office and near_person(mine.person, theirs.person)
    if not exclude_each_other(mine.role, theirs.role):
        return office
    held = any(same_person(mine.person, name) for name in several)
    return one.article != other.article and not held


def in_turn(claims: Sequence[Claim]) -> frozenset[str]:
    """The names of those whom one article gives two such offices: they held them in turn, or two
    persons bear the name.
    """
    roles = [(c.article, c.value) for c in claims if isinstance(c.value, Role)]
    return frozenset(
        name
        for (article, one), (same, other) in combinations(roles, 2)
        if article == same
        and exclude_each_other(one.role, other.role)
        and same_person(one.person, other.person)
        for name in (one.person, other.person)
    )


@remembered_lately(4096)
def office_head(role: Role) -> str:
    """« premier ministre » for « vice-Premier ministre de la Fédération de Russie »."""
    words = fold(role.role)
    for prefix in _STRIPPED:
        words = words.removeprefix(prefix)
    parts = re.findall(r"\w+", words) or [""]
    if parts[0] == "pdg":
        return stem("président")
    if parts[0] in ("premier", "premiere") and len(parts) > 1:
        return "premier ministre"
    return stem(parts[0])


def same_name(one: Claim, other: Claim) -> bool:
    """Whether two names name one thing: one acronym, or the words of one among the other's."""
    if not isinstance(one.value, Name) or not isinstance(other.value, Name):
        return False
    a, b = one.value, other.value
    if a.acronym and b.acronym:
        return a.acronym == b.acronym
    mine, theirs = a.key.split(), b.key.split()
    if mine[:1] != theirs[:1]:
        return False
    shorter, longer = sorted((set(mine), set(theirs)), key=len)
    if shorter <= longer and len(shorter) > 1:
        return True
    return float(fuzz.token_sort_ratio(fold(a.name), fold(b.name))) >= SAME_NAME


def same_utterance(one: Claim, other: Claim) -> bool:
    """Whether two quotations are one utterance, word for word or not."""
    if not isinstance(one.value, Quote) or not isinstance(other.value, Quote):
        return False
    alike = max(fuzz.ratio(one.value.key, other.value.key), _held(one.value.key, other.value.key))
    return alike >= SAME_WORDS and _shared_words(one.value.key, other.value.key)


def _shared_words(one: str, other: str) -> bool:
    """Whether half the telling words of the shorter stand in the other: letters alone are alike by
    chance (« ce n'est pas une maladie », « elle n'est pas du genre à se plaindre »).
    """
    rows = [{stem(w) for w in key.split() if len(w) > LEAST_LETTERS} for key in (one, other)]
    short, long = sorted(rows, key=len)
    return 2 * len(short & long) >= len(short)


def _held(one: str, other: str) -> float:
    """A long passage of one inside the other counts, a short one may be chance."""
    if min(len(one), len(other)) < 30:
        return 0.0
    return float(fuzz.partial_ratio(one, other)) - 25


SAME = {"role": same_office, "name": same_name, "quote": same_utterance}
"""The predicate that joins two claims of each worded kind."""


def grouped(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    """Claims of one worded kind in groups: each joins the group that it fits throughout.

    Those with the fullest wording come first, so that a family name alone meets its person, and a
    short wording that fits two groups joins neither.
    """
    groups: list[list[Claim]] = []
    offices = partial(same_office, several=in_turn(claims))
    for claim in sorted(claims, key=_fullness):
        same = offices if claim.kind == "role" else SAME[claim.kind]
        fits = [g for g in groups if all(same(claim, other) for other in g)]
        if len(fits) > 1:
            fits = [g for g in fits if any(_wording(c) == _wording(claim) for c in g)][:1]
        if fits:
            fits[0].append(claim)
        else:
            groups.append([claim])
    return groups


def _wording(claim: Claim) -> str:
    value = claim.value
    return (
        " ".join(person_key(value.person)) if isinstance(value, Role) else getattr(value, "key", "")
    )


def _fullness(claim: Claim) -> tuple[int, str, str, int, int]:
    value = claim.value
    if isinstance(value, Role):
        return -len(person_key(value.person)), value.person, value.key, claim.start, claim.end
    return -len(_wording(claim).split()), _wording(claim), claim.text, claim.start, claim.end
