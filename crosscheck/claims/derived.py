"""Values that nobody writes but that follow from two that an article does write.

« 24 accidents en 2024, le double de 2023 » gives about twelve for 2023, « cinq des 14 zones » a
share, « 58 % des 991 762 électeurs » a count, « du 22 au 26 juin » four nights or five days.
Another article may give the value itself: `matching.derived` looks for it. Only what is said
exactly, and as so, is reckoned with, and only where both values stand in one clause.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.claims.comparing import alternatives
from crosscheck.claims.lexicon import fold, fold_keep, word_class
from crosscheck.claims.reckoning import (
    HUNDRED,
    Reckoned,
    before_change,
    before_difference,
    before_times,
    part_of,
    share_of,
    span_of_days,
    whole,
    whole_of,
)
from crosscheck.models import Article, Claim, Derived, Kind, Subject
from crosscheck.rules import remembered
from crosscheck.values import Interval, Period

_GAP = r"[^⟦⟧⟪⟫.;:!?]{0,60}?"
"""Words of one clause, without another value."""
_BASES = frozenset({"count", "money", "measure"})
_RECKONED = frozenset({"percentage", "date", *_BASES})


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sentence, folded, with ⟦3⟧ for its fourth value and ⟪3⟫ where that is a date."""

    text: str
    values: Sequence[Claim]

    def claim(self, found: re.Match[str], name: str) -> Claim:
        """The claim that a group stands for."""
        return self.values[int(found[name])]


def derived_claims(article: Article, claims: Iterable[Claim]) -> tuple[Derived, ...]:
    """What follows from the claims of an article, by place; ids are `""`.

    `derived_claims(article, claims)[0].claim.text` is « le double de 2023 » for « 24 accidents en
    2024, le double de 2023 ».
    """
    by_sentence: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if claim.kind in _RECKONED:
            by_sentence.setdefault(claim.sentence, []).append(claim)
    found = (
        derived
        for sentence, values in sorted(by_sentence.items())
        for derived in _of_sentence(article.text, sentence, _apart(values))
    )
    return tuple(sorted(found, key=lambda d: (d.claim.start, d.claim.end, d.claim.rule)))


def _apart(values: Iterable[Claim]) -> list[Claim]:
    """The values of a sentence by place; of two that overlap, the first counts."""
    kept: list[Claim] = []
    for claim in sorted(values, key=lambda c: (c.start, -c.end)):
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return kept


def _lay(text: str, sentence: tuple[int, int], values: Sequence[Claim]) -> _Laid:
    """A sentence with marks for its values."""
    begin, end = sentence
    folded, pieces, at = fold_keep(text[begin:end]), list[str](), begin
    for number, claim in enumerate(values):
        pieces.append(folded[at - begin : claim.start - begin])
        pieces.append(f"⟪{number}⟫" if claim.kind == "date" else f"⟦{number}⟧")
        at = claim.end
    return _Laid("".join(pieces) + folded[at - begin :], values)


def _of_sentence(
    text: str, sentence: tuple[int, int], values: Sequence[Claim]
) -> Iterator[Derived]:
    for claim in values:
        if claim.kind == "date":
            yield from _lasting(claim)
    kinds = [claim.kind for claim in values]
    if len(kinds) - kinds.count("date") < 2:
        return  # one number by itself stands in no shape
    laid = _lay(text, sentence, values)
    for step in _STEPS:
        for shape in step.shapes() if step.beside is None or step.beside in kinds else ():
            for found in shape.finditer(laid.text):
                derived = step.derive(laid, found)
                if derived is not None:
                    claim = derived.claim
                    told = text[claim.start : claim.end]
                    yield replace(derived, claim=replace(claim, text=told))


# --- What was before -----------------------------------------------------------------------------


@remembered
def _before() -> tuple[re.Pattern[str], ...]:
    """A value, and how far it is from that of a day, a month or a year that is named."""
    base = rf"⟦(?P<base>\d+)⟧(?:{_GAP}⟪\d+⟫)?{_GAP}, ?{alternatives('or')}?"
    when = rf"{alternatives('than')}{alternatives('reference')}?⟪(?P<when>\d+)⟫"
    after = f"(?:{alternatives('of')}|{alternatives('than')}){alternatives('reference')}?"
    way = rf"(?:(?P<more>{alternatives('more')})|(?P<less>{alternatives('less')}))"
    grown = rf"(?:(?P<more>{alternatives('up')})|(?P<less>{alternatives('down')}))"
    return tuple(
        re.compile(base + shape)
        for shape in (
            rf"(?P<step>⟦(?P<by>\d+)⟧ (?:[a-z]+ )?{way}{when})",
            rf"(?P<step>⟦(?P<by>\d+)⟧ ?{after}⟪(?P<when>\d+)⟫)",
            rf"(?P<step>{grown}⟦(?P<by>\d+)⟧ {when})",
        )
    )


def _before_of(laid: _Laid, found: re.Match[str]) -> Derived | None:
    """« 24 accidents en 2024, le double de 2023 »: what 2023 had."""
    base, by, when = (laid.claim(found, name) for name in ("base", "by", "when"))
    if base.kind not in _BASES or not _firm(base) or not _exact(by) or not _dated(when):
        return None
    groups = found.groupdict()
    less = bool(groups.get("less")) or "moins" in fold(by.text)
    stepped = bool(groups.get("more") or groups.get("less"))
    reckoned = _reckoned(base, by, less=less, stepped=stepped)
    if reckoned is None:
        return None
    value = when.value
    assert isinstance(value, Period)
    assert value.first is not None
    assert value.last is not None
    days = value.first, value.last
    subject = replace(base.subject, time=days, era=days, question=base.subject.asked)
    start = by.start if found["step"].startswith("⟦") else _start_of(laid, found, by)
    return _derived((base, by), base.kind, (start, when.end), reckoned, subject)


def _reckoned(base: Claim, by: Claim, *, less: bool, stepped: bool) -> Reckoned | None:
    mine, step = _interval(base), _interval(by)
    if step.unit == "fois" and not stepped:
        return before_times(mine, step, less=less, plus="plus" in fold(by.text))
    if by.kind == "percentage" and not stepped:
        half = Interval.exactly(HUNDRED / step.low, "fois") if step.low else step
        return before_times(mine, half, less=True, plus=False)  # « la moitié de 2023 »
    if by.kind == "percentage":
        return before_change(mine, step, less=less)
    plain = step.unit in ("", mine.unit) and step.currency in (None, mine.currency)
    return before_difference(mine, step, less=less) if stepped and plain else None


def _start_of(laid: _Laid, found: re.Match[str], by: Claim) -> int:
    """Where « en hausse de 20 % » begins, in the article."""
    return by.start - (laid.text.index(f"⟦{found['by']}⟧", found.start()) - found.start("step"))


# --- Parts and wholes ----------------------------------------------------------------------------


@remembered
def _parts() -> tuple[re.Pattern[str], ...]:
    """« 58 % des 991 762 électeurs », « cinq des 14 zones », « 286 postes sur 1 120 salariés »."""
    return (re.compile(rf"⟦(?P<part>\d+)⟧ {alternatives('among')}⟦(?P<whole>\d+)⟧"),)


def _part(laid: _Laid, found: re.Match[str]) -> Derived | None:
    part, total = laid.claim(found, "part"), laid.claim(found, "whole")
    span = part.start, total.end
    if not _firm(part) or total.kind not in _BASES or not _exact(total):
        return None
    mine, all_of_it = _interval(part), _interval(total)
    if part.kind == "percentage":
        subject = replace(part.subject, head=total.subject.head or word_class(all_of_it.unit))
        loose = not any(sign.isdigit() for sign in part.text)
        return _derived(
            (part, total), total.kind, span, part_of(mine, all_of_it, loose=loose), subject
        )
    if part.kind != "count" or total.kind != "count" or not 0 < mine.low < all_of_it.low:
        return None
    subject = replace(part.subject, head=total.subject.head)
    return _derived((part, total), "percentage", span, share_of(mine, all_of_it), subject)


@remembered
def _wholes() -> tuple[re.Pattern[str], ...]:
    """« 58 % des suffrages exprimés, soit 575 222 voix », and the other way round."""
    noun = r"(?:des |de la |du )(?P<noun>[a-z]+)(?: [a-z]{4,}(?![a-z']))?"
    return (
        re.compile(rf"⟦(?P<share>\d+)⟧ {noun},? ?{alternatives('or')}⟦(?P<part>\d+)⟧"),
        re.compile(rf"⟦(?P<part>\d+)⟧,? {alternatives('or')}⟦(?P<share>\d+)⟧ {noun}"),
    )


def _whole(laid: _Laid, found: re.Match[str]) -> Derived | None:
    share, part = laid.claim(found, "share"), laid.claim(found, "part")
    sound = share.kind == "percentage" and part.kind == "count" and _exact(share)
    if not sound or not _firm(part) or not 0 < _interval(share).low < HUNDRED:
        return None
    if re.search(rf"{alternatives('among')}$", laid.text[: found.start()]):
        return None  # « 437 grévistes sur 1 150 salariés, soit 38 % du personnel »: of the 1 150
    noun = found["noun"].rstrip("sx")
    reckoned = whole_of(_interval(part), _interval(share), noun)
    subject = replace(part.subject, head=word_class(noun), question="")
    last = max(share, part, key=lambda c: c.end)
    tail = laid.text[laid.text.index("⟧", found.start(2)) + 1 : found.end()]
    end = last.end + (len(tail) if last is share else 0)
    return _derived((part, share), "count", (min(share.start, part.start), end), reckoned, subject)


# --- Days ----------------------------------------------------------------------------------------

LONGEST = 31
"""Days of a stay that is told by its days; what is longer is told in weeks or months."""


def _lasting(claim: Claim) -> Iterator[Derived]:
    """« du 22 au 26 juin »: from one day to another, how long that is."""
    value = claim.value
    if not isinstance(value, Period) or claim.polarity == "denied":
        return
    first, last = value.first, value.last
    if first is None or last is None or not 2 <= (last - first).days < LONGEST:
        return
    if re.search(r"\d.*\bau\b.*\d", fold(claim.text)):
        reckoned = span_of_days(first, last)
        subject = replace(claim.subject, time=(first, last), head="")
        yield _derived((claim,), "duration", (claim.start, claim.end), reckoned, subject)


# --- All of them ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Step:
    """How two numbers stand together in a clause, and what follows from them."""

    shapes: Callable[[], tuple[re.Pattern[str], ...]]
    derive: Callable[[_Laid, re.Match[str]], Derived | None]
    beside: Kind | None = None
    """What the sentence must tell of besides."""


_STEPS = (
    _Step(_before, _before_of, beside="date"),
    _Step(_parts, _part),
    _Step(_wholes, _whole, beside="percentage"),
)


def _derived(
    sources: tuple[Claim, ...],
    kind: Kind,
    span: tuple[int, int],
    found: Reckoned,
    subject: Subject,
) -> Derived:
    """The claim that follows, told where and by whom the first of its sources is told."""
    claim = replace(
        sources[0],
        kind=kind,
        start=span[0],
        end=span[1],
        value=whole(found.value) if kind == "count" else found.value,
        subject=subject,
        rule=f"{kind}s.derived",
        derivation=found.shown,
    )
    return Derived(claim, tuple((source.start, source.end) for source in sources))


def _interval(claim: Claim) -> Interval:
    assert isinstance(claim.value, Interval)
    return claim.value


def _exact(claim: Claim) -> bool:
    """Whether one number alone is meant."""
    value = claim.value
    return isinstance(value, Interval) and value.exact and not value.vague and value.low > 0


def _firm(claim: Claim) -> bool:
    return _exact(claim) and claim.polarity == "asserted"


def _dated(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Period)
        and not value.clock
        and None not in (value.first, value.last)
        and value.first != date.min
        and value.last != date.max
    )
