"""What a value is about: the slots of a subject, taken from the parse around it.

The counted noun with its complements, the verb that governs it, the names of the clause, the day
it happened, the cues that set one figure apart from another. An empty slot says nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from unicodedata import category

from crosscheck.claims.anchors import Anchor, event_of, governor_of
from crosscheck.claims.eras import Days
from crosscheck.claims.labels import label_of
from crosscheck.claims.lexicon import (
    CAPACITY,
    begins_in,
    fold_keep,
    scopes,
    stem,
    word_class,
    word_set,
)
from crosscheck.claims.questions import question_of
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.expressions.numbers.records import record
from crosscheck.models import Subject
from crosscheck.rules import remembered

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
_NEAR = (*_CONTENT, "ADV")
_NAMING = ("PROPN", "NOUN", "ADJ", "X")
_OPENS_CLAUSE = ("ccomp", "advcl", "acl:relcl", "parataxis", "csubj")
_NOUN_PHRASE = (
    "amod",
    "nmod",
    "flat:name",
    "flat:foreign",
    "appos",
    "acl",
    "conj",
    "nummod",
    "dep",
)


def subject_of(
    sentence: Sentence,
    anchor: Anchor,
    *,
    head: str | None = None,
    time: Days | None = None,
    era: Days | None = None,
) -> Subject:
    """The slots of what stands at the anchor, and the question in words; the times that the value
    is of are as they are given, and so is its head where no noun is counted.
    """
    inside = {t.i for t in sentence.tokens(anchor.start, anchor.end)}
    if anchor.noun is not None:
        inside.discard(anchor.noun.i)
    governor = event_of(sentence, anchor) or governor_of(anchor.token)
    near, clause = _near(anchor, governor), _clause(sentence, governor)
    label = label_of(sentence, anchor, governor)
    return Subject(
        label=f"date : {label}" if anchor.kind == "date" else label,
        head=_head(anchor, governor) if head is None else head,
        attributes=_outside(inside, _content_of(sentence, near)),
        action=word_class(governor.lemma_) if _says_something(governor) else "",
        actors=_outside(inside, clause.names),
        place=_outside(inside, clause.places),
        time=time,
        scope=_scope(sentence, anchor),
        clause=_outside(inside, clause.content),
        context=_outside(inside, _content(sentence)),
        near=_nearest(sentence, anchor),
        era=era,
        question=question_of(sentence, anchor),
    )


def _outside(inside: set[int], told: Mapping[int, str]) -> frozenset[str]:
    """What is told by words, given by their places, that are no part of the value."""
    if inside.isdisjoint(told):
        return frozenset(told.values())
    return frozenset([found for i, found in told.items() if i not in inside])


@once_a_sentence
def _content(sentence: Sentence) -> dict[int, str]:
    """The synonym class of each content word of a sentence, by its place."""
    empty = word_set("synonyms", "empty")
    return {
        t.i: word_class(t.lemma_)
        for t in sentence.doc
        if t.pos_ in _CONTENT
        and t.folded_lemma not in empty
        and (t.text.isalpha() or "-" in t.text)
    }


def _content_of(sentence: Sentence, tokens: "Iterable[Token]") -> dict[int, str]:
    """The content words among some tokens."""
    content = _content(sentence)
    return {t.i: content[t.i] for t in tokens if t.i in content}


def _nearest(sentence: Sentence, anchor: Anchor) -> tuple[tuple[str, int], ...]:
    """Classes of the words of a sentence with their distance from the value, in words.

    Adverbs and « contre », « dont », « avec » count as well: « 12 contre », « deux avec sursis ».
    """
    printed = _printed(sentence)
    # Words end in the order in which they begin, so both sides are cut by bisection.
    before = bisect_right(printed.ends, anchor.start - sentence.start)
    after = bisect_left(printed.starts, anchor.end - sentence.start)
    left = [(before - 1 - i, word) for i, word in printed.telling.items() if i < before]
    right = [(i - after, word) for i, word in printed.telling.items() if i >= after]
    least: dict[str, int] = {}
    for distance, word in sorted(left + right):
        least.setdefault(word, distance)
    return tuple(least.items())


@record
class _Printed:
    """The words of a sentence that are no marks."""

    starts: list[int]
    ends: list[int]
    telling: dict[int, str]
    """Which of them tell something, with their classes."""


@once_a_sentence
def _printed(sentence: Sentence) -> _Printed:
    empty, linking = word_set("synonyms", "empty"), word_set("synonyms", "linking")
    printed = [t for t in sentence.doc if not (t.is_punct or t.is_space)]
    telling = {
        i: word_class(t.lemma_)
        for i, t in enumerate(printed)
        if (t.pos_ in _NEAR or t.folded in linking)
        and t.text[:1].isalpha()
        and t.folded_lemma not in empty
    }
    return _Printed([t.idx for t in printed], [t.idx + len(t.text) for t in printed], telling)


def _near(anchor: Anchor, governor: "Token") -> "set[Token]":
    """The noun phrase around the value: the counted noun's complements, or what it measures."""
    top = anchor.noun
    if top is None:
        top = anchor.token
        if top.head.i != top.i and top.head.pos_ in ("NOUN", "PROPN"):
            top = top.head
    found: set[Token] = {top}
    stack = [top]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in _NOUN_PHRASE and abs(child.i - anchor.token.i) < 12:
                found.add(child)
                stack.append(child)
    if top.head.pos_ == "NOUN" and top.dep_ == "nmod":
        found.add(top.head)
    if governor.pos_ == "VERB":
        found.update(c for c in governor.children if str(c.dep_).startswith("nsubj"))
    found.discard(anchor.token if anchor.noun is None else anchor.noun)
    return found


@record
class _Clause:
    """What the words of a clause tell, each by its place."""

    content: dict[int, str]
    names: dict[int, str]
    places: dict[int, str]


@once_a_sentence
def _clause(sentence: Sentence, governor: "Token") -> _Clause:
    """The clause of a verb or noun: what hangs on it, without the clauses below it."""
    found, stack = [governor], [governor]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in _OPENS_CLAUSE or (child.dep_ == "conj" and child.pos_ == "VERB"):
                continue
            found.append(child)
            stack.append(child)
    capital = [t for t in found if t.text[:1].isupper()]
    return _Clause(
        _content_of(sentence, found),
        {t.i: stem(t.text) for t in capital if t.pos_ in _NAMING and t.i > 0 and not _sum(t)},
        {t.i: stem(t.text) for t in capital if t.pos_ == "PROPN" and _placed(t)},
    )


def _sum(token: "Token") -> bool:
    """« M€ » is no name, though it has a capital."""
    return any(category(sign) == "Sc" for sign in token.text)


def _placed(name: "Token") -> bool:
    """Whether a name stands after a preposition of place: « à Moscou », « dans l'Ain »."""
    return any(c.dep_ == "case" and c.folded in _OF_PLACE for c in name.children)


_OF_PLACE = ("a", "au", "aux", "en", "dans", "pres", "vers")


def _says_something(token: "Token") -> bool:
    return token.pos_ in ("VERB", "NOUN", "ADJ") and token.folded_lemma not in word_set(
        "synonyms", "empty"
    )


def _head(anchor: Anchor, governor: "Token") -> str:
    """The class of the counted noun; of people, what befell them, when the clause says so."""
    noun = anchor.noun
    if noun is None:
        return ""
    found = word_class(noun.lemma_)
    if found in word_set("synonyms", "states") or noun.folded_lemma not in word_set(
        "synonyms", "people"
    ):
        return found
    around = [c for c in noun.children if c.dep_ in ("acl", "amod", "appos", "acl:relcl")]
    if governor.i != noun.i:
        around.append(governor)
    if noun.head.i != noun.i:
        around.append(noun.head)
    states = word_set("synonyms", "states")
    generic = noun.folded_lemma in word_set("synonyms", "generic")
    befell = [c for t in around if (c := word_class(t.lemma_)) in states]
    if befell:
        return befell[0]
    return "" if generic else found


def _scope(sentence: Sentence, anchor: Anchor) -> frozenset[str]:
    """Cues that stand within the value's own phrase: forty characters before, forty after."""
    cued, room = _cued(sentence), _roomy(sentence)
    if not cued and not room:
        return frozenset()
    low = max(0, anchor.start - sentence.start - 40)
    text = fold_keep(sentence.text)
    window = text[low : anchor.end - sentence.start + 40]
    found = {name for name, wording in cued if begins_in(window, wording)}
    if room and text[low : anchor.start - sentence.start].rstrip().endswith(_room()):
        found.add(CAPACITY)
    return frozenset(found)


@remembered
def _room() -> tuple[str, ...]:
    """« prévu pour », « prévu pour accueillir »: what stands right before a capacity."""
    words = word_set("cues", "room")
    holding = sorted(word.split()[-1] for word in words if word.startswith("peut "))
    return tuple(
        sorted(words | {f"{w} {holds}" for w in words if w.endswith(" pour") for holds in holding})
    )


@once_a_sentence
def _roomy(sentence: Sentence) -> bool:
    """Whether a sentence may tell how many a thing holds."""
    text = fold_keep(sentence.text)
    return any(word in text for word in _room_opens())


@remembered
def _room_opens() -> frozenset[str]:
    """The first words of what stands before a capacity."""
    return frozenset(words.split()[0] for words in _room())


@once_a_sentence
def _cued(sentence: Sentence) -> list[tuple[str, str]]:
    """The cues of scope, with their wordings, that stand anywhere in a sentence."""
    text = fold_keep(sentence.text)
    return [(name, w) for name, wordings in scopes().items() for w in wordings if w in text]
