"""A rank beyond the count it is of: « la huitième station » of seven, « 15e sur 14 »."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.cues import met, needed
from crosscheck.judging.figures import Figure
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.enumeration import MOST, listed_noun
from crosscheck.judging.inner.laying import (
    WORDS,
    every_cue,
    exact,
    grammar,
    readable,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

FAR = 3
"""A rank so far beyond the count is a rank among others."""
_IN_A_TABLE = wanted("ranks.ranked")
_RANKS = needed("enumeration.ranks")
_RANK = re.compile(r"\de\b")


def check_ranks(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« trois accords » and then « un quatrième accord »; « classé 15e d'un groupe de 14 »."""
    yield from _of_the_announced(article, claims)
    yield from _in_a_table(article, claims)


def _of_the_announced(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    every = readable(article.text)
    if not met(_RANKS, every_cue(article.text)) and not any(_RANK.search(s.folded) for s in every):
        return
    ranks = {fold(word): int(rank) for word, rank in table("inner", "enumeration")["ranks"].items()}
    has, owning = stems("shares", "has"), needed("shares.has")
    announced: dict[str, tuple[Figure, bool]] = {}
    for sentence in every:
        for i, figure in enumerate(sentence.figures):
            if figure.hedged or not 2 <= figure.value <= MOST:
                continue
            gap = sentence.gaps[i] if met(owning, sentence.cues) else ""
            owned = bool(re.search(rf"{has}(?: [a-z]+)? $", gap))
            after = re.match(r"\s+([a-z]{4,})s\b", sentence.gaps[i + 1])
            noun = listed_noun(sentence.gaps[i + 1]) or (after[1] if owned and after else "")
            if noun:
                announced.setdefault(noun, (figure, owned))
    folded = fold(article.text) if announced else ""
    for noun, (figure, owned) in announced.items():
        told = _told_ranks(folded, noun, ranks, strict=owned)
        # The ranks must be those of this enumeration: told from the first or second on, or close.
        series = bool({1, 2} & set(told))
        near = [r for r in told if figure.value < r <= figure.value + FAR]
        if near and (series or owned):
            yield make(
                "enumeration.rank",
                article,
                (figure.start, figure.end),
                claims,
                told=f"{figure.text.lower()} {noun}s",
                text=slice_of(article, (figure.start, figure.end + len(noun) + 2)),
                rank=str(max(near)),
            )


def _told_ranks(folded: str, noun: str, ranks: dict[str, int], *, strict: bool) -> list[int]:
    """The ranks that a text gives things of one name; `strict`: definite, and of nothing else."""
    lead = r"(?<!c'est )(?<!est )\b(?:le|la)" if strict else r"\b(?:le|la|un|une)"
    tail = r"(?! (?:(?:du|de|des|mondiale?|europeenne?|nationale?)\b|d'))" if strict else ""
    found = re.findall(rf"{lead} (\w+) {noun}\b{tail}", folded)
    numbered = [int(w[:-1]) for w in found if re.fullmatch(r"\d{1,2}e", w)]
    return numbered + [ranks[w] for w in found if w in ranks]


def _in_a_table(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 26e sur 24 », « 15e d'un championnat de 14 clubs »."""
    ranked = stems("ranks", "ranked")
    shape = grammar(
        rf"{ranked}{WORDS}{{0,30}}?\b(?P<rank>\d{{1,3}})e(?: place)?,? "
        rf"(?:sur (?:les |ses )?|(?:d'un|d'une|du|de la|dans un|dans une) [a-z]+ (?:de|a) )@count"
    )
    for laid in windows(article.text, _IN_A_TABLE):
        for found in shape.finditer(laid):
            count, rank = laid.figure(found, "count"), int(found["rank"])
            if exact(count) and count.unit == "" and count.value < rank <= 3 * count.value:
                yield make(
                    "enumeration.rank",
                    article,
                    (count.start, count.end),
                    claims,
                    say="table",
                    rank=str(rank),
                    count=count.text,
                )
