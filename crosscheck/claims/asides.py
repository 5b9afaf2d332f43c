"""Verbs of saying, and asides: « …, a déclaré Vladimir Poutine », « …, assure-t-elle »."""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.claims.voices import voice_from
from crosscheck.claims.words import pieces_of, telling_pieces
from crosscheck.rules import remembered, remembered_lately

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_INVERTED = re.compile(r"([^\W\d_]+)(?:-t)?-(ils?|elles?|on)\b(?:\s+[^\W\d_]+){0,2}")

_PRONOUNS = ("-il", "-elle", "-on")


def aside_of(sentence: Sentence, at: int, end: int) -> str | None:
    """« …, a déclaré Vladimir Poutine », « …, assure-t-elle »: the words after the verb."""
    inverted = _inverted(sentence)
    if inverted is not None:
        return None if inverted == "on" else inverted
    for token, opening in _asides(sentence):
        if not _parted(sentence, (at, end), token, opening):
            who = _after_verb(sentence, token.i + 1)
            if who is not None:
                return who
    return None


@once_a_sentence
def _inverted(sentence: Sentence) -> str | None:
    """The pronoun behind a verb of saying, wherever it stands: « assure-t-elle »."""
    if not any(ending in sentence.text for ending in _PRONOUNS):
        return None  # nearly always, and much sooner told
    for match in _INVERTED.finditer(sentence.text):
        inside = sentence.tokens(sentence.start + match.start(), sentence.start + match.end())
        if any(is_saying(t, aside=True) for t in inside):
            return match[2]
    return None


@once_a_sentence
def _asides(sentence: Sentence) -> "list[tuple[Token, str]]":
    """The verbs that open an aside, each with what opens it."""
    last = len(sentence.doc) - 1
    verbs = (t for t in sayers(sentence) if 0 < t.i < last and is_saying(t, aside=True))
    told = ((t, _opening(sentence, t.i)) for t in verbs if not t.text.endswith("ant"))
    return [(token, opening) for token, opening in told if opening is not None]


@once_a_sentence
def sayers(sentence: Sentence) -> "list[Token]":
    """The words of a sentence that may be verbs of saying; the others are none."""
    if pieces_of(sentence).isdisjoint(_pieces()):
        return []
    return [t for t in sentence.doc if _says(t.text, t.lemma_, True)[0]]


def _parted(sentence: Sentence, span: tuple[int, int], verb: "Token", opening: str) -> bool:
    """Whether an aside is not for a value: another clause begins between them, or the value is
    told of the speaker (« …, souffle l'entraîneur, 44 ans, en poste depuis 2008 »).
    """
    (at, end), text = span, sentence.text
    low, high = (end, int(verb.idx)) if end <= verb.idx else (int(verb.idx), at)
    if ";" in text[low:high]:
        return True
    if end <= verb.idx:
        return opening == "comme" and bool(re.search(r",|\d", text[low:high]))
    if text.count("«", 0, at) > text.count("»", 0, at):
        return False
    return opening == "comme" or not _goes_on(sentence, int(verb.idx), at)


def _goes_on(sentence: Sentence, verb: int, at: int) -> bool:
    """« il manque, dit le maire, de quoi loger 300 familles »: a clause goes on after its aside."""
    comma = sentence.text.find(",", verb, at)
    token = next((t for t in sentence.doc if t.idx > comma), None) if comma >= 0 else None
    if token is None:
        return False
    small = token.folded in ("que", "qu'", "ne", "n'", "de", "d'")
    return small or (
        token.pos_ in ("AUX", "VERB") and "Part" not in token.morph.get("VerbForm", [])
    )


def _opening(sentence: Sentence, i: int) -> str | None:
    """The mark, or « comme », that opens the aside of the verb at `i`, with something told before;
    `None` where a clause of its own begins (« Jean Duval, maire, promet une enquête »).
    """
    j = i
    tokens = sentence.doc
    while j and (tokens[j - 1].pos_ in ("ADV", "AUX", "PRON") or tokens[j - 1].folded == "s'"):
        j -= 1
    if j and tokens[j - 1].folded == "comme":
        return "comme"
    if not j or tokens[j - 1].text not in (",", "»", "–", "—", '"', "”"):
        return None
    told = tokens[: j - 1]
    said = any(t.pos_ in ("VERB", "AUX", "NUM") or t.text in '«»“”"' for t in told)
    return str(tokens[j - 1].text) if said else None


def _after_verb(sentence: Sentence, i: int) -> str | None:
    """The speaker behind a verb of saying: « a confié, ému, le colonel Barry », « a indiqué à l'AFP
    le maire ».
    """
    tokens = sentence.doc
    if tokens[i].text == "," and i + 3 < len(tokens):
        closing = next(
            (j for j in range(i + 1, min(i + 5, len(tokens))) if tokens[j].text == ","), i
        )
        i = closing + 1 if closing > i else i
    if i < len(tokens) and tokens[i].pos_ in ("DET", "PROPN", "NOUN", "ADV"):
        return voice_from(sentence, int(tokens[i].idx))
    return None


def is_saying(token: "Token", *, aside: bool = False) -> bool:
    """Whether a token is a verb of saying, by lemma or by form; `aside` takes those that say only
    behind what was said (« plaisante-t-il »).
    """
    verbal, formal = _says(token.text, token.lemma_, aside)
    if token.pos_ in ("VERB", "AUX"):
        return verbal
    if not formal:
        return False
    after = fold(token.doc[token.i + 1].text) if token.i + 1 < len(token.doc) else ""
    if token.i and token.nbor(-1).pos_ in ("DET", "ADP") and token.nbor(-1).folded != "l'":
        return False
    return aside or after in ("que", "qu'")


@remembered_lately(16384)
def _says(text: str, lemma: str, aside: bool) -> tuple[bool, bool]:
    """Whether a verb is one of saying, by lemma or by form, and whether it is by form alone."""
    verbs, text = _verbs(aside=aside), fold(text.split("-")[0])
    formal = text in _forms()
    return formal or text in verbs or fold(lemma) in verbs, formal


@remembered
def _verbs(*, aside: bool) -> frozenset[str]:
    """The verbs of saying, with those that say only behind what was said."""
    return word_set("cues", "saying") | (word_set("cues", "aside") if aside else frozenset())


@remembered
def _pieces() -> frozenset[str]:
    return telling_pieces(_verbs(aside=True) | _forms())


@remembered
def _forms() -> frozenset[str]:
    """Third persons and participles of the verbs of saying in -er, and those that are listed."""
    stems = [verb[:-2] for verb in word_set("cues", "saying") if verb.endswith("er")]
    regular = {f"{stem}{end}" for stem in stems for end in ("e", "ent", "ait", "aient")}
    return frozenset(regular) | word_set("cues", "saying_forms")
