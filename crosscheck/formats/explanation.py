"""Why the claims of a finding stand together: what `crosscheck explain f3 DOSSIER` prints.

f2 — Maisons détruites : conflit
Rapprochées :
  « 412 maisons » (a) et « 421 maisons » (b) : vraisemblance 0,87, il en faut 0,60
    −8,41  biais (1 × −8,41)
    +4,20  mêmes chiffres (1 × 4,2)
"""

from collections.abc import Iterator
from decimal import Decimal

from crosscheck.formats.escape import terminal
from crosscheck.formats.messages import catalogue, phrase
from crosscheck.formats.passages import quoted
from crosscheck.formats.wording import say_number
from crosscheck.matching.explain import Comparison, Explanation, Part
from crosscheck.models import Finding

SHOWN = 8
"""Features told of a pair, the weightiest first."""


def to_explanation(finding: Finding, told: Explanation) -> str:
    """The text of one finding's explanation; `told` comes from `matching.explain`."""
    return "\n".join(map(_safe, _lines(finding, told))) + "\n"


def _safe(line: str) -> str:
    """A line with its indent, its controls shown."""
    words = line.lstrip(" ")
    return " " * (len(line) - len(words)) + terminal(words)


def _lines(finding: Finding, told: Explanation) -> Iterator[str]:
    verdict = catalogue("verdicts")[finding.verdict]
    yield phrase("explain.title", id=finding.id, subject=finding.subject, verdict=verdict)
    if told.joined:
        yield phrase("explain.joined")
    elif len(finding.group.claims) > 1:
        yield phrase("explain.keyed")
    else:
        yield phrase("explain.alone")
    for pair in told.joined:
        yield from _pair(pair)
    if told.left_out:
        yield phrase("explain.left_out")
    for pair in told.left_out:
        yield from _pair(pair)


def _pair(pair: Comparison) -> Iterator[str]:
    yield "  " + phrase(
        "explain.pair",
        one=quoted(pair.one.text),
        article=pair.one.article,
        other=quoted(pair.other.text),
        against=pair.other.article,
        score=_decimal(pair.score),
        needed=_decimal(pair.needed),
    )
    if pair.clash:
        yield "    " + phrase("explain.clash", reason=pair.clash)
    for part in pair.parts[:SHOWN]:
        yield "    " + _part(part)


def _part(part: Part) -> str:
    return phrase(
        "explain.part",
        amount=f"{_decimal(part.value * part.weight, signed=True):>6}",
        feature=part.feature,
        value=_decimal(part.value),
        weight=_decimal(part.weight),
    )


def _decimal(number: float, *, signed: bool = False) -> str:
    """« 0,87 », « −8,41 », « +4,2 »."""
    rounded = round(Decimal(str(number)), 2)
    sign = "−" if rounded < 0 else "+" if signed else ""
    return sign + say_number(abs(rounded))
