"""What is denied: « dément 35 morts », « n'a pas perdu 12 hommes », « et non 1 800 ».

« Pas moins de 200 », « n'a perdu que 12 hommes » and « n'a pas seulement détruit 12 maisons » deny
nothing, and neither does who denies nothing (« sans nier », « ne dément pas »).
"""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, fold_keep, word_set
from crosscheck.claims.sentences import Sentence, once_a_sentence

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_AND_NOT = re.compile(
    r"(?:(?:\bet|,|\bmais)\s+non\s+(?:pas\s+)?|[,(]\s*(?:et\s+)?pas\s+)(?:de\s+|d'|les\s+)?$"
)
_UNTRUE = re.compile(r"\b(?:il est|c'est) faux (?:de dire )?qu|\bn'est pas (?:vrai|exact) qu")
_DISPUTED = r"(?:le|ce|les|ces|un) (?:chiffres?|bilan|nombre|montant|estimations?|decompte)"
_CLAUSE_END = re.compile(r"[,;:«»]| et | mais | ou ")
_LEAST = re.compile(r"\bpas moins d")


def denied(sentence: Sentence, anchor: "Token", chain: "list[Token]", start: int) -> bool:
    """Whether the figure at `anchor`, which begins at `start`, is said not to be so."""
    text = fold_keep(sentence.text)
    if "non" in text or "pas" in text:
        places = (start, anchor.idx, anchor.left_edge.idx)
        if any(_AND_NOT.search(text[:at]) for at in places):
            return True
    if _LEAST.search(text[max(0, start - 4) : start + 14]):
        return False
    perhaps = "faux" in text or "n'est pas" in text
    untrue = _UNTRUE.search(text[:start]) if perhaps else None
    if untrue is not None and not re.search(r"[;:]| mais ", text[untrue.end() : start]):
        return True
    before = (c for t in chain for c in t.children if c.i < anchor.i)
    above = [t for t in chain if not _does(anchor, t)]
    if any(_denies(t) for t in (*above, *before)) or _denied_deed(text, start):
        return True
    return any(negates(verb, anchor) for verb in chain)


def _denies(token: "Token") -> bool:
    """« dément », « a démenti »: by lemma of a verb, or by form, which the model may take for an
    adverb; unless the denial is denied.
    """
    verb = token.pos_ == "VERB" and token.folded_lemma in word_set("cues", "denying")
    if not verb and token.folded not in word_set("cues", "denials"):
        return False
    after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    before = {t.folded for t in token.doc[max(0, token.i - 3) : token.i]}
    undone = word_set("cues", "negation") | {"sans", "loin"}
    return undone.isdisjoint(before | {fold(after)})


def _does(anchor: "Token", verb: "Token") -> bool:
    """« l'un des 14 otages a nié avoir fui »: the figure is of who denies, and is not denied."""
    if anchor.i > verb.i or any(str(c.dep_) == "aux:pass" for c in verb.children):
        return False
    node = anchor
    while node.head.i not in (node.i, verb.i):
        node = node.head
    return node.head.i == verb.i and str(node.dep_) == "nsubj"


def _denied_deed(text: str, start: int) -> bool:
    """« dément avoir reçu », « conteste le chiffre de », in the clause of the figure."""
    for word in _cued(text):
        firm = word in word_set("cues", "denials")
        what = rf"(?:avoir|etre|s'etre|{_DISPUTED}" + (r"|que|qu')" if firm else ")")
        match = re.search(rf"(?<!\w){re.escape(word)} (?!pas ){what}", text[:start])
        if match is None or _CLAUSE_END.search(text[match.end() : start]):
            continue
        if not re.search(r"\b(?:ne|n'|sans|loin de)\s*$", text[: match.start()]):
            return True
    return False


@once_a_sentence
def _cued(text: str) -> list[str]:
    """The words of denying that stand in a folded sentence."""
    words = word_set("cues", "denials") | word_set("cues", "contesting")
    return [word for word in words if word in text]


def negates(verb: "Token", anchor: "Token") -> bool:
    """Whether the anchor is, or belongs to, the object of a negated verb; what stands beside it
    (« trois n'ont pas survécu, 17 morts ») or when and where it happened is not denied.
    """
    if verb.pos_ not in ("VERB", "AUX") or anchor.i < verb.i:
        return False
    if not word_set("cues", "granting").isdisjoint({verb.folded_lemma, verb.folded}):
        return False
    if any(t.text in (",", ";", ":") for t in verb.doc[verb.i : anchor.i]):
        return False
    node = anchor
    while node.head.i not in (node.i, verb.i):
        if node.dep_ == "nmod" and _led_by(node) not in ("de", "des", "d'", "du", ""):
            return False  # « plus guère d'espoir pour les huit derniers »
        node = node.head
    negation = word_set("cues", "negation")
    if str(node.dep_) != "obj" or not any(c.folded_lemma in negation for c in verb.children):
        return False
    between = fold_keep(verb.doc.text[verb.idx : anchor.idx])
    only = {t.folded for t in (*verb.children, *verb.doc[verb.i : anchor.i])}
    return not _LEAST.search(between) and only.isdisjoint(word_set("cues", "not_only"))


def _led_by(token: "Token") -> str:
    """The preposition before a word, folded."""
    return next((c.folded for c in token.children if c.dep_ == "case"), "")
