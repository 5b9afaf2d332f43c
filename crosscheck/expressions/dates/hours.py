"""The words of hours and of the parts of a day, read from `rules/fr/hours.toml`.

>>> hours().parts.starts_at(tokenise("fin de matinée"), 0)
(3, Part(start=10, end=12, alone=False))
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscheck.expressions.phrases import Phrases, bare, plain
from crosscheck.expressions.tokens import tokenise
from crosscheck.expressions.wordlists import listed, rows, wrong
from crosscheck.rules import remembered

__all__ = ["Hours", "Part", "hours", "tokenise"]


@dataclass(frozen=True, slots=True)
class Part:
    """The hours between which a part of a day lies: 18 and 24 for an evening."""

    start: int
    end: int
    alone: bool = False
    """A date without any word before it: « tôt le matin »."""

    @property
    def clock(self) -> str:
        """`Part(18, 24).clock` is « 18:00/24:00 »."""
        return f"{self.start:02}:00/{self.end:02}:00"


@dataclass(frozen=True, slots=True)
class Half:
    """One half of the day, as words after an hour tell it."""

    later: bool
    """After noon."""
    by_twelve: bool = False
    """Hours go to twelve and begin with it: « 12:30 AM » is half an hour past midnight."""

    def of_day(self, minutes: int) -> int:
        """The minutes since midnight of an hour of this half.

        >>> Half(later=True).of_day(6 * 60)
        1080
        """
        noon = 12 * 60
        if self.by_twelve and noon <= minutes < noon + 60:
            minutes -= noon
        return minutes + noon if self.later and minutes < noon else minutes


@dataclass(frozen=True, slots=True)
class Hours:
    """Every word list of hours, checked."""

    sure: Phrases[bool]
    """Before an hour, these make it a time of day; `after` does so after it."""
    after: Phrases[bool]
    unsure: frozenset[str]
    """Before a phrase of `sure`, these make the hours a length again."""
    length: Phrases[bool]
    not_after: frozenset[str]
    """After hours, these make them a length: « 3 heures plus tard »."""
    opens: Phrases[bool]
    """Before an hour: True for « après », from that hour on, False for « avant »."""
    halves: Phrases[Half]
    """After an hour: « du matin », « PM »."""
    glued_halves: Mapping[str, Half]
    """Letters stuck to the figures of an hour: « 5:16p »."""
    sayings: Phrases[bool]
    near: frozenset[str]
    """« peu avant 8 heures » is about eight o'clock."""
    parts: Phrases[Part]
    ends: frozenset[str]
    """The last words of the parts, as printed."""
    leads: Phrases[bool]
    """Before a part, these make it a date of its own: « dans la soirée »."""
    links: Phrases[bool]
    """Between a day and its part: « lundi en fin de matinée »."""
    now: Phrases[bool]
    past: frozenset[str]
    coming: frozenset[str]
    entry_words: frozenset[str]
    """What a diary's entry may hold of these."""


def _flags(key: str, inner: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(listed("hours", key, inner), True))


@remembered
def hours() -> Hours:
    """The words of the rules in use; `RuleError` on a mistake."""
    parts = _parts()
    opens = dict.fromkeys(listed("hours", "open", "after"), True)
    leads = listed("hours", "leads", "alone")
    links = listed("hours", "leads", "after_a_day")
    ends = {tokenise(phrase).words[-1] for phrase in parts}
    return Hours(
        sure=_flags("clock", "sure"),
        after=_flags("clock", "after"),
        unsure=frozenset(listed("hours", "clock", "unsure")),
        length=_flags("clock", "length"),
        not_after=frozenset(plain(word) for word in listed("hours", "clock", "not_after")),
        opens=Phrases(opens | dict.fromkeys(listed("hours", "open", "before"), False)),
        halves=Phrases(_halves(glued=False)),
        glued_halves=_halves(glued=True),
        sayings=_flags("clock", "sayings"),
        near=frozenset(listed("hours", "open", "near")),
        parts=Phrases(parts),
        ends=frozenset(ends | {bare(word) for word in ends}),
        leads=Phrases(dict.fromkeys(leads, True)),
        links=Phrases(dict.fromkeys(links, True)),
        now=_flags("moments", "now"),
        past=frozenset(plain(word) for word in listed("hours", "moments", "past")),
        coming=frozenset(plain(word) for word in listed("hours", "moments", "coming")),
        entry_words=_words((*parts, *leads, *links, *listed("hours", "entries"))),
    )


def _parts() -> dict[str, Part]:
    found = {}
    for word, row in rows("hours", "parts", {"from": int, "to": int, "alone": [bool]}).items():
        if not 0 <= row["from"] < row["to"] <= 24:
            raise wrong("hours", f"parts.{word}", row, "des heures de 0 à 24, dans l'ordre")
        found[word] = Part(row["from"], row["to"], row.get("alone", False))
    return found


def _halves(*, glued: bool) -> dict[str, Half]:
    """What stands after an hour, apart from the figures or stuck to them."""
    found = rows("hours", "halves", {"later": bool, "by_twelve": [bool], "glued": [bool]})
    return {
        word: Half(row["later"], row.get("by_twelve", False))
        for word, row in found.items()
        if row.get("glued", False) is glued
    }


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in tokenise(phrase).words)
