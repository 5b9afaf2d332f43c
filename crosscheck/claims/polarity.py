"""How firmly it is said: asserted, denied, hypothetical or planned.

« n'a pas dépassé vingt » is a bound, « dément les 35 morts » denied, « pourrait atteindre »
hypothetical, « sera signé » planned. Silence by default: what no cue marks is asserted.
"""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, fold_keep, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.models import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

_AND_NOT = re.compile(r"(?:\bet|,|\bmais)\s+non\s+(?:pas\s+)?(?:[a-z]+\s+)?$")
_CONDITIONAL = re.compile(r"r(?:ais|ait|ions|iez|aient)$")
_OF_FIRST_GROUP = re.compile(r"^(?:ir|enverr)|er(?:ais|ait|ions|iez|aient)$")
_FUTURE = re.compile(r"r(?:ai|as|a|ons|ez|ont)$")


def polarity_of(sentence: Sentence, anchor: "Token") -> Polarity:
    """How firmly the sentence says what stands at `anchor`."""
    chain = _governors(anchor)
    if _denied(sentence, anchor, chain):
        return "denied"
    above = [t for t in chain if t is anchor or t.i < anchor.i or t.dep_ == "ROOT"]
    lemmas = {fold(t.lemma_) for t in above if not _done(t)}
    forms = {form for t in above for form in _forms(t)}
    after_verb = any(t.i < anchor.i and t.pos_ in ("VERB", "AUX") for t in chain)
    if after_verb and ("Cnd" in forms or lemmas & word_set("cues", "hypothetical")):
        return "hypothetical"
    if "Fut" in forms or lemmas & word_set("cues", "planned"):
        return "planned"
    return "asserted"


def bounded_by_denial(anchor: "Token") -> bool:
    """« n'a pas dépassé vingt »: the denied figure is a bound that is asserted."""
    return any(
        fold(verb.lemma_) in word_set("cues", "exceeding") and _negates(verb, anchor)
        for verb in _governors(anchor)
    )


def _governors(anchor: "Token") -> "list[Token]":
    """The anchor, the verb that governs it, and the verbs above as far as one clause goes."""
    chain, node = [anchor], anchor
    while node.head.i != node.i:
        node = node.head
        chain.append(node)
        if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("xcomp", "ccomp", "acl"):
            break
    return chain


# --- denial -----------------------------------------------------------------------------------


def _denied(sentence: Sentence, anchor: "Token", chain: "list[Token]") -> bool:
    """« dément 35 morts », « n'a pas perdu 12 hommes », « et non 1 800 »."""
    if _AND_NOT.search(fold_keep(sentence.text[: anchor.idx])) or _AND_NOT.search(
        fold_keep(sentence.text[: anchor.left_edge.idx])
    ):
        return True
    before = (c for t in chain for c in t.children if c.i < anchor.i)
    if any(_denies(t) for t in (*chain, *before)):
        return True
    return any(_negates(verb, anchor) for verb in chain)


def _denies(token: "Token") -> bool:
    """« dément », « a démenti »: by lemma of a verb, or by form, which the model may take for an
    adverb.
    """
    verb = token.pos_ == "VERB" and fold(token.lemma_) in word_set("cues", "denying")
    return verb or fold(token.text) in word_set("cues", "denials")


def _negates(verb: "Token", anchor: "Token") -> bool:
    """Whether the anchor is, or belongs to, the object of a negated verb; what stands beside it
    (« trois n'ont pas survécu, 17 morts ») or when and where it happened is not denied.
    """
    if verb.pos_ not in ("VERB", "AUX") or anchor.i < verb.i:
        return False
    if any(t.text in (",", ";", ":") for t in verb.doc[verb.i : anchor.i]):
        return False
    node = anchor
    while node.head.i not in (node.i, verb.i):
        node = node.head
    negation = word_set("cues", "negation")
    return str(node.dep_) == "obj" and any(fold(c.lemma_) in negation for c in verb.children)


# --- mood and tense ---------------------------------------------------------------------------


def _forms(token: "Token") -> list[str]:
    """« Cnd », « Fut »: moods and tenses of a verb and its auxiliaries, where the form bears out
    what the model says.
    """
    family = [token, *(c for c in token.children if str(c.dep_).startswith(("aux", "cop")))]
    found = []
    for t in family:
        marks = [*t.morph.get("Mood", []), *t.morph.get("Tense", [])]
        if "Cnd" in marks and _conditional(t):
            found.append("Cnd")
        if "Fut" in marks and _FUTURE.search(fold(t.text)) and not _has_been(t, token):
            found.append("Fut")
    return found


def _conditional(token: "Token") -> bool:
    """The model takes « transportait » for a conditional; the form does not lie."""
    text, lemma = fold(token.text), fold(token.lemma_)
    if not _CONDITIONAL.search(text):
        return False
    return not lemma.endswith("er") or bool(_OF_FIRST_GROUP.search(text))


def _has_been(auxiliary: "Token", verb: "Token") -> bool:
    """« elle aura duré vingt ans »: a future of « avoir » before a participle tells the past."""
    return auxiliary is not verb and fold(auxiliary.lemma_) == "avoir"


def _done(token: "Token") -> bool:
    """« ont dû quitter »: an obligation that is over is no plan."""
    past = any(str(c.dep_).startswith("aux") and fold(c.lemma_) == "avoir" for c in token.children)
    return past and fold(token.lemma_) in ("devoir", "pouvoir")
