"""What a clause tells with a value: the clause with a blank, or its subject."""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.anchors import governor_of
from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.questions.clauses import Clause, clause_of, is_verb
from crosscheck.claims.questions.place import BLANK, Valued, segment
from crosscheck.claims.questions.slices import lowered, noun_phrase, of, printed
from crosscheck.rules import remembered, table

if TYPE_CHECKING:
    from crosscheck.nlp import Token


def in_clause(value: Valued) -> str:
    """« le FMI a débloqué … », or « le taux de létalité » where the verb only joins."""
    clause, span = _clause(value), value.inside
    if clause is None or not span:
        return ""
    subject = clause.subject
    if subject in span:
        first = clause.group[0].i
        between = clause.verb.doc[span[-1].i + 1 : first]
        if first > span[-1].i + _BESIDE or any(t.is_punct for t in between):
            return ""
        predicate = clause.predicate(value.sentence)
        return f"{BLANK} {predicate}" if predicate else ""
    blanked = clause.blanked(value.sentence, span[0], BLANK)
    verb = fold(clause.verb.lemma_)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or clause.verb.i > span[0].i:
        return blanked
    if not _reached(clause, span[0]):
        return blanked
    if (asked := _asked_by().get(verb)) is not None:
        words = noun_phrase(subject, determined=True, without=span)
        text = printed(value.sentence, words)
        return f"{asked} {of(text)}" if words[0].pos_ == "DET" else lowered(text, words[0])
    words = noun_phrase(subject, without=span)
    joins = verb in word_set("questions", "joining")
    return lowered(printed(value.sentence, words), words[0]) if joins else blanked


@remembered
def _asked_by() -> dict[str, str]:
    """Verbs and the noun that asks for the same: « a coûté 31 millions », « coût »."""
    return {fold(verb): str(noun) for verb, noun in table("questions", "nouns").items()}


_BESIDE = 4
"""Words from a value to the verb of which it is the subject."""


def _reached(clause: Clause, value: "Token") -> bool:
    """Whether a value is told of the subject of a clause and of nothing between."""
    return not any(t.text in ",;:" for t in value.doc[clause.verb.i : value.i])


def told(value: Valued) -> str:
    """« durée : la perte approche un million », where the value stands aside."""
    clause = _clause(value)
    said = clause.told(value.sentence, value.inside, BLANK) if clause is not None else ""
    return f"{table('questions', 'plain')[value.kind]} : {said}" if said else ""


_LED = 9
"""Words before a value that are shown where no verb was recognised."""


def led(value: Valued) -> str:
    """« le prêt court sur … »: all that stands before the value, where no verb was recognised."""
    words = segment(value.before)
    if not 1 < len(words) <= _LED or words[0].pos_ not in ("DET", "PRON", "NOUN", "PROPN"):
        return ""
    if any(any(map(str.isdigit, t.text)) for t in words):
        return ""
    text = lowered(printed(value.sentence, words), words[0])
    copula = _COPULA.search(text)
    if copula is None:
        return f"{text} {BLANK}"
    bare = text[: copula.start()]
    return bare.split(" ", 1)[1] if words[0].pos_ == "DET" and " " in bare else bare


_COPULA = re.compile(r" (?:est|sont|était|étaient|serait|seraient)(?: de| d'| à|)$")
"""« le chiffre officiel est de 6 812 » asks for the « chiffre officiel »."""


def _clause(value: Valued) -> Clause | None:
    verb = governor_of(value.anchor.token)
    return clause_of(verb) if is_verb(verb) else None
