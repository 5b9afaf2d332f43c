"""Values that may differ because they were given on different days: the row « updated »."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

from crosscheck.judging.evidence import Evidence, sentence_of
from crosscheck.judging.finality import final_figures, final_scope, silent
from crosscheck.judging.folding import listed, tokens
from crosscheck.judging.moving import growing_share, moving
from crosscheck.models import Claim
from crosscheck.values import Interval, Role

STEP = Decimal("1.05")
"""A lower bound that is passed by this ratio on a later day was a step, not a precision."""
ROLE_DAYS = 30
"""After as many days, another office of one person is taken for a change of office."""
PLAN_DAYS = 14
"""After as many days, another figure of a plan is taken for a change of plan."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tellings that go together, and the days on which they were published."""

    first: date
    last: date
    tellings: tuple[int, ...]


def runs_of(evidence: Evidence) -> tuple[Run, ...]:
    """The values in the order of publication, those that admit each other joined.

    Empty when a date is missing, when one day tells two values and not at which hours, or when a
    value comes back after another took its place: then time explains nothing.
    """
    told: list[tuple[date, str, int]] = []
    for index, telling in enumerate(evidence.tellings):
        for claim in telling.claims:
            if claim.id in evidence.repeated:
                continue
            article = evidence.articles.get(claim.article)
            if article is None or article.published is None:
                return ()
            told.append((article.published, article.clock, index))
    without = {day for day, clock, _ in told if not clock}
    moments: dict[tuple[date, str], set[int]] = {}
    for day, clock, index in told:
        moments.setdefault((day, "" if day in without else clock), set()).add(index)
    runs: list[Run] = []
    for day, clock in sorted(moments):
        here = tuple(sorted(moments[day, clock]))
        if any(evidence.relation(a, b).kind == "clash" for a, b in combinations(here, 2)):
            return ()
        if runs and all(_joins(evidence, a, b) for a in runs[-1].tellings for b in here):
            known = runs.pop()
            here = tuple(sorted({*known.tellings, *here}))
            runs.append(Run(known.first, day, here))
        elif any(
            evidence.relation(a, b).kind == "same" for r in runs for a in r.tellings for b in here
        ):
            return ()
        else:
            runs.append(Run(day, day, here))
    return tuple(runs)


def _joins(evidence: Evidence, earlier: int, later: int) -> bool:
    """Whether the later telling says no more than the earlier, other than more precisely."""
    if evidence.relation(earlier, later).kind == "clash":
        return False
    old, new = evidence.tellings[earlier].value, evidence.tellings[later].value
    if not (isinstance(old, Interval) and isinstance(new, Interval)):
        return True
    open_above = not old.high.is_finite() and not old.vague
    return not (open_above and new.low > old.low * STEP)


def follows(evidence: Evidence) -> tuple[Run, ...]:
    """The steps of a toll or a count under way; empty when the values do not follow the days."""
    if evidence.alike:
        return ()
    numbers = [t.value for t in evidence.tellings]
    direction = moving(evidence.claims) if _counted(evidence) else ""
    if not direction or (direction != "up" and not evidence.clashes):
        return ()  # « environ 450 », « plus de 400 », « 450 » : no more, no less
    runs = runs_of(evidence)
    if len(runs) < 2:
        return ()
    if direction == "up" and not all(
        _stated(evidence, earlier, max) < _stated(evidence, later, min)
        for earlier, later in pairwise(runs)
    ):
        return ()
    return runs if all(isinstance(n, Interval) for n in numbers) else ()


def _counted(evidence: Evidence) -> bool:
    """Whether the tellings are of what is counted, or of a share of it: « cinq des 14 zones », then
    « près de la moitié » moves as what is counted does.
    """
    kinds = {t.kind for t in evidence.tellings} - {"count", "measure"}
    if kinds != {"percentage"}:
        return not kinds
    return any(c.derivation for c in evidence.claims) or growing_share(evidence.claims)


def _stated(evidence: Evidence, run: Run, pick: Callable[[list[Decimal]], Decimal]) -> Decimal:
    values = [evidence.tellings[i].value for i in run.tellings]
    numbers = [v.stated for v in values if isinstance(v, Interval)]
    exact = [v.low for v in values if isinstance(v, Interval) and v.exact]
    return pick(exact or numbers)


def final_after_provisional(evidence: Evidence) -> tuple[int, int] | None:
    """The provisional and the final telling, when each value is one of the two."""
    if evidence.alike:
        return None
    if not any(_other_number(evidence, one, other) for one, other in evidence.relations):
        return None
    told = [
        (i, c)
        for i, telling in enumerate(evidence.tellings)
        for c in telling.claims
        if c.id not in evidence.repeated
    ]
    flags = {c.id: _finality(c, evidence) for _, c in told}
    early = [(i, c) for i, c in told if flags[c.id][0] == "first"]
    before = [d for _, c in early if (d := _day(c, evidence))]
    if not early or len(before) < len(early):
        return None
    late = [(i, c) for i, c in told if flags[c.id][0] == "last"]
    if not late and all(flags[c.id][1] for _, c in early):
        # The words stand in the very sentences: any later figure takes the place of these.
        late = [(i, c) for i, c in told if (d := _day(c, evidence)) and d > max(before)]
    after = [d for _, c in late if (d := _day(c, evidence))]
    if not late or len(after) < len(late) or max(before) > min(after):
        return None
    parts = [{i for i, _ in early}, {i for i, _ in late}]
    for index in range(len(evidence.tellings)):
        if not any(all(_fit(evidence, index, other) for other in part) for part in parts):
            return None
    pairs = ((a, b) for a in sorted(parts[0]) for b in sorted(parts[1]))
    return next(((a, b) for a, b in pairs if _other_number(evidence, a, b)), None)


def _fit(evidence: Evidence, one: int, other: int) -> bool:
    return evidence.relation(one, other).kind != "clash"


def _other_number(evidence: Evidence, one: int, other: int) -> bool:
    """Whether two tellings give different numbers, rounding or not."""
    a, b = evidence.tellings[one].value, evidence.tellings[other].value
    if isinstance(a, Interval) and isinstance(b, Interval) and a.exact and b.exact:
        return evidence.relation(one, other).kind != "same"
    return evidence.relation(one, other).kind == "clash"


def _finality(claim: Claim, evidence: Evidence) -> tuple[str, bool]:
    """« first » for a provisional figure, « last » for a final one; whether its sentence says so.

    The sentence speaks before the article; what speaks of both says nothing.
    """
    article = evidence.articles.get(claim.article)
    text = article.text if article else ""
    if silent(text):
        near = final_scope(" ".join(sorted(claim.subject.scope)))
        return near, bool(near)
    near = final_figures(sentence_of(claim, evidence.articles))
    return near or final_figures(text), bool(near)


def _day(claim: Claim, evidence: Evidence) -> date | None:
    article = evidence.articles.get(claim.article)
    return article.published if article else None


def changed_since(evidence: Evidence) -> tuple[int, int] | None:
    """An office or a plan, and the one that has taken its place some weeks later."""
    kinds = {t.kind for t in evidence.tellings}
    if kinds == {"role"} and (confirmed := _confirmed(evidence)):
        return confirmed
    if not evidence.clashes:
        return None
    planned = all(c.polarity == "planned" for t in evidence.tellings for c in t.claims)
    if kinds != {"role"} and not planned:
        return None
    runs = runs_of(evidence)
    wait = ROLE_DAYS if kinds == {"role"} else PLAN_DAYS
    gaps = [(later.first - earlier.last).days for earlier, later in pairwise(runs)]
    if not gaps or min(gaps) < wait:
        return None
    return runs[0].tellings[0], runs[-1].tellings[0]


def _confirmed(evidence: Evidence) -> tuple[int, int] | None:
    """Acting in an office, then in it, some weeks later."""
    if evidence.clashes:
        return None
    acting = {
        i: bool(set(tokens(t.value.role)) & set(listed("offices", "interim")))
        for i, t in enumerate(evidence.tellings)
        if isinstance(t.value, Role)
    }
    if len(set(acting.values())) < 2:
        return None
    days = {
        flag: [
            _day(c, evidence)
            for i, t in enumerate(evidence.tellings)
            if acting[i] is flag
            for c in t.claims
            if c.id not in evidence.repeated
        ]
        for flag in (True, False)
    }
    known = {flag: [d for d in found if d] for flag, found in days.items()}
    if not all(known.values()) or days != known:
        return None
    if (min(known[False]) - max(known[True])).days < ROLE_DAYS:
        return None
    order = sorted(acting, key=lambda i: (not acting[i], i))
    return order[0], next(i for i in order if not acting[i])
