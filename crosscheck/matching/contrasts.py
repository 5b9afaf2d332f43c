"""What an article's own arithmetic tells of its figures: which others they do not answer.

« 45 000 spectateurs, 5 000 de moins qu'en 2024 »: what another article gives for 2024 is held
against the 50 000 that follow, not against the 45 000.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from crosscheck.matching.rivals import Pairs
from crosscheck.models import Claim, Derived
from crosscheck.values import Interval

SPAN = "durations.derived"
"""The rule of what lasts from one day to another."""
_ANOTHER = "un autre nombre, que l'article met en regard"


def told_apart(pairs: Pairs, claims: Sequence[Claim], derived: Sequence[Derived]) -> Pairs:
    """The pairs, kept apart where an article's own arithmetic tells that they answer two questions.

    « 45 000, 5 000 de moins qu'en 2024 » is not held against what another gives for 2024, nor the
    whole of « 58 % des 991 762 électeurs » against what is nearer to the part.
    """
    if not derived:
        return pairs
    following = followed(claims, derived)
    apart = {
        (i, j): replace(like, clash=_ANOTHER)
        for (i, j), like in pairs.items()
        if (i in following or j in following)
        and not (like.clash or like.admitted)
        and another((i, j), claims, following)
    }
    return {**pairs, **apart}


def followed(claims: Sequence[Claim], derived: Sequence[Derived]) -> Mapping[int, list[Claim]]:
    """The places of claims from which values follow, with these."""
    place = {(c.article, c.start, c.end): i for i, c in enumerate(claims)}
    found: dict[int, list[Claim]] = {}
    for following in derived:
        for span in following.sources:
            if (i := place.get((following.claim.article, *span))) is not None:
                found.setdefault(i, []).append(following.claim)
    return found


def another(
    pair: tuple[int, int], claims: Sequence[Claim], following: Mapping[int, list[Claim]]
) -> bool:
    """Whether one claim of a pair rather answers what follows from the other than the other."""
    return any(
        _another(claims[mine], claims[other], claim)
        for mine, other in (pair, pair[::-1])
        for claim in following.get(mine, ())
    )


def _another(mine: Claim, other: Claim, derived: Claim) -> bool:
    """Whether `other` rather answers what follows from `mine` than `mine` itself."""
    if other.article == mine.article or not may_answer(derived, other):
        return False
    if derived.subject.time is not None:
        return True  # of the time that `mine` is held against
    value, theirs, whole = derived.value, other.value, mine.value
    assert isinstance(value, Interval)
    if not (isinstance(theirs, Interval) and isinstance(whole, Interval)):
        return False
    if min(theirs.stated, whole.stated) <= 0 or not theirs.stated.is_finite():
        return False
    middle = (value.low + value.high) / 2
    return _ratio(theirs.stated, middle) > _ratio(theirs.stated, whole.stated)


def may_answer(claim: Claim, other: Claim) -> bool:
    """Whether a value that is written can be what was derived: of the same time and the same thing.

    A value of an earlier time is answered only by what is dated by that time.
    """
    if claim.kind != other.kind:
        return False
    mine, theirs = claim.subject.time, other.subject.time
    if claim.rule == SPAN:
        return _unit(other) == "jour"
    if claim.kind in ("count", "percentage") and claim.subject.head != other.subject.head:
        return False
    if claim.kind in ("money", "measure") and _unit(claim) != _unit(other):
        return False
    if mine is None:
        return True
    return theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _unit(claim: Claim) -> str:
    return claim.value.unit if isinstance(claim.value, Interval) else ""


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    """The smaller of two numbers over the larger."""
    return min(one, other) / max(one, other)
