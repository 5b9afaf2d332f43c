"""The question that a claim answers, in the article's own words, for people to read.

A counted noun with its complements (« morts dans la collision »), what a value measures (« durée de
la campagne »), or the clause with a blank where the value stands (« le FMI a débloqué … »).
Nothing is compared by these words: that is what the slots of a subject are for.
"""

from collections.abc import Callable

from crosscheck.claims.anchors import Anchor
from crosscheck.claims.questions.dated import date_clause, date_event, date_named, date_noun
from crosscheck.claims.questions.labelled import gapped, labelled
from crosscheck.claims.questions.measured import counted, governed, named_after, named_before, part
from crosscheck.claims.questions.place import BLANK, Valued
from crosscheck.claims.questions.told import in_clause, led, told
from crosscheck.claims.sentences import Sentence
from crosscheck.rules import table

_Way = Callable[[Valued], str]
_COUNTED: tuple[_Way, ...] = (counted, labelled, gapped, in_clause, led, governed)
_MEASURED: tuple[_Way, ...] = (
    named_before, named_after, labelled, gapped, in_clause, part, told, led, governed,
)  # fmt: skip
_DATED: tuple[_Way, ...] = (date_named, date_event, date_clause, date_noun)
"""Ways to word a question, the best first."""


def question_of(sentence: Sentence, anchor: Anchor) -> str:
    """The question that a value of a sentence answers: « accords signés », « date du scrutin »."""
    value, kind = Valued(sentence, anchor), anchor.kind
    ways = _DATED if kind == "date" else _COUNTED if anchor.noun is not None else _MEASURED
    for way in ways:
        found = way(value)
        if any(map(str.isalpha, found)):
            return found
    plain = str(table("questions", "plain")[kind])
    return plain if kind in ("date", "age") else f"{plain} : {BLANK}"
