"""What a value is about: the slots of a subject, taken from the parse around it.

The counted noun with its complements, the verb that governs it, the names of the clause, the day
it happened, the cues that set one figure apart from another. An empty slot says nothing.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from crosscheck.claims.anchors import Anchor, event_of, governor_of
from crosscheck.claims.labels import label_of
from crosscheck.claims.lexicon import (
    CAPACITY,
    fold,
    fold_keep,
    scopes,
    stem,
    word_class,
    word_set,
)
from crosscheck.claims.sentences import Sentence
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


def subject_of(sentence: Sentence, anchor: Anchor) -> Subject:
    """The slots of what stands at the anchor, and the question in words."""
    inside = {t.i for t in sentence.tokens(anchor.start, anchor.end)}
    if anchor.noun is not None:
        inside.discard(anchor.noun.i)
    governor = event_of(sentence, anchor) or governor_of(anchor.token)
    near = _near(anchor, governor) - {anchor.token if anchor.noun is None else None}
    clause = _clause(governor)
    return Subject(
        label=label_of(sentence, anchor, governor),
        head=_head(anchor, governor),
        attributes=_classes(t for t in near if t.i not in inside),
        action=word_class(governor.lemma_) if _says_something(governor) else "",
        actors=_actors(t for t in clause if t.i not in inside),
        place=_places(t for t in clause if t.i not in inside),
        scope=_scope(sentence, anchor),
        clause=_classes(t for t in clause if t.i not in inside),
        context=_classes(t for t in sentence.doc if t.i not in inside),
        near=_nearest(sentence, anchor),
    )


def _nearest(sentence: Sentence, anchor: Anchor) -> tuple[tuple[str, int], ...]:
    """Classes of the words of a sentence with their distance from the value, in words.

    Adverbs and « contre », « dont », « avec » count as well: « 12 contre », « deux avec sursis ».
    """
    low, high = anchor.start - sentence.start, anchor.end - sentence.start
    printed = [t for t in sentence.doc if not (t.is_punct or t.is_space)]
    before = [t for t in printed if t.idx + len(t.text) <= low]
    after = [t for t in printed if t.idx >= high]
    empty, linking = word_set("synonyms", "empty"), word_set("synonyms", "linking")
    least: dict[str, int] = {}
    for side in (before[::-1], after):
        for distance, token in enumerate(side):
            telling = token.pos_ in _NEAR or fold(token.text) in linking
            if telling and token.text[:1].isalpha() and fold(token.lemma_) not in empty:
                word = word_class(token.lemma_)
                least[word] = min(distance, least.get(word, distance))
    return tuple(sorted(least.items(), key=lambda row: (row[1], row[0])))


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
    if anchor.noun is not None:
        found.discard(anchor.noun)
    return found


def _clause(governor: "Token") -> "list[Token]":
    """The tokens of one clause: what hangs on its verb, without the clauses below it."""
    found, stack = [governor], [governor]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in _OPENS_CLAUSE or (child.dep_ == "conj" and child.pos_ == "VERB"):
                continue
            found.append(child)
            stack.append(child)
    return sorted(found, key=lambda t: t.i)


def _says_something(token: "Token") -> bool:
    return token.pos_ in ("VERB", "NOUN", "ADJ") and fold(token.lemma_) not in word_set(
        "synonyms", "empty"
    )


def _classes(tokens: "Iterable[Token]") -> frozenset[str]:
    """Synonym classes of the content words."""
    empty = word_set("synonyms", "empty")
    content = (t for t in tokens if t.pos_ in _CONTENT and fold(t.lemma_) not in empty)
    return frozenset(word_class(t.lemma_) for t in content if t.text.isalpha() or "-" in t.text)


def _head(anchor: Anchor, governor: "Token") -> str:
    """The class of the counted noun; of people, what befell them, when the clause says so."""
    noun = anchor.noun
    if noun is None:
        return ""
    found = word_class(noun.lemma_)
    if found in word_set("synonyms", "states") or fold(noun.lemma_) not in word_set(
        "synonyms", "people"
    ):
        return found
    around = [c for c in noun.children if c.dep_ in ("acl", "amod", "appos", "acl:relcl")]
    if governor.i != noun.i:
        around.append(governor)
    if noun.head.i != noun.i:
        around.append(noun.head)
    states = word_set("synonyms", "states")
    generic = fold(noun.lemma_) in word_set("synonyms", "generic")
    befell = [c for t in around if (c := word_class(t.lemma_)) in states]
    if befell:
        return befell[0]
    return "" if generic else found


def _actors(tokens: "Iterable[Token]") -> frozenset[str]:
    return frozenset(
        stem(t.text) for t in tokens if t.text[:1].isupper() and t.pos_ in _NAMING and t.i > 0
    )


def _places(tokens: "Iterable[Token]") -> frozenset[str]:
    """Names after a preposition of place: « à Moscou », « au Mali », « dans l'Ain »."""
    found = set()
    for token in tokens:
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            continue
        case = [fold(c.text) for c in token.children if c.dep_ == "case"]
        if any(c in ("a", "au", "aux", "en", "dans", "pres", "vers") for c in case):
            found.add(stem(token.text))
    return frozenset(found)


def _scope(sentence: Sentence, anchor: Anchor) -> frozenset[str]:
    """Cues that stand within the value's own phrase: forty characters before, forty after."""
    text = fold_keep(sentence.text)
    low = max(0, anchor.start - sentence.start - 40)
    window = text[low : anchor.end - sentence.start + 40]
    found = {
        name
        for name, wordings in scopes().items()
        if any(w in window and re.search(rf"(?<!\w){re.escape(w)}", window) for w in wordings)
    }
    if text[low : anchor.start - sentence.start].rstrip().endswith(_room()):
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
