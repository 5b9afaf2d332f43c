"""What a value is about: the slots of a subject, taken from the parse around it.

The counted noun with its complements, the verb that governs it, the names of the clause, the day
it happened, the cues that set one figure apart from another. An empty slot says nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from crosscheck.claims.anchors import Anchor, event_of, governor_of
from crosscheck.claims.labels import label_of
from crosscheck.claims.lexicon import CAPACITY, fold_keep, scopes, stem, word_class, word_set
from crosscheck.claims.sentences import LATEST, Sentence
from crosscheck.models import Subject
from crosscheck.rules import remembered, remembered_lately

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
_NEAR = (*_CONTENT, "ADV")
_NAMING = ("PROPN", "NOUN", "ADJ", "X")
_FAR = 10**6
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
    clause = [t for t in _clause(governor) if t.i not in inside]
    classes = _content(sentence)
    return Subject(
        label=label_of(sentence, anchor, governor),
        head=_head(anchor, governor),
        attributes=_told({t.i for t in near} - inside, classes),
        action=word_class(governor.lemma_) if _says_something(governor) else "",
        actors=_actors(clause),
        place=_places(clause),
        scope=_scope(sentence, anchor),
        clause=_told((t.i for t in clause), classes),
        context=_told((i for i in range(len(classes)) if i not in inside), classes),
        near=_nearest(sentence, anchor),
    )


@remembered_lately(LATEST)
def _content(sentence: Sentence) -> "list[str | None]":
    """The synonym class of each content word of a sentence, and nothing for the other words."""
    empty = word_set("synonyms", "empty")
    return [
        word_class(t.lemma_)
        if t.pos_ in _CONTENT
        and t.folded_lemma not in empty
        and (t.text.isalpha() or "-" in t.text)
        else None
        for t in sentence.doc
    ]


def _told(places: "Iterable[int]", classes: "Sequence[str | None]") -> frozenset[str]:
    """The classes of the words at some places."""
    return frozenset(found for i in places if (found := classes[i]) is not None)


def _nearest(sentence: Sentence, anchor: Anchor) -> tuple[tuple[str, int], ...]:
    """Classes of the words of a sentence with their distance from the value, in words.

    Adverbs and « contre », « dont », « avec » count as well: « 12 contre », « deux avec sursis ».
    """
    low, high = anchor.start - sentence.start, anchor.end - sentence.start
    starts, ends, words = _printed(sentence)
    least: dict[str, int] = {}
    # Words end in the order in which they begin, so both sides are cut by bisection.
    for side in (words[: bisect_right(ends, low)][::-1], words[bisect_left(starts, high) :]):
        for distance, word in enumerate(side):
            if word is not None and distance < least.get(word, _FAR):
                least[word] = distance
    return tuple(sorted(least.items(), key=_nearness))


@remembered_lately(LATEST)
def _printed(sentence: Sentence) -> "tuple[list[int], list[int], list[str | None]]":
    """Start and end of each word of a sentence that is no mark, and its class if it tells."""
    empty, linking = word_set("synonyms", "empty"), word_set("synonyms", "linking")
    printed = [t for t in sentence.doc if not (t.is_punct or t.is_space)]
    words = [
        word_class(t.lemma_)
        if (t.pos_ in _NEAR or t.folded in linking)
        and t.text[:1].isalpha()
        and t.folded_lemma not in empty
        else None
        for t in printed
    ]
    return [t.idx for t in printed], [t.idx + len(t.text) for t in printed], words


def _nearness(row: tuple[str, int]) -> tuple[int, str]:
    return row[1], row[0]


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
    return sorted(found, key=_place)


_place = attrgetter("i")


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
        case = [c.folded for c in token.children if c.dep_ == "case"]
        if any(c in ("a", "au", "aux", "en", "dans", "pres", "vers") for c in case):
            found.add(stem(token.text))
    return frozenset(found)


def _scope(sentence: Sentence, anchor: Anchor) -> frozenset[str]:
    """Cues that stand within the value's own phrase: forty characters before, forty after."""
    cued, room = _cued(sentence), _roomy(sentence)
    if not cued and not room:
        return frozenset()
    low = max(0, anchor.start - sentence.start - 40)
    text = fold_keep(sentence.text)
    window = text[low : anchor.end - sentence.start + 40]
    found = {
        name
        for name, wording in cued
        if wording in window and re.search(rf"(?<!\w){re.escape(wording)}", window)
    }
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


@remembered_lately(LATEST)
def _roomy(sentence: Sentence) -> bool:
    """Whether a sentence tells anywhere how many a thing holds."""
    text = fold_keep(sentence.text)
    return any(words in text for words in _room())


@remembered_lately(LATEST)
def _cued(sentence: Sentence) -> list[tuple[str, str]]:
    """The cues of scope, with their wordings, that stand anywhere in a sentence."""
    text = fold_keep(sentence.text)
    return [(name, w) for name, wordings in scopes().items() for w in wordings if w in text]
