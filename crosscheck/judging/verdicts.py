"""The verdict of a group: the first row of a table that holds, with its witnesses and its why.

The rows speak of agreement between sources, never of truth.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from crosscheck.judging.days import dated_by, wrong_weekday
from crosscheck.judging.evidence import Evidence, place, told_alone, weigh
from crosscheck.judging.parties import speaks_for_itself
from crosscheck.judging.reasons import Ground, why, why_alone
from crosscheck.judging.severity import LEVELS, severity_of
from crosscheck.judging.sources import Sources
from crosscheck.judging.sureness import looks_slipped
from crosscheck.judging.tellings import Telling, compare
from crosscheck.judging.timing import changed_since, final_after_provisional, follows
from crosscheck.judging.wordings import speakers_alike
from crosscheck.models import Article, Claim, ClaimGroup, Finding, Kind, Severity, VerdictName
from crosscheck.values import Interval, Period

ORDER: tuple[VerdictName, ...] = (
    "conflict",
    "disputed",
    "updated",
    "compatible",
    "agree",
    "single",
)


@dataclass(frozen=True, slots=True)
class Row:
    """`Row("agree", _agree)`: the verdict, and what must hold for it."""

    verdict: VerdictName
    holds: Callable[[Evidence], Ground | None]


def _disputed_within(evidence: Evidence) -> Ground | None:
    """One origin, which itself sets two speakers against each other."""
    at_odds = evidence.origins == 1 and evidence.clashes
    return _disputed_by_speakers(evidence) if at_odds else None


def _single(evidence: Evidence) -> Ground | None:
    """One origin; a copy that changed the value is not passed over."""
    if evidence.origins > 1:
        return None
    articles = {c.article for c in evidence.claims}
    own = {c.article for c in evidence.claims if c.id not in evidence.repeated}
    if len(own) > 1 and evidence.clashes:
        return None
    reason = "single" if len(articles) == 1 else "single-origin"
    return Ground(reason, evidence.claims[:1])


def _updated(evidence: Evidence) -> Ground | None:
    """A toll that follows the times of publication; a provisional figure, then the final one."""
    if len(evidence.tellings) < 2:
        return None
    if runs := follows(evidence):
        steps = tuple(evidence.tellings[run.tellings[0]].claims for run in runs)
        one_day = runs[0].first == runs[-1].last
        return Ground(
            "updated-hours" if one_day else "updated-follows", steps[0], steps[-1], steps=steps
        )
    if found := final_after_provisional(evidence):
        left, right = (evidence.tellings[i].claims for i in found)
        return Ground("updated-final", left, right)
    if found := changed_since(evidence):
        left, right = (evidence.tellings[i].claims for i in found)
        return Ground(f"updated-{'role' if left[0].kind == 'role' else 'plan'}", left, right)
    return None


def _disputed(evidence: Evidence) -> Ground | None:
    """Values at odds, each with a speaker; or one that is affirmed and denied."""
    found = None
    if evidence.clashes and any(c.speaker for c in evidence.claims):
        found = (
            _disputed_by_speakers(evidence)
            or _disputed_by_party(evidence)
            or _disputed_by_source(evidence)
        )
    return found or _denied(evidence)


def _disputed_by_speakers(evidence: Evidence) -> Ground | None:
    """Two tellings at odds whose speakers are all named and not the same."""
    for left, right in evidence.widest:
        sides = evidence.side(left), evidence.side(right)
        named = [tuple(c for c in side if c.speaker) for side in sides]
        voices = [{c.speaker or "" for c in side} for side in named]
        if all(named) and not any(speakers_alike(a, b) for a in voices[0] for b in voices[1]):
            return Ground("disputed", named[0], named[1])
    return None


def _disputed_by_party(evidence: Evidence) -> Ground | None:
    """A named speaker's figure against that of an article which speaks for a party of the story."""
    for left, right in evidence.widest:
        for mine, theirs in ((left, right), (right, left)):
            own, told = evidence.side(mine), [c for c in evidence.side(theirs) if c.speaker]
            parties = {c.article: evidence.articles.get(c.article) for c in own}
            if not told or any(c.speaker for c in own):
                continue
            names = [a.outlet or a.id for a in parties.values() if a and speaks_for_itself(a)]
            alike = any(speakers_alike(n, c.speaker or "") for n in names for c in told)
            if len(names) == len(parties) and not alike:
                return Ground("disputed-party", tuple(told), own)
    return None


def _disputed_by_source(evidence: Evidence) -> Ground | None:
    """A source that gives a speaker's figure and sets its own against it, as nobody's words."""
    for left, right in evidence.widest:
        for mine, theirs in ((left, right), (right, left)):
            told = [c for c in evidence.side(mine) if c.speaker]
            own = [c for c in evidence.side(theirs) if not c.speaker]
            others = [c for c in evidence.side(theirs) if c.speaker]
            if others or not told:
                continue
            both = [(t, o) for t in told for o in own if t.article == o.article]
            firsts = {o.article for o in own if o.id not in evidence.repeated}
            if both and len(firsts) == 1:
                return Ground("disputed-own", (both[0][0],), (both[0][1],))
    return None


def _denied(evidence: Evidence) -> Ground | None:
    """A value that one affirms and another denies."""
    for claim in (c for c in evidence.denied if c.id not in evidence.repeated):
        denial = Telling(claim.kind, claim.value, False, (claim,))
        for telling in evidence.tellings:
            other = [
                c
                for c in telling.claims
                if c.article != claim.article and c.id not in evidence.repeated
            ]
            if other and claim.kind == telling.kind and compare(telling, denial).kind == "same":
                return Ground("denied", tuple(other), (claim,))
    return None


def _agree(evidence: Evidence) -> Ground | None:
    """All values the same."""
    if evidence.left_out or not evidence.alike:
        return None
    if evidence.denied and evidence.origins > 1:
        live = (c for telling in evidence.tellings for c in telling.claims)
        if evidence.sources.origins(live) < 2:
            return None
    first, second = _two_origins(evidence.claims, evidence)
    converted = next((p for p, r in evidence.relations.items() if r.reason != "agree"), None)
    if converted:
        left, right = (evidence.tellings[i].claims for i in converted)
        return Ground("compatible-converted", left, right)
    return Ground("agree", (first,), (second,))


def _compatible(evidence: Evidence) -> Ground | None:
    """All values can be true together."""
    if evidence.clashes:
        return None
    weight = {"admits": 0, "apart": 1, "same": 2}
    if not evidence.relations:
        told = tuple(c for t in evidence.tellings for c in t.claims) or evidence.claims
        denied = "compatible-denied" if evidence.denied else "compatible-alone"
        return Ground(denied, told, evidence.denied)
    (left, right), relation = min(
        evidence.relations.items(), key=lambda item: (weight[item[1].kind], item[0])
    )
    if relation.kind == "same":
        return Ground("agree", evidence.tellings[left].claims, evidence.tellings[right].claims)
    wide, narrow = _wide_first(evidence, left, right)
    return Ground(
        relation.reason,
        evidence.tellings[wide].claims,
        evidence.tellings[narrow].claims,
    )


def _conflict(evidence: Evidence) -> Ground | None:
    """What is left: the values cannot all be true."""
    left, right = evidence.widest[0]
    relation = evidence.relation(left, right)
    if relation.reason == "conflict-weekday":
        left, right = _wrong_first(evidence, left, right)
    return Ground(
        relation.reason,
        evidence.side(left),
        evidence.side(right),
        detail=relation.detail,
    )


ROWS: tuple[Row, ...] = (
    Row("disputed", _disputed_within),
    Row("single", _single),
    Row("updated", _updated),
    Row("disputed", _disputed),
    Row("agree", _agree),
    Row("compatible", _compatible),
    Row("conflict", _conflict),
)
"""The first row that holds gives the verdict. « updated » stands before « disputed »: a toll that
follows the days is no dispute, though each day's figure has another speaker."""


def judge(groups: Sequence[ClaimGroup], articles: Mapping[str, Article]) -> tuple[Finding, ...]:
    """One finding for each group, the gravest first, numbered f1, f2, …

    `judge((ClaimGroup((c1, c2)),), {"a": …, "b": …})[0].verdict` is « conflict » for 12 and 14
    deaths told on one day. The order of groups, and of claims in them, changes nothing.
    """
    sources = Sources(articles)
    found = [
        _alone(group) if len(group.claims) == 1 else _weighed(group, sources)
        for group in groups
        if group.claims
    ]
    found.sort(key=itemgetter(0))
    return tuple([Finding(f"f{number}", *said) for number, (_, said) in enumerate(found, 1)])


_Rank = tuple[int, int, bool, tuple[int, str, int]]
"""The gravest first; of equals the surest, then as they stand."""
_Said = tuple[str, Kind, ClaimGroup, VerdictName, Severity, tuple[str, ...], int, str]
"""A finding but for its id, which the others decide."""


def _weighed(group: ClaimGroup, sources: Sources) -> tuple[_Rank, _Said]:
    """What is to be said of claims that are held against each other."""
    evidence = weigh(group, sources)
    claims, origins = evidence.claims, evidence.origins
    verdict, ground = _verdict(evidence)
    witnesses = _witnesses(ground, evidence)
    severity = severity_of(verdict, claims, witnesses, origins)
    names = tuple([c.id for c in witnesses])
    slipped = verdict == "conflict" and looks_slipped([c for c in claims if c.id in names])
    ordered = group if claims is group.claims else ClaimGroup(claims)
    rank = -LEVELS.index(severity), ORDER.index(verdict), not slipped, place(claims[0])
    said = why(ground, evidence)
    subject, kind = ordered.subject, claims[0].kind
    return rank, (subject, kind, ordered, verdict, severity, names, origins, said)


def _verdict(evidence: Evidence) -> tuple[VerdictName, Ground]:
    """The first row that holds."""
    return next((row.verdict, ground) for row in ROWS if (ground := row.holds(evidence)))


def _alone(group: ClaimGroup) -> tuple[_Rank, _Said]:
    """What is to be said of one claim, which needs no weighing."""
    (claim,) = group.claims
    said = why_alone(claim, () if told_alone(claim) else group.claims)
    rank = 0, len(ORDER) - 1, True, place(claim)
    asked = claim.subject.asked
    return rank, (asked, claim.kind, group, "single", LEVELS[0], (claim.id,), 1, said)


def _witnesses(ground: Ground, evidence: Evidence) -> tuple[Claim, ...]:
    """One claim of each side, of two origins where that can be."""
    if not ground.right:
        return ground.left[:1]
    for left in ground.left:
        for right in ground.right:
            if evidence.sources.origin(left) != evidence.sources.origin(right):
                return left, right
    return (ground.left[0], ground.right[0])


def _two_origins(claims: Sequence[Claim], evidence: Evidence) -> tuple[Claim, Claim]:
    """The first claim, and the first one of another origin."""
    first = claims[0]
    mine = evidence.sources.origin(first)
    others = (c for c in claims if evidence.sources.origin(c) != mine)
    return first, next(others, claims[-1])


def _wide_first(evidence: Evidence, left: int, right: int) -> tuple[int, int]:
    """The vaguer telling before the one that it admits."""

    def breadth(index: int) -> tuple[Decimal, Decimal]:
        value = evidence.tellings[index].value
        if isinstance(value, Interval):
            return value.high - value.low, value.grain
        if isinstance(value, Period) and value.first and value.last:
            return Decimal((value.last - value.first).days), Decimal(0)
        return Decimal(0), Decimal(0)

    return (left, right) if breadth(left) >= breadth(right) else (right, left)


def _wrong_first(evidence: Evidence, left: int, right: int) -> tuple[int, int]:
    """The telling with the wrong weekday first."""
    value, other = (evidence.tellings[i].value for i in (left, right))
    if isinstance(value, Period) and isinstance(other, Period):
        return (left, right) if wrong_weekday(dated_by(value, other)) else (right, left)
    return right, left
