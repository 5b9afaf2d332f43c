"""The question that a claim answers, in words that a reader sees: « accords signés »."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from crosscheck.claims.anchors import EVENT_REACH, Anchor, is_event, participle_by_form
from crosscheck.claims.sentences import Sentence

if TYPE_CHECKING:
    from crosscheck.nlp import Token

LABEL_WORDS = 9
"""Words of the question as it is shown to people."""
SUBJECT_WORDS, OBJECT_WORDS = 7, 5
"""Words of who does, and of what is done to, in a question that is a clause."""


_TIMES = ("ans", "années", "mois", "semaines", "jours", "heures")


def label_of(sentence: Sentence, anchor: Anchor, governor: "Token") -> str:
    """The question in words: the counted noun and what follows, or the clause that is dated."""
    top = anchor.noun if anchor.noun is not None else _measured(sentence, anchor) or governor
    if anchor.noun is None and (top.pos_ in ("VERB", "AUX") or participle_by_form(top)):
        return _clause_label(sentence, anchor, top)
    return _phrase(sentence, top)


def _measured(sentence: Sentence, anchor: Anchor) -> "Token | None":
    """The noun after « de »: « 65 ans de coopération », « 38 % du personnel »."""
    if anchor.kind == "date":
        return None
    after = sentence.words_from(anchor.end)[:3]
    lasts = sentence.text[: anchor.end - sentence.start].endswith(_TIMES)
    if lasts and len(after) > 1 and after[0].text == "des" and after[1].text[:1].isupper():
        return None  # « otage pendant six ans des Forces armées »
    if not after or after[0].folded not in ("de", "d'", "du", "des"):
        return None
    return next((t for t in after[1:] if t.pos_ == "NOUN"), None)


def _phrase(sentence: Sentence, top: "Token") -> str:
    """Words from a noun on, up to a mark, a verb in a person, or the length of a label."""
    words: list[Token] = [top]
    for token in sentence.doc[top.i + 1 : top.i + 1 + LABEL_WORDS]:
        finite = token.pos_ == "AUX" or "Fin" in token.morph.get("VerbForm", [])
        if (
            token.is_punct
            or finite
            or not top.is_ancestor(token)
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
    return text if top.pos_ == "PROPN" else _uncapitalised(text)


def _uncapitalised(text: str) -> str:
    """« La loi » as « la loi »; « PME innovantes » and « M. Novak » stay as they are."""
    title = text[1:2] == "." or (text[:2].isalpha() and text[:2].isupper())
    return text if title else text[:1].lower() + text[1:]


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
    wanted.extend(_clitics(verb))
    kept = sorted({t.i: t for t in wanted if not low <= t.idx < high}.values(), key=lambda t: t.i)
    cut = next((t.i for t in sentence.words_from(anchor.start)[:1] if t.idx < high), 0)
    while any(t.i == cut - 1 and t.pos_ in ("ADP", "DET") for t in kept):
        cut -= 1  # « la perte de 695 millions s'explique »: no « de » without its figure
        kept = [t for t in kept if t.i != cut]
    while len(kept) > 1 and kept[-1].pos_ in ("ADP", "DET", "PUNCT"):
        kept.pop()
    text = _spelled(kept)
    return _uncapitalised(text) if kept and kept[0].pos_ in ("DET", "NOUN") else text


def _described(participle: "Token") -> "Token | None":
    """The noun that a participle describes: the event before it, else its head on the left."""
    before = participle.doc[max(0, participle.i - EVENT_REACH) : participle.i]
    event = next((t for t in reversed(before) if is_event(t)), None)
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


def _clitics(verb: "Token") -> "list[Token]":
    """« s'est achevée », « n'avait plus donné signe de vie »: without these it is another verb, or
    the contrary; « ne protège que » denies nothing.
    """
    denied = any(c.folded in ("pas", "plus", "jamais") for c in verb.children)
    kept = ("se", "s'", *(("ne", "n'", "pas", "plus", "jamais") if denied else ()))
    return [c for c in verb.children if c.folded in kept and c.pos_ in ("PRON", "ADV")]


def _passive(verb: "Token") -> bool:
    return any(str(c.dep_) == "aux:pass" for c in verb.children)


def _noun_words(token: "Token") -> "list[Token]":
    words = [token]
    for child in token.children:
        if child.i > token.i and _set_apart(child.left_edge, token):
            continue
        if child.dep_ in ("amod", "case", "flat:name", "det", "cc", "nummod"):
            words.append(child)
        elif child.dep_ in ("nmod", "conj") and child.pos_ != "VERB":
            words.extend(_noun_words(child))
    return words


def _set_apart(edge: "Token", noun: "Token") -> bool:
    """Whether what begins at a word is an aside: « M. Novak, à la tête d'une délégation »."""
    return edge.i > noun.i and edge.nbor(-1).text in (",", "(", ";")
