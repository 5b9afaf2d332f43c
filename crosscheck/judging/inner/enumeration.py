"""So many announced, so many told: « cinq accords : l'accord …, l'accord … »."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.figures import Figure, Sentence, any_of, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

MOST = 20
"""Nobody tells more than this one by one."""
_BULLET = re.compile(r"^[ \t]*(?:[–—•*▪·‣►-]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)


def check_counts(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """An announced number against the items of the list that follows its colon."""
    for sentence in sentences(article.text):
        for i, figure in enumerate(sentence.figures):
            noun = _listed_noun(sentence.gaps[i + 1])
            if not noun or figure.hedged or not 2 <= figure.value <= MOST:
                continue
            counted = _items(sentence, figure, noun) or _bullets(article, sentence, i)
            if counted > 1 and counted != figure.value:
                span = figure.start, figure.end
                told = f"{figure.text.lower()} {noun}{'' if noun.endswith('s') else 's'}"
                line = slice_of(article, (figure.start, min(sentence.end, figure.end + 60)))
                line = line.partition(" :")[0].partition(",")[0]
                yield make(
                    "enumeration.count",
                    article,
                    span,
                    claims,
                    told=told,
                    text=line,
                    counted=str(counted),
                )


def _listed_noun(after: str) -> str:
    """The noun after a figure, when it is of what may be told one by one."""
    found = re.match(rf"\s+({any_of('enumeration', 'listed')})s?\b", after)
    return found[1] if found else ""


def _items(sentence: Sentence, figure: Figure, noun: str) -> int:
    """How often the noun comes back after the colon, one for an item; 0 where there is no list."""
    tail = fold(sentence.text[figure.end - sentence.start :])
    before, colon, listing = tail.partition(":")
    if not colon or ";" in before or len(before) > 120:
        return 0
    lead = rf"(?:{any_of('enumeration', 'determiners')})\s?"
    starts = re.findall(rf"(?:^|,|\bet\b|;)\s*{lead}{noun}\b", listing)
    parts = [p for p in re.split(r",|;", listing) if p.strip()]
    # Every item must begin with the noun: else the list is told in some other way.
    if not re.match(rf"\s*{lead}{noun}\b", listing) or len(starts) < len(parts):
        return 0
    return len(starts)


def _bullets(article: Article, sentence: Sentence, i: int) -> int:
    """How many marked lines follow a line that ends with a colon; 0 where there are none."""
    if i != len(sentence.figures) - 1 or not sentence.text.rstrip().endswith(":"):
        return 0
    lines = article.text[sentence.end :].lstrip("\n").split("\n")
    counted = 0
    for line in lines:
        if _BULLET.match(line):
            counted += 1
        elif line.strip():
            break
    return counted


def check_ranks(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« trois accords » and then « un quatrième accord »."""
    folded = fold(article.text)
    ranks = {fold(word): int(rank) for word, rank in table("inner", "enumeration")["ranks"].items()}
    announced: dict[str, Figure] = {}
    for sentence in sentences(article.text):
        for i, figure in enumerate(sentence.figures):
            noun = _listed_noun(sentence.gaps[i + 1])
            if noun and not figure.hedged and 2 <= figure.value <= MOST:
                announced.setdefault(noun, figure)
    for noun, figure in announced.items():
        told = [
            ranks[w]
            for w in re.findall(rf"\b(?:le|la|un|une) (\w+) {noun}\b", folded)
            if w in ranks
        ]
        # The ranks must be those of this enumeration: told from the first or second on.
        if told and max(told) > figure.value and {1, 2} & set(told):
            span = figure.start, figure.end
            yield make(
                "enumeration.rank",
                article,
                span,
                claims,
                told=f"{figure.text.lower()} {noun}s",
                text=slice_of(article, (figure.start, figure.end + len(noun) + 2)),
                rank=str(max(told)),
            )
