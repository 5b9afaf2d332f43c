"""How a change is told: so many times, so many per cent, so much more.

`read_told` gives `Told("times", 2)` for « a doublé », `Told("percent", 12)` for « une hausse de
12 % » and `Told("difference", 4)` for « quatre de plus ».
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from crosscheck.judging.figures import Figure
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import Laid, stems
from crosscheck.rules import remembered, table

Sort = Literal["times", "percent", "difference", "points"]


@dataclass(frozen=True, slots=True)
class Told:
    """A change as told: `Told("times", Decimal(2), "a doublé")`."""

    sort: Sort
    value: Decimal
    """Two for « doublé », a third for « divisé par trois »; 12 for « 12 % »."""
    words: str
    """As the reason prints it."""
    about: bool = False
    over: bool = False
    """« A plus que doublé »: the value is a least."""
    cents: bool = False
    figures: tuple[Figure, ...] = ()


@remembered
def pattern_of_told() -> str:
    """The grammar of a change told; its groups begin with « t_ »."""
    about, over = stems("changes", "about"), stems("changes", "over")
    loose = rf"(?:(?P<t_over>{over}) |(?P<t_about>{about}) )?"
    verbs = "|".join(_verbs())
    noun = stems("changes", "noun")
    times = (
        rf"(?P<t_verb>\b(?:{verbs})(?![a-z])|\bde moitie\b|\bmoitie moins\b)"
        rf"|@t_fold fois (?P<t_way>plus|moins)"
        rf"|(?P<t_by>multipli|divis)[a-z]* par (?:\w+ )?@t_by_figure"
    )
    percent = rf"(?:{noun}[^⟦⟧¶.;:]{{0,20}} (?:de |d')|\(\+|\+)@t_rate ?(?:%|pour cent)"
    more = stems("changes", "more")
    difference = (
        rf"@t_more(?: [a-z]+){{0,3}} {more}"
        rf"|{noun}[^⟦⟧¶.;:]{{0,20}} de @t_points points?\b"
        rf"|{noun}[^⟦⟧¶.;:]{{0,20}} de @t_gap(?! ?%| pour cent| points?)(?P<t_cents> centimes)?"
    )
    return f"{loose}(?:{times}|{percent}|{difference})"


@remembered
def _verbs() -> dict[str, tuple[Decimal, str]]:
    """What each verb of a multiple tells: « doubl… » is 2, printed « doublé »."""
    times = table("inner", "changes")["times"]
    return {f"{fold(stem)}[a-z]*": (Decimal(n), said) for stem, (n, said) in times.items()}


def read_told(laid: Laid, found: re.Match[str]) -> Told | None:
    """The change that a match of `pattern_of_told` tells."""
    groups = {k: v for k, v in found.groupdict().items() if k.startswith("t_") and v}
    figures = tuple(laid.figures[int(v)] for k, v in groups.items() if v.isdigit())
    about = "t_about" in groups or any(f.hedged for f in figures)
    over = "t_over" in groups
    if "t_verb" in groups:
        half = Decimal("0.5"), "de moitié"
        told = (t for pattern, t in _verbs().items() if re.fullmatch(pattern, groups["t_verb"]))
        value, said = next(told, half)
        return Told("times", value, said, about, over)
    if not figures or not figures[0].value:
        return None
    one = figures[0]
    if "t_fold" in groups or "t_by" in groups:
        less = groups.get("t_way") == "moins" or groups.get("t_by") == "divis"
        word = {"multipli": "multiplié par", "divis": "divisé par"}.get(groups.get("t_by", ""))
        said = f"{word} {one.text}" if word else f"{one.text} fois {groups['t_way']}"
        return Told(
            "times", 1 / one.value if less else one.value, said, about, over, figures=figures
        )
    if "t_rate" in groups:
        return Told("percent", one.value, f"{one.text} %", about, over, figures=figures)
    if "t_points" in groups:
        return Told("points", one.value, one.text, about, over, figures=figures)
    cents = "t_cents" in groups
    return Told("difference", one.value, one.text, about, over, cents=cents, figures=figures)
