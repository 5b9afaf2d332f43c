"""One acronym written out in two ways."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.evidence import place
from crosscheck.judging.folding import fold, tokens
from crosscheck.judging.inner.laying import every_cue, readable, said
from crosscheck.judging.inner.making import make
from crosscheck.judging.wordings import compare_names
from crosscheck.models import Article, Check, Claim
from crosscheck.values import Name

_WRITTEN = re.compile(r"(?P<words>[A-ZÀ-Ý][\w’'-]*(?: [\w’'-]+){1,9}) \((?P<acronym>[A-Z]{2,7})\)")


def check_acronyms(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Office des barrages (ODB) », then « Organisation des barrages (ODB) »."""
    first: dict[str, tuple[Name, Claim | None]] = {}
    for name, span, claim in sorted(_written(article, claims), key=lambda w: w[1]):
        known, told = first.setdefault(fold(name.acronym or ""), (name, claim))
        if compare_names(known, name).kind == "clash" and not _told_apart(article.text):
            yield make(
                "acronyms.two",
                article,
                span,
                [c for c in (told, *claims) if c],
                acronym=name.acronym or "",
                left=known.name,
                right=name.name,
            )


def _told_apart(text: str) -> bool:
    """Whether an article tells of two bodies of one acronym, or of one that has changed its name.

    Asked last, since few articles write two names for one acronym.
    """
    return said("acronyms.apart", every_cue(text), fold(text))


def _written(
    article: Article, claims: Sequence[Claim]
) -> Iterator[tuple[Name, tuple[int, int], Claim | None]]:
    """Each acronym that is written out: those claimed, and those whose letters fit."""
    taken = []
    for claim in sorted(claims, key=place):
        value = claim.value
        if isinstance(value, Name) and value.acronym and fold(value.name) != fold(value.acronym):
            taken.append((claim.start, claim.end))
            yield value, (claim.start, claim.end), claim
    for sentence in readable(article.text):
        if " (" not in sentence.text:
            continue
        for found in _WRITTEN.finditer(sentence.text):
            words = _fitting(found["words"].split(), found["acronym"])
            start = sentence.start + found.end("words") - len(words)
            end = sentence.start + found.end("words")
            if words and not any(a < end and start < b for a, b in taken):
                yield Name(words, found["acronym"]), (start, end), None


def _fitting(words: list[str], acronym: str) -> str:
    """The last words whose initials are the letters of an acronym, small words aside."""
    for first in range(len(words) - 1, -1, -1):
        parts = tokens(" ".join(words[first:]))
        initials = "".join(p[0] for p in parts if len(p) > 3 or p.upper() == p)
        if initials.upper() == acronym and words[first][0].isupper():
            return " ".join(words[first:])
    return ""
