"""Results told line by line or in one sentence: votes cast, for, against, totals of a table."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.figures import Figure
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import (
    WORDS,
    Laid,
    exact,
    grammar,
    readable,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import HUNDRED, added, shown
from crosscheck.judging.inner.sums import NEAR
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

PAIRS = 3
"""Votes with their shares from which one may be told to be wrong."""
MOST = 115
"""Shares that sum to more are not of one vote, even if one of them is wrong."""
POINTS = Decimal("0.5")
"""Points by which it is, at the least."""
_VOTES = wanted("votes.for", "votes.against", "votes.voters", figures=3)
_VOTERS = wanted("votes.part")
_SHARED = wanted("votes.votes", "%|cent", figures=2)
Line = tuple[str, Figure]


def check_tallies(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Votants : 496 », « pour : 421 », « contre : 63 », « abstentions : 21 »: 505."""
    voters, blocks = _voters(article), list(_blocks(article))
    every = dict(line for block in reversed(blocks) for line in reversed(block))
    for parts, total, label in (*_results(every), *(t for b in blocks for t in _totals(b))):
        yield from _tally(article, claims, parts, total, label)
    for block in blocks if voters and "votants" not in every else ():
        cast = [f for label, f in block if label in table("inner", "votes")["cast"]]
        if voters and len(cast) > 1 and sum((f.value for f in cast), Decimal(0)) > voters.value:
            yield from _tally(article, claims, cast, voters, "votants")
    for laid in windows(article.text, _VOTES):
        yield from _votes(article, claims, laid)
    yield from _turnouts(article, claims)
    yield from _votes_and_shares(article, claims)


def _tally(
    article: Article,
    claims: Sequence[Claim],
    parts: Sequence[Figure],
    total: Figure,
    label: str,
) -> Iterator[Check]:
    found = sum((f.value for f in parts), Decimal(0))
    if found != total.value and exact(*parts, total):
        yield make(
            "arithmetic.tally",
            article,
            spanning(*parts),
            claims,
            label=label,
            parts=added(parts),
            sum=shown(found),
            told=shown(total.value),
        )


def _blocks(article: Article) -> Iterator[list[Line]]:
    """The lines « label : number » that follow each other."""
    block: list[Line] = []
    for sentence in readable(article.text):
        head = sentence.gaps[0] if sentence.figures else ""
        label = re.fullmatch(r"\W*([a-z' ]+?) ?: ?", head) if ":" in head[-2:] else None
        if label and not sentence.figures[0].hedged:
            block.append((label[1].strip(), sentence.figures[0]))
            continue
        if block:
            yield block
        block = []
    if block:
        yield block


def _results(lines: dict[str, Figure]) -> Iterator[tuple[list[Figure], Figure, str]]:
    """The sums that the rules file says a result must fulfil."""
    for whole, sums in table("inner", "tallies").items():
        for parts in sums:
            labels = [fold(part) for part in parts]
            told = lines.get(fold(whole))
            if told is not None and all(label in lines for label in labels):
                yield [lines[label] for label in labels], told, whole


def _totals(lines: list[Line]) -> Iterator[tuple[list[Figure], Figure, str]]:
    """« Appartements : 310 », « Maisons : 120 », « Total : 480 »."""
    for i, (label, total) in enumerate(lines):
        parts = [figure for _, figure in lines[:i]]
        found = sum((f.value for f in parts), Decimal(0))
        near = abs(found - total.value) <= NEAR * total.value
        if label == "total" and len(parts) > 1 and near and len({f.unit for f in parts}) == 1:
            yield parts, total, label


def _voters(article: Article) -> Figure | None:
    """How many took part in a vote, where one sentence says so: « ont pris part au vote 496 … »."""
    part = stems("votes", "part")
    shapes = (rf"{part} @n", rf"@n(?: [a-z]+){{1,4}} {part}")
    found = [
        laid.figure(m, "n")
        for laid in windows(article.text, _VOTERS)
        for shape in shapes
        for m in grammar(shape).finditer(laid)
    ]
    return found[0] if len({id(f) for f in found}) == 1 else None


def _votes(article: Article, claims: Sequence[Claim], laid: Laid) -> Iterator[Check]:
    """« 31 voix pour, 14 contre et 4 abstentions, sur 47 votants »: more than voted."""
    words = {key: stems("votes", key) for key in ("for", "against", "abstained", "voters")}
    found = {
        key: grammar(rf"@n{WORDS}{{0,24}}?{pattern}").search(laid) for key, pattern in words.items()
    }
    whole = found.pop("voters")
    told = [laid.figure(m, "n") for m in found.values() if m]
    if not whole or not found["for"] or not found["against"]:
        return
    total = laid.figure(whole, "n")
    alone = len({id(f) for f in (*told, total)}) == len(told) + 1
    if alone and sum((f.value for f in told), Decimal(0)) > total.value:
        yield from _tally(article, claims, told, total, "votants")


def _turnouts(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Inscrits : 4 000 », « votants : 2 600 », and a turnout of 75 %: 65."""
    lines = dict(line for block in _blocks(article) for line in block)
    for rate, (part, whole) in table("inner", "votes")["rates"].items():
        one, other = lines.get(fold(part)), lines.get(fold(whole))
        told = _rate(article, _pattern(rate)) if one and other and other.value else None
        if not one or not other or not told:
            continue
        due = one.value / other.value * HUNDRED
        if abs(due - told.value) > max(told.grain, Decimal(1)):
            yield make(
                "arithmetic.share",
                article,
                spanning(one, other, told),
                claims,
                part=" ".join(one.text.split()),
                whole=" ".join(other.text.split()),
                share=shown(due.quantize(Decimal("0.1"))),
                told=f"{told.text} %",
            )


def _pattern(word: str) -> str:
    """A word of the rules file as a pattern of laid text."""
    return rf"\b{re.escape(fold(word))}\b"


def _rate(article: Article, word: str) -> Figure | None:
    """The one rate of a name that an article tells: « une participation de 65 % »."""
    shape = rf"{word}[^⟦⟧¶.;]{{0,40}}?(?: de| a| :) @rate ?(?:%|pour cent)"
    found = [
        laid.figure(m, "rate")
        for laid in windows(article.text)
        for m in grammar(shape).finditer(laid)
    ]
    return found[0] if len({f.value for f in found}) == 1 and exact(*found) else None


def _votes_and_shares(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 99 840 voix, soit 38,4 % », « 81 120 voix, soit 31,2 % », …: one whole for all of them."""
    votes, soit = stems("votes", "votes"), stems("changes", "soit")
    shape = grammar(rf"@votes {votes},? (?:{soit} |\()@share ?(?:%|pour cent)")
    pairs = [
        (laid.figure(m, "votes"), laid.figure(m, "share"))
        for laid in windows(article.text, _SHARED)
        for m in shape.finditer(laid)
    ]
    sound = [(n, p) for n, p in pairs if exact(n, p) and p.value >= 1 and p.grain < 1]
    if len(sound) < PAIRS or sum((p.value for _, p in sound), Decimal(0)) > MOST:
        return
    wholes = sorted(n.value / p.value * HUNDRED for n, p in sound)
    whole = wholes[len(wholes) // 2]
    wrong = [(n, p) for n, p in sound if abs(n.value / whole * HUNDRED - p.value) > POINTS]
    if len(wrong) == 1:  # more than one: they are not of one vote
        number, share = wrong[0]
        due = number.value / whole * HUNDRED
        yield make(
            "arithmetic.share",
            article,
            spanning(number, share),
            claims,
            say="votes",
            part=" ".join(number.text.split()),
            share=shown(due.quantize(Decimal("0.1"))),
            told=f"{share.text} %",
        )
