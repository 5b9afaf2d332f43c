"""Shares and conversions that an article states and that do not come out.

« 437 grévistes sur 1 150 salariés, soit 42 % » are 38; « 1,2 million d'euros » are no milliards
of francs. Only currencies of fixed rate are converted.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.figures import Figure, Sentence, any_of, sentences
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.arithmetic import HUNDRED, LONGEST_GAP, shown
from crosscheck.judging.inner.making import make
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

SHARE_POINTS = Decimal(1)
SHARE_RATIO = Decimal("0.05")
"""A share is wrong by more than a point and by more than a twentieth of itself."""
HEDGED_RATIO = Decimal("0.2")
"""The same for one that is told as « environ »."""
CONVERSION = (Decimal("0.9"), Decimal("1.1"))
"""A sum in another currency may be rounded, or hedged, as far as this."""


def check_shares(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 437 grévistes sur 1 150 salariés, soit 42 % », « 23 morts, soit 2,7 % des 486 malades »."""
    for sentence in sentences(article.text):
        for i in range(len(sentence.figures) - 1):
            told = _told_share(sentence, i)
            other = _share_before_whole(sentence, i)
            part, whole = sentence.figures[i], sentence.figures[i + (2 if other else 1)]
            found = told or other
            sound = part.unit == whole.unit == "" and 0 < part.value < whole.value
            if (
                not found
                or not sound
                or part.hedged
                or whole.hedged
                or not _is_wrong(part, whole, found)
            ):
                continue
            share = (part.value / whole.value * HUNDRED).quantize(Decimal("0.1"))
            span = part.start, max(found[2], whole.end)
            words = {
                "part": part.text,
                "whole": whole.text,
                "share": shown(share),
                "told": found[3],
            }
            yield make("arithmetic.share", article, span, claims, **words)


Share = tuple[Decimal, bool, int, str]
"""Per cent, whether hedged, where it ends, as worded."""


def _told_share(sentence: Sentence, i: int) -> Share | None:
    """The share that the text gives of figure `i` in figure `i + 1`."""
    of = sentence.gaps[i + 1]
    after = sentence.gaps[i + 2]
    deaths = re.search(r"\bpour\s+$", of) and re.search(any_of("sums", "lethality"), after)
    if not re.search(r"^[^,;:.]{0,40}\b(?:sur|des)\s+(?:les |ses )?$", of) and not deaths:
        return None
    if i + 2 < len(sentence.figures):
        told = sentence.figures[i + 2]
        said = re.search(
            rf"^[^;:.]{{0,60}}\b(?:{any_of('sums', 'share')}|une? \w+ de)\b[^;:.]{{0,30}}$",
            after,
        )
        if said and told.unit == "percent":
            return told.value, told.hedged, told.end, f"{told.text} %"
    said = re.search(
        rf"^[^;:.]{{0,60}}\b{any_of('sums', 'share')}\s+"
        rf"(?P<about>{any_of('hedges')}\s*)?(?P<name>[^;:.]{{4,24}})",
        after,
    )
    for name, (top, bottom) in table("inner", "fractions").items() if said else ():
        if said and said["name"].startswith(fold(name)):
            share = Decimal(top) / Decimal(bottom) * HUNDRED
            end = sentence.figures[i + 1].end
            return share, bool(said["about"]), end, name
    return None


def _share_before_whole(sentence: Sentence, i: int) -> Share | None:
    """The share in « 23 morts, soit une létalité de 2,7 % des 486 malades »."""
    if i + 2 >= len(sentence.figures):
        return None
    told = sentence.figures[i + 1]
    said = re.search(
        rf"^[^;:.]{{0,60}}\b{any_of('sums', 'share')}\b[^;:.]{{0,30}}$",
        sentence.gaps[i + 1],
    )
    whole = re.fullmatch(r"\s?(?:%|pour cent) (?:des|sur|sur les|de ses) ", sentence.gaps[i + 2])
    if not said or not whole or told.unit != "percent":
        return None
    return told.value, told.hedged, told.end, f"{told.text} %"


def _is_wrong(part: Figure, whole: Figure, told: Share) -> bool:
    """Whether a share is off by more than its own rounding."""
    share, hedged, _, _ = told
    found = part.value / whole.value * HUNDRED
    gap = abs(found - share)
    ratio = HEDGED_RATIO if hedged else SHARE_RATIO
    return gap > SHARE_POINTS and gap > ratio * share


def check_conversions(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 1,2 million d'euros, soit 787 milliards de FCFA »: millions."""
    rates = {code: Decimal(rate) for code, rate in table("judging", "parity").items()}
    for sentence in sentences(article.text):
        for i in range(len(sentence.figures) - 1):
            left, right = sentence.figures[i : i + 2]
            between = sentence.gaps[i + 1]
            mine, theirs = _currency(between), _currency(sentence.gaps[i + 2])
            if not (mine and theirs) or mine == theirs or len(between) > LONGEST_GAP:
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
                    sum=shown(due.quantize(Decimal(1))),
                    currency="euros" if theirs == "EUR" else "francs CFA",
                )


def _currency(after: str) -> str:
    """The code of the currency that a figure is followed by, among those of fixed rate."""
    for code in table("inner", "currencies"):
        if re.match(rf"\s*(?:de |d')?{any_of('currencies', code)}(?![a-z])", after):
            return str(code)
    return ""


def _sum_words(sentence: Sentence, i: int) -> str:
    """A sum as worded, with its currency: « 787 milliards de FCFA »."""
    figure = sentence.figures[i]
    tail = sentence.text[figure.end - sentence.start :]
    currency = re.match(r"\s*(?:de |d['’])?(?:francs? CFA|F ?CFA|euros?|€)", tail)
    return " ".join((figure.text + (currency[0] if currency else "")).split())
