"""Shares that an article states beside the two counts they come from.

« 437 grévistes sur 1 150 salariés, soit 42 % » are 38; 96 answers of « 320 adhérents » are no 45 %.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from crosscheck.judging.figures import Figure, any_of
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import (
    WORDS,
    Grammar,
    Laid,
    exact,
    grammar,
    scaled_alike,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import HUNDRED, shown
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, table

POINTS = Decimal(1)
RATIO = Decimal("0.05")
"""A share is wrong by more than a point and by more than a twentieth of itself."""
ABOUT_RATIO = Decimal("0.2")
"""The same for one that is told as « environ »."""
BOTTOMS = {"tiers": 3, "quarts": 4, "cinquiemes": 5, "sixiemes": 6, "dixiemes": 10}
"""What « deux tiers », « trois quarts » are divided by."""
FAR = 4
"""A share so many times too low is one of another whole."""
SPREAD = 3
"""Sentences between a whole and the share of it, at the most."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share as told: per cent, how firmly, and in what words."""

    value: Decimal
    words: str
    about: bool = False
    bound: int = 0
    """1 for « plus d'un tiers », -1 for « moins d'un tiers »."""
    end: int = 0


def check_shares(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 437 grévistes sur 1 150 salariés, soit 42 % », « 286 postes sur 1 120, soit un tiers »."""
    yield from _of_a_noun(article, claims)
    seen: set[int] = set()
    for laid in (*windows(article.text, _WITHIN), *windows(article.text, _ACROSS)):
        for found in _found(laid):
            part, whole = laid.figure(found, "part"), laid.figure(found, "whole")
            share = _read(laid, found)
            low = scaled_alike(part, whole)
            sorts = {part.unit, whole.unit} - {""}
            sound = exact(part, whole) and (not sorts or sorts == {"money"})
            if not sound or not share or part.start in seen or not 0 < low < whole.value:
                continue
            if "noun" in found.groupdict() and not _same_noun(
                found["noun"], found.groupdict().get("of")
            ):
                continue
            seen.add(part.start)
            if not _is_wrong(part, whole, share):
                continue
            right = (low / whole.value * HUNDRED).quantize(Decimal("0.1"))
            yield make(
                "arithmetic.share",
                article,
                (spanning(part, whole)[0], max(spanning(part, whole)[1], share.end)),
                claims,
                part=" ".join(part.text.split()),
                whole=" ".join(whole.text.split()),
                share=shown(right),
                told=_worded(share),
            )


def _found(laid: Laid) -> Iterator[re.Match[str]]:
    for shape in _across() if "¶" in laid.text else _within():
        yield from shape.finditer(laid)


_WITHIN = wanted("shares.soit|sums.lethality|sur", figures=2)
"""One of these words stands in each shape of a share."""
_APART = ("shares.has", "shares.soit")
"""Both stand where a whole is told in a sentence before."""
_ACROSS = wanted(*_APART, figures=2, sizes=(2, SPREAD))


@remembered
def _share() -> str:
    """The grammar of a share: « environ 42 % », « plus d'un tiers », « un salarié sur deux »."""
    about, over, under = (stems("shares", key) for key in ("about", "over", "under"))
    fractions = "|".join(sorted((fold(f) for f in table("inner", "fractions")), key=len)[::-1])
    loose = rf"(?:(?P<s_over>{over}) ?|(?P<s_under>{under}) ?|(?P<s_about>{about}) ?)?"
    after = rf"(?!{WORDS}{{0,12}}{stems('shares', 'other')})"
    kinds = (
        r"(?:une? [a-z]+ de )?@s_percent ?(?:%|pour cent)"
        rf"|(?:d'|des? |de la |la |les )?(?P<s_fraction>{fractions})\b"
        r"|(?:d'|des? |les )?@s_top (?P<s_bottom>tiers|quarts|cinquiemes|sixiemes|dixiemes)"
        r"|(?:d')?une?(?: [a-z]+)? sur @s_in"
    )
    return rf"{loose}(?:{kinds}){after}"


@remembered
def _within() -> tuple[Grammar, ...]:
    """Part, whole and share in one sentence."""
    soit, tail = stems("shares", "soit"), rf"{WORDS}{{0,50}}?"
    share, these = _share(), r"(?:(?:les|ses|ces|leurs|un total de) )?"
    lethal = any_of("sums", "lethality")
    told = "shares.soit"
    return (
        grammar(
            rf"@part{WORDS}{{0,40}} (?:sur|des|parmi) {these}@whole{tail},? {soit} {share}", told
        ),
        grammar(
            rf"@part{tail},? {soit} @s_percent ?% (?:des|du|de la|de l')[^⟦⟧¶.;:]{{1,40}} \(@whole",
            *(told, "%"),
            holds=(" (⟦",),
        ),
        grammar(rf"\bsur {these}@whole{WORDS}{{1,60}}, @part{tail},? {soit} {share}", told, "sur"),
        grammar(
            rf"@whole{WORDS}{{1,40}},? dont @part{tail},? {soit} {share}",
            told,
            holds=(" dont ⟦",),
        ),
        grammar(
            rf"@part{tail},? (?:{soit}|pour) une? {lethal} de @s_percent ?% "
            r"(?:des|sur|sur les|de ses) @whole",
            *("sums.lethality", "%"),
        ),
        grammar(rf"@part{tail} pour @whole{tail} {lethal} de @s_percent ?%", "sums.lethality", "%"),
        grammar(
            rf"@part{WORDS}{{0,30}},? {soit} @s_percent ?% (?:des|de ses|de ces) @whole", told, "%"
        ),
        grammar(
            rf"{share}{WORDS}{{1,40}} : @part{WORDS}{{0,25}} sur @whole",
            holds=(" : ⟦", " sur ⟦"),
        ),
    )


@remembered
def _across() -> tuple[Grammar, ...]:
    """The whole in a sentence before: « compte 320 adhérents. … 96 réponses, soit 45 % »."""
    soit, tail = stems("shares", "soit"), rf"{WORDS}{{0,50}}?"
    has, share = stems("shares", "has"), _share()
    whole = rf"{has}(?: [a-z]+)? @whole (?P<noun>[a-z]+)"
    other = r"[^⟦⟧]{0,160}¶"
    return (
        grammar(
            rf"{whole}[^⟦⟧¶]*¶ (?:parmi (?:eux|elles)|au total|en tout), @part{tail}, "
            rf"{soit} {share}",
            *_APART,
            holds=("parmi eux, ⟦|parmi elles, ⟦|au total, ⟦|en tout, ⟦",),
        ),
        grammar(
            rf"{whole}[^⟦⟧¶]*¶ {WORDS}{{0,25}}@part d'entre (?:eux|elles){tail}, {soit} {share}",
            *_APART,
            holds=("⟧ d'entre ",),
        ),
        grammar(
            rf"{whole}{other}{WORDS}{{0,90}}@part{tail}, {soit} @s_percent ?% (?:des|de ses|de ces)"
            r" (?P<of>[a-z]+)",
            *(*_APART, "%"),
        ),
    )


def _read(laid: Laid, found: re.Match[str]) -> Share | None:
    """The share that a match tells."""
    groups = {k: v for k, v in found.groupdict().items() if v and k.startswith("s_")}
    bound = 1 if "s_over" in groups else -1 if "s_under" in groups else 0
    about = "s_about" in groups
    if "s_fraction" in groups:
        fractions = {fold(k): (k, v) for k, v in table("inner", "fractions").items()}
        words, (top, bottom) = fractions[groups["s_fraction"]]
        return Share(HUNDRED * Decimal(top) / Decimal(bottom), words, about, bound)
    if "s_top" in groups:
        top, bottom = laid.figures[int(groups["s_top"])], groups["s_bottom"]
        words = f"{top.text} {bottom.replace('ieme', 'ième')}"
        return Share(HUNDRED * top.value / BOTTOMS[bottom], words, about, bound, top.end)
    if not groups.keys() & {"s_percent", "s_in"}:
        return None
    figure = laid.figures[int(groups.get("s_percent") or groups["s_in"])]
    about, bound = about or (figure.hedged and not bound), bound or _bound(laid, figure)
    if "s_in" in groups:
        words = f"un sur {figure.text}"
        value = HUNDRED / figure.value if figure.value else Decimal(0)
        return Share(value, words, about, bound, figure.end)
    return Share(figure.value, f"{figure.text} %", about, bound, figure.end)


def _bound(laid: Laid, figure: Figure) -> int:
    """Whether « plus de » or « moins de » stands before a figure."""
    before = laid.text.partition(f"⟦{laid.figures.index(figure)}⟧")[0][-24:]
    if re.search(rf"{stems('shares', 'over')} ?$", before):
        return 1
    return -1 if re.search(rf"{stems('shares', 'under')} ?$", before) else 0


def _worded(share: Share) -> str:
    """A share with its bound: « plus d'un tiers », « moins de 40 % »."""
    if not share.bound:
        return share.words
    way = "plus" if share.bound > 0 else "moins"
    return f"{way} d'{share.words}" if share.words.startswith("un") else f"{way} de {share.words}"


def _is_wrong(part: Figure, whole: Figure, told: Share) -> bool:
    """Whether a share is off by more than its own rounding."""
    found = scaled_alike(part, whole) / whole.value * HUNDRED
    gap = found - told.value
    if told.bound * gap > 0:
        return False
    ratio = ABOUT_RATIO if told.about else RATIO
    return abs(gap) > POINTS and abs(gap) > ratio * told.value


def _same_noun(noun: str, of: str | None = None) -> bool:
    """Whether two plurals are one word."""
    return of is None or noun.rstrip("sx") == of.rstrip("sx")


def _of_a_noun(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 118 600 personnes, c’est près d’un habitant sur dix »; « 96, soit 45 % des adhérents ».

    The whole is the one figure of the article that counts the same noun.
    """
    for laid in windows(article.text, _WITHIN):
        for found in (m for shape in _of_noun() for m in shape.finditer(laid)):
            part, told = laid.figure(found, "part"), _read(laid, found)
            whole = _counting(article, found["noun"])
            if not told or not whole or part.unit or not 0 < part.value < whole.value:
                continue
            right = (part.value / whole.value * HUNDRED).quantize(Decimal("0.1"))
            told = replace(told, about=told.about or part.hedged)
            far = not told.value / FAR <= right <= told.value * FAR and told.value < right
            if _is_wrong(part, whole, told) and not far:
                yield make(
                    "arithmetic.share",
                    article,
                    (min(part.start, told.end), max(part.end, told.end)),
                    claims,
                    part=" ".join(part.text.split()),
                    whole=" ".join(whole.text.split()),
                    share=shown(right),
                    told=_worded(told),
                )


@remembered
def _of_noun() -> tuple[Grammar, ...]:
    """A part and the share of a noun that it is told to be."""
    soit, about = stems("shares", "soit"), rf"(?:(?P<s_about>{stems('shares', 'about')}) ?)?"
    return (
        grammar(
            rf"@part(?: [a-z]+){{1,4}}, (?:{soit}|{WORDS}{{0,40}}? [a-z]+) "
            rf"{about}une? (?P<noun>[a-z]{{4,}}) sur @s_in",
            "un|une",
            holds=(" sur ⟦",),
        ),
        grammar(
            rf"@part{WORDS}{{0,40}},? {soit} {about}@s_percent ?% (?:des|de ses|de nos|de leurs) "
            r"(?P<noun>[a-z]{4,}?)s?\b",
            *("shares.soit", "%"),
        ),
    )


def _counting(article: Article, noun: str) -> Figure | None:
    """The one figure that counts a noun: « 12,5 millions d'habitants »."""
    shape = grammar(rf"@n (?:de |d')?{noun}s\b")
    found = [laid.figure(m, "n") for laid in windows(article.text) for m in shape.finditer(laid)]
    return found[0] if len({f.value for f in found}) == 1 else None
