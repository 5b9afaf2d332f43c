"""Which counts are under way: tolls, arrests, troops on the march, and whither they move."""

from crosscheck.judging.folding import listed, mentions_any
from crosscheck.models import Claim
from crosscheck.values import Interval


def moving(claims: tuple[Claim, ...]) -> str:
    """« up » for what can only grow, « either » for what moves, empty for what stands still.

    The counted noun decides; the question in words only where the noun is as good as none
    (« 27 personnes »): the children among the dead are children, and these do not grow in number.
    """
    heads = {c.subject.head for c in claims}
    vague = all(not head or mentions_any(head, listed("moving", "generic")) for head in heads)
    labels = [f"{c.subject.label} {c.text}" for c in claims]
    scopes = [word for c in claims for word in sorted(c.subject.scope)]
    if mentions_any(" ; ".join(labels + scopes), listed("moving", "daily")):
        return ""
    if growing_share(claims):
        return "up"
    told = [*heads, *(c.value.unit for c in claims if isinstance(c.value, Interval))]
    if vague or claims[0].kind == "measure":
        told += [*labels, *(c.subject.action for c in claims)]
    text = " ; ".join(sorted(told))
    if mentions_any(text, listed("moving", "either")):
        return "either"
    if mentions_any(" ; ".join(labels), listed("moving", "under_way")):
        return "either"
    return "up" if mentions_any(text, listed("moving", "up")) else ""


def growing_share(claims: tuple[Claim, ...]) -> bool:
    """« 48 % de couverture vaccinale », « 12 % des bulletins dépouillés »: what only grows."""
    if claims[0].kind != "percentage":
        return False
    labels = " ; ".join(f"{c.subject.label} {c.subject.question}" for c in claims)
    return mentions_any(labels, listed("moving", "rates"))
