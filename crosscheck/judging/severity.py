"""How much a finding matters to a desk: `severity_of("agree", …)` is « none »."""

from collections.abc import Sequence
from decimal import Decimal

from crosscheck.judging.folding import listed, mentions_any
from crosscheck.models import Claim, Severity, VerdictName
from crosscheck.values import Interval

LEVELS: tuple[Severity, ...] = ("none", "low", "medium", "high")
BASE: dict[VerdictName, int] = {
    "conflict": 2,
    "disputed": 2,
    "updated": 2,
    "compatible": 1,
    "agree": 0,
    "single": 0,
}
"""Where a verdict starts, as a place in `LEVELS`."""
WEIGHTY_KINDS = frozenset({"money", "date", "name"})
"""A conflict about a sum, a date or the name of an agreement or institution is grave."""
FAR = Decimal("1.5")
"""From this ratio on, two numbers at odds lie far apart."""
MANY = 3
"""As many origins make a conflict or a dispute graver."""


def severity_of(
    verdict: VerdictName,
    claims: Sequence[Claim],
    witnesses: Sequence[Claim],
    origins: int,
) -> Severity:
    """How much it matters: what is asked, where it stands, how far apart, how many say it."""
    level = BASE[verdict]
    if not level:
        return LEVELS[0]  # nothing raises it
    if verdict == "conflict":
        weighty = claims[0].kind in WEIGHTY_KINDS or origins >= MANY or _prominent(claims)
        level += weighty or _far(witnesses) or is_grave(claims)
    elif verdict == "disputed":
        level += _prominent(claims) or (origins >= MANY and is_grave(claims))
    elif verdict == "compatible":
        # « trois accords » against « plusieurs accords » is no contradiction, yet is asked about.
        level += claims[0].kind == "count" and is_grave(claims)
    return LEVELS[min(level, 3)]


def _prominent(claims: Sequence[Claim]) -> bool:
    """Whether one of them stands in a headline."""
    return any(c.in_headline for c in claims)


def is_grave(claims: Sequence[Claim]) -> bool:
    """Whether the question is one that a desk asks first: a toll, an agreement."""
    words = listed("weight", "grave")
    return any(mentions_any(f"{c.subject.head} {c.subject.label}", words) for c in claims)


def _far(witnesses: Sequence[Claim]) -> bool:
    """Whether the numbers of the witnesses are far apart."""
    numbers = [c.value.stated for c in witnesses if isinstance(c.value, Interval)]
    low, high = min(numbers, default=Decimal(1)), max(numbers, default=Decimal(1))
    return low > 0 and high / low >= FAR
