"""Short ways to build the records that judging takes: no model, no reading."""

from datetime import date
from decimal import Decimal

from crosscheck.models import Article, Claim, ClaimGroup, Kind, Polarity, Subject
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role, Value

DAY = date(2025, 3, 14)


def article(
    name: str,
    day: date | None = DAY,
    text: str = "",
    *,
    origin: str = "",
    copy_of: str | None = None,
) -> Article:
    """An article: `article("a", date(2025, 3, 14), copy_of="b")`."""
    return Article(id=name, text=text, published=day, origin=origin, copy_of=copy_of)


def number(low: object, high: object = None, unit: str = "", **more: object) -> Interval:
    """From `low` to `high`, or exactly `low`: `number("12,5e6")` has the grain of what is said."""
    least = Decimal(str(low))
    most = least if high is None else Decimal(str(high))
    return Interval(least, most, unit, **more)  # type: ignore[arg-type]


def more_than(low: object, unit: str = "", *, strict: bool = True) -> Interval:
    """« plus de 10 »; `strict=False` for « au moins 10 »."""
    return Interval(Decimal(str(low)), INFINITE, unit, strict=strict)


def day(text: str, weekday: int | None = None) -> Period:
    """`day("2025-06")`, `day("2025-06-12/2025-06-13")`, `day("2025-06-23T05:30")`."""
    first, _, last = text.partition("T")[0].partition("/")
    start, end = _ends(first)[0], _ends(last or first)[1]
    return Period(text, start, end, weekday)


def _ends(part: str) -> tuple[date, date]:
    parts = [int(p) for p in part.split("-")]
    if len(parts) == 3:
        only = date(parts[0], parts[1], parts[2])
        return only, only
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), date.fromordinal(following.toordinal() - 1)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def claim(
    id: str,
    art: str,
    value: Value,
    *,
    text: str = "",
    head: str = "mort",
    kind: Kind | None = None,
    speaker: str | None = None,
    polarity: Polarity = "asserted",
    scope: frozenset[str] = frozenset(),
    headline: bool = False,
) -> Claim:
    """A claim of one value; its kind from the value, unless told."""
    kinds: dict[type, Kind] = {Period: "date", Role: "role", Name: "name", Quote: "quote"}
    subject = Subject(head, head, action="tuer", scope=scope)
    found = kind or kinds.get(type(value), "count")
    words = text or getattr(value, "edtf", "") or str(value)
    return Claim(
        id, art, found, 0, 5, words, (0, 0), value, subject, speaker, polarity, headline, "test"
    )


def group(*claims: Claim) -> ClaimGroup:
    """The claims as a group."""
    return ClaimGroup(claims)
