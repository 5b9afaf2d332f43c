"""What a claim may say: numbers as intervals, dates as periods, words as canonical forms.

A value says what may be true. `same` asks whether two values say the same thing, `meet` what is
left if both are true (`None`: nothing is). Judging needs no more than these two.

>>> twelve = Interval.exactly(12, "mort")
>>> at_least_ten = Interval(Decimal(10), INFINITE, "mort")
>>> at_least_ten.meet(twelve) == twelve
True
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from crosscheck.making import quickly_made

INFINITE = Decimal("Infinity")


def plain_number(number: Decimal) -> int | float | None:
    """A number as JSON has it: 12, 1.5, and `None` for what is infinite."""
    if not number.is_finite():
        return None
    return int(number) if number == number.to_integral_value() else float(number)


class _Told:
    """What every value can do: tell one entry of its JSON form."""

    __slots__ = ()

    def to_dict(self) -> dict[str, object]:
        """The value as the JSON report has it."""
        raise NotImplementedError

    def get(self, key: str, default: object = None) -> object:
        """`Interval.exactly(3, "accord").get("unit")` is « accord »: one entry of `to_dict()`."""
        return self.to_dict().get(key, default)


@quickly_made
@dataclass(frozen=True, slots=True)
class Interval(_Told):
    """Every number from `low` to `high`, both included, of one `unit`.

    >>> Interval(Decimal(60), Decimal(80), "mm").meet(Interval.exactly(70, "mm")).low
    Decimal('70')
    """

    low: Decimal
    """The least it can be; minus infinity when nothing was said."""
    high: Decimal
    """The most it can be; infinity when nothing was said."""
    unit: str = ""
    """Lemma of what is counted or measured: « mort », « an », « % », « km »; may be empty."""
    currency: str | None = None
    """ISO 4217 code of a sum of money, where the article lets one know it."""
    grain: Decimal = Decimal(1)
    """One unit of the last digit that was printed and is not a trailing zero: 10000 for
    « 10 000 », 100000 for « 1,2 million », 0.1 for « 38,9 »."""
    strict: bool = False
    """The stated end is itself left out: « plus de 65 ans », « moins de vingt minutes »."""
    vague: bool = False
    """The ends are our reading of words (« plusieurs », « une dizaine », « près de »)."""

    @classmethod
    def exactly(cls, number: Decimal | int | str, unit: str = "", **more: object) -> "Interval":
        """`Interval.exactly(3, "accord")` is the interval from 3 to 3."""
        value = Decimal(number)
        return cls(value, value, unit, **more)  # type: ignore[arg-type]

    @property
    def exact(self) -> bool:
        """Whether one number alone is meant."""
        return self.low == self.high

    @property
    def stated(self) -> Decimal:
        """The number that stands in the text for a bound or an exact value: the finite end."""
        return self.low if self.low.is_finite() else self.high

    def same(self, other: "Value") -> bool:
        """Whether both say the same: same ends, and bounds of the same strictness."""
        return (
            isinstance(other, Interval)
            and (self.low, self.high) == (other.low, other.high)
            and self.strict == other.strict
            and self.commensurable(other)
        )

    def to_dict(self) -> dict[str, object]:
        """`{"low": 12, "high": None, "unit": "mort"}`, with `currency` for money."""
        ends: dict[str, object] = {
            "low": plain_number(self.low),
            "high": plain_number(self.high),
            "unit": self.unit,
        }
        return ends | ({"currency": self.currency} if self.currency else {})

    def commensurable(self, other: "Interval") -> bool:
        """Whether the two are of one currency, or one of them does not say which.

        « 27,50 dollars » says less than its code, which is our reading of the article's places.
        """
        unsaid = self.unit == other.unit != "" or None in (self.currency, other.currency)
        return self.currency == other.currency or unsaid

    def meet(self, other: "Value") -> "Interval | None":
        """What both admit; `None` when nothing is left."""
        if not isinstance(other, Interval) or not self.commensurable(other):
            return None
        low, high = max(self.low, other.low), min(self.high, other.high)
        currency = self.currency or other.currency
        return replace(self, low=low, high=high, currency=currency) if low <= high else None


@dataclass(frozen=True, slots=True)
class Period(_Told):
    """A day, a run of days or a moment, as EDTF and as its first and last day.

    >>> june = Period("2025-06", date(2025, 6, 1), date(2025, 6, 30))
    >>> june.meet(Period("2025-06-23", date(2025, 6, 23), date(2025, 6, 23))).edtf
    '2025-06-23'
    """

    edtf: str
    """Extended Date/Time Format: « 2025-06-23 », « 2025-06 », « 2024-11-09/2024-11-10 »,
    « 2025-03-14T05:30 »; « XXXX-06-23 » where the year cannot be known; empty if nothing is."""
    first: date | None = None
    """First day; `None` when the year is unknown; `date.min` for « ../2025-10-29 »."""
    last: date | None = None
    """Last day, included; `None` when the year is unknown; `date.max` for « 2025-10-29/.. »."""
    weekday: int | None = None
    """The day of the week as written (Monday is 0), where it stands beside a day number."""
    of: "Period | None" = None
    """The named period that this is a part of, or hangs on: the day of « hier soir », the year of
    « fin 2024 », the day of « avant le 4 juillet ». Sources are compared by it, since where an
    evening or the end of a year begins is our reading."""

    def same(self, other: "Value") -> bool:
        """Whether both say the same days (and the same hour, if both give one)."""
        if not isinstance(other, Period):
            return False
        if self.first is None or other.first is None:
            return self.edtf == other.edtf != ""  # two days that nobody knows are not one day
        return (self.first, self.last, self.clock) == (other.first, other.last, other.clock)

    def to_dict(self) -> dict[str, object]:
        """`{"edtf": "2025-06", "from": "2025-06-01", "to": "2025-06-30"}`."""
        said: dict[str, object] = {"edtf": self.edtf}
        if self.first and self.last:
            first = None if self.first == date.min else self.first.isoformat()
            said |= {"from": first, "to": None if self.last == date.max else self.last.isoformat()}
        return said

    @property
    def clock(self) -> str:
        """« 05:30 » when one hour is given, else empty."""
        return "" if "/" in self.edtf else self.edtf.partition("T")[2]

    def meet(self, other: "Value") -> "Period | None":
        """The days (and hour) that both admit; an unknown year admits any year."""
        if not isinstance(other, Period):
            return None
        if self.clock and other.clock and self.clock != other.clock:
            return None
        if self.first is None or other.first is None or self.last is None or other.last is None:
            return self._meet_masked(other)
        first, last = max(self.first, other.first), min(self.last, other.last)
        if first > last:
            return None
        narrow = self if (self.first, self.last) == (first, last) else other
        if (narrow.first, narrow.last) == (first, last):
            return narrow
        ends = (
            ".." if first == date.min else first.isoformat(),
            ".." if last == date.max else last.isoformat(),
        )
        return Period("/".join(ends), first, last)

    def _meet_masked(self, other: "Period") -> "Period | None":
        """Month and day compared where one of the two has no year; what is not known, admits."""
        known, masked = (self, other) if self.first is not None else (other, self)
        if not known.edtf:
            known, masked = masked, known
        day = masked.edtf.partition("T")[0]
        if not day.startswith("XXXX-"):
            return known
        if known.first is None or known.last is None:
            return _finer(known, masked)
        if (known.last - known.first).days >= 366:
            return known
        years = {known.first.year, known.last.year}
        low = {f"{year}{day[4:]}" for year in years}
        span = known.first.isoformat(), known.last.isoformat()
        return known if any(span[0][: len(d)] <= d <= span[1][: len(d)] for d in low) else None


def _finer(one: Period, other: Period) -> Period | None:
    """Of two dates without a year, the one that lies in the other: 31 May, in May."""
    days = [(period.edtf.partition("T")[0], period) for period in (one, other)]
    (short, _), (long, finer) = sorted(days, key=lambda row: (len(row[0]), row[1].edtf))
    return finer if long == short or long.startswith(f"{short}-") else None


def _held(words: str, others: str) -> bool:
    """Whether the words of one key are all among those of the other."""
    return set(words.split()) <= set(others.split())


@dataclass(frozen=True, slots=True)
class Role(_Told):
    """Who holds which office, rank or trade: `Role("Jean Duval", "maire de Rennes")`."""

    person: str
    """The fullest name the article gives the person."""
    role: str
    """The office as worded, lower case but for names."""
    key: str = ""
    """What the office is compared by: folded words without articles and complements."""

    def same(self, other: "Value") -> bool:
        """Whether the office is worded alike, case, accents and articles aside."""
        return isinstance(other, Role) and self.key == other.key

    def to_dict(self) -> dict[str, object]:
        """`{"person": …, "role": …}`."""
        return {"person": self.person, "role": self.role}

    def meet(self, other: "Value") -> "Role | None":
        """The more precise of two wordings of one office; `None` when neither holds the other."""
        if not isinstance(other, Role):
            return None
        if _held(self.key, other.key):
            return other
        return self if _held(other.key, self.key) else None


@dataclass(frozen=True, slots=True)
class Name(_Told):
    """The name of an agreement, an institution, a meeting or a programme."""

    name: str
    """Canonical form."""
    acronym: str | None = None
    """« AES », where the article gives it with the name."""
    key: str = ""
    """What the name is compared by: folded stems in alphabetical order."""

    def same(self, other: "Value") -> bool:
        """Whether both are one name, spelling and order of words aside."""
        return isinstance(other, Name) and self.key == other.key

    def to_dict(self) -> dict[str, object]:
        """`{"name": …, "acronym": …}`."""
        return {"name": self.name, "acronym": self.acronym}

    def meet(self, other: "Value") -> "Name | None":
        """The fuller of two wordings, when the words of one are among those of the other."""
        if not isinstance(other, Name):
            return None
        if _held(self.key, other.key):
            return other
        return self if _held(other.key, self.key) else None


@dataclass(frozen=True, slots=True)
class Quote(_Told):
    """Words between quotation marks, and who said them."""

    text: str
    speaker: str | None = None
    key: str = ""
    """Folded words, for comparison."""

    def same(self, other: "Value") -> bool:
        """Whether the words are the same, case and punctuation aside."""
        return isinstance(other, Quote) and self.key == other.key

    def to_dict(self) -> dict[str, object]:
        """`{"text": …, "speaker": …}`."""
        return {"text": self.text, "speaker": self.speaker}

    def meet(self, other: "Value") -> "Quote | None":
        """The longer of two quotations when it holds the shorter one whole."""
        if not isinstance(other, Quote):
            return None
        if self.key in other.key:
            return other
        return self if other.key in self.key else None


Value = Interval | Period | Role | Name | Quote
