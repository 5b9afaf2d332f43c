"""The why of a finding: one French sentence, from the templates of the rules file `verdicts`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import Formatter

from crosscheck.judging.days import dated_by
from crosscheck.judging.evidence import Evidence
from crosscheck.making import quickly_made
from crosscheck.models import Claim
from crosscheck.rules import remembered, table
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


@quickly_made
@dataclass(frozen=True, slots=True)
class Ground:
    """Why a row holds: the key of its sentence, and the claims of either side."""

    reason: str
    left: tuple[Claim, ...]
    right: tuple[Claim, ...] = ()
    detail: str = ""
    steps: tuple[tuple[Claim, ...], ...] = ()

    @property
    def other(self) -> Claim:
        """The first claim of the other side, if there is one."""
        return (self.right or self.left)[0]


def why(ground: Ground, evidence: Evidence) -> str:
    """The sentence: « « 48 passagers » (01-agence) ≠ « 56 passagers » (04-blog) »."""
    text, names = _message(ground.reason)
    parts = {name: _PARTS[name](ground, evidence) for name in names}
    return _told(text.format(**parts), evidence.left_out)


_PARTS: dict[str, Callable[[Ground, Evidence], str]] = {
    "left": lambda ground, _: worded(ground.left),
    "right": lambda ground, _: worded(ground.right),
    "left_speaker": lambda ground, _: ground.left[0].speaker or "",
    "right_speaker": lambda ground, _: ground.other.speaker or "",
    "right_article": lambda ground, _: ground.other.article,
    "articles": lambda _, evidence: _listed(sorted({c.article for c in evidence.claims})),
    "acronym": lambda ground, _: ground.detail,
    "words": lambda ground, _: ground.detail,
    "steps": lambda ground, _: ", puis ".join(worded(step) for step in ground.steps),
    "day": lambda ground, _: _day_words(ground)[0],
    "weekday": lambda ground, _: _day_words(ground)[1],
}
"""What may be filled in, each worked out where its sentence asks for it."""


def why_alone(claim: Claim, left_out: tuple[Claim, ...]) -> str:
    """The sentence of a claim that no other answers: « Une seule source en parle : … »."""
    return _told(_message("single")[0].format(left=worded((claim,))), left_out)


@remembered
def _message(reason: str) -> tuple[str, tuple[str, ...]]:
    """The sentence of a reason, and what is to be filled in."""
    text = str(table("verdicts", "messages")[reason])
    return text, tuple({name for _, name, _, _ in Formatter().parse(text) if name})


def _told(text: str, left_out: Sequence[Claim]) -> str:
    """A whole sentence, with what was set aside."""
    if left_out:
        text = _message("left-out")[0].format(why=text, claims=_each(left_out))
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
    first = claims[0]
    text = " ".join(first.text.split()).strip('«»"“” ')
    short = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    one = len(claims) == 1
    names = first.article if one else _listed(list(dict.fromkeys([c.article for c in claims])))
    sum_ = f" [{first.derivation}]" if first.derivation else ""
    return f"« {short} »{sum_} ({names})"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_ARTICLES
    return ", ".join(names[:MOST_ARTICLES]) + (f" et {more} de plus" if more > 0 else "")


def day_name(day: Period) -> tuple[str, str]:
    """A date and its true day of the week: `("14 mars 2025", "vendredi")`."""
    if day.first is None:
        return day.edtf, ""
    number = "1er" if day.first.day == 1 else str(day.first.day)
    return f"{number} {MONTHS[day.first.month - 1]} {day.first.year}", WEEKDAYS[day.first.weekday()]


def _day_words(ground: Ground) -> tuple[str, str]:
    mine, theirs = ground.left[0].value, ground.other.value
    if isinstance(mine, Period) and isinstance(theirs, Period):
        return day_name(dated_by(mine, theirs))
    return "", ""
