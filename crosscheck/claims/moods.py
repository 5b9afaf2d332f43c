"""Moods and tenses by the form of the verb, where the French model takes one for another.

>>> conditional("compterait", "compter"), conditional("opérait", "opérer")
(True, False)
>>> future("créera", "créer"), future("entra", "entrer")
(True, False)
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import WORDS, fold

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_CONDITIONAL = re.compile(r"(.*r)(?:ais|ait|ions|iez|aient)$")
_FUTURE = re.compile(r"(.*r)(?:ai|as|a|ons|ez|ont)$")
ENDS = ("rais", "rait", "rions", "riez", "raient", "rai", "ras", "ra", "rons", "rez", "ront")
"""Without one of these a folded form is neither conditional nor future."""
_INFINITIVE = re.compile(r".*(?:er|ir|re|oir)$")
_OF_IR = ("rr", "dr")
"""Ends of the stems of the future that are no infinitive: mourr-, courr-, viendr-, tiendr-."""
_OF_OIR = ("rr", "dr", "vr", "aur")
_OF_OTHERS = {"etre": "ser", "aller": "ir", "faire": "fer"}


@lru_cache(maxsize=WORDS)
def conditional(form: str, lemma: str) -> bool:
    """Whether a form is a conditional of its verb: « transportait » is none."""
    match = _CONDITIONAL.match(fold(form))
    return match is not None and _stem_of_future(match[1], fold(lemma))


@lru_cache(maxsize=WORDS)
def future(form: str, lemma: str) -> bool:
    """Whether a form is a future of its verb: « tira » is none."""
    match = _FUTURE.match(fold(form))
    return match is not None and _stem_of_future(match[1], fold(lemma))


@lru_cache(maxsize=WORDS)
def to_come(form: str, lemma: str) -> bool:
    """Whether a form is a conditional or a future of its verb."""
    return conditional(form, lemma) or future(form, lemma)


def _stem_of_future(stem: str, lemma: str) -> bool:
    """« opérer- » is the stem of what will be, « opér- » of what was."""
    if lemma in _OF_OTHERS:
        return stem == _OF_OTHERS[lemma]
    if lemma.endswith("oir"):
        return stem.endswith(_OF_OIR)
    if lemma.endswith("ir"):
        return stem == lemma or (stem.endswith(_OF_IR) and stem != lemma[:-2])
    if lemma.endswith("re"):
        return stem == lemma[:-1] or stem == f"{lemma[:-4]}fer"
    long_enough = stem.endswith("er") and len(stem) >= len(lemma)
    return lemma.endswith("er") and (long_enough or stem.endswith("enverr"))


def infinitive(token: "Token") -> bool:
    """Whether a token is an infinitive, also where the model takes it for a noun."""
    text = token.folded
    if token.pos_ in ("VERB", "AUX"):
        return bool(_INFINITIVE.match(text)) and not token.morph.get("Mood", [])
    return token.pos_ == "NOUN" and text == token.folded_lemma and text.endswith(("er", "ir"))


def told_before(token: "Token") -> bool:
    """« a dit », « avait annoncé », « annonçait »: a verb in the past, of which a conditional is
    what was still to come.
    """
    marks = [*token.morph.get("Tense", [])]
    helped = any(
        str(c.dep_).startswith("aux") and c.folded_lemma == "avoir" for c in token.children
    )
    return helped or "Past" in marks or "Imp" in marks
