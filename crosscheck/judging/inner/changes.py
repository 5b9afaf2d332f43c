"""What is said of a change against its two values: « a doublé, passant de 120 à 180 ».

Only where one clause gives both values and the change between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.judging.figures import Figure
from crosscheck.judging.inner.laying import (
    WORDS,
    Grammar,
    Laid,
    exact,
    grammar,
    scaled_alike,
    sorts_alike,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.judging.inner.numbers import HUNDRED, shown
from crosscheck.judging.inner.told import Told, pattern_of_told, read_told
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered

TIMES = Decimal("0.1")
"""« A doublé » is told of what grew 1.9 or 2.2 times."""
ABOUT_TIMES = Decimal("0.25")
"""The same for « a presque doublé »."""
POINTS = Decimal(1)
PERCENT = Decimal("0.05")
"""A rate of change is wrong by more than a point and a twentieth of itself."""
FAR = 4
"""A change told that is so many times the one found was told of something else."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two values, and what is said of the change from one to the other."""

    before: Figure
    after: Figure
    told: Told

    @property
    def low(self) -> Decimal:
        """The value before, in the scale of the value after."""
        return scaled_alike(self.before, self.after)


def check_changes(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« en hausse de 12 %, passant de 100 à 130 millions »: 30 %."""
    for laid in (*windows(article.text, _WITHIN), *windows(article.text, _ACROSS)):
        for change in _changes(laid):
            found = _times(change) or _rate(change) or _difference(change)
            if not found:
                continue
            rule, right = found
            span = spanning(change.before, change.after, *change.told.figures)
            yield make(
                rule,
                article,
                span,
                claims,
                before=" ".join(change.before.text.split()),
                after=" ".join(change.after.text.split()),
                right=right,
                told=change.told.words,
                text=slice_of(article, span),
            )


@remembered
def _shapes() -> tuple[Grammar, ...]:
    """How the two values and the change stand together in a clause."""
    told, moved = pattern_of_told(), stems("changes", "moved")
    soit, set_ = stems("changes", "soit"), stems("changes", "set")
    unit, tail = rf"{WORDS}{{0,30}}?", rf"{WORDS}{{0,45}}?"
    # « a triplé en quatre ans, de … à … »
    lapse = r"(?: (?:en|depuis) ⟦\d+⟧ (?:ans|mois|jours|semaines))?"
    pair, paired = rf"de @before{unit} a @after", ("de ⟦", " a ⟦")
    then, against = ("changes.moved", "changes.soit"), (" contre ⟦",)
    return (
        grammar(
            rf"{told}{tail}{lapse}(?:{moved} |, |: |\()(?:{moved} )?{pair}",
            holds=paired,
        ),
        grammar(
            rf"{told}{tail}(?:: |, )(?:il|elle|ils|elles)(?: [a-z]+){{0,2}} {moved} {pair}",
            "changes.moved",
            holds=paired,
        ),
        grammar(rf"{moved}{tail} {pair}{tail},? {soit}{tail}{told}", *then, holds=paired),
        grammar(
            rf"{moved}{tail} {pair}{tail}, (?:un|une) {told}",
            *("changes.moved", "un|une"),
            holds=paired,
        ),
        grammar(
            rf"{told}{tail}(?:: |, a |, )@after{tail},? (?:contre|apres) @before",
            holds=(" contre ⟦| apres ⟦",),
        ),
        grammar(
            rf"@after{tail},? contre @before{tail},? {soit}{tail}{told}",
            "changes.soit",
            holds=against,
        ),
        *_across(),
        grammar(
            rf"@after{tail},? (?:en )?{told} par rapport (?:a|aux|au){tail} @before",
            holds=(" par rapport a",),
        ),
        grammar(rf"@after{tail},? {told} que {tail},? {set_} a @before", "changes.set", "que"),
        grammar(
            rf"@after{tail},? {told} que {tail}, (?:ou|quand|lorsqu\w+) {tail}@before",
            *("que", "ou|quand|lorsqu*"),
        ),
    )


@remembered
def _across() -> tuple[Grammar, ...]:
    """The same, of shapes that may go on in the next sentence; no other does."""
    told, now, soit = pattern_of_told(), stems("changes", "now"), stems("changes", "soit")
    tail = rf"{WORDS}{{0,45}}?"
    then = rf"@before{tail}[;¶.,]{{1,3}}[^⟦⟧.;:]{{0,30}}"
    return (
        grammar(rf"{then}{now}{tail} @after{tail}, {soit}{tail}{told}", *_SINCE),
        grammar(rf"{then} @after{tail} {now}, {soit}{tail}{told}", *_SINCE),
    )


_TOLD = "changes.times*|changes.more|changes.noun|moitie|fois|*divis*|*multipli*|%|cent"
"""One of these stands in each change that is told."""
_SINCE = ("changes.now", "changes.soit")
"""Both stand where it goes on in the next sentence."""
_WITHIN = wanted(_TOLD, figures=2)
_ACROSS = wanted(_TOLD, *_SINCE, figures=2, sizes=(2, 2))


def _changes(laid: Laid) -> Iterator[Change]:
    across = "¶" in laid.text
    if len(laid.figures) < 2 or laid.says("changes.real"):
        return
    for shape in _across() if across else _shapes():
        for found in shape.finditer(laid):
            before, after = laid.figure(found, "before"), laid.figure(found, "after")
            told = read_told(laid, found)
            plain = not across or "¶" in found[0]
            if plain and told and exact(before, after) and sorts_alike(before, after):
                yield Change(before, after, told)


Wrong = tuple[str, str] | None
"""The rule that speaks, and what would be right."""


def _times(change: Change) -> Wrong:
    """« a doublé », « trois fois plus », « de moitié »."""
    told = change.told
    if told.sort != "times" or not change.low or not change.after.value:
        return None
    ratio = change.after.value / change.low
    slack = ABOUT_TIMES if told.about else TIMES
    near = told.value * (1 - slack) <= ratio <= told.value * (1 + slack)
    more = told.over and told.value <= ratio <= told.value + 1
    if near or more or not told.value / FAR < ratio < told.value * FAR:
        return None
    words = ratio if ratio >= 1 else 1 / ratio
    sign = "multiplié" if ratio >= 1 else "divisé"
    return "arithmetic.change", f"{sign} par {shown(words.quantize(Decimal('0.1')))}"


def _rate(change: Change) -> Wrong:
    """« une hausse de 12 % »."""
    told, low, high = change.told, change.low, change.after.value
    if told.sort != "percent" or not low:
        return None
    rounding = (change.before.grain / low + change.after.grain / max(high, Decimal(1))) * HUNDRED
    rate = abs(high - low) / low * HUNDRED
    # The press writes « de 62 % à 67 %, une hausse de 5 % » for points.
    points = change.after.unit == "percent" and abs(abs(high - low) - told.value) <= POINTS / 2
    slack = max(POINTS, PERCENT * rate) + rounding / 2
    slack += told.value / 5 if told.about else 0
    if abs(rate - told.value) <= slack or not rate or told.about or points:
        return None
    if not told.value / FAR <= rate <= told.value * FAR:
        return None
    return "arithmetic.change", f"{shown(rate.quantize(Decimal('0.1')))} %"


def _difference(change: Change) -> Wrong:
    """« soit quatre de plus », « 225 voix d'écart »."""
    told, low, high = change.told, change.low, change.after.value
    if told.sort not in ("difference", "points") or told.about:
        return None
    if (told.sort == "points") != (change.after.unit == "percent"):
        return None
    figure = told.figures[0]
    gap, value = abs(high - low), scaled_alike(figure, change.after)
    grains = [f.grain for f in (change.before, change.after, figure)]
    rounded = max(grains) > 1 or (min(grains) < 1 and not told.cents)
    slack = sum(grains, Decimal(0)) / 2 if rounded else Decimal(0)
    value = value / HUNDRED if told.cents else value
    units = {change.after.unit, change.before.unit, figure.unit} - {""}
    if len(units) > 1 or abs(gap - value) <= slack or not gap:
        return None
    if not value / FAR <= gap <= value * FAR:
        return None
    return "arithmetic.difference", shown(gap * HUNDRED if told.cents else gap)
