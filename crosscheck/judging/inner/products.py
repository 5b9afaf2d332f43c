"""So many at such a price, and the total: « 12 autorails à 6,5 millions l'unité, soit 88 »."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.inner.laying import WORDS, exact, grammar, spanning, stems, windows
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import shown
from crosscheck.models import Article, Check, Claim

FAR = 12
"""A total so many times too high or too low was told of something else; ten times is a slip."""


def check_products(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 12 autorails à 6,5 millions d'euros l'unité, soit un total de 88 millions »: 78."""
    each, total = stems("products", "each"), rf"(?:{stems('products', 'total')})"
    tail = rf"{WORDS}{{0,45}}?"
    shapes = (
        rf"@count{WORDS}{{1,45}} (?:a|de) @price{tail} {each}{tail}, {total} (?:de )?@total",
        rf"@count{WORDS}{{1,45}} @price{tail} {each}{tail}, {total} (?:de )?@total",
        rf"{each} (?:des|de ses|de ces|de leurs) @count{WORDS}{{1,60}} @price{tail},? {total} "
        r"(?:de )?@total",
        rf"@price{tail} {each} (?:des|de ses|de ces|de leurs) @count{tail},? {total} "
        r"(?:de )?@total",
    )
    for laid in windows(article.text):
        if re.search(stems("products", "more"), laid.text):
            continue
        found = next((m for s in shapes if (m := grammar(s).search(laid.text))), None)
        if not found:
            continue
        count, price, told = (laid.figure(found, name) for name in ("count", "price", "total"))
        money = {price.unit, told.unit} <= {"money", ""} and count.unit == ""
        if not money or not exact(count, price, told) or not price.value:
            continue
        due = count.value * price.value
        slack = (count.value * price.grain if price.grain != 1 else 0) + told.grain
        if abs(due - told.value) <= slack or not due / FAR <= told.value <= due * FAR:
            continue
        yield make(
            "arithmetic.product",
            article,
            spanning(count, price, told),
            claims,
            count=" ".join(count.text.split()),
            price=" ".join(price.text.split()),
            due=shown(due),
            told=" ".join(told.text.split()),
        )
