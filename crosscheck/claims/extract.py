"""From an article to its claims: the end of the road that needs the French model.

>>> from crosscheck.models import Article
>>> article = Article.from_text("Trois accords ont été signés à Moscou.", id="a")
>>> [(claim.kind, claim.text) for claim in extract(article)]
[('count', 'Trois accords')]
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import itemgetter

from crosscheck.claims.acronyms import acronyms_of, spelled
from crosscheck.claims.lexicon import word_set
from crosscheck.claims.names import heads
from crosscheck.claims.sentences import (
    Sentence,
    furniture_spans,
    let_go,
    parsed_all,
    sentence_spans,
    unparsed,
)
from crosscheck.expressions import mentions
from crosscheck.models import Article, BlockKind, Claim, Kind, Mention
from crosscheck.nlp.folding import fold_once
from crosscheck.rules import remembered
from crosscheck.values import Period


def extract(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in the order of their places; ids are `""` until all are known."""
    return extract_all([article])[0]


def extract_all(articles: Sequence[Article]) -> list[tuple[Claim, ...]]:
    """The claims of each article, the same as of each alone: what they hold is parsed together."""
    found = [comparable(mentions(article.text, article.published)) for article in articles]
    wanted = [list(_that_hold_something(*each)) for each in zip(articles, found, strict=True)]
    sentences = parsed_all(articles, wanted)
    claims = list(map(_claims, articles, found, sentences))
    let_go(chain.from_iterable(sentences))
    return claims


def _claims(
    article: Article, found: Sequence[Mention], sentences: tuple[Sentence, ...]
) -> tuple[Claim, ...]:
    """The claims of an article, by its expressions and its parsed sentences."""
    # Here, since a run whose articles hold nothing needs none of them (`holds_something`).
    from crosscheck.claims.eras import eras_of
    from crosscheck.claims.telling import Reading
    from crosscheck.claims.valued import value_claims
    from crosscheck.claims.worded import name_claims, quote_claims, role_claims

    starts = [s.start for s in sentences]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in found:
        i = bisect_right(starts, mention.start) - 1
        if i >= 0 and mention.end <= sentences[i].end:
            by_sentence.setdefault(i, []).append(mention)
    reading = Reading(article, sentences, eras_of(article, found))
    return _in_order(
        chain(
            role_claims(reading),
            name_claims(reading, _mastheads(article)),
            quote_claims(reading),
            value_claims(reading, by_sentence),
        )
    )


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims by their places, each once; they are looked at whole only where several stand in
    one place.
    """
    found: dict[tuple[int, int, Kind], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.start, claim.end, claim.kind), []).append(claim)
    return tuple(
        claim
        for _, rivals in sorted(found.items(), key=itemgetter(0))
        for claim in (rivals if len(rivals) == 1 else _once(rivals))
    )


def _once(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(dict.fromkeys(claims), key=lambda claim: str(claim.value))


def holds_something(article: Article) -> bool:
    """Whether an article has a sentence to parse; told without the model.

    `holds_something(Article.from_text("Il pleut."))` is False.
    """
    found = comparable(mentions(article.text, article.published))
    return any(True for _ in _that_hold_something(article, found))


def comparable(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions as sources are compared by: « fin 2024 » by its year, « hier soir » by its day.

    >>> comparable(mentions("Il a parlé fin 2024."))[0].value.edtf
    '2024'

    Where an evening or the end of a year begins is our reading, so two of them are no conflict; a
    part of a day that hangs on a day named elsewhere claims nothing of its own. The two ends of a
    run are two claims, as sources may differ on one of them alone.

    >>> [m.value.edtf for m in comparable(mentions("Ouvert de 14 h à 16 h."))]
    ['T14:00', 'T16:00']
    """
    return tuple(
        replace(m, value=m.value.of)
        if isinstance(m.value, Period) and m.value.of is not None
        else m
        for whole in found
        for m in whole.parts or (whole,)
        if not m.hanging
    )


def _that_hold_something(
    article: Article, found: Sequence[Mention]
) -> Iterator[tuple[int, int, BlockKind]]:
    """Sentences with an expression, an office, or the head of a name: only these are parsed."""
    starts = [m.start for m in found]
    rows = sentence_spans(article)
    texts = [fold_once(article.text[low:high]) for low, high, _ in rows] + [""]
    for i, (low, high, block) in enumerate(rows):
        j = bisect_right(starts, low - 1)
        valued = j < len(found) and found[j].start < high
        if valued or _holds_words(texts[i]) or _PRONOUN_SPEAKS.search(texts[i + 1]):
            yield low, high, block


def _mastheads(article: Article) -> tuple[Sentence, ...]:
    """The lines above and below an article that write out an acronym of its text: « SUTR Infos, le
    blog du Syndicat unifié des travailleurs du rail ».
    """
    acronyms = acronyms_of(article.text)
    rows = furniture_spans(article) if acronyms else []
    return tuple(
        unparsed(article, row)
        for row in rows
        if any(spelled(article.text[row[0] : row[1]], acronyms))
    )


_PRONOUN_SPEAKS = re.compile(r"-(?:t-)?(?:ils?|elles?)\b|^les deux ")
"""« …, a-t-il déclaré », « Les deux ministres … »: who that is, the sentence before says."""


_SIGNS = ("(", "<<", ">>", "homologue", "premier ministre", "premiere ministre")
"""What tells that a sentence holds something, besides the words of the rules; « and » as folded."""


def _holds_words(text: str) -> bool:
    """Whether a folded sentence may name an office, an institution, or quote somebody."""
    if any(sign in text for sign in _SIGNS):
        return True
    return not _telling().isdisjoint(re.findall(r"[\w-]+", text.replace("ex-", "")))


@remembered
def _telling() -> frozenset[str]:
    """The words that name an office, a rank, or the head of a name."""
    return word_set("offices", "offices") | word_set("offices", "ranks") | frozenset(heads())
