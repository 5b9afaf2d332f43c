"""The clause that a value stands in, cut out so that it reads by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.questions.slices import is_number, lowered, noun_phrase, printed, timely
from crosscheck.claims.sentences import Sentence, once_a_sentence

if TYPE_CHECKING:
    from crosscheck.nlp import Token

REACH = 8
"""Words between a verb and its value that are still shown."""
OBJECT = 5
"""Words of an object."""
PREDICATE = 6
"""Words shown of what is said of a value."""
_CLITICS = ("se", "s'", "ne", "n'", "y", "en", "pas", "plus", "jamais", "lui", "leur", "me", "m'",
    "nous", "vous", "te", "t'", "l'", "le", "la", "les")  # fmt: skip
_SUBJECTS = ("nsubj", "expl:subj")
_DANGLING = ("ADP", "DET", "ADV", "CCONJ", "NUM", "SCONJ", "PRON", "PUNCT")


@dataclass(frozen=True, eq=False)
class Clause:
    """A verb with its subject; of « doit durer » the second is the verb."""

    verb: "Token"

    @cached_property
    def finite(self) -> "Token | None":
        """The verb in a person: the verb itself, its auxiliary, or the verb it hangs on."""
        chain = [self.verb]
        while chain[-1].dep_ == "xcomp" and is_verb(chain[-1].head) and len(chain) < 3:
            chain.append(chain[-1].head)
        for verb in chain:
            for token in (verb, *verb.children):
                if _finite(token) and (token is verb or str(token.dep_).startswith(("aux", "cop"))):
                    return token
        return None

    @cached_property
    def subject(self) -> "Token | None":
        """Who or what; of a relative clause what it tells of."""
        verb, steps = self.verb, 0
        while steps < 3:
            found = next((c for c in verb.children if str(c.dep_).startswith(_SUBJECTS)), None)
            if found is not None and found.folded_lemma in word_set("synonyms", "empty"):
                return None  # « un deuil de deux jours est décrété », of which it took « jours »
            if found is not None:
                relative = found.folded == "qui" and verb.dep_ == "acl:relcl"
                return _antecedent(verb) if relative else found
            if verb.dep_ not in ("xcomp", "conj") or not is_verb(verb.head):
                return None
            verb, steps = verb.head, steps + 1
        return None

    @cached_property
    def subject_words(self) -> "list[Token]":
        """The subject with its article and its complements."""
        return noun_phrase(self.subject, determined=True) if self.subject is not None else []

    @cached_property
    def group(self) -> "tuple[Token, ...]":
        """The verb with its auxiliaries and the small words before them: « n'a jamais été vu »."""
        own = {self.verb.i}
        first = self.finite
        if first is not None and first.i < self.verb.i:
            own.add(first.i)
        for token in [self.verb, *([first] if first is not None else [])]:
            own |= {
                c.i
                for c in token.children
                if c.i < self.verb.i
                and (str(c.dep_).startswith(("aux", "cop")) or c.folded in _CLITICS)
            }
        low = min(own)
        while low > 0 and fold(self.verb.doc[low - 1].text) in _CLITICS[:6]:
            low -= 1
        return self.verb.doc[low : self.verb.i + 1]

    @cached_property
    def whole(self) -> bool:
        """Whether the verb stands in a row with its auxiliaries, or does without."""
        return self.verb is self.finite or not any(map(_parts, self.group))

    def lead(self, sentence: Sentence) -> str:
        """« le FMI a débloqué »: the subject and the verb."""
        group = self.group
        if any(map(_parts, group)):
            group = (self.verb,)
        subject = self.subject
        if subject is None or subject.i >= group[0].i:
            return printed(sentence, group)
        words = self.subject_words
        if words[-1].i >= group[0].i:
            words = [t for t in words if t.i < group[0].i]
        pronoun = subject.pos_ == "PRON"
        first = printed(sentence, [subject] if pronoun else words)
        if not pronoun:
            words = _joined(subject, words, group[0].i)
            first = f"{_some(words)}{printed(sentence, words)}"
        gap = "" if first.endswith("'") else " "
        text = f"{first}{gap}{printed(sentence, group)}"
        told_by = pronoun or fold(first) in ("nous", "vous", "on", "il", "elle", "ils", "elles")
        return text[:1].lower() + text[1:] if told_by else lowered(text, words[0])

    def told(self, sentence: Sentence, left_out: "Sequence[Token]", blank: str) -> str:
        """« la Tornade a renversé le Racing »: with the object, without the value; an object that
        is counted is a blank, since the number may be another source's bone.
        """
        if self.subject is None or not self.whole or not self._agrees():
            return ""
        if fold(self.subject.text) in ("eux", "lui", "tout") or fold(self.verb.lemma_) == "etre":
            return ""
        out = {t.i for t in left_out}
        text = self.lead(sentence)
        for child in self.verb.children:
            if child.dep_ not in ("obj", "xcomp") or child.i < self.verb.i or child.i in out:
                continue
            if child.dep_ == "xcomp":
                words = list(self.verb.doc[self.verb.i + 1 : child.i + 1])
                words = words if len(words) <= PREDICATE else []
            else:
                words = noun_phrase(child, determined=True, without=left_out, longest=OBJECT)
            end = words[0].i if words else child.i
            between = [t for t in self.verb.doc[self.verb.i + 1 : end] if t.i not in out]
            if any(map(_parts, between)):
                break
            if any(t.pos_ == "NUM" or any(map(str.isdigit, t.text)) for t in between):
                return f"{text} {blank}"
            return f"{text} {printed(sentence, words)}" if words else text
        return text

    def _agrees(self) -> bool:
        """Whether the words taken for the subject can be: one for one, several for several."""
        subject, group = self.subject, self.group
        if subject is None or self.finite is None or (self.finite not in group):
            return False
        words = self.subject_words
        joined = _joined(subject, words, group[0].i) is not words
        plural = "Plur" in self.finite.morph.get("Number", [])
        several = subject.text[-1:] in "sxz" or joined or subject.pos_ in ("PRON", "PROPN")
        return several or not plural

    def blanked(self, sentence: Sentence, value: "Token", blank: str) -> str:
        """« les panneaux couvriront … », with all that stands between the verb and the value."""
        between = list(self.verb.doc[self.verb.i + 1 : value.i])
        marked = any(t.text in ",;:()—–" or any(map(str.isdigit, t.text)) for t in between)
        led = _infinitive(self.verb) or (self.finite is not None and self.subject is not None)
        joined = not between or between[-1].pos_ not in ("CCONJ", "VERB")
        if (
            value.i < self.verb.i
            or marked
            or len(between) > REACH
            or not (led and joined and self.whole)
        ):
            return ""
        end = printed(sentence, between)
        lead = f"{self.lead(sentence)} {end}".rstrip()
        return f"{lead}{'' if lead.endswith(chr(39)) else ' '}{blank}"

    def predicate(self, sentence: Sentence) -> str:
        """« ont cessé le travail »: what is said of a value that is the subject."""
        words = list(self.group)
        for token in self.verb.doc[self.verb.i + 1 : self.verb.i + 1 + PREDICATE]:
            if _parts(token) or _finite(token) or timely(token):
                break
            words.append(token)
        while words and words[-1].i > self.verb.i and words[-1].pos_ in _DANGLING:
            words.pop()
        return printed(sentence, words) if self.finite is not None else ""


@once_a_sentence
def clause_of(verb: "Token") -> Clause:
    """The clause of a verb, in which several values may stand."""
    return Clause(verb)


def is_verb(token: "Token") -> bool:
    """Whether a token can hold a clause."""
    return token.pos_ in ("VERB", "AUX")


def _joined(subject: "Token", words: "list[Token]", end: int) -> "list[Token]":
    """« le Tchad et l'Indonésie »: a second subject, where the two stand in a row."""
    other = next((c for c in subject.children if c.dep_ == "conj" and c.i < end), None)
    if other is None or other.pos_ not in ("NOUN", "PROPN"):
        return words
    row = list(subject.doc[words[0].i : noun_phrase(other, determined=True)[-1].i + 1])
    paired = any(t.folded == "et" for t in row) and not any(t.text in ",;(" for t in row)
    return row if paired and len(row) <= _PAIR and row[-1].i < end else words


_PAIR = 12
"""Words of two subjects together."""


def _antecedent(verb: "Token") -> "Token":
    """What « qui » stands for: « un deuil de 48 heures qui commence » is no word of hours."""
    noun = verb.head
    while noun.folded_lemma in word_set("synonyms", "empty") and noun.head.pos_ == "NOUN":
        if noun.head.i == noun.i:
            break
        noun = noun.head
    return noun


def _some(words: "list[Token]") -> str:
    """« des » before a subject whose number is left out: « [trois] accords ont été signés »."""
    first = words[0]
    before = first.nbor(-1) if first.i > 0 else None
    counted = before is not None and is_number(before) and before.text[-1:].isalnum()
    if not counted or first.text[-1:] not in "sx" or first.pos_ not in ("NOUN", "ADJ"):
        return ""
    if first.pos_ == "NOUN":
        return "des "
    return "d'" if fold(first.text)[:1] in "aeiou" else "de "


def _parts(token: "Token") -> bool:
    """Whether a token is a mark that parts two clauses, and no hyphen."""
    return bool(token.is_punct) and token.text not in ("-", "'")


def _finite(token: "Token") -> bool:
    return "Fin" in token.morph.get("VerbForm", [])


def _infinitive(token: "Token") -> bool:
    return "Inf" in token.morph.get("VerbForm", [])
