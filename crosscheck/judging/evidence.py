"""What a verdict rests on: a group laid out, with what its claims tell."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from operator import lt

from crosscheck.judging.folding import fold, listed, mentions_any
from crosscheck.judging.relation import SAME, Relation
from crosscheck.judging.sources import Sources
from crosscheck.judging.tellings import Telling, stand
from crosscheck.making import quickly_made
from crosscheck.matching.echoes import echoes
from crosscheck.models import Article, Claim, ClaimGroup, Kind
from crosscheck.rules import remembered
from crosscheck.values import Interval, Value

ROUNDED: frozenset[Kind] = frozenset({"percentage", "date"})
"""Kinds whose words may round off what they tell."""


@quickly_made
@dataclass(frozen=True)
class Evidence:
    """A group laid out for judging: `weigh(group, sources).clashes`.

    Without slots, for what several rows ask to be worked out once, and not before.
    """

    claims: tuple[Claim, ...]
    tellings: tuple[Telling, ...]
    """What is compared, by first claim."""
    relations: Mapping[tuple[int, int], Relation]
    """How tellings i < j stand to each other."""
    clashes: tuple[tuple[int, int], ...]
    """The pairs of tellings that cannot both be true."""
    denied: tuple[Claim, ...]
    left_out: tuple[Claim, ...]
    """Planned or hypothetical, beside claims of what is."""
    sources: Sources
    origins: int
    alike: bool
    """Whether each telling says the same as each other: so does one by itself."""
    repeated: frozenset[str] = frozenset()
    """Ids of the claims in which a copy says what its original says: of its own day they tell
    nothing, a dispatch of Monday is no news on Thursday."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return self.sources.articles

    @cached_property
    def widest(self) -> tuple[tuple[int, int], ...]:
        """The pairs at odds: those told by most claims first, then the widest apart."""

        def width(pair: tuple[int, int]) -> Decimal:
            a, b = (self.tellings[i].value for i in pair)
            if not (isinstance(a, Interval) and isinstance(b, Interval)):
                return Decimal(0)
            low, high = sorted((abs(a.stated), abs(b.stated)))
            return high / low if low else high

        if len(self.clashes) < 2:
            return self.clashes
        backing = [len({c.article for c in side}) for side in self._sides]
        rank = {pair: (-sum(backing[i] for i in pair), -width(pair), pair) for pair in self.clashes}
        return tuple(sorted(self.clashes, key=rank.__getitem__))

    def relation(self, one: int, other: int) -> Relation:
        """How two tellings stand to each other, in any order."""
        if one == other:
            return SAME
        return self.relations[(one, other) if one < other else (other, one)]

    def side(self, index: int) -> tuple[Claim, ...]:
        """The claims that say the same as one telling."""
        return self._sides[index]

    @cached_property
    def _sides(self) -> list[tuple[Claim, ...]]:
        told = [telling.claims for telling in self.tellings]
        for (one, other), found in self.relations.items():
            if found.kind == "same":
                told[one] += self.tellings[other].claims
                told[other] += self.tellings[one].claims
        return [_in_order(claims) for claims in told]


def weigh(group: ClaimGroup, sources: Sources) -> Evidence:
    """Lay out a group: who tells what, and what is not compared."""
    claims = _in_order(group.claims)
    repeated = echoes(claims, sources.copies) if sources.copied(claims) else {}
    live, denied, left_out = _parted(claims, sources.articles, repeated)
    tellings = _tellings(live, claims, sources.articles, repeated)
    relations = _relations(tellings) if len(tellings) > 1 else {}
    return Evidence(
        claims,
        tellings,
        relations,
        tuple([pair for pair, found in relations.items() if found.kind == "clash"]),
        denied,
        left_out,
        sources,
        sources.origins(claims),
        all(found.kind == "same" for found in relations.values()) if relations else True,
        frozenset(repeated),
    )


def _parted(
    claims: tuple[Claim, ...], articles: Mapping[str, Article], repeated: Container[str]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Claim, ...]]:
    """What is told and compared, what somebody denies, and what is neither."""
    if {c.polarity for c in claims} == {"asserted"}:
        return claims, (), ()
    told = tuple(c for c in claims if _told(c, claims))
    denied = tuple(c for c in claims if c.polarity == "denied" and c.speaker)
    live = _comparable(told, articles, repeated)
    kept = {id(c) for c in (*live, *denied)}
    return live, denied, tuple([c for c in claims if id(c) not in kept])


def _relations(tellings: Sequence[Telling]) -> dict[tuple[int, int], Relation]:
    """How each two tellings stand to each other."""
    pairs = combinations(range(len(tellings)), 2)
    return {(i, j): stand(tellings[i], tellings[j]) for i, j in pairs}


def _tellings(
    live: tuple[Claim, ...],
    claims: tuple[Claim, ...],
    articles: Mapping[str, Article],
    repeated: Mapping[str, str],
) -> tuple[Telling, ...]:
    """The values that are told, each with its claims; a copy tells that of its original."""
    by_id = {claim.id: claim for claim in claims} if repeated else {}
    told: dict[tuple[Kind, Value, bool], list[Claim]] = {}
    for claim in live:
        first = by_id[repeated.get(claim.id, claim.id)] if repeated else claim
        loose = first.kind in ROUNDED and _loose(first, articles)
        told.setdefault((claim.kind, first.value, loose), []).append(claim)
    return tuple([Telling(*key, tuple(members)) for key, members in told.items()])


def _told(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether a claim tells its value.

    What somebody denies is no telling. In « les deux ponts n'ont pas tenu » nobody denies the two
    bridges: such a claim joins those that affirm the same value, and is left out where there are
    none.
    """
    if claim.polarity != "denied":
        return True
    asserted = [c for c in claims if c.polarity == "asserted"]
    return not claim.speaker and any(c.value.same(claim.value) for c in asserted)


def told_alone(claim: Claim) -> bool:
    """Whether a claim that no other answers tells its value, or somebody's denial of it."""
    return claim.polarity != "denied" or bool(claim.speaker)


def place(claim: Claim) -> tuple[int, str, int]:
    """Order of claims: by the number in their id, then by id and place."""
    return _number(claim.id), claim.id, claim.start


def _in_order(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims by place, in which they nearly always stand."""
    numbers = [_number(claim.id) for claim in claims]
    if all(map(lt, numbers, numbers[1:])):
        return claims
    return tuple(sorted(claims, key=place))


@lru_cache(maxsize=4096)
def _number(name: str) -> int:
    """12 for « c12 »."""
    return int(re.sub(r"\D", "", name) or 0)


def _comparable(
    claims: tuple[Claim, ...], articles: Mapping[str, Article], repeated: Container[str]
) -> tuple[Claim, ...]:
    """What is told as so; else what is told as planned; else what is told as possible.

    A plan is held against a fact unless the sentence of the fact tells of a thing done: « deux
    accords seront signés » does not contradict « trois accords ont été signés », but « la seconde
    tranche fera 20 MW » does contradict « une seconde tranche de 25 MW ».
    """
    asserted = tuple(c for c in claims if c.polarity in ("asserted", "denied"))
    if len(asserted) == len(claims):
        return claims
    planned = tuple(c for c in claims if c.polarity == "planned")
    if not asserted:
        return planned or claims
    done = planned and any(_done(c, articles) for c in asserted)
    kept = asserted if done else (*asserted, *planned)
    others = {id(c) for c in claims} - {id(c) for c in kept}
    if _at_odds([c for c in claims if id(c) in others and c.id not in repeated]):
        return claims  # what was foreseen is itself disputed: that is worth saying
    # Who foresaw the value that others now tell does not differ from them.
    return tuple(
        c for c in claims if id(c) not in others or any(c.value.same(k.value) for k in kept)
    )


def _at_odds(claims: list[Claim]) -> bool:
    """Whether claims of two articles exclude each other."""
    return any(
        a.article != b.article and a.value.meet(b.value) is None for a, b in combinations(claims, 2)
    )


def sentence_of(claim: Claim, articles: Mapping[str, Article]) -> str:
    """The sentence of a claim; empty when the article is not at hand."""
    article = articles.get(claim.article)
    return article.text[slice(*claim.sentence)] if article else ""


@remembered
def _done_pattern() -> re.Pattern[str]:
    words = "|".join(listed("wording", "done"))
    return re.compile(
        rf"\b(?:{words})\s+(?:[a-z]+\s+)?(?:ete|[a-z]+(?:e|i|it|is|u|us|ert)(?:e|s|es)?)\b"
    )


def _done(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether the words around a claim, between two commas, tell of a thing done."""
    article = articles.get(claim.article)
    if article is None:
        return False
    low, high = claim.sentence
    before = article.text.rfind(",", low, claim.start) + 1 or low
    after = article.text.find(",", claim.end, high)
    return bool(_done_pattern().search(fold(article.text[before : after if after >= 0 else high])))


def _loose(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether the words of a claim round off: a fraction, an hour after « vers »."""
    if claim.kind == "percentage":
        return mentions_any(claim.text, listed("wording", "fractions"))
    article = articles.get(claim.article)
    if claim.kind != "date" or not article:
        return False
    before = article.text[max(0, claim.start - 20) : claim.start] + claim.text[:20]
    return mentions_any(before, listed("wording", "about"))
