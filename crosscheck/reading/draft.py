"""What a reader of one format hands over, before the text itself is looked at.

>>> Draft("Douze morts.", facts=(Fact("outlet", "AFP", "json-ld"),)).first("outlet")
'AFP'
"""

from dataclasses import dataclass

from crosscheck.models import Block, Fact, LeftOut, PlaceUnit
from crosscheck.reading.messages import message

Places = tuple[tuple[str, str], ...]
"""Names and values of the places of a message."""


class Unread(Exception):
    """Bytes that cannot be read: the key of a reason (`rules/fr/reading.toml`) and its places.

    `str(Unread("unknown_format", suffix=".csv"))` is « format non lu (.csv) ».
    """

    def __init__(self, key: str, /, **places: str) -> None:
        super().__init__(key, tuple(places.items()))
        self.key, self.places = key, tuple(places.items())

    def __str__(self) -> str:
        return message("reasons", self.key, **dict(self.places))


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell of a file that was read: `Remark("hidden")`."""

    key: str
    places: Places = ()

    def __str__(self) -> str:
        return message("remarks", self.key, **dict(self.places))


@dataclass(frozen=True, slots=True)
class Draft:
    """One article of a file as its format tells it. Plain strings and numbers: it travels."""

    text: str
    format: str = "text"
    facts: tuple[Fact, ...] = ()
    """Surest first; days as ISO 8601."""
    blocks: tuple[Block, ...] = ()
    """What the format says of some runs of the text; the rest is left to `describe`."""
    place_unit: PlaceUnit = "paragraph"
    marks: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    part: tuple[str, Places] | None = None
    """Which article of a file that holds several: the key of a name in `[parts]`."""

    def first(self, field: str) -> str:
        """The surest value of a fact, or nothing."""
        return next((f.value for f in self.facts if f.field == field and f.used), "")


@dataclass(frozen=True, slots=True)
class Failed:
    """One article of a file that could not be read, among others that could."""

    key: str
    places: Places = ()
    part: tuple[str, Places] | None = None

    def __str__(self) -> str:
        return message("reasons", self.key, **dict(self.places))


Outcome = Draft | Failed
"""What a reader gives for each article of a file."""


def part_name(part: tuple[str, Places] | None) -> str:
    """« ligne 3 », « pièce jointe « bilan.pdf » »; nothing for the only article of a file."""
    return message("parts", part[0], **dict(part[1])) if part else ""
