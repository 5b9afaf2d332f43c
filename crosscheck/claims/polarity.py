"""How firmly it is said: asserted, denied, hypothetical or planned.

« n'a pas dépassé vingt » is a bound, « dément les 35 morts » denied, « pourrait atteindre »
hypothetical, « sera signé » and « devrait être signé » planned. Silence by default: what no cue
marks is asserted.
"""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.denials import denied, negates
from crosscheck.claims.lexicon import fold, fold_keep, word_set
from crosscheck.claims.modals import MODALS, REACH, family, is_over, modals
from crosscheck.claims.moods import ENDS, conditional, future, to_come, told_before
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.claims.words import pieces_of, telling_pieces
from crosscheck.models import Polarity
from crosscheck.rules import remembered

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_ASIDE = {"appos", "acl", "amod", "nmod", "dep", "advcl", "parataxis", "conj"}
_DEFINITE = re.compile(r"(?:\b(?:les|ces|ses|leurs|nos|vos|aux|des|le|la|cette)|\bl')\s*$")
_THRESHOLD = re.compile(r"\b(?:cap|barre|seuil|niveau)\s+(?:de|des)\s*$")
_CAPACITY = re.compile(r"\bprevue?s? (?:initialement )?pour\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_MARKS = re.compile(r"[,;:«»()–—]")
_MARKING = (
    "denying", "denials", "contesting", "negation", "doubtful", "doubting", "hypothetical",
    "risking", "alleged", "coming", "planned", "awaiting", *MODALS,
)  # fmt: skip
"""Words of the rules by which something is told as other than asserted."""


def polarity_of(
    sentence: Sentence, anchor: "Token", start: int | None = None, *, counted: bool = False
) -> Polarity:
    """How firmly the sentence says what stands at `anchor`.

    `start` is where the figure begins in the sentence; `counted` tells that it is a number of
    things, which « les 12 élus » takes for granted.
    """
    if not marked(sentence):
        return "asserted"
    start = int(anchor.idx) if start is None else min(start, int(anchor.idx))
    return by_cues(sentence, anchor, start, counted=counted)


def by_cues(sentence: Sentence, anchor: "Token", start: int, *, counted: bool) -> Polarity:
    """The same by what stands around the figure, where the sentence has any cue at all."""
    chain = governors(anchor)
    if denied(sentence, anchor, chain, start):
        return "denied"
    own = _own(anchor, chain)
    if own is not None:
        return own
    if _explained(sentence, chain, start) or (counted and _granted(sentence, chain, start)):
        return "asserted"
    return _by_verbs(sentence, anchor, chain, start)


@once_a_sentence
def marked(sentence: Sentence) -> bool:
    """Whether a sentence has a word by which anything in it may be other than asserted."""
    if not pieces_of(sentence).isdisjoint(_marks()):
        return True
    return any(t.folded.endswith(ENDS) and to_come(t.text, t.lemma_) for t in sentence.doc)


@remembered
def _marks() -> frozenset[str]:
    """Without one of these, or of the moods of what is to come, all is asserted."""
    words = frozenset().union(*(word_set("cues", name) for name in _MARKING))
    return telling_pieces(words | {"non", "pas", "faux", "venir"})


def bounded_by_denial(sentence: Sentence, anchor: "Token") -> bool:
    """« n'a pas dépassé vingt »: the denied figure is a bound that is asserted."""
    return marked(sentence) and any(
        verb.folded_lemma in word_set("cues", "exceeding") and negates(verb, anchor)
        for verb in governors(anchor)
    )


def governors(anchor: "Token") -> "list[Token]":
    """The anchor, the verb that governs it, and the verbs above as far as one clause goes; what
    stands apart between commas (« M. Duval, réélu en 2021, … ») has a clause of its own.
    """
    chain, node = [anchor], anchor
    while node.head.i != node.i:
        if node.dep_ in _ASIDE and _apart(node):
            break
        node = node.head
        chain.append(node)
        if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("xcomp", "ccomp", "acl"):
            break
    return chain


def _apart(node: "Token") -> bool:
    """Whether a comma stands between a word and the noun that it is said of."""
    led = node.dep_ == "nmod" and any(c.dep_ == "case" for c in node.children)
    if led or node.dep_ == "conj" or node.head.pos_ in ("VERB", "AUX"):
        return False  # « la centrale, d'une puissance de 60 MW, sera … »
    low, high = sorted((node.i, node.head.i))
    return any(t.text == "," for t in node.doc[low + 1 : high])


# --- what the figure takes for granted, and what its own adjectives say -----------------------


def _granted(sentence: Sentence, chain: "list[Token]", start: int) -> bool:
    """« les 12 élus pourraient partir »: that they are twelve is no guess; but it is one in
    « pourrait atteindre les 25 morts ». « Un car prévu pour 50 passagers » plans nothing either.
    """
    before = fold_keep(sentence.text)[:start]
    if "prevu" in before and _CAPACITY.search(before) and not _YEAR.match(sentence.text[start:]):
        return True
    if not _DEFINITE.search(before) or _THRESHOLD.search(before):
        return False
    reached = word_set("cues", "exceeding") | word_set("cues", "falling_short")
    return all(t.folded_lemma not in reached for t in chain)


_NAMED_FACT = re.compile(r"(?:\b(?:la|le|cette|ce|sa|son)|\bl') ?\w+ (?:de |d')$")
"""« la perte de 695 millions »: what so much is, told as known."""


def _explained(sentence: Sentence, chain: "list[Token]", start: int) -> bool:
    """« la perte de 695 millions s'expliquerait par … »: who looks for the cause of a fact takes
    the fact for granted.
    """
    before = fold_keep(sentence.text)[:start]
    if not before.endswith(("de ", "d'")) or not _NAMED_FACT.search(before):
        return False
    verb = chain[-1]
    return verb.idx > start and verb.folded_lemma in word_set("cues", "explaining")


def _own(anchor: "Token", chain: "list[Token]") -> Polarity | None:
    """What adjectives and participles say of the figure or of what it measures: « les 300 délégués
    attendus », « une éventuelle hausse de 12 % »; not of what is merely named beside it.
    """
    for noun in chain:
        if noun.pos_ in ("VERB", "AUX"):
            supposed = noun.dep_ == "acl" and noun.folded_lemma in word_set("cues", "alleged")
            return "hypothetical" if supposed else None
        for child in noun.children:
            if child.dep_ in ("amod", "acl") and child.i != anchor.i:
                found = _adjective(child, noun, counted=noun is anchor)
                if found is not None:
                    return found
    return None


def _adjective(child: "Token", noun: "Token", *, counted: bool) -> Polarity | None:
    """What one adjective or participle says of its noun; `counted` where that is what is counted:
    « 12 auteurs présumés » are twelve.
    """
    words = {child.folded_lemma, child.folded}
    if words & word_set("cues", "doubtful"):
        return "hypothetical"
    if not counted and words & word_set("cues", "alleged"):
        return "hypothetical"
    to_come = child.i and fold(f"{child.nbor(-1).text} {child.text}") == "a venir"
    if to_come or (_nigh(child, noun) and words & word_set("cues", "coming")):
        return "planned"
    return None


def _nigh(child: "Token", noun: "Token") -> bool:
    """Whether a participle is said of a noun: no other one, and no comma, stands between them."""
    low, high = sorted((child.i, noun.i))
    between = child.doc[low + 1 : high]
    return len(between) < REACH and all(t.pos_ != "VERB" and t.text != "," for t in between)


# --- verbs ------------------------------------------------------------------------------------


def _by_verbs(sentence: Sentence, anchor: "Token", chain: "list[Token]", start: int) -> Polarity:
    above = [t for t in chain if t is anchor or t.i < anchor.i or _predicate(t)]
    governed = {name for t in above for name in modals(t)}
    moods = {mood for t in above for mood in _moods(t)}
    lemmas = {t.folded_lemma for t in above if not is_over(t)}
    if "willing" in governed:
        return "planned"
    doubt = _in_doubt(lemmas, sentence, start) or any(_risks(t) for t in above)
    if "venturing" in governed or moods & {"Cnd", "CndPast"} or doubt:
        told = "Cnd" in moods and "venturing" not in governed and _reported(chain)
        return "planned" if told else "hypothetical"
    if "Fut" in moods:
        return "hypothetical" if _on_condition(sentence) else "planned"
    if lemmas & word_set("cues", "planned") or any(_awaited(t, anchor) for t in above):
        return "planned"
    return "asserted"


def _predicate(token: "Token") -> bool:
    """The head of a clause, wherever it stands."""
    return token.dep_ in ("ROOT", "ccomp", "xcomp") or token.pos_ in ("VERB", "AUX")


def _moods(token: "Token") -> list[str]:
    """« Cnd », « CndPast », « Fut »: moods and tenses of a verb and its auxiliaries, by form."""
    found = []
    for t in family(token):
        helps = t is not token and t.folded_lemma == "avoir"
        if conditional(t.text, t.lemma_) and not _may_not(t):
            found.append("CndPast" if helps else "Cnd")
        if future(t.text, t.lemma_) and not helps and _verbal(t):
            found.append("Fut")
    return found


def _may_not(token: "Token") -> bool:
    """« ne saurait excéder »: polite for « cannot »."""
    near = {t.folded for t in token.doc[max(0, token.i - 3) : token.i]}
    return token.folded_lemma == "savoir" and not near.isdisjoint({"ne", "n'"})


def _verbal(token: "Token") -> bool:
    """« mordra » is a verb; « choléra » is one neither by tag nor by mood."""
    return token.pos_ in ("VERB", "AUX") and "Fut" in token.morph.get("Tense", [])


def _awaited(token: "Token", anchor: "Token") -> bool:
    """« sont attendus », « attend 300 000 visiteurs »; not « attend depuis 12 ans »."""
    if token.folded_lemma not in word_set("cues", "awaiting") or is_over(token):
        return False
    participle = "Part" in token.morph.get("VerbForm", [])
    return participle or any(c.dep_ == "obj" and c.i == anchor.i for c in token.children)


def _reported(chain: "list[Token]") -> bool:
    """« il a dit qu'il viendrait »: what was to come when it was said is planned."""
    saying = word_set("cues", "saying") | word_set("cues", "telling")
    for token in chain:
        head = token.head
        if token.dep_ == "ccomp" and head.folded_lemma in saying and told_before(head):
            return True
    return False


def _in_doubt(lemmas: set[str], sentence: Sentence, start: int) -> bool:
    """« il est possible que », « sont peut-être »."""
    if lemmas & word_set("cues", "hypothetical"):
        return True
    words = _doubting(fold_keep(sentence.text))
    around = _clause(sentence, start) if words else ""
    return any(
        word in around and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", around)
        for word in words
    )


@once_a_sentence
def _doubting(text: str) -> list[str]:
    """The words of doubt that stand in a folded sentence."""
    return [word for word in word_set("cues", "doubting") if word in text]


def _risks(token: "Token") -> bool:
    """« risque 5 ans de prison », which the model takes for « le risque »."""
    alone = all(c.dep_ != "det" for c in token.children)
    return alone and token.dep_ == "ROOT" and token.folded in word_set("cues", "risking")


def _on_condition(sentence: Sentence) -> bool:
    """« si le barrage cède, 300 foyers seront menacés »."""
    return any(t.dep_ == "mark" and t.folded in ("si", "s'") for t in sentence.doc)


def _clause(sentence: Sentence, start: int) -> str:
    """The folded words around a place, up to the next mark on each side."""
    text = fold_keep(sentence.text)
    before = [m.end() for m in _MARKS.finditer(text, 0, start)]
    after = _MARKS.search(text, start)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
