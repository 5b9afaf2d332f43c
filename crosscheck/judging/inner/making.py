"""A check, made from its rule: where it stands, which claims it is about, and why."""

from collections.abc import Sequence

from crosscheck.judging.evidence import place
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table


def make(
    rule: str,
    article: Article,
    span: tuple[int, int],
    claims: Sequence[Claim],
    *,
    say: str = "",
    **parts: str,
) -> Check:
    """The check of `rule` at `span`; the claims that it touches are found, the id left empty.

    `say` names another wording of the reason than that of the rule itself.

    `make("calendar.weekday", article, (88, 104), claims, text="samedi 14 mars", day=…, weekday=…)`
    """
    start, end = span
    touched = [c for c in claims if c.start < end and start < c.end and c.article == article.id]
    why = table("checks", "messages")[f"{rule}.{say}" if say else rule].format(**parts)
    ids = tuple(c.id for c in sorted(touched, key=place))
    return Check("", article.id, rule, ids, start, end, f"{why[0].upper()}{why[1:]}.")


def slice_of(article: Article, span: tuple[int, int]) -> str:
    """The words at a span, on one line."""
    return " ".join(article.text[slice(*span)].split())
