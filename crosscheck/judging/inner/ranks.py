"""A rank beyond the count it is of: « la huitième station » of seven, « 15e sur 14 »."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.figures import Figure
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.enumeration import MOST, listed_noun
from crosscheck.judging.inner.laying import WORDS, exact, grammar, readable, stems, windows
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

FAR = 3
"""A rank so far beyond the count is a rank among others."""


def check_ranks(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« trois accords » and then « un quatrième accord »; « classé 15e d'un groupe de 14 »."""
    yield from _of_the_announced(article, claims)
    yield from _in_a_table(article, claims)


def _of_the_announced(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    folded = fold(article.text)
    ranks = {fold(word): int(rank) for word, rank in table("inner", "enumeration")["ranks"].items()}
    has = stems("shares", "has")
    announced: dict[str, tuple[Figure, bool]] = {}
    for sentence in readable(article.text):
        for i, figure in enumerate(sentence.figures):
            owned = bool(re.search(rf"{has}(?: [a-z]+)? $", sentence.gaps[i]))
            after = re.match(r"\s+([a-z]{4,})s\b", sentence.gaps[i + 1])
            noun = listed_noun(sentence.gaps[i + 1]) or (after[1] if owned and after else "")
            if noun and not figure.hedged and 2 <= figure.value <= MOST:
                announced.setdefault(noun, (figure, owned))
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
    for laid in windows(article.text):
        for found in shape.finditer(laid.text):
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
