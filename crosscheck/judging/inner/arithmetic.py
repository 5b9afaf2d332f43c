"""Sums, shares and conversions that an article states and that do not come out.

Only where the text says that the parts make up the whole (« soit », « au total », a colon after
the total, « les deux derniers »), and only for figures that are near the right one: a sum far
away was never meant as one.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.figures import Figure, Sentence, any_of, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.making import make
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

NEAR = Decimal("0.3")
"""A stated total farther than this from the sum of the parts is a total of something else."""
LONGEST_GAP = 80
"""Characters between two parts of one enumeration."""
HUNDRED = Decimal(100)


def check_sums(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 19 morts, soit 12 hommes, 4 femmes et 4 enfants »: 20."""
    for sentence in sentences(article.text):
        made = (_sum_check(article, claims, sentence, stated) for stated in _stated_sums(sentence))
        first = next((check for check in made if check), None)
        if first:
            yield first


Sum = tuple[tuple[int, ...], int, bool]
"""Indices of the parts, index of the total, and whether the parts may be less than the total."""


def _stated_sums(sentence: Sentence) -> Iterator[Sum]:
    for reader in (
        _parts_after,
        _parts_before,
        _parts_after_colon,
        _parts_of,
        _seats,
        _dont,
    ):
        yield from reader(sentence)


def _parts_after(sentence: Sentence) -> Iterator[Sum]:
    """« 19 décès, soit 12 hommes, 4 femmes et 3 enfants »."""
    pattern = re.compile(rf"^[^,;:]{{0,60}},?\s*{any_of('sums', 'parts')}\s+$")
    for total in range(len(sentence.figures) - 2):
        if pattern.search(sentence.gaps[total + 1]):
            parts = _run(sentence, total + 1)
            if len(parts) > 1:
                yield parts, total, False


def _parts_before(sentence: Sentence) -> Iterator[Sum]:
    """« 2 400 à l'école et 1 950 au stade, soit 4 350 déplacés au total »."""
    pattern = re.compile(rf"[,:;]\s*{any_of('sums', 'total')},?\s+(?:de |a )?$")
    other = re.compile(rf"^\s*[^,;:]{{0,40}}\b{any_of('sums', 'other')}\b")
    for total in range(2, len(sentence.figures)):
        if not pattern.search(sentence.gaps[total]) or other.search(sentence.gaps[total + 1]):
            continue
        parts = _run_back(sentence, total - 1)
        if len(parts) > 1:
            yield parts, total, False


def _parts_after_colon(sentence: Sentence) -> Iterator[Sum]:
    """« 286 suppressions de postes : 218 à Villers, 86 à Pont »."""
    pattern = re.compile(r"^[^,;:.]{0,60}\s?:\s+(?:les? |la )?$")
    for total in range(len(sentence.figures) - 2):
        gap = sentence.gaps[total + 1]
        told = sentence.gaps[total] + gap
        if pattern.search(gap) and not re.search(rf"\b{any_of('sums', 'open')}\b", told):
            parts = _run(sentence, total + 1)
            if len(parts) > 1 and parts[-1] == len(sentence.figures) - 1:
                yield parts, total, False


def _parts_of(sentence: Sentence) -> Iterator[Sum]:
    """« sur les neuf prévenus, six sont condamnés et les deux derniers relaxés »."""
    for total in range(len(sentence.figures) - 2):
        if not re.search(r"\bsur (?:les|ses|ces) $", sentence.gaps[total]):
            continue
        parts = _run(sentence, total + 1)
        closed = parts and re.match(rf"\s*{any_of('sums', 'rest')}\b", sentence.gaps[parts[-1] + 1])
        if closed and re.search(r"\bles $", sentence.gaps[parts[-1]]) and len(parts) > 1:
            yield parts, total, False


def _seats(sentence: Sentence) -> Iterator[Sum]:
    """« 27 députés, 18 et 13, dans une assemblée de 55 sièges »: no more than there are."""
    house = re.compile(rf"\b{any_of('sums', 'seats')}\b[^,;:]{{0,40}} $")
    for total in range(2, len(sentence.figures)):
        after = re.match(rf"\s*{any_of('sums', 'seat')}\b", sentence.gaps[total + 1])
        if after and house.search(sentence.gaps[total]):
            parts = _run_back(sentence, total - 1)
            if len(parts) > 1:
                yield parts, total, True


def _dont(sentence: Sentence) -> Iterator[Sum]:
    """« 42 milliards, dont 29 prêtés et 18 donnés »: sums of money do not overlap, people may."""
    for total in range(len(sentence.figures) - 2):
        if re.search(r"^[^;:.]{0,60}\bdont\s+$", sentence.gaps[total + 1]):
            parts = _run(sentence, total + 1)
            figures = [sentence.figures[i] for i in (total, *parts)]
            if len(parts) > 1 and any(f.unit == "money" for f in figures):
                yield parts, total, True


_COORDINATED = re.compile(r",|\bet\b|\bpuis\b")
_PARTED = re.compile(r"[;:()]|\bsur\b|\bcontre\b|\bdont\b|\bsoit\b|\bau lieu\b|\bplus que\b|\. ")


def _joined(gap: str) -> bool:
    """Whether a gap goes from one part of an enumeration to the next."""
    coordinated = _COORDINATED.search(gap) and not _PARTED.search(gap)
    return bool(coordinated) and len(gap) <= LONGEST_GAP


def _run(sentence: Sentence, first: int) -> tuple[int, ...]:
    """The figures enumerated from `first` on."""
    last = first
    while last + 1 < len(sentence.figures) and _joined(sentence.gaps[last + 1]):
        last += 1
    return tuple(range(first, last + 1))


def _run_back(sentence: Sentence, last: int) -> tuple[int, ...]:
    """The figures enumerated down to `last`."""
    first = last
    while first > 0 and _joined(sentence.gaps[first]):
        first -= 1
    return tuple(range(first, last + 1))


def _sum_check(
    article: Article, claims: Sequence[Claim], sentence: Sentence, stated: Sum
) -> Check | None:
    """The check, when the parts do not make up the total (or, with a limit, are more than it)."""
    parts, total, limit = stated
    figures = [sentence.figures[i] for i in parts]
    told = sentence.figures[total]
    if any(f.hedged for f in (*figures, told)) or not _one_sort((*figures, told)):
        return None
    found = sum((f.value for f in figures), Decimal(0))
    slack = max(f.grain for f in (*figures, told)) * (len(figures) + 1) / 2
    slack = slack if slack > 2 or told.grain < 1 or told.value >= 1000 else Decimal(0)
    if found in _with_ones(sentence, parts, told.value) or abs(found - told.value) <= slack:
        return None
    if abs(found - told.value) > NEAR * told.value or (limit and found < told.value):
        return None
    rule = "arithmetic.exceeds" if limit else "arithmetic.sum"
    return make(
        rule,
        article,
        (min(f.start for f in (*figures, told)), max(f.end for f in (*figures, told))),
        claims,
        parts=_added(figures),
        sum=shown(found),
        told=shown(told.value),
    )


def _with_ones(sentence: Sentence, parts: tuple[int, ...], told: Decimal) -> tuple[Decimal, ...]:
    """What the figures may sum to when each « un », « son » beside them is one more part."""
    gaps = " ".join(sentence.gaps[i] for i in (*parts, parts[-1] + 1))
    ones = len(re.findall(r"(?:\bet|,|:)\s+(?:d')?(?:une?\b|son\b|sa\b|leur\b|le\b|la\b|l')", gaps))
    return tuple(told - extra for extra in range(ones + 1))


def _one_sort(figures: Sequence[Figure]) -> bool:
    """Whether figures may be added: a bare one, or one of scale alone, goes with any but shares."""
    sorts = {f.unit for f in figures}
    return (
        len(sorts - {""}) <= 1 and not ("percent" in sorts and "" in sorts) and "time" not in sorts
    )


def check_percentages(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 38,4 %, 31,2 %, 23,9 % et les autres 10,5 % »: 104 %."""
    for sentence in sentences(article.text):
        for first in range(len(sentence.figures)):
            parts = _run(sentence, first)
            figures = [sentence.figures[i] for i in parts]
            shares = len(figures) >= 3 and any(f.unit == "percent" for f in figures)
            if not shares or any(f.hedged or f.unit not in ("percent", "") for f in figures):
                continue
            rest = re.search(
                rf"\b(?:les {any_of('sums', 'rest')}|le reste|le solde)\b",
                sentence.gaps[parts[-1]],
            )
            found = sum((f.value for f in figures), Decimal(0))
            # « 23 % » among shares with decimals is 23,0 %.
            slack = min(f.grain for f in figures) * len(figures) / 2
            over = found - HUNDRED > slack and found <= 115 and len(figures) >= 4
            short = rest is not None and abs(found - HUNDRED) > slack and found >= 85
            if all(f.unit == "percent" for f in figures) and (over or (short and found <= 115)):
                span = figures[0].start, figures[-1].end
                added = _added(figures)
                yield make(
                    "arithmetic.percent",
                    article,
                    span,
                    claims,
                    parts=added,
                    sum=shown(found),
                )
            break


def check_tallies(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Votants : 496 », « pour : 421 », « contre : 63 », « abstentions : 21 »: 505."""
    lines: dict[str, Figure] = {}
    for sentence in sentences(article.text):
        label = re.fullmatch(r"\W*([a-z' ]+?) ?: ?", sentence.gaps[0]) if sentence.figures else None
        if label and not sentence.figures[0].hedged:
            lines.setdefault(label[1].strip(), sentence.figures[0])
    for whole, sums in table("inner", "tallies").items():
        for parts in sums:
            labels = [fold(part) for part in parts]
            told = lines.get(fold(whole))
            if told is None or not all(label in lines for label in labels):
                continue
            figures = [lines[label] for label in labels]
            found = sum((f.value for f in figures), Decimal(0))
            if found != told.value:
                span = min(f.start for f in figures), max(f.end for f in figures)
                words = {
                    "parts": _added(figures),
                    "sum": shown(found),
                    "told": shown(told.value),
                }
                yield make("arithmetic.tally", article, span, claims, label=whole, **words)


def _added(figures: Sequence[Figure]) -> str:
    return " + ".join(" ".join(f.text.split()) for f in figures)


SCALES = (("milliards", Decimal(10) ** 9), ("millions", Decimal(10) ** 6))


def shown(number: Decimal) -> str:
    """A number as French prints it: `shown(Decimal("6450"))` is « 6 450 », 25.5 is « 25,5 »."""
    for name, size in SCALES:
        scaled = number / size
        if scaled >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            return f"{shown(scaled)} {name}"
    whole = number == number.to_integral_value()
    plain = number.to_integral_value() if whole else number.normalize()
    return f"{plain:,f}".replace(",", " ").replace(".", ",")
