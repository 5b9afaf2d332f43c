"""Verbs of will and power before an infinitive: « va créer », « pourrait atteindre »."""

from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import word_set
from crosscheck.claims.moods import infinitive

if TYPE_CHECKING:
    from crosscheck.nlp import Token

MODALS = ("willing", "venturing")
"""Sorts of such verbs: of what is willed or due, of what may be."""
REACH = 5
"""Words between a verb of will or power and the infinitive that it governs, at the most."""


def family(token: "Token") -> "list[Token]":
    """A verb with its auxiliaries, or an adjective or noun with the verb that says it."""
    return [token, *(c for c in token.children if str(c.dep_).startswith(("aux", "cop")))]


def modals(token: "Token") -> list[str]:
    """« willing » or « venturing »: which verb of will or power governs an infinitive, found by
    the words that stand right before it, since the model takes « risque » and « compte » for nouns.
    """
    found = []
    for t in family(token):
        pairs = [(_governor_left(t), t)] if infinitive(t) else []
        pairs += [(t, t)] if t.pos_ in ("VERB", "AUX") and _governs_right(t) else []
        for modal, _ in pairs:
            found += [name for name in MODALS if modal is not None and _is_modal(modal, name)]
    return found


def _is_modal(token: "Token", name: str) -> bool:
    words = {token.folded_lemma, token.folded}
    if words.isdisjoint(word_set("cues", name)):
        return False
    if token.folded_lemma == "aller" and token.folded not in ("va", "vont"):
        return False
    return not is_over(token)


def _governor_left(token: "Token") -> "Token | None":
    """The word that governs an infinitive: « risque (fort) d' », « va (bientôt) »."""
    i = token.i - 1
    low = max(-1, token.i - REACH)
    while i > low:
        word = token.doc[i]
        small = word.pos_ in ("ADP", "ADV", "PRON") or word.folded in ("etre", "avoir", "est")
        if not small:
            return word
        i -= 1
    return None


def _governs_right(token: "Token") -> bool:
    """Whether an infinitive follows a verb: « doivent (tous) fermer », not « doit 12 euros »."""
    for word in token.doc[token.i + 1 : token.i + REACH]:
        if infinitive(word):
            return True
        if word.pos_ not in ("ADV", "ADP", "PRON"):
            return False
    return False


def is_over(token: "Token") -> bool:
    """« ont dû quitter », « a attendu »: an obligation that is over is no plan."""
    past = any(str(c.dep_).startswith("aux") and c.folded_lemma == "avoir" for c in token.children)
    return past and token.folded_lemma in word_set("cues", "over")
