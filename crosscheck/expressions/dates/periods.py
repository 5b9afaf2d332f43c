"""The words of periods and of their parts, read from `rules/fr/periods.toml`.

>>> periods().ranks["troisième"]
3
"""

from collections.abc import Mapping
from dataclasses import dataclass

from crosscheck.expressions.phrases import Phrases, bare, plain
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.expressions.wordlists import integers, listed, wrong
from crosscheck.rules import remembered, table

__all__ = ["Periods", "periods", "rank_at"]

Band = tuple[int, int]
"""The first and the last day, month or year of a part, counted from 1."""
EDGED = ("month", "bare_month", "year", "turn", "week", "decade", "century")
"""What has an edge; « turn » is the year where its number is not written: « fin d'année », and
« bare_month » the month without its name."""
_SUFFIXES = frozenset(["e", "er", "re", "ère", "ere", "ème", "eme", "ième", "nd", "nde"])


@dataclass(frozen=True, slots=True)
class Periods:
    """Every word list of periods, checked."""

    edges: Mapping[str, Phrases[Band]]
    """For each of `EDGED`, « fin », « début de »: which part of it."""
    opening: Phrases[bool]
    """The edges of all, to find where one stands."""
    portions: Mapping[str, tuple[Band, ...]]
    """The parts of a month that are counted: « première quinzaine »."""
    lengths: Mapping[str, int]
    """Months of a « trimestre »."""
    codes: Mapping[str, int]
    """Letters before a number and a year: T1 2019."""
    ranks: Mapping[str, int]
    """« premier » is 1, « dernier » -1."""
    shifts: Mapping[str, int]
    """« prochain » is 1, « dernier » -1."""
    hanging: frozenset[str]
    """After a period, these count it from another: « suivant »."""
    other_years: frozenset[str]
    """« année scolaire » is no year of the calendar."""
    calendar_years: frozenset[str]
    """« année civile » is one."""
    before_bare: frozenset[str]
    """What may stand before « fin d'année », which else goes with a noun."""
    entry_words: frozenset[str]


@remembered
def periods() -> Periods:
    """The words of the rules in use; `RuleError` on a mistake."""
    edges = {unit: _bands(f"of_{unit}") for unit in EDGED}
    opening = {word: True for bands in edges.values() for word in bands}
    portions = _portions()
    lengths = integers("periods", "lengths")
    ranks = integers("periods", "ranks")
    shifts = integers("periods", "shifts")
    said = {word for phrase in opening for word in tokenise(phrase).words}
    return Periods(
        edges={unit: Phrases(bands) for unit, bands in edges.items()},
        opening=Phrases(opening),
        portions=portions,
        lengths=lengths,
        codes=integers("periods", "codes"),
        ranks=ranks,
        shifts=shifts,
        hanging=frozenset(listed("periods", "hanging")),
        other_years=frozenset(plain(word) for word in listed("periods", "other_years")),
        calendar_years=frozenset(listed("periods", "calendar_years")),
        before_bare=frozenset(listed("periods", "before_bare")),
        entry_words=frozenset(said | {*portions, *lengths, *ranks, *shifts}),
    )


def _bands(key: str) -> dict[str, Band]:
    found = {}
    for word, value in table("periods", key).items():
        found[word] = _band(f"{key}.{word}", value)
    return found


def _band(key: str, value: object) -> Band:
    """Two whole numbers in order, as a rules file has them."""
    if isinstance(value, list) and len(value) == 2:
        first, last = value
        whole = isinstance(first, int) and isinstance(last, int)
        if whole and 1 <= first <= last:
            return first, last
    raise wrong("periods", key, value, "un début et une fin, [1, 10]")


def _portions() -> dict[str, tuple[Band, ...]]:
    found = {}
    for word, parts in table("periods", "portions").items():
        key = f"portions.{word}"
        if not isinstance(parts, list):
            raise wrong("periods", key, parts, "des débuts et des fins, [[1, 15], [16, 31]]")
        made = tuple(_band(key, part) for part in parts)
        found[word] = found[bare(word)] = made
    return found


def rank_at(tokens: Tokens, i: int, words: Periods) -> tuple[int, int] | None:
    """The place in a row that token `i` tells, and the token after it; -1 for « dernier ».

    >>> rank_at(tokenise("3e trimestre"), 0, periods())
    (3, 2)
    """
    word = tokens.word(i)
    if word in words.ranks:
        return words.ranks[word], i + 1
    if not tokens.is_figures(i) or len(word) > 2 or tokens.word(i + 1) not in _SUFFIXES:
        return None
    return (int(word), i + 2) if tokens.glued(i + 1) and int(word) else None
