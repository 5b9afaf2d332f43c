"""Who says it, and how firmly: the speaker and the polarity of what a sentence holds.

« selon le préfet », « le ministre a déclaré que », « a-t-on appris auprès des secours »; « n'a pas
dépassé vingt » is denied, « pourrait atteindre » hypothetical, « sera signé » planned.
"""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.models import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKER_LENGTH = 80
"""Characters kept of who speaks: enough for an office and a name, not for a clause."""
LONG = 6
"""Letters of a verb from which its stem alone is telling."""
_SUBJECTS = {"nsubj", "nsubj:pass", "expl:subj", "nsubj:caus"}
_PRONOUNS = {"il", "elle", "ils", "elles"}
_NOBODY = {"on", "qui", "ce", "cela", "ça", "que", "dont"}


def speaker_of(sentence: Sentence, anchor: "Token", before: Sentence | None = None) -> str | None:
    """Who says what stands at `anchor`, in the words of the sentence; `None` when it is the
    article itself.

    A pronoun (« a-t-il déclaré ») is the subject of the sentence `before`, when that is a name.
    """
    who = _according(sentence) or _inciso(sentence) or _saying(sentence, anchor)
    if who is not None and fold(who) in _PRONOUNS:
        return _subject_named(before) if before is not None else None
    return who


_INVERTED = re.compile(r"([^\W\d_]+)(?:-t)?-(ils?|elles?|on)\b(?:\s+[^\W\d_]+){0,2}")


def _inciso(sentence: Sentence) -> str | None:
    """« …, a déclaré Vladimir Poutine », « …, assure-t-elle »: the words after the verb."""
    for match in _INVERTED.finditer(sentence.text):
        inside = sentence.tokens(sentence.start + match.start(), sentence.start + match.end())
        if any(_is_saying(t) for t in inside):
            return None if match[2] == "on" else match[2]
    tokens = list(sentence.doc)
    for i, token in enumerate(tokens[:-1]):
        if i == 0 or not _is_saying(token) or token.text.endswith("ant"):
            continue
        before = [t for t in tokens[max(0, i - 3) : i] if t.pos_ not in ("ADV", "AUX")]
        opened = not before or before[-1].text in (",", "»", "–", "—", '"', "”")
        if opened and tokens[i + 1].pos_ in ("DET", "PROPN", "NOUN"):
            return _tidy(_up_to_mark(sentence, tokens[i + 1 :])) or None
    return None


def _is_saying(token: "Token") -> bool:
    saying = word_set("cues", "saying")
    return token.pos_ in ("VERB", "AUX") and (
        fold(token.lemma_) in saying or fold(token.text.split("-")[0]) in saying
    )


def _up_to_mark(sentence: Sentence, tokens: "list[Token]") -> str:
    """The words from the first token up to a mark, a verb or a conjunction."""
    kept = []
    for token in tokens:
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ", "PRON", "CCONJ"):
            break
        kept.append(token)
    while kept and kept[-1].pos_ in ("ADP", "DET", "ADV"):
        kept.pop()
    if not kept:
        return ""
    return sentence.text[kept[0].idx : kept[-1].idx + len(kept[-1].text)]


def _subject_named(sentence: Sentence) -> str | None:
    """The subject of a sentence when it is a name: « M. Novak a exprimé … »."""
    for token in sentence.doc:
        if token.dep_ in _SUBJECTS and fold(token.text) not in _NOBODY | _PRONOUNS:
            phrase = _tidy(_noun_phrase(sentence, token))
            return phrase if re.search(r"[A-ZÀ-Þ][\w'’-]+", phrase[2:]) else None
    return None


def _according(sentence: Sentence) -> str | None:
    """« selon X », « d'après X », « auprès de X »: the words up to the next mark or verb."""
    text = fold_keep(sentence.text)
    for cue in sorted(word_set("cues", "according"), key=lambda c: (-len(c), c)):
        match = re.search(rf"(?<!\w){re.escape(cue)}(?:\s+|(?<='))", text)
        if not match:
            continue
        start = match.end()
        words = [t for t in sentence.doc if t.idx >= start]
        end = start
        for token in words:
            if token.text in (",", ";", ":", ".", "«", "»", "(", ")", "–", "—", "!", "?"):
                break
            if token.pos_ in ("VERB", "AUX", "SCONJ") or token.dep_ == "mark":
                break
            end = token.idx + len(token.text)
        who = sentence.text[start:end].strip()
        if who:
            return _tidy(who)
    return None


def fold_keep(text: str) -> str:
    """Folded letter by letter, so that places stay: `fold_keep("Élu")` is « elu »."""
    return "".join(f if len(f := fold(c)) == 1 else (c if c.isspace() else " ") for c in text)


def _saying(sentence: Sentence, anchor: "Token") -> str | None:
    """The subject of a verb of saying that governs the anchor, or stands by as an inciso."""
    for token in sentence.doc:
        if not _is_saying(token):
            continue
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if subject is None or fold(subject.text) in _NOBODY:
            continue
        said = set(token.subtree) - set(subject.subtree)
        inciso = (
            token.dep_ in ("parataxis", "ROOT") and token.i > subject.i
        ) or subject.i > token.i
        if anchor in said and (inciso or _clause_under(token, anchor)):
            return _tidy(_noun_phrase(sentence, subject))
    return None


def _clause_under(verb: "Token", anchor: "Token") -> bool:
    """Whether the anchor stands in the clause that the verb introduces (« déclare que … »)."""
    node = anchor
    while node.head.i != node.i and node.head.i != verb.i:
        node = node.head
    return str(node.dep_) in ("ccomp", "xcomp", "obj", "parataxis", "obl:arg", "obl:mod", "advcl")


def _noun_phrase(sentence: Sentence, head: "Token") -> str:
    """A noun with what belongs to it, up to a comma or a relative clause."""
    kept = [head]
    for token in sorted(head.subtree, key=lambda t: t.i):
        if token.i < head.i:
            kept.append(token)
        elif token.i > head.i:
            if token.text in (";", "«", "»", "(") or token.pos_ in ("VERB", "AUX", "SCONJ"):
                break
            kept.append(token)
    kept.sort(key=lambda t: t.i)
    low = kept[0].idx
    high = kept[-1].idx + len(kept[-1].text)
    return sentence.text[low:high]


def _tidy(who: str) -> str:
    """One line, no mark at the end, cut at a word when it is long."""
    text = " ".join(who.split()).strip(" ,;:")
    if len(text) > SPEAKER_LENGTH:
        text = text[:SPEAKER_LENGTH].rpartition(" ")[0].strip(" ,;:")
    return text


def polarity_of(sentence: Sentence, anchor: "Token") -> Polarity:
    """How firmly the sentence says what stands at `anchor`."""
    chain = _governors(anchor)
    lemmas = {fold(t.lemma_) for t in chain}
    negation = word_set("cues", "negation")
    before = (c for t in chain for c in t.children if c.i < anchor.i)
    if any(_denies(t) for t in (*chain, *before)):
        return "denied"
    if any(_negates(verb, anchor, negation) for verb in chain):
        return "denied"
    moods = {m for t in chain for m in _with_auxiliaries(t) if m}
    if "Cnd" in moods or lemmas & word_set("cues", "hypothetical"):
        return "hypothetical"
    if "Fut" in moods or lemmas & word_set("cues", "planned"):
        return "planned"
    return "asserted"


def _denies(token: "Token") -> bool:
    """« dément », « a démenti »: by lemma, or by form where the model makes a noun of the verb."""
    denying = word_set("cues", "denying")
    form = fold(token.text)
    stems = (word.removesuffix("ir").removesuffix("er") for word in denying if len(word) > LONG)
    return fold(token.lemma_) in denying or form.startswith(tuple(stems))


def _negates(verb: "Token", anchor: "Token", negation: frozenset[str]) -> bool:
    """« n'a pas dépassé vingt »: what follows a negated verb as its object is denied; what stands
    beside it (« trois n'ont pas survécu, 17 morts ») is not.
    """
    if verb.pos_ not in ("VERB", "AUX") or anchor.i < verb.i:
        return False
    if any(t.text in (",", ";", ":") for t in verb.doc[verb.i : anchor.i]):
        return False
    node = anchor
    while node.head.i not in (node.i, verb.i):
        node = node.head
    governed = str(node.dep_).startswith(("obj", "obl", "xcomp", "ccomp"))
    return governed and any(fold(c.lemma_) in negation for c in verb.children)


def bounded_by_denial(sentence: Sentence, anchor: "Token") -> bool:
    """« n'a pas dépassé vingt »: the denied figure is a bound that is asserted."""
    negation = word_set("cues", "negation")
    return any(
        fold(verb.lemma_) in word_set("cues", "exceeding") and _negates(verb, anchor, negation)
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


def _with_auxiliaries(token: "Token") -> list[str]:
    family = [token, *(c for c in token.children if str(c.dep_).startswith(("aux", "cop")))]
    marks = [(t, m) for t in family for key in ("Mood", "Tense") for m in t.morph.get(key, [])]
    return [m for t, m in marks if m != "Cnd" or _conditional(t)]


def _conditional(token: "Token") -> bool:
    """The model takes « transportait » for a conditional; the form does not lie."""
    text, lemma = fold(token.text), fold(token.lemma_)
    if not re.search(r"r(?:ais|ait|ions|iez|aient)$", text):
        return False
    return not lemma.endswith("er") or bool(
        re.search(r"^(?:ir|enverr)|er(?:ais|ait|ions|iez|aient)$", text)
    )
