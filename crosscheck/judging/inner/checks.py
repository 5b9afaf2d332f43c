"""The checks inside one article, by rule: a plain dict, to be read and added to."""

from collections.abc import Callable, Iterator, Sequence

from crosscheck.judging.inner import arithmetic, calendar, enumeration, repetition, shares, status
from crosscheck.models import Article, Check, Claim

CHECKS: dict[str, Callable[[Article, Sequence[Claim]], Iterator[Check]]] = {
    "calendar.weekday": calendar.check_weekdays,
    "calendar.impossible": calendar.check_impossible,
    "calendar.order": calendar.check_order,
    "enumeration.count": enumeration.check_counts,
    "enumeration.rank": enumeration.check_ranks,
    "status.draft-signed": status.check_drafts,
    "status.visit": status.check_visits,
    "arithmetic.sum": arithmetic.check_sums,
    "arithmetic.tally": arithmetic.check_tallies,
    "arithmetic.percent": arithmetic.check_percentages,
    "arithmetic.share": shares.check_shares,
    "arithmetic.conversion": shares.check_conversions,
    "repetition.figure": repetition.check_figures,
    "acronyms.two": repetition.check_acronyms,
    "ages.birth": repetition.check_births,
}
"""`CHECKS["calendar.weekday"](article, claims)` yields the wrong weekdays of one article."""


def check_article(article: Article, claims: Sequence[Claim]) -> tuple[Check, ...]:
    """The contradictions inside one article, in the order of the text; ids are left empty.

    `check_article(article, claims)[0].why` is « « samedi 14 mars » : le 14 mars 2025 est un
    vendredi. »
    """
    own = [c for c in claims if c.article == article.id]
    found = [check for run in CHECKS.values() for check in run(article, own)]
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.rule, c.why)))
