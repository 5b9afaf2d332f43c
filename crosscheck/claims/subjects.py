"""What a value is about: the slots of a subject, taken from the parse around it.

The counted noun with its complements, the verb that governs it, the names of the clause, the day
it happened, the cues that set one figure apart from another. An empty slot says nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from crosscheck.claims.cues import fold_keep
from crosscheck.claims.lexicon import fold, scopes, stem, word_class, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.models import Subject

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT_REACH = 24
"""Words before a date in which the event that it dates is looked for."""
LABEL_WORDS = 9
"""Words of the question as it is shown to people."""
SUBJECT_WORDS, OBJECT_WORDS = 7, 5
"""Words of who does, and of what is done to, in a question that is a clause."""
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
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


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a value hangs in the parse: the token that stands for it, and its counted noun."""

    token: "Token"
    noun: "Token | None"
    start: int
    end: int
    """Span of the mention in the article."""
    dated: bool = False
    """The value is a date: it is looked for what it dates."""


_PARTICIPLE = re.compile(r"(?:e|ie|ue|ise|ite|te)s?$|[iu]s?$")


def subject_of(sentence: Sentence, anchor: Anchor, *, label: str = "") -> Subject:
    """The slots of what stands at the anchor; `label` overrides the words shown to people."""
    inside = {t.i for t in sentence.tokens(anchor.start, anchor.end)}
    if anchor.noun is not None:
        inside.discard(anchor.noun.i)
    governor = _event(sentence, anchor) or _governor(anchor.token)
    near = _near(anchor, governor) - {anchor.token if anchor.noun is None else None}
    clause = _clause(governor)
    return Subject(
        label=label or _label(sentence, anchor, governor),
        head=_head(anchor, governor),
        attributes=_classes(t for t in near if t.i not in inside),
        action=word_class(governor.lemma_) if _says_something(governor) else "",
        actors=_actors(t for t in clause if t.i not in inside),
        place=_places(t for t in clause if t.i not in inside),
        scope=_scope(sentence, anchor),
        clause=_classes(t for t in clause if t.i not in inside),
        context=_classes(t for t in sentence.doc if t.i not in inside),
    )


def _event(sentence: Sentence, anchor: Anchor) -> "Token | None":
    """What a date dates: the participle or event noun that stands right before it.

    Attachment of dates is where the parser errs most; French puts them behind what they date, with
    at most names and places between.
    """
    if not anchor.dated:
        return None
    low = anchor.start - sentence.start
    before = [t for t in sentence.doc if t.idx + len(t.text) <= low]
    for token in reversed(before[-EVENT_REACH:]):
        if token.pos_ == "VERB" or "Fin" in token.morph.get("VerbForm", []):
            return token if "Part" in token.morph.get("VerbForm", []) else None
        if _participle_by_form(token):
            return token
        if _is_event(token):
            return token
        if token.text in (";", ":", "."):
            return None
    return None


def _is_event(token: "Token") -> bool:
    events = word_set("synonyms", "events")
    return token.pos_ == "NOUN" and (
        fold(token.lemma_) in events or word_class(token.lemma_) in events
    )


def _participle_by_form(token: "Token") -> bool:
    """« …, tenue les 9 et 10 novembre »: a participle that the model takes for an adjective."""
    behind_mark = token.i > 0 and token.nbor(-1).text == ","
    return (
        token.pos_ in ("ADJ", "NOUN") and behind_mark and bool(_PARTICIPLE.search(fold(token.text)))
    )


def _governor(token: "Token") -> "Token":
    """The verb above a token, or the noun at the root of a sentence without one."""
    node = token
    while node.head.i != node.i:
        if node.dep_ in ("acl", "acl:relcl") or (node.pos_ == "VERB" and node is not token):
            return node
        node = node.head
    return node


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
    return frozenset(
        name
        for name, wordings in scopes().items()
        if any(re.search(rf"(?<!\w){re.escape(w)}", window) for w in wordings)
    )


def _label(sentence: Sentence, anchor: Anchor, governor: "Token") -> str:
    """The question in words: the counted noun and what follows, or the clause that is dated."""
    top = anchor.noun if anchor.noun is not None else _measured(sentence, anchor) or governor
    if anchor.noun is None and (top.pos_ in ("VERB", "AUX") or _participle_by_form(top)):
        return _clause_label(sentence, anchor, top)
    return _phrase(sentence, top)


def _measured(sentence: Sentence, anchor: Anchor) -> "Token | None":
    """The noun after « de »: « 65 ans de coopération », « 38 % du personnel »."""
    if anchor.dated:
        return None
    after = [t for t in sentence.doc if t.idx >= anchor.end - sentence.start][:3]
    if not after or fold(after[0].text) not in ("de", "d'", "du", "des"):
        return None
    return next((t for t in after[1:] if t.pos_ == "NOUN"), None)


def _phrase(sentence: Sentence, top: "Token") -> str:
    """Words from a noun on, up to a mark, a verb in a person, or the length of a label."""
    words: list[Token] = [top]
    own = {t.i for t in top.subtree}
    for token in sentence.doc[top.i + 1 : top.i + 1 + LABEL_WORDS]:
        finite = token.pos_ == "AUX" or "Fin" in token.morph.get("VerbForm", [])
        if (
            token.is_punct
            or finite
            or token.i not in own
            or token.pos_ in ("SCONJ", "CCONJ", "PRON")
        ):
            break
        words.append(token)
    while len(words) > 1 and words[-1].pos_ in ("ADP", "DET", "ADV", "NUM"):
        words.pop()
    text = sentence.text[words[0].idx : words[-1].idx + len(words[-1].text)]
    verb = top.head if top.head.pos_ == "VERB" and top.head.i > top.i else None
    if verb is not None and len(words) < LABEL_WORDS and "Part" in verb.morph.get("VerbForm", []):
        text = f"{text} {verb.text}"
    return text[:1].lower() + text[1:] if not text[:2].isupper() and top.pos_ != "PROPN" else text


def _clause_label(sentence: Sentence, anchor: Anchor, verb: "Token") -> str:
    """« accords signés », « relations forgées »: who or what, then the verb, without the value."""
    low, high = anchor.start - sentence.start, anchor.end - sentence.start
    subject = next((c for c in verb.children if str(c.dep_).startswith("nsubj")), None)
    if subject is None and "Fin" not in verb.morph.get("VerbForm", []):
        subject = _described(verb)
    objects = [c for c in verb.children if c.dep_ in ("obj", "xcomp") and c.i > verb.i]
    wanted = [
        verb,
        *_around(subject, SUBJECT_WORDS),
        *_around(next(iter(objects), None), OBJECT_WORDS),
    ]
    wanted.extend(c for c in verb.children if str(c.dep_).startswith("aux") and not _passive(verb))
    kept = sorted({t.i: t for t in wanted if not low <= t.idx < high}.values(), key=lambda t: t.i)
    while len(kept) > 1 and kept[-1].pos_ in ("ADP", "DET", "PUNCT"):
        kept.pop()
    text = _spelled(kept)
    return text[:1].lower() + text[1:] if kept and kept[0].pos_ in ("DET", "NOUN") else text


def _described(participle: "Token") -> "Token | None":
    """The noun that a participle describes: the event before it, else its head on the left."""
    before = participle.doc[max(0, participle.i - EVENT_REACH) : participle.i]
    event = next((t for t in reversed(before) if _is_event(t)), None)
    if event is not None:
        return event
    left = participle.head.i < participle.i and participle.head.pos_ in ("NOUN", "PROPN")
    return participle.head if left else None


def _around(head: "Token | None", limit: int) -> "list[Token]":
    """A noun with its own words, cut before it grows longer than `limit`."""
    if head is None:
        return []
    words = sorted(_noun_words(head), key=lambda t: t.i)
    first = words.index(head)
    cut = words[: max(limit, first + 1)]
    while cut[-1] is not head and cut[-1].pos_ in ("ADP", "DET", "PUNCT", "CCONJ"):
        cut.pop()
    return cut


def _spelled(tokens: "list[Token]") -> str:
    """Tokens as they are printed, with one space where others are left out between them."""
    parts = []
    for token, following in zip_longest(tokens, tokens[1:]):
        parts.append(token.text)
        if following is not None:
            parts.append(token.whitespace_ if following.i == token.i + 1 else " ")
    return "".join(parts).replace("' ", "'").strip(" ,")


def _passive(verb: "Token") -> bool:
    return any(str(c.dep_) == "aux:pass" for c in verb.children)


def _noun_words(token: "Token") -> "list[Token]":
    words = [token]
    for child in token.children:
        edge = child.left_edge
        if edge.i > token.i and edge.nbor(-1).text in (",", "(", ";"):
            continue  # an aside: « M. Novak, à la tête d'une délégation »
        if child.dep_ in ("amod", "case", "flat:name", "det", "cc"):
            words.append(child)
        elif child.dep_ in ("nmod", "conj") and child.pos_ != "VERB":
            words.extend(_noun_words(child))
    return words


def is_people(lemma: str) -> bool:
    """Whether a noun counts people without saying what befell them."""
    return fold(lemma) in word_set("synonyms", "people")


def worth_noun(noun: "Token | None", *, vague: bool) -> bool:
    """Whether a vague count of this noun says something that a desk would ask about."""
    return noun is not None and not (vague and fold(noun.lemma_) in word_set("worth", "vague"))
