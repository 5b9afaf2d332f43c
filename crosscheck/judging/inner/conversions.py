"""A sum stated in two currencies whose rate is fixed: « 1,2 million d'euros » are no milliards."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.figures import Sentence, any_of
from crosscheck.judging.inner.laying import readable
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import shown
from crosscheck.judging.inner.runs import LONGEST_GAP
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, table

CONVERSION = (Decimal("0.9"), Decimal("1.1"))
"""A sum in another currency may be rounded, or hedged, as far as this."""


def check_conversions(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 1,2 million d'euros, soit 787 milliards de FCFA »: millions."""
    rates = {code: Decimal(rate) for code, rate in table("judging", "parity").items()}
    for sentence in readable(article.text):
        if len(sentence.figures) < 2:
            continue
        for i in range(len(sentence.figures) - 1):
            left, right = sentence.figures[i : i + 2]
            between = sentence.gaps[i + 1]
            mine = _currency(between) if len(between) <= LONGEST_GAP else ""
            theirs = _currency(sentence.gaps[i + 2]) if mine else ""
            if not (mine and theirs) or mine == theirs:
                continue
            said = re.search(rf"(?:{any_of('sums', 'share')}|\(|\bou\b|\bequival)", between)
            ratio = (
                right.value / (left.value * rates[theirs] / rates[mine])
                if left.value
                else Decimal(1)
            )
            if said and not CONVERSION[0] <= ratio <= CONVERSION[1]:
                due = left.value * rates[theirs] / rates[mine]
                yield make(
                    "arithmetic.conversion",
                    article,
                    (left.start, right.end),
                    claims,
                    left=_sum_words(sentence, i),
                    right=_sum_words(sentence, i + 1),
                    sum=_due(due, "euros" if theirs == "EUR" else "francs CFA"),
                )


def _currency(after: str) -> str:
    """The code of the currency that a figure is followed by, among those of fixed rate."""
    return next((code for code, pattern in _currencies().items() if pattern.match(after)), "")


@remembered
def _currencies() -> dict[str, re.Pattern[str]]:
    return {
        str(code): re.compile(rf"\s*(?:de |d')?{any_of('currencies', code)}(?![a-z])")
        for code in table("inner", "currencies")
    }


def _sum_words(sentence: Sentence, i: int) -> str:
    """A sum as worded, with its currency: « 787 milliards de FCFA »."""
    figure = sentence.figures[i]
    tail = sentence.text[figure.end - sentence.start :]
    currency = re.match(r"\s*(?:de |d['’])?(?:francs? CFA|F ?CFA|euros?|€)", tail)
    return " ".join((figure.text + (currency[0] if currency else "")).split())


def _due(amount: Decimal, currency: str) -> str:
    """« 19,7 milliards de francs CFA »: three digits are enough to see the slip."""
    rounded = shown(Decimal(f"{amount:.3g}"))
    of = " d'" if currency == "euros" else " de "
    return f"{rounded}{of if rounded[-1].isalpha() else ' '}{currency}"
