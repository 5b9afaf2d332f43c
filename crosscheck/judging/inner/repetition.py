"""One question answered twice in one article, with two answers: headline and text, an acronym."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.evidence import Telling, compare, place
from crosscheck.judging.figures import any_of, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.making import make
from crosscheck.judging.wordings import compare_names
from crosscheck.models import NUMERIC, Article, Check, Claim
from crosscheck.values import Interval, Name

AGE_SLIP = 3
"""An age that is off by more than so many years is the age at another time."""


def check_figures(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 17 morts » in the headline, « 18 morts » in the text."""
    told = sorted((c for c in claims if _plain_figure(c)), key=place)
    seen: set[str] = set()
    for left in (c for c in told if c.in_headline):
        for right in (c for c in told if not c.in_headline):
            if left.subject.head in seen or not _one_question(left, right):
                continue
            relation = compare(*(Telling(c.kind, c.value, False, (c,)) for c in (left, right)))
            same = [c for c in told if not c.in_headline and c.value == left.value]
            if relation.kind == "clash" and not same:
                seen.add(left.subject.head)
                span = right.start, right.end
                yield make(
                    "repetition.figure",
                    article,
                    span,
                    [left, right],
                    left=left.text,
                    right=right.text,
                )


def _plain_figure(claim: Claim) -> bool:
    exact = isinstance(claim.value, Interval) and claim.value.exact
    return exact and claim.kind in NUMERIC and claim.polarity == "asserted" and not claim.speaker


def _one_question(left: Claim, right: Claim) -> bool:
    """Whether every slot is the same, and the head says what is asked."""
    one, other = left.subject, right.subject
    return (
        bool(one.head and one.action)
        and left.kind == right.kind
        and (one.head, one.attributes, one.action, one.scope, one.time)
        == (other.head, other.attributes, other.action, other.scope, other.time)
        and (not one.place or not other.place or one.place == other.place)
    )


def check_acronyms(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """One acronym written out in two ways."""
    first: dict[str, Claim] = {}
    for claim in sorted(claims, key=place):
        value = claim.value
        if (
            not isinstance(value, Name)
            or not value.acronym
            or fold(value.name) == fold(value.acronym)
        ):
            continue
        known = first.setdefault(fold(value.acronym), claim)
        if isinstance(known.value, Name) and compare_names(known.value, value).kind == "clash":
            span = claim.start, claim.end
            left, right = known.value.name, value.name
            yield make(
                "acronyms.two",
                article,
                span,
                [known, claim],
                acronym=value.acronym,
                left=left,
                right=right,
            )


def check_births(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« née le 14 mars 1935 » and « morte à 91 ans », in a piece of November 2025."""
    if article.published is None:
        return
    year = article.published.year
    every = sentences(article.text)
    born = re.compile(rf"\b{any_of('ages', 'born')}\b[^.;:]{{0,20}}?\b((?:18|19|20)\d\d)\b")
    aged = re.compile(rf"\b{any_of('ages', 'dead')}\b.{{0,60}}?\b(?:a|de) (\d{{2,3}}) ans\b")
    for i, sentence in enumerate(every):
        birth = born.search(fold(sentence.text))
        if not birth:
            continue
        near = " ".join(fold(s.text) for s in every[max(0, i - 1) : i + 2])
        ages = [int(a) for a in aged.findall(near)]
        low, high = year - int(birth[1]) - 1, year - int(birth[1])
        wrong = [
            a for a in ages if not low <= a <= high and min(abs(a - low), abs(a - high)) <= AGE_SLIP
        ]
        if wrong and len(ages) == 1:
            span = sentence.start, sentence.end
            words = sentence.text.split()
            shown = " ".join(words[:14]) + (" …" if len(words) > 14 else "")
            parts = {"birth": shown, "age": str(wrong[0]), "year": str(year)}
            yield make(
                "ages.birth",
                article,
                span,
                claims,
                low=str(low),
                high=str(high),
                **parts,
            )
