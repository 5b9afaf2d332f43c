"""So many at such a price, and the total: « 12 autorails à 6,5 millions l'unité, soit 88 »."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.judging.inner.laying import (
    WORDS,
    Grammar,
    exact,
    grammar,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make
from crosscheck.judging.inner.numbers import shown
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered

FAR = 12
"""A total so many times too high or too low was told of something else; ten times is a slip."""


def check_products(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 12 autorails à 6,5 millions d'euros l'unité, soit un total de 88 millions »: 78."""
    yield from _averages(article, claims)
    for laid in windows(article.text, _TOTALS):
        if laid.says("products.more"):
            continue
        found = next((m for shape in _shapes() if (m := shape.search(laid))), None)
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


_TOTALS = wanted("products.each", "products.total", figures=3)
_MEANS = wanted("changes.soit", "products.average", figures=3)


@remembered
def _shapes() -> tuple[Grammar, ...]:
    each, total = stems("products", "each"), rf"(?:{stems('products', 'total')})"
    tail = rf"{WORDS}{{0,45}}?"
    shapes = (
        rf"@count{WORDS}{{1,45}} (?:a|de) @price{tail} {each}{tail}, {total} (?:de )?@total",
        rf"@count{WORDS}{{1,45}} {each}(?: de)? @price{tail}, {total} (?:de )?@total",
        rf"@count{WORDS}{{1,45}} @price{tail} {each}{tail}, {total} (?:de )?@total",
        rf"{each} (?:des|de ses|de ces|de leurs) @count{WORDS}{{1,60}} @price{tail},? {total} "
        r"(?:de )?@total",
        rf"@price{tail} {each} (?:des|de ses|de ces|de leurs) @count{tail},? {total} "
        r"(?:de )?@total",
    )
    return tuple(map(grammar, shapes))


def _averages(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 31 250 euros, versés par 625 donateurs, soit 50 euros chacun en moyenne »."""
    for laid in windows(article.text, _MEANS):
        found = next((m for shape in _mean_shapes() if (m := shape.search(laid))), None)
        if not found:
            continue
        count, mean, total = (laid.figure(found, name) for name in ("count", "each", "total"))
        alike = mean.unit == total.unit and count.unit == "" and exact(count, total)
        if not alike or not mean.value or not count.value:
            continue
        due = total.value / count.value
        slack = mean.value * (Decimal("0.15") if mean.hedged else Decimal("0.03")) + mean.grain / 2
        if abs(due - mean.value) > slack and due / FAR <= mean.value <= due * FAR:
            yield make(
                "arithmetic.product",
                article,
                spanning(count, mean, total),
                claims,
                say="average",
                count=" ".join(count.text.split()),
                total=" ".join(total.text.split()),
                due=shown(due.quantize(Decimal("0.1"))),
                told=" ".join(mean.text.split()),
            )


@remembered
def _mean_shapes() -> tuple[Grammar, ...]:
    tail, soit = rf"{WORDS}{{0,45}}?", stems("changes", "soit")
    each = stems("products", "average")
    return (
        grammar(
            rf"@total{tail} (?:par|entre|pour|a) (?:les |ses |ces )?@count{tail},? {soit} {tail}"
            rf"@each{tail} {each}"
        ),
        grammar(
            rf"@count{tail} (?:se partageront|se partagent|se sont partage|recevront|toucheront)"
            rf" @total{tail},? {soit} {tail}@each{tail} {each}",
            "*partag*|recevront|toucheront",
        ),
    )
