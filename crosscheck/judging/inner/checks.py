"""The checks inside one article, by rule: a plain dict, to be read and added to."""

from collections.abc import Callable, Iterator, Sequence

from crosscheck.judging.figures import sentences
from crosscheck.judging.inner import (
    aboard,
    acronyms,
    ages,
    calendar,
    changes,
    conversions,
    directions,
    enumeration,
    percentages,
    periods,
    products,
    ranks,
    repetition,
    results,
    shares,
    status,
    sums,
    tallies,
)
from crosscheck.judging.inner.laying import said
from crosscheck.models import Article, Check, Claim

CHECKS: dict[str, Callable[[Article, Sequence[Claim]], Iterator[Check]]] = {
    "calendar.weekday": calendar.check_weekdays,
    "calendar.impossible": calendar.check_impossible,
    "calendar.order": periods.check_order,
    "calendar.length": periods.check_lengths,
    "enumeration.count": enumeration.check_counts,
    "enumeration.rank": ranks.check_ranks,
    "status.draft-signed": status.check_drafts,
    "status.visit": status.check_visits,
    "arithmetic.sum": sums.check_sums,
    "arithmetic.exceeds": aboard.check_exceeding,
    "arithmetic.tally": tallies.check_tallies,
    "arithmetic.percent": percentages.check_percentages,
    "arithmetic.share": shares.check_shares,
    "arithmetic.change": changes.check_changes,
    "arithmetic.direction": directions.check_directions,
    "arithmetic.product": products.check_products,
    "arithmetic.conversion": conversions.check_conversions,
    "results.vote": results.check_votes,
    "results.score": results.check_scores,
    "repetition.figure": repetition.check_figures,
    "repetition.cumul": repetition.check_cumuls,
    "acronyms.two": acronyms.check_acronyms,
    "ages.birth": ages.check_births,
    "ages.anniversary": ages.check_anniversaries,
    "ages.edition": ages.check_editions,
}
"""`CHECKS["calendar.weekday"](article, claims)` yields the wrong weekdays of one article."""
RULES: tuple[str, ...] = tuple(sorted({*CHECKS, "arithmetic.difference"}))
"""Every rule that may speak. Changes may be told as a difference, and sums as what exceeds: the
check of one rule then speaks by the name of another."""


def check_article(article: Article, claims: Sequence[Claim]) -> tuple[Check, ...]:
    """The contradictions inside one article, in the order of the text; ids are left empty.

    `check_article(article, claims)[0].why` is « « samedi 14 mars » : le 14 mars 2025 est un
    vendredi. »
    """
    own = [c for c in claims if c.article == article.id]
    found = [check for run in CHECKS.values() for check in run(article, own)]
    ordered = sorted(set(found), key=lambda c: (c.start, c.end, c.rule, c.why))
    told: list[Check] = []
    for check in ordered:
        again = any(c.rule == check.rule and check.start < c.end for c in told)
        if not again and not _disowned(article, check):
            told.append(check)
    return tuple(told)


def _disowned(article: Article, check: Check) -> bool:
    """Whether the article itself calls the figures wrong: « un calcul faux », « par erreur »."""
    touched = [s for s in sentences(article.text) if s.start < check.end and check.start < s.end]
    return any(said("disowned.words", s.cues, s.folded) for s in touched)
