"""What a date is of: an event, something done, a clause."""

from typing import TYPE_CHECKING

from crosscheck.claims.anchors import event_of, governor_of, is_event, participle_by_form
from crosscheck.claims.lexicon import word_set
from crosscheck.claims.questions.clauses import clause_of, is_verb
from crosscheck.claims.questions.labelled import labelled
from crosscheck.claims.questions.place import BLANK, OF, Valued, is_scale
from crosscheck.claims.questions.slices import agrees, is_number, lowered, noun_phrase, of, printed

if TYPE_CHECKING:
    from crosscheck.nlp import Token


def date_named(value: Valued) -> str:
    """« Date de déclaration de l'épidémie : mardi 8 avril »."""
    label = labelled(value)
    if label.startswith("date "):
        return label
    return f"date : {label}" if label else ""


def date_event(value: Valued) -> str:
    """« date de la visite », « date : accord signé »."""
    event = event_of(value.sentence, value.anchor)
    if event is None:
        return ""
    named = event.pos_ == "NOUN" and not participle_by_form(event)
    if named and "Part" not in event.morph.get("VerbForm", []):
        return _of_event(value, event)
    if clause_of(event).finite is not None:
        return ""
    noun = _described(event)
    if noun is None or not agrees(noun, event):
        return ""
    words = [t for t in noun_phrase(noun) if t.i < event.i]
    if not words:
        return ""
    if (
        event.i > words[-1].i + 1
        and is_event(noun)
        and event.folded_lemma in word_set("questions", "held")
    ):
        whole = [t for t in noun_phrase(noun, determined=True) if t.i < event.i]
        if whole[0].pos_ == "DET":
            return f"date {of(printed(value.sentence, whole))}"
    text = lowered(printed(value.sentence, words), words[0])
    return f"date : {text} {_uncapitalised(event)}"


def _of_event(value: Valued, event: "Token") -> str:
    """« date de la fermeture », « date du scrutin »; « date : grève » where it has no article."""
    words = noun_phrase(event, determined=True, without=value.inside)
    text = printed(value.sentence, words)
    before = words[0].nbor(-1) if words[0].i > 0 else None
    if words[0].pos_ == "DET":
        return f"date {of(text)}"
    if before is not None and is_number(before):
        return ""
    joined = {"du": "du", "au": "du", "des": "des", "aux": "des"}
    if before is not None and before.folded in joined:
        return f"date {joined[before.folded]} {text}"
    return f"date : {lowered(text, words[0])}"


def _uncapitalised(token: "Token") -> str:
    """« Fondé » as « fondé »."""
    return token.text[:1].lower() + token.text[1:]


def _described(participle: "Token") -> "Token | None":
    """The noun that a participle tells of: the one that ends right before it (but for a mark or a
    name), or, where a sentence begins with it, the subject that follows."""
    head = participle.head
    if not any(t.text[:1].isalpha() for t in participle.doc[: participle.i]):
        subject = clause_of(head).subject
        return subject if subject is not None and subject.pos_ == "NOUN" else None
    before = participle.doc[max(0, participle.i - _REACH) : participle.i]
    nouns = [t for t in before if t.pos_ == "NOUN" or (t.pos_ == "PROPN" and _opens(t))]
    for noun in [head, *nouns]:
        if (
            noun.pos_ not in ("NOUN", "PROPN")
            or noun.i >= participle.i
            or not _alike(noun, participle)
        ):
            continue
        if noun.i > 0 and is_number(noun.nbor(-1)):
            continue
        reach = noun_phrase(noun, longest=_REACH)[-1]
        between = participle.doc[reach.i + 1 : participle.i]
        valued = any(is_number(t) for t in between)
        if all(t.is_punct or t.pos_ == "PROPN" or (valued and _of_value(t)) for t in between):
            return noun
    return None


_REACH = 16
"""Words of a noun with its complements, however few of them are shown."""


def _opens(name: "Token") -> bool:
    """« la première Conférence », and not the names that are its complements."""
    return name.i > 0 and name.nbor(-1).pos_ in ("DET", "ADJ")


def _of_value(token: "Token") -> bool:
    """« un projet de 25 MW, lancé en 2020 »: what stands between is a value."""
    return is_number(token) or token.folded in OF or (token.i > 0 and is_number(token.nbor(-1)))


def _alike(noun: "Token", participle: "Token") -> bool:
    """Whether two words can be of one gender, as far as the model knows."""
    one, other = noun.morph.get("Gender", []), participle.morph.get("Gender", [])
    return noun.pos_ == "PROPN" or not one or not other or one == other


def date_clause(value: Valued) -> str:
    """« date : la Tornade a renversé le Racing »."""
    event = event_of(value.sentence, value.anchor) or governor_of(value.anchor.token)
    clause = clause_of(event) if is_verb(event) or event.pos_ in ("VERB", "ADJ") else None
    said = clause.told(value.sentence, value.inside, BLANK) if clause is not None else ""
    return f"date : {said}" if said else ""


def date_noun(value: Valued) -> str:
    """« la fermeture, fin mars »: the noun that a date hangs on, if it begins a phrase."""
    noun = governor_of(value.anchor.token)
    if noun.pos_ not in ("NOUN", "PROPN") or noun in value.inside or participle_by_form(noun):
        return ""
    if noun.folded_lemma in word_set("synonyms", "empty") or is_scale(noun):
        return ""
    words = noun_phrase(noun, without=value.inside)
    opens = words[0].i == 0 or words[0].nbor(-1).pos_ in ("DET", "ADP", "PUNCT")
    return f"date : {lowered(printed(value.sentence, words), words[0])}" if opens else ""
