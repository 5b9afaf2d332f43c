"""What blocking asks of articles and claims: numbers that two tables can be joined by.

>>> from crosscheck.models import Article
>>> article = Article.from_text("Le bilan est lourd. Bamako a été touchée. Le préfet le dit.")
>>> list(article_slots(article, ()).names) == [ident("nom", "bamako")]
True
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crosscheck.archive.idents import BITS, ident
from crosscheck.claims.lexicon import fold, stem
from crosscheck.claims.persons import person_key
from crosscheck.measures import in_base
from crosscheck.models import Article, Claim
from crosscheck.values import Interval, Name, Period, Quote, Role

LANES = 4
"""Integers of 63 bits that hold the signature of the words of a claim."""
LEAST_LETTERS = 3
TELLING_DIGITS = 2
"""Digits from which a number tells which story an article is of."""
PLAIN, MONEY, PERCENTAGE, DATE, ROLE, NAME, QUOTE = range(1, 8)
KINDS = {
    "count": PLAIN,
    "measure": PLAIN,
    "ordinal": PLAIN,
    "age": PLAIN,
    "duration": PLAIN,
    "money": MONEY,
    "percentage": PERCENTAGE,
    "date": DATE,
    "role": ROLE,
    "name": NAME,
    "quote": QUOTE,
}
"""Kinds that can hold one answer have one number (`matching.clashes.comparable`)."""
COLUMNS = (
    "kind", "unit", "head", "value", "telling", "action",
    "lane0", "lane1", "lane2", "lane3",
)  # fmt: skip
"""What is compared of a claim, in the order of `ClaimSlots.row`."""
WORDED = (ROLE, NAME, QUOTE)
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-ÞŒ][\w-]{2,}")


@dataclass(frozen=True, slots=True)
class ArticleSlots:
    """Where an article is looked for: `article_slots(article, claims)`."""

    day: int | None
    """The day of publication, from 1 January 1970; else the day that its claims tell of most."""
    names: tuple[int, ...]
    """Its names and its telling figures, in order."""
    words: tuple[int, ...]
    """What it counts and of what, in order: these tell which story it is of where they are rare."""


@dataclass(frozen=True, slots=True)
class ClaimSlots:
    """What of a claim is compared before any word of it is: `claim_slots(claim)`."""

    kind: int
    unit: int
    """What is counted or measured, in its family's base unit."""
    head: int
    value: int
    """The number or the days that are told, whatever the hedge."""
    telling: int
    """1 where the value is so particular that chance seldom repeats it."""
    action: int
    lanes: tuple[int, int, int, int]
    """The words of the claim, a bit for each: no bit in common, no word in common."""
    wording: str
    """The person, the name or the words said, folded; empty for numbers and dates."""

    @property
    def row(self) -> tuple[int, ...]:
        """The numbers, in the order of `COLUMNS`."""
        told = (self.kind, self.unit, self.head, self.value, self.telling, self.action)
        return (*told, *self.lanes)


def article_slots(article: Article, claims: Sequence[Claim]) -> ArticleSlots:
    """Days and tokens of an article, `claims` being its own."""
    counted = {
        ident("mot", word)
        for claim in claims
        for word in claim.subject.attributes | {claim.subject.head}
        if word
    }
    names = tuple(sorted(spelled(article, claims)))
    return ArticleSlots(_day(article, claims), names, tuple(sorted(counted)))


def spelled(article: Article, claims: Sequence[Claim]) -> dict[int, str]:
    """The names and telling figures of an article by their ids, as it spells them."""
    names = {ident("nom", stem(word)): word for word in _names(article.text)}
    return names | {ident("chiffre", told): told for c in claims if (told := figure(c))}


def claim_slots(claim: Claim) -> ClaimSlots:
    """The slots of a claim as numbers."""
    subject = claim.subject
    return ClaimSlots(
        KINDS[claim.kind],
        _unit(claim),
        ident("tête", subject.head) if subject.head else 0,
        _value(claim),
        int(bool(figure(claim))),
        ident("action", subject.action) if subject.action else 0,
        signature(words_of(claim)),
        _wording(claim),
    )


def words_of(claim: Claim) -> frozenset[str]:
    """All words by which matching may propose a claim, and its names."""
    subject = claim.subject
    words = subject.context | subject.clause | subject.attributes | subject.actors | subject.place
    return (words | {subject.head, subject.action}) - {""}


def bit_of(word: str) -> int:
    """The place of a word in a signature."""
    return ident("mot", word) % (LANES * BITS)


def signature(words: Iterable[str]) -> tuple[int, int, int, int]:
    """A bit for each word: two claims without a bit in common have no word in common."""
    lanes = [0] * LANES
    for word in words:
        lane, bit = divmod(bit_of(word), BITS)
        lanes[lane] |= 1 << bit
    return lanes[0], lanes[1], lanes[2], lanes[3]


def _names(text: str) -> Iterator[str]:
    """Words with a capital that the article never prints without: « Les » begins a sentence."""
    plain = frozenset(re.findall(r"\b[^\W\d_A-ZÀ-ÖØ-ÞŒ]\w+", text))
    for found in _CAPITAL.finditer(text):
        for word in re.findall(r"\w+", found[0]):
            if len(word) >= LEAST_LETTERS and word.lower() not in plain:
                yield word


def _day(article: Article, claims: Sequence[Claim]) -> int | None:
    if article.published is not None:
        return _number(article.published)
    told = Counter(
        claim.value.first
        for claim in claims
        if isinstance(claim.value, Period)
        and claim.value.first is not None
        and claim.value.first == claim.value.last
    )
    most = max(told, key=lambda day: (told[day], day), default=None)
    return _number(most) if most is not None else None


def _number(day: date) -> int:
    return day.toordinal() - EPOCH


EPOCH = date(1970, 1, 1).toordinal()


def figure(claim: Claim) -> str:
    """A number of two digits or more that are not noughts, a day: what few stories share."""
    if isinstance(claim.value, Period):
        period = claim.value
        return period.edtf if period.first is not None and period.first == period.last else ""
    number = _stated(claim)
    return number if len(number.replace(".", "").strip("0")) >= TELLING_DIGITS else ""


def _stated(claim: Claim) -> str:
    """The number that is printed, in the base unit of its family; empty where there is none."""
    if not isinstance(claim.value, Interval):
        return ""
    number = in_base(claim.value)[1].stated
    return f"{number.normalize():f}" if number.is_finite() else ""


def _unit(claim: Claim) -> int:
    unit = in_base(claim.value)[0] if isinstance(claim.value, Interval) else ""
    return ident("unité", unit) if unit else 0


def _value(claim: Claim) -> int:
    """What is told, coarsely: a worded value by the word that its kind is joined by."""
    value = claim.value
    if isinstance(value, Role):
        told = (person_key(value.person) or ("",))[-1]
    elif isinstance(value, Name):
        told = value.acronym or value.key
    else:
        told = value.edtf if isinstance(value, Period) else _stated(claim)
    return ident("valeur", told) if told else 0


def _wording(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, Role):
        return " ".join(person_key(value.person))
    if isinstance(value, Name):
        return fold(value.name)
    return value.key if isinstance(value, Quote) else ""
