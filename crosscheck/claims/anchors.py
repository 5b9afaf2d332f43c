"""Where a value hangs in the parse: what governs it, and what a date dates."""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import word_class, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.expressions.numbers.records import record
from crosscheck.models import Kind

if TYPE_CHECKING:
    from crosscheck.nlp import Token

EVENT_REACH = 24
"""Words before a date in which the event that it dates is looked for."""
_PARTICIPLE = re.compile(r"(?:e|ie|ue|ise|ite|te)s?$|[iu]s?$")


@record
class Anchor:
    """Where a value hangs in the parse: the token that stands for it, and its counted noun."""

    token: "Token"
    noun: "Token | None"
    start: int
    end: int
    """Span of the mention in the article."""
    kind: Kind
    """Of a date it is looked for what it dates."""


def event_of(sentence: Sentence, anchor: Anchor) -> "Token | None":
    """What a date dates: the participle or event noun that stands right before it.

    Attachment of dates is where the parser errs most; French puts them behind what they date, with
    at most names and places between.
    """
    if anchor.kind != "date":
        return None
    for token in reversed(sentence.words_ended(anchor.start)[-EVENT_REACH:]):
        if token.pos_ == "VERB" or "Fin" in token.morph.get("VerbForm", []):
            return token if "Part" in token.morph.get("VerbForm", []) else None
        if participle_by_form(token):
            return token
        if is_event(token):
            return token
        if token.text in (";", ":", "."):
            return None
    return None


def is_event(token: "Token") -> bool:
    events = word_set("synonyms", "events")
    return token.pos_ == "NOUN" and (
        token.folded_lemma in events or word_class(token.lemma_) in events
    )


def participle_by_form(token: "Token") -> bool:
    """« …, tenue les 9 et 10 novembre »: a participle that the model takes for an adjective."""
    behind_mark = token.i > 0 and token.nbor(-1).text == ","
    return token.pos_ in ("ADJ", "NOUN") and behind_mark and bool(_PARTICIPLE.search(token.folded))


def governor_of(token: "Token") -> "Token":
    """The verb above a token, or the noun at the root of a sentence without one."""
    node = token
    while node.head.i != node.i:
        if node.dep_ in ("acl", "acl:relcl") or (node.pos_ == "VERB" and node is not token):
            return node
        node = node.head
    return node
