"""What a copy repeats of its original: no claim of its own, so it has no say in what goes together.

A dispatch that three outlets print is told once. Were each copy matched by itself, it would confirm
what its original says, and a mean over claims would count it twice.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.claims.lexicon import fold
from crosscheck.models import Claim

Telling = tuple[str, str, str, frozenset[str]]


def echoes(claims: Sequence[Claim], copies: Mapping[str, str | None]) -> dict[str, str]:
    """The id of each claim in which a copy says what its family has said, and the one it repeats.

    `copies` names for each article the one that it copies: an article and its copies are a family.
    The original's telling is the first; of what only copies say, that of the first copy. Of claims
    told alike in one article the first answers to the first. Values are not asked for: « hier » in
    a copy that came out a day later is the same telling.
    """
    if not any(copies.values()):
        return {}
    told: dict[tuple[str, Telling], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        family = copies.get(claim.article) or claim.article
        told[family, _telling(claim)][claim.article].append(claim.id)
    found: dict[str, str] = {}
    for (family, _), by_article in told.items():
        first = family if family in by_article else next(iter(by_article))
        firsts = by_article.pop(first)
        for ids in by_article.values():
            found |= {name: firsts[min(n, len(firsts) - 1)] for n, name in enumerate(ids)}
    return found


def _telling(claim: Claim) -> Telling:
    """What is said, in which words, in which sentence."""
    return claim.kind, claim.polarity, " ".join(fold(claim.text).split()), claim.subject.context
