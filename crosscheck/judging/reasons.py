"""The why of a finding: one French sentence, from the templates of the rules file `verdicts`."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.judging.days import dated_by
from crosscheck.judging.evidence import Evidence
from crosscheck.models import Claim
from crosscheck.rules import table
from crosscheck.values import Period

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
LONGEST = 160
"""Characters of a wording that are shown."""
MOST_ARTICLES = 4
"""Articles that are named on one side."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a row holds: the key of its sentence, and the claims of either side."""

    reason: str
    left: tuple[Claim, ...]
    right: tuple[Claim, ...] = ()
    detail: str = ""
    steps: tuple[tuple[Claim, ...], ...] = ()


def why(ground: Ground, evidence: Evidence) -> str:
    """The sentence: « « 48 passagers » (01-agence) ≠ « 56 passagers » (04-blog) »."""
    messages = table("verdicts", "messages")
    first = ground.left[0]
    other = ground.right[0] if ground.right else first
    text = messages[ground.reason].format(
        left=worded(ground.left),
        right=worded(ground.right),
        left_speaker=first.speaker or "",
        right_speaker=other.speaker or "",
        right_article=other.article,
        articles=_listed(sorted({c.article for c in evidence.claims})),
        acronym=ground.detail,
        words=ground.detail,
        steps=", puis ".join(worded(step) for step in ground.steps),
        **_day_words(first, other),
    )
    if evidence.left_out:
        text = messages["left-out"].format(why=text, claims=_each(evidence.left_out))
    return f"{text[0].upper()}{text[1:]}." if text else text


def _each(claims: Sequence[Claim]) -> str:
    """Each wording with those who have it: what is set aside need not be of one value."""
    by_value: dict[str, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault(str(claim.value.to_dict()), []).append(claim)
    return ", ".join(worded(group) for group in by_value.values())


def worded(claims: Sequence[Claim]) -> str:
    """The first wording and who has it: « « 17 morts » (02-quotidien, 03-radio) »."""
    if not claims:
        return ""
    text = " ".join(claims[0].text.split()).strip('«»"“” ')
    short = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    names = list(dict.fromkeys(c.article for c in claims))
    sum_ = f" [{claims[0].derivation}]" if claims[0].derivation else ""
    return f"« {short} »{sum_} ({_listed(names)})"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_ARTICLES
    return ", ".join(names[:MOST_ARTICLES]) + (f" et {more} de plus" if more > 0 else "")


def day_name(day: Period) -> tuple[str, str]:
    """A date and its true day of the week: `("14 mars 2025", "vendredi")`."""
    if day.first is None:
        return day.edtf, ""
    number = "1er" if day.first.day == 1 else str(day.first.day)
    return f"{number} {MONTHS[day.first.month - 1]} {day.first.year}", WEEKDAYS[day.first.weekday()]


def _day_words(claim: Claim, other: Claim) -> dict[str, str]:
    mine, theirs = claim.value, other.value
    day, weekday = "", ""
    if isinstance(mine, Period) and isinstance(theirs, Period):
        day, weekday = day_name(dated_by(mine, theirs))
    return {"day": day, "weekday": weekday}
