"""Where a text says that some figures are the parts of another.

Each shape is a function over one laid text; `stated_sums` runs them all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from crosscheck.judging.figures import Figure, any_of, names
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import WORDS, Laid, grammar, stems, wanted
from crosscheck.judging.inner.runs import run_from, run_to
from crosscheck.rules import table

STATED = wanted(
    "*sums.parts|sums.total|sums.rest|sums.seats|sums.shared|sums.complements|dont|tous|toutes|:|(",
    figures=3,
    sizes=(1, 2),
)
"""One of these words stands wherever some figures are told to be the parts of another."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Parts and the total that they are told to be the parts of."""

    parts: tuple[Figure, ...]
    total: Figure
    limit: bool = False
    """The parts may be less than the total, since not all of them need be told."""
    between: bool = False
    """« entre » stands before the first part, and is no hedge there."""


def stated_sums(laid: Laid) -> Iterator[Stated]:
    """The sums that one or two sentences state: of one, or from one to the next."""
    for shape in _ACROSS if "¶" in laid.text else _WITHIN:
        for stated in shape(laid):
            if len(stated.parts) > 1:
                yield stated


def _after(laid: Laid) -> Iterator[Stated]:
    """« 19 décès, soit 12 hommes, 4 femmes et 3 enfants »."""
    shape = rf"@total[^⟦⟧,;:¶]{{0,60}},?\s*{any_of('sums', 'parts')} @first"
    holds = ("|".join(f"{word} ⟦" for word in names("sums", "parts")),)
    for found in grammar(shape, holds=holds).finditer(laid):
        parts, nearest = run_from(laid, int(found["first"])), int(found["total"])
        value = sum(f.value for f in parts)
        # « 45 tonnes en trois vols, soit 18 t, 15 t et 12 t »: the total is not the nearest figure.
        clause = re.split(r"[;:¶]", laid.text[: found.end("total")])[-1]
        told = [laid.figures[int(n)] for n in re.findall(r"⟦(\d+)", clause)]
        alike = [f for f in told if parts and f.unit == parts[0].unit != ""]
        if not any(f.value == value for f in told):
            yield Stated(parts, alike[-1] if alike else laid.figures[nearest])


def _before(laid: Laid) -> Iterator[Stated]:
    """« 2 400 à l'école et 1 950 au stade, soit 4 350 déplacés au total »."""
    other = rf"[^⟦⟧,;:¶]{{0,40}}\b{any_of('sums', 'other')}\b"
    shape = rf"[,:;]\s*{any_of('sums', 'total')},?\s+(?:de |a )?@total(?!{other})"
    for found in grammar(shape, "sums.total").finditer(laid):
        total = laid.figure(found, "total")
        parts = run_to(laid, int(found["total"]) - 1) if int(found["total"]) else ()
        # « 300 hectares ont brûlé, 120 lundi, 90 mardi et 110 mercredi, soit 300 en tout ».
        restated = len(parts) > 2 and parts[0].value == total.value
        yield Stated(parts[1:] if restated else parts, total)


def _after_colon(laid: Laid) -> Iterator[Stated]:
    """« 286 suppressions de postes : 218 à Villers, 86 à Pont »."""
    between = laid.gaps
    for i in range(len(laid.figures) - 2):
        if ":" not in between[i + 1]:
            continue
        told = between[i] + between[i + 1]
        colon = re.fullmatch(r"[^,;:.]{0,60}\s?:\s+(?:les? |la )?", between[i + 1])
        if colon and not re.search(rf"\b{any_of('sums', 'open')}\b", told):
            parts = run_from(laid, i + 1)
            if parts[-1] is laid.figures[-1]:
                yield Stated(parts, laid.figures[i])


def _in_brackets(laid: Laid) -> Iterator[Stated]:
    """« douze médailles (cinq d'or, quatre d'argent et deux de bronze) »."""
    shape = grammar(rf"@total{WORDS}{{1,40}} \(@first{WORDS}*", holds=(" (⟦",))
    for found in shape.finditer(laid):
        inside = laid.text[found.start("first") - 1 :].partition(")")
        parts = run_from(laid, int(found["first"]))
        count = inside[0].count("⟦")
        if inside[1] and count == len(parts) and not re.search(_opened(), inside[0]):
            yield Stated(parts, laid.figure(found, "total"))


def _opened() -> str:
    return rf"\b{any_of('sums', 'open')}\b"


def _of(laid: Laid) -> Iterator[Stated]:
    """« sur les neuf prévenus, six sont condamnés et les deux derniers relaxés »."""
    between = laid.gaps
    for i in range(len(laid.figures) - 2 if "les ⟦" in laid.text else 0):
        dont = re.fullmatch(r"[^;:.]{0,60}\bdont\s+", between[i + 1])
        if not dont and not re.search(r"\bsur (?:les|ses|ces) $", between[i]):
            continue
        parts = run_from(laid, i + 1)
        last = i + len(parts)
        closed = re.match(rf"\s*{any_of('sums', 'rest')}\b", between[last + 1])
        if closed and re.search(r"\bles $", between[last]):
            yield Stated(parts, laid.figures[i])


def _seats(laid: Laid) -> Iterator[Stated]:
    """« 27 députés, 18 et 13, dans une assemblée de 55 sièges »: no more than there are."""
    shape = rf"\b{any_of('sums', 'seats')}\b[^⟦⟧,;:]{{0,40}} @total\s*{any_of('sums', 'seat')}\b"
    for found in grammar(shape, "sums.seats").finditer(laid):
        if int(found["total"]) > 1:
            parts = run_to(laid, int(found["total"]) - 1)
            yield Stated(parts, laid.figure(found, "total"), limit=True)


def _dont(laid: Laid) -> Iterator[Stated]:
    """« 42 milliards, dont 29 prêtés et 18 donnés »: sums of money do not overlap; people do,
    unless they are told by names that exclude each other (« 5 grièvement et 14 légèrement »)."""
    between = laid.gaps
    for i in range(len(laid.figures) - 2 if "dont ⟦" in laid.text else 0):
        if not re.fullmatch(r"[^;:.]{0,60}\bdont\s+", between[i + 1]):
            continue
        parts = run_from(laid, i + 1)
        money = any(f.unit == "money" for f in (laid.figures[i], *parts))
        if money or _complements(between[i + 2 : i + 2 + len(parts)]):
            yield Stated(parts, laid.figures[i], limit=True)


def _beside(laid: Laid) -> Iterator[Stated]:
    """« 58 athlètes, 33 femmes et 27 hommes »: the two sorts there are."""
    between = laid.gaps
    for i in range(len(laid.figures) - 2):
        if not re.fullmatch(r"[^⟦⟧.;:]{1,60}, ", between[i + 1]):
            continue
        parts = run_from(laid, i)[1:]
        after = between[i + 2 : i + 2 + len(parts)]
        if _complements(after) and not _complements([between[i + 1], *after[1:]]):
            yield Stated(parts, laid.figures[i])


def _complements(after: Sequence[str]) -> bool:
    """Whether what follows each part names one of a few sorts that make up a whole."""
    for sorts in table("inner", "sums")["complements"]:
        words = [fold(word) for word in sorts]
        told = [next((w for w in words if re.search(rf"\b{w}\b", gap)), "") for gap in after]
        if len(told) > 1 and all(told) and len(set(told)) == len(words):
            return True
    return False


def _shared_out(laid: Laid) -> Iterator[Stated]:
    """« cette somme se répartit entre 5,1 millions pour …, 4,2 pour … et 4,1 pour … »."""
    between = laid.gaps
    shape = rf"{stems('sums', 'shared')}[^⟦⟧¶.;:]{{0,20}}\b(?:entre|en|comme suit :)\s+@first"
    for found in grammar(shape, "sums.shared").finditer(laid):
        i = int(found["first"])
        one = i == 1 and (
            "¶" not in between[1]
            or re.search(rf"¶ (?:{stems('sums', 'whole')})[^⟦⟧¶.;:]*$", between[1])
        )
        if one:
            yield Stated(run_from(laid, i), laid.figures[0], between="entre" in found[0])


def _all_of_them(laid: Laid) -> Iterator[Stated]:
    """« 54 habitants. Tous ont été relogés : 31 à l'hôtel et 26 chez des proches »."""
    between = laid.gaps
    if len(laid.figures) > 2 and re.search(r"¶ tou(?:s|tes) [^:¶.]{0,50} : $", between[1]):
        parts = run_from(laid, 1)
        if parts[-1] is laid.figures[-1]:
            yield Stated(parts, laid.figures[0])


_WITHIN: tuple[Callable[[Laid], Iterator[Stated]], ...] = (
    _after,
    _before,
    _after_colon,
    _in_brackets,
    _of,
    _seats,
    _dont,
    _beside,
    _shared_out,
)
_ACROSS: tuple[Callable[[Laid], Iterator[Stated]], ...] = (_shared_out, _all_of_them)
