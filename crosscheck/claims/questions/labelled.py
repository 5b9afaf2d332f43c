"""What stands before a value without a verb: a label, or the noun beside it."""

from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import word_set
from crosscheck.claims.questions.place import OF, Valued, is_finite, segment
from crosscheck.claims.questions.slices import is_number, lowered, printed

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_LABEL = 9
"""Words before a colon that may name what stands behind it."""


def labelled(value: Valued) -> str:
    """« Taux de participation : 65 % », « – Mme Sow : 99 840 voix, soit 38,4 % »."""
    if ":" not in value.sentence.text:
        return ""  # mostly, and much sooner told
    before = value.before
    semicolon = max((i for i, t in enumerate(before) if t.text == ";"), default=-1)
    before = before[semicolon + 1 :]
    colon = next((i for i, t in enumerate(before) if t.text == ":"), None)
    if colon is None or any(is_finite(t) or _says(t) for t in before):
        return ""
    if any(_leads_on(t) for t in before[colon + 1 :]):
        return ""
    words = before[:colon]
    while words and (words[0].is_punct or not words[0].text[:1].isalnum()):
        words = words[1:]
    if any(map(is_number, words)) or not any(t.pos_ in ("NOUN", "PROPN") for t in words):
        return ""
    if len(words) > _LABEL:
        return ""
    return lowered(printed(value.sentence, words), words[0])


def _leads_on(token: "Token") -> bool:
    """« Coût : 42,7 milliards, dont 29,5 empruntés », « Élection : Sow en tête avec 38 % »: what
    stands before the colon is not what the value is of."""
    joined = token.pos_ == "ADP" and token.folded not in ("de", "d'", "a", "pres")
    before = token.nbor(-1)
    named = token.pos_ == "NOUN" and not is_number(before) and before.folded not in OF
    return joined or named or token.pos_ == "PROPN" or token.folded == "dont"


def _says(token: "Token") -> bool:
    return token.pos_ == "VERB" and "Part" not in token.morph.get("VerbForm", [])


def gapped(value: Valued) -> str:
    """« la capitale rassemble 25 % de la population, le Nord 23 % »: the noun beside the value."""
    before = value.before
    while before and before[-1].text in (",", "(", ":"):
        before = before[:-1]
    words = segment(before)
    if words and words[0].pos_ == "DET":
        words = words[1:]
    if not words or len(words) > _LABEL or words[-1].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return ""
    if any(t.pos_ not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PUNCT") for t in words):
        return ""
    if words[0].pos_ not in ("NOUN", "PROPN") or any(
        map(str.isdigit, printed(value.sentence, words))
    ):
        return ""
    if words[-1].pos_ == "ADJ" and words[-1].text.rstrip("es").endswith("é"):
        return ""
    within = word_set("questions", "within")
    if any(t.pos_ == "ADP" and t.folded not in within for t in words):
        return ""
    return lowered(printed(value.sentence, words), words[0])
